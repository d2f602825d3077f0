"""Cut pieces out of a map: some of its claims and all that lies between these.

What leads where is indexed once, so that each piece costs no more than its own size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from argmap.model import ArgumentMap, Question

_Thing = TypeVar("_Thing")


class Excerpts:
    """Makes pieces of one map."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._claims = {claim.id: at for at, claim in enumerate(argument_map.claims)}
        self._questions = {question.id: at for at, question in enumerate(argument_map.questions)}
        self._steps = _index(argument_map.steps, lambda step: (step.target,))
        self._held = _index(argument_map.contradictions, lambda one: one.claims)

    def of(self, claims: set[str], questions: Iterable[str]) -> ArgumentMap:
        """The map with these claims and questions, and the steps and contradictions between."""
        whole = self._map
        asked = {self._questions[one] for one in questions}
        held = {at for one in claims for at in self._held.get(one, ())}
        return replace(
            whole,
            claims=_those(whole.claims, {self._claims[one] for one in claims}),
            steps=_those(whole.steps, self._between(claims)),
            questions=tuple(_within(one, claims) for one in _those(whole.questions, asked)),
            contradictions=tuple(
                one for one in _those(whole.contradictions, held) if claims.issuperset(one.claims)
            ),
        )

    def _between(self, claims: set[str]) -> set[int]:
        """The steps from these claims to these claims, and the undercuts from them on such."""
        found: set[int] = set()
        targets = list(claims)
        while targets:
            for at in self._steps.get(targets.pop(), ()):
                step = self._map.steps[at]
                if claims.issuperset(step.premises):
                    found.add(at)
                    targets.append(step.id)
        return found


def _within(question: Question, claims: set[str]) -> Question:
    """A question with those of its answers that are among the claims."""
    return replace(
        question,
        answers=tuple(answer for answer in question.answers if answer in claims),
        about=question.about if question.about in claims else None,
    )


def _index(
    things: Sequence[_Thing], names: Callable[[_Thing], Iterable[str]]
) -> dict[str, list[int]]:
    """The places of things by each name that they go by."""
    found: dict[str, list[int]] = {}
    for at, thing in enumerate(things):
        for name in names(thing):
            found.setdefault(name, []).append(at)
    return found


def _those(things: Sequence[_Thing], places: set[int]) -> tuple[_Thing, ...]:
    """Some things, in the order that all have."""
    return tuple(things[at] for at in sorted(places))
