"""A claim that the writer accepts and the map refutes, or the other way round.

What it does
    Finds a claim with `stance: accept` that falls when the map is evaluated, and one with
    `stance: reject` that stands.

Why it is bad
    The map says the opposite of what its writer holds. Either a reason is missing, or it is time
    to change one's mind.

Example
    [late] The harvest came late.  {stance: accept}
      -(strong) [early] The mills were full in July.  {fact}

Use instead
    [late] The harvest came late.  {stance: reject}
      -(strong) [early] The mills were full in July.  {fact}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG202", "stance-contradicts-map", "warning")

_AGAINST = {("accept", "out"), ("reject", "in")}
_HELD = {"accept": "accepted", "reject": "rejected"}


def check(context: Context) -> Iterator[Diagnostic]:
    """Each claim whose stance and label are opposed."""
    for claim in context.claims:
        stance = claim.get("stance")
        if stance not in ("accept", "reject"):
            continue
        result = context.evaluation.claims[claim.id]
        if (stance, result.label) in _AGAINST:
            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} is {_HELD[str(stance)]}, and yet it "
                f"{result.because.text.rstrip('.')}",
                "answer what decides this, or change the stance",
                hint="answer that, or change the stance",
                related=context.deciding(result.because),
            )
