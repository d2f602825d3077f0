"""`argmap crux`: what a conclusion hangs on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Annotated

from argmap.cli import options
from argmap.cli.console import emit, tell, waiting
from argmap.cli.one_map import read_one, without_such_a_claim
from argmap.formats.evaluation.text import WIDTH
from argmap.model import ArgumentMap, Question
from argmap.model.words import FARES
from argmap.report import visible_lines
from argmap.semantics.conclusions import conclusions, favored
from argmap.semantics.crux import Cruxes, all_cruxes
from argmap.semantics.evaluate import evaluate
from argmap.semantics.models import Model
from argmap.semantics.phrases import comes_to, name_of
from argmap.semantics.sensitivity import Sensitivity, sensitivities

EXAMPLES = (
    "argmap crux debate.arg          for each question: the claims that alone decide it",
    "argmap crux debate.arg costs    the same for one claim",
)


def command(
    map_: options.Map,
    id_: Annotated[
        str | None,
        options.Argument(
            metavar="[ID]",
            autocompletion=options.conclusions,
            help="A claim or question; otherwise all questions, else all main claims.",
            show_default=False,
        ),
    ] = None,
    *,
    strength: Annotated[
        Model, options.Option(help="The model by which strengths are found.")
    ] = "df-quad",
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
) -> int:
    """Find the single claims that a conclusion hangs on.

    Such a claim is put forward as it stands; withdrawing it alone changes the label of the claim,
    or the verdict on the question. Then it tells which claims move the strength of it most.
    """
    with waiting("looking for what it hangs on", quiet):
        loaded = read_one(map_, stdin_filename, color)
        if loaded is None:
            return 1
        read = loaded.map
        if id_ is not None and id_ not in read.claim and id_ not in read.question:
            tell(without_such_a_claim(read, id_, or_question=True))
            return 2
        found = all_cruxes(read, [id_] if id_ is not None else conclusions(read))
        weighed = _weighed(read, found, strength)
    blocks = []
    for one, cruxes in found.items():
        lines = [*told(read, cruxes)]
        if one in weighed:
            lines += strength_told(read, weighed[one])
        blocks.append("\n".join(lines))
    if not blocks:
        blocks = [
            "The map asks no question and has no main claim; name a claim to see what it hangs on."
        ]
    emit(visible_lines("\n\n".join(blocks)) + "\n")
    return 0


def told(map_: ArgumentMap, found: Cruxes) -> Iterator[str]:
    """What a claim or question hangs on, in lines."""
    question = map_.question.get(found.id)
    yield f"? {question.text}" if question else f"[{found.id}] {map_.claim[found.id].text}"
    now = _outcome(map_, question, found.now, found.standing)
    yield f"  {now[0].upper()}{now[1:]}."
    if not found.leaves:
        yield "  It rests on no claim that is put forward as it stands."
    elif not found.cruxes:
        which = "it starts from"
        count = found.leaves
        if found.untried:
            which, count = "tried", found.survives
        if count == 1:
            yield f"  {_count(1, which).capitalize()} would not turn it."
        else:
            yield f"  No single one of {_count(count, which)} would turn it."
    else:
        its = _count(found.leaves, "it starts from")
        many = its if len(found.cruxes) == found.leaves == 1 else f"{len(found.cruxes):,} of {its}"
        is_answered = question is None or (question.exclusive and found.standing)
        it = "it" if is_answered else "that"
        yield f"  {f'So far {it}' if found.untried else it.capitalize()} hangs on {many}; without"
        rows = [
            (crux.leaf, _outcome(map_, question, crux.after, crux.standing, found.standing))
            for crux in found.cruxes
        ]
        yield from _rows(map_, rows)
    if found.untried:
        were = "claim was" if len(found.untried) == 1 else "claims were"
        yield f"  Stopped early: {len(found.untried):,} {were} not tried, for it takes long to try"
        yield "  each in a large circle of reasons. The nearest were tried first."


def _weighed(map_: ArgumentMap, ids: Iterable[str], model: Model) -> Mapping[str, Sensitivity]:
    """By claim or question: how far its strength, or the favored answer's, hangs on leaves."""
    about: dict[str, str | None] = {id_: id_ for id_ in ids}
    if not map_.question.keys().isdisjoint(about):
        asked = evaluate(map_, model=model).questions
        about = {id_: favored(asked[id_]) if id_ in asked else id_ for id_ in about}
    found = sensitivities(map_, [claim for claim in about.values() if claim], model)
    return {id_: found[claim] for id_, claim in about.items() if claim and claim in found}


def strength_told(map_: ArgumentMap, found: Sensitivity) -> Iterator[str]:
    """Which claims move a strength most, in lines; none where nothing moves it."""
    strength = f"  The strength of [{found.claim}], {found.strength:.2f},"
    if not found.settled:
        yield f"{strength} comes from a circle that does not settle, so what moves it is not said."
        return
    moving = [one for one in found.steepest if abs(one.swing) >= _LEAST_SWING]
    if not moving:
        return
    yield f"{strength} moves most with"
    rows = []
    for one in moving:
        figures = (
            f"slope {one.slope:+.2f}; {one.without:.2f} without it, {one.assumed:.2f} as a fact"
        )
        rows.append((one.leaf, figures))
    yield from _rows(map_, rows)


def _rows(map_: ArgumentMap, rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """A line for each leaf with what is said of it, and with its text, below where it is long."""
    column = min(max(len(leaf) for leaf, _ in rows), 24) + 2
    for leaf, said in rows:
        head, text = f"    {f'[{leaf}]':<{column}}  {said}", f"({map_.claim[leaf].text})"
        if len(head) + len(text) + 2 <= WIDTH:
            yield f"{head}  {text}"
            continue
        yield head
        indent = " " * (column + 6)
        yield from wrap(
            text,
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )


_LEAST_SWING = 0.005
"""A claim that moves a strength by less is not told."""


def _count(claims: int, which: str) -> str:
    return f"the one claim {which}" if claims == 1 else f"the {claims:,} claims {which}"


def _outcome(
    map_: ArgumentMap,
    question: Question | None,
    label: str,
    standing: Sequence[str],
    now: Sequence[str] = (),
) -> str:
    """What a question comes to, or the label of a claim, as a sentence."""
    if question is None:
        return f"it {FARES[label]}"
    names = [[name_of(map_.claim[answer]) for answer in some] for some in (standing, now)]
    return comes_to(question.exclusive, names[0], len(question.answers) - 1, names[1])
