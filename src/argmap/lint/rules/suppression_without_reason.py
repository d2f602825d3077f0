"""A comment that silences a rule and does not say why.

What it does
    Finds `// argmap: ignore[…]` and `// argmap: file-ignore[…]` with nothing behind the bracket.

Why it is bad
    Whoever reads it later cannot tell whether it still holds.

Example
    [move] We should move.
      + [rent] The rent goes up.

    // argmap: ignore[isolated-claim]
    [garden] The new flat has a garden.

Use instead
    [move] We should move.
      + [rent] The rent goes up.

    // argmap: ignore[isolated-claim] we have not agreed yet what follows from it
    [garden] The new flat has a garden.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG902", "suppression-without-reason", "warning", of_comments=True)


def check(context: Context) -> Iterator[Diagnostic]:
    """Each comment without a reason."""
    for one in context.suppressions:
        if one.reads and not one.reason:
            yield RULE.found(
                one.span,
                "this does not say why the finding is meant to be there",
                "write the reason behind the `]`",
            )
