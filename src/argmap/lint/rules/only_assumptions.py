"""An accepted claim that rests on assumptions alone.

What it does
    Finds a claim with `stance: accept` all of whose reasons lead back to claims with
    `basis: assumption` and to nothing else.

Why it is bad
    What is accepted stands then on what nobody has shown.

Example
    [move] We should move.  {stance: accept}
      + [rent] The rent will go up.  {assumption}

Use instead
    [move] We should move.  {stance: accept}
      + [rent] The rent will go up.  {assumption}
      + [noise] The street is loud.

Reference
    Key assumptions check: Richards Heuer and Randolph Pherson, "Structured Analytic Techniques
    for Intelligence Analysis", 2011.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.graph import derived
from argmap.lint.rule import Rule

RULE = Rule("ARG307", "only-assumptions", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each accepted claim that has reasons, and no ground but assumptions."""
    accepted = [one for one in context.claims if one.get("stance") == "accept"]
    if not any(claim.id in context.supports for claim in accepted):
        return
    number, claims = context.number, context.map.claims
    leaves = [claim for claim in claims if claim.id not in context.supports]
    other = {claim.id for claim in leaves if claim.basis != "assumption"}
    other |= {claim.id for claim in claims if context.has_own_ground(claim)}
    reasons = [step for steps in context.supports.values() for step in steps]
    rules = [([number[p]], number[step.target]) for step in reasons for p in step.premises]
    grounded = derived([number[claim] for claim in other], rules)
    assumed = derived([number[one.id] for one in leaves if one.basis == "assumption"], rules)
    for claim in accepted:
        node = number[claim.id]
        if claim.id in context.supports and node in assumed and node not in grounded:
            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} is accepted and rests on assumptions alone",
                "back one of them, or leave the stance `open`",
                related=tuple(
                    context.defined(one, "it rests on this")
                    for one in context.supports[claim.id][0].premises
                ),
            )
