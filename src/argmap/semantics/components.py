"""Which claims hang on each other in a circle, and in what order the rest can be judged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.semantics.theory import Theory


def components(theory: Theory) -> list[list[int]]:
    """The claims in groups that depend on each other, each group after those it depends on."""
    return strongly_connected(dependencies(theory))


def dependencies(theory: Theory) -> list[list[int]]:
    """By claim what it depends on: the premises of its steps and of all that undercuts them, and
    its contraries."""
    n = len(theory.claims)
    nothing: list[int] = []  # one and the same for all claims that depend on nothing
    depends = [nothing] * n
    for premises, head, _, _, _ in theory.rules:
        if premises:
            claim = head if head < n else head - n
            if claim >= n:
                claim = theory.root[claim - n]
            if depends[claim]:
                depends[claim].extend(premises)
            else:
                depends[claim] = [*premises]
    for group in theory.groups:
        for member in group:
            if not depends[member]:
                depends[member] = []
        hub = group[0]
        for member in group[1:]:
            depends[hub].append(member)
            depends[member].append(hub)
    return depends


def strongly_connected(depends: Sequence[Sequence[int]]) -> list[list[int]]:
    """Strongly connected components, each after those it depends on (Tarjan 1972), no recursion.

    It begins at the end: in most maps a claim stands before what it depends on, and one of which
    all that is done needs no search.
    """
    n = len(depends)
    order = [0] * n  # from 1, in the order of discovery; 0 is undiscovered
    low = [0] * n
    done = [False] * n
    stack: list[int] = []
    found: list[list[int]] = []
    count = 0
    for start in range(n - 1, -1, -1):
        if order[start]:
            continue
        count += 1
        for child in depends[start]:
            if not done[child]:
                break
        else:
            order[start] = count
            done[start] = True
            found.append([start])
            continue
        order[start] = low[start] = count
        stack.append(start)
        work = [(start, iter(depends[start]))]
        while work:
            node, rest = work[-1]
            for child in rest:
                if not order[child]:
                    count += 1
                    order[child] = low[child] = count
                    stack.append(child)
                    work.append((child, iter(depends[child])))
                    break
                if not done[child] and order[child] < low[node]:
                    low[node] = order[child]
            else:
                work.pop()
                if work and low[node] < low[work[-1][0]]:
                    low[work[-1][0]] = low[node]
                if low[node] == order[node]:
                    component: list[int] = []
                    while True:
                        member = stack.pop()
                        done[member] = True
                        component.append(member)
                        if member == node:
                            break
                    found.append(component)
    return found
