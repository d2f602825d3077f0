"""A pin changes the checksum of its source and nothing else, and pins once."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics import has_errors
from argmap.lint.context import Context
from argmap.lint.pinning import Pin, pinned, pins
from argmap.model import ArgumentMap, Source
from argmap.source import SourceFile
from argmap.syntax import format_document, parse
from argmap.workspace import load_text

TEXT = "The bridge opens late.\n"
DIGEST = sha256(TEXT.encode()).hexdigest()

PAIRS = st.lists(
    st.sampled_from(
        (
            'author: "Roe, \\"Al\\""',
            "grade: B2",
            "url:https://example.org/a?b",
            "x-own: 桥 👍🏽",
            "x-flag",
            f"sha256: {'0' * 64}",
            f"sha256:{DIGEST}",
            f"sha256 : {DIGEST.upper()}",
        )
    ),
    unique_by=lambda one: one.partition(":")[0].strip(),
    max_size=4,
)


@st.composite
def sources(draw: st.DrawFn, number: int) -> str:
    """A source with a file, with its attributes in any order and any layout."""
    pairs = draw(st.permutations([*draw(PAIRS), "file: s.txt"]))
    comma, pad = draw(st.sampled_from((", ", " ,", ",   "))), draw(st.sampled_from(("", " ")))
    title = draw(st.sampled_from(("", "A source", "A {3} of # and @", "Zwei Zeilen\n     lang")))
    tag = draw(st.sampled_from(("", " #old")))
    attributes = f"{{{comma.join(pairs)}{pad}}}"
    note = draw(st.sampled_from(("", "\n  : a note {file: s.txt}", "\n\n\n// a comment")))
    return f"@s{number} {title}  {attributes}{tag}{note}\n"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A map with some sources, and with line ends of one kind."""
    made = "".join(draw(sources(number)) for number in range(draw(st.integers(1, 3))))
    quotes = draw(
        st.sampled_from(("", "  > bridge opens  @s0\n", "  >   The …   late @s0(l. 1)\n"))
    )
    whole = f"{made}@t Without a file\n\n[a]   A claim.  @s0\n{quotes}"
    return whole.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sources")
    (made / "s.txt").write_text(TEXT, encoding="utf-8")
    return made


def run(text: str, folder: Path) -> tuple[tuple[Pin, ...], str, ArgumentMap]:
    loaded = load_text(text, "map.arg", folder)
    assert not has_errors(loaded.diagnostics), loaded.diagnostics
    context = Context(loaded.map, loaded.document, library=loaded.library())
    found = pins(context)
    return found, pinned(context, found), loaded.map


def without(map_: ArgumentMap) -> ArgumentMap:
    """The map without the checksums of its sources."""

    def bare(source: Source) -> Source:
        kept = tuple(one for one in source.attributes if one.key != "sha256")
        return replace(source, attributes=kept)

    return replace(map_, sources=tuple(map(bare, map_.sources)))


@given(texts())
def test_a_pin_is_all_that_changes(folder: Path, text: str) -> None:
    found, after, before_map = run(text, folder)
    again, twice, after_map = run(after, folder)
    for one in found:
        same = str(one.source.get("sha256")).lower() == DIGEST
        assert one.outcome == ("unchanged" if same else "pinned")
        if one.source.get("sha256") is None:
            assert after_map.source[one.source.id].attributes[-1].key == "sha256"
    assert all(one.outcome == "unchanged" for one in again)
    assert twice == after
    assert without(after_map) == without(before_map)
    for source in after_map.sources:
        wanted = DIGEST if source.get("file") else None
        assert str(source.get("sha256") or "").lower() == (wanted or "")
    old, new = text.split("\n"), after.split("\n")
    assert len(old) == len(new)
    changed = [one for one, other in zip(old, new, strict=True) if one != other]
    assert len(changed) == sum(one.outcome == "pinned" for one in found)


def formatted(text: str) -> str:
    return format_document(parse(SourceFile("map.arg", text)).document)


@given(texts())
def test_a_pin_is_laid_out_as_the_formatter_would(folder: Path, text: str) -> None:
    after = run(formatted(text), folder)[1]
    assert after == formatted(run(text, folder)[1])
    assert formatted(after) == after
