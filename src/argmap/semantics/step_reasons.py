"""Why each step applies or does not."""

from __future__ import annotations

from functools import cached_property

from argmap.semantics.cite import cite
from argmap.semantics.evaluation import Reason
from argmap.semantics.fates import (
    CIRCLE,
    COUNTS,
    CUT,
    CUT_OPEN,
    EMPTY,
    FALLS,
    PREMISE_OPEN,
    WEIGHT_OPEN,
    Bearing,
)
from argmap.semantics.phrases import none_of
from argmap.semantics.points import Point, Points
from argmap.semantics.wording import Wording
from argmap.sentences import listed


class StepReasons:
    """The reasons of the steps of one evaluated map, found one by one."""

    def __init__(self, points: Points, say: Wording) -> None:
        self._points = points
        self._fates = points.fates
        self._theory = points.theory
        self._say = say

    @cached_property
    def _rule_of_step(self) -> list[int]:
        return self._theory.rule_of_step()

    def of_step(self, step: int) -> Reason:
        """Why a step applies or does not."""
        bearing = self._fates.bearing(self._rule_of_step[step])
        if bearing.fate is COUNTS:
            return self._applies(step, bearing)
        if bearing.fate <= WEIGHT_OPEN:
            return self._step_contested(bearing)
        return self._step_lost(bearing)

    def _applies(self, step: int, bearing: Bearing) -> Reason:
        say = self._say
        premises = self._theory.rules[bearing.rule].premises
        names = listed([say.claim(premise) for premise in premises])
        text = f"applies: {names} {'stand' if len(premises) > 1 else 'stands'}"
        cuts = self._points.undercuts(step)
        if len(cuts) == 1:
            text += f", and {say.failed(cuts[0], 'this step')}"
        elif cuts:
            text += f", and {none_of(len(cuts), 'undercuts')} holds"
        return cite(self._theory, "applies", text, cuts, own=bearing.strength, claims=premises)

    def _step_contested(self, bearing: Bearing) -> Reason:
        say = self._say
        _, fate, strength, cause = bearing
        if fate is PREMISE_OPEN:
            text = f"is contested: {say.claim(cause)} is contested"
            return cite(self._theory, "premise-contested", text, [], own=strength, claims=[cause])
        if fate is CUT_OPEN:
            cut = f"{say.premises(cause)} {say.verb(cause, 'undercut')}"
            text = f"is contested: whether {cut} it is contested"
            cited = [self._fates.bearing(cause)]
            return cite(self._theory, "undercut-contested", text, cited, own=strength)
        if fate is WEIGHT_OPEN:
            text = f"is contested: {say.open_weight(bearing)}"
            return cite(self._theory, "weight-contested", text, [], own=strength)
        point = self._facing(bearing, certain=False)
        assert point is not None
        text = "is contested: there is as much on the other side"
        return cite(self._theory, "faced", text, [point], own=strength, against=point.strength)

    def _step_lost(self, bearing: Bearing) -> Reason:
        say = self._say
        _, fate, strength, cause = bearing
        if fate in (FALLS, EMPTY):
            text = f"does not apply: {say.claim(cause)} {say.state(cause)}"
            return cite(self._theory, "premise-lost", text, [], claims=[cause])
        if fate is CUT:
            text = f"does not apply: {say.premises(cause)} {say.verb(cause, 'undercut')} it"
            return cite(self._theory, "undercut", text, [self._fates.bearing(cause)])
        if fate is CIRCLE:
            text = "does not apply: it rests on its own conclusion"
            claims = [cause] if cause >= 0 else []
            return cite(self._theory, "rests-on-itself", text, [], claims=claims)
        point = self._facing(bearing, certain=True)
        assert point is not None
        text = f"carries nothing: {say.outweighs(point, strength)}"
        return cite(self._theory, "outweighed", text, [point], own=strength, against=point.strength)

    def _facing(self, bearing: Bearing, *, certain: bool) -> Point | None:
        """The strongest point against the conclusion of a rule that stands, or is contested."""
        head = self._theory.rules[bearing.rule].head
        return self._points.foremost(head, certain=certain)
