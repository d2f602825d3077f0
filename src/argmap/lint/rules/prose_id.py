"""A bracket that is read as an id, though it seems to be part of the sentence.

What it does
    Finds an id of one capitalized word with a text behind it that begins with a small letter,
    where nothing else in the file names that id. Ids of one letter are left alone.

Why it is bad
    `[The] board agreed` is a claim called "The" whose text is "board agreed".

Example
    [The] board agreed to the plan.

Use instead
    \\[The] board agreed to the plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG118", "prose-id", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each id that reads like the first word of its text."""
    named = Counter(entry.name.id for entry in context.document.entries if entry.name)
    for entry in context.document.entries:
        word = entry.name.id if entry.name else ""
        if _is_a_word(word) and named[word] == 1 and entry.text[:1].islower():
            yield RULE.found(
                entry.focus,
                f"`[{word}]` is read as an id, and the text as “{entry.text.split()[0]} …”",
                f"write `\\[{word}]` if it is part of the text",
            )


def _is_a_word(id_: str) -> bool:
    return len(id_) > 1 and id_.isalpha() and id_.istitle()
