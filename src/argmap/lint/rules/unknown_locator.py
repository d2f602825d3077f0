"""A place that the source does not have.

What it does
    Looks up the locator of each citation, `p. 3`, `¶4`, `l. 12` or a heading, in the file of its
    source. A file is only asked for what it can have: pages in a PDF, or in a text with form feeds;
    lines and paragraphs in a text; headings in Markdown and HTML.

Why it is bad
    A reader who looks there finds nothing.

Example
    @minutes Minutes of the council  {file: minutes.txt}

    [late] The bridge opens late.  @minutes(¶12)

Use instead
    @minutes Minutes of the council  {file: minutes.txt}

    [late] The bridge opens late.  @minutes(¶2)

Reference
    How places are written: docs/sources.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG509", "unknown-locator", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each locator that leads nowhere."""
    if not context.looked_up:
        return
    from argmap.quotations.locators import Missing  # noqa: PLC0415 - few maps have files

    for one in context.looked_up:
        place = one.place
        if not isinstance(place, Missing):
            continue
        name = f"`@{one.cite.source}`"
        if place.near is not None:
            mend = f"did you mean `{place.near}`?"
        elif one.verdict is not None and one.verdict.hits:
            where = one.true_place()
            mend = f"what is quoted stands at `{where}`" if where else f"{place.there}"
        else:
            mend = place.there or f"look for it in {one.file}"
        said = (
            f"{name} has no heading `{place.locator}`"
            if place.locator.unit == "heading"
            else f"{name} has no `{place.locator}`"
        )
        also = f": {place.there}" if place.there and mend != place.there else ""
        yield RULE.found(one.cite.span, f"{said}{also}", mend)
