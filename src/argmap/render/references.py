"""References: a claim that is used far from where it stands is not led there by a line across the
map. The step starts from a small box instead, which names the claim and points to its own box.

One use of every claim is its home and always keeps its line: the question it answers, else the
first use in its own section, else the first of all. Whether another use is far off is decided by
where claims would stand in a plain tree of homes, in the order of writing: by rows and columns of
boxes, not by px, so that it depends neither on an engine nor on how long the texts are.

A tree that is deeper than a page is wide goes on in another place, like a line of text: a claim in
it begins a tree of its own, and a reference stands where its line would have ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple

from argmap.model import NO_SECTION, ArgumentMap
from argmap.render.content import Content, Item, Link
from argmap.render.places import Places

_ROWS_APART = 4.0
"""A line from another tree or section may pass so many rows of boxes, and no more."""
_ROWS = 12.0
"""A line within a tree and a section may pass so many."""
_COLUMNS = 3
"""And so many columns."""
_MOST_LINES = 400
"""So many long lines are drawn in a map that is too dense for references."""
_DEEP = 7
"""A tree has so many columns, and no more."""
_NONE = -1

Parents = tuple[int, ...]
"""The section around each section."""


class _Use(NamedTuple):
    """That a link has an item as a premise, which speaks for or against a target in the end."""

    link: int
    premise: int
    target: int


def with_references(content: Content, argument_map: ArgumentMap) -> Content:
    """The same content, with a reference in the place of each use that is far off.

    Where there would be more references than claims they are no help, and lines are drawn; unless
    these are so many that nobody could follow them, and their ways through the map too long.
    """
    uses = list(_uses(content.links))
    homes = _homes(content, uses)
    again = [use for use in uses if homes[use.premise] != use]
    tree, places = _Tree(homes), Places(argument_map)
    folds = _folds(content, homes, again, tree)
    parents = tuple(section.parent for section in argument_map.sections)
    far = [
        use
        for use in again
        if tree.is_far(use, _asunder(content, use, parents))
        and not _beside_its_own(content, use, places, parents)
    ]
    if len(content.items) < len(far) <= _MOST_LINES:
        far = []
    if not far and not folds:
        return content
    return _rebuilt(content, [*far, *folds], places, parents)


def _uses(links: tuple[Link, ...]) -> Iterator[_Use]:
    """Every use in the order of the links; of an undercut the target is that of what it cuts."""
    targets = [_NONE if link.kind == "undercut" else link.target for link in links]
    for at, link in enumerate(links):
        cut, way = at, []
        while targets[cut] == _NONE:
            way.append(cut)
            cut = links[cut].target
        for passed in way:
            targets[passed] = targets[cut]
        for premise in link.premises:
            yield _Use(at, premise, targets[at])


def _homes(content: Content, uses: list[_Use]) -> list[_Use | None]:
    """The use of each item that keeps its line whatever happens, if it is used at all."""
    found: list[_Use | None] = [None] * len(content.items)
    best = [_NONE] * len(content.items)
    for use in uses:
        suits = 0
        if content.links[use.link].kind == "answer":
            suits = 2
        elif content.items[use.premise].section == content.items[use.target].section:
            suits = 1
        if suits > best[use.premise]:
            best[use.premise] = suits
            found[use.premise] = use
    return found


def _asunder(content: Content, use: _Use, parents: Parents) -> bool:
    """Whether a use leads from one section into another of which neither is in the other."""
    return _apart(content.items[use.premise].section, content.items[use.target].section, parents)


def _apart(one: int, other: int, parents: Parents) -> bool:
    """Whether both are sections and neither is in the other."""
    if NO_SECTION in (one, other):
        return False
    return not (_within(one, other, parents) or _within(other, one, parents))


def _beside_its_own(content: Content, use: _Use, places: Places, parents: Parents) -> bool:
    """Whether a reference would stand in the frame of its claim and its target would not."""
    own = content.items[use.premise].section
    return own not in (NO_SECTION, content.items[use.target].section) and own == _section(
        content, use, places, parents
    )


def _section(content: Content, use: _Use, places: Places, parents: Parents) -> int:
    """The section in which a use is written; that of its target if that is elsewhere, lest a line
    lead there from the reference."""
    target = content.items[use.target].section
    place = places.of(content.links[use.link].id, content.items[use.premise].id)
    written = target if place is None else places.section(place)
    return target if _apart(written, target, parents) else written


def _within(section: int, outer: int, parents: Parents) -> bool:
    while section not in (NO_SECTION, outer):
        section = parents[section]
    return section == outer


def _folds(
    content: Content, homes: list[_Use | None], again: list[_Use], tree: _Tree
) -> list[_Use]:
    """The homes of claims that begin a tree of their own since the one they are in is too deep:
    of claims that have no other use."""
    free = [home is not None for home in homes]
    for use in again:
        free[use.premise] = False
    for at, home in enumerate(homes):
        if home is not None and content.links[home.link].kind in ("answer", "raised"):
            free[at] = False
    return [home for at in tree.folds(free) if (home := homes[at]) is not None]


class _Tree:
    """Where items would stand if each were used in its home alone."""

    def __init__(self, homes: list[_Use | None]) -> None:
        count = len(homes)
        children: list[list[tuple[int, int]]] = [[] for _ in homes]
        for item, home in enumerate(homes):
            if home is not None:
                children[home.target].append((home.link, item))
        self._root = [_NONE] * count
        self._column = [0] * count
        self._row = [0.0] * count
        order: list[int] = []
        self._order, self._homes = order, homes
        rows = 0.0
        # Circles have no item without a home: what is not reached from one begins a tree as well.
        starts = [item for item in range(count) if homes[item] is None]
        for start in (*starts, *range(count)):
            stack = [] if self._root[start] != _NONE else [start]
            self._root[start] = start if stack else self._root[start]
            while stack:
                item = stack.pop()
                order.append(item)
                inside = [
                    child for _, child in sorted(children[item]) if self._root[child] == _NONE
                ]
                if not inside:
                    self._row[item] = rows
                    rows += 1
                for child in reversed(inside):
                    self._root[child] = self._root[item]
                    self._column[child] = self._column[item] + 1
                    stack.append(child)
        first: dict[int, float] = {}
        last: dict[int, float] = {}
        for item in reversed(order):
            if item in first:
                self._row[item] = (first[item] + last[item]) / 2
            home = homes[item]
            if home is not None:
                first[home.target] = self._row[item]
                last.setdefault(home.target, self._row[item])

    def folds(self, free: list[bool]) -> list[int]:
        """Those of the free items at which trees are parted that have too many columns: into
        pieces of about as many columns each, from the deepest on."""
        deepest: dict[int, int] = {}
        for item in self._order:
            root = self._root[item]
            deepest[root] = max(deepest.get(root, 0), self._column[item] + 1)
        height = [1] * len(self._order)
        found = []
        for item in reversed(self._order):
            home, root = self._homes[item], self._root[item]
            if home is None or item == root:
                continue
            onward, own = deepest[root] - 1, height[item]
            pieces = ceil(onward / (_DEEP - 1))
            too_deep = self._column[item] + own > _DEEP
            if free[item] and too_deep and own > onward // pieces:
                found.append(item)
                own = 1
            height[home.target] = max(height[home.target], own + 1)
        return found

    def is_far(self, use: _Use, asunder: bool) -> bool:
        """Whether a line would be too long."""
        rows = abs(self._row[use.premise] - self._row[use.target])
        columns = abs(self._column[use.premise] - self._column[use.target] - 1)
        apart = asunder or self._root[use.premise] != self._root[use.target]
        return rows > (_ROWS_APART if apart else _ROWS) or columns > _COLUMNS


def _rebuilt(content: Content, far: Iterable[_Use], places: Places, parents: Parents) -> Content:
    """The content with a reference after the target of each far use, all numbered anew."""
    after: dict[int, list[_Use]] = {}
    for use in far:
        after.setdefault(use.target, []).append(use)
    items: list[Item] = []
    number: list[int] = []
    held: list[_Use] = []
    instead: dict[_Use, int] = {}
    for at, item in enumerate(content.items):
        number.append(len(items))
        items.append(item)
        held += after.get(at, ())
        if at + 1 < len(content.items) and content.items[at + 1].kind == "question":
            continue  # questions stand before all else
        for use in held:
            instead[use] = len(items)
            items.append(_reference(content, use, places, parents))
        held.clear()
    targets = {use.link: use.target for use in instead}
    links = []
    for at, link in enumerate(content.links):
        premises = [number[premise] for premise in link.premises]
        if at in targets:
            premises = [
                instead.get(_Use(at, premise, targets[at]), number[premise])
                for premise in link.premises
            ]
        target = link.target if link.kind == "undercut" else number[link.target]
        links.append(link._replace(premises=tuple(premises), target=target))
    contradictions = tuple(tuple(number[at] for at in one) for one in content.contradictions)
    return content._replace(items=tuple(items), links=tuple(links), contradictions=contradictions)


def _reference(content: Content, use: _Use, places: Places, parents: Parents) -> Item:
    claim, link = content.items[use.premise], content.links[use.link]
    place = places.of(link.id, claim.id)
    return Item(
        claim.id,
        "reference",
        "plain",
        claim.text,
        (),
        (),
        _section(content, use, places, parents),
        claim.line if place is None else places.line(place),
        use=link.id or f"? {content.items[use.target].id}",
    )
