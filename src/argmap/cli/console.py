"""Standard output, standard error and the terminal behind them."""

from __future__ import annotations

import errno
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal, TextIO

ColorChoice = Literal["auto", "always", "never"]

_PATIENCE = 1.0
"""After how many seconds a wait is told."""
_BEAT = 0.12
_WHEEL = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


def emit(result: str | bytes) -> None:
    """Put a result on standard output, as UTF-8 and with its line breaks as they are."""
    data = result.encode("utf-8", "backslashreplace") if isinstance(result, str) else result
    try:
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


@contextmanager
def waiting(what: str, quiet: bool) -> Iterator[None]:
    """Turn a small wheel on the terminal while the work inside takes longer than a second."""
    if quiet or not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield
        return
    done = threading.Event()
    wheel = threading.Thread(target=_turn, args=(what, done), daemon=True)
    wheel.start()
    try:
        yield
    finally:
        done.set()
        wheel.join()


def _turn(what: str, done: threading.Event) -> None:
    if done.wait(_PATIENCE):
        return
    turn = 0
    while not done.wait(_BEAT):
        sys.stderr.write(f"\r{_WHEEL[turn % len(_WHEEL)]} {what}")
        sys.stderr.flush()
        turn += 1
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()
