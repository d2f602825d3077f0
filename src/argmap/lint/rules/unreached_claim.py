"""Claims that bear on no main claim and on no answer.

What it does
    In a part of the map that has a main claim or an answer, finds claims from which no steps lead
    there, however indirectly.

Why it is bad
    What is said about them makes no difference to what the map is about. They go round in a
    circle among themselves.

Example
    [move] We should move.
      + [rent] The rent goes up.

    [hen] The hen came first.
      - [egg] The egg came first.
        + [rent]
        - [hen]

Use instead
    [move] We should move.
      + [rent] The rent goes up.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.graph import parts
from argmap.lint.rule import Rule

RULE = Rule("ARG110", "unreached-claim", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """One finding for each group of such claims that are linked."""
    if not context.ends:
        return
    lost = [
        claim
        for part in context.parts
        if len(part) > 1 and not context.ends.isdisjoint(part)
        for claim in part
        if claim not in context.bearing
    ]
    number = {claim: index for index, claim in enumerate(lost)}
    links = ([number[one] for one in link if one in number] for link in context.links)
    for group in parts(len(lost), filter(None, links)):
        claims = [lost[index] for index in group]
        yield RULE.found(
            context.map.claim[claims[0]].at,
            f"{context.say_all(claims)} bear{'s' if len(claims) == 1 else ''} on no main claim "
            "and on no answer",
            "add the step that leads to what the map is about, or take out what leads nowhere",
        )
