"""A quoted source that cannot be read.

What it does
    Finds a source of which words are quoted, or a place is named, and whose file has no text that
    could be read: it is in another encoding than it says, no text at all, encrypted, damaged, or
    beyond the limits.

Why it is bad
    Its quotations go unchecked.

Example
    @minutes Minutes of the council  {file: scan.png}

    [late] The bridge opens late.
      > The opening of the bridge is put off until spring  @minutes

Use instead
    @minutes Minutes of the council  {file: minutes.txt}

    [late] The bridge opens late.
      > The opening of the bridge is put off until spring  @minutes

Reference
    What can be read: docs/sources.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG510", "source-file-unreadable", "error")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each file that cannot be read."""
    if context.library is None:
        return
    from argmap.lint.quoting import unreadable  # noqa: PLC0415 - few maps have files to look in

    found = unreadable(context)
    for source, at, file in context.source_files:
        name = source.id.rpartition("/")[2]
        if file.trouble in ("large", "unreadable"):
            mend = "split it, or quote from a part of it" if file.trouble == "large" else ""
            yield RULE.found(at, f"cannot read `{file.path}` for `@{name}`: {file.reason}", mend)
        elif source.id in found:
            why = found[source.id]
            yield RULE.found(at, f"cannot read the text of `{file.path}`: {why.reason}", why.mend)
