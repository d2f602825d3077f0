"""How what is drawn has fared: what the picture shows of an evaluation, by the numbers that
items and links have in `Content`.

Knows the evaluation and nothing of sizes, places or colours. Without an evaluation every step is
drawn as one that applies, and no claim carries a mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.model.words import first_words
from argmap.render.content import Content, Item
from argmap.render.xml import is_right_to_left

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.semantics.evaluation import Evaluation, Label, StepLabel

CutState = Literal["made", "contested", "failed"]

WORDS: Mapping[Label, str] = {
    "in": "stands",
    "undecided": "contested",
    "out": "falls",
    "unsupported": "nothing to rest on",
}
"""The word of a label where there is little room."""

_CUTS: Mapping[StepLabel, CutState] = {"in": "made", "undecided": "contested", "out": "failed"}
_RANK: Mapping[CutState | None, int] = {None: 0, "failed": 1, "contested": 2, "made": 3}
_NAME = re.compile(r"\[([^\[\]\s]+)\]|@(\S+)(?= \()")
_LONGEST_NAME = 60
_MANY_LINKS = 4_000
"""Among more lines than this nobody points at one, and their reasons take as long as the boxes."""


class Fare(NamedTuple):
    """How a claim fares: its label, its strength (None for a fact), and why, as a sentence."""

    label: Label
    strength: float | None
    reason: str


class Look(NamedTuple):
    """What an evaluation adds to a picture.

    `fares` are by item, None for a question and where nothing was evaluated; `verdicts` are what a
    question says in its box, empty for all else. Of each link, `before` is how it is drawn from
    its premises to where it is cut and `after` from there on; they differ only where a cut is
    made. `cuts` says how the undercuts of a link fare, None where it has none. `bearings` say why
    a step does not apply, or why that is contested, for those that do not.
    """

    evaluated: bool
    fares: tuple[Fare | None, ...]
    verdicts: tuple[str, ...]
    before: tuple[StepLabel, ...]
    after: tuple[StepLabel, ...]
    cuts: tuple[CutState | None, ...]
    bearings: Mapping[int, str]


def look_of(argument_map: ArgumentMap, content: Content, evaluation: Evaluation | None) -> Look:
    """What an evaluation adds to the picture of a map; nothing if there is none."""
    links, items = content.links, content.items
    if evaluation is None:
        one: StepLabel = "in"
        applies = (one,) * len(links)
        none = (None,) * len(items)
        return Look(False, none, ("",) * len(items), applies, applies, _cuts(content, applies), {})
    fares = tuple(
        None if item.kind == "question" else _fare(argument_map, item, evaluation) for item in items
    )
    after = tuple(evaluation.steps.get(link.id, "in") for link in links)
    cuts = _cuts(content, after)
    before = tuple(
        _before_cut(fares, links[at].premises) if cuts[at] == "made" else label
        for at, label in enumerate(after)
    )
    verdicts = tuple(
        _verdict(evaluation, item) if item.kind == "question" else "" for item in items
    )
    bearings = {
        at: _in_words(argument_map, f"This step {evaluation.bearing[links[at].id].text}")
        for at, label in enumerate(after)
        if label != "in" and len(links) <= _MANY_LINKS
    }
    return Look(True, fares, verdicts, before, after, cuts, bearings)


def _fare(argument_map: ArgumentMap, item: Item, evaluation: Evaluation) -> Fare:
    result = evaluation.claims[item.id]
    strength = None if item.basis == "fact" else result.strength
    return Fare(result.label, strength, _in_words(argument_map, result.because.text))


def _in_words(argument_map: ArgumentMap, reason: str) -> str:
    """A reason with the ids in it replaced by first words, since a picture shows no ids."""

    def words(match: re.Match[str]) -> str:
        claim = argument_map.claim.get(match[1])
        source = argument_map.source.get(match[2])
        if source is not None:
            return f"the source {quoted(source.title or source.id)}"
        return match[0] if claim is None else quoted(claim.text)

    if "[" in reason or "@" in reason:
        reason = _NAME.sub(words, reason)
    return reason[:1].upper() + reason[1:]


def quoted(text: str, most: int = _LONGEST_NAME) -> str:
    """The first words of a text in quotation marks; what runs from right to left is isolated
    (U+2068 to U+2069), lest it turn the words around it."""
    words = first_words(text, most)
    return f"“\u2068{words}\u2069”" if is_right_to_left(words) else f"“{words}”"


def _cuts(content: Content, labels: tuple[StepLabel, ...]) -> tuple[CutState | None, ...]:
    """How the undercuts of each link fare: the one that fares best counts."""
    found: list[CutState | None] = [None] * len(content.links)
    for link, label in zip(content.links, labels, strict=True):
        if link.kind == "undercut" and _RANK[_CUTS[label]] > _RANK[found[link.target]]:
            found[link.target] = _CUTS[label]
    return tuple(found)


def _before_cut(fares: tuple[Fare | None, ...], premises: tuple[int, ...]) -> StepLabel:
    """How a step is drawn up to the ring that breaks it: as well as its premises fare."""
    labels = {fare.label for at in premises if (fare := fares[at]) is not None}
    if labels <= {"in"}:
        return "in"
    return "undecided" if labels <= {"in", "undecided"} else "out"


def _verdict(evaluation: Evaluation, item: Item) -> str:
    """What a question's box says of it."""
    result = evaluation.questions.get(item.id)
    if result is None or not result.answers:
        return "open: no answer is given"
    standing = len(result.standing)
    if item.words:  # answers that may hold together
        answers = len(result.answers)
        return f"any may hold; {standing} of {answers} {'stands' if standing == 1 else 'stand'}"
    if result.verdict is not None:
        return "answered: one answer stands"
    return "open: no answer stands yet"
