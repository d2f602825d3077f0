"""An undercut of a step that fails anyway.

What it does
    Finds an undercut `!` of a step one of whose premises falls, or has nothing left to rest on,
    when the map is evaluated.

Why it is bad
    It changes nothing as things stand. That can be meant as "and even if": then leave it.

Example
    [open] The pass is open.
      + [bus] The bus went up this morning.
        ! [chains] The bus has chains.
        - [garage] The bus is in the garage.  {fact}

Use instead
    [open] The pass is open.
      + [bus] The bus went up this morning.
        - [garage] The bus is in the garage.  {fact}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG210", "vacuous-undercut", "info", default=False)


def check(context: Context) -> Iterator[Diagnostic]:
    """Each undercut of a step that a premise has left."""
    for step in context.steps:
        if step.kind != "undercut":
            continue
        cut = context.map.step[step.target]
        fate = context.evaluation.claims
        lost = [one for one in cut.premises if fate[one].label in ("out", "unsupported")]
        if lost:
            does = "undercuts" if len(step.premises) == 1 else "undercut"
            yield RULE.found(
                step.first_place,
                f"{context.say_all(step.premises)} {does} a step that fails anyway, "
                f"since {context.say(lost[0])} does not stand",
                "take it out, unless it is meant as “and even if”",
                label="the undercut",
                related=(Related(cut.first_place, "the step that it undercuts"),),
            )
