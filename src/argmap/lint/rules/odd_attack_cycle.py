"""An odd number of claims that speak against each other in a circle, none of which can stand.

What it does
    Finds claims that rebut each other in a circle of odd length, that nothing else rebuts, and that
    are all contested for it.

Why it is bad
    Three claims of which each refutes the next cannot be decided among themselves: whichever is
    taken to stand, it falls. There is no coherent standpoint about them. In a circle of two or
    four there is.

Example
    [paper] Paper is best.
      - [scissors] Scissors are best.
        - [rock] Rock is best.
          - [paper]

Use instead
    [paper] Paper is best.
      - [scissors] Scissors are best.
        - [rock] Rock is best.

Reference
    Odd cycles: Phan Minh Dung, "On the acceptability of arguments", Artificial Intelligence 77,
    1995.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.graph import circles, odd_circle
from argmap.lint.rule import Rule

RULE = Rule("ARG207", "odd-attack-cycle", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """One finding for each group of claims that attack each other and have an odd circle."""
    for group in circles(context.rebuttal_edges):
        circle = [context.map.claims[node].id for node in odd_circle(context.rebuttal_edges, group)]
        if not circle or any(len(context.rebuttals[claim]) > 1 for claim in circle):
            continue
        fate = context.evaluation.claims
        if all(fate[claim].label == "undecided" for claim in circle):
            first, *others = context.places(circle, "rebuttal")
            yield RULE.found(
                first.span,
                f"these {len(circle)} claims rebut each other in a circle, so none of them can "
                f"stand: {context.path(circle)}",
                "say of one of them what answers it, or how strong it is",
                label=first.message,
                related=tuple(others),
            )
