"""A role that the scheme of the step does not have.

What it does
    Finds a `role` that is neither a premise nor a critical question of the step's scheme, and one
    in a step that has no scheme.

Why it is bad
    A mistyped role is without effect: readers look it up in vain, and what it should have named
    counts as missing.

Example
    [rain] It will rain.
      +(sign, role: sgin) [ants] The ants are moving their eggs.

Use instead
    [rain] It will rain.
      +(sign, role: sign) [ants] The ants are moving their eggs.

Reference
    `argmap scheme NAME` shows the roles in a scheme.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, did_you_mean
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Step
from argmap.model.naming import SIGNS

RULE = Rule("ARG603", "unknown-role", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each role that means nothing; where the scheme is unknown, that is said already."""
    for step in context.map.steps:
        for role in step.roles:
            if not context.is_own(role.at):
                continue
            if step.scheme is None:
                yield RULE.found(
                    role.at,
                    f"this step has no scheme, so `{role.name}` is a role in none",
                    _scheme_mend(step),
                    hint="name the scheme",
                )
            elif step.id in context.schemes.of:
                scheme = context.schemes.of[step.id]
                if role.name not in scheme.roles:
                    near = did_you_mean(role.name, scheme.roles)
                    known = context.listed(f"`{premise.name}`" for premise in scheme.premises)
                    yield RULE.found(
                        role.at,
                        f"`{scheme.name}` has neither a premise nor a question `{role.name}`",
                        f"did you mean `{near}`?" if near else f"its premises are {known}",
                    )


def _scheme_mend(step: Step) -> str:
    return f"name the scheme where the step begins: `{SIGNS[step.kind]}(expert-opinion, …)`, say"
