"""Which part of a map is drawn: from a map to a smaller map, with what is left out and where.

Nothing is evaluated here: the labels in the picture of a part are those of the whole map.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from argmap.diagnostics import did_you_mean
from argmap.model import NO_SECTION, ArgumentMap
from argmap.render.hanging import Hanging

DEFAULT_DEPTH = 2


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
    """A part of a map. `hidden` counts, for a claim that is drawn, the claims left out behind it;
    `focus` is the claim it is about, or empty; `note` says what is left out."""

    map: ArgumentMap
    hidden: Mapping[str, int] = field(default_factory=dict)
    focus: str = ""
    note: str = ""


def select(argument_map: ArgumentMap, view: View) -> Selected:
    """The part of a map that a view shows. Raises NoSuchPart for an unknown id or section."""
    if view.is_whole:
        return Selected(argument_map)
    hanging = Hanging(argument_map)
    kept = {claim.id for claim in argument_map.claims if claim.named}
    whole, notes = len(kept), []
    if view.section is not None:
        section = _section(argument_map, view.section)
        kept &= _in_section(argument_map, hanging, section)
        notes.append(f"the section “{argument_map.sections[section].title}”")
    if view.focus is not None:
        if view.focus not in kept:
            raise NoSuchPart(_no_claim(argument_map, view.focus, kept))
        kept &= hanging.around(view.focus, view.depth)
        steps = f"{view.depth} step{'' if view.depth == 1 else 's'}"
        notes.append(f"{steps} to either side of the framed claim")
    if view.fold is not None:
        kept = hanging.near_roots(kept, view.fold)
        notes.append(f"no further than {view.fold} step{'' if view.fold == 1 else 's'} deep")
    left = whole - len(kept)
    note = ""
    if left:
        note = f"Shown: {', '.join(notes)}. {left:,} of {whole:,} claims are left out."
    return Selected(_only(argument_map, kept), hanging.behind(kept), view.focus or "", note)


def _no_claim(argument_map: ArgumentMap, id_: str, kept: set[str]) -> str:
    if id_ in argument_map.claim:
        return f"the claim `{id_}` is not in the part that is drawn"
    near = did_you_mean(id_, kept)
    return f"no claim has the id `{id_}`{f'; did you mean `{near}`?' if near else ''}"


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


def _in_section(argument_map: ArgumentMap, hanging: Hanging, section: int) -> set[str]:
    """The claims of a section and those below it, and what they speak for or against."""
    inside = [False] * len(argument_map.sections)
    for at, one in enumerate(argument_map.sections):
        inside[at] = at == section or (one.parent != NO_SECTION and inside[one.parent])
    own = {
        claim.id
        for claim in argument_map.claims
        if claim.section != NO_SECTION and inside[claim.section]
    }
    return own | hanging.above(own)


def _only(argument_map: ArgumentMap, kept: set[str]) -> ArgumentMap:
    """The map with these claims and what lies between them."""
    steps: set[str] = set()
    whole = [one for one in argument_map.steps if kept.issuperset(one.premises)]
    steps = {one.id for one in whole if one.kind != "undercut" and one.target in kept}
    waiting: dict[str, list[str]] = {}
    for one in whole:
        if one.kind == "undercut":
            waiting.setdefault(one.target, []).append(one.id)
    reached = list(steps)
    while reached:
        cuts = waiting.pop(reached.pop(), [])
        steps.update(cuts)
        reached += cuts
    questions = [
        replace(one, answers=_those(one.answers, kept), about=one.about if about else None)
        for one in argument_map.questions
        for about in [one.about is not None and one.about in kept]
        if about or any(answer in kept for answer in one.answers)
    ]
    return replace(
        argument_map,
        claims=tuple(one for one in argument_map.claims if one.id in kept),
        steps=tuple(one for one in argument_map.steps if one.id in steps),
        questions=tuple(questions),
        contradictions=tuple(
            one for one in argument_map.contradictions if kept.issuperset(one.claims)
        ),
    )


def _those(names: Iterable[str], kept: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in kept)
