"""A claim that speaks against itself.

What it does
    Finds a claim that is a rebuttal of itself, or that is said to contradict itself.

Why it is bad
    Such a claim can never stand, whatever else is said, and neither can what rests on it. Mostly
    an id was mistyped, or the line stands one level too deep.

Example
    [liar] What I say now is false.
      - [liar]

Use instead
    [liar] What I say now is false.
      - [said] Whoever says so means it to be true.

Reference
    Self-attacking arguments: Phan Minh Dung, "On the acceptability of arguments", Artificial
    Intelligence 77, 1995.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Contradiction
from argmap.source import Span

RULE = Rule("ARG102", "self-attack", "error")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each rebuttal and contradiction between a claim and itself."""
    attacks = [
        (step.first_place, step.target, "rebuts")
        for step in context.steps
        if step.kind == "rebuttal" and step.premises == (step.target,)
    ]
    attacks += [
        (_named_again(context, contradiction), contradiction.claims[0], "contradicts")
        for contradiction in context.map.contradictions
        if len(set(contradiction.claims)) == 1
    ]
    for at, claim, does in attacks:
        yield RULE.found(
            at,
            f"{context.say(claim)} {does} itself",
            "name the claim that is meant, or indent the line below that one",
            label=f"what {does} it",
            related=(context.defined(claim, "the claim"),),
        )


def _named_again(context: Context, contradiction: Contradiction) -> Span:
    """The place where a contradiction names its claim a second time, behind its marker."""
    at = contradiction.at[:3]
    entries = (one for one in context.document.entries if one.marker[:3] == at)
    return next((one.focus for one in entries), contradiction.at)
