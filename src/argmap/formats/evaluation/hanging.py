"""What a verdict hangs on, and what is contested below it, as sentences of an assessment."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.evaluation.names import MOST_NAMED, Names, either, pick
from argmap.model import Question
from argmap.semantics.crux import Crux, Cruxes
from argmap.semantics.evaluation import Evaluation
from argmap.semantics.phrases import listed, number
from argmap.semantics.questions import Brief, Hinge
from argmap.semantics.sensitivity import Sensitivity

_HANGS = ("It hangs on", "It turns on", "It depends on")
_FIRM = (
    "No single claim decides this: any one of the {} that it starts from could go, and nothing "
    "would change.",
    "Any one of the {} claims that it starts from could be withdrawn without changing the answer.",
    "It would outlast the loss of any one of the {} claims at its base.",
)
_STAYS = (
    "however {} settled, the answer stays",
    "the answer does not wait for {}",
    "nothing here hangs on {}",
)
_MOVES = (
    "The strength of {0} moves most with {1}",
    "No claim moves the strength of {0} more than {1}",
    "Of all claims, {1} moves the strength of {0} most",
)
_LEAST_SWING = 0.02
"""A claim that moves a strength by less is not told."""


class Hanging:
    """Tells what the verdict on one question hangs on; `index` is its place among the questions."""

    def __init__(
        self, evaluation: Evaluation, names: Names, question: Question, index: int
    ) -> None:
        self._evaluation = evaluation
        self._names = names
        self._result = evaluation.questions[question.id]
        self._is_exclusive = question.exclusive
        self._index = index

    def told(self, brief: Brief, cruxes: Cruxes | None) -> Iterator[str]:
        """What turns the verdict, and what is contested below it."""
        if cruxes is not None and cruxes.cruxes:
            yield self._cruxes(cruxes)
        elif cruxes is not None and cruxes.survives == cruxes.leaves > 1 and self._result.verdict:
            yield pick(_FIRM, self._index).format(number(cruxes.leaves))
        if cruxes is not None and cruxes.untried:
            left = number(len(cruxes.untried))
            yield f"What else it may hang on is left open: {left} of its claims were not tried."
        yield from self._contested(brief)

    def _cruxes(self, cruxes: Cruxes) -> str:
        """What the verdict hangs on, grouped by what would follow."""
        by_after: dict[str, list[Crux]] = {}
        for crux in cruxes.cruxes:
            by_after.setdefault(crux.after, []).append(crux)
        told = []
        for after, group in by_after.items():
            names = self._names.some([crux.leaf for crux in group])
            what = self._outcome(None if after == "open" else after)
            told.append(f"without {either(names)} {what}")
        if self._result.verdict is None:
            return f"A single withdrawal would settle it: {'; '.join(told)}."
        hangs, count = pick(_HANGS, self._index), len(cruxes.cruxes)
        if count == 1:
            return f"{hangs} one claim: {told[0]}."
        if len(by_after) == 1 and count <= MOST_NAMED:
            goes = "either" if count == 2 else "any of them"
            return f"{hangs} {listed(names)}: if {goes} goes, {what}."
        if len(by_after) == 1 and count > 2 * MOST_NAMED:
            among = listed(names[:-1])
            return (
                f"{hangs} each of {number(count)} claims, {among} among them: if one goes, {what}."
            )
        return f"{hangs} each of {number(count)} claims: {'; '.join(told)}."

    def moves(self, found: Sensitivity) -> Iterator[str]:
        """Which claim moves the strength of an answer most; nothing where none does by much."""
        most = max(found.steepest, key=lambda one: abs(one.swing), default=None)
        if most is None or abs(most.swing) < _LEAST_SWING:
            return
        moves = pick(_MOVES, self._index).format(
            self._names.name(found.claim), self._names.name(most.leaf)
        )
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
            points = f"One point is contested: {self._names.full(brief.contested[0])}"
        else:
            names = listed(self._names.some(brief.contested))
            points = f"{number(count).capitalize()} points are contested: {names}"
        if brief.hinges:
            first = brief.hinges[0]
            settle = (
                ""
                if count == 1
                else f". The one to settle first is {self._names.name(first.claim)}"
            )
            yield f"{points}{settle}: {self._hinge(first)}."
        elif not brief.tried:
            yield f"{points}."
        elif self._result.verdict is None:
            alone = "None of them settles the question alone"
            yield f"{points}. {'It does not settle the question' if count == 1 else alone}."
        else:
            be = "it is" if count == 1 else "they are"
            stays = pick(_STAYS, self._index).format(it if self._index % len(_STAYS) else be)
            yield f"{points}; {stays}."

    def _hinge(self, hinge: Hinge) -> str:
        if_so, if_not = self._outcome(hinge.if_so), self._outcome(hinge.if_not)
        return f"if it holds, {if_so}, and if not, {if_not}"

    def _outcome(self, verdict: str | None) -> str:
        """What a verdict would be."""
        if verdict is not None:
            return f"the answer is {self._names.name(verdict)}"
        return "the question is open" if self._is_exclusive else "no answer stands alone"
