"""`check --today` says what day it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from .helpers import Runner


@pytest.mark.parametrize(
    ("today", "code"), [("2026-01-30", 0), ("2026-01-31", 0), ("2026-02-01", 1)]
)
def test_a_review_is_due_when_its_day_is_over(
    run: Runner, tmp_path: Path, today: str, code: int
) -> None:
    (tmp_path / "m.arg").write_text("[a] A.  {review: 2026-01-31}\n  + [b] B.  {review: 2026-01}\n")
    assert run("check", "m.arg", "--today", today).code == code


@pytest.mark.parametrize("wrong", ["2026-13-01", "20260131", "2026-W01-1", "tomorrow", ""])
def test_a_day_that_is_none_is_refused(run: Runner, tmp_path: Path, wrong: str) -> None:
    (tmp_path / "m.arg").write_text("[a] A.\n")
    done = run("check", "m.arg", "--today", wrong)
    assert done.code == 2
    assert f"`{wrong}` is not a date such as 2026-01-31" in done.err
