"""Applies the fixes of findings to a text, each whole or not at all."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeVar

from argmap.diagnostics import Diagnostic, Fix
from argmap.source import SourceFile

ROUNDS = 50
"""How often a text is mended and looked at again. Fixes that make room for others are few."""

ATTEMPTS = 64
"""How often fixes are tried in a round. One that would make a mistake is rare."""


class Mended(NamedTuple):
    """A text after fixes, and how many findings were fixed on the way.

    `settled` says that no more could be fixed: a fix that is still offered makes a mistake.
    """

    text: str
    fixed: int
    settled: bool = False


def mend(
    source: SourceFile,
    find: Callable[[str], Iterable[Diagnostic]],
    breaks: Callable[[Iterable[Diagnostic]], int],
    *,
    unsafe: bool,
) -> Mended:
    """Fix what can be fixed, and what can be fixed then, until nothing is left to fix.

    `find` gives the findings of a text, and `breaks` how many of them must not become more: of a
    round of fixes after which there are more, those are taken that make none.
    """
    text, fixed = source.text, 0
    findings = tuple(find(text))
    seen = {text}

    def attempt(fixes: Sequence[Fix]) -> tuple[str, tuple[Diagnostic, ...]] | None:
        following = apply(SourceFile(source.path, text), fixes)
        if following in seen:
            return None
        after = tuple(find(following))
        return None if breaks(after) > breaks(findings) else (following, after)

    for _ in range(ROUNDS):
        chosen = choose(findings, source.path, unsafe=unsafe)
        taken, made = _harmless(chosen, attempt)
        if made is None:
            return Mended(text, fixed, settled=True)
        text, findings = made
        seen.add(text)
        fixed += len(taken)
    return Mended(text, fixed)


Made = TypeVar("Made")


def _harmless(
    chosen: Sequence[Fix], attempt: Callable[[Sequence[Fix]], Made | None]
) -> tuple[list[Fix], Made | None]:
    """The fixes with which an attempt succeeds, and what it makes: all of them; or those that are
    found by leaving out, again and again, half of what fails."""
    taken: list[Fix] = []
    made: Made | None = None
    waiting = [list(chosen)] if chosen else []
    for _ in range(ATTEMPTS):
        if not waiting:
            break
        group = waiting.pop()
        tried = attempt([*taken, *group])
        if tried is not None:
            taken, made = [*taken, *group], tried
        elif len(group) > 1:
            half = len(group) // 2
            waiting += [group[half:], group[:half]]
    return taken, made


def fixable(one: Diagnostic, path: str, *, unsafe: bool) -> bool:
    """Whether a finding has a fix that may be applied to a file."""
    fix = one.fix
    return (
        fix is not None
        and bool(fix.edits)
        and (unsafe or fix.safety == "safe")
        and all(edit.span.path == path for edit in fix.edits)
    )


def without_fixes(
    findings: Iterable[Diagnostic], path: str, *, unsafe: bool
) -> tuple[Diagnostic, ...]:
    """Findings without the fixes that may be applied to a file, and that proved to be of no use."""
    return tuple(
        replace(one, fix=None) if fixable(one, path, unsafe=unsafe) else one for one in findings
    )


def choose(findings: Iterable[Diagnostic], path: str, *, unsafe: bool) -> tuple[Fix, ...]:
    """The fixes that can be applied at once: of two that touch the same text the first one."""
    taken: list[Range] = []
    chosen: list[Fix] = []
    for one in findings:
        if one.fix is None or not fixable(one, path, unsafe=unsafe):
            continue
        ranges = sorted((edit.span[1:3], edit.span[3:5]) for edit in one.fix.edits)
        apart = all(before[1] <= after[0] for before, after in pairwise(ranges))
        if apart and not any(_touches(new, taken) for new in ranges):
            for new in ranges:
                insort(taken, new)
            chosen.append(one.fix)
    return tuple(chosen)


Place = tuple[int, int]
Range = tuple[Place, Place]
"""From a line and column to a line and column."""


def _touches(new: Range, taken: list[Range]) -> bool:
    """Whether a range meets one of the others, which are in order and apart."""
    at = bisect_left(taken, new)
    before = at > 0 and taken[at - 1][1] >= new[0]
    return before or (at < len(taken) and taken[at][0] <= new[1])


def apply(source: SourceFile, fixes: Collection[Fix]) -> str:
    """The text with fixes applied that do not touch each other."""
    edits = sorted(
        (
            (source.offset(e.span.line, e.span.column), source.offset(*e.span[3:5]), e.text)
            for fix in fixes
            for e in fix.edits
        ),
        reverse=True,
    )
    pieces: list[str] = []
    end = len(source.text)
    for start, stop, new in edits:
        pieces += (source.text[stop:end], new)
        end = start
    return source.text[:end] + "".join(reversed(pieces))
