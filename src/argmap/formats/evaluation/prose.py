"""The sentences of an assessment: what a person would write who has the evaluation before them.

All facts come from the evaluation; here it is decided only what is worth saying, and how. Where
several questions are told one after the other, each has its own turns of phrase.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from argmap.formats.evaluation.grounds import Grounds
from argmap.formats.evaluation.hanging import Hanging
from argmap.formats.evaluation.names import MOST_NAMED, Names, escaped, pick
from argmap.formats.evaluation.verdicts import Verdicts
from argmap.model import ArgumentMap, Question, Step
from argmap.semantics.crux import Cruxes
from argmap.semantics.evaluation import (
    SAID,
    AnswerResult,
    Evaluation,
    QuestionResult,
    ReasonKind,
)
from argmap.semantics.phrases import said
from argmap.semantics.questions import Brief
from argmap.semantics.sensitivity import Sensitivity
from argmap.semantics.theory import BEYOND, MODERATE
from argmap.sentences import either, listed, number

_CARRIES = ("What carries it is", "It rests above all on", "It rests on")
_BESIDES = ("points the same way", "adds to it", "is on the same side")
_BESIDES_MANY = ("point the same way", "add to it", "are on the same side")
_RIVAL: Final[ReasonKind] = "rival-stands"


class Assessor:
    """Writes about one evaluated map."""

    def __init__(self, map_: ArgumentMap, evaluation: Evaluation) -> None:
        self._map = map_
        self._names = Names(map_)
        self._evaluation = evaluation
        self._grounds = Grounds(map_, evaluation, self._names)
        self._verdicts = Verdicts(map_, self._names)
        self._supports: dict[str, list[Step]] = {}
        self._rebuttals: dict[str, list[Step]] = {}
        self._told = set[str]()
        for step in map_.steps:
            if step.kind != "undercut":
                found = self._supports if step.kind == "support" else self._rebuttals
                found.setdefault(step.target, []).append(step)

    def part(self, paragraphs: Iterator[str]) -> Iterator[str]:
        """A part that is read by itself: its paragraphs, which are written only now, and the words
        of the claims that they name."""
        self._names.begin()
        self._grounds.begin()
        blocks = [*paragraphs]
        yield from blocks
        if rest := self._names.rest(blocks):
            yield f"Named here: {rest}"

    # A question ----------------------------------------------------------------------------------

    def question(
        self,
        index: int,
        question: Question,
        brief: Brief,
        cruxes: Cruxes | None,
        sensitivity: Sensitivity | None,
    ) -> Iterator[str]:
        """The paragraphs about a question; the cruxes are its own, the sensitivity is that of the
        answer it favors."""
        result = self._evaluation.questions[question.id]
        lead = f"**{escaped(question.text)}** {self._verdicts.of(index, question, result)}"
        if result.verdict is None:
            yield f"{lead} {' '.join(self._answers(result))}"
        else:
            yield lead
            yield self._case(index, result.verdict)
            against = " ".join(self._against(question, result, result.verdict, brief))
            if against:
                yield against
        several = not question.exclusive and len(result.standing) > 1
        if not (self._untold(brief.contested) or brief.hinges):
            brief = replace(brief, contested=())
        hanging = Hanging(self._evaluation, self._names, question, index)
        yield from hanging.blocks(brief, cruxes, None if several else sensitivity)

    def _case(self, index: int, verdict: str) -> str:
        """What carries the answer."""
        because = self._evaluation.claims[verdict].because
        steps = [self._map.step[id_] for id_ in because.steps]
        best = next((s for s in steps if s.kind == "support" and s.target == verdict), None)
        if best is None:
            return self._sentence(verdict)
        where = self._grounds.where(best)
        sentences = [f"{pick(_CARRIES, index)} {self._grounds.quoted(best)}{where}."]
        if grounds := "; ".join(self._grounds.behind(best) if not where else ()):
            sentences.append(f"{_capital(grounds)}.")
        others = [
            step
            for step in self._supports.get(verdict, ())
            if step is not best and self._evaluation.steps[step.id] == "in"
        ]
        if others:
            one = len(others) == 1 and len(others[0].premises) == 1
            verb = pick(_BESIDES if one else _BESIDES_MANY, index)
            sentences.append(f"{self._names.steps(others)} {verb}.")
        return " ".join(sentences)

    def _against(
        self, question: Question, result: QuestionResult, verdict: str, brief: Brief
    ) -> Iterator[str]:
        """What speaks against the answer: its rivals, its rebuttals, what has been answered."""
        rivals = [answer for answer in result.answers if answer.claim != verdict]
        if question.exclusive:
            yield from self._rivals(rivals, verdict)
        else:
            for answer in rivals:
                yield self._sentence(answer.claim)
        weaker = [
            step
            for step in self._rebuttals.get(verdict, ())
            if self._evaluation.bearing[step.id].kind == "outweighed"
        ]
        if weaker:
            one = len(weaker) == 1 and len(weaker[0].premises) == 1
            speaks, weighs = ("speaks", "weighs") if one else ("speak", "weigh")
            name = self._names.name(verdict)
            yield f"{self._names.steps(weaker)} {speaks} against {name}, but {weighs} less."
        yield from self._answered(brief)

    def _rivals(self, rivals: Sequence[AnswerResult], verdict: str) -> Iterator[str]:
        """What there is for the answers that lost."""
        claims = self._evaluation.claims
        weaker = [one for one in rivals if claims[one.claim].because.kind == _RIVAL]
        argued = [(one.claim, self._map.step[one.best]) for one in weaker if one.best is not None]
        if len(argued) == 1:
            claim, step = argued[0]
            which = "reason left" if self._has_lost_more(claim, step) else "reason"
            name = self._names.first(claim)
            told = f"{self._grounds.quoted(step)}{self._grounds.where(step)}"
            yield f"The best {which} for {name} is {told}."
            yield self._weighed(step, verdict)
        elif argued:
            pairs = [
                f"{self._names.steps([step])} for {self._names.first(claim)}"
                for claim, step in argued
            ]
            yield f"The other answers have less behind them: {listed(pairs)}."
        for one in rivals:
            if one.best is not None and one not in weaker:
                yield self._sentence(one.claim)
        for one in rivals:
            if one.best is None and claims[one.claim].because.own is not None:
                yield self._sentence(one.claim)
        bare = [
            one.claim
            for one in rivals
            if one.best is None and claims[one.claim].because.own is None
        ]
        empty = [self._names.first(claim) for claim in bare if claim not in self._supports]
        lost = [self._names.first(claim) for claim in bare if claim in self._supports]
        if empty:
            yield f"No reason is given for {either(empty)}."
        if lost:
            yield f"Nothing is left that speaks for {either(lost)}."

    def _has_lost_more(self, claim: str, best: Step) -> bool:
        """Whether a claim has lost a reason that would be better than its best."""
        lost = [one for one in self._supports[claim] if self._evaluation.steps[one.id] == "out"]
        return any(
            _weight(one) > _weight(best)
            for one in lost
            if self._evaluation.bearing[one.id].kind != "outweighed"
        )

    def _weighed(self, step: Step, verdict: str) -> str:
        """That a step for a rival weighs less than the case for the answer, as a sentence."""
        bearing = self._evaluation.bearing[step.id]
        if bearing.own is None or bearing.against is None:
            return "It does not outweigh the other side."
        own, other, name = said(bearing.own), said(bearing.against), self._names.name(verdict)
        if bearing.against == BEYOND:
            return f"{name} is beyond dispute, whatever speaks for another answer."
        if own[0].isalpha() and other[0].isalpha():
            return f"It is {own}, while the case for {name} is {other}."
        return f"It weighs {own}, and the case for {name} {other}."

    def _answered(self, brief: Brief) -> Iterator[str]:
        """Points for and against that do not hold any more, with what answers them."""
        pairs = []
        for claim in self._untold(brief.fallen):
            because = self._evaluation.claims[claim].because
            if because.kind == "rebutted":
                pairs.append((self._names.name(claim), because.steps[0]))
        for cut in self._untold(brief.cut):
            by = self._evaluation.bearing[cut].steps[0]
            pairs.append((self._names.steps([self._map.step[cut]]), by))
        told = [
            f"{point} by {self._names.steps([self._map.step[by]])}"
            for point, by in pairs[:MOST_NAMED]
        ]
        left = len(pairs) - len(told)
        told += [f"{number(left)} more"] if left else []
        if len(pairs) == 1:
            yield f"One point made along the way has been answered: {told[0]}."
        elif pairs:
            count = number(len(pairs)).capitalize()
            yield f"{count} points made along the way have been answered: {listed(told)}."

    def _untold(self, ids: Sequence[str]) -> list[str]:
        """What no part before has told of."""
        found = [id_ for id_ in ids if id_ not in self._told]
        self._told.update(found)
        return found

    # All else ------------------------------------------------------------------------------------

    def claim(
        self, claim: str, cruxes: Cruxes | None, sensitivity: Sensitivity | None
    ) -> Iterator[str]:
        """The paragraphs about a main claim, in a map without questions."""
        found = self._evaluation.claims[claim]
        name = self._names.full(claim, f"strength {found.strength:.2f}")
        yield f"{name} {_verb(found.because.text)}"
        yield from Hanging(self._evaluation, self._names).blocks(None, cruxes, sensitivity)

    def line(self, claim: str) -> str:
        """A claim with its reason, as an item of a list."""
        return f"- {self._names.full(claim)} {_verb(self._evaluation.claims[claim].because.text)}"

    def conclusions(self, told: Collection[str]) -> Iterator[str]:
        """A list of the claims that have reasons and are themselves reasons for nothing; those that
        have been told are left out."""
        lines = [*self._conclusions(told)]
        if lines:
            yield "\n".join(lines)

    def _conclusions(self, told: Collection[str]) -> Iterator[str]:
        used = {premise for step in self._map.steps for premise in step.premises} | {*told}
        for claim in self._map.claims:
            if claim.kind == "claim" and claim.id in self._supports and claim.id not in used:
                yield self.line(claim.id)

    def _answers(self, result: QuestionResult) -> Iterator[str]:
        """How each answer fares, where none of them is the verdict."""
        empty: list[str] = []
        for answer in result.answers:
            because = self._evaluation.claims[answer.claim].because
            if because.kind == "not-put-forward" and answer.claim not in self._evaluation.without:
                empty.append(self._names.first(answer.claim))
            elif answer.claim in result.standing:  # which has been said
                reason = escaped(because.text.removeprefix("stands: "))
                yield f"As to {self._names.name(answer.claim)}, {reason}"
            else:
                yield self._sentence(answer.claim)
        if empty:
            yield f"No reason is given for {either(empty)}."

    def _sentence(self, claim: str) -> str:
        """The reason of a claim, with its name."""
        return f"{self._names.first(claim)} {_verb(self._evaluation.claims[claim].because.text)}"


def _verb(text: str) -> str:
    """A reason as the rest of a sentence that begins with the claim."""
    return escaped(f"is {text}" if text.startswith(SAID["undecided"]) else text)


def _weight(step: Step) -> float:
    return MODERATE if step.strength is None else step.strength


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
