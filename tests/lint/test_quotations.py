"""What is said of quotations, at their places in the map; and what is written in their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic
from argmap.lint.fixes import mend
from argmap.source import SourceFile
from argmap.workspace import load_text
from argmap.workspace.findings import findings_of
from tests.lint.run import check, names, settings
from tests.quotations.texts import MINUTES, TEXTS

HEAD = "@s A source  {file: s.txt}\n\n[c] A claim.\n"
ABOUT = settings(select=("ARG5",))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sources")
    (made / "s.txt").write_text(MINUTES, encoding="utf-8")
    for name, text in TEXTS.items():
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    return made


def found(text: str, folder: Path) -> tuple[Diagnostic, ...]:
    return findings_of(load_text(text, "map.arg", folder), ABOUT)


def mended(text: str, folder: Path, *, unsafe: bool = False) -> str:
    def none(_: object) -> int:
        return 0

    return mend(
        SourceFile("map.arg", text), lambda now: found(now, folder), none, unsafe=unsafe
    ).text


def pointed(text: str, folder: Path) -> str:
    """What the carets of the one finding stand under."""
    (one,) = found(text, folder)
    _, line, column, end_line, end = one.span
    lines = text.splitlines()
    if line == end_line:
        return lines[line - 1][column - 1 : end - 1]
    return f"{lines[line - 1][column - 1 :]}|{lines[end_line - 1][: end - 1]}"


def test_carets_stand_under_what_differs(folder: Path) -> None:
    assert pointed(f"{HEAD}  > its southern arch has not come  @s\n", folder) == "southern"
    assert pointed(f"{HEAD}  > its northern\n      arch has never\n      come  @s\n", folder) == (
        "never"
    )
    text = f"{HEAD}  > The Contractor apologised, and\n      Will pay  @s\n"
    assert pointed(text, folder) == "The Contractor apologised, and|      Will"
    assert pointed(f"{HEAD}  > An umlaut ä, 桥 and 👍🏽 before: nothing  @s\n", folder).startswith(
        "An"
    )


def test_carets_stand_right_in_a_file_with_crlf(folder: Path) -> None:
    text = f"{HEAD}  > its northern\n      arch has never\n      come  @s\n".replace("\n", "\r\n")
    (one,) = found(text, folder)
    assert (one.span.line, one.span.column) == (5, 16)


def test_a_mended_quotation_is_the_source_s(folder: Path) -> None:
    drifted = f"{HEAD}  > the Contractor apologised and\n      Will pay … NOTHING else  @s(p. 1)\n"
    assert mended(drifted, folder) == (
        f"{HEAD}  > the contractor apologised, and will pay … Nothing else  @s(p. 1)\n"
    )
    absent = f"{HEAD}  > its northern arch has never come  @s\n"
    assert mended(absent, folder) == absent
    assert mended(absent, folder, unsafe=True) == f"{HEAD}  > its northern arch has not come  @s\n"


@pytest.mark.parametrize(
    ("quotation", "written"),
    [
        ("The ferry carries 1 500 people", "The ferry carries 1,500 people"),
        ("The ferry carries 500 people", "The ferry carries 1,500 people"),
        (
            "apologised, and will pay for the ferry as long",
            "apologised, and will pay for the ferry “as long",
        ),
        ("3–4 more than last year", "3–4 % more than last year"),
        ("from six to midnight on Sundays", "from six to midnight – on Sundays"),
        ("A well-kept boat, the ferryman’s stands", "A well-kept boat, the ferryman’s own, stands"),
    ],
)
def test_what_is_put_in_stands_as_in_the_source(folder: Path, quotation: str, written: str) -> None:
    text = mended(f"{HEAD}  > {quotation}  @s\n", folder, unsafe=True)
    assert text == f"{HEAD}  > {written}  @s\n"
    assert found(text, folder) == ()


def test_what_cannot_stand_in_a_map_is_not_put_in(tmp_path: Path) -> None:
    said = "The \x07Bell rang, and \u202eshe\u202c was \u200fhere, too"
    (tmp_path / "s.txt").write_text(said, encoding="utf-8")
    text = f"{HEAD}  > the bell rang And She Was here too  @s\n"
    made = f"{HEAD}  > the Bell rang, and she was here, too  @s\n"
    assert mended(text, tmp_path) == made
    assert found(made, tmp_path) == ()


@pytest.mark.parametrize(
    ("said", "quotation", "written"),
    [
        ("it *opens late* in May", "it Opens late in May", "it opens late in May"),
        ("it opens late in May", "it *Opens late* in May", "it *opens late* in May"),
        ("it opens, late in May", "it *opens* _late_ in May", "it *opens*, _late_ in May"),
        ("it opens late in May", "it opens, *la te* in May", "it opens *late* in May"),
        (
            "it opens (so late), in May",
            "it opens (*So* late) in May",
            "it opens (*so* late), in May",
        ),
        ("it is 2 * 3 wide, at most", "it is 2 * 3 wide at *most*", "it is 2 * 3 wide, at *most*"),
        ("it has 2 * 3, or a*b, wide", "it has 2 * 3 or a*b, wide", "it has 2 * 3, or a*b, wide"),
    ],
)
def test_emphasis_is_not_torn_apart(
    tmp_path: Path, said: str, quotation: str, written: str
) -> None:
    (tmp_path / "s.txt").write_text(said)
    text = mended(f"{HEAD}  > {quotation}  @s\n", tmp_path)
    assert text == f"{HEAD}  > {written}  @s\n"
    assert found(text, tmp_path) == ()


def test_a_mended_locator_is_where_the_words_are(folder: Path) -> None:
    text = f"{HEAD}  > Nothing else was decided  @s(ll. 1-2)\n"
    assert mended(text, folder) == f"{HEAD}  > Nothing else was decided  @s(l. 10)\n"
    missing = f"{HEAD}  > Nothing else was decided  @s(l. 99)\n"
    assert names(found(missing, folder)) == ["unknown-locator"]


@given(st.data())
def test_what_drifts_is_found_and_mended_for_good(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["english", "german", "french", "greek"]))
    words = TEXTS[name].split()
    start = data.draw(st.integers(0, len(words) - 6))
    cut = words[start : start + data.draw(st.integers(6, 40))]
    at = data.draw(st.integers(1, len(cut) - 2))
    how = data.draw(st.sampled_from([str.upper, lambda one: f"{one},", lambda one: f"({one})"]))
    cut[at] = how(cut[at])
    text = f"@s A source  {{file: {name}.txt}}\n\n[c] A claim.\n  > {' '.join(cut)}  @s\n"
    before = names(found(text, folder))
    assert before in ([], ["quote-drift"])
    plain = mended(text, folder)
    assert found(plain, folder) == ()

    first = data.draw(st.integers(0, len(cut) - 1))
    last = data.draw(st.integers(first, len(cut) - 1))
    bare = " ".join(cut)
    cut[first] = f"*{cut[first]}"
    cut[last] = f"{cut[last]}*"
    emphasised = mended(text.replace(bare, " ".join(cut)), folder)
    assert emphasised.replace("*", "") == plain
    assert emphasised.count("*") == 2


def test_one_file_is_one_fault(folder: Path) -> None:
    text = "@s A source  {file: none.txt}\n\n[c] A claim.\n  > A word  @s(l. 3)\n  > Another  @s\n"
    assert names(found(text, folder)) == ["source-file-missing"]


def test_a_map_does_not_prove_itself(tmp_path: Path) -> None:
    text = "@s A source  {file: ./map.arg}\n\n[c] A claim.\n  > A word or two  @s\n"
    (tmp_path / "map.arg").write_text(text, encoding="utf-8")
    (one,) = found(text, tmp_path)
    assert names((one,)) == ["source-file-unreadable"]
    assert "it is the very file that cites it" in one.message


def test_a_quotation_of_two_sources_is_looked_up_in_both(folder: Path) -> None:
    text = (
        "@s A source  {file: s.txt}\n@g Another  {file: german.txt}\n\n"
        "[c] A claim.\n  > Nothing else was decided  @s @g\n"
    )
    assert names(found(text, folder)) == ["quote-not-in-source"]


def test_what_an_import_quotes_is_looked_up_where_it_stands(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "s.txt").write_text(MINUTES, encoding="utf-8")
    (inner / "part.arg").write_text(f"{HEAD}  > no such words here  @s\n", encoding="utf-8")
    text = "import inner/part.arg as part\n\n[d] Another.\n  + [part/c]\n"
    assert "quote-not-in-source" not in names(check(text, tmp_path))
    own = f"{text}\n[e] One more.\n  > Nothing else was decided  @part/s\n  > Not this  @part/s\n"
    assert names(check(own, tmp_path)).count("quote-not-in-source") == 1
