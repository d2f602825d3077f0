"""The result of a map in sentences, for the lines under its title: who reads nothing else has
the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model.words import FARES, first_words
from argmap.render.hinges import FIRM, Hinges
from argmap.render.look import quoted
from argmap.semantics.phrases import figures
from argmap.sentences import either, listed, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.model import ArgumentMap, Question
    from argmap.render.content import Content
    from argmap.render.look import Look
    from argmap.semantics.evaluation import AnswerResult, Evaluation, QuestionResult

UNSETTLED = "The strengths in a circle did not settle; they are the last that were found."

_MOST = 4
_LONGEST_QUESTION = 90
_LONGEST_ANSWER = 80
_ORDINALS = ("first", "second", "third", "fourth")


def verdicts(
    argument_map: ArgumentMap,
    content: Content,
    look: Look,
    evaluation: Evaluation,
    hinges: Hinges | None = None,
) -> tuple[str, ...]:
    """A sentence for each question that has answers, at most four; where there is none, one about
    the main claims, if any; of a claim alone if the picture is about that claim. What a verdict
    hangs on follows it, unless something is supposed beyond the map; where several are told, which
    of them hang on no single claim comes last."""
    for item, fare in zip(content.items, look.fares, strict=True):
        if item.marked and fare is not None:
            name = quoted(item.text, _LONGEST_ANSWER)
            return (f"{name} {fare.reason[:1].lower()}{fare.reason[1:]}",)
    supposing = bool(evaluation.without or evaluation.assume)
    hinges = hinges or Hinges(argument_map)
    drawn = {item.id for item in content.items if item.kind == "question"}
    asked = [
        question
        for question in argument_map.questions
        if question.id in drawn and evaluation.questions[question.id].answers
    ]
    if not asked:
        main = [item for item in content.items if item.kind == "main"]
        said = _main_claims(content, look)
        hangs = hinges.of([item.id for item in main] if len(main) == 1 and not supposing else ())
        return (said, *hangs.values()) if said else ()
    alone = len(asked) == 1
    told = asked[: _MOST if len(asked) <= _MOST else _MOST - 1]
    one = [q.id for q in told if len(evaluation.questions[q.id].standing) < 2]
    hangs = hinges.of(() if supposing else one)
    lines: list[str] = []
    for question in told:
        said = _answer(argument_map, question, evaluation.questions[question.id])
        lines.append(said if alone else f"{_asked(question)} {said}")
        hang = hangs.get(question.id, "")
        if hang and (alone or hang != FIRM):
            lines.append(hang)
    firm = [at for at, question in enumerate(told) if hangs.get(question.id) == FIRM]
    if firm and not alone:
        lines.append(_firm(firm, len(told)))
    left = len(asked) - len(told)
    if left:
        lines.append(f"And {number(left)} more questions.")
    return tuple(lines)


def _firm(firm: Sequence[int], asked: int) -> str:
    """Which of so many questions hang on no single claim."""
    if len(firm) == asked:
        return "No single claim decides any of that."
    return f"No single claim decides {either([f'the {_ORDINALS[at]}' for at in firm])}."


def _asked(question: Question) -> str:
    return first_words(question.text, _LONGEST_QUESTION)


def _answer(argument_map: ArgumentMap, question: Question, result: QuestionResult) -> str:
    if not question.exclusive and len(result.answers) > 1:
        return _of_many(argument_map, result)
    ranked = sorted(result.answers, key=lambda answer: -answer.strength)
    if result.verdict is not None:
        rival = next((one for one in ranked if one.claim != result.verdict), None)
        own = next(one for one in ranked if one.claim == result.verdict)
        told = f", strength {own.strength:.2f}"
        if rival is not None:
            told = f", {_against(own, rival)}" if own.strength > rival.strength else ""
        return f"Answered: {_named(argument_map, own)} stands{told}."
    contested = sum(1 for one in ranked if one.label == "undecided")
    if len(ranked) == 1:
        return f"Open: {_named(argument_map, ranked[0])} {FARES[ranked[0].label]}."
    if contested == len(ranked):
        start = "Both answers are contested" if contested == 2 else "All answers are contested"
    elif contested:
        start = (
            "One answer is" if contested == 1 else f"{number(contested).capitalize()} answers are"
        )
        start += " contested"
    else:
        start = "No answer stands"
    if result.leader is None:
        return f"Open. {start}, and none leads: {_against(ranked[0], ranked[1])}."
    best, next_best = ranked[0], ranked[1]
    return (
        f"Open. {start}; the balance leans to {_named(argument_map, best)}, "
        f"{_against(best, next_best)}."
    )


def _against(one: AnswerResult, other: AnswerResult) -> str:
    return f"strength {' against '.join(figures(one.strength, other.strength))}"


def _of_many(argument_map: ArgumentMap, result: QuestionResult) -> str:
    standing = [one for one in result.answers if one.label == "in"]
    if not standing:
        return "Open. None of the answers stands."
    names = [_named(argument_map, one) for one in standing]
    if len(names) == 1:
        return f"One answer stands: {names[0]}, strength {standing[0].strength:.2f}."
    return f"{number(len(names)).capitalize()} answers stand: {listed(names)}."


def _named(argument_map: ArgumentMap, answer: AnswerResult) -> str:
    return quoted(argument_map.claim[answer.claim].text, _LONGEST_ANSWER)


def _main_claims(content: Content, look: Look) -> str:
    labels = [
        (item, fare)
        for item, fare in zip(content.items, look.fares, strict=True)
        if item.kind == "main" and fare is not None
    ]
    if not labels:
        return ""
    if len(labels) == 1:
        item, fare = labels[0]
        figure = "" if fare.strength is None else f", strength {fare.strength:.2f}"
        return f"{quoted(item.text, _LONGEST_ANSWER)} {FARES[fare.label]}{figure}."
    told = []
    for label, many in _SEVERAL_FARE.items():
        count = sum(1 for _, fare in labels if fare.label == label)
        if count:
            told.append(f"{number(count)} {FARES[label] if count == 1 else many}")
    return f"Of {number(len(labels))} main claims {', '.join(told)}."


_SEVERAL_FARE = {
    "in": "stand",
    "undecided": "are contested",
    "out": "fall",
    "unsupported": "have nothing to rest on",
}
