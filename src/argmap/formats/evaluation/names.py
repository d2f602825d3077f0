"""How claims and steps are named in an assessment, as plain text in Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.model import ArgumentMap, Step
from argmap.model.words import is_closed, unstopped
from argmap.semantics.phrases import name_of
from argmap.sentences import listed, number

_MARKUP = re.compile(r"([\\`*_<>&~|])")
_NAME = re.compile(r"\[([^\[\]\s]+)\]")

MOST_NAMED = 4
"""How many things of a sort are named one by one."""


def escaped(text: str) -> str:
    """A text in which nothing is taken for Markdown."""
    return _MARKUP.sub(r"\\\1", text).replace("](", "]\\(")


def pick(phrases: Sequence[str], index: int) -> str:
    """Another phrase for each question, so that they do not all read alike."""
    return phrases[index % len(phrases)]


def items(told: Sequence[str], count: int) -> str:
    """The items of a list, and how many there are besides, of so many in all."""
    left = count - len(told)
    return "\n".join([*told, *([f"- and {number(left)} more"] if left else [])])


class Names:
    """The names of a map's claims and steps; knows whose words have been given in a part."""

    def __init__(self, map_: ArgumentMap) -> None:
        self._map = map_
        self._told = set[str]()

    def begin(self) -> None:
        """Begin a part that is read by itself: no claim has been given in its words."""
        self._told.clear()

    def full(self, claim: str, strength: str = "") -> str:
        """A claim with its text, and with what is said of its strength."""
        name = self.name(claim)
        parts = [name] if name[0] == "[" else []
        parts += [strength] if strength else []
        words = f"*{self.text(claim)}*"
        return f"{words} ({', '.join(parts)})" if parts else words

    def first(self, claim: str) -> str:
        """A claim with its text where that has not been given yet, else by its name."""
        return self.name(claim) if claim in self._told else self.full(claim)

    def rest(self, blocks: Sequence[str]) -> str:
        """The words of the claims that are named in a part and not given in words there."""
        plain = re.sub(r"\\(.)", r"\1", "\n".join(blocks))
        named = dict.fromkeys(name for name in _NAME.findall(plain) if name in self._map.claim)
        left = [claim for claim in named if claim not in self._told]
        return " ".join(
            f"{self.name(claim)} {_sentence(self._map.claim[claim].text)}" for claim in left
        )

    def name(self, claim: str) -> str:
        """A claim by its id, or by its first words where it was given none."""
        return escaped(name_of(self._map.claim[claim]))

    def text(self, claim: str) -> str:
        """What a claim says, without its full stop."""
        self._told.add(claim)
        return escaped(unstopped(self._map.claim[claim].text))

    def quoted(self, claim: str) -> str:
        """What a claim says, in quotation marks; those within it become single."""
        return f"“{self.text(claim).replace('“', '‘').replace('”', '’')}”"

    def steps(self, steps: Sequence[Step]) -> str:
        """Steps by their premises: `[a]`, `[a] with [b]`."""
        names = []
        # A step of several premises comes last, so that it is plain where it ends.
        for step in sorted(steps[:MOST_NAMED], key=lambda step: len(step.premises) > 1):
            first, *rest = [self.name(premise) for premise in step.premises]
            names.append(f"{first} with {listed(rest)}" if rest else first)
        if len(steps) > MOST_NAMED:
            names.append(f"{number(len(steps) - MOST_NAMED)} more")
        return listed(names)

    def some(self, claims: Sequence[str]) -> list[str]:
        """The names of claims, the last of many as a count."""
        names = [self.name(claim) for claim in claims]
        if len(names) <= 2 * MOST_NAMED:
            return names
        return [*names[:MOST_NAMED], f"{number(len(names) - MOST_NAMED)} more"]


def _sentence(text: str) -> str:
    """A text with the stop that ends it, which it may have."""
    text = f"{text.rstrip('.')}." if text.endswith(".") else text
    return escaped(text if is_closed(text) else f"{text}.")
