"""What is read of a PDF, and what is told of one that cannot be read."""

from __future__ import annotations

import sys
from io import BytesIO
from traceback import extract_tb
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from argmap.apart import Limits
from argmap.quotations.decode import Unreadable
from argmap.quotations.locators import natural_place, ranges, read_locator
from argmap.quotations.read import HTML, MARKDOWN, PDF, read_text
from argmap.quotations.text import SourceText
from argmap.quotations.verify import verify
from argmap.workspace.sources import LIMITS, read_source

from . import paper
from .texts import FRENCH, GERMAN, MINUTES, finder


def read(data: bytes) -> SourceText:
    found = read_text(PDF, data)
    assert isinstance(found, SourceText)
    return found


def told(data: bytes, limits: Limits = LIMITS) -> Unreadable:
    found = read_source(PDF, data, limits)
    assert isinstance(found, Unreadable)
    return found


BOOK = paper.paper(
    [
        ["Foreword", "The ferry is old."],
        [
            "The opening of the bridge is put off un-",
            "til spring, since the steel has not come; the",
        ],
        ["contractor apologised (at length), and paid. That was an extraor-"],
        ["dinary thing to do."],
    ],
    b"0 << /S /r >> 1 << /S /D /St 217 >>",
)


def test_pages_have_a_number_and_the_one_printed_on_them() -> None:
    book = read(BOOK)
    assert [page.names for page in book.pages] == [
        ("1", "i"),
        ("2", "217"),
        ("3", "218"),
        ("4", "219"),
    ]
    place = ranges(book, read_locator("p. 217"))
    assert place == ranges(book, read_locator("p. 2"))
    assert isinstance(place, tuple)
    assert "put off" in book.text[slice(*place[0])]
    assert not book.has_lines
    assert not book.paragraphs


@pytest.mark.parametrize(
    ("quotation", "place"),
    [
        ("The ferry is old", "p. i"),
        ("put off until spring", "p. 217"),
        ("the contractor apologised (at length)", "pp. 217-218"),
        ("an extraordinary thing", "pp. 218-219"),
    ],
)
def test_words_run_on_over_lines_and_pages(quotation: str, place: str) -> None:
    source = finder(read(BOOK))
    verdict = verify(source, quotation)
    assert verdict.status == "exact"
    assert natural_place(source.index.source, *source.span(verdict.hits[0])) == place


@given(st.data())
@settings(max_examples=25)
def test_any_passage_of_a_paper_is_found(data: st.DataObject) -> None:
    words = data.draw(st.sampled_from([MINUTES, GERMAN, FRENCH])).split()
    lines: list[str] = []
    at = 0
    while at < len(words):
        count = data.draw(st.integers(3, 11))
        lines.append(" ".join(words[at : at + count]))
        at += count
    depth = data.draw(st.integers(2, 9))
    pages = [lines[n : n + depth] for n in range(0, len(lines), depth)]
    source = finder(read(paper.paper(pages)))
    start = data.draw(st.integers(0, len(words) - 2))
    cut = words[start : data.draw(st.integers(start + 2, min(start + 40, len(words))))]
    assert verify(source, " ".join(cut)).status == "exact"
    at = data.draw(st.sampled_from([n for n, word in enumerate(cut) if word.isalnum()] or [0]))
    cut[at] = f"{cut[at]}qx"
    assert verify(source, " ".join(cut)).status == "absent"


def test_a_gap_in_a_word_hides_nothing() -> None:
    filler = [f"word{n} other{n} third{n}" for n in range(60)]
    scattered = "paid length the apologised at contractor"
    pages = [[scattered], *([filler] * 12), ["the con tractor apologised at length"]]
    source = finder(read(paper.paper(pages)))
    assert verify(source, "the contractor apologised at length").status == "exact"
    assert verify(source, "the contractor apologised at once").status == "absent"


def test_what_is_no_character_is_left_out() -> None:
    text = read(paper.paper([["one\ttwo"], ["three"]])).text
    assert text.count("\f") == 1
    text.encode()


# What cannot be read --------------------------------------------------------------------------

SOUND = paper.paper([["The bridge opens in spring."]])


