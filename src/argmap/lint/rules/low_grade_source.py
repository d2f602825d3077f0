"""High confidence that rests on poor sources alone.

What it does
    Finds a claim with `confidence: high` all of whose grounds, its own sources and those of its
    reasons down to the last, have a low grade: D to F for who says it, or 4 to 6 for what is said.
    A ground without a grade, or without a source, is not judged.

Why it is bad
    Confidence is about the quality of what a judgment rests on. Sources that are not reliable, or
    that no one can judge, do not bear it.

Example
    @rumour Talk at the market  {grade: E4}

    [late] The harvest came late.  @rumour {confidence: high}

Use instead
    @rumour Talk at the market  {grade: E4}
    @survey Survey of the mills  {grade: B2}

    [late] The harvest came late.  @rumour @survey {confidence: high}

Reference
    The grades are those of the Admiralty system (NATO STANAG 2511); for what confidence means, see
    Intelligence Community Directive 203, Office of the Director of National Intelligence, 2015.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related
from argmap.lint.context import Context
from argmap.lint.graph import derived
from argmap.lint.rule import Rule
from argmap.model import Claim, Source

RULE = Rule("ARG507", "low-grade-source", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each claim of high confidence that follows from poorly sourced claims and no others."""
    sure = [claim for claim in context.claims if claim.get("confidence") == "high"]
    low = {source.id: source for source in context.map.sources if _is_low(source)}
    if not sure or not low:
        return
    number, claims = context.number, context.map.claims
    poor = [claim for claim in claims if _rests_on(claim, low) and not claim.is_fact]
    grounded = [
        claim
        for claim in claims
        if claim.is_fact
        or any(one.source not in low for one in claim.citations)
        or not (claim.citations or claim.id in context.supports)
    ]
    steps = [step for reasons in context.supports.values() for step in reasons]
    rules = [([number[p] for p in step.premises], number[step.target]) for step in steps]
    sound = derived([number[one.id] for one in grounded], rules)
    followed = derived([number[one.id] for one in (*grounded, *poor)], rules)
    for claim in sure:
        node = number[claim.id]
        if node in followed and node not in sound:
            sources = [low[one.source] for one in claim.citations if one.source in low]
            grade = f" (`{sources[0].get('grade')}`)" if sources else ""
            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} has high confidence, and rests on sources of low "
                f"grade{grade} alone",
                "cite a better source, or lower the confidence",
                related=tuple(Related(one.at, "graded here") for one in sources[:1]),
            )


def _is_low(source: Source) -> bool:
    grade = source.get("grade")
    return isinstance(grade, str) and (grade[0] in "DEF" or grade[1:] in ("4", "5", "6"))


def _rests_on(claim: Claim, low: dict[str, Source]) -> bool:
    return any(one.source in low for one in claim.citations)
