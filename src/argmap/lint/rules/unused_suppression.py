"""A comment that silences a rule which finds nothing there.

What it does
    Finds `// argmap: ignore[…]` and `// argmap: file-ignore[…]` for rules that ran and had
    nothing to say. Rules that are turned off are not judged.

Why it is bad
    What it was written for is gone, and it would hide the next such finding.

Example
    // argmap: ignore[isolated-claim] it will be linked later
    [move] We should move.
      + [rent] The rent goes up.

Use instead
    [move] We should move.
      + [rent] The rent goes up.

Fix
    Safe: takes the rule out of the comment, or the comment out if nothing is left.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Edit, Fix
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.lint.suppressions import Unused
from argmap.sentences import listed
from argmap.source import Span

RULE = Rule("ARG901", "unused-suppression", "warning", fix="safe", of_comments=True)


def check(context: Context) -> Iterator[Diagnostic]:
    """Each comment with a rule that it does not silence."""
    for unused in context.unused:
        names = listed(f"`{name.written}`" for name in unused.names)
        where = "in this file" if unused.suppression.whole_file else "on the entry below"
        yield RULE.found(
            unused.names[0].span,
            f"{names} ha{'s' if len(unused.names) == 1 else 've'} nothing to silence {where}",
            "take it out",
            fix=Fix("safe", "take it out", _edits(context, unused)),
        )


def _edits(context: Context, unused: Unused) -> tuple[Edit, ...]:
    names = unused.suppression.names
    left = [name.written for name in names if name not in unused.names]
    if not left:
        return (context.writing.without_lines(unused.suppression.span),)
    first, last = names[0].span, names[-1].span
    whole = Span(first.path, first.line, first.column, last.end_line, last.end_column)
    return (Edit(whole, ", ".join(left)),)
