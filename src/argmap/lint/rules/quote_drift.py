"""A quotation that is not quite as its source has it.

What it does
    Finds a quotation whose letters and digits are in the source, in their order, while capitals,
    accents, marks or the spaces between words are not the same; and one that does not stand where
    its locator says. The case of the first letter is free at the start and after an omission, and
    so are `.,;:` and quotation marks at either end.

Why it is bad
    Word for word means mark for mark too: a comma can turn a sentence around. Whoever looks a
    quotation up wants to find it where the map says.

Example
    @minutes Minutes of the council  {file: minutes.txt}

    [late] The bridge opens late.
      > The opening of the bridge is put-off, until Spring  @minutes(¶1)

Use instead
    @minutes Minutes of the council  {file: minutes.txt}

    [late] The bridge opens late.
      > The opening of the bridge is put off until spring  @minutes(¶2)

Fix
    Safe: puts in the source's own words, or the place where they stand.

Reference
    What is compared, and how: docs/sources.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Edit, Fix
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG502", "quote-drift", "warning", fix="safe")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each quotation with small differences, and each at another place than it says."""
    if not context.looked_up:
        return
    from argmap.quotations.wording import marked, named, replacements  # noqa: PLC0415

    source = context.document.source
    for one in context.looked_up:
        verdict = one.verdict
        if verdict is None or not verdict.hits:
            continue
        name = f"`@{one.cite.source}`"
        if verdict.drifted:
            text = one.text.text
            news = [
                new for part in verdict.drifted for new in replacements(part, one.entry.text, text)
            ]
            first, last = news[0].start, news[-1].end
            shown = " … ".join(marked(part, text) for part in verdict.drifted)
            edits = tuple(one.edit(source, new) for new in news)
            yield RULE.found(
                one.at(source, first, last),
                f"{name} has this with other {named(verdict.kinds)}",
                f"the source has “{shown}”",
                hint="write what the source has",
                fix=Fix("safe", "write what the source has", edits),
            )
        if not verdict.in_place:
            true = one.true_place()
            written = f"@{one.cite.source}({true})"
            where = str(true) if true is not None else one.where()
            plain = true is not None and written.count("(") == written.count(")") == 1
            yield RULE.found(
                one.cite.span,
                f"this stands {_at(where)}in {name}, not at `{one.cite.locator}`",
                f"write `{written}`" if plain else "name the place where it stands",
                fix=Fix("safe", "name its place", (Edit(one.cite.span, written),))
                if plain
                else None,
            )


def _at(where: str) -> str:
    if not where:
        return "elsewhere "
    return f"{where} " if where.startswith("under") else f"at {where} "
