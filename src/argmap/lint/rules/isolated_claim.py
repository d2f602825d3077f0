"""A claim that nothing is said about and that says nothing about others.

What it does
    In a map that has steps, finds a claim that no step, contradiction or question has to do with.

Why it is bad
    It stands in the picture like a box that was forgotten. Often an id was mistyped, or a line
    lost its marker.

Example
    [move] We should move.
      + [rent] The rent goes up.

    [garden] The new flat has a garden.

Use instead
    [move] We should move.
      + [rent] The rent goes up.
      + [garden] The new flat has a garden.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG107", "isolated-claim", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each claim without links, where others have some."""
    if not context.steps:
        return
    linked = {claim for link in context.links for claim in link}
    for claim in context.claims:
        if claim.id not in linked:
            yield RULE.found(
                claim.at,
                f"nothing links {context.say(claim.id)} to the rest of the map",
                "say what it bears on, make it a note with `: `, or take it out",
            )
