"""Why each claim has its label: the shortest reason that suffices.

A reason cites what decides and leaves out what does not. What it leaves out cannot change the
label: the best of several is cited for all, and what is lost need not be weighed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from argmap.model import ArgumentMap
from argmap.semantics.cite import cite
from argmap.semantics.evaluation import Reason, ReasonKind, reason_of
from argmap.semantics.fates import (
    CIRCLE,
    COUNTS,
    FACED,
    FALLS,
    PREMISE_OPEN,
    WEIGHT_OPEN,
    Bearing,
)
from argmap.semantics.phrases import none_of, only, said
from argmap.semantics.points import How, Point, Points, is_firm
from argmap.semantics.theory import (
    FACT,
    PRESUMED,
    SOURCED,
    STEP,
    WEAK,
    Ground,
    Rule,
    is_asserted,
)
from argmap.semantics.wording import Wording
from argmap.sentences import clauses, listed, number

_MOST_NAMED = 3
"""How many lost or contested reasons are told one by one."""


_STANDING: Mapping[Ground, ReasonKind] = {
    PRESUMED: "presumed",
    SOURCED: "sourced",
    FACT: "fact",
    STEP: "supported",
}

_FALLEN: Mapping[How, ReasonKind] = {
    "rebuttal": "rebutted",
    "joint": "jointly-excluded",
    "rival": "rival-stands",
    "contradiction": "contradicted",
}


_UNOPPOSED = "nothing speaks against it"
_PRESUMED = Reason("presumed", (), (), f"stands: {_UNOPPOSED}.", WEAK)


class Reasons:
    """The reasons of the claims of one evaluated map, found one by one."""

    def __init__(
        self, map_: ArgumentMap, points: Points, say: Wording, without: Collection[str] = ()
    ) -> None:
        self._map = map_
        self._points = points
        self._fates = points.fates
        self._theory = points.theory
        self._cite = partial(cite, points.theory)
        self._labels = points.fates.labels
        self._rules, self._rules_of = points.theory.rules, points.theory.rules_of
        self._say = say
        self._without = frozenset(without)
        self._sourced: dict[tuple[str, float], Reason] = {}

    def of_claim(self, claim: int) -> Reason:
        """Why a claim has its label."""
        label = self._labels[claim]
        if label == "in":
            return self._stands(claim)
        if label == "undecided":
            return self._contested(claim)
        return self._falls(claim) if label == "out" else self._unsupported(claim)

    # A claim that stands -------------------------------------------------------------------------

    def _stands(self, claim: int) -> Reason:
        say = self._say
        own_rules = self._rules_of[claim]
        index = own_rules[0] if len(own_rules) == 1 else self._strongest(own_rules)
        rule, strength = self._rules[index], self._fates.certain.counts[index]
        if not self._points.is_opposed(claim):
            plain = self._plainly_stands(claim, rule, strength)
            if plain is not None:
                return plain
        own = Bearing(index, COUNTS, strength)
        kind = _STANDING[rule.ground]
        if rule.ground is FACT:
            kind = "fact" if self._map.claims[claim].is_fact else "assumed"
            return self._cite(kind, f"stands: {say.ground(claim, own)}", [], own=own.strength)
        points, cuts = self._points.met(claim, index), self._points.undercuts(rule.step)
        best = max(points, key=lambda point: point.strength, default=None)
        if best is not None and 0 <= best.strength < own.strength:
            text = self._outweighs(claim, own, best, cuts)
            outweighing: list[Bearing | Point] = [own, best, *cuts]
            return self._cite(kind, text, outweighing, own=own.strength, against=best.strength)
        text = self._holds(claim, own, cuts, points)
        return self._cite(kind, text, [own, *cuts, *points], own=own.strength)

    def _strongest(self, own: Sequence[int]) -> int:
        """The strongest of the rules for a claim that counts; the plainest of equals. Where claims
        hang on each other, the first that counts: those after it may rest on the claim's work."""
        rules, counts = self._rules, self._fates.certain.counts
        turns = self._fates.certain.turns
        if turns:
            able = [index for index in own if counts[index] >= 0]
            first = min([turns.get(index, 0) for index in able])
            own = [index for index in able if turns.get(index, 0) == first]
        best = own[0]
        for index in own:
            more = counts[index] - counts[best]
            if more > 0 or (more == 0 and rules[index].ground < rules[best].ground):
                best = index
        return best

    def _plainly_stands(self, claim: int, rule: Rule, own: float) -> Reason | None:
        """The reason of a claim that nothing is said against; None if it has to be looked into.

        Most claims of a large map are such.
        """
        premises, _, _, ground, step = rule
        if ground is PRESUMED:
            return _PRESUMED
        if ground is SOURCED:
            key = (self._say.source(claim), own)
            if key not in self._sourced:
                text = f"stands: {key[0]} ({said(own)}) backs it, and {_UNOPPOSED}."
                self._sourced[key] = Reason("sourced", (), (), text, own)
            return self._sourced[key]
        if len(premises) != 1 or self._points.is_undercut(step):
            return None
        premise = self._say.claim(premises[0])
        text = f"stands: {premise} ({said(own)}) supports it, and {_UNOPPOSED}."
        return reason_of(("supported", (self._theory.steps[step],), (), text, own, None))

    def _outweighs(self, claim: int, own: Bearing, best: Point, cuts: Sequence[Point]) -> str:
        """That a claim has its ground, which weighs more than all that speaks against it."""
        say = self._say
        weaker = say.outweighed(best)
        rule = self._rules[own.rule]
        if rule.ground is PRESUMED:
            return f"stands: {weaker} weighs less than a bare claim"
        outweighs = say.verb(own.rule, "outweigh")
        text = f"stands: {say.ground(claim, own)} and {outweighs} {weaker}"
        if len(cuts) == 1:
            text += f"; {say.failed(cuts[0], 'that')}"
        elif cuts:
            text += f"; {none_of(len(cuts), 'undercuts of that')} holds"
        return text

    def _holds(self, claim: int, own: Bearing, cuts: list[Point], points: list[Point]) -> str:
        """That a claim has its ground, and that all which speaks against it is lost."""
        say = self._say
        presumed = self._rules[own.rule].ground is PRESUMED
        count = len(cuts) + len(points)
        if count == 0:
            rest = _UNOPPOSED
        elif cuts and count == 1:
            rest = say.failed(cuts[0], "that")
        elif count == 1:
            rest = say.failed(points[0], "it")
        elif all(point.how == "rival" for point in points) and not cuts:
            rest = f"{none_of(count, 'rivals')} stands"
        else:
            rest = f"{none_of(count, 'points against it')} holds"
        return f"stands: {rest}" if presumed else f"stands: {say.ground(claim, own)}, and {rest}"

    # A claim that falls --------------------------------------------------------------------------

    def _falls(self, claim: int) -> Reason:
        say = self._say
        bearings = self._fates.bearings(claim)
        live = [bearing for bearing in bearings if bearing.is_live]
        point = self._points.foremost(claim, certain=True)
        assert point is not None
        kind = _FALLEN[point.how]
        text = f"falls: {say.beats(point)}"
        strength = None
        if live:
            own = live[0] if len(live) == 1 else max(live, key=lambda bearing: bearing.strength)
            strength = own.strength
            if self._rules[own.rule].ground is PRESUMED:
                text += "; a bare claim gives way to that"
            else:
                text += f"; {say.basis(claim, own)} {only(own.strength)}"
            cited = [own]
        else:
            cited = bearings
            if not bearings:
                text += "; it has nothing behind it"
            elif len(bearings) == 1:
                text += f"; {say.lost(bearings[0], 'its only reason')}"
            else:
                text += f"; {none_of(len(bearings), 'reasons for it')} is left"
        return self._cite(kind, text, [point, *cited], own=strength, against=point.strength)

    # A claim that has nothing to rest on ---------------------------------------------------------

    def _unsupported(self, claim: int) -> Reason:
        say = self._say
        lost = self._fates.bearings(claim)
        if not lost:
            text = f"has nothing to rest on: {self._never_put_forward(claim)}"
            return self._cite("not-put-forward", text, [])
        if len(lost) == 1:
            told = say.lost(lost[0], "its only reason")
        elif len(lost) > _MOST_NAMED:
            told = f"none of its {number(len(lost))} reasons holds"
        elif all(bearing.fate is FALLS and self._is_single(bearing) for bearing in lost):
            names = [say.premises(bearing.rule) for bearing in lost]
            told = f"its reasons {listed(names)} {'both' if len(lost) == 2 else 'all'} fall"
        else:
            told = clauses([say.lost(b, "its reason") for b in lost])
        circle = all(bearing.fate is CIRCLE for bearing in lost)
        kind: ReasonKind = "circle" if circle else "reasons-lost"
        return self._cite(kind, f"has nothing left to rest on: {told}", lost)

    def _never_put_forward(self, claim: int) -> str:
        known = self._map.claims[claim]
        if known.id in self._without:
            return "it is withdrawn here, and no reason is given for it"
        if known.kind == "answer":
            return "no reason is given for this answer"
        stance = known.get("stance")
        if stance in ("open", "reject"):
            does = "leaves it open" if stance == "open" else "rejects it"
            return f"the writer {does}, and no reason is given for it"
        assert not is_asserted(known)
        likelihood = known.get("likelihood")
        value = f"{likelihood:g}" if isinstance(likelihood, int | float) else str(likelihood)
        return f"its likelihood ({value.replace('-', ' ')}) is too low to put it forward bare"

    # A contested claim ---------------------------------------------------------------------------

    def _contested(self, claim: int) -> Reason:
        """Either the best against it weighs as much as all its own reasons, or each of them that
        weighs more is itself contested."""
        live = self._fates.bearings(claim)
        if len(live) > 1:
            live = [bearing for bearing in live if bearing.fate <= WEIGHT_OPEN]
            live.sort(key=_less_strong)
        best = live[0]
        point = self._points.foremost(claim, certain=False)
        threat = -1.0 if point is None else point.strength
        faced: list[Bearing] = []
        open_: list[Bearing] = []
        for bearing in live:
            (faced if bearing.fate is FACED else open_).append(bearing)
        if point is None or (not faced and (len(live) == 1 or threat < best.strength)):
            told = f"contested: {self._all_open(open_)}"
            cited: list[Bearing | Point] = [*open_]
            if point is not None and any(b.fate is WEIGHT_OPEN for b in open_):
                told += f", and with it whether that outweighs {self._say.outweighed(point)}"
                cited.append(point)
            return self._cite("reasons-contested", told, cited, own=best.strength)
        own = faced[0] if faced else best
        kind, told = self._met(claim, own, point)
        beyond = [bearing for bearing in open_ if bearing.strength > threat]
        if beyond:
            told += f"; {self._beyond(beyond)}"
        cited = [own, point, *beyond]
        return self._cite(kind, f"contested: {told}", cited, own=own.strength, against=threat)

    def _met(self, claim: int, own: Bearing, point: Point) -> tuple[ReasonKind, str]:
        """That a point weighs as much as what a claim rests on."""
        say = self._say
        if is_firm(point) and point.strength == own.strength and point.claim != claim:
            return "balanced", say.balance(point, claim, own)
        threat = say.threatens(point, claim)
        kind: ReasonKind = "self-defeating" if _is_own(point, claim) else "threatened"
        if self._rules[own.rule].ground is PRESUMED:
            return kind, threat
        return kind, f"{say.ground(claim, own)}, but {threat}"

    def _all_open(self, open_: Sequence[Bearing]) -> str:
        say = self._say
        if len(open_) == 1:
            rules = self._rules_of[self._rules[open_[0].rule].head]
            alone = "its only reason" if len(rules) == 1 else "the one reason it has left"
            return say.open(open_[0], alone)
        if len(open_) > _MOST_NAMED:
            return f"each of the {number(len(open_))} reasons it has left is itself contested"
        if all(b.fate is PREMISE_OPEN and self._is_single(b) for b in open_):
            names = listed([say.premises(bearing.rule) for bearing in open_])
            return f"its reasons {names} are themselves contested"
        return clauses([say.open(b, "its reason") for b in open_])

    def _beyond(self, beyond: Sequence[Bearing]) -> str:
        say = self._say
        if len(beyond) == 1:
            only_one = beyond[0]
            if only_one.fate is PREMISE_OPEN and self._is_single(only_one):
                premise = say.premises(only_one.rule)
                return f"{premise}, which would outweigh that, is itself contested"
            return f"{say.open(only_one, 'its reason')}, and would outweigh that"
        names = listed([say.premises(bearing.rule) for bearing in beyond])
        return f"what would outweigh that is itself contested: {names}"

    def _is_single(self, bearing: Bearing) -> bool:
        return len(self._rules[bearing.rule].premises) == 1


def _less_strong(bearing: Bearing) -> float:
    return -bearing.strength


def _is_own(point: Point, claim: int) -> bool:
    """Whether a point against a claim hangs on that very claim."""
    if point.claim >= 0 or point.bearing is None:
        return point.claim == claim
    return point.bearing.fate is PREMISE_OPEN and point.bearing.cause == claim
