"""What speaks against a claim or a step: rebuttals, rivals, contradictions, undercuts."""

from __future__ import annotations

from functools import partial
from typing import Literal, NamedTuple

from argmap.semantics.fates import COUNTS, FACED, OUTWEIGHED, WEIGHT_OPEN, Bearing, Fates, weight
from argmap.semantics.theory import JOINT

How = Literal["rebuttal", "undercut", "joint", "rival", "contradiction"]


class Point(NamedTuple):
    """Something that speaks against a claim or a step.

    A rival answer or a contradicted claim is a point by itself: `claim` is its number, and
    `bearing` that of the best rule for it, None where it has none. For all else `claim` is -1.
    `strength` is what it weighs, or would if all that is possible held; negative where it is lost.
    """

    how: How
    bearing: Bearing | None
    strength: float
    claim: int = -1


_point_of = partial(tuple.__new__, Point)
# It makes a point of its fields as a tuple, in half the time that `Point` takes.


def _point(how: How, bearing: Bearing | None, claim: int = -1) -> Point:
    if bearing is None or bearing.fate > OUTWEIGHED:
        return _point_of((how, bearing, -1.0, claim))
    return _point_of((how, bearing, bearing.strength, claim))


class Points:
    """The points against the claims and steps of a theory, looked up one by one."""

    def __init__(self, fates: Fates) -> None:
        self.fates = fates
        self.theory = fates.theory
        self._rules_of = fates.theory.rules_of
        self._negations = len(fates.theory.claims)
        self._not_steps = 2 * len(fates.theory.claims)
        self._of_group: dict[int, list[Point]] = {}
        self._two: dict[tuple[int, bool], list[Point]] = {}

    def undercuts(self, step: int) -> list[Point]:
        """What undercuts a step, the weightiest first."""
        if not self.is_undercut(step):
            return []
        found = self.fates.bearings(self._not_steps + step)
        return [_point("undercut", bearing) for bearing in sorted(found, key=weight, reverse=True)]

    def against(self, literal: int) -> list[Point]:
        """What speaks against a claim, or for it where the literal is its negation."""
        if literal >= self._not_steps:
            return []
        if literal >= self._negations:
            claim = literal - self._negations
            return [_point("contradiction", self.fates.best(claim), claim)]
        points = self._rebuttals(literal)
        told: set[int] = set()
        for group in self.theory.in_groups[literal]:
            members = self._members(group)
            others = [point for point in members if point.claim != literal]
            points += [point for point in others if point.claim not in told] if told else others
            told.update(point.claim for point in others)
        return points

    def met(self, claim: int, ground: int) -> list[Point]:
        """What speaks against a claim that stands by a rule, each as it was met: what was lost only
        after the claim came to stand, maybe by its work, as what it weighed until then, and the
        last."""
        points = self.against(claim)
        if self.fates.possible.turns:
            turn = self.fates.certain.turns.get(ground, 0)
            live = [point for point in points if point.strength >= 0]
            lost = [self._as_met(point, turn) for point in points if point.strength < 0]
            points = live + lost
        return points

    def _as_met(self, point: Point, turn: int) -> Point:
        how, bearing, _, claim = point
        if bearing is None:
            return point
        rules = (bearing.rule,) if claim < 0 else self.theory.rules_of[claim]
        possible = self.fates.possible
        then = [(possible.was[r], r) for r in rules if possible.turns.get(r, 0) > turn]
        if not then:
            return point
        most, index = max(then)
        return Point(how, Bearing(index, OUTWEIGHED, most), most, claim)

    def foremost(self, literal: int, *, certain: bool) -> Point | None:
        """The strongest point against a claim, or for it where the literal is its negation, that
        stands, or that is contested; of equals rather one that only the other side keeps down.

        Where several stand and hang together, the first to stand, which was stronger than all it
        met: those after it may rest on its work.
        """
        if literal >= self._negations:
            points = self.against(literal)
        else:
            points = self._rebuttals(literal)
            for group in self.theory.in_groups[literal]:
                points += self._leading(group, literal, certain=certain)
        able = [point for point in points if self._fares(point, certain=certain)]
        if len(able) < 2:
            return able[0] if able else None
        if certain and self.fates.certain.turns:
            return min(able, key=lambda point: (self._stood(point), -point.strength))
        return max(able, key=_rank)

    def _stood(self, point: Point) -> int:
        """The turn since when a point that stands has stood."""
        turns = self.fates.certain.turns
        if point.claim < 0:
            return turns.get(point.bearing.rule, 0) if point.bearing else 0
        counts = self.fates.certain.counts
        return min([turns.get(r, 0) for r in self.theory.rules_of[point.claim] if counts[r] >= 0])

    def is_opposed(self, claim: int) -> bool:
        """Whether anything at all is said against a claim."""
        return bool(self._rules_of[self._negations + claim] or self.theory.in_groups[claim])

    def is_undercut(self, step: int) -> bool:
        """Whether anything at all undercuts a step."""
        return step >= 0 and bool(self._rules_of[self._not_steps + step])

    def _rebuttals(self, claim: int) -> list[Point]:
        points: list[Point] = []
        rules, bearing = self.theory.rules, self.fates.bearing
        for index in self._rules_of[self._negations + claim]:
            how: How = "joint" if rules[index].ground is JOINT else "rebuttal"
            points.append(_point(how, bearing(index)))
        return points

    def _leading(self, group: int, claim: int, *, certain: bool) -> list[Point]:
        """Of the claims of a group that stand, or are contested, the strongest two, but not the
        claim itself; there may be thousands, and each asks."""
        key = (group, certain)
        if key not in self._two:
            able = [one for one in self._members(group) if self._fares(one, certain=certain)]
            self._two[key] = sorted(able, key=_rank, reverse=True)[:2]
        alone = len(self._members(group)) == 1  # it contradicts itself
        return [point for point in self._two[key] if alone or point.claim != claim]

    def _fares(self, point: Point, *, certain: bool) -> bool:
        """Whether a point stands, or is contested."""
        if point.claim >= 0:
            return self.fates.labels[point.claim] == ("in" if certain else "undecided")
        if point.bearing is None:
            return False
        fate = point.bearing.fate
        return fate is COUNTS if certain else COUNTS < fate <= WEIGHT_OPEN

    def _members(self, group: int) -> list[Point]:
        """The claims of a group as points, each once."""
        if group not in self._of_group:
            how: How = "rival" if group < self.theory.asked else "contradiction"
            members = dict.fromkeys(self.theory.groups[group])
            best = self.fates.best
            self._of_group[group] = [_point(how, best(claim), claim) for claim in members]
        return self._of_group[group]


def is_firm(point: Point) -> bool:
    """Whether only the other side's weight keeps a point from standing."""
    return point.bearing is not None and point.bearing.fate is FACED


def _rank(point: Point) -> tuple[float, bool]:
    return point.strength, is_firm(point)
