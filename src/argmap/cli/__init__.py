"""The command line. This module is the one door in and out, and loads next to nothing.

Whatever goes wrong behind it ends here as one line for people and an exit code: 0 done and
clean, 1 findings, 2 could not do it, 130 stopped by Ctrl-C, 141 nobody reads the output.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper

from argmap.cli.version import VERSION

TYPE_CHECKING = False  # the one of `typing` would load `typing` at every start
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

_INTERRUPTED = 130
_COMPLETION = "_ARGMAP_COMPLETE"
"""Set by a shell that asks how a line could go on."""


def main() -> NoReturn:
    """Run the command that the arguments of the process name, and end the process."""
    _speak_utf8()
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 0
    except Exception as error:  # noqa: BLE001  (the one place where any error may end)
        code = import_module("argmap.cli.failures").explain(error)
    _leave(code)


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        sys.stdout.write(f"argmap {VERSION}\n")
        sys.stdout.flush()
        return 0
    # Most of what is made while modules load and a map is read lives as long as the process, so
    # looking for garbage at Python's usual pace only takes time.
    gc.set_threshold(100_000, 20, 100)
    if os.name != "nt" and _COMPLETION not in os.environ:
        call: Callable[[], int] | None
        call = import_module("argmap.cli.table").plain_call(arguments)
        if call is not None:
            return call()
    code: int = import_module("argmap.cli.commands").run()
    return code


def _speak_utf8() -> None:
    """Write UTF-8 on every system; what cannot be written in it is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave(code: int) -> NoReturn:
    """End the process at once; taking the modules down one by one would take a tenth of a run."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
