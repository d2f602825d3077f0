"""What an evaluation says: a label, a reason and a strength for every claim, a verdict for every
question.

All of it is frozen and knows claims and steps by their ids. Reasons are found when they are first
asked for, so that whoever needs labels alone does not pay for them. What there is one of for each
claim is a named tuple, which is made in half the time of a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass
from functools import partial
from typing import Generic, Literal, NamedTuple, TypeVar

from argmap.semantics.models import Model

Label = Literal["in", "undecided", "out", "unsupported"]
StepLabel = Literal["in", "undecided", "out"]

SAID: Mapping[Label, str] = {
    "in": "stands",
    "undecided": "contested",
    "out": "falls",
    "unsupported": "has nothing left to rest on",
}
"""How a label is said to the reader."""

ReasonKind = Literal[
    # a claim that stands
    "fact", "assumed", "sourced", "presumed", "supported",
    # a claim that is contested
    "balanced", "threatened", "reasons-contested", "self-defeating",
    # a claim that falls
    "rebutted", "rival-stands", "contradicted", "jointly-excluded",
    # a claim that has nothing left to rest on
    "not-put-forward", "reasons-lost", "circle",
    # a step
    "applies", "premise-lost", "undercut", "outweighed", "rests-on-itself",
    "premise-contested", "undercut-contested", "weight-contested", "faced",
]  # fmt: skip
"""What sort of reason it is; docs/semantics.md says what each means."""


class Reason(NamedTuple):
    """Why a claim or a step has its label.

    `steps` are the steps that it cites, the weightiest first; `claims` the claims that it cites
    besides those steps' own premises. `own` is the strength of the best that speaks for the
    claim, and `against` that of the best against it, each None where it makes no difference.
    `text` says it all in one sentence.
    """

    kind: ReasonKind
    steps: tuple[str, ...]
    claims: tuple[str, ...]
    text: str
    own: float | None = None
    against: float | None = None


reason_of = partial(tuple.__new__, Reason)
"""A reason, given its fields as one tuple: what is made a hundred thousand times is made so, in
half the time."""


class ClaimResult(NamedTuple):
    """How a claim fares: its label, its strength in 0..1, and why it has that label."""

    label: Label
    strength: float
    because: Reason


claim_result_of = partial(tuple.__new__, ClaimResult)
"""A result, given its fields as one tuple."""


@dataclass(frozen=True, slots=True)
class AnswerResult:
    """How an answer of a question fares, with its best reason, if any step speaks for it."""

    claim: str
    label: Label
    strength: float
    best: str | None


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """The verdict on a question.

    `verdict` is the one answer that stands, or None. `leader` is the answer with the greatest
    strength where one leads alone, and `gap` its lead over the next (0 where none leads).
    `standing` has all answers that stand, for a question whose answers do not exclude each other.
    """

    verdict: str | None
    answers: tuple[AnswerResult, ...]
    leader: str | None
    gap: float
    standing: tuple[str, ...]


T = TypeVar("T")


class Lookup(Mapping[str, T], Generic[T]):
    """A mapping with known keys, whose values are made when they are first asked for."""

    __slots__ = ("_keys", "_made", "_make")

    def __init__(self, keys: Mapping[str, int], make: Callable[[int], T]) -> None:
        self._keys = keys
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(self._keys[key])
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def values(self) -> ValuesView[T]:
        """All values; they are made in one go."""
        return self._all().values()

    def items(self) -> ItemsView[str, T]:
        """All values with their keys; they are made in one go."""
        return self._all().items()

    def _all(self) -> dict[str, T]:
        made, keys = self._made, self._keys
        if len(made) < len(keys):
            self._made = dict(zip(keys, map(self._make, keys.values()), strict=True)) | made
        return self._made

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._keys


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An evaluated map.

    `semantics` and `model` name how labels and strengths were found; `converged` is False where
    strengths in a circle did not settle. `extensions` has the sets of claims that the semantics
    accepts together: for grounded evaluation always one. `bearing` says of each step why it
    applies or does not. `without` and `assume` are the claims that were withdrawn, or taken for
    facts, to see what follows.
    """

    semantics: str
    model: Model
    claims: Mapping[str, ClaimResult]
    steps: Mapping[str, StepLabel]
    questions: Mapping[str, QuestionResult]
    extensions: tuple[tuple[str, ...], ...]
    bearing: Mapping[str, Reason]
    converged: bool = True
    without: tuple[str, ...] = ()
    assume: tuple[str, ...] = ()
