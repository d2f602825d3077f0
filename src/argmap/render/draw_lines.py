"""Lines and their ends: steps, answers, contradictions; plugs, joints, rings and labels.

Answers' lines are drawn first, then steps that fail, that are contested, that apply,
contradictions last; a line that crosses one already drawn is lifted over it by a short halo in the
colour of the ground.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.render import marks
from argmap.render.boxes import Box
from argmap.render.content import Content, Link
from argmap.render.crossings import Crossings
from argmap.render.frames import Frame, Grounds
from argmap.render.graph import Chain, Graph
from argmap.render.ids import xml_id
from argmap.render.labels import Spots
from argmap.render.layout import Layout
from argmap.render.look import Look
from argmap.render.paths import Path, Point, shortened
from argmap.render.pills import PILL_HALF, pill_half, pill_width, pill_words
from argmap.render.rails import Course
from argmap.render.route import Routes
from argmap.render.xml import escape, number, path_data, text_line

if TYPE_CHECKING:
    from argmap.semantics.evaluation import StepLabel

_BEFORE_ARROW = 9.0
_TIP_OFF = 1.0
_MANY_LINES = 4_000
_NAMES = {"support": "Reason for", "rebuttal": "Reason against", "undercut": "Undercut"}
_ORDER = {"out": 0, "undecided": 1, "in": 2}


class Drawn(NamedTuple):
    """The lines of one part: those below the boxes, the marks above them, words on top."""

    below: list[str]
    above: list[str]
    words: list[str]


class LineWriter:
    """Draws all lines of one part; steps lead to the left (way -1) or to the right (1)."""

    def __init__(
        self,
        content: Content,
        boxes: tuple[Box, ...],
        graph: Graph,
        chains: tuple[Chain, ...],
        layout: Layout,
        routes: Routes,
        spots: Spots,
        frames: tuple[Frame, ...],
        look: Look,
        way: int = -1,
    ) -> None:
        self._look = look
        self._way = way
        self._content = content
        self._boxes = boxes
        self._graph = graph
        self._box_count = graph.box_count
        self._chains = chains
        self._layout = layout
        self._routes = routes
        self._grounds = Grounds(frames)
        self._spots = spots
        self._crossings = Crossings()
        self._drawn = Drawn([], [], [])

    def draw(self, links: list[int], contradictions: list[int]) -> Drawn:
        """The drawing of these links and contradictions, by their numbers."""
        lift = len(links) <= _MANY_LINES
        plain = [at for at in links if self._content.links[at].kind in ("answer", "raised")]
        steps = [at for at in links if self._content.links[at].kind not in ("answer", "raised")]
        after = self._look.after
        steps.sort(key=lambda at: _ORDER[after[at]])
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
        before, after = self._look.before[at], self._look.after[at]
        out = [f'<g id="{xml_id("s", link.id)}" class="step">' if link.id else "<g>"]
        title = _title(link, self._look.bearings.get(at, ""))
        if title:
            out.append(f"<title>{escape(title)}</title>")
        for edge in chain.edges:
            path = self._path(edge)
            if lift:
                out.append(self._halos(path, at))
            tail, target = self._graph.edges[edge].tail, self._graph.edges[edge].head
            label = after if self._is_cut(tail) else before
            head = ""
            if target < self._box_count:
                path, head = self._headed(link, path, label)
            style = marks.style_of(link.kind, label)
            out.append(f'<path class="line {style}" d="{path_data(path)}"/>{head}')
        out.append("</g>")
        self._drawn.below.append("".join(out))
        linked = len(link.premises) > 1
        for edge in chain.first:
            start = self._path(edge).start
            self._drawn.above.append(
                marks.dot(f"solid {marks.style_of(link.kind, before)}", start)
                if linked
                else marks.plug(link.kind, start, before)
            )
        for node in chain.nodes:
            place = (self._layout.x[node], self._routes.y[node])
            self._drawn.above.append(
                marks.ring(place, self._look.cuts[at] or "made")
                if self._is_cut(node)
                else marks.joint(link.kind, place, before)
            )
        for line in self._spots.labels[at]:
            place = (line.left, line.y)
            style = "label" if self._grounds.is_framed(place) else "label open"
            self._drawn.words.append(text_line(place, line.text, style, line.width))

    def _is_cut(self, node: int) -> bool:
        """Whether a node is a ring."""
        boxes = self._box_count
        return node >= boxes and self._graph.junctions[node - boxes].kind == "cut"

    def _contradiction(self, at: int, *, lift: bool) -> None:
        course: Course = self._routes.courses[at]
        owner = len(self._content.links) + at
        place = self._spots.pills[at]
        framed = " framed" if self._grounds.is_framed(place) else ""
        out = ["<g>"]
        if lift:
            out += [self._halos(path, owner, " wide") for path in course.paths]
        data = [path_data(path) for path in course.paths]
        out += [f'<path class="contradiction" d="{one}"/>' for one in data]
        out += [f'<path class="core{framed}" d="{one}"/>' for one in data]
        out += [
            marks.contradiction_head(end.at, -end.side, upright=end.upright) for end in course.ends
        ]
        out.append("</g>")
        self._drawn.below.append("".join(out))
        self._drawn.words.append(pill(place, pill_words(len(course.ends))))

    def _headed(self, link: Link, path: Path, label: StepLabel) -> tuple[Path, str]:
        """A path cut back to make room for its head, and the head."""
        x, y = path.end
        if link.kind == "rebuttal":
            return shortened(path, marks.BAR_OFF), marks.rebuttal_head((x, y), label, self._way)
        tip = (x + self._way * -_TIP_OFF, y)
        return shortened(path, _BEFORE_ARROW), marks.support_head(tip, label, self._way)

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


def _title(link: Link, why: str) -> str:
    """What is read aloud or shown under the pointer: the step's words, why it does not apply."""
    words = f"{_NAMES[link.kind]}: {link.label}." if link.label else ""
    return "\n".join(filter(None, (words, why)))


def pill(at: Point, words: str) -> str:
    """Words in a rounded box on a contradiction's rail."""
    half = pill_half(words)
    return (
        f'<rect class="pill" x="{number(at[0] - half)}" y="{number(at[1] - PILL_HALF)}" '
        f'width="{number(2 * half)}" height="{number(2 * PILL_HALF)}" rx="{number(PILL_HALF)}"/>'
        + text_line((at[0], at[1] + 3.6), words, "pill-text", pill_width(words), anchor="middle")
    )
