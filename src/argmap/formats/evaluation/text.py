"""An evaluation as text for the terminal: the questions first, then what does not plainly stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from argmap.model import ArgumentMap, Question
from argmap.semantics.evaluation import Evaluation, Label, QuestionResult
from argmap.semantics.phrases import figures, full, name_of
from argmap.sentences import listed, number

WIDTH = 100
_WIDEST_NAME = 24

MARKS = {"in": "✓", "undecided": "⁓", "out": "✗", "unsupported": "∅"}
"""The sign of each label, as the picture has it."""

_GROUPS: tuple[tuple[Label, str], ...] = (
    ("undecided", "Contested"),
    ("out", "Falls"),
    ("unsupported", "Has nothing to rest on"),
    ("in", "Stands"),
)


def write(map_: ArgumentMap, evaluation: Evaluation, width: int = WIDTH) -> str:
    """The evaluation in lines of at most `width` columns, where words allow it."""
    blocks = [*_given(map_, evaluation)]
    told: set[str] = set()
    for question in map_.questions:
        blocks.append("\n".join(_question(map_, evaluation, question, width)))
        told.update(question.answers)
    for label, title in _GROUPS:
        ids = [c for c, r in evaluation.claims.items() if c not in told and r.label == label]
        if ids:
            blocks.append(
                "\n".join([f"{title} ({len(ids):,})", *_rows(map_, evaluation, ids, width)])
            )
    if not evaluation.converged:
        blocks.append("Strengths in a circle did not settle; they are the last that were found.")
    if not map_.claims:
        blocks.append("The map makes no claim.")
    return "\n\n".join(blocks) + "\n"


def _given(map_: ArgumentMap, evaluation: Evaluation) -> Iterator[str]:
    """What is supposed beyond the map, if anything is."""
    parts = []
    if evaluation.without:
        parts.append(f"without {listed([name_of(map_.claim[c]) for c in evaluation.without])}")
    if evaluation.assume:
        names = [name_of(map_.claim[claim]) for claim in evaluation.assume]
        parts.append(f"taking {listed(names)} for {'a fact' if len(names) == 1 else 'facts'}")
    if parts:
        yield f"This is how it stands {' and '.join(parts)}."


def _question(
    map_: ArgumentMap, evaluation: Evaluation, question: Question, width: int
) -> Iterator[str]:
    yield from wrap(f"? {question.text}", width, subsequent_indent="  ") or ["?"]
    yield from _rows(map_, evaluation, question.answers, width)
    yield from wrap(
        verdict(map_, question, evaluation.questions[question.id]),
        width,
        initial_indent="  → ",
        subsequent_indent="    ",
    )


def verdict(map_: ArgumentMap, question: Question, result: QuestionResult) -> str:
    """The verdict on a question in one sentence."""
    if not question.exclusive and result.answers:
        return _of_many(map_, result)
    if result.verdict is not None:
        return f"The answer is {full(map_.claim[result.verdict])}"
    if len(result.standing) > 1:
        names = listed([name_of(map_.claim[claim]) for claim in result.standing])
        return f"Open: {names} {'both' if len(result.standing) == 2 else 'all'} stand."
    if result.leader is None:
        return "Open, and leaning to no answer." if result.answers else "Open: it has no answers."
    ranked = _strengths(result)
    leads = " to ".join(figures(*ranked[:2])) if len(ranked) > 1 else f"{ranked[0]:.2f}"
    return f"Open, leans {name_of(map_.claim[result.leader])}, {leads}."


def _of_many(map_: ArgumentMap, result: QuestionResult) -> str:
    """Which of the answers to a question stand that may all hold."""
    standing = [map_.claim[claim] for claim in result.standing]
    if len(standing) == 1:
        return f"One answer stands: {full(standing[0])}"
    if standing:
        count = number(len(standing)).capitalize()
        return f"{count} answers stand: {listed([name_of(claim) for claim in standing])}."
    if result.leader is None or len(result.answers) == 1:
        return "No answer stands."
    best = name_of(map_.claim[result.leader])
    return f"No answer stands; the strongest is {best}, {_strengths(result)[0]:.2f}."


def _strengths(result: QuestionResult) -> list[float]:
    return sorted((answer.strength for answer in result.answers), reverse=True)


def _rows(
    map_: ArgumentMap, evaluation: Evaluation, ids: Iterable[str], width: int
) -> Iterator[str]:
    names = {id_: name_of(map_.claim[id_]) for id_ in ids}
    column = min(max(map(len, names.values()), default=0), _WIDEST_NAME)
    indent = " " * (column + 12)
    for id_, name in names.items():
        result = evaluation.claims[id_]
        head = f"  {MARKS[result.label]} {name:{column}}  {result.strength:.2f}  "
        first = len(head) <= len(indent)
        lines = wrap(result.because.text, max(width - len(indent), 20), break_long_words=False)
        if not first:
            yield head.rstrip()
            head = indent
        yield head + lines[0]
        yield from (indent + line for line in lines[1:])
