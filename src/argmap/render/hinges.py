"""What a verdict hangs on, in a sentence below it: which single claim would change it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from argmap.render.look import quoted
from argmap.semantics.crux import Search
from argmap.sentences import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import ArgumentMap
    from argmap.semantics.crux import Crux, Cruxes

FIRM = "No single claim decides that."
"""Said where the loss of any one claim would change nothing."""

_LARGEST = 1_000
"""Of how many claims a map may be, for what its verdicts hang on to be found while it is drawn."""
_LONGEST = 70
"""How many characters of a claim are quoted where it is the only one; of two, half as many."""
_MANY = 3
"""From so many claims on, only the first is quoted."""


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
    question = argument_map.question.get(found.id)
    is_open = question is not None and not found.standing
    if found.untried or not (found.cruxes or (found.leaves > 1 and not is_open)):
        return ""
    if not found.cruxes:
        return FIRM
    if question is None:
        return f"It hangs on {_each(argument_map, found.cruxes)}."
    losing = [crux for crux in found.cruxes if not {*found.standing} <= {*crux.standing}]
    if losing:
        return f"It hangs on {_each(argument_map, losing)}."
    then = "another would stand as well"
    if is_open:
        then = "it would be settled" if question.exclusive else "one would stand"
    return f"Without {_any(argument_map, found.cruxes)} {then}."


def _each(argument_map: ArgumentMap, cruxes: Sequence[Crux]) -> str:
    names = _quoted(argument_map, cruxes)
    told = " and ".join(names) if len(cruxes) < _MANY else _among(cruxes, names)
    return told if len(cruxes) == 1 else f"each of {told}"


def _any(argument_map: ArgumentMap, cruxes: Sequence[Crux]) -> str:
    names = _quoted(argument_map, cruxes)
    return " or ".join(names) if len(cruxes) < _MANY else f"any one of {_among(cruxes, names)},"


def _among(cruxes: Sequence[Crux], names: Sequence[str]) -> str:
    return f"{number(len(cruxes))} claims, {names[0]} among them"


def _quoted(argument_map: ArgumentMap, cruxes: Sequence[Crux]) -> list[str]:
    """The claims that are named: both of two, else the first."""
    named = cruxes if len(cruxes) < _MANY else cruxes[:1]
    room = _LONGEST // len(named)
    return [quoted(argument_map.claim[crux.leaf].text, room) for crux in named]
