"""An argument against something that it rests on itself.

What it does
    Finds a rebuttal or an undercut whose premises rest on the very claim, or on the very step,
    that it attacks, for want of any other reason. Looks up to 200 claims deep.

Why it is bad
    If the attack succeeds, it takes away its own ground. It can never succeed for good.

Example
    [trust] Witnesses can be trusted.
      - [lied] The second witness lied.
        + [said] The first witness says so.
          + [trust]

Use instead
    [trust] Witnesses can be trusted.
      - [lied] The second witness lied.
        + [letter] His letter shows that he knew.

Reference
    John Pollock, "Cognitive Carpentry", 1995, on self-defeating arguments.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Step

RULE = Rule("ARG206", "self-undermining", "warning")

_DEPTH = 200


def check(context: Context) -> Iterator[Diagnostic]:
    """Each attack on what its premises cannot do without."""
    for step in context.steps:
        if step.kind == "support" or step.premises == (step.target,):
            continue
        if step.target in _grounds(context, step):
            claims, one = context.map.claim, len(step.premises) == 1
            cuts = step.kind == "undercut"
            does = ("undercut" if cuts else "rebut") + ("s" if one else "")
            what = (
                _cut(context, context.map.step[step.target]) if cuts else context.say(step.target)
            )
            rest = "rests" if one else "rest"
            at = context.map.step[step.target].first_place if cuts else claims[step.target].at
            yield RULE.found(
                step.first_place,
                f"{context.say_all(step.premises)} {does} {what}, and {rest} on it",
                "give it a reason that does not depend on what it attacks",
                label="the attack",
                related=(Related(at, "what it rests on"),),
            )


def _cut(context: Context, step: Step) -> str:
    noun = "reason" if step.kind == "support" else step.kind
    return f"the {noun} {context.say_all(step.premises)}"


def _grounds(context: Context, attack: Step) -> set[str]:
    """The claims and steps that the premises of an attack rest on for want of another reason."""
    found = set(attack.premises)
    waiting = list(attack.premises)
    while waiting and len(found) < _DEPTH:
        claim = waiting.pop()
        reasons = context.supports.get(claim, ())
        if len(reasons) != 1 or context.has_own_ground(context.map.claim[claim]):
            continue
        found.add(reasons[0].id)
        for premise in reasons[0].premises:
            if premise not in found:
                found.add(premise)
                waiting.append(premise)
    return found
