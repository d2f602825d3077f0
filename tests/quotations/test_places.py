"""Locators: what they name, whether the source has it, and what is told of it."""

from __future__ import annotations

import pytest

from argmap.quotations import markdown, plain
from argmap.quotations.locators import Missing, natural_place, place_of, ranges, read_locator
from argmap.quotations.text import SourceText

PLAIN = plain.read(
    "Title\n\n1. One,\nand more.\n\n2. Two.\n\x0c\n(7) Seven,\non a new page.\n\nThe last.\n\x0c"
)
MARKDOWN = markdown.read(
    "---\ntitle: Not text\n---\n# The *first* part\n\nOne [link](to/somewhere) and `code`.\n\n"
    "## 1.1 Of ferries\n\n- a ferry\n- a **boat**\n\n## 1.2 Of bridges\n\nTwo.[^1]\n\n"
    "| a | b |\n|---|---|\n| c | d |\n\n<!-- hidden --><p>shown</p>\n\n"
    "# The second part\n\nThree.\n"
)


def said(source: SourceText, locator: str) -> list[str] | str | None:
    found = ranges(source, read_locator(locator))
    if isinstance(found, Missing):
        return found.near or found.there
    return None if found is None else [" ".join(source.text[a:b].split()) for a, b in found]


@pytest.mark.parametrize(
    ("locator", "unit", "names"),
    [
        ("p. 3", "page", [("3", "3")]),
        ("pp. 3-5, 9", "page", [("3", "5"), ("9", "9")]),
        ("page xiv", "page", [("xiv", "xiv")]),
        ("p. 3, l. 12", "page", [("3", "3")]),
        ("¶4", "paragraph", [("4", "4")]),
        ("paras 4–6", "paragraph", [("4", "6")]),
        ("l. 12", "line", [("12", "12")]),
        ("ll. 217-18", "line", [("217", "18")]),
        ("ll. 1 and 3; 7", "line", [("1", "1"), ("3", "3"), ("7", "7")]),
        ("pp. iv and xiv", "page", [("iv", "iv"), ("xiv", "xiv")]),
        ("§ 1.1", "heading", [("1.1", "1.1")]),
        ("Of ferries", "heading", [("Of ferries", "Of ferries")]),
        ("lines of thought", "heading", [("lines of thought",) * 2]),
    ],
)
def test_read(locator: str, unit: str, names: list[tuple[str, str]]) -> None:
    found = read_locator(locator)
    assert (found.unit, list(found.names)) == (unit, names)


@pytest.mark.parametrize(
    ("locator", "found"),
    [
        ("p. 1", ["Title 1. One, and more. 2. Two."]),
        ("p. 2", ["(7) Seven, on a new page. The last."]),
        ("pp. 1-2", ["Title 1. One, and more. 2. Two. (7) Seven, on a new page. The last."]),
        ("p. 3", "it has 2 pages"),
        ("¶1", ["Title", "1. One, and more."]),
        ("¶2", ["1. One, and more.", "2. Two."]),
        ("¶7", ["(7) Seven, on a new page."]),
        ("¶9", "it has 5 paragraphs"),
        ("l. 4", ["and more."]),
        ("ll. 3-4", ["1. One, and more."]),
        ("l. 99", "it has 12 lines"),
        ("l. 0", "it has 12 lines"),
        ("ll. 4-3", "it has 12 lines"),
        ("The last", None),
    ],
)
def test_in_plain_text(locator: str, found: list[str] | str | None) -> None:
    assert said(PLAIN, locator) == found


@pytest.mark.parametrize(
    ("locator", "found"),
    [
        ("The second part", ["The second part Three."]),
        ("Of ferries", ["1.1 Of ferries a ferry a boat"]),
        ("§ 1.1", ["1.1 Of ferries a ferry a boat"]),
        ("Of ferrie", "Of ferries"),
        ("p. 3", None),
        ("l. 6", ["One link and code."]),
        ("¶1", ["One link and code."]),
        ("table 3", None),
    ],
)
def test_in_markdown(locator: str, found: list[str] | str | None) -> None:
    assert said(MARKDOWN, locator) == found


def test_the_end_of_a_range_may_be_short() -> None:
    source = plain.read("\x0c".join(f"page {n}" for n in range(1, 240)))
    assert said(source, "pp. 217-18") == ["page 217 page 218"]
    assert said(source, "pp. 9-12") == ["page 9 page 10 page 11 page 12"]


def test_a_heading_names_all_that_stands_under_it() -> None:
    found = ranges(MARKDOWN, read_locator("the FIRST part"))
    assert found is not None
    assert not isinstance(found, Missing)
    ((start, end),) = found
    assert MARKDOWN.text[start:end].split()[:4] == ["The", "first", "part", "One"]
    assert "Two." in MARKDOWN.text[start:end]
    assert MARKDOWN.text[end:].startswith("The second part")


def test_markdown_is_read_as_it_is_shown() -> None:
    text = MARKDOWN.text
    assert [one for one in ("Not text", "hidden", "[^1]", "*") if one in text] == []
    assert [one for one in ("shown", "a boat", "c", "code") if one not in text] == []


def test_a_footnote_in_markdown_is_no_address() -> None:
    source = markdown.read(
        "In 1953,[^1] the sea[^b] came: [this][r].\n[^1]: https://example.org\n[^b]: Record,\n"
        "of *old*.\n[r]: to/somewhere\n\n> Quoted[^1].\n> [^c]: Third.\n\n    [^d]: code\n"
    )
    said = ["In 1953, the sea came: this.", "https://example.org", "Record, of old.", "Quoted."]
    blocks = [" ".join(source.text[a:b].split()) for a, b in source.paragraphs]
    assert blocks == [*said, "Third.", "[^d]: code"]
    assert source.line_at(source.text.index("of old")) == 4


@pytest.mark.parametrize("unit", ["p. {}", "¶{}", "l. {}", "ll. 1-{}"])
def test_a_number_beyond_counting_is_no_place(unit: str) -> None:
    found = ranges(PLAIN, read_locator(unit.format("9" * 5000)))
    assert isinstance(found, Missing)
    assert said(PLAIN, "l. 000000000000000000000004") == ["and more."]


def test_a_place_is_told_in_the_unit_of_the_locator() -> None:
    start = PLAIN.text.index("Seven")
    for unit, told in (("page", "p. 2"), ("line", "l. 8"), ("paragraph", "¶4")):
        assert str(place_of(PLAIN, unit, start, start + 5)) == told  # type: ignore[arg-type]
    assert natural_place(MARKDOWN, MARKDOWN.text.index("a ferry"), len(MARKDOWN.text)) != ""


@pytest.mark.parametrize("text", ["", "\n", "\x0c", "one", "\x0c\x0c"])
def test_small_texts_have_places(text: str) -> None:
    for source in (plain.read(text), markdown.read(text)):
        for locator in ("p. 1", "¶1", "l. 1", "One"):
            ranges(source, read_locator(locator))
        natural_place(source, 0, len(text))
