"""Calls a function in a process of its own, which can take neither all memory nor forever.

For work on what strangers made, by code that cannot be stopped from within: a small file can be
made to unpack to gigabytes, or to lead its reader in circles.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Literal, NamedTuple, NoReturn, TypeVar

Answer = TypeVar("Answer")
Limit = Literal["processor", "clock", "memory", "answer"]


class Limits(NamedTuple):
    """What the work may take: seconds of the processor, seconds on the clock, bytes of memory; and
    how many bytes its answer may have.

    A system without such limits (Windows) keeps to the clock and the answer; macOS leaves out the
    memory.
    """

    processor: int
    clock: int
    memory: int
    answer: int


class BeyondLimits(Exception):
    """The work was ended at one of its limits."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.limit = limit


class Stopped(Exception):
    """The work ended without an answer; what it said last."""


_START = "import sys; sys.path[:] = sys.argv[1:]; from argmap.apart import answer; answer()"


def call_apart(limits: Limits, call: Callable[..., Answer], *arguments: object) -> Answer:
    """What `call` gives for the arguments; all of them must be such that they can be pickled.

    Raises BeyondLimits or Stopped, and OSError if no process can be started.
    """
    import subprocess  # noqa: PLC0415 - few maps need it

    try:
        done = subprocess.run(
            [sys.executable, "-c", _START, *sys.path],
            input=pickle.dumps((limits, call, arguments)),
            capture_output=True,
            timeout=limits.clock,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise BeyondLimits("clock") from None
    if done.returncode:
        if -done.returncode in _OUT_OF_TIME:
            raise BeyondLimits("processor")
        raise Stopped(_last_words(done.stderr) or f"it ended with {done.returncode}")
    beyond, found = pickle.loads(done.stdout)
    if beyond is not None:
        raise BeyondLimits(beyond)
    answered: Answer = found
    return answered


def answer() -> NoReturn:
    """In the other process: do the work, and end."""
    limits, call, arguments = pickle.load(sys.stdin.buffer)
    door, sys.stdout = sys.stdout.buffer, sys.stderr
    if os.name == "posix":
        _keep_to(limits)
    beyond: Limit | None = None
    found = b""
    try:
        found = pickle.dumps((None, call(*arguments)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        beyond = "memory"
    if len(found) > limits.answer:
        beyond = "answer"
    door.write(found if beyond is None else pickle.dumps((beyond, None)))
    door.flush()
    os._exit(0)  # taking apart what was made of the file would take as long as making it


if sys.platform == "win32":
    _OUT_OF_TIME: tuple[int, ...] = ()
else:
    import resource
    import signal

    _OUT_OF_TIME = (signal.SIGXCPU,)

    def _keep_to(limits: Limits) -> None:
        """Have the system hold this process to its limits; where it does not know one of them, the
        others hold."""
        for kind, most in (
            (resource.RLIMIT_CPU, limits.processor),
            (resource.RLIMIT_AS, limits.memory),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(OSError, ValueError):
                resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


def _last_words(said: bytes) -> str:
    """The last line of what a process said; of a traceback that is what went wrong."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""
