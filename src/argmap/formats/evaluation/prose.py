"""The sentences of an assessment: what a person would write who has the evaluation before them.

All facts come from the evaluation; here it is decided only what is worth saying, and how. Where
several questions are told one after the other, each has its own turns of phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from argmap.model import ArgumentMap, Question, Source, Step
from argmap.semantics.crux import Crux, Cruxes
from argmap.semantics.evaluation import (
    SAID,
    AnswerResult,
    Evaluation,
    QuestionResult,
    ReasonKind,
)
from argmap.semantics.questions import Brief, Hinge
from argmap.semantics.sensitivity import Sensitivity
from argmap.semantics.wording import listed, name_of, number, said

_MARKUP = re.compile(r"([\\`*_<>&~|])")

_FAVOURS = ("The map favors", "Here the answer is", "The balance is for")
_CARRIES = ("What carries it is", "The weight of it lies on", "It rests on")
_BESIDES = ("points the same way", "adds to it", "is on the same side")
_BESIDES_MANY = ("point the same way", "add to it", "are on the same side")
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

_MOST_NAMED = 4
_RIVAL: Final[ReasonKind] = "rival-stands"


def escaped(text: str) -> str:
    """A text in which nothing is taken for Markdown."""
    return _MARKUP.sub(r"\\\1", text).replace("](", "]\\(")


def _pick(phrases: Sequence[str], index: int) -> str:
    return phrases[index % len(phrases)]


class Assessor:
    """Writes about one evaluated map."""

    def __init__(self, map_: ArgumentMap, evaluation: Evaluation) -> None:
        self._map = map_
        self._evaluation = evaluation
        self._supports: dict[str, list[Step]] = {}
        self._rebuttals: dict[str, list[Step]] = {}
        self._last_source: Source | None = None
        self._is_exclusive = True
        for step in map_.steps:
            if step.kind != "undercut":
                found = self._supports if step.kind == "support" else self._rebuttals
                found.setdefault(step.target, []).append(step)

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
        self._last_source = None
        self._is_exclusive = question.exclusive
        lead = f"**{escaped(question.text)}** {self._verdict(index, question, result)}"
        if result.verdict is None:
            yield f"{lead} {' '.join(self._answer(answer, result) for answer in result.answers)}"
        else:
            yield lead
            yield self._case(index, result.verdict)
            against = " ".join(self._against(question, result, result.verdict, brief))
            if against:
                yield against
        several = not question.exclusive and len(result.standing) > 1
        if not several:
            hangs = [*self._hangs(index, result, brief, cruxes)]
            hangs += self._moves(index, sensitivity) if sensitivity is not None else ()
            if hangs:
                yield " ".join(hangs)

    def _verdict(self, index: int, question: Question, result: QuestionResult) -> str:
        if result.verdict is not None:
            strength = {answer.claim: answer.strength for answer in result.answers}
            own = strength.pop(result.verdict)
            text = f"{_pick(_FAVOURS, index)} {self._full(result.verdict, own)}"
            if not strength:
                return f"{text}."
            rival = max(strength, key=lambda claim: strength[claim])
            if not question.exclusive:
                return f"{text}; no other answer stands."
            if strength[rival] <= own:
                return f"{text[:-1]} against {strength[rival]:.2f} for {self._name(rival)})."
            ahead = f"by strength alone {self._name(rival)} is ahead, with {strength[rival]:.2f}"
            return f"{text}; {ahead}."
        if len(result.standing) > 1:
            both = "both" if len(result.standing) == 2 else "all"
            names = listed([self._full(claim, None) for claim in result.standing])
            return f"{names} {both} stand{', so it is open' if question.exclusive else ''}."
        if result.leader is None:
            return "The question is open, and the map leans to no answer."
        first, *rest = sorted((answer.strength for answer in result.answers), reverse=True)
        lead = f"{first:.2f} to {rest[0]:.2f}" if rest else f"{first:.2f}"
        leader = f"*{self._text(result.leader)}* ({self._name(result.leader)}, {lead})"
        return f"The question is open. The map leans to {leader}."

    def _case(self, index: int, verdict: str) -> str:
        """What carries the answer."""
        because = self._evaluation.claims[verdict].because
        steps = [self._map.step[id_] for id_ in because.steps]
        best = next((s for s in steps if s.kind == "support" and s.target == verdict), None)
        if best is None:
            return self._sentence(verdict)
        sentences = [f"{_pick(_CARRIES, index)} {self._quoted(best)}."]
        grounds = [ground for p in best.premises if (ground := self._ground(p))]
        if grounds:
            sentences.append(f"{_capital('; '.join(grounds))}.")
        others = [
            step
            for step in self._supports.get(verdict, ())
            if step is not best and self._evaluation.steps[step.id] == "in"
        ]
        if others:
            one = len(others) == 1 and len(others[0].premises) == 1
            verb = _pick(_BESIDES if one else _BESIDES_MANY, index)
            sentences.append(f"{self._reasons(others)} {verb}.")
        return " ".join(sentences)

    def _ground(self, claim: str) -> str:
        """What a premise has behind it, as a clause; empty where there is nothing to say."""
        because = self._evaluation.claims[claim].because
        name = self._name(claim)
        if because.kind == "sourced":
            return f"{name} {self._source(claim)}"
        if because.kind == "presumed":
            return f"{name} is put forward without a source"
        if because.kind == "fact":
            return f"{name} is common ground"
        if because.kind == "supported":
            step = self._map.step[because.steps[0]]
            sources = {self._source(p) for p in step.premises}
            source = sources.pop() if len(sources) == 1 and len(step.premises) == 1 else ""
            where = f", which {source}" if source else ""
            stands = "stands" if len(step.premises) == 1 else "stand"
            premises = listed([self._name(premise) for premise in step.premises])
            return f"behind {name} {stands} {premises}{where}"
        return ""

    def _source(self, claim: str) -> str:
        """Where a claim comes from, as a verb phrase; empty where it does not say."""
        if self._evaluation.claims[claim].because.kind != "sourced":
            return ""
        cited = [one for one in self._map.claim[claim].citations if one.source]
        if not cited:
            return "is quoted" if self._map.claim[claim].citations else "is reported"
        source = self._map.source[cited[0].source or ""]
        place = f" ({escaped(cited[0].locator)})" if cited[0].locator else ""
        if source is self._last_source:
            return f"comes from the same source{place}"
        self._last_source = source
        return f"comes from *{escaped(source.title)}*{place}"

    def _quoted(self, step: Step) -> str:
        """A step with what it says: its first two premises in their own words."""
        words = [f"{self._name(p)}, “{self._text(p)}”" for p in step.premises[:2]]
        more = f", and {listed([self._name(p) for p in step.premises[2:]])}"
        return ", together with ".join(words) + (more if len(step.premises) > 2 else "")

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
            yield f"{self._reasons(weaker)} {speaks} against it, but {weighs} less."
        yield from self._answered(brief)

    def _rivals(self, rivals: Sequence[AnswerResult], verdict: str) -> Iterator[str]:
        """What there is for the answers that lost."""
        claims = self._evaluation.claims
        weaker = [one for one in rivals if claims[one.claim].because.kind == _RIVAL]
        argued = [(one.claim, self._map.step[one.best]) for one in weaker if one.best is not None]
        if len(argued) == 1:
            claim, step = argued[0]
            best = f"{self._quoted(step)}{self._rival_source(step)}"
            yield f"The best reason for {self._name(claim)} is {best}."
            yield self._weighed(step, verdict)
        elif argued:
            pairs = [f"{self._reasons([step])} for {self._name(claim)}" for claim, step in argued]
            yield f"The other answers have less behind them: {listed(pairs)}."
        for one in rivals:
            if one.best is not None and one not in weaker:
                yield self._sentence(one.claim)
        for one in rivals:
            if one.best is None and claims[one.claim].because.own is not None:
                yield self._sentence(one.claim)
        empty = [
            self._name(one.claim)
            for one in rivals
            if one.best is None and claims[one.claim].because.own is None
        ]
        if empty:
            yield f"Nothing that stands speaks for {listed(empty)}."

    def _rival_source(self, step: Step) -> str:
        source = self._source(step.premises[0]) if len(step.premises) == 1 else ""
        return f", which {source}" if source else ""

    def _weighed(self, step: Step, verdict: str) -> str:
        """That a step for a rival weighs less than the case for the answer, as a sentence."""
        bearing = self._evaluation.bearing[step.id]
        if bearing.own is None or bearing.against is None:
            return "It does not outweigh the other side."
        own, other, name = said(bearing.own), said(bearing.against), self._name(verdict)
        if own[0].isalpha() and other[0].isalpha():
            return f"It is {own}, while the case for {name} is {other}."
        return f"It weighs {own}, and the case for {name} {other}."

    def _answered(self, brief: Brief) -> Iterator[str]:
        """Objections that do not hold any more, with what answers them."""
        pairs = []
        for claim in brief.fallen[:_MOST_NAMED]:
            because = self._evaluation.claims[claim].because
            if because.kind == "rebutted":
                step = self._map.step[because.steps[0]]
                pairs.append((self._name(claim), self._reasons([step])))
        if len(pairs) == 1:
            yield f"One point made along the way has been answered: {pairs[0][0]} by {pairs[0][1]}."
        elif pairs:
            told = listed([f"{claim} by {answer}" for claim, answer in pairs])
            count = number(len(pairs)).capitalize()
            yield f"{count} points made along the way have been answered: {told}."

    # What it hangs on ----------------------------------------------------------------------------

    def _hangs(
        self, index: int, result: QuestionResult, brief: Brief, cruxes: Cruxes | None
    ) -> Iterator[str]:
        if cruxes is not None and cruxes.cruxes:
            yield self._cruxes(index, result, cruxes)
        elif cruxes is not None and cruxes.survives == cruxes.leaves > 1 and result.verdict:
            yield _pick(_FIRM, index).format(number(cruxes.leaves))
        if cruxes is not None and cruxes.untried:
            left = number(len(cruxes.untried))
            yield f"What else it may hang on is left open: {left} of its claims were not tried."
        yield from self._contested(index, result, brief)

    def _cruxes(self, index: int, result: QuestionResult, cruxes: Cruxes) -> str:
        """What the verdict hangs on, grouped by what would follow."""
        by_after: dict[str, list[Crux]] = {}
        for crux in cruxes.cruxes:
            by_after.setdefault(crux.after, []).append(crux)
        told = []
        for after, group in by_after.items():
            names = self._some([crux.leaf for crux in group])
            what = self._outcome(None if after == "open" else after)
            told.append(f"without {_either(names)} {what}")
        if result.verdict is None:
            return f"A single withdrawal would settle it: {'; '.join(told)}."
        hangs, count = _pick(_HANGS, index), len(cruxes.cruxes)
        if count == 1:
            return f"{hangs} one claim: {told[0]}."
        if len(by_after) == 1 and count <= _MOST_NAMED:
            goes = "either" if count == 2 else "any of them"
            return f"{hangs} {listed(names)}: if {goes} goes, {what}."
        if len(by_after) == 1 and count > 2 * _MOST_NAMED:
            among = listed(names[:-1])
            return (
                f"{hangs} each of {number(count)} claims, {among} among them: if one goes, {what}."
            )
        return f"{hangs} each of {number(count)} claims: {'; '.join(told)}."

    def _moves(self, index: int, found: Sensitivity) -> Iterator[str]:
        """Which claim moves the strength of an answer most; nothing where none does by much."""
        most = max(found.steepest, key=lambda one: abs(one.swing), default=None)
        if most is None or abs(most.swing) < _LEAST_SWING:
            return
        moves = _pick(_MOVES, index).format(self._name(found.claim), self._name(most.leaf))
        text = f"{moves}: it would be {most.without:.2f} without that claim"
        if self._evaluation.claims[most.leaf].because.kind not in ("fact", "assumed"):
            text += f", and {most.assumed:.2f} if that were beyond doubt"
        yield f"{text}."

    def _contested(self, index: int, result: QuestionResult, brief: Brief) -> Iterator[str]:
        count = len(brief.contested)
        if not count:
            return
        it = "it" if count == 1 else "them"
        if count == 1:
            points = f"One point is contested: {self._full(brief.contested[0], None)}"
        else:
            names = listed(self._some(brief.contested))
            points = f"{number(count).capitalize()} points are contested: {names}"
        if brief.hinges:
            first = brief.hinges[0]
            settle = "" if count == 1 else f". The one to settle first is {self._name(first.claim)}"
            yield f"{points}{settle}: {self._hinge(first)}."
        elif not brief.tried:
            yield f"{points}."
        elif result.verdict is None:
            alone = "None of them settles the question alone"
            yield f"{points}. {'It does not settle the question' if count == 1 else alone}."
        else:
            be = "it is" if count == 1 else "they are"
            stays = _pick(_STAYS, index).format(it if index % len(_STAYS) else be)
            yield f"{points}; {stays}."

    def _some(self, claims: Sequence[str]) -> list[str]:
        """The names of claims, the last of many as a count."""
        names = [self._name(claim) for claim in claims]
        if len(names) <= 2 * _MOST_NAMED:
            return names
        return [*names[:_MOST_NAMED], f"{number(len(names) - _MOST_NAMED)} more"]

    def _hinge(self, hinge: Hinge) -> str:
        if_so, if_not = self._outcome(hinge.if_so), self._outcome(hinge.if_not)
        return f"if it holds, {if_so}, and if not, {if_not}"

    def _outcome(self, verdict: str | None) -> str:
        """What a verdict would be."""
        if verdict is not None:
            return f"the answer is {self._name(verdict)}"
        return "the question is open" if self._is_exclusive else "no answer stands alone"

    # All else ------------------------------------------------------------------------------------

    def conclusions(self) -> Iterator[str]:
        """A line for each claim that has reasons and is itself a reason for nothing."""
        used = {premise for step in self._map.steps for premise in step.premises}
        for claim in self._map.claims:
            if claim.kind == "claim" and claim.id in self._supports and claim.id not in used:
                because = self._evaluation.claims[claim.id].because
                yield f"- {self._full(claim.id, None)} {_verb(because.text)}"

    def _answer(self, answer: AnswerResult, result: QuestionResult) -> str:
        """The reason of an answer; that it stands has been said of those that do."""
        text = self._evaluation.claims[answer.claim].because.text
        if answer.claim not in result.standing:
            return self._sentence(answer.claim)
        return f"As to {self._name(answer.claim)}, {escaped(text.removeprefix('stands: '))}"

    def _sentence(self, claim: str) -> str:
        """The reason of a claim, with its name."""
        return f"{self._name(claim)} {_verb(self._evaluation.claims[claim].because.text)}"

    def _full(self, claim: str, strength: float | None) -> str:
        name = self._name(claim)
        parts = [name] if name[0] == "[" else []
        if strength is not None:
            parts.append(f"strength {strength:.2f}")
        return f"*{self._text(claim)}* ({', '.join(parts)})" if parts else f"*{self._text(claim)}*"

    def _name(self, claim: str) -> str:
        return escaped(name_of(self._map.claim[claim]))

    def _text(self, claim: str) -> str:
        return escaped(self._map.claim[claim].text.rstrip("."))

    def _reasons(self, steps: Sequence[Step]) -> str:
        """Steps by their premises: `[a]`, `[a] with [b]`."""
        names = []
        for step in steps[:_MOST_NAMED]:
            first, *rest = [self._name(premise) for premise in step.premises]
            names.append(f"{first} with {listed(rest)}" if rest else first)
        if len(steps) > _MOST_NAMED:
            names.append(f"{number(len(steps) - _MOST_NAMED)} more")
        return listed(names)


def _verb(text: str) -> str:
    """A reason as the rest of a sentence that begins with the claim."""
    return escaped(f"is {text}" if text.startswith(SAID["undecided"]) else text)


def _either(names: Sequence[str]) -> str:
    return listed(names).replace(" and ", " or ") if len(names) > 1 else names[0]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
