"""A map as graphs over the numbers of its claims: the one place that walks them.

Nothing recurses, and every walk is linear in what it walks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from argmap.semantics.components import strongly_connected

Edges = Sequence[Sequence[int]]
"""By node, where its edges lead."""


def circles(edges: Edges) -> list[list[int]]:
    """The nodes that reach each other, two or more, each group in order; by their first node."""
    found = [sorted(group) for group in strongly_connected(edges) if len(group) > 1]
    return sorted(found)


def shortest_circle(edges: Edges, group: Iterable[int]) -> list[int]:
    """A shortest circle through the first node of a group whose nodes reach each other."""
    inside = set(group)
    start = min(inside)
    came: dict[int, int] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for following in edges[node]:
            if following == start:
                return list(_back(came, node, start))[::-1]
            if following in inside and following not in came:
                came[following] = node
                queue.append(following)
    return [start]


def _back(came: dict[int, int], node: int, start: int) -> Iterator[int]:
    yield node
    while node != start:
        node = came[node]
        yield node


def odd_circle(edges: Edges, group: Iterable[int]) -> list[int]:
    """A circle of an odd number of nodes in a group whose nodes reach each other; else nothing.

    Such a circle exists if and only if some edge joins nodes an even number of steps apart. The
    walk that closes over it is odd, and of the circles that it is made of one is odd.
    """
    inside = set(group)
    start = min(inside)
    came: dict[tuple[int, int], tuple[int, int]] = {}
    queue = deque([(start, 0)])
    while queue:
        node, parity = queue.popleft()
        for following in edges[node]:
            step = (following, 1 - parity)
            if following in inside and step not in came and step != (start, 0):
                came[step] = (node, parity)
                queue.append(step)
    if (start, 1) not in came:
        return []
    walk = [(start, 1)]
    while walk[-1] != (start, 0):
        walk.append(came[walk[-1]])
    return _odd_part([node for node, _ in reversed(walk)][:-1])


def _odd_part(walk: list[int]) -> list[int]:
    """An odd circle within a closed walk of odd length."""
    path: list[int] = []
    at: dict[int, int] = {}
    for node in walk:
        if node in at:
            begin = at[node]
            if (len(path) - begin) % 2:
                return path[begin:]
            for dropped in path[begin:]:
                del at[dropped]
            del path[begin:]
        at[node] = len(path)
        path.append(node)
    return path


def parts(nodes: int, links: Iterable[Sequence[int]]) -> list[list[int]]:
    """The nodes in groups that are linked in any way, each in order; by their first node."""
    above = list(range(nodes))

    def top(node: int) -> int:
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for link in links:
        first = top(link[0])
        for other in link[1:]:
            rank = top(other)
            if rank != first:
                first, rank = min(first, rank), max(first, rank)
                above[rank] = first
    groups: dict[int, list[int]] = {}
    for node in range(nodes):
        groups.setdefault(top(node), []).append(node)
    return list(groups.values())


def reached(edges: Edges, starts: Iterable[int]) -> set[int]:
    """The nodes that edges lead to from any of some nodes, these included."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for following in edges[waiting.pop()]:
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return seen


def derived(given: Iterable[int], rules: Sequence[tuple[Sequence[int], int]]) -> set[int]:
    """What follows from the nodes that are given by rules (premises, conclusion)."""
    missing = [len(set(premises)) for premises, _ in rules]
    users: dict[int, list[int]] = {}
    for number, (premises, _) in enumerate(rules):
        for premise in set(premises):
            users.setdefault(premise, []).append(number)
    known = set(given)
    waiting = list(known)
    while waiting:
        for number in users.get(waiting.pop(), ()):
            missing[number] -= 1
            conclusion = rules[number][1]
            if missing[number] == 0 and conclusion not in known:
                known.add(conclusion)
                waiting.append(conclusion)
    return known
