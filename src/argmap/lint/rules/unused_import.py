"""A file that is imported and not used.

What it does
    Finds an import of which nothing is named: no claim, no source. A file without claims of its
    own is taken to join others, and left alone.

Why it is bad
    The claims of the other file take part in the evaluation without being seen in the picture.

Example
    import harvest.arg

    [bread] Bread will cost more.
      + [mills] The mills ask for more.

Use instead
    import harvest.arg

    [bread] Bread will cost more.
      + [harvest/late]

Fix
    Unsafe: takes the import out, and with it the claims of the other file.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Fix
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.syntax import Kind

RULE = Rule("ARG116", "unused-import", "warning", fix="unsafe")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each import whose alias nothing names."""
    document = context.document
    if not document.imports or not context.claims:
        return
    named = [entry.name.id for entry in document.entries if entry.name]
    named += [cite.source for entry in document.entries for cite in entry.cites]
    named += [p.value for e in document.entries for p in e.pairs if isinstance(p.value, str)]
    used = {name.partition("/")[0] for name in named if "/" in name}
    for entry in document.entries:
        if entry.kind is Kind.IMPORT and entry.name and entry.name.id not in used:
            alias = entry.name.id
            listed = not entry.text.endswith(".arg")
            name = f"cite `@{alias}/…`" if listed else f"write `[{alias}/…]` where it is meant"
            yield RULE.found(
                entry.focus,
                f"nothing names anything of `{alias}`",
                f"{name}, or take the import out",
                fix=Fix("unsafe", "take it out", context.writing.without([entry])),
            )
