"""What of a map is drawn: the claims the map's own file names, the steps and contradictions
between them, and the numbers of the notes they cite.

From here on things are known by their place in a tuple and not by their id. Knows nothing of
sizes, places or colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from argmap.model import ArgumentMap, Claim, Question, Step
from argmap.model.words import in_words, step_words
from argmap.render.places import Places

Kind = Literal["question", "answer", "main", "claim", "reference"]
Basis = Literal["plain", "evidence", "assumption", "fact"]
LinkKind = Literal["support", "rebuttal", "undercut", "answer", "raised"]

NOTHING_HIDDEN: Mapping[str, int] = MappingProxyType({})


class Item(NamedTuple):
    """A question or claim that gets a box.

    `kind` is the shape: "main" is a claim that steps lead to and none from; a "reference" stands
    for a claim whose box is elsewhere, and has that claim's id. `basis` is the border. `words` go
    into the foot row, `notes` are indices into `Content.notes`. `hidden` counts the claims behind
    it that are left out; the picture may be `marked` as one about this item.
    `use` is what tells the references to one claim apart. `roles` says in sentences what part it
    plays in the schemes of its steps.
    """

    id: str
    kind: Kind
    basis: Basis
    text: str
    words: tuple[str, ...]
    notes: tuple[int, ...]
    section: int
    line: int
    hidden: int = 0
    marked: bool = False
    use: str = ""
    roles: tuple[str, ...] = ()


class Link(NamedTuple):
    """A line or a join of lines from items to one thing.

    `target` is an index into `Content.items`, of an undercut one into `Content.links`. An
    "answer" leads from an answer to its question, "raised" from a question to the claim it was
    raised about. `label` is the scheme and strength in words, where they say something; `asks`
    whether a critical question is among them.
    """

    id: str
    kind: LinkKind
    premises: tuple[int, ...]
    target: int
    label: str
    asks: bool = False


class SourceNote(NamedTuple):
    """One place in one source; `source` is an index into `ArgumentMap.sources`."""

    source: int
    locator: str


class Content(NamedTuple):
    """All that is drawn, in the order of writing; questions stand before claims."""

    items: tuple[Item, ...]
    links: tuple[Link, ...]
    contradictions: tuple[tuple[int, ...], ...]
    notes: tuple[SourceNote, ...]


def content_of(
    argument_map: ArgumentMap, hidden: Mapping[str, int] = NOTHING_HIDDEN, marked: str = ""
) -> Content:
    """Number what is drawn of a map; `hidden` and `marked` say of claims what Item does."""
    claims = [claim for claim in argument_map.claims if claim.named]
    place = {claim.id: len(argument_map.questions) + at for at, claim in enumerate(claims)}
    drawn = _drawn_steps(argument_map, place)
    links = _links(argument_map, drawn, place)
    led_to = {step.target for step in drawn if step.kind != "undercut"}
    leading = {premise for step in drawn for premise in step.premises}
    answers = {answer for question in argument_map.questions for answer in question.answers}
    notes = _Notes(argument_map)
    places = Places(argument_map)
    items = [_question(question, places) for question in argument_map.questions]
    for claim in claims:
        kind: Kind = "claim"
        if claim.kind == "answer" or claim.id in answers:
            kind = "answer"
        elif claim.id in led_to and claim.id not in leading:
            kind = "main"
        item = _claim(claim, kind, notes.of(claim), places)
        if claim.id in hidden or claim.id == marked:
            item = item._replace(hidden=hidden.get(claim.id, 0), marked=claim.id == marked)
        items.append(item)
    contradictions = tuple(
        tuple(place[claim] for claim in contradiction.claims)
        for contradiction in argument_map.contradictions
        if len(contradiction.claims) > 1 and all(claim in place for claim in contradiction.claims)
    )
    return Content(tuple(items), links, contradictions, notes.all())


def _drawn_steps(argument_map: ArgumentMap, place: dict[str, int]) -> list[Step]:
    """The steps whose premises are all drawn and whose target is; an undercut needs its step."""
    waiting: dict[str, list[Step]] = {}
    drawn: set[str] = set()
    found: list[str] = []
    for step in argument_map.steps:
        if step.premises and all(premise in place for premise in step.premises):
            if step.kind == "undercut":
                waiting.setdefault(step.target, []).append(step)
            elif step.target in place:
                found.append(step.id)
    while found:
        done = found.pop()
        drawn.add(done)
        found.extend(step.id for step in waiting.get(done, ()))
    return [step for step in argument_map.steps if step.id in drawn]


def _links(
    argument_map: ArgumentMap,
    drawn: list[Step],
    place: dict[str, int],
) -> tuple[Link, ...]:
    number = {step.id: at for at, step in enumerate(drawn)}
    links = [
        Link(
            step.id,
            step.kind,
            tuple(dict.fromkeys(place[premise] for premise in step.premises)),
            number[step.target] if step.kind == "undercut" else place[step.target],
            step_words(step),
            step.answers is not None,
        )
        for step in drawn
    ]
    for at, question in enumerate(argument_map.questions):
        links += [
            Link("", "answer", (place[answer],), at, "")
            for answer in dict.fromkeys(question.answers)
            if answer in place
        ]
        if question.about is not None and question.about in place:
            links.append(Link("", "raised", (at,), place[question.about], ""))
    return tuple(links)


def _question(question: Question, places: Places) -> Item:
    return Item(
        question.id,
        "question",
        "plain",
        question.text,
        () if question.exclusive else ("answers may hold together",),
        (),
        question.section,
        places.line(question.at),
    )


def _claim(claim: Claim, kind: Kind, notes: tuple[int, ...], places: Places) -> Item:
    basis: Basis = "plain"
    words: list[str] = []
    if claim.is_fact:
        basis = "fact"
        words.append("fact")
    elif claim.basis in ("assumption", "implicit"):
        basis = "assumption"
        words.append("assumption" if claim.basis == "assumption" else "implicit assumption")
    elif claim.citations:
        basis = "evidence"
    said = [claim.get("by"), _likelihood(claim)]
    words += [word for word in said if isinstance(word, str) and word.strip()]
    line = places.line_of(claim)
    return Item(claim.id, kind, basis, claim.text, tuple(words), notes, claim.section, line)


def _likelihood(claim: Claim) -> str | None:
    value = claim.get("likelihood")
    if isinstance(value, bool) or value is None:
        return None
    return f"{value:.0%}" if isinstance(value, int | float) else in_words(value)


class _Notes:
    """Numbers each pair of source and locator where it is first cited."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._sources = {source.id: at for at, source in enumerate(argument_map.sources)}
        self._numbers: dict[tuple[int, str], int] = {}

    def of(self, claim: Claim) -> tuple[int, ...]:
        """The notes of a claim, each once, ascending."""
        found = set()
        for citation in claim.citations:
            source = self._sources.get(citation.source or "", -1)
            if source >= 0:
                key = (source, citation.locator or "")
                found.add(self._numbers.setdefault(key, len(self._numbers)))
        return tuple(sorted(found))

    def all(self) -> tuple[SourceNote, ...]:
        """Every note so far, in the order of its number."""
        return tuple(SourceNote(source, locator) for source, locator in self._numbers)
