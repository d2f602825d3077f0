"""An argument scheme that is in no catalogue.

What it does
    Finds a bare word in the parentheses of a step that is no strength and no argument scheme that
    argmap or the project knows.

Why it is bad
    Mostly it is a mistyped strength, and the step silently has the usual one.

Example
    [rain] It will rain.
      +(stong) [clouds] Clouds gather in the west.

Use instead
    [rain] It will rain.
      +(strong) [clouds] Clouds gather in the west.

Reference
    Douglas Walton, Chris Reed and Fabrizio Macagno, "Argumentation Schemes", 2008. Schemes of your
    own go in the list `schemes` in argmap.toml.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Speller
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.lint.schemes import SCHEMES
from argmap.syntax.vocabulary import STRENGTHS

RULE = Rule("ARG113", "unknown-scheme", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each unknown word."""
    known = SCHEMES | set(context.options.schemes)
    speller = Speller((*STRENGTHS, *sorted(known)))
    for entry in context.document.entries:
        scheme = entry.qualifier.scheme if entry.qualifier else None
        if entry.qualifier is None or scheme is None or scheme in known:
            continue
        near = speller.guess(scheme)
        mend = f"did you mean `{near}`?" if near else "list it under `schemes` in argmap.toml"
        yield RULE.found(
            entry.qualifier.span, f"`{scheme}` is no strength and no known scheme", mend
        )
