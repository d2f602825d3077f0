"""Standard output, standard error and the terminal behind them."""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Literal, TextIO, TypeVar

ColorChoice = Literal["auto", "always", "never"]

_PATIENCE = 1.0
"""After how many seconds a wait is told."""
_BEAT = 0.12
_WHEEL = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_BAR = 20
"""How many characters the bar has."""

T = TypeVar("T")


def emit(*result: str | bytes) -> None:
    """Put a result, in one piece or more, on standard output, as UTF-8 and with its line breaks as
    they are."""
    try:
        for piece in result:
            data = piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece
            sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, "standard output") from error
    except AttributeError as error:  # a process can be started with no standard output at all
        raise OSError(errno.EBADF, "it is closed", "standard output") from error


def tell(message: str) -> None:
    """Say something beside the results; if nobody can hear it, that is no reason to fail."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"{message}\n")
        sys.stderr.flush()


def takes_color(choice: ColorChoice, stream: TextIO | None) -> bool:
    """Whether to colour what goes to this stream."""
    if choice != "auto":
        return choice == "always"
    return (
        is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at this stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


class _Work:
    """What is waited for, and how much of it is done; `total` is 0 where it cannot be counted."""

    __slots__ = ("done", "total", "what")

    def __init__(self, what: str, total: int) -> None:
        self.what, self.total, self.done = what, total, 0

    def told(self) -> str:
        """As it is shown on the terminal, in one line."""
        if self.total < 2:
            return self.what
        filled = _BAR * self.done // self.total
        bar = "━" * filled + "─" * (_BAR - filled)
        return f"{self.what} {bar} {self.done:,} of {self.total:,}"


@contextmanager
def waiting(what: str, quiet: bool) -> Iterator[None]:
    """Turn a small wheel on the terminal while the work inside takes longer than a second."""
    with _shown(_Work(what, 0), quiet):
        yield


def watched(results: Iterable[T], what: str, total: int, quiet: bool) -> list[T]:
    """All of the results; a bar on the terminal shows how many there are, if they take long."""
    work, found = _Work(what, total), list[T]()
    with _shown(work, quiet):
        for result in results:
            found.append(result)
            work.done += 1
    return found


@contextmanager
def _shown(work: _Work, quiet: bool) -> Iterator[None]:
    if quiet or not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield
        return
    done = threading.Event()
    wheel = threading.Thread(target=_turn, args=(work, done), daemon=True)
    wheel.start()
    try:
        yield
    finally:
        done.set()
        wheel.join()


def _turn(work: _Work, done: threading.Event) -> None:
    if done.wait(_PATIENCE):
        return
    turn = 0
    while not done.wait(_BEAT):
        sys.stderr.write(f"\r{_WHEEL[turn % len(_WHEEL)]} {work.told()}\x1b[K")
        sys.stderr.flush()
        turn += 1
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()
