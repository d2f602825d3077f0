"""What a rule is: a code, a name, how grave it is, and whether it is on.

A rule is a module in `argmap.lint.rules` with a `RULE` and a function `check(context)` that gives
its findings. The module's docstring is the rule's documentation, and the only one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from argmap.diagnostics import Diagnostic, Safety, Severity, finding

if TYPE_CHECKING:
    from argmap.lint.context import Context

Check = Callable[["Context"], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Rule:
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

    found = finding


class Loaded(NamedTuple):
    """A rule with the function that finds what it is about, and its documentation."""

    rule: Rule
    check: Check
    doc: str
