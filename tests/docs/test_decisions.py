"""Decision records are short and have their three parts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.examples import ROOT

RECORDS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_records(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    number = f"{RECORDS.index(record) + 1:04}"
    assert record.name.startswith(f"{number}-")
    assert text.startswith(f"# {number}: ")
    heads = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert heads == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) < 30
