"""An answer to a critical question that no scheme asks here.

What it does
    Finds `answers` with the name of a question that is none of the scheme whose step is cut, or,
    for a reason or rebuttal, of no scheme in whose step the claim above is a premise or the
    conclusion.

Why it is bad
    A mistyped name is without effect, and the question it should have named stays open.

Example
    [rain] It will rain.
      +(sign, role: sign) [ants] The ants are moving their eggs.
        !(answers: other-cause) [moved] Someone has lifted the stone.

Use instead
    [rain] It will rain.
      +(sign, role: sign) [ants] The ants are moving their eggs.
        !(answers: other-causes) [moved] Someone has lifted the stone.

Reference
    `argmap scheme NAME` shows the questions of a scheme.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, did_you_mean
from argmap.lint.context import Context
from argmap.lint.rule import Rule

if TYPE_CHECKING:
    from argmap.schemes import Scheme

RULE = Rule("ARG604", "unknown-critical-question", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each answer to nothing; where a scheme is unknown, that is said already."""
    for step in context.map.steps:
        name = step.answers
        if name is None or not context.is_own(step.answers_at):
            continue
        schemes, unknown = context.schemes.asked(step)
        if unknown or any(scheme.question(name) for scheme in schemes):
            continue
        above = "the step that this cuts" if step.kind == "undercut" else "no step here"
        if not schemes:
            has = "has no scheme" if step.kind == "undercut" else "has a scheme"
            yield RULE.found(
                step.answers_at,
                f"{above} {has}, so nothing asks `{name}`",
                "name the scheme of the step that it is about, or take `answers` out",
            )
            continue
        asking = context.listed(f"`{scheme.name}`" for scheme in schemes)
        yield RULE.found(
            step.answers_at,
            f"`{name}` is no critical question of {asking}",
            _mend(context, name, schemes),
        )


def _mend(context: Context, name: str, schemes: Sequence[Scheme]) -> str:
    for scheme in schemes:
        if scheme.premise(name) is not None:
            about = [one.name for one in scheme.questions if one.challenges == name]
            if about:
                listed = context.listed(f"`{one}`" for one in about)
                return f"`{name}` is a premise; what is asked of it is {listed}"
    known = [question.name for scheme in schemes for question in scheme.questions]
    near = did_you_mean(name, known)
    if near is not None:
        return f"did you mean `{near}`?"
    return f"`argmap scheme {schemes[0].name}` shows the questions"
