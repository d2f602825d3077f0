"""The pages in docs/rules are made from the rules, and are fresh.

`pytest tests/lint/test_docs.py --accept` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.lint.document import pages
from tests.conftest import Golden

FOLDER = Path(__file__).parents[2] / "docs" / "rules"


@pytest.mark.parametrize(("name", "text"), pages().items())
def test_page(name: str, text: str, golden: Golden) -> None:
    golden(FOLDER / name, text)


def test_no_page_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(pages())
