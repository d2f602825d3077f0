"""A claim that holds an argument within it.

What it does
    Finds English texts with "because", and those in which a clause follows that begins with
    "therefore", "hence" or "thus". A text that begins with such a word itself, or says "it is
    therefore wise", points to a reason outside of it.

Why it is bad
    The reason cannot be questioned or backed as long as it is part of the claim. It wants an
    entry of its own.

Example
    [close] The bridge should be closed because it is old.

Use instead
    [close] The bridge should be closed.
      + [old] It is old.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG404", "compound-claim", "info", default=False)

_INFERENCE = re.compile(
    r"\b(because)\b|[;:.]\s+(?:and\s+)?(therefore|hence|thus)\b"
    r"|(?:,|\band)\s+(?:and\s+)?(therefore|hence|thus)\b(?!,)",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Each such claim."""
    for claim in context.claims:
        found = _INFERENCE.search(claim.text)
        if found:
            word = next(filter(None, found.groups())).lower()
            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} holds an argument: it says “{word}”",
                "write the reason below it, with `+`",
            )
