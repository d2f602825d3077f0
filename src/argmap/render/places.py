"""Where things are written: in which section, and on which line of the map's own file.

A claim of an import is written in another file; its line there says nothing about this one.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from argmap.model import NO_SECTION, ArgumentMap, Claim
from argmap.source import Span


class Places:
    """The places of a map's claims, and of their uses in its steps."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map
        self._sections: dict[str, list[tuple[int, int]]] = {}
        for at, section in enumerate(argument_map.sections):
            if section.at.path:
                self._sections.setdefault(section.at.path, []).append((section.at.line, at))
        # A map that was not read from its .arg file, but from JSON, has the places it had there.
        imported = tuple(f"{one.alias}/" for one in argument_map.imports)
        own = (one.at.path for one in argument_map.claims if not one.id.startswith(imported))
        self._own = next(own, argument_map.path)

    def of(self, step: str, claim: str) -> Span | None:
        """The place where a step names a claim, if it was read from a file; where the place of
        the step alone is known, that."""
        found = self._map.step.get(step)
        if found is None:
            return None
        for premise, place in zip(found.premises, found.uses, strict=False):
            if premise == claim and place.path:
                return place
        return found.at if found.at.path else None

    def section(self, place: Span) -> int:
        """The section that a place is in."""
        sections = self._sections.get(place.path, [])
        at = bisect_right(sections, (place.line, len(self._map.sections))) - 1
        return sections[at][1] if at >= 0 else NO_SECTION

    def line(self, place: Span) -> int:
        """The line of a place in the map's own file, 0 for a place elsewhere."""
        return place.line if place.path == self._own else 0

    def line_of(self, claim: Claim) -> int:
        """The line on which the map's own file has a claim: gives its text or, of an import, uses
        it first; 0 if it does not."""
        return self.line(claim.at) or self._uses.get(claim.id, 0)

    @cached_property
    def _uses(self) -> dict[str, int]:
        """The line of the first use of each claim that a step of the map's own file uses."""
        found: dict[str, int] = {}
        for step in self._map.steps:
            for premise in step.premises:
                place = self.of(step.id, premise)
                if place is not None and (line := self.line(place)):
                    found.setdefault(premise, line)
        return found
