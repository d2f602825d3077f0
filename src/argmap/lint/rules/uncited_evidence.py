"""A claim that is said to be reported, without who reports it.

What it does
    Finds a claim with `basis: reported` that cites no source. A claim is left alone if a reason for
    it cites one: that says where the report is.

Why it is bad
    A report that no one can look up cannot be checked, and counts for little.

Example
    [late] The harvest came late.  {reported}

Use instead
    @survey Survey of the mills

    [late] The harvest came late.  @survey(p. 3) {reported}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Claim

RULE = Rule("ARG506", "uncited-evidence", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each reported claim without a source of its own or of a reason."""
    for claim in context.claims:
        if claim.basis != "reported" or _cites(claim):
            continue
        reasons = context.supports.get(claim.id, ())
        if any(_cites(context.map.claim[one]) for step in reasons for one in step.premises):
            continue
        quoted = "; its quotation names none" if claim.citations else ""
        yield RULE.found(
            claim.at,
            f"{context.say(claim.id)} is reported, and cites no source{quoted}",
            "cite who reports it: `@source(place)`, or change the basis",
        )


def _cites(claim: Claim) -> bool:
    return any(one.source is not None for one in claim.citations)
