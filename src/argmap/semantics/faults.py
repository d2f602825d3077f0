"""All withdrawals of single leaves tried at once.

Each claim upstream of a conclusion is judged a single time, carrying for each way it may fare the
set of leaves whose loss makes it fare so. This is deductive fault simulation (Armstrong, "A
deductive method for simulating faults in logic circuits", IEEE Transactions on Computers C-21,
1972). Claims that hang on each other are judged together, by `parallel`. It is exact.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from argmap.semantics.components import components
from argmap.semantics.evaluation import Label
from argmap.semantics.excerpt import NOT_CLAIM, Pair, Value
from argmap.semantics.grounded import NONE
from argmap.semantics.links import Links
from argmap.semantics.losses import Varying, best, bits, joined, together, union, vary
from argmap.semantics.parallel import Parallel
from argmap.semantics.reaching import Reaching
from argmap.semantics.theory import Theory
from argmap.semantics.weave import weave
from argmap.semantics.web import Web

_AT_ONCE = 600_000_000
"""Claims that hang on each other are judged for so many leaves at once that those times their rules
make no more than this, which bounds the memory that it takes; but for at least so many leaves:"""
_LEAST_AT_ONCE = 1_000

_CASES = 4_000
"""Where circles are derived case by case, so many rules times cases come first."""

_ROUNDS = 30
"""So many times every rule is judged before it counts as spent: far more than it takes."""

_WEAVING = 5
"""So many times longer than to judge a rule it takes to prepare it."""


NOTHING: Varying[Pair] = ((NONE, NONE), {})


class Trial:
    """The claims upstream of the targets, judged with nothing and with each leaf withdrawn."""

    def __init__(
        self, theory: Theory, links: Links, targets: list[int], budget: int | None
    ) -> None:
        self.theory = theory
        self.order: list[int] = []  # the leaves, by their bits
        self.fares: dict[int, Varying[Value]] = {}
        self.labels: dict[int, Varying[Label]] = dict.fromkeys(targets, ("unsupported", {}))
        self.budget = budget
        self.spent = 0
        self.untried = 0
        self.nearness = {claim: at for at, claim in enumerate(links.upstream(targets))}
        for component in components(theory):
            if component[0] in self.nearness:
                reaching = Reaching(theory, component, self.fares)
                if len(component) > 1 or reaching.inner or theory.in_groups[component[0]]:
                    self._judge_circle(reaching)
                else:
                    self._judge(reaching)

    def named(self, leaves: int) -> list[int]:
        """The claims that a set of leaves has."""
        return [self.order[bit] for bit in bits(leaves)]

    def _leaf(self, claim: int) -> int:
        """A bit for a leaf."""
        self.order.append(claim)
        return 1 << (len(self.order) - 1)

    # A claim that hangs on none that hangs on it --------------------------------------------------

    def _judge(self, reaching: Reaching) -> None:
        """One side wins if the best of it that is certain is stronger than the best of the other
        that is possible; else neither is certain."""
        (claim,) = reaching.members
        pro: list[Varying[Pair]] = []
        con: list[Varying[Pair]] = []
        for which, _, part in reaching.given:
            (con if which == NOT_CLAIM else pro).append(reaching.parts[part])
        handed = pro.copy()
        if reaching.own:
            without = {(NONE, NONE): self._leaf(claim)}
            for index in reaching.own:
                rule = self.theory.rules[index]
                hands_on = rule.hands_on(rule.strength)
                pro.append(((rule.strength, rule.strength), without))
                handed.append(((hands_on, hands_on), without))
        sides = [best(both) if both else NOTHING for both in (pro, handed, con)]
        self.fares[claim] = vary(_weighed, sides)
        if claim in self.labels:
            self.labels[claim] = vary(_label, sides)

    # Claims that hang on each other ---------------------------------------------------------------

    def _judge_circle(self, reaching: Reaching) -> None:
        """Judge claims that hang on each other, with as many leaves at once as memory allows. The
        first of them are free, then the budget counts; the nearest of their own are tried first."""
        own = {self.theory.rules[index].head for index in reaching.own}
        bit = {leaf: self._leaf(leaf) for leaf in sorted(own, key=self.nearness.__getitem__)}
        web = weave(reaching, bit, -1)
        sets, most = _sets(reaching, web)
        sets += bit.values()
        if len(sets) > most:
            web = weave(reaching, bit, union(sets[:most]))
        parallel = Parallel(web)
        free = _ROUNDS * (_CASES if web.uneven else web.rules)
        if not parallel.settle(free + self._left()):
            parallel = Parallel(weave(reaching, bit, 0))
            parallel.settle()
            most = len(sets)
            self.untried |= union(sets)
        self._note(reaching, parallel)
        while sets := sets[most:]:
            cost = parallel.visits + _WEAVING * web.rules
            if web.uneven:
                cost = 1 + cost // (1 + most)
                most = min(2 * most, self._left() // cost)
            if self._left() < cost:
                self.untried |= union(sets)
                break
            parallel = Parallel(weave(reaching, bit, union(sets[:most])))
            parallel.settle()
            self.spent += parallel.visits + _WEAVING * web.rules
            self._note(reaching, parallel)

    def _left(self) -> int:
        """What is left of the budget."""
        return sys.maxsize if self.budget is None else max(0, self.budget - self.spent)

    def _note(self, reaching: Reaching, parallel: Parallel) -> None:
        """Note how claims fare with the leaves that were tried."""
        for place, claim in enumerate(reaching.members):
            value, losses = parallel.fares(place)
            before = self.fares[claim][1] if claim in self.fares else {}
            self.fares[claim] = value, joined(before, losses)
            if claim in self.labels:
                label, turned = parallel.label(place)
                self.labels[claim] = label, joined(self.labels[claim][1], turned)


def _weighed(sides: Sequence[Pair]) -> Value:
    """How a claim fares, given what speaks for it and what that hands on, and what against it."""
    pro, handed, con = sides
    certain, possible = pro[0] > con[1], con[0] <= pro[1]
    return (
        pro[0] if certain else NONE,
        handed[0] if certain else NONE,
        pro[1] if possible else NONE,
        handed[1] if possible else NONE,
    )


def _label(sides: Sequence[Pair]) -> Label:
    pro, _, con = sides
    if pro[0] > con[1]:
        return "in"
    if con[0] > pro[1]:
        return "out"
    return "undecided" if pro[1] >= 0 else "unsupported"


def _sets(reaching: Reaching, web: Web) -> tuple[list[int], int]:
    """The leaves elsewhere that reach some claims, in sets of those that make no difference to each
    other; and how many sets there can be at once. Where sets cost nothing each leaf is one."""
    if web.uneven:
        return [leaves for _, leaves in together(reaching.parts)], max(2, _CASES // web.uneven)
    outer = union(leaves for _, losses in reaching.parts for leaves in losses.values())
    return [1 << number for number in bits(outer)], max(_LEAST_AT_ONCE, _AT_ONCE // (1 + web.rules))
