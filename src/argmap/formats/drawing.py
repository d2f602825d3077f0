"""What a map is to a program that draws graphs: boxes, junctions, lines, groups.

The formats for such programs (DOT, Mermaid) write this down, each in its own syntax. No name in it
comes from the map, only numbered ones, so a text of the map can be nothing but a label, and an id
nothing but a comment. What a drawing cannot show is reported as lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from argmap.formats.losses import Losses
from argmap.model.map import NO_SECTION, ArgumentMap, Attributes, Claim, Question, Source
from argmap.model.words import in_words, step_words

BoxKind = Literal["question", "answer", "claim", "evidence", "assumption", "fact"]
LineKind = Literal["support", "rebuttal", "undercut", "contradiction", "answer", "raised"]

_UNDRAWN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_SHOWN = frozenset(("fact", "basis"))


class Box(NamedTuple):
    """A claim or a question, or with the kind None a junction, where lines meet.

    `id` is that of the claim or question where its author gave it one, else empty.
    """

    name: str
    kind: BoxKind | None
    label: str
    section: int
    id: str = ""


class Line(NamedTuple):
    """A line from one box or junction to another; `ends` says whether its sign stands at its end.

    A line into a junction has none: the junction's own line goes on to the target.
    """

    tail: str
    head: str
    kind: LineKind
    label: str
    ends: bool


class Opened(NamedTuple):
    """A section begins: its number from 1 and its title."""

    number: int
    title: str


class Closed(NamedTuple):
    """The section that was opened last ends."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn, in the order of writing. `sections` are title and parent."""

    title: str
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    sections: tuple[tuple[str, int], ...]
    losses: tuple[str, ...]

    def in_sections(self) -> Iterator[Box | Opened | Closed]:
        """The boxes, each section's between its opening and its closing."""
        members: dict[int, list[Box]] = {}
        for box in self.boxes:
            members.setdefault(box.section, []).append(box)
        parts: dict[int, list[int]] = {}
        for at, (_, parent) in enumerate(self.sections):
            parts.setdefault(parent, []).append(at)
        yield from members.get(NO_SECTION, ())
        waiting: list[int | Closed] = [*reversed(parts.get(NO_SECTION, []))]
        while waiting:
            section = waiting.pop()
            if isinstance(section, Closed):
                yield section
                continue
            yield Opened(section + 1, self.sections[section][0])
            yield from members.get(section, ())
            waiting.append(Closed())
            waiting += parts.get(section, [])[::-1]


def drawing_of(map_: ArgumentMap) -> Drawing:
    """The drawing of a map, with all that its imports bring in."""
    claims = {claim.id: f"c{at}" for at, claim in enumerate(map_.claims, 1)}
    answers = {answer for question in map_.questions for answer in question.answers}
    boxes = [
        Box(f"q{at}", "question", question.text, question.section, _given(question.id))
        for at, question in enumerate(map_.questions, 1)
    ]
    for claim in map_.claims:
        kind = _kind(claim, is_answer=claim.kind == "answer" or claim.id in answers)
        label = _label(map_, claim)
        boxes.append(Box(claims[claim.id], kind, label, claim.section, _given(claim.id)))
    lines: list[Line] = []
    for at, question in enumerate(map_.questions, 1):
        lines += [
            Line(claims[answer], f"q{at}", "answer", "", True)
            for answer in dict.fromkeys(question.answers)
            if answer in claims
        ]
        if question.about in claims:
            lines.append(Line(f"q{at}", claims[question.about], "raised", "", True))
    sections = {claim.id: claim.section for claim in map_.claims}
    _draw_steps(map_, claims, sections, boxes, lines)
    _draw_contradictions(map_, claims, boxes, lines)
    return Drawing(
        _plain(map_.title),
        tuple(box._replace(label=_plain(box.label), id=_on_a_line(box.id)) for box in boxes),
        tuple(line._replace(label=_plain(line.label)) for line in lines),
        tuple((_plain(section.title), section.parent) for section in map_.sections),
        _losses(map_),
    )


def _kind(claim: Claim, *, is_answer: bool) -> BoxKind:
    if is_answer:
        return "answer"
    if claim.is_fact:
        return "fact"
    if claim.basis in ("assumption", "implicit"):
        return "assumption"
    return "evidence" if claim.citations else "claim"


def _label(map_: ArgumentMap, claim: Claim) -> str:
    """The text of a claim, and after it what it cites."""
    cited = []
    for citation in claim.citations:
        source = map_.source.get(citation.source or "")
        if source is not None:
            title = source.title or source.id
            cited.append(f"{title}, {citation.locator}" if citation.locator else title)
    return f"{claim.text}\n({'; '.join(dict.fromkeys(cited))})" if cited else claim.text


