"""The index lists every document, and no link in the docs leads nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.examples import ROOT

INDEX = ROOT / "docs" / "README.md"
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """The files that a page links to, and the heading in each, or an empty text."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    text = re.sub(r"`[^`\n]+`", "", text)
    for target, heading in _LINK.findall(text):
        yield (page.parent / target if target else page), heading


def anchors(page: Path) -> set[str]:
    """What links can name in a page: its headings, as they are made into anchors."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target, heading in links(page):
        assert target.exists(), target
        if heading:
            assert heading in anchors(target), f"{target}#{heading}"


def test_every_document_is_listed() -> None:
    """Those in folders are listed by the index of their folder."""
    for index in (INDEX, *(ROOT / "docs").glob("*/README.md")):
        listed = {target.resolve() for target, _ in links(index)}
        there = {page.resolve() for page in index.parent.glob("*.md")} - {index.resolve()}
        assert there <= listed, there - listed
