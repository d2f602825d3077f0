"""A rebuttal of an accepted claim that nothing answers.

What it does
    Finds a rebuttal of a claim with `stance: accept` that is neither undercut nor rebutted: no
    `!` cuts it, no `-` or `><` speaks against one of its premises, and none of them falls or has
    lost its reasons when the map is evaluated.

Why it is bad
    Whoever accepts the claim owes an answer, even if the reasons for it weigh more.

Example
    [move] We should move.  {stance: accept}
      +(strong) [rent] The rent goes up.
      -(weak) [boxes] Packing is tedious.

Use instead
    [move] We should move.  {stance: accept}
      +(strong) [rent] The rent goes up.
      -(weak) [boxes] Packing is tedious.
        - [friends] Our friends will help.

Reference
    The obligation to respond: Frans van Eemeren and Rob Grootendorst, "A Systematic Theory of
    Argumentation", 2004.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Step

RULE = Rule("ARG302", "unanswered-rebuttal", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each such rebuttal."""
    accepted = {claim.id for claim in context.map.claims if claim.get("stance") == "accept"}
    for step in context.steps:
        if step.kind != "rebuttal" or step.target not in accepted:
            continue
        if not _is_answered(context, step):
            rebuts = "rebuts" if len(step.premises) == 1 else "rebut"
            yield RULE.found(
                step.first_place,
                f"nothing answers {context.say_all(step.premises)}, which {rebuts} the accepted "
                f"{context.say(step.target)}",
                "answer it with `-` or `!`, or leave the stance `open`",
                label="the rebuttal",
                related=(context.defined(step.target, "accepted here"),),
            )


def _is_answered(context: Context, rebuttal: Step) -> bool:
    if rebuttal.id in context.undercuts:
        return True
    premises = rebuttal.premises
    if any(one in context.rebuttals or one in context.contraries for one in premises):
        return True
    fate = context.evaluation.claims
    return any(fate[one].label in ("out", "unsupported") for one in premises)
