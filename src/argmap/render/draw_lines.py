"""Lines and their ends: steps, answers, contradictions; plugs, joints, rings and labels.

Answers' lines are drawn first, steps over them, contradictions last; a line that crosses one
already drawn is lifted over it by a short halo in the colour of the ground.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.render import marks
from argmap.render.boxes import Box
from argmap.render.content import Content, Link
from argmap.render.crossings import Crossings
from argmap.render.frames import Frame, Grounds
from argmap.render.graph import Chain, Graph
from argmap.render.ids import xml_id
from argmap.render.layout import Layout
from argmap.render.measure import Face, width_of
from argmap.render.paths import Path, Point, shortened
from argmap.render.rails import Course
from argmap.render.route import Routes
from argmap.render.xml import number, path_data, text_line

LABEL_SIZE = 10.5
_BEFORE_ARROW = 9.0
_TIP_OFF = 1.0
_MANY_LINES = 4_000


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines of one part: those below the boxes, the marks above them, words on top."""

    below: list[str]
    above: list[str]
    words: list[str]


class LineWriter:
    """Draws all lines of one part."""

    def __init__(
        self,
        content: Content,
        boxes: tuple[Box, ...],
        graph: Graph,
        chains: tuple[Chain, ...],
        layout: Layout,
        routes: Routes,
        frames: tuple[Frame, ...],
    ) -> None:
        self._content = content
        self._boxes = boxes
        self._graph = graph
        self._chains = chains
        self._layout = layout
        self._routes = routes
        self._grounds = Grounds(frames)
        self._crossings = Crossings()
        self._drawn = Drawn([], [], [])

    def draw(self, links: list[int], contradictions: list[int]) -> Drawn:
        """The drawing of these links and contradictions, by their numbers."""
        lift = len(links) <= _MANY_LINES
        plain = [at for at in links if self._content.links[at].kind in ("answer", "raised")]
        steps = [at for at in links if self._content.links[at].kind not in ("answer", "raised")]
        for at in plain:
            self._plain(at, lift=lift)
        for at in steps:
            self._step(at, lift=lift)
        for at in contradictions:
            self._contradiction(at, lift=lift)
        return self._drawn

    def _plain(self, at: int, *, lift: bool) -> None:
        """An answer's line to its question, or an open question's to its claim."""
        link = self._content.links[at]
        style = "line neutral" if link.kind == "answer" else "line neutral raised"
        path = self._path(self._chains[at].first[0])
        owner = -1 - link.target
        out = self._halos(path, owner) if lift else ""
        self._drawn.below.append(f'{out}<path class="{style}" d="{path_data(path)}"/>')
        if link.kind == "raised":
            self._drawn.above.append(marks.dot("dot", path.start))
            self._drawn.above.append(marks.dot("dot", path.end))

    def _step(self, at: int, *, lift: bool) -> None:
        link, chain = self._content.links[at], self._chains[at]
        out = [f'<g id="{xml_id("s", link.id)}" class="step">' if link.id else "<g>"]
        for edge in (*chain.first, *chain.rest):
            path = self._path(edge)
            if lift:
                out.append(self._halos(path, at))
            head = ""
            if self._graph.edges[edge].head < self._graph.box_count:
                path, head = _headed(link, path)
            out.append(f'<path class="line {link.kind}" d="{path_data(path)}"/>{head}')
        out.append("</g>")
        self._drawn.below.append("".join(out))
        for edge in chain.first:
            start = self._path(edge).start
            linked = len(link.premises) > 1
            self._drawn.above.append(
                marks.dot(f"solid {link.kind}", start) if linked else marks.plug(link.kind, start)
            )
        for node in chain.nodes:
            place = (self._layout.x[node], self._routes.y[node])
            kind = self._graph.junctions[node - self._graph.box_count].kind
            self._drawn.above.append(
                marks.joint(link.kind, place) if kind == "joint" else marks.ring(place)
            )
        if link.label:
            self._drawn.words.append(self._label(link, chain))

    def _label(self, link: Link, chain: Chain) -> str:
        """Scheme and strength, above the line beside the box, or beside the joint."""
        x, y = self._path(chain.first[0]).start
        if len(link.premises) > 1:
            x, y = self._layout.x[chain.nodes[0]], self._routes.y[chain.nodes[0]]
            comes = [self._path(edge).start[1] for edge in chain.first]
            from_above = min(comes) < y - 12
            from_below = max(comes) > y + 12
            place = (x + 8, y + 21 if from_above and not from_below else y - 13)
        else:
            end = self._path(chain.first[0]).end
            below = link.kind == "undercut" and not chain.nodes and end[1] < y
            place = (x - 12, y + 14 if below else y - 6)
        style = "label" if self._grounds.is_framed(place) else "label open"
        left = place[0] - width_of(link.label, LABEL_SIZE, Face.ITALIC)
        return text_line((left, place[1]), link.label, style, LABEL_SIZE, Face.ITALIC)

    def _contradiction(self, at: int, *, lift: bool) -> None:
        course: Course = self._routes.courses[at]
        owner = len(self._content.links) + at
        framed = " framed" if self._grounds.is_framed(course.words) else ""
        out = ["<g>"]
        if lift:
            out += [self._halos(path, owner, " wide") for path in course.paths]
        data = [path_data(path) for path in course.paths]
        out += [f'<path class="contradiction" d="{one}"/>' for one in data]
        out += [f'<path class="core{framed}" d="{one}"/>' for one in data]
        out += [
            marks.contradiction_head((end.at[0] + end.side, end.at[1]), -end.side)
            for end in course.ends
        ]
        out.append("</g>")
        self._drawn.below.append("".join(out))
        words = "cannot both hold" if len(course.ends) == 2 else "cannot all hold"
        self._drawn.words.append(pill(course.words, words))

    def _path(self, edge: int) -> Path:
        path = self._routes.paths[edge]
        if path is None:
            raise ValueError("only contradictions have no path")
        return path

    def _halos(self, path: Path, owner: int, wide: str = "") -> str:
        out = []
        for points in self._crossings.add(path, owner):
            framed = " framed" if self._grounds.is_framed(points[2]) else ""
            data = "L".join(f"{number(x)} {number(y)}" for x, y in points)
            out.append(f'<path class="halo{framed}{wide}" d="M{data}"/>')
        return "".join(out)


def _headed(link: Link, path: Path) -> tuple[Path, str]:
    """A path cut back to make room for its head, and the head."""
    x, y = path.end
    if link.kind == "rebuttal":
        return shortened(path, marks.BAR_OFF), marks.rebuttal_head((x, y))
    return shortened(path, _BEFORE_ARROW), marks.support_head((x + _TIP_OFF, y))


def pill(at: Point, words: str) -> str:
    """Words in a rounded box on a contradiction's rail."""
    width = width_of(words, LABEL_SIZE, Face.BOLD) + 16
    return (
        f'<rect class="pill" x="{number(at[0] - width / 2)}" y="{number(at[1] - 10)}" '
        f'width="{number(width)}" height="20" rx="10"/>'
        + text_line(
            (at[0], at[1] + 3.6), words, "pill-text", LABEL_SIZE, Face.BOLD, anchor="middle"
        )
    )
