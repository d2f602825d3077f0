"""A source that no claim cites.

What it does
    Finds a source that nothing in the file cites and that is the origin of no other source. A
    file without citations is taken to be a list for others to import, and left alone.

Why it is bad
    Readers take it for evidence. Often the citation was forgotten.

Example
    @report Report on the harvest
    @survey Survey of the mills

    [late] The harvest came late.  @report

Use instead
    @report Report on the harvest

    [late] The harvest came late.  @report

Fix
    Unsafe: takes the source out, with its notes. Another file may cite it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Fix
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.syntax import Kind

RULE = Rule("ARG115", "unused-source", "info", fix="unsafe")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each source that is not cited."""
    entries = context.document.entries
    cited = {cite.source for entry in entries for cite in entry.cites}
    if not cited:
        return
    cited |= {str(pair.value) for one in entries for pair in one.pairs if pair.key == "origin"}
    for index, entry in enumerate(entries):
        if entry.kind is Kind.SOURCE and entry.name and entry.name.id not in cited:
            notes = entries[index + 1 : index + 1 + _NOTES]
            below = [one for one in notes if one.parent == index]
            yield RULE.found(
                entry.focus,
                f"nothing cites `@{entry.name.id}`",
                "cite it below the claim that it backs, or take it out",
                fix=Fix("unsafe", "take it out", context.writing.without([entry, *below])),
            )


_NOTES = 100
"""How far below a source its notes are looked for."""
