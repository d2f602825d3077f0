"""Libraries that few maps need and that are installed on demand: the extras.

They are imported where they are used, inside of `extra`, which tells what to install when one is
not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class MissingExtra(Exception):
    """A library that is not installed, in one sentence for people that names the extra."""


@contextmanager
def extra(name: str, purpose: str) -> Iterator[None]:
    """Import inside of it what the extra `name` brings, which `purpose` (“reading a.bib”) takes.

    Raises MissingExtra if it is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.partition(".")[0] == "argmap":
            raise
        raise MissingExtra(
            f"{purpose} takes the extra `{name}`, which is not installed; "
            f"install it with `pip install 'argmap[{name}]'`"
        ) from error
