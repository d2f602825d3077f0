"""Reads maps and finds what is wrong with them, one after the other or on several cores."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.cli.inputs import Input
from argmap.diagnostics import Diagnostic, in_order
from argmap.extras import MissingExtra
from argmap.lint.settings import Settings
from argmap.report import Findings
from argmap.source import SourceFile, Span
from argmap.workspace import CannotRead
from argmap.workspace.findings import looked_at

MANY = 100
"""From how many maps on it pays to start more processes."""


class Judged(NamedTuple):
    """A map and all that was found in it, with the files that the findings point into.

    `unread` says why it could not be read, `lacking` what has to be installed for its sources.
    """

    name: str
    findings: tuple[Diagnostic, ...]
    files: Mapping[str, SourceFile]
    unread: str = ""
    lacking: tuple[str, ...] = ()


def judge(one: Input, settings: Settings) -> Judged:
    """Read a map and find what is wrong with it."""
    try:
        loaded = one.load()
    except (CannotRead, MissingExtra) as error:
        return Judged(one.name, (), {}, str(error))
    found, lacking = looked_at(loaded, settings)
    pointed = {span.path for finding in found for span in _spans(finding)}
    files = {path: file for path, file in loaded.files.items() if path in pointed}
    return Judged(one.name, found, files, lacking=lacking)


def _spans(finding: Diagnostic) -> Iterator[Span]:
    yield finding.span
    for other in finding.related:
        yield other.span


def judge_all(maps: Sequence[Input], settings: Sequence[Settings]) -> Iterator[Judged]:
    """Judge maps, each by its settings; the results come in the order of the maps."""
    workers = min(len(os.sched_getaffinity(0)), 8) if hasattr(os, "sched_getaffinity") else 1
    alone = len(maps) < MANY or workers < 2 or any(one.path is None for one in maps)
    if alone:
        yield from map(judge, maps, settings)
        return
    from multiprocessing import get_context  # noqa: PLC0415 - only where there are many maps

    with get_context("fork").Pool(workers) as pool:
        yield from pool.imap(_judge_pair, zip(maps, settings, strict=True), chunksize=16)


def _judge_pair(pair: tuple[Input, Settings]) -> Judged:
    return judge(*pair)


def not_read(results: Iterable[Judged]) -> tuple[str, ...]:
    """What could not be read, and why, a sentence each; what has to be installed, once."""
    said = (told for one in results for told in (one.unread, *one.lacking) if told)
    return tuple(dict.fromkeys(said))


def together(results: Sequence[Judged]) -> Findings:
    """The findings of all maps, each once even if two maps import the same file."""
    found: list[Diagnostic] = []
    files: dict[str, SourceFile] = {}
    for one in results:
        found += one.findings
        files.update(one.files)
    return Findings(in_order(found), files, sum(not one.unread for one in results))
