"""Very many reasons for one claim, set in rows: which of them stand further right than they need.

One below the other, thirty reasons make a picture that fits no page. What nothing else hangs on is
set in rows of a few columns instead, in the order of writing; the lines of the outer ones pass
between the rows.
"""

from __future__ import annotations

from collections import Counter
from math import sqrt

from argmap.render.content import Content

_MANY = 8
"""So many reasons stand below each other as always."""
_SHAPE = 0.4
"""How many columns a reason should make, squared: what fills a page across."""
_MOST = 4
_ROWED = ("support", "rebuttal")


def columns_aside(content: Content, staggered: int = 0) -> dict[int, int]:
    """For links whose premise stands further right than beside its target, by how many columns.

    So does every other reason in the `staggered` columns that would have the most boxes.
    """
    busy = bytearray(len(content.items))
    cut = bytearray(len(content.links))
    uses = [0] * len(content.items)
    for link in content.links:
        if link.kind == "undercut":
            cut[link.target] = 1
        else:
            busy[link.target] = 1
        for premise in link.premises:
            uses[premise] += 1
    for claims in content.contradictions:
        for claim in claims:
            busy[claim] = 1
    groups: dict[int, list[int]] = {}
    free: dict[int, list[int]] = {}
    for at, link in enumerate(content.links):
        if link.kind in _ROWED and len(link.premises) == 1 and not cut[at]:
            premise = link.premises[0]
            same = content.items[premise].section == content.items[link.target].section
            if uses[premise] == 1 and same:
                if not busy[premise]:
                    groups.setdefault(link.target, []).append(at)
                free.setdefault(link.target, []).append(at)
    found: dict[int, int] = {}
    for group in groups.values():
        if len(group) > _MANY:
            columns = min(_MOST, round(sqrt(len(group) * _SHAPE)))
            found.update({link: at % columns for at, link in enumerate(group) if at % columns})
    if staggered:
        depths = _depths(content)
        ranked = sorted(Counter(depths).items(), key=lambda pair: (-pair[1], -pair[0]))
        crowded = {depth for depth, _ in ranked[:staggered]}
        for target, group in free.items():
            if depths[target] + 1 in crowded and found.keys().isdisjoint(group):
                found.update(dict.fromkeys(group[1::2], 1))
    return found


def _depths(content: Content) -> list[int]:
    """How many steps away from a conclusion every item is used first."""
    onward = [-1] * len(content.items)
    for link in content.links:
        target = link
        while target.kind == "undercut":
            target = content.links[target.target]
        for premise in link.premises:
            if onward[premise] < 0:
                onward[premise] = target.target
    depths = [-1] * len(content.items)
    for item in range(len(depths)):
        way = [item]
        while depths[way[-1]] < 0 and onward[way[-1]] >= 0:
            depths[way[-1]] = 0  # a circle ends where it began
            way.append(onward[way[-1]])
        depth = max(depths[way[-1]], 0)
        for one in reversed(way):
            depths[one] = depth
            depth += 1
    return depths
