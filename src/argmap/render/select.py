"""Which part of a map is drawn: from a map to a smaller map, with what is left out and where.

Nothing is evaluated here: the labels in the picture of a part are those of the whole map.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.diagnostics import did_you_mean
from argmap.model import NO_SECTION, ArgumentMap
from argmap.render.excerpt import Excerpts
from argmap.render.hanging import Hanging
from argmap.sentences import counted

DEFAULT_DEPTH = 2
LEFT_OUT = "left out"


class NoSuchPart(LookupError):
    """The map has no claim or section of this name; says what might be meant."""


@dataclass(frozen=True, slots=True)
class View:
    """What part of a map to draw; all of it where nothing is said.

    `focus` is the id of a claim: what hangs on it and what it hangs on, `depth` steps to either
    side. `section` is the title of a section, or its number from 1. `fold` is how many steps to go
    from the conclusions.
    """

    focus: str | None = None
    depth: int = DEFAULT_DEPTH
    section: str | None = None
    fold: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of the map is to be drawn."""
        return self.focus is None and self.section is None and self.fold is None


@dataclass(frozen=True, slots=True)
class Selected:
    """A part of a map. `hidden` counts, for a claim that is drawn, the claims behind it that are
    not, and `gone` says where these are; `focus` is the claim the part is about, or empty; `note`
    says what is left out."""

    map: ArgumentMap
    hidden: Mapping[str, int] = field(default_factory=dict)
    focus: str = ""
    note: str = ""
    gone: str = LEFT_OUT


class Choice(NamedTuple):
    """What a view shows of a map: ids of claims and of questions, and in words what it leaves
    out. `focus` is the claim it is about, or empty."""

    kept: set[str]
    questions: set[str]
    focus: str
    note: str


def select(argument_map: ArgumentMap, view: View) -> Selected:
    """The part of a map that a view shows. Raises NoSuchPart for an unknown id or section."""
    if view.is_whole:
        return Selected(argument_map)
    hanging = Hanging(argument_map)
    choice = choose(argument_map, hanging, view)
    part = Excerpts(argument_map).of(choice.kept, choice.questions)
    return Selected(part, hanging.behind(choice.kept), choice.focus, choice.note)


def choose(argument_map: ArgumentMap, hanging: Hanging, view: View) -> Choice:
    """What a view shows. Raises NoSuchPart for an unknown id or section."""
    kept = {claim.id for claim in argument_map.claims if claim.named}
    inside = [True] * (len(argument_map.sections) + 1)  # the last for what is in no section
    whole, notes = len(kept), []
    if view.section is not None:
        section = _section(argument_map, view.section)
        inside = _inside(argument_map, section)
        own = {claim.id for claim in argument_map.claims if inside[claim.section]} & kept
        kept &= own | hanging.above(own)
        notes.append(f"the section “{argument_map.sections[section].title}”")
    if view.focus is not None:
        if view.focus not in kept:
            raise NoSuchPart(_no_claim(argument_map, view, view.focus, kept))
        kept &= hanging.around(view.focus, view.depth)
        notes.append(f"{counted(view.depth, 'step')} to either side of the framed claim")
    if view.fold is not None:
        kept = hanging.near_roots(kept, view.fold)
        notes.append(f"no further than {counted(view.fold, 'step')} deep")
    questions = {
        question.id
        for question in argument_map.questions
        if question.about in kept
        or not kept.isdisjoint(question.answers)
        or (not (question.answers or question.about or view.focus) and inside[question.section])
    }
    left = whole - len(kept)
    note = ""
    if left:
        note = f"Shown: {', '.join(notes)}. {left:,} of {whole:,} claims are left out."
    return Choice(kept, questions, view.focus or "", note)


def _no_claim(argument_map: ArgumentMap, view: View, id_: str, kept: set[str]) -> str:
    """Why there is nothing to focus on, and what to do about it."""
    if id_ in argument_map.claim:
        if view.section is None:
            return f"the claim `{id_}` stands in an import alone; draw that map, or use it here"
        return f"the claim `{id_}` has no part in the section; leave one of the two out"
    if id_ in argument_map.question:
        answers = [f"`{answer}`" for answer in argument_map.question[id_].answers]
        others = f", such as its answer {answers[0]}" if answers else ""
        return f"`{id_}` is a question; a picture can be about a claim{others}"
    bare = id_.strip("[]")
    near = bare if bare in kept else did_you_mean(bare, kept)
    if near:
        return f"no claim has the id `{id_}`; did you mean `{near}`?"
    given = (claim.id for claim in argument_map.claims if claim.id in kept)
    example = next((one for one in given if not one.startswith("~")), "")
    how = f"ids stand in brackets, as in `[{example}]`" if example else "the map gives no ids"
    return f"no claim has the id `{id_}`; {how}"


def _section(argument_map: ArgumentMap, name: str) -> int:
    """The index of a section by its number or its title; upper and lower case are alike."""
    sections = argument_map.sections
    titles = [section.title.casefold() for section in sections]
    if name.casefold() in titles:
        return titles.index(name.casefold())
    if name.isdecimal() and 1 <= int(name) <= len(sections):
        return int(name) - 1
    if not sections:
        raise NoSuchPart("the map has no sections")
    near = did_you_mean(name, [section.title for section in sections])
    listed = "; ".join(f"{at} {one.title}" for at, one in enumerate(sections, 1))
    hint = f"did you mean `{near}`?" if near else f"it has: {listed}"
    raise NoSuchPart(f"the map has no section `{name}`; {hint}")


def _inside(argument_map: ArgumentMap, section: int) -> list[bool]:
    """Of each section whether it is this one or in it; one more for what stands in none."""
    inside: list[bool] = []
    for at, one in enumerate(argument_map.sections):
        inside.append(at == section or (one.parent != NO_SECTION and inside[one.parent]))
    return [*inside, False]
