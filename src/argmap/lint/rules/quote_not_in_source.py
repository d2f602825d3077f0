"""A quotation that is not in its source.

What it does
    Looks every quotation up in the file of its source. How words are set makes no difference: line
    breaks and hyphens at them, the shape of quotation marks and dashes, ligatures. `…` and `[…]`
    stand for anything; the passages between them must come in the order of the source. The nearest
    passage is shown, with what is different in it.

Why it is bad
    A quotation says that these are the source's own words. If they are not, the claim that rests
    on them rests on the writer alone.

Example
    @minutes Minutes of the council  {file: minutes.txt}

    [late] The bridge opens late.
      > The opening of the bridge is cancelled until spring  @minutes

Use instead
    @minutes Minutes of the council  {file: minutes.txt}

    [late] The bridge opens late.
      > The opening of the bridge is put off until spring  @minutes

Fix
    Unsafe: puts in the words of the nearest passage, if there are few other words in it. They may
    say something else.

Reference
    What is compared, and how: docs/sources.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Fix, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG501", "quote-not-in-source", "error", fix="unsafe")

_CLOSE = 0.75
"""Which part of the words must be the source's for the rest to be offered as a fix."""
_SHOWN = 4
"""How many differences are pointed at."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Each quotation that is not there, or not in this order."""
    if not context.looked_up:
        return
    from argmap.lint.quoting import Looked  # noqa: PLC0415 - few maps have files to look in
    from argmap.quotations.locators import natural_place  # noqa: PLC0415
    from argmap.quotations.wording import marked, replacements, words  # noqa: PLC0415

    source = context.document.source

    def absent(one: Looked) -> Diagnostic:
        verdict, name = one.verdict, f"`@{one.cite.source}`"
        assert verdict is not None
        assert verdict.missing is not None
        passage, near = verdict.missing, verdict.nearest
        whole = one.at(source, passage.start, passage.end)
        if verdict.status == "disordered":
            return RULE.found(
                whole,
                f"{name} has this, but not after what is quoted before it",
                "quote the passages in the order of the source, or each on a line of its own",
            )
        if near is None or not near.changes:
            return RULE.found(
                whole,
                f"this is not in {name}, nor anything like it",
                f"look for it in {one.file}; is it from another source, or another edition?",
            )
        pointed: list[Related] = []
        for change in near.changes[:_SHOWN]:
            quoted = near.quoted[change.first : change.last]
            theirs = near.source[change.other_first : change.other_last]
            said = words(one.text.text, theirs[0].start, theirs[-1].end) if theirs else ""
            label = f"the source has “{said}”" if said else "the source does not have this"
            if quoted:
                at = one.at(source, quoted[0].start, quoted[-1].end)
            else:
                beside = near.quoted[min(change.first, len(near.quoted) - 1)]
                at = one.at(source, beside.start, beside.end)
                side = "before" if change.first < len(near.quoted) else "after"
                label = f"{side} this, {label}"
            pointed.append(Related(at, label))
        place = natural_place(one.text, near.source[0].start, near.source[-1].end)
        fix = None
        if near.alike >= _CLOSE and len(near.quoted) == len(passage.tokens):
            edits = [
                one.edit(source, new) for new in replacements(near, one.entry.text, one.text.text)
            ]
            fix = Fix("unsafe", "write what the source has", tuple(edits)) if edits else None
        return RULE.found(
            pointed[0].span,
            f"this is not what {name} says",
            f"the nearest passage{f', {place},' if place else ''} is "
            f"“{marked(near, one.text.text)}”",
            label=pointed[0].message,
            related=tuple(pointed[1:]),
            fix=fix,
        )

    for one in context.looked_up:
        if one.verdict is not None and not one.verdict.holds:
            yield absent(one)
