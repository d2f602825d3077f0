"""How claims and steps are named in an assessment, as plain text in Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.model import ArgumentMap, Step
from argmap.semantics.phrases import listed, name_of, number

_MARKUP = re.compile(r"([\\`*_<>&~|])")

MOST_NAMED = 4
"""How many things of a sort are named one by one."""


def escaped(text: str) -> str:
    """A text in which nothing is taken for Markdown."""
    return _MARKUP.sub(r"\\\1", text).replace("](", "]\\(")


def pick(phrases: Sequence[str], index: int) -> str:
    """Another phrase for each question, so that they do not all read alike."""
    return phrases[index % len(phrases)]


def either(names: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


class Names:
    """The names of a map's claims and steps."""

    def __init__(self, map_: ArgumentMap) -> None:
        self._map = map_

    def full(self, claim: str, strength: float | None = None) -> str:
        """A claim with its text, and with its strength where that is given."""
        name = self.name(claim)
        parts = [name] if name[0] == "[" else []
        if strength is not None:
            parts.append(f"strength {strength:.2f}")
        return f"*{self.text(claim)}* ({', '.join(parts)})" if parts else f"*{self.text(claim)}*"

    def name(self, claim: str) -> str:
        """A claim by its id, or by its first words where it was given none."""
        return escaped(name_of(self._map.claim[claim]))

    def text(self, claim: str) -> str:
        """What a claim says, without its full stop."""
        return escaped(self._map.claim[claim].text.rstrip("."))

    def steps(self, steps: Sequence[Step]) -> str:
        """Steps by their premises: `[a]`, `[a] with [b]`."""
        names = []
        for step in steps[:MOST_NAMED]:
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
