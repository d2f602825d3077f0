"""What is said about findings, one output format a module.

A format is a module with a `write` and a line in the table below; it is imported when it is
asked for. None of them knows where a finding comes from or where the text goes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import NamedTuple

from argmap.report.findings import Findings
from argmap.report.summary import summary
from argmap.report.visible import visible, visible_lines

__all__ = [
    "FORMATS",
    "Findings",
    "Format",
    "Writer",
    "summary",
    "visible",
    "visible_lines",
    "writer",
]

Writer = Callable[[Findings, bool], str]
"""Makes the text of a report, each line ended; the flag says whether to colour it."""


class Format(NamedTuple):
    """Where a format is written, and whether people read it: then a line of summary follows."""

    module: str
    for_people: bool = False


FORMATS: Mapping[str, Format] = {
    "full": Format("argmap.report.full", for_people=True),
    "concise": Format("argmap.report.concise", for_people=True),
    "json": Format("argmap.report.json"),
    "json-lines": Format("argmap.report.json_lines"),
    "github": Format("argmap.report.github"),
    "gitlab": Format("argmap.report.gitlab"),
    "junit": Format("argmap.report.junit"),
    "rdjson": Format("argmap.report.rdjson"),
    "sarif": Format("argmap.report.sarif"),
}


def writer(name: str) -> Writer:
    """The `write` of one of `FORMATS`."""
    write: Writer = import_module(FORMATS[name].module).write
    return write
