"""A claim that looks like the second half of the line above it.

What it does
    Finds a claim without an id at the left margin, straight below another text, that begins with
    a small letter, or where the text above ends in a comma, a dash or the like.

Why it is bad
    A text goes on only if the next line is indented. At the margin it begins another claim.

Example
    The council should close the old bridge,
    because it can no longer carry a bus.

Use instead
    The council should close the old bridge,
      because it can no longer carry a bus.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from argmap.diagnostics import Diagnostic, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.syntax import FILE, Kind

RULE = Rule("ARG117", "run-on-text", "warning")

_OPEN_ENDS = (",", ";", "–", "—", " -", "(", "、", "，", "；")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each such claim."""
    for above, entry in pairwise(context.document.entries):
        if (
            entry.kind is Kind.STATEMENT
            and entry.parent == FILE
            and entry.name is None
            and above.text
            and above.kind not in (Kind.TITLE, Kind.SECTION, Kind.IMPORT)
            and entry.span.line == above.span.end_line + 1
            and (entry.text[:1].islower() or above.text.endswith(_OPEN_ENDS))
        ):
            yield RULE.found(
                entry.focus,
                "this begins a new claim, though it reads like the rest of the one above",
                "indent it if it goes on, or leave a blank line before it",
                label="a claim of its own",
                related=(Related(above.focus, "the text above"),),
            )
