"""What is read of an HTML page: what a reader sees of it, however it is written."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.quotations import html
from argmap.quotations.decode import Unreadable
from argmap.quotations.locators import ranges, read_locator
from argmap.quotations.read import HTML, read_text
from argmap.quotations.text import SourceText
from argmap.quotations.verify import verify

from .texts import TEXTS, UNSPACED, finder


def shown(page: str) -> str:
    """What is read of a page, its blocks on a line each."""
    return html.read(page).text.replace("\n\n", "\n").strip()


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>un<b>bel</b>iev<i>able</i></p>", "unbelievable"),
        ("<p>one\n   two</p><p>three", "one two\nthree"),
        ("<div>one<div>two</div>three</div>", "one\ntwo\nthree"),
        ("one<br>two<BR/> three", "one\ntwo\nthree"),
        ("<ul><li>one<li>two</ul>three", "one\ntwo\nthree"),
        ("<dl><dt>one<dd>two</dl>", "one\ntwo"),
        ("<table><tr><td>one<td>two<tr><td>three</table>four", "one\ttwo\nthree\nfour"),
        ("<pre>a\n  b   c\n</pre>d  e", "a\n  b   c\nd e"),
        ("R&amp;D &mdash; na&iuml;ve &#8217;&#x61;&hellip;", "R&D — naïve ’a…"),
        ("co&shy;operate wel<wbr>come", "co\xadoperate welcome"),
        ("<q>yes</q>, she said", "“yes”, she said"),
        ("<ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>", "橋"),
        ("<textarea>typed</textarea>", "typed"),
        ("<svg><title>name</title><text>label</text></svg>", "label"),
        ("<math><mi>x</mi><annotation>x_0</annotation></math>", "x"),
        ("<h1>Title<!-- no --></h1>", "Title"),
        ("<p>not closed <b>at all", "not closed at all"),
    ],
)
def test_reads_what_is_shown(page: str, text: str) -> None:
    assert shown(page) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var x = '<p>hidden</p>'</script>",
        "<style>p:before { content: 'hidden' }</style>",
        "<template><p>hidden</p></template>",
        "<noscript>hidden</noscript>",
        "<iframe>hidden</iframe>",
        "<object>hidden</object>",
        "<video>hidden</video>",
        "<canvas>hidden</canvas>",
        "<datalist><option>hidden</datalist>",
        "<dialog>hidden</dialog>",
        "<p hidden>hidden</p>",
        "<p hidden=until-found>hidden <b>below</b></p>",
        "<div aria-hidden=TRUE><p>hidden</p></div>",
        "<p style='color: red; DISPLAY : none'>hidden</p>",
        "<p style='visibility:hidden;'>hidden</p>",
        "<noscript><iframe hidden><p>hidden</p></iframe>hidden</noscript>",
        "<svg aria-hidden=true><title>hidden</title><text hidden>hidden</text></svg>",
        "<div hidden><div hidden><p style='display:none'>hidden</p></div>hidden</div>",
        "<div hidden></div>",
        "<!-- hidden -->",
        "<img alt=hidden>",
        "<input value=hidden>",
        "<p title=hidden></p>",
    ],
)
def test_leaves_out_what_is_not_shown(hidden: str) -> None:
    assert shown(f"<title>hidden</title>one {hidden} two").split() == ["one", "two"]
    assert shown(f"<p>one<p>{hidden}<p>two") == "one\ntwo"


def test_a_style_that_only_sounds_like_hiding_hides_nothing() -> None:
    assert shown("<p style='list-style: none; display: block'>one") == "one"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("the council<sup>1</sup> said", "the council said"),
        ("the end.<sup>12</sup> Then", "the end. Then"),
        ("the end.<sup>12, 13</sup>", "the end."),
        ("the council<sup>[4]</sup> said", "the council said"),
        ("it<sup><a href='#n1'>1</a></sup> is", "it is"),
        ("it<a href='p.html#n1'><sup>1</sup></a> is", "it is"),
        ("it<a role=doc-noteref href=x><sup>1</sup></a> is", "it is"),
        ("it<sup>†</sup> is", "it is"),
        ("the council<sup>a</sup> said", "the council said"),
        ("10<sup>2</sup> m<sup>2</sup> 10<sup>-6</sup>", "10² m² 10⁻⁶"),
        ("1<sup>st</sup> of M<sup>me</sup> XIX<sup>e</sup>", "1st of Mme XIXe"),
        ("H<sub>2</sub>O", "H2O"),
        ("a<sup><div>block</div>s</sup>b", "a\nblock\nsb"),
        (f"a<sup>{'long ' * 20}</sup>", f"a{'long ' * 20}".strip()),
    ],
)
def test_a_raised_mark_of_a_note_is_no_part_of_the_word(page: str, text: str) -> None:
    assert shown(page) == text


PAGE = html.read(
    "<h1>Of <em>the</em>  bridge</h1><p>One.<p><br><p>Two.<h2>Of steel</h2><div>Loose.</div>"
    "<p>Three.</p><h2><p>Of</p> ferries</h2><ul><li>a boat</ul><h1></h1><h1>End</h1>"
)


def test_knows_headings_and_their_parts() -> None:
    told = [
        (one.text, one.level, PAGE.text[one.start : one.end].split()[-1]) for one in PAGE.headings
    ]
    assert told == [
        ("Of the bridge", 1, "boat"),
        ("Of steel", 2, "Three."),
        ("Of ferries", 2, "boat"),
        ("End", 1, "End"),
    ]
    assert ranges(PAGE, read_locator("Of steel"))


def test_headings_in_headings_come_in_the_order_of_the_page() -> None:
    page = html.read("<h2>one<div><h2>two</div>three</h2>four")
    assert [(one.text, one.start) for one in page.headings] == [("one two three", 0), ("two", 5)]
    paragraphs = html.read("<p>one<button><p>two</button>three").paragraphs
    assert list(paragraphs) == sorted(paragraphs)


def test_counts_what_the_page_says_are_paragraphs() -> None:
    assert [PAGE.text[a:b] for a, b in PAGE.paragraphs if a >= 15] == [
        "One.",
        "Two.",
        "Three.",
        "Of",
    ]


def test_counts_blocks_where_the_page_names_no_paragraphs() -> None:
    page = html.read("<h1>Title</h1><div>One.</div>Two.<div>Three.</div>")
    assert [page.text[a:b] for a, b in page.paragraphs] == ["One.", "Two.", "Three."]


def test_has_no_lines_and_no_pages() -> None:
    assert not PAGE.has_lines
    assert not PAGE.pages
    assert ranges(PAGE, read_locator("l. 3")) is None


@pytest.mark.parametrize(
    "tag", ["<table><tr><td>", "<b>", "<sup>", "<q>", "<ul><li>", "<svg><g>", "<h1>", "<p><a>"]
)
def test_deep_pages_are_read(tag: str) -> None:
    times = 2_000 if tag == "<ul><li>" else 50_000  # lists take the square of their depth
    assert "deep words" in shown(tag * times + "deep <i>words</i>")


# Every text, set as a page --------------------------------------------------------------------

_ENTITIES = {"—": "&mdash;", "–": "&ndash;", "“": "&ldquo;", "”": "&rdquo;", "ü": "&uuml;"}


@st.composite
def page_of(draw: st.DrawFn, text: str) -> str:
    """A page that shows a text: other line breaks, entities, and elements anywhere."""
    out: list[str] = []
    for paragraph in text.strip().split("\n\n"):
        pieces: list[str] = []
        for word in paragraph.split():
            said = escape(word, quote=draw(st.booleans()))
            if draw(st.integers(0, 3)) == 0:
                said = "".join(_ENTITIES.get(one, one) for one in said)
            if draw(st.integers(0, 5)) == 0:
                said = "".join(f"&#{ord(one)};" for one in word)
            elif draw(st.integers(0, 4)) == 0 and "&" not in said:
                at = draw(st.integers(0, len(word)))
                tag = draw(st.sampled_from(["b", "i", "a href='#x'", 'span class="a b"', "em"]))
                said = f"{word[:at]}<{tag}>{word[at:]}</{tag.split()[0]}>"
            pieces.append(said)
            pieces.append(
                draw(st.sampled_from([" ", " ", "\n", "\n\n  ", "<br>", " <!-- x > y -->"]))
            )
        block = draw(st.sampled_from(["p", "div", "li", "blockquote", "td", "pre"]))
        pieces[-1:] = [draw(st.sampled_from(["", f"</{block}>"]))]
        out.append(f"<{block}>{''.join(pieces)}")
        out.append(
            draw(st.sampled_from(["", "\n", "<hr>", "<script>let x = 1</script>", "<p></p>"]))
        )
    body = "".join(out)
    return f"<table><tr>{body}</table>" if "<td>" in body else body


@given(st.data())
def test_any_passage_is_found_in_a_page(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(TEXTS.keys() - UNSPACED)))
    pieces = TEXTS[name].split()
    start = data.draw(st.integers(0, len(pieces) - 1))
    cut = pieces[start : data.draw(st.integers(start + 1, min(start + 40, len(pieces))))]
    source = finder(html.read(data.draw(page_of(TEXTS[name]))))
    assert verify(source, " ".join(cut)).status in ("exact", "empty")
    changed = [n for n, word in enumerate(cut) if re.search(r"\w", word)]
    if changed:
        at = data.draw(st.sampled_from(changed))
        cut[at] = f"{cut[at]}qx"
        assert verify(source, " ".join(cut)).status == "absent"


# Encodings ------------------------------------------------------------------------------------

_WORDS = "Die Brücke – “zu spät”"


def read(data: bytes) -> str:
    found = read_text(HTML, data)
    assert isinstance(found, SourceText)
    return found.text.strip()


@pytest.mark.parametrize(
    "data",
    [
        f"<p>{_WORDS}".encode(),
        f"<p>{_WORDS}".encode("utf-8-sig"),
        b"\xff\xfe" + f"<p>{_WORDS}".encode("utf-16-le"),
        b"\xfe\xff" + f"<p>{_WORDS}".encode("utf-16-be"),
        b"\xff\xfe\0\0" + f"<p>{_WORDS}".encode("utf-32-le"),
        f"<meta charset=windows-1252><p>{_WORDS}".encode("cp1252"),
        f'<META CHARSET="Windows-1252"><p>{_WORDS}'.encode("cp1252"),
        f"<meta charset=iso-8859-1><p>{_WORDS}".encode("cp1252"),
        f"<meta charset=x-cp1252><p>{_WORDS}".encode("cp1252"),
        f"<meta charset=us-ascii><p>{_WORDS}".encode("cp1252"),
        f"<meta charset=utf-16><p>{_WORDS}".encode(),
        f"<!-- <meta charset=koi8-r> --><meta charset=utf-8><p>{_WORDS}".encode(),
        b"<meta http-equiv=content-type content='text/html; charset=macintosh'><p>"
        + _WORDS.encode("mac-roman"),
        f"<?xml version='1.0' encoding='windows-1252'?><title/><p>{_WORDS}</p>".encode("cp1252"),
        "\ufeff<meta charset=windows-1252><p>".encode() + _WORDS.encode(),
    ],
)
def test_reads_the_declared_encoding_as_browsers_do(data: bytes) -> None:
    assert read(data) == _WORDS


def test_reads_other_encodings_of_the_web() -> None:
    for name, text in {"Shift_JIS": "橋①", "gb2312": "桥€", "euc-kr": "다리", "big5": "橋"}.items():
        codec = {"Shift_JIS": "cp932", "gb2312": "gb18030", "big5": "big5hkscs"}.get(name, name)
        assert read(f"<meta charset={name}><p>{text}".encode(codec)) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_WORDS.encode("cp1252"), "it is not UTF-8: byte 0xFC on line 1 belongs to no character"),
        (b"<meta charset=utf-8>\n\n<p>" + _WORDS.encode("cp1252"), "byte 0xFC on line 3"),
        (b"<meta charset=shift_jis><p>\xfc\xff", "it is not shift_jis: byte 0xFC on line 1"),
        (b"<meta charset=klingon><p>x", "it declares the unknown encoding `klingon`"),
        (b"<meta charset=unicode_escape><p>\\ud800", "the unknown encoding `unicode_escape`"),
        (b"<meta charset=utf-7><p>x", "the unknown encoding `utf-7`"),
        (b"<meta charset=rot13><p>x", "the unknown encoding `rot13`"),
        (b"\xff\xfe<\0p\0>\0\0", "it is not UTF-16: byte"),
        (b"<p>one\0two", "it has NUL bytes"),
        (b"%PDF-1.7", "it is a PDF"),
        (b"PK\x03\x04...", "it is a ZIP archive"),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: x", "it is a web archive (MHTML)"),
        (b"<script>only()</script>", "there is no text in it"),
    ],
)
def test_tells_what_cannot_be_read(data: bytes, reason: str) -> None:
    found = read_text(HTML, data)
    assert isinstance(found, Unreadable)
    assert reason in found.reason
    assert found.mend


_PIECES = (
    "<p> </p> <div hidden> <div> </div> <sup> </sup> <a href='#x'> </a> <table> <td> <tr> </table> "
    "<h2> </h2> <q> </q> <br> <pre> </pre> <svg> </svg> <template> </template> <textarea> <select> "
    "<option> <script> </script> <!-- --> <p/style='display:none'> <noscript> <plaintext> &amp; "
    "<b> </i> <math> <mi> <frameset> <body hidden> <head> </html> word 12 \n é \0 <!doctype> <"
)


@given(st.lists(st.sampled_from(_PIECES.split(" ")) | st.text(max_size=3)))
def test_any_text_is_a_page(pieces: list[str]) -> None:
    page = html.read("".join(pieces))
    spans = page.paragraphs
    assert all(0 <= start < end <= len(page.text) for start, end in spans)
    assert all(page.text[start:end].strip() for start, end in spans)
    assert sorted(one.start for one in page.headings) == [one.start for one in page.headings]
    page.text.encode()
