"""The verdict on a question, as the first sentence about it in an assessment."""

from __future__ import annotations

from argmap.formats.evaluation.names import Names, pick
from argmap.model import ArgumentMap, Question
from argmap.model.words import in_words
from argmap.semantics.evaluation import QuestionResult
from argmap.semantics.phrases import figures
from argmap.sentences import listed

_FAVORS = ("The map favors", "Here the map favors", "On this the map favors")
_ADDED = "which adds up all that is said instead of comparing the best of each side"


class Verdicts:
    """Tells which answers of one map stand, how strongly, and how likely it says that they are."""

    def __init__(self, map_: ArgumentMap, names: Names) -> None:
        self._map = map_
        self._names = names

    def of(self, index: int, question: Question, result: QuestionResult) -> str:
        """The verdict on a question, the `index`th that is told."""
        if not question.exclusive:
            return self._of_many(question, result)
        if result.verdict is not None:
            strength = {answer.claim: answer.strength for answer in result.answers}
            own = strength.pop(result.verdict)
            rival = max(strength, key=lambda claim: strength[claim], default=None)
            figure, other = figures(own, own if rival is None else strength[rival])
            answer = self._rated(result.verdict, f"strength {figure}")
            text = f"{pick(_FAVORS, index)} {answer}"
            if rival is None:
                return f"{text}."
            name = self._rated(rival, other)
            if figure == other:
                return f"{text}. By strength, {_ADDED}, {name} is level with it."
            if strength[rival] < own:
                return f"{text}, ahead of {name}."
            return f"{text}. By strength, {_ADDED}, {name} is ahead."
        if len(result.standing) > 1:
            both = "both" if len(result.standing) == 2 else "all"
            names = listed([self._names.full(claim) for claim in result.standing])
            return f"{names} {both} stand, so the question is open."
        if result.leader is None:
            return "The question is open, and the map leans to no answer."
        first, *rest = sorted((answer.strength for answer in result.answers), reverse=True)
        lead = " to ".join(figures(first, rest[0])) if rest else f"{first:.2f}"
        leader = self._rated(result.leader, f"strength {lead}")
        return f"The question is open. The map leans to {leader}."

    def _of_many(self, question: Question, result: QuestionResult) -> str:
        """Which of the answers to a question stand that may all hold."""
        strength = {answer.claim: answer.strength for answer in result.answers}
        names = [self._rated(one, f"strength {strength[one]:.2f}") for one in result.standing]
        if len(names) > 1:
            return f"{listed(names)} {'both' if len(names) == 2 else 'all'} stand."
        if names:
            only = len(question.answers) == 1
            return f"{names[0]} stands." if only else f"One of the answers stands: {names[0]}."
        if result.leader is None or len(strength) == 1:
            return "No answer stands."
        best = self._rated(result.leader, f"strength {strength[result.leader]:.2f}")
        return f"No answer stands. The strongest is {best}."

    def _rated(self, claim: str, figure: str) -> str:
        """An answer in its words, with how likely the map says that it is, and its strength."""
        likelihood = self._map.claim[claim].get("likelihood")
        if isinstance(likelihood, int | float):
            figure = f"likelihood {likelihood:g}, {figure}"
        elif likelihood:
            figure = f"judged {in_words(str(likelihood))}, {figure}"
        return self._names.full(claim, figure)
