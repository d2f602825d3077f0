"""The words on a step's line: its scheme and its strength.

They stand above the line beside the box, or beside the joint; where the line bends, or an undercut
comes down on it, they keep to the other side. What still finds no room is shortened: the whole is
in the step's title.
"""

from __future__ import annotations

from argmap.render.content import Content
from argmap.render.frames import Grounds
from argmap.render.graph import Chain
from argmap.render.layout import Layout
from argmap.render.measure import Face, width_of
from argmap.render.paths import Path
from argmap.render.route import Routes
from argmap.render.wrap import shorten, wrap
from argmap.render.xml import text_line

LABEL_SIZE = 10.5
_LEADING = 11.0
_OFF_BOX = 12.0
_ROOM = 112.0
"""The gap between two columns, less a little at both ends."""
_TO_RING, _TO_FAN = 44.0, 72.0
"""What fits between a box and a ring, and between a box and where lines bend."""
_JOINT_TO_RING, _JOINT_TO_FAN, _JOINT_TO_BOX = 30.0, 52.0, 80.0
_LEVEL = 12.0


class Labels:
    """Places the labels of one part; `note` has to hear of every step before any is drawn."""

    def __init__(
        self,
        content: Content,
        chains: tuple[Chain, ...],
        layout: Layout,
        routes: Routes,
        grounds: Grounds,
        way: int,
    ) -> None:
        self._content = content
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
        blocked = self._blocked(at, y, width, linked=linked)
        if linked:
            comes = [self._path(edge).start[1] for edge in chain.first]
            above, below = min(comes) < y - _LEVEL, max(comes) > y + _LEVEL
            under = above and not below
            if under in blocked and (not under) not in blocked:
                under = not under
            x += (10 if (below if under else above) else -8) * self._way
            lines = [link.label]
            if width > _JOINT_TO_FAN:
                lines = _parts(link.label, _JOINT_TO_BOX)
            return self._text(lines, x, y + 21 if under else y - 13 - _LEADING * (len(lines) - 1))
        x += _OFF_BOX * self._way
        cut = bool(self._strikes.get(at)) and width > _TO_RING
        under = False in blocked and True not in blocked
        if cut and len(blocked) == 2:
            return self._text([shorten(link.label, _TO_RING, LABEL_SIZE, Face.ITALIC)], x, y - 6)
        alone = self._uses[link.premises[0]] == 1
        lines = _parts(link.label, _ROOM) if width > _TO_FAN and alone else [link.label]
        if under:
            return self._text(lines, x, y + (19 if cut else 14))
        return self._text(lines, x, y - (11 if cut else 6) - _LEADING * (len(lines) - 1))

    def _blocked(self, at: int, y: float, width: float, *, linked: bool) -> set[bool]:
        """On which sides of its line (True: under it) something is in a label's way."""
        chain = self._chains[at]
        end = self._path(chain.rest[-1] if chain.rest else chain.first[0]).end[1]
        strikes = self._strikes.get(at, [])
        undercut = self._content.links[at].kind == "undercut" and not chain.nodes
        blocked = set()
        if width > (_JOINT_TO_FAN if linked else _TO_FAN) or undercut:
            blocked |= {under for under in (False, True) if (end - y) * (1 if under else -1) > 0}
        if width > (_JOINT_TO_RING if linked else _TO_RING):
            blocked |= {start > y for start in strikes}
        return blocked

    def _text(self, lines: list[str], x: float, y: float) -> str:
        style = "label" if self._grounds.is_framed((x, y)) else "label open"
        out = []
        for line in lines:
            words = shorten(line, _ROOM, LABEL_SIZE, Face.ITALIC)
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
