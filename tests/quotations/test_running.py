"""What runs along the edges of pages does not divide what goes on from one to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.quotations import pdf
from argmap.quotations.locators import natural_place
from argmap.quotations.running import without_running
from argmap.quotations.text import SourceText
from argmap.quotations.verify import verify

from . import paper
from .texts import MINUTES, finder


def bodies(pages: list[str], names: list[str] | None = None) -> list[str]:
    called = names or [str(number) for number in range(1, len(pages) + 1)]
    return without_running(pages, [(one,) for one in called])[0]


WORDS = MINUTES.split()


def set_on(depth: int, head: str, foot: str, title: str = "") -> list[list[str]]:
    """The minutes on pages of some lines, with a head and a foot."""
    lines = [" ".join(WORDS[n : n + 7]) for n in range(0, len(WORDS), 7)]
    pages = [lines[n : n + depth] for n in range(0, len(lines), depth)]
    return [
        [
            *([title] if title and not n else []),
            *([head.format(n + 31)] if head else []),
            *page,
            *([foot.format(n + 31)] if foot else []),
        ]
        for n, page in enumerate(pages)
    ]


@given(
    st.integers(1, 5),
    st.sampled_from(["", "Minutes", "{} Minutes of the council", "Of bridges | page {}"]),
    st.sampled_from(
        ["", "{}", "- {} -", "page {} of 99", "Printed on 3/4/2025 at 19:30", "The clerk"]
    ),
    st.sampled_from(["", "A title"]),
    st.data(),
)
def test_a_passage_goes_on_over_heads_and_feet(
    depth: int, head: str, foot: str, title: str, data: st.DataObject
) -> None:
    pages = set_on(depth, head, foot, title)
    texts = ["\n".join(page) for page in pages]
    names = [(str(n + 1), str(n + 31)) for n in range(len(pages))]
    source = finder(SourceText("\f".join(without_running(texts, names)[0])))
    start = data.draw(st.integers(0, len(WORDS) - 2))
    cut = WORDS[start : data.draw(st.integers(start + 1, len(WORDS)))]
    assert verify(source, " ".join(cut)).status in ("exact", "empty")


@pytest.mark.parametrize(
    "pages",
    [
        ["12 34\n56 78", "13 40\n57 99", "14 41\n50 60"],
        ["120\n130", "220\n140", "90\n150"],
        ["Table 3\nrows", "Table 5\nmore", "Table 6\nmost"],
        ["one\nTotal 120", "two\nTotal 130", "three\nTotal 95"],
        ["The same\none", "two"],
        ["So it is.\n", "x" * 200, "", "\n\n"],
    ],
)
def test_leaves_in_place_what_differs_by_more_than_the_page(pages: list[str]) -> None:
    assert bodies(pages) == pages


def test_takes_the_numbers_of_pages_for_what_they_are() -> None:
    assert bodies(["one\n1", "two\n2"]) == ["1\none", "two"]
    assert bodies(["iv\none", "v\ntwo"], ["iv", "v"]) == ["iv\none", "two"]
    assert bodies(["7\none", "8\ntwo"]) == ["7\none", "8\ntwo"]
    assert bodies(["one", "2\ntwo"]) == ["one", "two"]
    assert bodies(["a", "8\nb", "9\nc", "10\nd"]) == ["a", "b", "c", "d"]


def test_heads_that_alternate_run_as_well() -> None:
    pages = [f"{'Author' if n % 2 else 'Title'} {n}\nline {'abcdefgh'[n]}" for n in range(8)]
    assert bodies(pages, [""] * 8)[2:] == [f"line {one}" for one in "cdefgh"]


def test_what_runs_can_still_be_quoted() -> None:
    pages = [["Report on bridges", "It is old."], *(["Report on bridges", str(n)] for n in "abc")]
    pages += [["The second part", n] for n in "defg"]
    found = pdf.read(paper.paper(pages))
    assert isinstance(found, SourceText)
    source = finder(found)
    for quotation, place in {
        "Report on bridges It is old": "p. 1",
        "a b c d e f g": "pp. 2-8",
        "The second part": "p. 8",
    }.items():
        verdict = verify(source, quotation)
        assert verdict.status == "exact"
        assert natural_place(found, *source.span(verdict.hits[0])) == place
