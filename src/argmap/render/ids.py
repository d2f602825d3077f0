"""XML ids for claims, questions and steps.

An id depends on nothing but the name it is made from, so it stays when the map is edited
elsewhere, and no two names share one: characters that an XML id may not have have a stand-in, or
are spelled out between two U+203F; stand-ins that a name itself contains are spelled out too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

Prefix = Literal["c", "q", "r", "s"]

_STAND_INS = {
    "/": "\u00b7",  # middle dot
    "~": "\u2040",  # character tie
    " ": "\u02cd",  # low macron
    "+": "\u207a",  # superscript plus
    "(": "\u207d",  # superscript parentheses
    ")": "\u207e",
    "!": "\u01c3",  # letter of clicks
    "&": "\u214b",  # turned ampersand
}
# NameChar of XML 1.0, fifth edition, section 2.3, without the colon (Namespaces in XML); the
# stand-ins among them are taken out below.
_NAME = (
    "-.0-9A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)


def _spelled(character: str) -> str:
    return f"\u203f{ord(character):x}\u203f"


_ASCII = {
    point: _STAND_INS.get(chr(point)) or _spelled(chr(point))
    for point in range(128)
    if not (chr(point).isalnum() or chr(point) in "-._")
}


def xml_id(prefix: Prefix, name: str) -> str:
    """The XML id of a claim (c), question (q), reference (r) or step (s)."""
    if name.isalnum() and name.isascii():
        return f"{prefix}-{name}"
    if not name.isascii():
        name = _other().sub(lambda match: _spelled(match[0]), name)
    return f"{prefix}-{name.translate(_ASCII)}"


@cache
def _other() -> re.Pattern[str]:
    """What is not ASCII and has to be spelled out, compiled when first needed."""
    stand_ins = "".join(_STAND_INS.values())
    return re.compile(f"[^\x00-\x7f{_NAME}]|[{stand_ins}]")
