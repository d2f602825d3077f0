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
    The schemes that there are: docs/schemes/README.md, and `argmap scheme`. Schemes of your own go
    under `schemes` in argmap.toml.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Speller
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.syntax.vocabulary import STRENGTHS

RULE = Rule("ARG113", "unknown-scheme", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each unknown word."""
    named = [
        (entry.qualifier.scheme, entry.qualifier.span)
        for entry in context.document.entries
        if entry.qualifier is not None and entry.qualifier.scheme is not None
    ]
    if not named:
        return
    from argmap.schemes import known_schemes  # noqa: PLC0415 - few maps name a scheme

    known = known_schemes(context.options.schemes)
    speller = Speller((*STRENGTHS, *known))
    for scheme, span in named:
        if scheme in known:
            continue
        near = speller.guess(scheme)
        mend = f"did you mean `{near}`?" if near else "describe it under `schemes` in argmap.toml"
        yield RULE.found(span, f"`{scheme}` is no strength and no known scheme", mend)
