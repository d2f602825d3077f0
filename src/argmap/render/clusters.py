"""What a reader takes for one character, which no line may part, and where lines may break.

Clusters are the extended grapheme clusters of Unicode Standard Annex 29 and a little more: vowels
of Thai and Lao stay with their consonant, on whichever side they stand. Breaks within what has no
spaces follow Annex 14 and each script's orthography as far as that can be done without a
dictionary: between East Asian characters but for the marks that may not begin or end a line,
between the syllables of Burmese and Khmer, after the tsheg of Tibetan; in Thai and Lao before a
vowel that always begins a syllable and after one that always ends it. Korean breaks at its spaces.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from argmap.render import metrics

JOINER = "\u200d"
ZERO_WIDTH_SPACE = "\u200b"

_FIRST_MARK = "\u0300"
_MARKS = frozenset(("Mn", "Me", "Mc"))
_CONSONANT_JOINERS = frozenset(metrics.conjuncts()) - {"\u0dca"}
_LEADING_VOWELS = frozenset("เแโใไ\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
_SYLLABLE_ENDS = frozenset("ะำๆฯ\u0eb0\u0eb3\u0ec6\u0eaf")
_PREPENDED = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\u0d4e\U000110bd\U000110cd"
)
# Vowels of Thai and Lao that follow, half-width sound marks, the non-joiner.
_ATTACHED = frozenset("ะาำๅ\u0eb0\u0eb2\u0eb3\uff9e\uff9f\u200c")
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_TAGS = ("\U000e0020", "\U000e007f")
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
_ASAT, _STACKED = "\u103a", "\u1039"

_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー〜～’”）〕］｝〉》」』】〙〗〟｠»…‥‼⁇⁈⁉％‰℃°"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡､･ｰ｣ｧｨｩｪｫｬｭｮｯ)]}!?,.:;%"
)
_NOT_LAST = frozenset("‘“（〔［｛〈《「『【〘〖〝｟«([{｢＄￥£＃")
_INSEPARABLE = frozenset("—―…‥")
_WIDE = (
    "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff9f"
    "\u231a\u231b\u23e9-\u23fa\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff\U00020000-\U0003fffd"
)
_THAI, _TIBETAN, _BURMESE, _KHMER = (
    "\u0e01-\u0eff",
    "\u0f00-\u0fff",
    "\u1000-\u109f",
    "\u1780-\u17ff",
)
_WORD_SPACE = "\u1361"
_FIRST_SPACELESS = "\u0e01"


@cache
def _pattern(characters: str) -> re.Pattern[str]:
    """Compiled when first needed: the larger classes take some milliseconds."""
    return re.compile(f"[{characters}]")


def clusters(text: str) -> list[str]:
    """The text in characters with all that belongs to them."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    for character in text:
        if found and _belongs(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(before: str, character: str) -> bool:
    """Whether a character belongs to the cluster before it."""
    last = before[-1]
    if character < _FIRST_MARK:
        return last == JOINER or last in _PREPENDED
    return (
        JOINER in (last, character)
        or character in _ATTACHED
        or last in _LEADING_VOWELS
        or last in _PREPENDED
        or unicodedata.category(character) in _MARKS
        or (last in _CONSONANT_JOINERS and unicodedata.category(character) == "Lo")
        or _SKIN_TONES[0] <= character <= _SKIN_TONES[1]
        or _TAGS[0] <= character <= _TAGS[1]
        or (len(before) == 1 and _is_flag_letter(before) and _is_flag_letter(character))
        or _is_one_syllable(last, character)
    )


def _is_flag_letter(character: str) -> bool:
    return _FLAG_LETTERS[0] <= character <= _FLAG_LETTERS[1]


def _is_one_syllable(last: str, character: str) -> bool:
    """Whether a part of a Hangul syllable goes on with another one."""
    if last < "\u1100":
        return False
    leading = "\u1100" <= last <= "\u115f" or "\ua960" <= last <= "\ua97c"
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb":
        return leading or "\u1160" <= last <= "\u11ff" or "\uac00" <= last <= "\ud7fb"
    return leading and (
        "\u1100" <= character <= "\u115f"
        or "\ua960" <= character <= "\ua97c"
        or "\uac00" <= character <= "\ud7a3"
    )


def runs(word: str) -> list[str]:
    """A word parted wherever a line may break in it although there is no space."""
    spaceless = _WIDE + _THAI + _TIBETAN + _BURMESE + _KHMER + _WORD_SPACE
    if ZERO_WIDTH_SPACE not in word and (
        max(word) < _FIRST_SPACELESS or not _pattern(spaceless).search(word)
    ):
        return [word]
    found: list[str] = []
    last = ""
    for cluster in clusters(word):
        if last and _may_part(last, cluster):
            found.append(cluster)
        elif found:
            found[-1] += cluster
        else:
            found.append(cluster)
        last = cluster
    return found


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end with one cluster and the next line begin with the other."""
    last, first = before[-1], after[0]
    if last == ZERO_WIDTH_SPACE:
        return True
    if first == ZERO_WIDTH_SPACE or "\u2060" in (last, first) or "\ufeff" in (last, first):
        return False
    if before[0] in _NOT_LAST or first in _NOT_FIRST:
        return False
    if _pattern(_WIDE).match(before) or _pattern(_WIDE).match(after):
        return not (first == before[0] and first in _INSEPARABLE)
    if last in _SYLLABLE_ENDS:
        return _pattern(_THAI).match(first) is not None
    if first in _LEADING_VOWELS:
        return _pattern(_THAI).match(before) is not None
    if _pattern(_TIBETAN).match(first):
        return last in "\u0f0b\u0f0d" and first not in "\u0f0b\u0f0d"
    if _pattern(_BURMESE).match(first):
        return _is_letter(first) and _ASAT not in after and _STACKED not in after
    if _pattern(_KHMER).match(first):
        return _is_letter(first) and len(after) > 1 and _pattern(_KHMER).match(before) is not None
    return last == _WORD_SPACE and first != _WORD_SPACE


def _is_letter(character: str) -> bool:
    return unicodedata.category(character) == "Lo"
