"""The words that sentences about a map are made of: names, strengths, outcomes."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.model import Claim
from argmap.model.words import first_words
from argmap.semantics.theory import BEYOND, CONCLUSIVE, STRONG
from argmap.sentences import listed, number

_LONGEST_NAME = 44

_STRENGTHS = {0.25: "weak", 0.5: "moderate", 0.75: "strong", CONCLUSIVE: "conclusive"}


def name_of(claim: Claim) -> str:
    """A claim as a sentence names it: its id, or its first words where it was given none."""
    id_ = claim.id
    if "~" not in id_ or not id_.rpartition("/")[2].startswith("~"):
        return f"[{id_}]"
    return f"“{first_words(claim.text, _LONGEST_NAME)}”"


def full(claim: Claim) -> str:
    """A claim with its id, if it was given one, and all that it says."""
    name = name_of(claim)
    return f"{name} {claim.text}" if name[0] == "[" else claim.text


def said(strength: float) -> str:
    """A strength as a word where there is one for it, else as a number."""
    if strength == BEYOND:
        return "a fact"
    return _STRENGTHS.get(strength) or f"{strength:.3g}"


def figures(first: float, second: float) -> tuple[str, str]:
    """Two strengths with two digits, or three if that tells them apart."""
    alike = f"{first:.2f}" == f"{second:.2f}" and f"{first:.3f}" != f"{second:.3f}"
    digits = 3 if alike else 2
    return f"{first:.{digits}f}", f"{second:.{digits}f}"


def has_word(strength: float) -> bool:
    """Whether there is a word for a strength."""
    return strength in _STRENGTHS


def comes_to(exclusive: bool, standing: Sequence[str], others: int, now: Sequence[str] = ()) -> str:
    """What a question comes to, as a sentence: the names of the answers that then stand, of so many
    others; `now` has the names of those that stand as it is. Answers that do not exclude each other
    may join those."""
    if exclusive:
        return f"the answer is {standing[0]}" if standing else "the question is open"
    added = [name for name in standing if name not in now]
    if now and added and len(added) + len(now) == len(standing):
        return f"{listed(added)} {'stands' if len(added) == 1 else 'stand'} as well"
    if len(standing) == 1:
        return f"{'only ' if others else ''}{standing[0]} stands"
    return f"{listed(standing)} stand" if standing else "no answer stands"


def none_of(count: int, what: str) -> str:
    """`neither of the two reasons`, `none of the three reasons`."""
    return f"{'neither' if count == 2 else 'none'} of the {number(count)} {what}"


def only(strength: float) -> str:
    """`is only weak`, `is strong`, `has only 0.6`: a strength that is not enough."""
    word = said(strength)
    if has_word(strength):
        return f"is only {word}" if strength < STRONG else f"is {word}"
    return f"has only {word}"
