"""Going through places in order, again and again, until nothing is left to look at anew."""

from __future__ import annotations

from collections.abc import Iterator


def swept(marked: bytearray, *, forth: bool = True) -> Iterator[int]:
    """The marked places, from the first or from the last, each unmarked as it is given; of those
    marked meanwhile the ones that lie ahead."""
    at = marked.find(1) if forth else marked.rfind(1)
    while at >= 0:
        marked[at] = 0
        yield at
        at = marked.find(1, at + 1) if forth else marked.rfind(1, 0, at)
