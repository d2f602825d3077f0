"""What an id is, and how ids are compared."""

from __future__ import annotations

import re
from unicodedata import category, normalize

ASCII_ID = r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?"
"""The pattern of an id that is made of ASCII alone."""

_ASCII_ID = re.compile(rf"{ASCII_ID}\Z")


def is_id(text: str) -> bool:
    """Whether a text is an id: letters, marks and digits of any script, `_`, `-` and `.`;
    it starts with a letter or digit and ends with a letter, mark or digit.
    """
    if text.isascii():
        return _ASCII_ID.match(text) is not None
    classes = [category(c) for c in text]
    return (
        classes[0][0] in "LN"
        and classes[-1][0] in "LMN"
        and all(k[0] in "LMN" or c in "_-." for k, c in zip(classes, text, strict=True))
    )


def is_reference(text: str) -> bool:
    """Whether a text is an id, or one with the aliases of imports before it (`other/id`)."""
    return is_id(text) if "/" not in text else all(map(is_id, text.split("/")))


def nfc(text: str) -> str:
    """The form in which ids are compared."""
    return text if text.isascii() else normalize("NFC", text)


def leading_id(text: str) -> str:
    """The longest start of a text that is an id; empty if there is none."""
    end = 0
    while end < len(text) and (text[end] in "_-." or category(text[end])[0] in "LMN"):
        end += 1
    candidate = text[:end].rstrip("_-.")
    return nfc(candidate) if candidate and is_id(candidate) else ""


def id_from(key: str) -> str:
    """The id that the key of a bibliography becomes: what no id can have turns into `-`; empty if
    nothing is left."""
    key = nfc(key)
    if key and is_id(key):
        return key
    kept = (c if c in "_-." or category(c)[0] in "LMN" else "-" for c in key)
    made = re.sub("--+", "-", "".join(kept)).strip("_-.")
    while made and category(made[0])[0] == "M":
        made = made[1:]
    return made
