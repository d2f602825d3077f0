"""What a verdict hangs on, in a sentence below it: which single claim would change it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.render.look import quoted
from argmap.semantics.crux import Search
from argmap.semantics.phrases import number
from argmap.semantics.questions import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap
    from argmap.semantics.crux import Cruxes

FIRM = "No single claim decides that."
"""Said where the loss of any one claim would change nothing."""

_LARGEST = 1_000
"""Of how many claims a map may be, for what its verdicts hang on to be found while it is drawn."""
_LONGEST = 70
"""How many characters of a claim are quoted where it is the only one; of two, half as many."""


class Hinges:
    """Says what verdicts of one map hang on, of as many pictures as are drawn of it."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._map = argument_map

    def of(self, ids: Iterable[str]) -> dict[str, str]:
        """By question or claim: what it hangs on; nothing of a large map."""
        wanted = tuple(ids)
        if not wanted or len(self._map.claims) > _LARGEST:
            return {}
        found = self._search.cruxes(wanted)
        return {id_: said for id_, one in found.items() if (said := _said(self._map, one))}

    @cached_property
    def _search(self) -> Search:
        return Search(self._map)


def _said(argument_map: ArgumentMap, found: Cruxes) -> str:
    leaves = [argument_map.claim[crux.leaf].text for crux in found.cruxes]
    is_open = found.now == OPEN
    if found.untried or not (leaves or (found.leaves > 1 and not is_open)):
        return ""
    if not leaves:
        return FIRM
    if len(leaves) > 2:
        among = f"{number(len(leaves))} claims, {quoted(leaves[0], _LONGEST)} among them"
        if is_open:
            return f"It would be settled without any one of {among}."
        return f"It hangs on each of {among}."
    names = [quoted(text, _LONGEST // len(leaves)) for text in leaves]
    if is_open:
        return f"Without {' or '.join(names)} it would be settled."
    return f"It hangs on {' and '.join(names)}."
