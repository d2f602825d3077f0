"""A reason that is given for every answer of a question.

What it does
    Finds premises that support each answer of a question, equally strongly and with the same
    partners.

Why it is bad
    What speaks for every answer cannot tell them apart, however true and important it is.

Example
    ? [way] Which way do we take?
      = [hills] Over the hills.
        + [tuesday] It is Tuesday.
      = [coast] Along the coast.
        + [tuesday]

Use instead
    ? [way] Which way do we take?
      = [hills] Over the hills.
        + [tuesday] It is Tuesday.
        & [market] On Tuesdays the coast road is closed for the market.
      = [coast] Along the coast.
        + [flat] It is flat.

Reference
    Diagnosticity: Richards Heuer, "Psychology of Intelligence Analysis", 1999, chapter 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Step

RULE = Rule("ARG304", "non-diagnostic", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each reason that all answers of a question have in common."""
    for question in context.questions:
        if len(question.answers) < 2:
            continue
        given = [
            {_same(step): step for step in context.supports.get(answer, ())}
            for answer in question.answers
        ]
        shared = set(given[0]).intersection(*given[1:])
        for same in sorted(shared, key=lambda one: given[0][one].at):
            steps = [reasons[same] for reasons in given]
            steps.sort(key=lambda step: (not context.is_own(step.at), step.at))
            first, *others = [
                Related(step.first_place, f"for {context.say(step.target)}") for step in steps
            ]
            one = len(steps[0].premises) == 1
            yield RULE.found(
                first.span,
                f"{context.say_all(steps[0].premises)} support{'s' if one else ''} every answer "
                f"of {context.say_question(question)}, so {'it' if one else 'they'} cannot tell "
                "them apart",
                "take it out, or say what it shows about one answer and not the others",
                label=first.message,
                related=tuple(others[:_SHOWN]),
            )


def _same(step: Step) -> tuple[frozenset[str], float]:
    return frozenset(step.premises), 0.5 if step.strength is None else step.strength


_SHOWN = 8
