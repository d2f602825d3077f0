"""How reasons are said: the one place with the sentences of a reason.

Everything here turns numbers of the theory into phrases; nothing here decides what is cited. A
phrase says no more than the evaluation holds, so each has its check in the tests.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from argmap.model import ArgumentMap
from argmap.semantics.fates import (
    CIRCLE,
    CUT,
    CUT_OPEN,
    OUTWEIGHED,
    PREMISE_OPEN,
    WEIGHT_OPEN,
    Bearing,
)
from argmap.semantics.grounded import rule_strength
from argmap.semantics.phrases import has_word, name_of, said
from argmap.semantics.points import Point, Points
from argmap.semantics.theory import (
    FACT,
    PRESUMED,
    SOURCED,
    STEP,
    best_citation,
    grade_weights,
)
from argmap.sentences import listed


class Wording:
    """Phrases about the rules and claims of one evaluated map."""

    def __init__(
        self,
        map_: ArgumentMap,
        points: Points,
        without: Collection[str] = (),
        assume: Collection[str] = (),
    ) -> None:
        self._map = map_
        self._points = points
        self._fates = points.fates
        self._rules = points.theory.rules
        self._without, self._assume = frozenset(without), frozenset(assume)
        self._grades = grade_weights(map_)

    # Claims and steps as parts of a sentence ----------------------------------------------------

    @cached_property
    def _names(self) -> list[str]:
        return [name_of(claim) for claim in self._map.claims]

    def claim(self, claim: int) -> str:
        """A claim's name."""
        return self._names[claim]

    def premises(self, rule: int) -> str:
        """The premises of a step, as a subject of one kind: `[a]`, `[a] and [b] together`."""
        premises = self._rules[rule].premises
        if len(premises) == 1:
            return self._names[premises[0]]
        return f"{listed([self._names[premise] for premise in premises])} together"

    def with_strength(self, bearing: Bearing) -> str:
        """The premises with the strength that the step has."""
        return f"{self.premises(bearing.rule)} ({said(bearing.strength)})"

    def verb(self, rule: int, verb: str) -> str:
        """A verb that goes with the premises."""
        return verb if len(self._rules[rule].premises) > 1 else f"{verb}s"

    def state(self, claim: int) -> str:
        """How a claim fares that does not stand."""
        label = self._fates.labels[claim]
        if label == "undecided":
            return "is contested"
        if label == "out":
            return "falls"
        if any(self._rules[r].premises for r in self._points.theory.rules_of[claim]):
            return "has nothing left to rest on"
        return "is withdrawn" if self._is_withdrawn(claim) else "has nothing to rest on"

    def _is_withdrawn(self, claim: int) -> bool:
        return self._map.claims[claim].id in self._without

    def ground(self, claim: int, bearing: Bearing) -> str:
        """What a claim rests on, as a sentence: `[a] (strong) supports it`."""
        rule = self._rules[bearing.rule]
        if rule.ground is FACT:
            assumed = self._map.claims[claim].id in self._assume
            return "it is taken for a fact here" if assumed else "it is given as a fact"
        if rule.ground is SOURCED:
            return f"{self.source(claim)} ({said(bearing.strength)}) backs it"
        return f"{self.with_strength(bearing)} {self.verb(bearing.rule, 'support')} it"

    def source(self, claim: int) -> str:
        """The best of what a claim is documented by: `@id`, `a quotation`, `a report`."""
        citations = self._map.claims[claim].citations
        if not citations:
            return "a report"
        best = best_citation(citations, self._grades)
        return f"@{best.source}" if best.source else "a quotation"

    def basis(self, claim: int, bearing: Bearing) -> str:
        """What a claim rests on, as a subject: `its best reason, [a],` or `its source`."""
        if self._rules[bearing.rule].ground is STEP:
            return self.reason(self._rank(claim, bearing), bearing)
        return "its source"

    def _rank(self, claim: int, best: Bearing) -> str:
        """What the best reason of a claim is called; if a better one is lost, that is said."""
        rules = self._points.theory.rules_of[claim]
        if len(rules) == 1:
            return "its one reason"
        better = [rule for rule in rules if self._rules[rule].strength > best.strength]
        if all(self._fates.bearing(rule).is_live for rule in better):
            return "its best reason"
        left = [rule for rule in rules if self._fates.bearing(rule).is_live]
        return "the one reason it has left" if len(left) == 1 else "the best reason it has left"

    # What speaks against a claim or a step -----------------------------------------------------

    def outweighed(self, point: Point) -> str:
        """A point that is too weak, as an object: `the rebuttal by [a] (weak)`."""
        strength = said(point.strength)
        if point.bearing is not None and point.how == "rebuttal":
            return f"the rebuttal by {self.with_strength(point.bearing)}"
        if point.bearing is not None and point.how == "joint":
            names = self._others(point.bearing.rule)
            return f"what makes it incompatible with {names} ({strength})"
        if point.how == "rival":
            return f"all there is for its rival {self.claim(point.claim)} ({strength})"
        return f"{self.claim(point.claim)} ({strength}), which contradicts it"

    def failed(self, point: Point, target: str) -> str:
        """A point that does not hold, as a sentence: `[a], which would rebut it, falls`.

        `target` is what it would rebut or undercut: `it` or `that`.
        """
        if point.how == "rival":
            name = f"its rival {self.claim(point.claim)}"
            if point.bearing is None:
                return f"nothing is given for {name}"
            if not point.bearing.is_live:
                return f"no reason is left for {name}"
            return f"{name} {self.state(point.claim)}"
        if point.how == "contradiction":
            name = f"{self.claim(point.claim)}, which contradicts {target}"
            if point.bearing is None and not self._is_withdrawn(point.claim):
                return f"nothing is given for {name}"
            return f"{name}, {self.state(point.claim)}"
        assert point.bearing is not None
        index, fate, _, cause = point.bearing
        if point.how == "joint":
            return f"{self.claim(cause)}, which is part of what excludes it, {self.state(cause)}"
        verb = "rebut" if point.how == "rebuttal" else "undercut"
        noun = "rebuttal" if point.how == "rebuttal" else "undercut"
        if fate is CUT:
            premises = self.premises(index)
            cut = f"{self.premises(cause)} {self.verb(cause, 'undercut')}"
            return f"{cut} the {noun} by {premises}{' in turn' if verb == 'undercut' else ''}"
        if fate is CIRCLE:
            return f"the {noun} by {self.premises(index)} rests on its own conclusion"
        if fate is OUTWEIGHED:
            return f"the {noun} by {self.premises(index)} is outweighed"
        if len(self._rules[index].premises) == 1:
            return f"{self.claim(cause)}, which would {verb} {target}, {self.state(cause)}"
        lost = f"{self.claim(cause)} {self.state(cause)}"
        return f"the {noun} by {self.premises(index)} fails, since {lost}"

    def beats(self, point: Point) -> str:
        """A point that stands, as a sentence: `[a] (strong) rebuts it`."""
        if point.how in ("rival", "contradiction"):
            strength = said(point.strength)
            name = f"{self.claim(point.claim)} ({strength})"
            rival = point.how == "rival"
            return f"its rival {name} stands" if rival else f"it contradicts {name}, which stands"
        assert point.bearing is not None
        index = point.bearing.rule
        if point.how == "joint":
            named, _ = self._points.theory.excluding(index)
            both = "both" if len(named) == 2 else "all"
            return (
                f"it cannot hold together with {self._others(index)} "
                f"({said(point.strength)}), which {both} stand"
            )
        beats = f"{self.with_strength(point.bearing)} {self.verb(index, 'rebut')} it"
        premises = self._rules[index].premises
        if len(premises) == 1 and not self._is_answered(index):
            return f"{beats} and is not answered"
        return beats

    def threatens(self, point: Point, claim: int) -> str:
        """A point that may yet hold, as a sentence: `[a] (strong), itself contested, rebuts it`."""
        strength = said(point.strength)
        if point.how in ("rival", "contradiction"):
            if point.claim == claim:
                return "it contradicts itself"
            name = f"{self.claim(point.claim)} ({strength})"
            if point.how == "rival":
                return f"its rival {name} is contested and may yet stand"
            return f"it contradicts {name}, which is itself contested"
        assert point.bearing is not None
        index, fate, _, cause = point.bearing
        count = len(self._rules[index].premises)
        if fate is PREMISE_OPEN:
            if point.how == "joint":
                state = f"of which {self.claim(cause)} is itself contested"
                return f"it cannot hold together with {self._others(index)} ({strength}), {state}"
            if cause == claim:
                return "it speaks against itself"
            if count == 1:
                return f"{self.claim(cause)} ({strength}), itself contested, rebuts it"
            rebuttal = f"the rebuttal by {self.premises(index)} ({strength})"
            return f"{rebuttal} may yet hold, since {self.claim(cause)} is contested"
        if fate is CUT_OPEN:
            cut = f"{self.premises(cause)} {self.verb(cause, 'undercut')}"
            return f"whether {cut} the rebuttal by {self.premises(index)} ({strength}) is contested"
        if point.how == "joint":
            return f"it cannot hold together with {self._others(index)} ({strength})"
        if fate is WEIGHT_OPEN:
            up_to = f"{self.premises(index)} (up to {strength})"
            return f"{up_to} {self.verb(index, 'rebut')} it"
        return f"{self.with_strength(point.bearing)} {self.verb(index, 'rebut')} it"

    def balance(self, point: Point, claim: int, own: Bearing) -> str:
        """That the best against a claim weighs as much as what speaks for it."""
        strength = said(point.strength)
        are = f"are both {strength}" if has_word(point.strength) else f"both have {strength}"
        if point.how == "contradiction":
            return (
                f"it contradicts {self.claim(point.claim)}, and neither weighs more "
                f"(both {strength})"
            )
        assert point.bearing is not None
        rule = self._rules[own.rule]
        if rule.ground is PRESUMED:
            return f"{self.threatens(point, claim)}, and a bare claim weighs no more"
        basis = self.basis(claim, own)
        if point.how == "rival":
            rival = self.claim(point.claim)
            if self._rules[point.bearing.rule].ground is STEP:
                best = self.reason(f"the best for its rival {rival}", point.bearing)
            else:
                best = f"the source of its rival {rival}"
            return f"{basis} and {best} {are}"
        if point.how == "joint":
            others = self._others(point.bearing.rule)
            weighs = f"{basis} weighs no more ({strength})"
            return f"it cannot hold together with {others}, and {weighs}"
        return f"{basis} and the best against it, {self.premises(point.bearing.rule)}, {are}"

    # How a reason fares --------------------------------------------------------------------------

    def reason(self, which: str, bearing: Bearing) -> str:
        """A reason by its premises: `its reason [a]`, `its only reason, [a],` and `its only reason
        ([a] and [b] together)`."""
        premises = self.premises(bearing.rule)
        if len(self._rules[bearing.rule].premises) > 1:
            return f"{which} ({premises})"
        return f"{which} {premises}" if which == "its reason" else f"{which}, {premises},"

    def lost(self, bearing: Bearing, which: str) -> str:
        """Why a reason is lost, as a sentence: `its reason [a] falls`."""
        reason = self.reason(which, bearing)
        index, fate, _, cause = bearing
        if fate is CUT:
            return f"{reason} is undercut by {self.premises(cause)}"
        if fate is CIRCLE:
            own = self._rules[index].premises == (self._rules[index].head,)
            return "it is given as its own reason" if own else f"{reason} leads back to it"
        if len(self._rules[index].premises) == 1:
            return f"{reason} {self.state(cause)}"
        return (
            f"{self._linked(which, bearing)} needs {self.claim(cause)}, which {self.state(cause)}"
        )

    def open(self, bearing: Bearing, which: str) -> str:
        """Why a reason is contested, as a sentence: `its reason [a] is itself contested`."""
        reason = self.reason(which, bearing)
        index, fate, _, cause = bearing
        if fate is CUT_OPEN:
            cut = f"{self.premises(cause)} {self.verb(cause, 'undercut')}"
            return f"whether {cut} {reason} is contested"
        if fate is WEIGHT_OPEN:
            return f"how much weight {reason} hands on is contested"
        if len(self._rules[index].premises) == 1:
            return f"{reason} is itself contested"
        linked = self._linked(which, bearing)
        return f"{linked} needs {self.claim(cause)}, which is itself contested"

    def _linked(self, which: str, bearing: Bearing) -> str:
        """A reason of several premises of which one is to be named: the others only where there
        is more than one such reason."""
        return self.reason(which, bearing) if which == "its reason" else which

    def open_weight(self, bearing: Bearing) -> str:
        """Why a step is contested whose premises stand and that nothing undercuts or faces."""
        rule = self._rules[bearing.rule]
        if rule.conclusive and rule_strength(rule, self._fates.certain) < bearing.strength:
            return "how much weight its premises hand on is contested"
        return "whether it rests on more than its own conclusion is contested"

    def outweighs(self, point: Point, strength: float) -> str:
        """What makes a step of a strength count for nothing, though its premises hold."""
        own, other = said(strength), said(point.strength)
        if point.claim >= 0:
            rival = "the rival answer" if point.how == "rival" else "what speaks for"
            return f"{rival} {self.claim(point.claim)} ({other}) outweighs it ({own})"
        assert point.bearing is not None
        outweighs = f"{self.verb(point.bearing.rule, 'outweigh')} it ({own})"
        if point.how == "joint":
            others = f"{self._others(point.bearing.rule)} ({other})"
            return f"{others}, which exclude its conclusion, {outweighs}"
        return f"{self.with_strength(point.bearing)}, on the other side, {outweighs}"

    def _others(self, rule: int) -> str:
        """The claims that exclude one together."""
        named, more = self._points.theory.excluding(rule)
        names = [self.claim(claim) for claim in named]
        return listed([*names, f"{more:,} others"] if more else names)

    def _is_answered(self, index: int) -> bool:
        """Whether anything is said against a rebuttal or its only premise."""
        rule = self._rules[index]
        return self._points.is_undercut(rule.step) or self._points.is_opposed(rule.premises[0])
