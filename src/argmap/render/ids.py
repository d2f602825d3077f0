"""XML ids for claims, questions and steps.

An id depends on nothing but the name it is made from, so it stays when the map is edited
elsewhere, and no two names share one: characters that an XML id may not have are spelled out
between two U+203F, which no id of the language contains.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

Prefix = Literal["c", "q", "s"]

# NameChar of XML 1.0, fifth edition, section 2.3, without the colon (Namespaces in XML) and
# without the three characters that stand for others here.
_OTHER = (
    "[^-.0-9A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]"
)
_SHORT = {"/": "\u00b7", "~": "\u2040"}
_PLAIN = str.maketrans("", "", "-._~/")


def xml_id(prefix: Prefix, name: str) -> str:
    """The XML id of a claim (c), question (q) or step (s)."""
    bare = name.translate(_PLAIN)
    if bare.isascii() and (not bare or bare.isalnum()):
        return f"{prefix}-{name.replace('/', _SHORT['/']).replace('~', _SHORT['~'])}"
    return f"{prefix}-{_other().sub(_spelled, name)}"


@cache
def _other() -> re.Pattern[str]:
    return re.compile(_OTHER)


def _spelled(match: re.Match[str]) -> str:
    character = match[0]
    return _SHORT.get(character) or f"\u203f{ord(character):x}\u203f"
