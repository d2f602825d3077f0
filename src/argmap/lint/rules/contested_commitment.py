"""An accepted claim that the map leaves contested, or without anything to rest on.

What it does
    Finds a claim with `stance: accept` that, when the map is evaluated, neither stands nor falls:
    what speaks against it is as strong as what speaks for it, or its reasons are all lost.

Why it is bad
    The writer's commitment goes further than the map does.

Example
    [late] The harvest came late.  {stance: accept}
      + [mills] The mills stood empty in July.
      - [market] The market was full in June.

Use instead
    [late] The harvest came late.  {stance: accept}
      + [mills] The mills stood empty in July.
      - [market] The market was full in June.
        - [old] What was sold was grain of last year.  {fact}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG203", "contested-commitment", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each accepted claim that is undecided or unsupported."""
    for claim in context.claims:
        if claim.get("stance") != "accept":
            continue
        result = context.evaluation.claims[claim.id]
        if result.label in ("undecided", "unsupported"):
            contested = result.label == "undecided"
            be, mend = ("is ", "answer what speaks against it") if contested else ("", "back it")
            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} is accepted, and yet it {be}"
                f"{result.because.text.rstrip('.')}",
                f"{mend}, or leave the stance `open`",
                related=context.deciding(result.because),
            )
