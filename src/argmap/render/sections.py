"""Where a question belongs that was asked above the section in which all is said about it.

Such a question is drawn with its answers in that section's frame, as its head; a frame that held
the reasons alone would part them from what they speak for.
"""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model import NO_SECTION, ArgumentMap
from argmap.render.content import Content, Item
from argmap.render.places import Places


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
