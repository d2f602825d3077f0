"""What a verdict hangs on, and what is contested below it, as sentences of an assessment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.formats.evaluation.names import Names, items, pick
from argmap.model import Question
from argmap.model.words import FARES
from argmap.semantics.crux import Crux, Cruxes
from argmap.semantics.evaluation import Evaluation
from argmap.semantics.phrases import comes_to
from argmap.semantics.questions import Brief, Hinge, settled
from argmap.semantics.sensitivity import Sensitivity
from argmap.sentences import either, listed, number

_HANGS = ("It hangs on", "It turns on", "It depends on")
_FIRM = (
    "No single claim decides this: without any one of the {} that it starts from, the answer would "
    "be the same.",
    "Any one of the {} claims that it starts from could be withdrawn without changing the answer.",
    "It would outlast the loss of any one of the {} claims at its base.",
)
_STAYS = (
    "however {} settled, the answer stays",
    "the answer does not wait for {}",
    "nothing here hangs on {}",
)
_NEUTRAL = 2
_MOVES = (
    "The strength of {0} moves most with {1}",
    "No claim moves the strength of {0} more than {1}",
    "Of all claims, {1} moves the strength of {0} most",
)
MOST_INLINE = 3
"""So many claims that a verdict hangs on are told in one sentence; more are listed."""
MOST_LISTED = 12

_LEAST_SWING = 0.02
"""A claim that moves a strength by less is not told."""


class Hanging:
    """Tells what the verdict on one question hangs on, or the label of a claim where there is no
    question; `index` is its place among the questions."""

    def __init__(
        self, evaluation: Evaluation, names: Names, question: Question | None = None, index: int = 0
    ) -> None:
        self._evaluation = evaluation
        self._names = names
        self._question = question
        self._standing: tuple[str, ...] = ()
        if question is not None:
            self._standing = settled(question, evaluation.questions[question.id].standing)
        self._is_decided = question is None or bool(self._standing)
        self._of_many = question is not None and not question.exclusive
        self._index = index

    def blocks(
        self, brief: Brief | None, cruxes: Cruxes | None, sensitivity: Sensitivity | None
    ) -> Iterator[str]:
        """The paragraphs on what turns the verdict, what is contested below it, and what moves the
        strength of the answer that it favors."""
        told: list[str] = []
        if cruxes is not None and len(cruxes.cruxes) > MOST_INLINE:
            yield from self._listed(cruxes)
        elif cruxes is not None and cruxes.cruxes:
            told.append(self._cruxes(cruxes))
        elif cruxes is not None and cruxes.survives == cruxes.leaves > 1:
            told.append(self._firm(cruxes.leaves))
        if cruxes is not None and cruxes.untried:
            left = number(len(cruxes.untried))
            told.append(
                f"What else it may hang on is left open: {left} of its claims were not tried."
            )
        if brief is not None:
            told += self._contested(brief)
        if sensitivity is not None:
            told += self.moves(sensitivity)
        if told:
            yield " ".join(told)

    def _firm(self, leaves: int) -> str:
        """That none of so many leaves decides alone."""
        if self._of_many:
            same = "the same answers" if len(self._standing) > 1 else "the same answer"
            return (
                f"Without any one of the {number(leaves)} claims that this starts from, "
                f"{same if self._standing else 'still none'} would stand."
            )
        if not self._is_decided:
            return "No single withdrawal would settle it."
        return pick(_FIRM, self._index).format(number(leaves))

    def _cruxes(self, cruxes: Cruxes) -> str:
        """The few claims that a verdict hangs on, in words, grouped by what would follow."""
        groups = [
            ([self._names.first(crux.leaf) for crux in group], self._after(group[0]))
            for group in _by_after(cruxes)
        ]
        if self._of_many:
            told = "; ".join(f"without {either(names)}, {what}" for names, what in groups)
            return f"W{told[1:]}.{self._unshaken(cruxes)}"
        told = "; ".join(f"without {either(names)} {what}" for names, what in groups)
        if not self._is_decided:
            return f"A single withdrawal would settle it: {told}."
        hangs, count = pick(_HANGS, self._index), len(cruxes.cruxes)
        if count == 1:
            return f"{hangs} one claim: {told}."
        if len(groups) == 1:
            ((names, what),) = groups
            goes = "either" if count == 2 else "any of them"
            return f"{hangs} {listed(names)}: if {goes} goes, {what}."
        return f"{hangs} each of {number(count)} claims: {told}."

    def _unshaken(self, cruxes: Cruxes) -> str:
        """That the one answer which stands does so in any case, though not always alone."""
        if len(self._standing) != 1 or cruxes.untried:
            return ""
        (only,) = self._standing
        if any(only not in crux.standing for crux in cruxes.cruxes):
            return ""
        return f" {self._names.name(only)} itself hangs on no single claim."

    def _listed(self, cruxes: Cruxes) -> Iterator[str]:
        """The many claims that a verdict hangs on, as lists, each below what would follow."""
        count = len(cruxes.cruxes)
        hangs = f"{pick(_HANGS, self._index)} each of {number(count)} claims."
        if self._of_many:
            hangs = f"Which answers stand hangs on each of {number(count)} claims."
        elif not self._is_decided:
            hangs = f"Any one of {number(count)} withdrawals would settle it."
        for group in _by_after(cruxes):
            what = self._after(group[0])
            any_ = "" if len(group) == 1 else "any one of "
            yield f"{hangs} Without {any_}{'this' if len(group) == 1 else 'these'} {what}:".strip()
            hangs = ""
            lines = [f"- {self._names.full(crux.leaf)}" for crux in group[:MOST_LISTED]]
            yield items(lines, len(group))

    def moves(self, found: Sensitivity) -> Iterator[str]:
        """Which claim moves the strength of an answer most; nothing where none does by much."""
        most = max(found.steepest, key=lambda one: abs(one.swing), default=None)
        if most is None or abs(most.swing) < _LEAST_SWING:
            return
        moves = pick(_MOVES, self._index) if self._question else "Its strength moves most with {1}"
        moves = moves.format(self._names.name(found.claim), self._names.first(most.leaf))
        text = f"{moves}: it would be {most.without:.2f} without that claim"
        if self._evaluation.claims[most.leaf].because.kind not in ("fact", "assumed"):
            text += f", and {most.assumed:.2f} if that were beyond doubt"
        yield f"{text}."

    def _contested(self, brief: Brief) -> Iterator[str]:
        count = len(brief.contested)
        if not count:
            return
        it = "it" if count == 1 else "them"
        if count == 1:
            stop = "," if brief.hinges else ":"
            points = f"One point is contested{stop} {self._names.first(brief.contested[0])}"
        else:
            names = listed(self._names.some(brief.contested))
            points = f"{number(count).capitalize()} points are contested: {names}"
        if brief.hinges:
            first = brief.hinges[0]
            settle = (
                ""
                if count == 1
                else f". The one to settle first is {self._names.first(first.claim)}"
            )
            yield f"{points}{settle}: {self._hinge(first)}."
        elif not brief.tried:
            yield f"{points}."
        elif not self._is_decided:
            alone = "None of them settles the question alone"
            yield f"{points}. {'It does not settle the question' if count == 1 else alone}."
        elif self._of_many and count > 1:
            yield f"{points}; none of them decides alone."
        else:
            be = "it is" if count == 1 else "they are"
            at = _NEUTRAL if self._of_many else self._index
            stays = pick(_STAYS, at).format(it if at % len(_STAYS) else be)
            yield f"{points}; {stays}."

    def _hinge(self, hinge: Hinge) -> str:
        if_so, if_not = self._outcome(hinge.if_so), self._outcome(hinge.if_not)
        return f"if it holds, {if_so}, and if not, {if_not}"

    def _after(self, crux: Crux) -> str:
        """What a question comes to, or the label of a claim, without a leaf."""
        return f"it {FARES[crux.after]}" if self._question is None else self._outcome(crux.standing)

    def _outcome(self, standing: Sequence[str]) -> str:
        """What the question comes to, given the answers that stand."""
        assert self._question is not None
        now = [self._names.name(answer) for answer in self._standing]
        then = [
            self._names.name(answer) if answer in self._standing else self._names.first(answer)
            for answer in standing
        ]
        return comes_to(self._question.exclusive, then, len(self._question.answers) - 1, now)


def _by_after(cruxes: Cruxes) -> list[list[Crux]]:
    """The claims that a verdict hangs on, by what it would be without them."""
    found: dict[tuple[str, tuple[str, ...]], list[Crux]] = {}
    for crux in cruxes.cruxes:
        found.setdefault((crux.after, crux.standing), []).append(crux)
    return [*found.values()]
