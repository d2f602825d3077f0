"""A tag that the project does not list.

What it does
    Where argmap.toml lists the tags that may be used, finds the others.

Why it is bad
    Two spellings of one tag split what belongs together.

Example
    [move] We should move.  #costz

Use instead
    [move] We should move.  #costs
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Speller
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG114", "unknown-tag", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each tag that is not listed."""
    tags = context.options.tags
    if tags is None:
        return
    speller = Speller(tags)
    for entry in context.document.entries:
        for tag in entry.tags:
            if tag.name not in tags:
                near = speller.guess(tag.name)
                mend = f"did you mean `#{near}`?" if near else "list it under `tags` in argmap.toml"
                yield RULE.found(tag.span, f"`#{tag.name}` is none of the project's tags", mend)
