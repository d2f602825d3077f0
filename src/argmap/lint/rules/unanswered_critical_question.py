"""A critical question of a scheme that nothing in the map takes up.

What it does
    Finds a step with a scheme and critical questions of it that nothing answers. A question is
    answered by what has its name in `answers` and stands where it can be about the step: an
    undercut of the step, or a reason or rebuttal of one of its premises or of its conclusion. It
    is also answered by a premise of the step that has its name for a `role`. One about a premise
    is answered as well when that premise has its role and something is said for it or against
    it: a reason, a rebuttal, a source, or that it is a fact.

Why it is bad
    The questions are the ways in which arguments of this kind are known to fail. What no one has
    asked may be what sinks the argument.

Example
    [works] The drug works.
      +(popular-practice, role: practice) [all] All doctors in town prescribe it.

Use instead
    [works] The drug works.
      +(popular-practice, role: practice) [all] All doctors in town prescribe it.
        !(answers: reasons) [visits] Its maker visits all of them.
        +(answers: shown) [asked] The paper asked each of them.
      -(answers: harm) [sick] It makes many people sick.

Fix
    Safe: writes each open question as a comment where its answer can stand, in a form that becomes
    an entry without its `//`. A question whose comment is there is still open.

Reference
    Douglas Walton, Chris Reed and Fabrizio Macagno, "Argumentation Schemes", 2008. `argmap scheme
    NAME` shows the questions of a scheme.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Fix
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG602", "unanswered-critical-question", "info", default=False, fix="safe")

_NOTED = "all of it stands below as comments: write an answer in place of one, without its `//`"


def check(context: Context) -> Iterator[Diagnostic]:
    """Each step with questions that are open, all of them in one finding."""
    written: set[tuple[int, str]] = set()
    is_bare = not context.document.entries
    for step in context.steps:
        scheme = context.schemes.of.get(step.id)
        questions = tuple(context.schemes.open_questions(step)) if scheme else ()
        if scheme is None or not questions:
            continue
        names = context.listed(f"`{question.name}`" for question in questions)
        several = "questions" if len(questions) > 1 else "question"
        premises = context.schemes.premises(step)
        edits = context.stubs.missing(step, questions, premises, written)
        yield RULE.found(
            step.at,
            f"nothing answers the critical {several} {names} of `{scheme.name}`",
            f"ask first: {questions[0].text}" if edits or is_bare else _NOTED,
            hint=f"ask: {questions[0].text}",
            fix=Fix("safe", "write what is open as comments", edits) if edits else None,
        )
