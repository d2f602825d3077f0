"""Whole numbers: a quotation may begin and end between any words, but not within a number.

Who quotes 40 of 40,000, 5 % of 12.5 %, or 5 of -5 gives another number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.quotations.tokens import Token

_INSIDE = r"[.,:/'’·٫٬⁄]"
"""Marks that stand between the digits of one number."""
_GROUP = r"\d{3}(?!\d)"
_NO_BREAK = r"[\u00a0\u2009\u202f]"
_ALONE = r"[\s(\[{<>=~≈£€$\"'“‘„«]"
_BEGINS_WITHIN = re.compile(
    rf"(?<=\d{_INSIDE})(?=\d)|(?<=\d)(?={_INSIDE}\d)|(?<=\d{_NO_BREAK})(?={_GROUP})"
    rf"|(?:(?<={_ALONE}[-‐‑−–.,])|(?<=\A[-‐‑−–.,])|(?<={_ALONE}[-‐‑−–][.,]))(?=\d)"
)
"""Behind the beginning of a number, or behind its sign or its point."""
_ENDS_WITHIN = re.compile(
    rf"(?<=\d)(?={_INSIDE}\d)|(?<=\d{_INSIDE})(?=\d)|(?<=\d)(?={_NO_BREAK}{_GROUP})"
)
_YEAR_WITH_NOTE = re.compile(r"(?<!\d)[12]\d{3}[.,:]\d{1,2}(?!\d)")
"""A year before a full stop or a comma, with the mark of a note; a plain text cannot say that it is
one."""


def begins_within(text: str, start: int) -> bool:
    """Whether a stretch of a text that begins here has a part of a number in front of it."""
    return bool(_BEGINS_WITHIN.match(text, start))


def ends_within(text: str, end: int) -> bool:
    """Whether a stretch of a text that ends here has a part of a number behind it."""
    if not _ENDS_WITHIN.match(text, end):
        return False
    return not _YEAR_WITH_NOTE.match(text, max(end - 4, 0))


def is_signed(tokens: Sequence[Token], first: int) -> bool:
    """Whether a sign or a point belongs to the number that one of some tokens is."""
    if not (0 < first < len(tokens) and tokens[first].text[0].isdigit()):
        return False
    mark = tokens[first - 1]
    return mark.text in ("-", ".", ",") and mark.end == tokens[first].start
