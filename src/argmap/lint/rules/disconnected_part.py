"""A part of a map that has no link to the rest.

What it does
    Finds two or more claims that are linked to each other but not to the greater part of the map,
    though they stand in one section with it. A part with a question of its own is left alone, and
    so is one in a section of its own.

Why it is bad
    A reader cannot tell what the part has to do with the matter. Often one step is missing.

Example
    [move] We should move.
      + [rent] The rent goes up.
      + [noise] The street is loud.

    [garden] A garden makes one happy.
      + [grow] One can watch things grow.

Use instead
    [move] We should move.
      + [rent] The rent goes up.
      + [noise] The street is loud.
      + [garden] A garden makes one happy.
        + [grow] One can watch things grow.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG108", "disconnected-part", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each part but the largest."""
    own = frozenset(claim.id for claim in context.claims)
    parts = [[claim for claim in part if claim in own] for part in context.parts]
    parts = [part for part in parts if len(part) > 1]
    if len(parts) < 2:
        return
    main = max(parts, key=len)
    asked = {one for question in context.map.questions for one in question.answers}
    asked |= {question.about for question in context.map.questions if question.about}
    sections = {context.map.claim[claim].section for claim in main}
    for part in parts:
        here = {context.map.claim[claim].section for claim in part}
        if part is main or here.isdisjoint(sections) or not asked.isdisjoint(part):
            continue
        yield RULE.found(
            context.map.claim[part[0]].at,
            f"no step links {context.say_all(part)} to the rest of the map",
            "say what they bear on, or put them in a section of their own",
            label="this part",
            related=(context.defined(main[0], "the rest begins here"),),
        )
