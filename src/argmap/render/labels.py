"""The words on a step's line: its scheme and its strength.

They stand above the line beside the box, or beside the joint; where the line bends, or an undercut
comes down on it, they keep to the other side. What still finds no room is shortened: the whole is
in the step's title.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.render.content import Content
from argmap.render.frames import Grounds
from argmap.render.graph import LABEL_SIZE, Chain, Graph
from argmap.render.layout import Layout
from argmap.render.measure import Face, width_of
from argmap.render.paths import Path
from argmap.render.route import Routes
from argmap.render.wrap import shorten, wrap
from argmap.render.xml import text_line

_LEADING = 11.0
_OFF_BOX = 12.0
_TO_RING, _TO_FAN, _TO_BOX = 84.0, 56.0, 16.0
"""What a label leaves free of the gap between two columns: with what is left of the right edge of
a ring, with where lines bend, and in any case."""
_JOINT_TO_RING, _JOINT_TO_FAN, _JOINT_TO_BOX = 70.0, 48.0, 20.0
"""The same between the column on the left and a joint, which a label may reach past."""
_LEVEL = 12.0


class _Room(NamedTuple):
    """How wide words may be that end right of a ring, right of where lines bend, and at all."""

    to_ring: float
    to_fan: float
    whole: float


class Labels:
    """Places the labels of one part; `note` has to hear of every step before any is drawn."""

    def __init__(
        self,
        content: Content,
        graph: Graph,
        chains: tuple[Chain, ...],
        layout: Layout,
        routes: Routes,
        grounds: Grounds,
        way: int,
    ) -> None:
        self._content = content
        self._graph = graph
        self._chains = chains
        self._layout = layout
        self._routes = routes
        self._grounds = grounds
        self._way = way
        self._strikes: dict[int, list[float]] = {}
        self._uses: dict[int, int] = {}

    def note(self, at: int) -> None:
        """Remember what a step uses and, of an undercut, from where it strikes its step."""
        link = self._content.links[at]
        for premise in link.premises:
            self._uses[premise] = self._uses.get(premise, 0) + 1
        if link.kind == "undercut":
            start = self._path(self._chains[at].first[0]).start
            self._strikes.setdefault(link.target, []).append(start[1])

    def draw(self, at: int) -> str:
        """The label of a step that has one."""
        link, chain = self._content.links[at], self._chains[at]
        linked = len(link.premises) > 1
        if linked:
            x, y = self._layout.x[chain.nodes[0]], self._routes.y[chain.nodes[0]]
        else:
            x, y = self._path(chain.first[0]).start
        width = width_of(link.label, LABEL_SIZE, Face.ITALIC)
        room = self._room(chain, linked=linked)
        blocked = self._blocked(at, y, width, room)
        if linked:
            comes = [self._path(edge).start[1] for edge in chain.first]
            above, below = min(comes) < y - _LEVEL, max(comes) > y + _LEVEL
            under = above and not below
            if under in blocked and (not under) not in blocked:
                under = not under
            x += (10 if (below if under else above) else -8) * self._way
            lines = [link.label]
            if width > room.to_fan:
                lines = _parts(link.label, room.whole)
            y += 21 if under else -13 - _LEADING * (len(lines) - 1)
            return self._text(lines, x, y, room.whole)
        x += _OFF_BOX * self._way
        cut = bool(self._strikes.get(at)) and width > room.to_ring
        under = False in blocked and True not in blocked
        if cut and len(blocked) == 2:
            return self._text([link.label], x, y - 6, room.to_ring)
        alone = self._uses[link.premises[0]] == 1
        lines = _parts(link.label, room.whole) if width > room.to_fan and alone else [link.label]
        if under:
            return self._text(lines, x, y + (19 if cut else 14), room.whole)
        y -= (11 if cut else 6) + _LEADING * (len(lines) - 1)
        return self._text(lines, x, y, room.whole)

    def _room(self, chain: Chain, *, linked: bool) -> _Room:
        """What fits beside the box or the joint at which a label stands."""
        layout = self._layout
        if linked:
            joint = chain.nodes[0]
            left = abs(layout.x[joint]) - abs(layout.columns[layout.column[joint]].right)
            return _Room(left - _JOINT_TO_RING, left - _JOINT_TO_FAN, left - _JOINT_TO_BOX)
        column = layout.column[self._graph.edges[chain.first[0]].tail] - 1
        gap = layout.columns[max(column, 0)].gap
        return _Room(gap - _TO_RING, gap - _TO_FAN, gap - _TO_BOX)

    def _blocked(self, at: int, y: float, width: float, room: _Room) -> set[bool]:
        """On which sides of its line (True: under it) something is in a label's way."""
        chain = self._chains[at]
        end = self._path(chain.rest[-1] if chain.rest else chain.first[0]).end[1]
        strikes = self._strikes.get(at, [])
        undercut = self._content.links[at].kind == "undercut" and not chain.nodes
        blocked = set()
        if width > room.to_fan or undercut:
            blocked |= {under for under in (False, True) if (end - y) * (1 if under else -1) > 0}
        if width > room.to_ring:
            blocked |= {start > y for start in strikes}
        return blocked

    def _text(self, lines: list[str], x: float, y: float, room: float) -> str:
        style = "label" if self._grounds.is_framed((x, y)) else "label open"
        out = []
        for line in lines:
            words = shorten(line, room, LABEL_SIZE, Face.ITALIC)
            left = x - (width_of(words, LABEL_SIZE, Face.ITALIC) if self._way < 0 else 0)
            out.append(text_line((left, y), words, style, LABEL_SIZE, Face.ITALIC))
            y += _LEADING
        return "".join(out)

    def _path(self, edge: int) -> Path:
        path = self._routes.paths[edge]
        assert path is not None
        return path


def _parts(label: str, room: float) -> list[str]:
    """The scheme and the strength as lines of their own, each broken to a width (px)."""
    *before, last = label.split(", ")
    parts = [*(f"{part}," for part in before), last]
    return [line for part in parts for line in wrap(part, room, LABEL_SIZE, Face.ITALIC)]
