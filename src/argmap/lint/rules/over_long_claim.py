"""A claim that is too long to be one claim.

What it does
    Counts the words of each claim. More than 100 are too many, or more than `longest-claim` in
    argmap.toml says. Of scripts that put no spaces between words, such as Chinese and Japanese,
    two characters count as a word.

Why it is bad
    What can be agreed to in part ought to be in parts. In the picture it fills a page.

Example
    [close] The bridge should be closed to all traffic from the first of May on, since the survey
      of the city's own engineers found cracks in four of its seven piers, since the ferry can
      carry all who have to cross in the meantime, since the mayor has said so twice, since the
      owners of the three mills on the other bank, who were against it in the spring, have now
      written that they can wait until the autumn if the road by the weir is open to carts, and
      since there is, as everyone who was at the last meeting could see, no money left to mend
      the piers this year.

Use instead
    [close] The bridge should be closed to all traffic from the first of May on.
      + [cracks] The city's own engineers found cracks in four of its seven piers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG407", "over-long-claim", "info")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each claim with more words than are allowed."""
    limit = context.options.longest_claim
    for claim in context.claims:
        if len(claim.text) < 2 * limit:
            continue
        words, guessed = _words(claim.text)
        if words > limit:
            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} has {guessed}{words} words, more than {limit}",
                "split it into claims that can be doubted one by one, or move detail to a note",
            )


_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]"
)
"""Characters of Thai, Lao, Burmese, Khmer, Japanese and Chinese; a pattern that takes a while to
make, so it is made for the first text that may have any."""


def _words(text: str) -> tuple[int, str]:
    """How many words a text has, and `about ` where that is a guess."""
    if text.isascii():
        return len(text.split()), ""
    rest, unspaced = re.subn(_UNSPACED, " ", text)
    return len(rest.split()) + (unspaced + 1) // 2, "about " if unspaced else ""
