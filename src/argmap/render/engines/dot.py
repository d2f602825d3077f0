"""The DOT that Graphviz gets, and what its answer says: numbers and sizes, never a word of the map.

Only positions and the heights at which edges pass columns are read from the answer.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal, NamedTuple

from argmap.render.engines.base import Geometry
from argmap.render.engines.tree import TreeEngine
from argmap.render.graph import RANKS, Edge, Graph, floating

POINTS = 72.0
_RANK_GAP = 20.0
_LIMITS = ((2_400, "nslimit=3;mclimit=0.1;"), (900, "nslimit=6;mclimit=0.3;"))
"""What shortens the search for fewer crossings, by the nodes and edges from which on. Heights are
always settled to the end: a graph whose heights are not has bends in every line."""


class Wish(NamedTuple):
    """How a graph is to be asked for.

    `contradicted` is where a piece of the map goes that only contradictions hold: beside what it
    contradicts, right of it, or anywhere. `pull` is how much answers and claims used again pull,
    `order` how nodes are named, which decides where Graphviz starts from. `together` lets nothing
    foreign stand between the answers of a question.
    """

    contradicted: Literal["free", "beside", "right"] = "free"
    pull: int = 1
    order: Literal["written", "reversed", "tree"] = "written"
    together: bool = False


PLAIN_WISH = Wish()


def dot_source(graph: Graph, wish: Wish = PLAIN_WISH) -> str:
    """The graph in DOT: numbers for names, no labels."""
    size = graph.box_count + len(graph.edges)
    limit = next((words for least, words in _LIMITS if size > least), "")
    if is_forest(graph):
        limit += "splines=none;"
    out = [
        "digraph{rankdir=RL;newrank=true;remincross=true;"
        f"nodesep={graph.density.node_gap / POINTS:.4f};"
        f"ranksep={_RANK_GAP / POINTS:.4f};{limit}"
        'node[shape=box,fixedsize=true,label=""];edge[arrowhead=none];'
    ]
    members, inner = _nested(graph)
    _arrange(graph, members, wish)
    stack = [(-1, False)]
    while stack:
        section, closing = stack.pop()
        if closing:
            out.append("}")
            continue
        if section >= 0:
            out.append(f"subgraph cluster_{section}{{margin={graph.density.cluster_margin:g};")
            stack.append((section, True))
        out += [
            f"{node}[width={graph.widths[node] / POINTS:.4f},"
            f"height={graph.heights[node] / POINTS:.4f}];"
            for node in members[section]
        ]
        if wish.together:
            out += _questions(graph, section)
        stack += [(within, False) for within in reversed(inner[section])]
    held = floating(graph) if wish.contradicted != "free" else frozenset()
    for at, edge in enumerate(graph.edges):
        if at in held:
            least = 0 if wish.contradicted == "beside" else RANKS
            out.append(f"{edge.tail}->{edge.head}[minlen={least},weight=4];")
            continue
        weight = edge.weight * wish.pull if edge.weight == 3 else edge.weight
        free = "" if edge.ranks else ",constraint=false"
        ends = f"{edge.tail}->{edge.head}"
        if not edge.minlen:  # the other way round, what leads to a cut comes below it
            out.append(f"{{rank=same;{edge.tail};{edge.head}}}")
            ends = f"{edge.head}->{edge.tail}"
        out.append(f"{ends}[minlen={edge.minlen},weight={weight}{free}];")
    out.append("}")
    return "\n".join(out)


def _arrange(graph: Graph, members: list[list[int]], wish: Wish) -> None:
    """Put the nodes of each section into the order in which they are to be named."""
    if wish.order == "reversed":
        for nodes in members:
            nodes.reverse()
    elif wish.order == "tree":
        tree = TreeEngine().layout(graph, 0.0)
        for nodes in members:
            nodes.sort(key=lambda node: (tree.columns[node], tree.heights[node]))


def _questions(graph: Graph, section: int) -> list[str]:
    """A group without a margin for each question of a section whose answers are all in it too."""
    answers: dict[int, list[int]] = {}
    for edge in graph.edges:
        if edge.head in graph.hubs and edge.ranks:
            answers.setdefault(edge.head, []).append(edge.tail)
    taken: set[int] = set()
    found = []
    for hub, nodes in answers.items():
        group = [hub, *nodes]
        if taken.isdisjoint(group) and all(graph.sections[node] == section for node in group):
            taken.update(group)
            names = ";".join(map(str, group))
            found.append(f"subgraph cluster_q{hub}{{margin=0;{names};}}")
    return found


def is_forest(graph: Graph) -> bool:
    """Whether nothing is used twice: then no line passes a column, and no spline is looked at."""
    used = bytearray(len(graph.widths))
    for edge in graph.edges:
        if edge.link < 0 or edge.back or used[edge.tail]:
            return False
        used[edge.tail] = 1
    return True


def _nested(graph: Graph) -> tuple[list[list[int]], list[list[int]]]:
    """The nodes and the sections directly in each section; those in none come last."""
    members: list[list[int]] = [[] for _ in range(len(graph.parents) + 1)]
    inner: list[list[int]] = [[] for _ in range(len(graph.parents) + 1)]
    for node, section in enumerate(graph.sections):
        members[section].append(node)
    used = [bool(nodes) for nodes in members]
    for section in range(len(graph.parents) - 1, -1, -1):
        if used[section]:
            used[graph.parents[section]] = True
    for section, parent in enumerate(graph.parents):
        if used[section]:
            inner[parent].append(section)
    return members, inner


def geometry_of(graph: Graph, plain: str) -> Geometry:
    """Read Graphviz's plain format: inches, growing upward; a ValueError if it is not that."""
    count = len(graph.widths)
    placed = 0
    across = [0.0] * count
    heights = [0.0] * count
    total = 0.0
    splines: dict[tuple[int, int], list[list[str]]] = {}
    for line in plain.splitlines():
        fields = line.split() or [""]
        if fields[0] == "graph":
            total = float(fields[3])
        elif fields[0] == "node":
            node = int(fields[1])
            placed += 1
            across[node] = float(fields[2]) * POINTS
            heights[node] = (total - float(fields[3])) * POINTS
        elif fields[0] == "edge":
            splines.setdefault((int(fields[1]), int(fields[2])), []).append(fields)
    if placed != count:
        raise ValueError(f"{placed} of {count} nodes were placed")
    flipped = _runs_upward(heights[: graph.box_count])
    if flipped:
        heights = [total * POINTS - y for y in heights]
    centres = _column_centres(across[: graph.box_count])
    columns = [
        max(bisect_left(centres, x + 1) - 1, 0) if node >= graph.box_count
        else bisect_left(centres, x - 1)
        for node, x in enumerate(across)
    ]  # fmt: skip
    lanes: list[tuple[float, ...]] = []
    for edge in graph.edges:
        passed = _passed(graph, columns, edge)
        drawn = splines.get((edge.tail, edge.head))
        if not edge.ranks or not passed or not drawn:
            lanes.append(())
            continue
        spline = drawn.pop(0)
        passing = [_height_at(spline, total, centres[column]) for column in passed]
        lanes.append(tuple(total * POINTS - y if flipped else y for y in passing))
    return Geometry(tuple(columns), tuple(heights), tuple(lanes))


