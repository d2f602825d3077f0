"""Give every node a column and a height: split the graph into parts that hang together, choose
an engine for each, and set the columns on the grid of the look.

The engines decide which box stands in which column and how high. The distance between columns
is set here by what stands there, so the picture looks alike whichever engine was used. Each part
has its own coordinates from (0, 0); `pack` sets the parts beside each other when they are routed.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import Literal, NamedTuple

from argmap.render.engines.base import Engine, Geometry, LayoutFailedError
from argmap.render.engines.graphviz import GraphvizEngine
from argmap.render.engines.tree import TreeEngine
from argmap.render.facing import with_room
from argmap.render.gaps import gaps_of, junction_x
from argmap.render.graph import Edge, Graph, Junction, leader_of
from argmap.render.squeeze import squeezed
from argmap.render.stack import INDENT, is_stacked, stacked

EngineChoice = Literal["auto", "graphviz", "tree"]

_LARGE_PART = 2_000
_LARGE_MAP = 5_000
_TRIVIAL = 2
_DENSE = (2, 200)
"""A part with more edges than this many times its boxes plus so many is dense."""
_TANGLED = 250_000
"""A part whose boxes times its edges beyond one a node are more takes Graphviz many seconds."""
_SECONDS = 20.0
"""What Graphviz may take for the whole map."""


class Column(NamedTuple):
    """A column of one part: its edges in px, its boxes from top to bottom, how wide the gap at its
    right is, and how much further right the answers in it begin than the questions above them."""

    left: float
    right: float
    boxes: tuple[int, ...]
    gap: float
    indent: float = 0.0

    def middle(self, width: float, *, question: bool) -> float:
        """The middle of a box of a width in it."""
        if self.indent and question:
            return self.left + width / 2
        return (self.left + self.indent + self.right) / 2


class Part(NamedTuple):
    """Nodes that hang together, by line or section, and the range of their columns."""

    nodes: tuple[int, ...]
    first_column: int
    last_column: int


class LayoutUse(NamedTuple):
    """Which engine placed how many boxes; `reason` is empty where it was the first choice."""

    engine: str
    boxes: int
    reason: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where every node stands, in the coordinates of its part.

    `columns` are those of all parts, one part after the other; `column` has for each node the
    index of its column, for a junction that of the column on the left of its gap. `x` and `y` are
    the middles of nodes in px. `lanes` are the engine's wishes, see Geometry.
    """

    parts: tuple[Part, ...]
    part: tuple[int, ...]
    columns: tuple[Column, ...]
    column: tuple[int, ...]
    x: tuple[float, ...]
    y: tuple[float, ...]
    lanes: tuple[tuple[float, ...], ...]
    uses: tuple[LayoutUse, ...]


def lay_out(graph: Graph, choice: EngineChoice) -> Layout:
    """Place a whole graph. It never fails: what Graphviz cannot do, the tree engine does."""
    chooser = _Chooser(graph, choice)
    columns: list[Column] = []
    parts: list[Part] = []
    part_of = [0] * len(graph.widths)
    column = [0] * len(graph.widths)
    x = [0.0] * len(graph.widths)
    y = [0.0] * len(graph.widths)
    lanes: list[tuple[float, ...]] = [()] * len(graph.edges)
    for nodes, edges in _components(graph):
        piece = graph if len(nodes) == len(graph.widths) else _piece(graph, nodes, edges)
        geometry = with_room(piece, squeezed(piece, chooser.place(piece)))
        geometry = stacked(piece, geometry)
        base = len(columns)
        grid, heights = _grid(piece, geometry)
        for at, node in enumerate(nodes):
            home = grid[geometry.columns[at]]
            part_of[node] = len(parts)
            column[node] = base + geometry.columns[at]
            y[node] = heights[at]
            if at < piece.box_count:
                x[node] = home.middle(graph.widths[node], question=node in graph.hubs)
            else:
                offset = piece.junctions[at - piece.box_count].offset
                x[node] = home.right + junction_x(offset, home.gap, graph.density)
        for at, edge in enumerate(edges):
            lanes[edge] = geometry.lanes[at]
        columns += [one._replace(boxes=tuple(nodes[box] for box in one.boxes)) for one in grid]
        parts.append(Part(tuple(nodes), base, len(columns) - 1))
    return Layout(
        tuple(parts),
        tuple(part_of),
        tuple(columns),
        tuple(column),
        tuple(x),
        tuple(y),
        tuple(lanes),
        chooser.uses(),
    )


