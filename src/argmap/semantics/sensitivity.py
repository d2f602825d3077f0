"""How far the strength of a claim hangs on each leaf.

The slope says how much the strength moves for each bit that the leaf's base score moves. All slopes
are found together, from the claim down to its leaves, in one pass (reverse accumulation:
Linnainmaa, "Taylor expansion of the accumulated rounding error", BIT 16, 1976). In a circle the
slopes of its claims hang on each other; they are iterated as its strengths are, which gives the
slope of the point that it settles at (the implicit function theorem). Where they do not settle
there are none.

A slope is about small changes, and the models bend. So for the steepest leaves it is also reckoned
what the strength would be if the leaf were withdrawn, and if it were a fact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from argmap.collector import collector_held
from argmap.model import ArgumentMap
from argmap.semantics.columns import Columns
from argmap.semantics.components import strongly_connected
from argmap.semantics.feedback import Feedback
from argmap.semantics.models import DEFAULT_MODEL, MODELS, Model
from argmap.semantics.net import Net, settle
from argmap.semantics.strength import starts
from argmap.semantics.theory import grounds

STEEPEST = 3
"""For how many leaves it is reckoned what would be without them, and with them assumed."""

MOST_REACHED = 300_000
"""Once so many claims have been looked at, no further strength is begun."""

MANY = 300
THICK = 2
"""A circle of so many claims is reckoned in columns, if each of them depends on so many others: it
takes less time for it."""

_ROUND = 20
"""So many times a claim in a circle counts, which is gone round again and again."""

_NEAR = 1e-9
"""A strength this near to what its premises make it has settled."""


@dataclass(frozen=True, slots=True)
class Slope:
    """How much a strength moves for each bit that the base score of a leaf moves: below 0 where
    the leaf speaks against it. That of a fact is for what it would be worth if it were less."""

    leaf: str
    slope: float


@dataclass(frozen=True, slots=True)
class Influence:
    """What a strength would be `without` a leaf (its base score 0), and with it `assumed` (a fact,
    whatever speaks against it)."""

    leaf: str
    slope: float
    without: float
    assumed: float

    @property
    def swing(self) -> float:
        """How far the strength moves between the two; above 0 where the leaf speaks for it."""
        return self.assumed - self.without


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """How far the strength of a claim, in 0..1, hangs on its leaves.

    `slopes` has all leaves that it rests on in any way, the steepest first, equal ones in the order
    of the map; `steepest` the first few of them besides the claim itself. Both are empty if
    `settled` is False: the strengths in a circle, or the slopes of them, did not settle.
    """

    claim: str
    strength: float
    slopes: tuple[Slope, ...]
    steepest: tuple[Influence, ...]
    settled: bool = True


def sensitivity(
    map_: ArgumentMap, claim_id: str, model: Model = DEFAULT_MODEL
) -> Sensitivity | None:
    """How far the strength of a claim hangs on its leaves; None for an id that no claim has."""
    return sensitivities(map_, (claim_id,), model).get(claim_id)


def sensitivities(
    map_: ArgumentMap,
    ids: Iterable[str],
    model: Model = DEFAULT_MODEL,
    *,
    without: Collection[str] = (),
    assume: Collection[str] = (),
) -> Mapping[str, Sensitivity]:
    """The same for several claims, by id, in time linear in all that they rest on.

    As claims may rest on the same ones, those are left out that come after `MOST_REACHED` claims
    have been looked at.
    """
    found: dict[str, Sensitivity] = {}
    with collector_held():
        judged = _Judged(map_, model, without, assume)
        for id_ in ids:
            if judged.reached > MOST_REACHED:
                break
            if id_ in judged.number:
                found[id_] = judged.sensitivity(judged.number[id_])
    return found


class _Slopes(NamedTuple):
    """By claim of a part, how steeply its strength rises with its own base score, and with those of
    its premises elsewhere; and what those inside make of each other, in a circle."""

    own: Mapping[int, float]
    outside: Mapping[int, Mapping[int, float]]
    feedback: Feedback | None


class _Judged:
    """A map with its strengths, and whatever it takes to look into them. Claims go by numbers."""

    def __init__(
        self, map_: ArgumentMap, model: Model, without: Collection[str], assume: Collection[str]
    ) -> None:
        self.ids = [claim.id for claim in map_.claims]
        self.number = {id_: index for index, id_ in enumerate(self.ids)}
        self.model: Model = model
        self.scores, self.facts = starts(map_, without, assume, {})
        self.leaves = {rule.head for rule in grounds(map_, without, assume)}
        self.net = Net(map_)
        self.parts = strongly_connected(self.net.depends)
        self.part_of = {member: index for index, part in enumerate(self.parts) for member in part}
        self.now = list(self.scores)
        self.trial = list(self.scores)
        self.reached = 0
        self.slopes: dict[int, _Slopes] = {}  # by the first claim of a part, as below
        self.columns: dict[int, Columns | None] = {}
        for part in self.parts:
            self._settle(part, self.facts, self.now)

    def sensitivity(self, claim: int) -> Sensitivity:
        """How far the strength of a claim hangs on its leaves."""
        parts = self._upstream(claim)
        slopes = self._slopes(claim, parts) if self._has_settled(parts) else None
        if slopes is None:
            return Sensitivity(self.ids[claim], self.now[claim], (), (), settled=False)
        ranked = sorted(sorted(slopes), key=lambda leaf: -abs(slopes[leaf]))
        steepest = [leaf for leaf in ranked if leaf != claim][:STEEPEST]
        return Sensitivity(
            self.ids[claim],
            self.now[claim],
            tuple(Slope(self.ids[leaf], slopes[leaf]) for leaf in ranked),
            tuple(self._influence(claim, parts, leaf, slopes[leaf]) for leaf in steepest),
        )

    def _upstream(self, claim: int) -> list[list[int]]:
        """The claim and all that it rests on, in parts, each after what it depends on."""
        indices = {self.part_of[claim]}
        waiting = [self.part_of[claim]]
        for index in waiting:  # it grows while it is read
            for member in self.parts[index]:
                for premise in self.net.depends[member]:
                    if (found := self.part_of[premise]) not in indices:
                        indices.add(found)
                        waiting.append(found)
        parts = [self.parts[index] for index in sorted(indices)]
        self.reached += sum(len(part) if len(part) == 1 else _ROUND * len(part) for part in parts)
        return parts

    def _has_settled(self, parts: list[list[int]]) -> bool:
        """Whether every strength is what its premises make it."""
        model = MODELS[self.model]
        return all(
            abs(self.net.score(member, self.scores[member], self.now, model) - self.now[member])
            <= _NEAR
            for part in parts
            if len(part) > 1 or part[0] in self.net.depends[part[0]]
            for member in part
            if member not in self.facts
        )

    # Slopes ---------------------------------------------------------------------------------------

    def _slopes(self, claim: int, parts: list[list[int]]) -> dict[int, float] | None:
        """By leaf its slope; None if those in a circle do not settle."""
        total = {claim: 1.0}  # by claim: how steeply the one asked about rises with its strength
        found: dict[int, float] = {}
        for part in reversed(parts):
            slopes = self._slopes_of(part)
            reaching = {member: total.get(member, 0.0) for member in part}
            if slopes.feedback is not None:
                circling = slopes.feedback.total(reaching)
                if circling is None:
                    return None
                reaching = circling
            for member, slope in reaching.items():
                if member in self.leaves:
                    found[member] = slope * slopes.own[member]
                for premise, rest in slopes.outside[member].items():
                    total[premise] = total.get(premise, 0.0) + slope * rest
        return found

    def _slopes_of(self, part: list[int]) -> _Slopes:
        """How steeply each claim of a part rises with what it hangs on at once, reckoned once."""
        if part[0] not in self.slopes:
            own = dict.fromkeys(part, 1.0)
            inside: dict[int, dict[int, float]] = {member: {} for member in part}
            outside: dict[int, dict[int, float]] = {member: {} for member in part}
            for member in part:
                if member not in self.facts:
                    own[member], by_premise = self.net.slopes(
                        member, self.scores[member], self.now, MODELS[self.model]
                    )
                    for premise, slope in by_premise.items():
                        side = inside if premise in own else outside
                        side[member][premise] = slope
            feedback = Feedback(inside) if any(inside.values()) else None
            self.slopes[part[0]] = _Slopes(own, outside, feedback)
        return self.slopes[part[0]]

    # Leaves withdrawn and assumed -----------------------------------------------------------------

    def _influence(self, claim: int, parts: list[list[int]], leaf: int, slope: float) -> Influence:
        without = self._strength(claim, parts, leaf, 0.0, self.facts - {leaf})
        assumed = self._strength(claim, parts, leaf, 1.0, self.facts | {leaf})
        return Influence(self.ids[leaf], slope, without, assumed)

    def _strength(
        self, claim: int, parts: list[list[int]], leaf: int, score: float, facts: set[int]
    ) -> float:
        """The strength of a claim with another base score for a leaf, and other facts."""
        now, trial, scores, depends = self.now, self.trial, self.scores, self.net.depends
        own, scores[leaf] = scores[leaf], score
        moved: set[int] = set()
        for part in parts:
            if leaf in part or any(not moved.isdisjoint(depends[member]) for member in part):
                for member in part:
                    trial[member] = scores[member]
                self._settle(part, facts, trial)
                moved.update([member for member in part if trial[member] != now[member]])
            else:
                for member in part:
                    trial[member] = now[member]
        scores[leaf] = own
        return trial[claim]

    def _settle(self, part: list[int], facts: set[int], settled: list[float]) -> None:
        """Reckon the claims of a part; all that they depend on is reckoned."""
        columns = self._columns_of(part) if len(part) >= MANY else None
        if columns is None or not columns.settle(facts, self.scores, settled):
            settle(self.net, [part], facts, self.scores, settled, MODELS[self.model])

    def _columns_of(self, part: list[int]) -> Columns | None:
        """A large circle in columns, unless it is thin. They are made once."""
        if part[0] not in self.columns:
            depends = sum(len(self.net.depends[member]) for member in part)
            thick = depends >= THICK * len(part)
            model = MODELS[self.model]
            self.columns[part[0]] = Columns(self.net, part, model) if thick else None
        return self.columns[part[0]]
