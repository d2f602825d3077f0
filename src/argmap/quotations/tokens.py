"""The normal form in which a quotation and its source are compared: a row of tokens.

A token is a word, a character of a script that is written without spaces, a mark or a symbol.
White space and line breaks are no tokens, so that how a text is set does not matter; a word that
is divided at the end of a line is one token; marks that differ in shape alone are one mark.
Every token knows where it stands, so that what is found can be shown in the source's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple
from unicodedata import normalize

_QUOTES = "\"'`´‘’‚‛“”„‟‹›«»′″‵‶ʹʺʼ＂＇「」『』〝〞〟"
_HYPHENS = "‐‑﹣－"
_DASHES = "‒—―−⁃﹘⸺⸻"
SOFT_HYPHEN = "\xad"

_ONE_FOR_ONE = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},  # full width
        **dict.fromkeys(_QUOTES, "'"),
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_DASHES, "–"),
        "⋯": "…",
    }
)
"""Characters that are taken for another; one for one, so that places stay the same."""

# What is no part of a word. All else that is no white space is: letters, digits and marks of every
# script, and the format characters inside of words.
_MARKS = (
    r"!-/:-@\[-`{-~¡§¶·¿"
    "‐-‧‰-⁃⁅-⁑⁓-⁞⸀-⹝、-〃〈-】〔-〟〰・֊־׀׃׆׳״،؍؛؞؟٪-٭۔।॥၊-၏፠-፨។-៚๏๚๛᐀︐-︙︰-﹒﹔-﹡﹣﹨"
)
_SYMBOLS = "¢-¦¨©¬®-±´¸×÷⁄⁒₠-⃀←-⑊■-⯿〄〒〓〠〶〷﬩﹢﹤-﹦﹩﷼￠-￦￨-￮\U0001f000-\U0001faff"
UNSPACED = (
    "ก-๎ກ-ໞༀ-࿚က-႟ក-៓⺀-⿟々-〇ぁ-ヿㄅ-ㄯㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Characters of scripts that put no space between words; each is a token of its own."""

_PLAIN = rf"[^\s{_MARKS}{_SYMBOLS}{UNSPACED}]"
_LETTER = r"[^\W\d_]"
_DIVIDED = rf"(?:(?<={SOFT_HYPHEN})|(?<={_LETTER})-)[ \t]{{0,8}}[\r\n\f]\s{{0,24}}(?={_LETTER})"
_TOKEN = re.compile(
    rf"{_PLAIN}+(?:{_DIVIDED}{_PLAIN}+)*"
    rf"|'+|[-–]+|\.(?:\s?\.){{2,3}}|…|[{UNSPACED}]"
    rf"|(?<=[^\W_])[*_]+(?=[^\W_])|[^\s*_]"
)
"""A token. Asterisks and underlines count between letters and digits only: elsewhere they are how
plain text shows emphasis."""
_DIVISION = re.compile(rf"-?{SOFT_HYPHEN}?-?[ \t]*[\r\n\f]\s*")

_UNSEEN = (
    "\u034f\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
"""Format characters; and the stroke by which Arabic letters are drawn apart, which is no letter."""
_WITHIN_WORDS = re.compile(f"[{_UNSEEN}]")
_IGNORABLE = re.compile(f"[{SOFT_HYPHEN}{_UNSEEN}]")
_COMPATIBLE = "[ĲĳĿŀŉſǄ-ǌǱ-ǳΩKÅﬀ-ﬆﬓ-ﬗיִ-ﭏﭐ-﷿ﹰ-ﻼｦ-ﾟ￩-￬\U0001d400-\U0001d7ff]"
"""Characters that are another way to write others: ligatures, presentation forms, letters of
mathematics. Superscripts and fractions are not among them: 10² is not 102."""

_IS_WORD = re.compile(rf"[^\s{_MARKS}]|[၊-၏・%‰#&@§+=<>~^|]")
ACCENT: Final = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]"
)


JOINED: Final = {
    "Æ": ("A\u0361", "e"),
    "æ": ("a\u0361", "e"),
    "Œ": ("O\u0361", "e"),
    "œ": ("o\u0361", "e"),
}
"""Letters that are two in one. To write them apart is a small difference, which the tie between
the two, an accent, tells."""
_JOINED = str.maketrans({one: "".join(both) for one, both in JOINED.items()})


class Token(NamedTuple):
    """A token in normal form, and where it stands in the text it was read from."""

    text: str
    start: int
    end: int
    raw: str


def prepared(text: str) -> str:
    """The text with each character that is taken for another replaced; as long as before."""
    return text.translate(_ONE_FOR_ONE)


def normal_tokens(text: str) -> list[str]:
    """The tokens of a text in normal form."""
    return [normal for raw in _TOKEN.findall(prepared(text)) if (normal := normal_token(raw))]


def tokens(text: str, offset: int = 0) -> Iterator[Token]:
    """The tokens of a text with their places, counted from `offset`."""
    for match in _TOKEN.finditer(prepared(text)):
        raw = match[0]
        normal = normal_token(raw)
        if normal:
            yield Token(normal, offset + match.start(), offset + match.end(), raw)


def places(text: str) -> list[tuple[int, int]]:
    """Where the tokens of a text begin and end."""
    return [match.span() for match in _TOKEN.finditer(prepared(text)) if normal_token(match[0])]


@lru_cache(maxsize=1 << 16)
def normal_token(raw: str) -> str:
    """The normal form of a token; empty for one that is not seen."""
    first = raw[0]
    if first in "-–":
        return "-"
    if raw.isascii():
        if first == "'":
            return first
        if first == ".":
            return "…" if len(raw) > 2 else raw
        return _DIVISION.sub("", raw) if is_divided(raw) else raw
    return normal_word(_DIVISION.sub("", raw) if is_divided(raw) else raw)


def normal_word(raw: str) -> str:
    """A word without what is not seen in it, its characters in their usual forms."""
    if raw.isascii():
        return raw
    seen = _IGNORABLE.sub("", raw)
    return normalize("NFC", _compatible().sub(lambda one: normalize("NFKC", one[0]), seen))


@cache
def _compatible() -> re.Pattern[str]:
    """Made when a text first has more than ASCII, for that takes a while."""
    return re.compile(_COMPATIBLE)


def is_divided(raw: str) -> bool:
    """Whether a token is a word that is divided at the end of a line."""
    return "\n" in raw or "\r" in raw or "\f" in raw


def divided(raw: str) -> list[str]:
    """The parts, in normal form, of a word that is divided at the ends of lines."""
    return [normal_word(part) for part in _DIVISION.split(raw)]


def is_word(token: str) -> bool:
    """Whether a token counts as what is said: a word, a character, a symbol; not a mark."""
    return bool(_IS_WORD.match(token))


@lru_cache(maxsize=1 << 16)
def letters(token: str) -> str:
    """What is said by a token, whatever its case and accents; empty for a mark."""
    return folded(token) if is_word(token) else ""


def folded(text: str) -> str:
    """A text in which case and accents make no difference, nor that two letters are joined."""
    if text.isascii():
        return text.lower()
    text = text.casefold()
    if "œ" in text or "æ" in text:
        text = text.translate(_JOINED)
    bare = ACCENT.sub("", normalize("NFD", text))
    return normalize("NFC", bare).casefold()


def looked_up(text: str) -> str:
    """A text as its words are looked up in an index: case makes no difference, nor what is not
    seen, but for soft hyphens, at which a word may be divided."""
    if text.isascii():
        return text.lower()
    return normalize("NFC", _WITHIN_WORDS.sub("", prepared(text)).casefold())
