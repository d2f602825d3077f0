"""The built-in engine: a tidy tree, in pure Python and linear time.

The column of a box is its longest way to a conclusion. Each box hangs on the first thing it is a
reason for, if possible in its own section, and subtrees are set one below the other in the
order of writing, as close as their outlines allow (after Reingold and Tilford, 1981). Sections
are kept together so that their frames hold nothing else. Nothing here recurses: a chain may be
100,000 boxes long.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from argmap.render.engines.base import Geometry
from argmap.render.engines.columns import columns_of
from argmap.render.engines.outline import Outline
from argmap.render.graph import Graph

_NONE = -1


class TreeEngine:
    """Lays out anything, of any size, at once."""

    name = "tree"

    def available(self) -> bool:
        """It needs nothing."""
        return True

    def layout(self, graph: Graph, timeout: float) -> Geometry:
        """Place all nodes; it never takes long enough to look at the time."""
        columns = columns_of(graph)
        forest = _Forest(graph)
        units = _units(graph, forest)
        heights = _Placing(graph, columns, units).heights()
        _place_junctions(graph, columns, heights)
        return Geometry(tuple(columns), tuple(heights), ((),) * len(graph.edges))


class _Forest:
    """Which box each box hangs on, and the order of what hangs on it."""

    def __init__(self, graph: Graph) -> None:
        count = graph.box_count
        onward = _onward(graph)
        self.parent = [_NONE] * count
        chosen = [_NONE] * count
        for at, edge in enumerate(graph.edges):
            box = edge.tail
            if box >= count or not edge.ranks:
                continue
            target = edge.head if edge.head < count else onward[edge.head - count]
            held = self.parent[box]
            if held == _NONE or _suits(graph, box, target) > _suits(graph, box, held):
                self.parent[box], chosen[box] = target, at
        self.children: list[list[int]] = [[] for _ in range(count)]
        for box in sorted((b for b in range(count) if chosen[b] != _NONE), key=chosen.__getitem__):
            self.children[self.parent[box]].append(box)


def _suits(graph: Graph, box: int, target: int) -> int:
    """How well a box hangs on a target: an answer on its question, else what shares a section."""
    if target in graph.hubs:
        return 2
    return 1 if graph.sections[target] == graph.sections[box] else 0


def _onward(graph: Graph) -> list[int]:
    """For each junction the box that its line goes on to in the end."""
    count = graph.box_count
    following = [_NONE] * len(graph.junctions)
    for edge in graph.edges:
        if edge.tail >= count:
            following[edge.tail - count] = edge.head
    for start in range(len(following)):
        way, node = [], start + count
        while node >= count:
            way.append(node - count)
            node = following[node - count]
        for junction in way:
            following[junction] = node
    return following


class _Units(NamedTuple):
    """What is placed as one: boxes, then sections, then the whole; each with what it holds."""

    children: list[list[int]]
    order: list[int]


def _units(graph: Graph, forest: _Forest) -> _Units:
    """Boxes with what hangs on them in the same section or one inside it, sections with the rest.

    A section is held by the first box on the way that leads into it, else by the section around
    it. `order` names every unit after the one that holds it.
    """
    count, sections, parents = graph.box_count, graph.sections, graph.parents
    whole = count + len(parents)
    heads: list[list[int]] = [[] for _ in range(len(parents) + 1)]
    inner: list[list[int]] = [[] for _ in range(len(parents) + 1)]
    for section, parent in enumerate(parents):
        inner[parent].append(count + section)
    late: list[int] = []
    for box in range(count):
        held = forest.parent[box]
        if held != _NONE and sections[held] == sections[box]:
            continue
        (late if held != _NONE and sections[box] == _NONE else heads[sections[box]]).append(box)
    children: list[list[int]] = [[] for _ in range(whole + 1)]
    order: list[int] = []
    entered = bytearray(whole + 1)
    stack = [(whole, whole)]
    while stack:
        unit, holder = stack.pop()
        if entered[unit]:
            continue
        entered[unit] = 1
        order.append(unit)
        if unit == whole:
            found = [*heads[_NONE], *inner[_NONE], *late]
        else:
            children[holder].append(unit)
            if unit >= count:
                found = heads[unit - count] + inner[unit - count]
            else:
                found = []
                for child in forest.children[unit]:
                    if sections[child] == sections[unit]:
                        found.append(child)
                    else:
                        within = _inside(parents, sections[child], sections[unit])
                        if within != _NONE:
                            found.append(count + within)
        stack += [(child, unit) for child in reversed(found)]
    return _Units(children, order)


def _inside(parents: tuple[int, ...], section: int, outer: int) -> int:
    """The section directly inside `outer` that holds `section`, or -1 if it is elsewhere."""
    while section != _NONE:
        if parents[section] == outer:
            return section
        section = parents[section]
    return _NONE


class _Placing:
    """Places what each unit holds from the innermost out, then adds up the offsets."""

    def __init__(self, graph: Graph, columns: list[int], units: _Units) -> None:
        self._graph = graph
        self._density = graph.density
        self._columns = columns
        self._units = units
        self._offset = [0.0] * len(units.children)
        self._middle = [0.0] * graph.box_count
        self._outlines: list[Outline | None] = [None] * len(units.children)

    def heights(self) -> list[float]:
        """The middles of all nodes; junctions get 0."""
        count = self._graph.box_count
        for unit in reversed(self._units.order):
            if unit < count:
                self._place_box(unit)
            else:
                self._outlines[unit] = self._stacked(unit)
                if count <= unit < len(self._offset) - 1:
                    self._frame(unit)
        found = [0.0] * len(self._graph.widths)
        for unit in self._units.order:
            at = self._offset[unit]
            for child in self._units.children[unit]:
                self._offset[child] += at
            if unit < count:
                found[unit] = at + self._middle[unit]
        return found

    def _stacked(self, unit: int) -> Outline | None:
        """Set what a unit holds one below the other; the outline of it all."""
        count, outline = self._graph.box_count, None
        before = _NONE
        for child in self._units.children[unit]:
            lower = self._outlines[child]
            self._outlines[child] = None
            if lower is None:
                continue
            if unit < count:
                lower.reach(self._columns[unit] + 1)
            if outline is None:
                outline = lower
            else:
                if unit in self._graph.hubs:
                    by = outline.bottom + self._density.answer_gap - lower.top
                elif unit == len(self._offset) - 1:
                    by = outline.bottom + self._density.root_gap - lower.top
                else:
                    framed = child >= count or before >= count
                    gap = self._density.frame_gap if framed else self._density.node_gap
                    by = outline.clearance(lower, gap)
                self._offset[child] = by
                outline = outline.with_below(lower, by)
            before = child
        return outline

    def _place_box(self, box: int) -> None:
        half = self._graph.heights[box] / 2
        column = self._columns[box]
        outline = self._stacked(box)
        if outline is None:
            self._outlines[box] = Outline(column, -half, half)
            return
        kids = self._units.children[box]
        count = self._graph.box_count
        middles = [
            self._offset[kid] + (self._middle[kid] if kid < count else self._mean(kid))
            for kid in (kids[0], kids[-1])
        ]
        middle = (middles[0] + middles[1]) / 2
        if outline.first <= column:
            middle = outline.top - self._density.node_gap - half
        self._middle[box] = middle
        outline.add(column, middle - half, middle + half)
        self._outlines[box] = outline

    def _mean(self, section: int) -> float:
        """The middle between the first and the last of the boxes that head a section."""
        count, inside = self._graph.box_count, self._units.children[section]
        boxes = [child for child in inside if child < count]
        if not boxes:
            return 0.0
        ends = [self._offset[box] + self._middle[box] for box in (boxes[0], boxes[-1])]
        return (ends[0] + ends[1]) / 2

    def _frame(self, unit: int) -> None:
        outline = self._outlines[unit]
        if outline is not None:
            top, side = self._density.frame_top, self._density.frame_side
            outline.flatten(outline.top - top, outline.bottom + side)


def _place_junctions(graph: Graph, columns: list[int], heights: list[float]) -> None:
    """Set joints between their middle premises where these are neighbours, cuts on their line."""
    count = graph.box_count
    arriving: list[list[int]] = [[] for _ in graph.junctions]
    for edge in graph.edges:
        if edge.head >= count and graph.junctions[edge.head - count].link == edge.link:
            arriving[edge.head - count].append(edge.tail)
    below = _neighbours(graph, columns, heights)
    for at, junction in enumerate(graph.junctions):
        node = count + at
        sources = sorted(arriving[at], key=heights.__getitem__)
        beside = [one for one in sources if columns[one] == columns[node] + 1 and one < count]
        sources = beside or sources
        if not sources:
            continue
        middle = sources[(len(sources) - 1) // 2]
        heights[node] = heights[middle]
        if junction.kind == "joint" and len(sources) % 2 == 0:
            other = sources[len(sources) // 2]
            if below[middle] == other:
                upper = heights[middle] + graph.heights[middle] / 2
                lower = heights[other] - graph.heights[other] / 2
                heights[node] = (upper + lower) / 2


def _neighbours(graph: Graph, columns: list[int], heights: list[float]) -> list[int]:
    """For each box the next one below it in its column, or -1."""
    below = [_NONE] * graph.box_count
    order = sorted(range(graph.box_count), key=lambda box: (columns[box], heights[box]))
    for one, other in pairwise(order):
        if columns[one] == columns[other]:
            below[one] = other
    return below
