"""The layered engine: Graphviz, from pygraphviz's wheels or else a `dot` program.

Small graphs are laid out in this process; larger and denser ones in a child that can be stopped,
because crossing minimization can take minutes. Only positions and the heights at which edges
pass columns are used. Graphviz gets numbers and sizes, never a word of the map.
"""

from __future__ import annotations

import os
import sys
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from threading import Lock

from argmap.render.engines.base import NODE_GAP, Geometry, LayoutFailedError
from argmap.render.graph import Graph

_POINTS = 72.0
_CLUSTER_MARGIN = 36
"""Room for the frame and the title on either side, since the layout may be turned over."""
_RANK_GAP = 20.0
_QUICK = 500
"""Boxes from which on heights are settled with fewer rounds of Graphviz's network simplex."""
_IN_PROCESS = 1_000
"""Boxes and edges up to which a layout takes so little time that no child is worth its start."""

_CHILD = """
import sys
from pygraphviz import AGraph
sys.stderr = None
graph = AGraph(string=sys.stdin.read())
import io
sys.stderr = io.StringIO()
sys.stdout.buffer.write(graph.draw(format="plain", prog="dot"))
"""


_ONE_AT_A_TIME = Lock()
"""Graphviz keeps global state: two threads must not lay out at once."""


class GraphvizEngine:
    """Layered layout with few crossings; for what is neither huge nor dense."""

    name = "graphviz"

    def available(self) -> bool:
        """Whether pygraphviz is installed, or a `dot` program with the `graphviz` package."""
        from shutil import which  # noqa: PLC0415

        return has_wheel() or (which("dot") is not None and find_spec("graphviz") is not None)

    def layout(self, graph: Graph, timeout: float) -> Geometry:
        """Place all nodes; raises LayoutFailedError when Graphviz fails or the time is up."""
        source = dot_source(graph)
        if not has_wheel():
            plain = _by_program(source, timeout)
        elif graph.box_count + len(graph.edges) <= _IN_PROCESS:
            plain = _in_process(source)
        else:
            plain = _by_child(source, timeout)
        return _geometry(graph, plain)


def has_wheel() -> bool:
    """Whether pygraphviz, which brings Graphviz along, is installed."""
    return find_spec("pygraphviz") is not None


def dot_source(graph: Graph) -> str:
    """The graph in DOT: numbers for names, no labels."""
    out = [
        f"digraph{{rankdir=RL;newrank=true;remincross=true;nodesep={NODE_GAP / _POINTS:.4f};"
        f"ranksep={_RANK_GAP / _POINTS:.4f};"
        f"{'nslimit=1;' if graph.box_count > _QUICK else ''}"
        'node[shape=box,fixedsize=true,label=""];edge[arrowhead=none];'
    ]
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
    stack = [(-1, False)]
    while stack:
        section, closing = stack.pop()
        if closing:
            out.append("}")
            continue
        if section >= 0:
            out.append(f"subgraph cluster_{section}{{margin={_CLUSTER_MARGIN};")
            stack.append((section, True))
        out += [
            f"{node}[width={graph.widths[node] / _POINTS:.4f},"
            f"height={graph.heights[node] / _POINTS:.4f}];"
            for node in members[section]
        ]
        stack += [(within, False) for within in reversed(inner[section])]
    for edge in graph.edges:
        free = "" if edge.ranks else ",constraint=false"
        out.append(f"{edge.tail}->{edge.head}[minlen={edge.minlen},weight={edge.weight}{free}];")
    out.append("}")
    return "\n".join(out)


def _in_process(source: str) -> str:
    from pygraphviz import AGraph  # noqa: PLC0415

    try:
        with _ONE_AT_A_TIME, _quiet():
            graph = AGraph(string=source)
            drawn: bytes = graph.draw(format="plain", prog="dot")
    except (ValueError, OSError) as error:
        raise LayoutFailedError("Graphviz could not lay it out") from error
    return drawn.decode()


@contextmanager
def _quiet() -> Iterator[None]:
    """Graphviz writes warnings that mean nothing to the user straight to the error output."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _by_child(source: str, timeout: float) -> str:
    return _run([sys.executable, "-P", "-X", "utf8", "-c", _CHILD], source, timeout)


def _by_program(source: str, timeout: float) -> str:
    return _run(["dot", "-Tplain"], source, timeout)


def _run(command: list[str], source: str, timeout: float) -> str:
    import subprocess  # noqa: PLC0415

    try:
        done = subprocess.run(
            command,
            input=source.encode(),
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise LayoutFailedError(f"Graphviz took longer than {timeout:g} s") from error
    except OSError as error:
        raise LayoutFailedError("Graphviz could not be started") from error
    if done.returncode != 0:
        raise LayoutFailedError("Graphviz could not lay it out")
    return done.stdout.decode()


def _geometry(graph: Graph, plain: str) -> Geometry:
    """Read Graphviz's plain format: inches, growing upward."""
    count = len(graph.widths)
    across = [0.0] * count
    heights = [0.0] * count
    total = 0.0
    splines: dict[tuple[int, int], list[list[str]]] = {}
    for line in plain.splitlines():
        fields = line.split()
        if fields[0] == "graph":
            total = float(fields[3])
        elif fields[0] == "node":
            node = int(fields[1])
            across[node] = float(fields[2]) * _POINTS
            heights[node] = (total - float(fields[3])) * _POINTS
        elif fields[0] == "edge":
            splines.setdefault((int(fields[1]), int(fields[2])), []).append(fields)
    flipped = _runs_upward(heights[: graph.box_count])
    if flipped:
        heights = [total * _POINTS - y for y in heights]
    centres = _column_centres(across[: graph.box_count])
    columns = [
        max(bisect_left(centres, x + 1) - 1, 0) if node >= graph.box_count
        else bisect_left(centres, x - 1)
        for node, x in enumerate(across)
    ]  # fmt: skip
    lanes: list[tuple[float, ...]] = []
    for edge in graph.edges:
        first = columns[edge.tail] - (1 if edge.tail < graph.box_count else 0)
        passed = range(first, columns[edge.head], -1)
        drawn = splines.get((edge.tail, edge.head))
        if not edge.ranks or not passed or not drawn:
            lanes.append(())
            continue
        spline = drawn.pop(0)
        passing = [_height_at(spline, total, centres[column]) for column in passed]
        lanes.append(tuple(total * _POINTS - y if flipped else y for y in passing))
    return Geometry(tuple(columns), tuple(heights), tuple(lanes))


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
    xs = [float(spline[4 + 2 * at]) * _POINTS for at in range(number)]
    ys = [(total - float(spline[5 + 2 * at])) * _POINTS for at in range(number)]
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
    for _ in range(24):
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
