"""Reads what the parentheses of a qualifier say: of a step, and of one premise in it.

A fault in one item leaves the others standing.
"""

from __future__ import annotations

from collections.abc import Callable

from argmap.diagnostics import Diagnostic, did_you_mean
from argmap.source import Span
from argmap.syntax import messages
from argmap.syntax.document import Name, Pair, Qualifier
from argmap.syntax.ids import is_id
from argmap.syntax.items import Item
from argmap.syntax.markers import FORMS, Kind
from argmap.syntax.vocabulary import STEP_KEYS, STRENGTHS, number


def read_qualifier(
    kind: Kind, items: tuple[Item, ...], span: Span, place: Callable[[int, int], Span]
) -> tuple[Qualifier, list[Diagnostic]]:
    """The qualifier of an entry, and what is wrong with it; `place` gives the span of an item."""
    read = _Reader(kind)
    for item in items:
        problem = read.take(item, place(item.start, item.end))
        if problem is not None:
            read.problems.append(problem)
    scheme = read.scheme.key if read.scheme else None
    role, answers = read.names.get("role"), read.names.get("answers")
    made = Qualifier(scheme, read.weight, tuple(read.pairs), span, role, answers)
    return made, read.problems


class _Reader:
    """What was read of a qualifier so far."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.scheme: Item | None = None
        self.strength: Item | None = None
        self.weight: float | None = None
        self.names: dict[str, Name] = {}
        self.pairs: list[Pair] = []
        self.problems: list[Diagnostic] = []

    def take(self, item: Item, at: Span) -> Diagnostic | None:
        """Take in one item; what is wrong with it."""
        if item.key in STEP_KEYS:
            return self._name(item, at)
        if item.value is not None:
            self.pairs.append(Pair(item.key, item.value, at))
            return None
        value = STRENGTHS.get(item.key, number(item.key))
        if self.kind is Kind.PREMISE:
            return self._not_of_a_partner(item, at, "scheme" if value is None else "strength")
        if value is not None:
            return self._strength(item, value, at)
        return self._scheme(item, at)

    def _name(self, item: Item, at: Span) -> Diagnostic | None:
        key = STEP_KEYS[item.key]
        name = key.read(True if item.value is None else item.value)
        if not isinstance(name, str):
            return messages.bad_value(at, key.name, item.value or True, key.expects, ())
        if key.name in self.names:
            return messages.given_twice(at, key.name)
        if key.name == "answers" and self.kind is Kind.PREMISE:
            return self._not_of_a_partner(item, at, "`answers`")
        self.names[key.name] = Name(name, at)
        return None

    def _not_of_a_partner(self, item: Item, at: Span, what: str) -> Diagnostic:
        mend = f"put `{item.key}` on the `+`, `-` or `!` that it joins"
        if what == "scheme" and is_id(item.key):
            mend = f"write `role: {item.key}` if that is its role, or {mend}"
        elif item.value is not None:
            mend = f"write `role: {item.value}`, if it answers the question as a premise"
        return messages.wrong_part(at, FORMS[self.kind].noun, what, mend)

    def _strength(self, item: Item, value: float, at: Span) -> Diagnostic | None:
        if self.strength is not None:
            first = self.strength.key
            return messages.second_in_qualifier(at, "strength", first, item.key, None)
        self.strength, self.weight = item, value
        return None if 0 <= value <= 1 else messages.strength_range(at, item.key)

    def _scheme(self, item: Item, at: Span) -> Diagnostic | None:
        if not is_id(item.key):
            reason = f"`{item.key}` is neither a scheme nor a strength"
            return messages.bad_attributes(at, reason, qualifier=True)
        if self.scheme is not None:
            guess = did_you_mean(item.key, STRENGTHS)
            return messages.second_in_qualifier(at, "scheme", self.scheme.key, item.key, guess)
        self.scheme = item
        return None
