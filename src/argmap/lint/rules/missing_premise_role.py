"""A scheme with a premise that its step does not state.

What it does
    Finds a step with a scheme in which no premise has one of the roles that the scheme has. Where a
    single premise has no role, and a single role is left, the premise is taken to have it.

Why it is bad
    Arguments break where something goes without saying. That someone is an expert is soon said;
    that the matter is one for experts of that kind is mostly left out, and is what fails.

Example
    [rain] It will rain.
      +(sign, role: sign) [ants] The ants are moving their eggs.

Use instead
    [rain] It will rain.
      +(sign, role: sign) [ants] The ants are moving their eggs.
      &(role: link) [before] Ants move their eggs before it rains.

Reference
    Douglas Walton, Chris Reed and Fabrizio Macagno, "Argumentation Schemes", 2008, chapter 5, on
    premises that are left unsaid. `argmap scheme NAME` shows the premises of a scheme.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG601", "missing-premise-role", "info", default=False)


def check(context: Context) -> Iterator[Diagnostic]:
    """Each step that lacks premises, with those it lacks."""
    for step in context.steps:
        scheme = context.schemes.of.get(step.id)
        if scheme is None:
            continue
        stated = context.schemes.premises(step)
        missing = [premise for premise in scheme.premises if premise.name not in stated]
        if missing:
            names = context.listed(f"`{premise.name}`" for premise in missing)
            roles = f"roles {names}" if len(missing) > 1 else f"role {names}"
            first = missing[0]
            yield RULE.found(
                step.at,
                f"no premise of this step has the {roles} of `{scheme.name}`",
                f"say with `role: {first.name}` which one says “{first.text}”, or add it with "
                f"`&(role: {first.name})`",
                hint=f"add `&(role: {first.name})`",
            )
