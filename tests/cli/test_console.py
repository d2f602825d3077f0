"""What a terminal shows of work that takes long, and nothing else does."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Iterator

import pytest

from argmap.cli import console


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_a_bar_shows_how_many_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(console, "_PATIENCE", 0)
    monkeypatch.setattr(console, "_BEAT", 0.001)
    monkeypatch.setenv("TERM", "xterm")

    def work() -> Iterator[int]:
        for number in range(3):
            end = time.monotonic() + 10
            while f"{number} of 3" not in screen.getvalue() and time.monotonic() < end:
                time.sleep(0.001)
            yield number

    assert console.watched(work(), "checking", 3, False) == [0, 1, 2]
    shown = screen.getvalue()
    assert "checking ━━━━━━━━━━━━━─────── 2 of 3" in shown
    assert "\n" not in shown
    assert shown.endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("stream", "term", "quiet"),
    [(io.StringIO(), "xterm", False), (Terminal(), "dumb", False), (Terminal(), "xterm", True)],
    ids=["no terminal", "a dumb one", "quiet"],
)
def test_elsewhere_nothing_is_shown(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, term: str, quiet: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(console, "_PATIENCE", 0)
    monkeypatch.setattr(console, "_BEAT", 0.001)
    monkeypatch.setenv("TERM", term)
    slow = (time.sleep(0.01) or number for number in range(3))  # type: ignore[func-returns-value]
    assert console.watched(slow, "checking", 3, quiet) == [0, 1, 2]
    assert stream.getvalue() == ""
