"""A claim with both a likelihood and a confidence.

What it does
    Finds a claim that has `likelihood` and `confidence` at once.

Why it is bad
    How likely something is and how sure the writer is of that judgment are two things. Side by
    side in one sentence they are read as one, which is why ICD 203 keeps them apart.

Example
    [rain] It will rain.  {likely, confidence: low}

Use instead
    [rain] It will rain.  {likely}

Reference
    Intelligence Community Directive 203, "Analytic Standards", 2015, section D.6.e.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG209", "likelihood-and-confidence", "info", default=False)


def check(context: Context) -> Iterator[Diagnostic]:
    """Each such claim."""
    for claim in context.claims:
        if claim.get("likelihood") is not None and claim.get("confidence") is not None:
            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} has both a likelihood and a confidence",
                "keep the likelihood, and give the confidence to what it rests on",
            )