def _passed(graph: Graph, columns: list[int], edge: Edge) -> range:
    """The columns between the ends of an edge, from its tail on."""
    first = columns[edge.tail] - (1 if edge.tail < graph.box_count else 0)
    return range(first, columns[edge.head], -1)


def _runs_upward(heights: list[float]) -> bool:
    """Whether the boxes stand rather against the order of writing than in it."""
    count = len(heights)
    mean = sum(heights) / count
    return sum((at - (count - 1) / 2) * (y - mean) for at, y in enumerate(heights)) < 0


def _column_centres(across: list[float]) -> list[float]:
    """The middles of the columns: all boxes of a rank have one middle."""
    centres: list[float] = []
    for x in sorted(across):
        if not centres or x > centres[-1] + 2:
            centres.append(x)
    return centres


def _height_at(spline: list[str], total: float, x: float) -> float:
    """The height (px) at which an edge of the plain format passes a place across (px).

    A spline of Graphviz is a chain of cubics; the piece that spans the place is halved until
    the place is met.
    """
    number = int(spline[3])
    xs = [float(spline[4 + 2 * at]) * POINTS for at in range(number)]
    ys = [(total - float(spline[5 + 2 * at])) * POINTS for at in range(number)]
    piece = next(
        (
            at
            for at in range(0, number - 3, 3)
            if min(xs[at], xs[at + 3]) <= x <= max(xs[at], xs[at + 3])
        ),
        None,
    )
    if piece is None:
        return ys[0] if abs(xs[0] - x) < abs(xs[-1] - x) else ys[-1]
    low, high = 0.0, 1.0
    falling = xs[piece] > xs[piece + 3]
    for _ in range(16):
        middle = (low + high) / 2
        if (_cubic(xs[piece : piece + 4], middle) > x) == falling:
            low = middle
        else:
            high = middle
    return _cubic(ys[piece : piece + 4], low)


def _cubic(points: list[float], t: float) -> float:
    a, b, c, d = points
    u = 1 - t
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