def _draw_steps(
    map_: ArgumentMap,
    claims: dict[str, str],
    sections: dict[str, int],
    boxes: list[Box],
    lines: list[Line],
) -> None:
    """Lines for the steps; one whose premises are linked or that is undercut has a junction."""
    undercut = {step.target for step in map_.steps if step.kind == "undercut"}
    premises = {
        step.id: [p for p in dict.fromkeys(step.premises) if p in claims] for step in map_.steps
    }
    junctions = {
        step.id: f"s{at}"
        for at, step in enumerate(map_.steps, 1)
        if step.id in undercut or len(premises[step.id]) > 1
    }
    for step in map_.steps:
        known = junctions if step.kind == "undercut" else claims
        target, own = known.get(step.target), premises[step.id]
        if target is None or not own:
            continue
        label = step_words(step)
        roles = {role.premise: f"as {in_words(role.name)}" for role in step.roles}
        junction = junctions.get(step.id)
        if junction is None:
            label = ", ".join(filter(None, (label, roles.get(own[0]))))
            lines.append(Line(claims[own[0]], target, step.kind, label, True))
            continue
        sign = "&" if len(own) > 1 else ""
        boxes.append(Box(junction, None, sign, sections[own[0]]))
        lines += [
            Line(claims[premise], junction, step.kind, roles.get(premise, ""), False)
            for premise in own
        ]
        lines.append(Line(junction, target, step.kind, label, True))


def _draw_contradictions(
    map_: ArgumentMap, claims: dict[str, str], boxes: list[Box], lines: list[Line]
) -> None:
    """A line between two claims; more of them meet in a junction."""
    for at, contradiction in enumerate(map_.contradictions, 1):
        against = [claims[id_] for id_ in dict.fromkeys(contradiction.claims) if id_ in claims]
        if len(against) == 2:
            one, other = against
            lines.append(Line(one, other, "contradiction", "cannot both hold", True))
        elif len(against) > 2:
            boxes.append(Box(f"x{at}", None, "cannot all hold", NO_SECTION))
            lines += [Line(f"x{at}", one, "contradiction", "", True) for one in against]


def _given(id_: str) -> str:
    """An id that was given and not made from a text."""
    return "" if id_.rpartition("/")[2].startswith("~") else id_


def _plain(text: str) -> str:
    """Text without what a drawing program may choke on or be led astray by.

    That is control characters, lone surrogates and overrides of the direction of writing.
    """
    if not text.isprintable():
        text = _UNDRAWN.sub(" ", text)
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


def _on_a_line(id_: str) -> str:
    """An id as it can stand in a comment, which a line break would end."""
    return _plain(id_).replace("\n", " ")


def _losses(map_: ArgumentMap) -> tuple[str, ...]:
    """A sentence for each sort of thing that a drawing has no place for."""
    losses = Losses()
    notes = [map_.notes, *(section.notes for section in map_.sections)]
    attributes = [map_.attributes]
    tags: list[tuple[str, ...]] = []
    parts: tuple[Claim | Question | Source, ...] = (*map_.claims, *map_.questions, *map_.sources)
    for tagged in parts:
        tags.append(tagged.tags)
        notes.append(tagged.notes)
        attributes.append(tagged.attributes)
    for step in map_.steps:
        notes.append(step.notes)
        attributes.append(step.attributes)
    if any(notes):
        losses.add("Notes are not drawn.")
    if any(tags):
        losses.add("Tags are not drawn.")
    keys = _keys(attributes)
    if keys:
        losses.add(f"These attributes are not drawn: {', '.join(keys)}.")
    citations = [citation for claim in map_.claims for citation in claim.citations]
    if any(citation.quote for citation in citations):
        losses.add("The words that are quoted from sources are not drawn.")
    cited = {citation.source for citation in citations}
    if any(source.id not in cited for source in map_.sources):
        losses.add("Sources that no claim cites are not drawn.")
    if any(not question.exclusive for question in map_.questions):
        losses.add("That answers to a question may hold together is not drawn.")
    if map_.imports:
        losses.add("Which claims come from which import is not drawn.")
    ids = [*(claim.id for claim in map_.claims), *(question.id for question in map_.questions)]
    if any(_on_a_line(id_) != id_ for id_ in ids):
        losses.add("Ids are written without the characters that may not stand in a comment.")
    return losses.all()


def _keys(all_attributes: Iterable[Attributes]) -> list[str]:
    """The names of attributes that are not drawn, sorted."""
    keys = {attribute.key for attributes in all_attributes for attribute in attributes}
    return sorted(f"`{_plain(key)}`" for key in keys - _SHOWN)
