"""What a rule is: a code, a name, how grave it is, and whether it is on.

A rule is a module in `argmap.lint.rules` with a `RULE` and a function `check(context)` that gives
its findings. The module's docstring is the rule's documentation, and the only one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Diagnostic, Fix, Related, Safety, Severity
from argmap.source import Span

if TYPE_CHECKING:
    from argmap.lint.context import Context

Check = Callable[["Context"], Iterator[Diagnostic]]


class Rule(NamedTuple):
    """What is fixed about a rule.

    `default` says whether it runs without being selected, `fix` how safe the fixes are that it
    offers, if it offers any. `of_comments` marks the rules about suppressions, which cannot be
    suppressed themselves.
    """

    code: str
    name: str
    severity: Severity
    default: bool = True
    fix: Safety | None = None
    of_comments: bool = False

    def found(
        self,
        span: Span,
        message: str,
        help_: str,
        *,
        hint: str = "",
        label: str = "",
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
    ) -> Diagnostic:
        """A finding of this rule; without a hint the help serves for it."""
        return Diagnostic(
            self.code,
            self.name,
            self.severity,
            span,
            message,
            help_,
            hint or help_,
            label,
            related,
            fix,
        )


class Loaded(NamedTuple):
    """A rule with the function that finds what it is about, and its documentation."""

    rule: Rule
    check: Check
    doc: str
