"""A step that can never apply, whatever else is said.

What it does
    Finds a step with two premises that exclude each other, and one with a premise that facts
    exclude: it contradicts them, or answers a question whose answer is a fact.

Why it is bad
    A step applies when all its premises stand. These cannot, so it says nothing, though it looks
    as if it did.

Example
    [close] The bridge should be closed.
      + [ice] There will be ice on it tomorrow.
        >< [warm] Tomorrow will be the warmest day of the year.  {fact}

Use instead
    [close] The bridge should be closed.
      + [ice] There will be ice on it tomorrow.
        - [warm] Tomorrow will be the warmest day of the year.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Step

RULE = Rule("ARG211", "dead-step", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each step that cannot apply, with the first cause for it."""
    hopeless = dict(_hopeless(context))
    for step in context.steps:
        causes = ((one, hopeless[one]) for one in step.premises if one in hopeless)
        cause = next(causes, None) or _clash(context, step)
        if cause is not None:
            premise, why = cause
            yield RULE.found(
                step.place_of(premise),
                f"this step can never bear on {context.say(context.root[step.id])}: {why}",
                "change the premise, or take the step out",
                label="the premise",
                related=(context.defined(context.root[step.id], "what it bears on"),),
            )


def _hopeless(context: Context) -> Iterator[tuple[str, str]]:
    """The claims that can never stand, with why."""
    facts = {claim.id for claim in context.map.claims if claim.is_fact}
    for clash in context.clashes:
        true = [claim for claim in clash.claims if claim in facts]
        if len(true) == clash.most:
            one = len(true) == 1
            why = f"which {'is a fact, excludes' if one else 'are facts, exclude'}"
            for claim in clash.claims:
                if claim not in facts:
                    yield claim, f"{context.say_all(true)}, {why} {context.say(claim)}"


def _clash(context: Context, step: Step) -> tuple[str, str] | None:
    """Two premises of a step that exclude each other."""
    if len(step.premises) == 1:
        return None
    premises = set(step.premises)
    answers: dict[str, str] = {}  # by question: the premise that answers it
    for premise in step.premises:
        others = (context.contraries.get(premise, set()) & premises) - {premise}
        for question in context.rivals.get(premise, ()):
            if (other := answers.setdefault(question.id, premise)) != premise:
                others.add(other)
        if others:
            other = min(others)
            return premise, f"{context.say(premise)} and {context.say(other)} exclude each other"
    return None