class _Chooser:
    """Chooses an engine for each part and keeps count of what was used."""

    def __init__(self, graph: Graph, choice: EngineChoice) -> None:
        self._tree: Engine = TreeEngine()
        self._layered: Engine = GraphvizEngine()
        self._choice = choice
        self._huge = graph.box_count > _LARGE_MAP
        self._installed: bool | None = None
        self._left = _SECONDS
        self._counts: dict[tuple[str, str], int] = {}

    def place(self, graph: Graph) -> Geometry:
        """The geometry of one part."""
        reason = self._against_graphviz(graph)
        if reason is None:
            started = monotonic()
            try:
                geometry = self._layered.layout(graph, max(self._left, 0.1))
            except LayoutFailedError as error:
                reason = str(error)
            else:
                self._count(self._layered.name, "", graph)
                return geometry
            finally:
                self._left -= monotonic() - started
        self._count(self._tree.name, reason, graph)
        return self._tree.layout(graph, self._left)

    def uses(self) -> tuple[LayoutUse, ...]:
        """What was used, in the order of first use."""
        return tuple(
            LayoutUse(engine, boxes, reason) for (engine, reason), boxes in self._counts.items()
        )

    def _against_graphviz(self, graph: Graph) -> str | None:
        """Why a part goes to the tree engine: empty if as wished, None if it does not."""
        boxes, edges = graph.box_count, len(graph.edges)
        if self._choice == "tree" or boxes <= _TRIVIAL:
            return ""
        if self._choice == "auto":
            if self._huge:
                return f"the map has more than {_LARGE_MAP:,} boxes"
            if boxes > _LARGE_PART:
                return f"more than {_LARGE_PART:,} boxes hang together"
        beyond = edges - len(graph.widths)
        if edges > _DENSE[0] * boxes + _DENSE[1] or beyond * boxes > _TANGLED:
            return f"{edges:,} lines between {boxes:,} boxes are too dense for Graphviz"
        if self._installed is None:
            self._installed = self._layered.available()
        if not self._installed:
            return "Graphviz is not installed"
        return None

    def _count(self, engine: str, reason: str, graph: Graph) -> None:
        key = (engine, reason)
        self._counts[key] = self._counts.get(key, 0) + graph.box_count


def _components(graph: Graph) -> list[tuple[list[int], list[int]]]:
    """Nodes and edges of each part that lines or a common top section hold together."""
    leader = list(range(len(graph.widths) + len(graph.parents)))

    def join(one: int, other: int) -> None:
        one, other = leader_of(leader, one), leader_of(leader, other)
        leader[max(one, other)] = min(one, other)

    for edge in graph.edges:
        join(edge.tail, edge.head)
    size = len(graph.widths)
    for section, parent in enumerate(graph.parents):
        if parent >= 0:
            join(size + section, size + parent)
    for node, section in enumerate(graph.sections):
        if section >= 0:
            join(node, size + section)
    parts: dict[int, tuple[list[int], list[int]]] = {}
    for node in range(size):
        parts.setdefault(leader_of(leader, node), ([], []))[0].append(node)
    for at, edge in enumerate(graph.edges):
        parts[leader_of(leader, edge.tail)][1].append(at)
    return list(parts.values())


def _piece(graph: Graph, nodes: list[int], edges: list[int]) -> Graph:
    """A part of a graph with its own numbers."""
    number = {node: at for at, node in enumerate(nodes)}
    used: dict[int, int] = {}
    for node in nodes:
        section = graph.sections[node]
        while section >= 0:
            used[section] = section
            section = graph.parents[section]
    order = sorted(used)
    renamed = {section: at for at, section in enumerate(order)}
    renamed[-1] = -1
    return Graph(
        sum(1 for node in nodes if node < graph.box_count),
        tuple(graph.widths[node] for node in nodes),
        tuple(graph.heights[node] for node in nodes),
        tuple(renamed[graph.sections[node]] for node in nodes),
        tuple(renamed[graph.parents[section]] for section in order),
        tuple(_renumbered(graph.edges[at], number) for at in edges),
        tuple(_junction(graph, node) for node in nodes if node >= graph.box_count),
        frozenset(number[node] for node in nodes if node in graph.hubs),
        graph.density,
    )


def _renumbered(edge: Edge, number: dict[int, int]) -> Edge:
    return edge._replace(tail=number[edge.tail], head=number[edge.head])


def _junction(graph: Graph, node: int) -> Junction:
    return graph.junctions[node - graph.box_count]


def _grid(graph: Graph, geometry: Geometry) -> tuple[list[Column], list[float]]:
    """The columns of a part, and heights with boxes on whole pixels and never too close."""
    boxes: list[list[int]] = [[] for _ in range(max(geometry.columns, default=0) + 1)]
    for box in range(graph.box_count):
        boxes[geometry.columns[box]].append(box)
    heights = list(geometry.heights)
    columns: list[Column] = []
    left = 0.0
    gaps = gaps_of(graph, geometry)
    indented = {
        geometry.columns[edge.head]
        for edge in graph.edges
        if is_stacked(graph, geometry.columns, edge)
    }
    for at, (members, gap) in enumerate(zip(boxes, gaps, strict=True)):
        members.sort(key=lambda box: (heights[box], box))
        lowest = float("-inf")
        for box in members:
            half = graph.heights[box] / 2
            top = max(float(round(heights[box] - half)), lowest)
            heights[box] = top + half
            lowest = top + graph.heights[box] + graph.density.node_gap - 1
        indent = INDENT if at in indented else 0.0
        width = max(
            (graph.widths[box] + (0 if box in graph.hubs else indent) for box in members),
            default=0.0,
        )
        columns.append(Column(left, left + width, tuple(members), gap, indent))
        left += width + gap
    return columns, heights
