"""The label-free graph that a layout engine gets: numbers, sizes and edges, no text.

Nodes are first the boxes, then the junctions: a joint where linked premises meet, a cut where an
undercut strikes. A column of boxes takes three ranks, the box itself 0, a cut 1, a joint 2
(counted from the left), and the least lengths keep every node on its own of the three. So
boxes always fall on whole columns. A cut on an undercut's line has the rank of a joint, however
deep undercuts go: their cuts stand below each other.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from argmap.render.boxes import Box
from argmap.render.content import Content
from argmap.render.density import ROOMY, Density
from argmap.render.measure import Face, width_of
from argmap.render.rows import columns_aside

RANKS = 3
"""Ranks to a column."""
JUNCTION = 16.0
"""Width and height of a junction for the engine, px."""
LABEL_SIZE = 10.5
"""Size of the words on a line."""
NO_NODE = -1

_CUT, _JOINT = 1, 2

JunctionKind = Literal["joint", "cut"]


class Edge(NamedTuple):
    """From `tail` to `head`, drawn right to left.

    `link` is the link it is a piece of, -1 for a contradiction, which ranks nothing. `minlen` is
    in ranks; `weight` how much the edge wants to be short and straight. `back` marks an edge that
    would close a cycle and so ranks nothing either. `words` is the width of what is written on it
    where it leaves its tail, px. `pair` marks the contradiction of two claims and no more.
    """

    tail: int
    head: int
    minlen: int
    weight: int
    link: int
    back: bool = False
    words: float = 0.0
    pair: bool = False

    @property
    def ranks(self) -> bool:
        """Whether its tail must stand to the right of its head."""
        return self.link >= 0 and not self.back


class Junction(NamedTuple):
    """A node that is no box; `offset` is its rank within a column (1 or 2)."""

    kind: JunctionKind
    link: int
    offset: int


class Graph(NamedTuple):
    """What is to be laid out. The first `box_count` nodes are boxes, the others junctions.

    `sections` has the section of each node or -1, `parents` the section around each section.
    `hubs` are boxes whose direct subtrees are set apart (questions). `density` says how closely all
    is to be set.
    """

    box_count: int
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    sections: tuple[int, ...]
    parents: tuple[int, ...]
    edges: tuple[Edge, ...]
    junctions: tuple[Junction, ...]
    hubs: frozenset[int]
    density: Density = ROOMY


def floating(graph: Graph) -> tuple[int, ...]:
    """The edges of contradictions that alone hold two pieces of the graph together."""
    leader = list(range(len(graph.widths)))
    found: list[int] = []
    for at in sorted(range(len(graph.edges)), key=lambda at: not graph.edges[at].ranks):
        edge = graph.edges[at]
        one, other = leader_of(leader, edge.tail), leader_of(leader, edge.head)
        if one != other:
            leader[max(one, other)] = min(one, other)
            if edge.link < 0:
                found.append(at)
    return tuple(found)


def leader_of(leader: list[int], one: int) -> int:
    """The one that stands for all that were joined with it; the way to it is shortened."""
    while leader[one] != one:
        leader[one] = leader[leader[one]]
        one = leader[one]
    return one


class Chain(NamedTuple):
    """The way of one link: the edges from its premises, its junctions, the edges after each.

    `first` are edge numbers, one for each premise; `nodes` the junctions from the premises on;
    `rest` one edge number for each junction, the edge that leaves it.
    """

    first: tuple[int, ...]
    nodes: tuple[int, ...]
    rest: tuple[int, ...]

    @property
    def edges(self) -> tuple[int, ...]:
        """All its edges, from the premises on."""
        return (*self.first, *self.rest)


def graph_of(
    content: Content,
    boxes: tuple[Box, ...],
    parents: tuple[int, ...],
    density: Density = ROOMY,
) -> tuple[Graph, tuple[Chain, ...]]:
    """The graph of all that is drawn, and for each link its way through it."""
    builder = _Builder(content, boxes, density)
    builder.place_junctions()
    builder.draw_edges()
    edges = _without_cycles(builder.edges, builder.size)
    sections = tuple(item.section for item in content.items) + tuple(
        content.items[content.links[junction.link].premises[0]].section
        for junction in builder.junctions
    )
    graph = Graph(
        len(boxes),
        tuple(box.width for box in boxes) + (JUNCTION,) * len(builder.junctions),
        tuple(box.height for box in boxes) + (JUNCTION,) * len(builder.junctions),
        sections,
        parents,
        tuple(edges),
        tuple(builder.junctions),
        frozenset(at for at, item in enumerate(content.items) if item.kind == "question"),
        density,
    )
    return graph, tuple(builder.chains)


class _Builder:
    def __init__(self, content: Content, boxes: tuple[Box, ...], density: Density) -> None:
        self.content = content
        self.density = density
        self.size = len(boxes)
        self.junctions: list[Junction] = []
        self.edges: list[Edge] = []
        self.chains: list[Chain] = []
        self._nodes: list[tuple[int, ...]] = []
        self._cut: list[int] = []

    def place_junctions(self) -> None:
        """Give each link its joint and its cut where it needs them."""
        links = self.content.links
        is_cut = [False] * len(links)
        for link in links:
            if link.kind == "undercut":
                is_cut[link.target] = True
        for at, link in enumerate(links):
            nodes: list[int] = []
            self._cut.append(NO_NODE)
            if len(link.premises) > 1:
                nodes.append(self._junction(Junction("joint", at, _JOINT)))
            if is_cut[at]:
                offset = _JOINT if link.kind == "undercut" else _CUT
                nodes.append(self._junction(Junction("cut", at, offset)))
                self._cut[at] = nodes[-1]
            self._nodes.append(tuple(nodes))

    def draw_edges(self) -> None:
        """Edges from premises through junctions to the target, then the contradictions."""
        uses = [0] * len(self.content.items)
        for link in self.content.links:
            for premise in link.premises:
                uses[premise] += 1
        seen = [False] * len(uses)
        aside = columns_aside(self.content, self.density.staggered)
        for at, (link, nodes) in enumerate(zip(self.content.links, self._nodes, strict=True)):
            head = self._cut[link.target] if link.kind == "undercut" else link.target
            entry = nodes[0] if nodes else head
            first: list[int] = []
            for premise in link.premises:
                weight = 8 if uses[premise] == 1 else 1 if seen[premise] else 3
                if link.kind in ("answer", "raised"):
                    weight = 3
                seen[premise] = True
                first.append(self._edge(at, premise, entry, weight, aside.get(at, 0)))
            rest = [self._edge(at, *pair, 12) for pair in pairwise(nodes)]
            if nodes:
                rest.append(self._edge(at, nodes[-1], head, 8))
            if link.label:
                named = rest[0] if len(link.premises) > 1 else first[0]
                width = width_of(link.label, LABEL_SIZE, Face.ITALIC)
                self.edges[named] = self.edges[named]._replace(words=width)
            self.chains.append(Chain(tuple(first), nodes, tuple(rest)))
        for claims in self.content.contradictions:
            for one, other in pairwise(claims):
                pair = len(claims) == 2
                self.edges.append(Edge(one, other, 1, 1, NO_NODE, pair=pair))

    def _junction(self, junction: Junction) -> int:
        self.junctions.append(junction)
        return self.size + len(self.junctions) - 1

    def _offset(self, node: int) -> int:
        return 0 if node < self.size else self.junctions[node - self.size].offset

    def _is_above(self, tail: int, head: int) -> bool:
        """Whether an undercut leads on from its joint or cut to a cut that may stand above it."""
        return (
            tail >= self.size
            and head >= self.size
            and self._offset(tail) == self._offset(head)
            and self.junctions[tail - self.size].link != self.junctions[head - self.size].link
        )

    def _edge(self, link: int, tail: int, head: int, weight: int, aside: int = 0) -> int:
        minlen = (self._offset(tail) - self._offset(head)) % RANKS or RANKS
        if self._is_above(tail, head):
            minlen = 0
        minlen += RANKS * aside
        self.edges.append(Edge(tail, head, minlen, weight, link))
        return len(self.edges) - 1


def _without_cycles(edges: list[Edge], boxes: int) -> list[Edge]:
    """The edges, those marked `back` that lead on to a node the walk to it came through.

    The walk goes against the edges from what nothing leads on from, in the order of writing;
    junctions have one edge out, so only an edge that leaves a box can close a cycle.
    """
    arriving: dict[int, list[int]] = {}
    leaving = bytearray(boxes)
    for at, edge in enumerate(edges):
        if edge.link >= 0:
            arriving.setdefault(edge.head, []).append(at)
            if edge.tail < boxes:
                leaving[edge.tail] = 1
    state: dict[int, int] = {}  # 1 while the walk is in it, 2 when it is done
    found = list(edges)
    roots = [box for box in range(boxes) if not leaving[box]] + list(range(boxes))
    for root in roots:
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(arriving.get(root, ())))]
        while stack:
            node, waiting = stack[-1]
            for at in waiting:
                tail = edges[at].tail
                seen = state.get(tail, 0)
                if seen == 1:
                    found[at] = edges[at]._replace(back=True)
                elif seen == 0:
                    state[tail] = 1
                    stack.append((tail, iter(arriving.get(tail, ()))))
                    break
            else:
                state[node] = 2
                stack.pop()
    return found
