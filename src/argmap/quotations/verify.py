"""Whether a source says what a quotation has it say, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from argmap.quotations.find import Finder, Hit
from argmap.quotations.locators import Ranges
from argmap.quotations.nearest import Comparison, compared, nearest
from argmap.quotations.passages import Passage, has_editorial, passages, with_case

Status = Literal["exact", "drift", "absent", "disordered", "empty"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of looking a quotation up.

    `exact`: it is there, word for word. `drift`: its letters are, but capitals, accents, marks or
    spaces differ, as `kinds` and `drifted` say. `absent`: a passage is not there; `missing` is
    the first such one, and `nearest` what comes nearest to it. `disordered`: every passage is
    there, `missing` not after the ones before it. `empty`: there is no word to look for.

    `hits` are the places of the passages in the source, and `in_place` says whether the first one
    is where the locator says.
    """

    status: Status
    hits: tuple[Hit, ...] = ()
    kinds: frozenset[str] = frozenset()
    drifted: tuple[Comparison, ...] = ()
    in_place: bool = True
    missing: Passage | None = None
    nearest: Comparison | None = None

    @property
    def holds(self) -> bool:
        """Whether the source says it, be it with small differences."""
        return self.status in ("exact", "drift", "empty")


Attempt = tuple[Passage, ...]


def verify(finder: Finder, quotation: str, ranges: Ranges | None = None) -> Verdict:
    """Look a quotation up, first in the parts of the text that its locator names."""
    attempts = list(_attempts(quotation))
    if not attempts:
        return Verdict("empty")
    for loosely in (False, True):
        for within in (*(ranges or ()), None):
            for wanted in attempts:
                found = finder.find(wanted, within, loosely=loosely)
                if found is not None:
                    in_place = within is not None or ranges is None
                    return _found(finder, wanted, found, in_place=in_place)
    return _absent(finder, attempts[0])


def _attempts(quotation: str) -> Iterator[Attempt]:
    """The ways to read a quotation: as it stands, and with words in brackets as the writer's."""
    readings = dict.fromkeys((with_case(quotation, False), with_case(quotation, True)))
    for reading in readings:
        if wanted := passages(reading):
            yield wanted
    if has_editorial(quotation) and (wanted := passages(with_case(quotation, False), True)):
        yield wanted


def _found(finder: Finder, wanted: Attempt, hits: tuple[Hit, ...], *, in_place: bool) -> Verdict:
    kinds = frozenset(kind for hit in hits for kind in hit.differs)
    if not kinds:
        return Verdict("exact", hits, in_place=in_place)
    pairs = zip(wanted, hits, strict=True)
    drifted = tuple(compared(finder, one, hit) for one, hit in pairs if hit.differs)
    return Verdict("drift", hits, kinds, drifted, in_place)


def _absent(finder: Finder, wanted: Attempt) -> Verdict:
    """What to say of a quotation that is not there: where it fails, and what comes nearest."""
    for passage in wanted:
        if not any(finder.find((passage,), loosely=how) for how in (False, True)):
            return Verdict("absent", missing=passage, nearest=nearest(finder, passage))
    there = sum(1 for _ in finder.in_order(wanted, loosely=True))
    return Verdict("disordered", missing=wanted[min(there, len(wanted) - 1)])
