"""Holding Python's garbage collector while many values are made that live on.

It would walk them over and over, and find nothing: no stage makes cycles.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_held() -> Iterator[None]:
    """Keep the collector from running inside, and leave it as it was.

    A whole command may be held that makes many values and reads no sources: the collector walks all
    of them as soon as it is let run.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
