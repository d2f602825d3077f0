"""Very many reasons for one claim, set in rows: which of them stand further right than they need.

One below the other, thirty reasons make a picture that fits no page. What nothing else hangs on is
set in rows of a few columns instead, in the order of writing; the lines of the outer ones pass
between the rows.
"""

from __future__ import annotations

from math import sqrt

from argmap.render.content import Content

_MANY = 8
"""So many reasons stand below each other as always."""
_SHAPE = 0.4
"""How many columns a reason should make, squared: what fills a page across."""
_MOST = 4
_ROWED = ("support", "rebuttal")


def columns_aside(content: Content) -> dict[int, int]:
    """For links whose premise stands further right than beside its target, by how many columns."""
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
    for at, link in enumerate(content.links):
        if link.kind in _ROWED and len(link.premises) == 1 and not cut[at]:
            premise = link.premises[0]
            same = content.items[premise].section == content.items[link.target].section
            if not busy[premise] and uses[premise] == 1 and same:
                groups.setdefault(link.target, []).append(at)
    found: dict[int, int] = {}
    for group in groups.values():
        if len(group) > _MANY:
            columns = min(_MOST, round(sqrt(len(group) * _SHAPE)))
            found.update({link: at % columns for at, link in enumerate(group) if at % columns})
    return found
