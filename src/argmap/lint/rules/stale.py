"""A claim or a source whose review is due.

What it does
    Finds a `review:` date that is past, on a claim, on a source, and on a source of a bibliography
    that is cited. `review: 2024-05` is past when that month is over. `--today DATE` says what day
    it is; without it the clock does.

Why it is bad
    Whoever wrote the date did not trust the claim or the source for longer.

Example
    [price] Bread costs two florins.  {review: 2020-05}

Use instead
    [price] Bread costs two florins.  {review: 2090-05}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Claim, Source

RULE = Rule("ARG508", "stale", "warning")
_MEND = "look at it again, and move the date or mend what has changed"


def check(context: Context) -> Iterator[Diagnostic]:
    """Each claim and source with a date before today, which is nowhere if no one says it."""
    today = context.options.today
    for claim in context.claims:
        due = _due(claim, today)
        if due:
            yield RULE.found(
                claim.at, f"{context.say(claim.id)} was to be reviewed by {due}", _MEND
            )
    for source in context.sources:
        due = _due(source, today)
        if due:
            yield RULE.found(source.at, f"`@{source.id}` was to be reviewed by {due}", _MEND)
    told: set[str] = set()
    for claim in context.claims if context.map.imports else ():
        for cite in claim.citations:
            listed = context.map.source.get(cite.source or "")
            # What another map declares is checked there; a bibliography is not checked by itself.
            if listed is None or listed.id in told or listed.at.path.endswith(".arg"):
                continue
            due = "" if context.is_own(listed.at) else _due(listed, today)
            if due:
                told.add(listed.id)
                where = Related(listed.at, "listed here")
                message = f"`@{listed.id}` was to be reviewed by {due}"
                yield RULE.found(cite.at, message, _MEND, related=(where,))


def _due(thing: Claim | Source, today: str) -> str:
    """The date by which it was to be reviewed, if that is over; else nothing."""
    review = thing.get("review")
    return review if isinstance(review, str) and today[: len(review)] > review else ""
