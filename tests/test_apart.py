"""Work in a process of its own ends at its limits."""

from __future__ import annotations

import sys
from time import sleep

import pytest

from argmap.apart import BeyondLimits, Limits, Stopped, call_apart

AMPLE = Limits(processor=20, clock=60, memory=1024**3, answer=10_000)
posix = pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")
linux = pytest.mark.skipif(sys.platform != "linux", reason="the system has no such limit")


def test_gives_what_the_function_gives() -> None:
    assert call_apart(AMPLE, sorted, [3, 1, 2]) == [1, 2, 3]


def test_what_is_printed_on_the_way_is_no_part_of_the_answer() -> None:
    assert call_apart(AMPLE, eval, "print('hm') or 3") == 3


@posix
def test_ends_at_the_limit_of_the_processor() -> None:
    with pytest.raises(BeyondLimits, match="processor"):
        call_apart(AMPLE._replace(processor=1), eval, "[0 for _ in iter(int, 1)]")


def test_ends_at_the_limit_of_the_clock() -> None:
    with pytest.raises(BeyondLimits, match="clock"):
        call_apart(AMPLE._replace(clock=1), sleep, 60)


@linux
def test_ends_at_the_limit_of_memory() -> None:
    with pytest.raises(BeyondLimits, match="memory"):
        call_apart(AMPLE, bytearray, 2 * 1024**3)


def test_ends_at_the_limit_of_the_answer() -> None:
    with pytest.raises(BeyondLimits, match="answer"):
        call_apart(AMPLE, bytes, 10_001)


def test_an_error_is_told_in_its_own_words() -> None:
    with pytest.raises(Stopped, match=r"^ValueError: invalid literal for int"):
        call_apart(AMPLE, int, "x")


def test_the_end_of_the_process_is_no_answer() -> None:
    with pytest.raises(Stopped):
        call_apart(AMPLE, sys.exit, 3)
