"""The column of every node for the tree engine: its longest way to what nothing leads on from.

Then the answers of a question are drawn into one column, what nothing leads on from is drawn up to
its reasons, and a piece that hangs on the rest by a contradiction alone is set beside it.
"""

from __future__ import annotations

from argmap.render.graph import RANKS, Graph, floating, leader_of

_ROUNDS = 3


def columns_of(graph: Graph) -> list[int]:
    """The columns, counted from 0 at the left."""
    order = _order(graph)
    leaving: list[list[int]] = [[] for _ in graph.widths]
    arriving: list[list[int]] = [[] for _ in graph.widths]
    for at, edge in enumerate(graph.edges):
        if edge.ranks:
            leaving[edge.tail].append(at)
            arriving[edge.head].append(at)
    least = [0] * len(graph.widths)
    ranks = _ranks(graph, order, leaving, least)
    for _ in range(_ROUNDS if graph.hubs else 0):
        before = ranks
        for hub in graph.hubs:
            furthest = max((ranks[graph.edges[at].tail] for at in arriving[hub]), default=0)
            for at in arriving[hub]:
                least[graph.edges[at].tail] = furthest
        ranks = _ranks(graph, order, leaving, least)
        if ranks == before:
            break
    for node, arrives in enumerate(arriving):
        if arrives and not leaving[node]:
            edges = [graph.edges[at] for at in arrives]
            ranks[node] = min(ranks[edge.tail] - edge.minlen for edge in edges)
    columns = [rank // RANKS for rank in ranks]
    return _beside_each_other(graph, columns)


def _order(graph: Graph) -> list[int]:
    """The nodes, each after all that its edges lead to."""
    arriving: list[list[int]] = [[] for _ in graph.widths]
    open_ways = [0] * len(graph.widths)
    for edge in graph.edges:
        if edge.ranks:
            arriving[edge.head].append(edge.tail)
            open_ways[edge.tail] += 1
    ready = [node for node, ways in enumerate(open_ways) if ways == 0]
    for node in ready:
        for tail in arriving[node]:
            open_ways[tail] -= 1
            if open_ways[tail] == 0:
                ready.append(tail)
    return ready


def _ranks(graph: Graph, order: list[int], leaving: list[list[int]], least: list[int]) -> list[int]:
    """For each node the length of its longest way, and no less than is asked for."""
    ranks = list(least)
    for node in order:
        for at in leaving[node]:
            edge = graph.edges[at]
            ranks[node] = max(ranks[node], ranks[edge.head] + edge.minlen)
    return ranks


def _beside_each_other(graph: Graph, columns: list[int]) -> list[int]:
    """Move pieces so that the claims of contradictions that hold them together share a column."""
    held = floating(graph)
    if not held:
        return columns
    leader = list(range(len(columns)))
    for edge in graph.edges:
        if edge.ranks or edge.back:
            one, other = leader_of(leader, edge.tail), leader_of(leader, edge.head)
            leader[max(one, other)] = min(one, other)
    pieces: dict[int, list[int]] = {}
    for node in range(len(columns)):
        pieces.setdefault(leader_of(leader, node), []).append(node)
    for at in held:
        edge = graph.edges[at]
        one, other = leader_of(leader, edge.tail), leader_of(leader, edge.head)
        if one == other:
            continue
        by = columns[edge.tail] - columns[edge.head]
        small, large = (other, one) if len(pieces[one]) >= len(pieces[other]) else (one, other)
        for node in pieces[small]:
            columns[node] += by if small == other else -by
            leader[node] = large
        leader[small] = large
        pieces[large] += pieces.pop(small)
    first = min(columns)
    return [column - first for column in columns]