@pytest.mark.parametrize(
    ("data", "reason", "mend"),
    [
        (b"", "it is no PDF", "fetch it again"),
        (b"<html>Sign in to read this", "it is no PDF", ".html"),
        (b"%PDF-1.7\n", "it is damaged", "print it to a new PDF"),
        (SOUND[: len(SOUND) // 2], "it is damaged", "print it to a new PDF"),
        (paper.written([paper.CATALOG]), "it is damaged", "print it to a new PDF"),
        (paper.paper([]), "it has no pages", "fetch it again"),
        (paper.written(paper.one_page(paper.stream(b""))), "there is no text", "has the words"),
        (paper.endless(), "there is no text", "has the words"),
        (paper.scan(), "it has pictures of pages and no text", "OCR"),
        (paper.bomb(), "page 1 is larger than its reader allows", "print it to a new PDF"),
        (paper.bomb(2), "page 1 is larger than its reader allows", "print it to a new PDF"),
        (paper.bushy(), "it is larger than its reader allows", "print it to a new PDF"),
        (paper.tangled(), "it is damaged", "print it to a new PDF"),
        (paper.brackets(), "page 1 is damaged (its parts contain each other)", "a new PDF"),
    ],
)
def test_tells_what_keeps_it_from_being_read(data: bytes, reason: str, mend: str) -> None:
    found = read_text(PDF, data)
    assert isinstance(found, Unreadable)
    assert found.reason.startswith(reason)
    assert mend in found.mend


@given(st.data())
@settings(max_examples=40)
def test_a_damaged_file_is_read_or_told_of(data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(BOOK)))
    other = data.draw(st.integers(cut, len(BOOK)))
    pieces = BOOK[:cut], data.draw(st.binary(max_size=20)), BOOK[other:]
    try:
        found = read_text(PDF, b"".join(pieces))
    except Exception as error:
        if not any("pypdf" in frame.filename for frame in extract_tb(error.__traceback__)):
            raise
        return  # such errors are told of where the file is read apart
    assert isinstance(found, SourceText | Unreadable)


def enciphered(user: str, algorithm: Literal["RC4-128", "AES-128", "AES-256"]) -> bytes:
    if algorithm.startswith("AES"):
        pytest.importorskip(
            "cryptography", reason="set up anew to try AES: `pip install -e .[dev]`"
        )
    writer = PdfWriter(clone_from=PdfReader(BytesIO(SOUND)))
    writer.encrypt(user_password=user, owner_password="owner", algorithm=algorithm)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_password_that_only_the_owner_needs_is_no_obstacle(
    algorithm: Literal["RC4-128", "AES-128", "AES-256"],
) -> None:
    assert "opens in spring" in read(enciphered("", algorithm)).text


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_password_that_readers_need_is_told_of(
    algorithm: Literal["RC4-128", "AES-256"],
) -> None:
    found = read_text(PDF, enciphered("secret", algorithm))
    assert isinstance(found, Unreadable)
    assert found.reason == "it opens with a password only"
    assert "qpdf --decrypt" in found.mend


# In a process of its own ----------------------------------------------------------------------


def test_reads_the_same_apart() -> None:
    assert read_source(PDF, BOOK, LIMITS) == read(BOOK)
    page = b"<h1>Of ferries</h1><p>The ferry is old.</p>" + b"<p>Again.</p>" * 6_000
    assert len(page) > HTML.apart
    assert read_source(HTML, page, LIMITS) == read_text(HTML, page)
    text = b"# Of ferries\n\nThe *ferry* is old.\n\n" * 2_000
    assert len(text) > MARKDOWN.apart
    assert read_source(MARKDOWN, text, LIMITS) == read_text(MARKDOWN, text)


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")
def test_takes_no_longer_than_it_may() -> None:
    found = told(paper.slow(), LIMITS._replace(processor=1))
    assert found.reason == "reading it takes more than 1 second of the processor"
    assert "a part of it" in found.mend


def test_takes_no_longer_on_the_clock_than_it_may() -> None:
    found = told(paper.slow(), LIMITS._replace(clock=1))
    assert found.reason == "reading it takes more than 1 second"


@pytest.mark.skipif(sys.platform != "linux", reason="the system has no such limit")
def test_takes_no_more_memory_than_it_may() -> None:
    little = LIMITS._replace(memory=120 * 1024**2)
    for found in (told(paper.bomb(), little), read_source(HTML, b"<p>word " * 500_000, little)):
        assert isinstance(found, Unreadable)
        assert found.reason == "reading it takes more than 120 MB of memory"


def test_holds_no_more_text_than_it_may() -> None:
    found = told(SOUND, LIMITS._replace(answer=100))
    assert found.reason == "its text is longer than 100 bytes"


def test_tells_what_stopped_its_reader() -> None:
    found = told(paper.surprising())
    assert found.reason.startswith("it is damaged, or its reader has a fault (TypeError: ")
    assert "save it anew" in found.mend
