"""Makes ids for claims and questions that were given none, and for steps.

An id comes from content and never from position, so that an edit elsewhere leaves it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from unicodedata import normalize

from argmap.model.map import StepKind
from argmap.syntax.markers import FORMS, Kind

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = frozenset(
    """
    a an and are as at be been but by did do does for from had has have he her his how i if in
    into is it its may not of on or our she should so than that the their them then there
    these they this those to us was we were what when where which who will with would you your
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
"""Words that tell texts apart too little to be part of an id."""
_WORDS = 5
_LETTERS = 40
_LONG = 200

SIGNS: dict[StepKind, str] = {
    "support": FORMS[Kind.SUPPORT].marker,
    "rebuttal": FORMS[Kind.REBUTTAL].marker,
    "undercut": FORMS[Kind.UNDERCUT].marker,
}
"""The marker of each kind of step."""


def digest(text: str, length: int) -> str:
    """A few letters that stand for a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def id_from_text(text: str) -> str:
    """An id such as `~threat-behind-2014`, from the first words of a text that carry meaning.

    Where words are left out at the end, four letters of the text's digest keep texts apart that
    begin alike.
    """
    words = [w.replace("'", "").replace("’", "") for w in _WORD.findall(normalize("NFC", text))]
    words = [w.casefold() for w in words]
    telling = [w for w in words if w not in _SMALL] or words
    chosen: list[str] = []
    for word in telling[:_WORDS]:
        if chosen and len("-".join(chosen)) + len(word) >= _LETTERS:
            break
        chosen.append(word)
    slug = "-".join(chosen)
    if len(chosen) < len(telling) or len(slug) > _LETTERS or not slug:
        slug = "-".join(filter(None, (slug[:_LETTERS], digest(text, 4))))
    return f"~{normalize('NFC', slug)}"


def step_id(kind: StepKind, premises: Sequence[str], target: str) -> str:
    """The id of a step: `receded & lapse + go`; an undercut is `contained ! (… + go)`.

    The order of premises makes no difference to it. A target that is long is stood for by its
    digest, so that undercuts of undercuts do not grow without end.
    """
    if kind == "undercut":
        target = f"({target})" if len(target) <= _LONG else f"(#{digest(target, 12)})"
    joined = premises[0] if len(premises) == 1 else " & ".join(sorted(premises))
    return f"{joined} {SIGNS[kind]} {target}"
