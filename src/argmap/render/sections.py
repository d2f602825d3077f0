"""Which section something stands in: where a step is written, and where a question belongs that
was asked above the section in which all is said about it.

Such a question is drawn with its answers in that section's frame, as its head; a frame that held
the reasons alone would part them from what they speak for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from argmap.model import NO_SECTION, ArgumentMap
from argmap.render.content import Content, Item
from argmap.source import Span


class Places:
    """Where the uses of claims are written."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._sections: dict[str, list[tuple[int, int]]] = {}
        for at, section in enumerate(argument_map.sections):
            if section.at.path:
                self._sections.setdefault(section.at.path, []).append((section.at.line, at))

    def of(self, step: str, claim: str) -> Span | None:
        """The place where a step names a claim, if it was read from a file."""
        found = self._map.step.get(step)
        if found is None:
            return None
        for premise, place in zip(found.premises, found.uses, strict=False):
            if premise == claim and place.path:
                return place
        return None

    def section(self, place: Span) -> int:
        """The section that a place is in."""
        sections = self._sections.get(place.path, [])
        at = bisect_right(sections, (place.line, len(self._map.sections))) - 1
        return sections[at][1] if at >= 0 else NO_SECTION


def with_questions_at_home(content: Content, argument_map: ArgumentMap) -> Content:
    """The same content, with each question and its answers in the section in which all that is
    said about these answers is written, if there is such a section."""
    if not argument_map.sections:
        return content
    asked: dict[int, list[int]] = {}
    for link in content.links:
        if link.kind == "answer":
            asked.setdefault(link.target, []).extend(link.premises)
    said = _said(content, Places(argument_map))
    items = list(content.items)
    for question, answers in asked.items():
        group = [question, *answers]
        sections = set().union(*(said.get(answer, set()) for answer in answers))
        if len(sections) == 1 and all(items[at].section == NO_SECTION for at in group):
            home = sections.pop()
            for at in group:
                items[at] = items[at]._replace(section=home)
    return content._replace(items=tuple(items))


def _said(content: Content, places: Places) -> dict[int, set[int]]:
    """For each item the sections in which something is said about it."""
    found: dict[int, set[int]] = {}
    for link in content.links:
        if link.kind in ("support", "rebuttal"):
            sections = _written(link.id, (content.items[at] for at in link.premises), places)
            found.setdefault(link.target, set()).update(sections)
    return found


def _written(step: str, premises: Iterable[Item], places: Places) -> set[int]:
    """The sections in which a step names its premises."""
    named = (places.of(step, premise.id) for premise in premises)
    return {NO_SECTION if place is None else places.section(place) for place in named}
