"""Claims that hang on each other, judged with nothing and with each leaf withdrawn, all at once.

Of every literal it is kept with which withdrawals it is certain, and with which it is possible.
This is parallel fault simulation, a bit for each fault (Seshu, "On an improved diagnosis program",
IEEE Transactions on Electronic Computers EC-14, 1965).

Grounded evaluation is a least fixed point: at first nothing is certain and everything possible;
more is certain as less is possible against it, and less is possible as more is certain against it.
As all of it moves one way only, the fixed point is the same in whatever order literals are judged
(Cousot, "Asynchronous iterative methods for solving a fixed point system of monotone equations in
a complete lattice", IMAG 88, 1977). So it is the same for all withdrawals too, though each sets
off another wave of changes: literals are gone through there and back, and those judged again of
which something that they depend on has changed. In a ring every wave has gone round after a few
such sweeps, whatever leaf it starts from.

What only rests on itself, round a circle of supports, is never made certain in this way, but it
stays possible. So when all has come to rest, what is possible in a circle is derived from the
ground up (the unfounded sets of Van Gelder, Ross and Schlipf, "The well-founded semantics for
general logic programs", Journal of the ACM 38, 1991).

That no reason may rest on its own conclusion makes no difference to that where the rules for each
claim of a circle are alike: a claim that is derived at all is derived by some rule that does not
rest on it, the last of a derivation in which it comes only once, and one rule is as good as
another. Other circles are derived separately, by `cases`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from argmap.semantics.cases import Cases
from argmap.semantics.evaluation import Label
from argmap.semantics.excerpt import Value
from argmap.semantics.grades import Grades, at_least, fares, label, least, nested
from argmap.semantics.losses import Varying
from argmap.semantics.sweeps import swept
from argmap.semantics.theory import BEYOND
from argmap.semantics.web import CERTAIN, POSSIBLE, Literal, Sides, Web, in_order


class Parallel:
    """The literals of a web, and where each is derived: certainly, and possibly."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self.visits = 0
        possible = [-1 if one.links or one.handing else 0 for one in web.literals]
        top: list[Grades] = [[(inf, -1)] if where else [] for where in possible]
        nothing: list[Grades] = [[] for _ in possible]
        self.have = ([0] * len(possible), possible)
        # Of literals whose rules are not alike: how strong they are, and what they hand on.
        self._strengths = (nothing, top)
        self._handed = (nothing.copy(), top.copy())
        self._in_group: dict[tuple[int, int], dict[float, Sides]] = {}  # see `_others`
        self._cases = {
            circle: Cases(self, web.circles[circle])
            for circle, plain in enumerate(web.plain)
            if not plain
        }
        self._unsettled = {circle for circle, plain in enumerate(web.plain) if plain}
        self._waiting: set[tuple[int, int]] = set()  # other circles, on one of the two sides

    def strength(self, literal: int, side: int) -> Grades:
        """How strong a literal is."""
        one = self.web.literals[literal]
        if one.alike:
            where = self.have[side][literal]
            return [(one.strength, where)] if where else []
        return self._strengths[side][literal]

    def hands_on(self, literal: int, side: int) -> Grades:
        """What a literal gives a conclusive step that builds on it."""
        one = self.web.literals[literal]
        if one.alike:
            where = self.have[side][literal]
            return [(one.hands_on, where)] if where else []
        return self._handed[side][literal]

    def fares(self, claim: int) -> Varying[Value]:
        """How a claim fares, with nothing and with each leaf withdrawn."""
        certain, possible = (
            (self.strength(claim, side), self.hands_on(claim, side)) for side in (CERTAIN, POSSIBLE)
        )
        return fares(certain, possible)

    def label(self, claim: int) -> Varying[Label]:
        """The label of a claim, likewise."""
        opposed = self.opposed(self.web.literals[claim], CERTAIN, 0)
        return label(self.have[CERTAIN][claim], self.have[POSSIBLE][claim], opposed)

    def settle(self, most: float = inf) -> bool:
        """Find the fixed point; whether that was done before so many rules had been judged."""
        nodes = self.web.nodes()
        order = in_order(nodes)
        place = [0] * len(order)
        for at, node in enumerate(order):
            place[node] = at
        after = [[place[other] for other in nodes[node]] for node in order]
        dirty = bytearray(b"\1") * len(order)
        forth = True
        while self.visits <= most:
            for at in swept(dirty, forth=forth):
                if self._judge(order[at]):
                    for other in after[at]:
                        dirty[other] = 1
            forth = not forth
            if 1 not in dirty:
                changed = self._derive_circles()
                if changed is None:
                    return True
                for node in changed:
                    for other in after[place[node]]:
                        dirty[other] = 1
        return False

    def _judge(self, node: int) -> bool:
        """Judge a literal, or note that a group has changed; whether it is now different."""
        index, side = divmod(node, 2)
        literals = self.web.literals
        if index >= len(literals):
            self._in_group.pop((index - len(literals), side), None)
            return True
        literal = literals[index]
        if literal.circle >= 0:
            if not self.web.plain[literal.circle]:
                self._waiting.add((literal.circle, side))
                return False
            if side == POSSIBLE:
                self._unsettled.add(literal.circle)
        if literal.alike:
            where = self._derive(literal, side)
            if where == self.have[side][index]:
                return False
            self.have[side][index] = where
            return True
        return self.enter(index, side, *self._weigh(literal, side))

    def enter(self, index: int, side: int, strengths: Grades, handed: Grades) -> bool:
        """Note how strong a literal is and what it hands on; whether it is now different."""
        if strengths == self.strength(index, side) and handed == self.hands_on(index, side):
            return False
        self._strengths[side][index], self._handed[side][index] = strengths, handed
        self.have[side][index] = at_least(strengths, 0)
        return True

    def _derive(self, literal: Literal, side: int) -> int:
        """Where a literal is derived whose rules are alike."""
        have, against = self.have[side], self.have[1 - side]
        self.visits += len(literal.links)
        found = 0
        for link in literal.links:
            where = link.outside[side]
            for premise in link.premises:
                where &= have[premise]
            if where and link.cut >= 0:
                where &= ~against[link.cut]
            found |= where
        return self._unopposed(literal, 1 - side, found) if found else found

    def _unopposed(self, literal: Literal, side: int, where: int) -> int:
        """Of some withdrawals, those with which no contrary is as strong as a literal whose rules
        are alike."""
        against = self.have[side]
        for contrary in literal.bars:
            where &= ~against[contrary]
        if where and literal.weighed:
            where &= ~self.opposed(literal, side, literal.strength)
        return where

    def _weigh(self, literal: Literal, side: int) -> tuple[Grades, Grades]:
        """How strong a literal is, and what it hands on."""
        have, against = self.have[side], self.have[1 - side]
        self.visits += len(literal.links) + len(literal.handing)
        strengths: dict[float, int] = {}
        handed: dict[float, int] = {}

        def count(where: int, cut: int, strength: float, hands_on: float) -> None:
            if where and cut >= 0:
                where &= ~against[cut]
            if where and strength != BEYOND:
                where &= ~self.opposed(literal, 1 - side, strength)
            if where:
                strengths[strength] = strengths.get(strength, 0) | where
                handed[hands_on] = handed.get(hands_on, 0) | where

        for link in literal.links:
            where = link.outside[side]
            for premise in link.premises:
                where &= have[premise]
            count(where, link.cut, link.strength, link.hands_on)
        for rule in literal.handing:
            above = 0
            its = least([rule.outside[side], *(self.hands_on(p, side) for p in rule.premises)])
            for grade, where in reversed(its):
                count(where & ~above, rule.cut, grade, grade)
                above = where
        return nested(strengths), nested(handed)

    def opposed(self, literal: Literal, side: int, strength: float) -> int:
        """Where some contrary of a literal is at least so strong."""
        found = 0
        for contrary in literal.contraries:
            found |= at_least(self.strength(contrary, side), strength)
        for group in literal.groups:
            found |= self._others(group, side, literal.index, strength)
        return found

    def opposition(self, literal: Literal, side: int) -> Grades:
        """How strong the strongest contrary of a literal is."""
        found: dict[float, int] = {}
        for contrary in literal.contraries:
            for grade, where in self.strength(contrary, side):
                found[grade] = found.get(grade, 0) | where
        for group in literal.groups:
            for grade in {g for m in self.web.groups[group] for g, _ in self.strength(m, side)}:
                others = self._others(group, side, literal.index, grade)
                found[grade] = found.get(grade, 0) | others
        return nested(found)

    def _others(self, group: int, side: int, claim: int, strength: float) -> int:
        """Where a claim of a group other than this one is at least so strong. There may be
        thousands, and each asks; so it is kept where one of them is, and where two are."""
        known = self._in_group.setdefault((group, side), {})
        if strength not in known:
            once = twice = 0
            for member in self.web.groups[group]:
                where = at_least(self.strength(member, side), strength)
                twice |= once & where
                once |= where
            known[strength] = (once, twice)
        once, twice = known[strength]
        return twice | (once & ~at_least(self.strength(claim, side), strength))

    # Circles of supports --------------------------------------------------------------------------

    def _derive_circles(self) -> list[int] | None:
        """Derive circles again that something they rest on has changed for; gives the nodes that
        are different now, or None if no circle was left to derive."""
        if self._unsettled:
            unsettled, self._unsettled = sorted(self._unsettled), set()
            circles = self.web.circles
            return [2 * claim + POSSIBLE for one in unsettled for claim in self._lost(circles[one])]
        if self._waiting:
            circle, side = min(self._waiting, key=lambda one: (one[0], -one[1]))
            self._waiting.discard((circle, side))
            return [2 * claim + side for claim in self._cases[circle].derive(side)]
        return None

    def _lost(self, circle: list[int]) -> Iterator[int]:
        """The claims of a plain circle that are not possible as far as they were; what is, is
        derived from the ground up."""
        have, against = self.have[POSSIBLE], self.have[CERTAIN]
        found = dict.fromkeys(circle, 0)
        place = {claim: at for at, claim in enumerate(circle)}
        rules: list[list[tuple[int, list[int]]]] = []
        for claim in circle:
            literal = self.web.literals[claim]
            able = self._unopposed(literal, CERTAIN, have[claim])
            own: list[tuple[int, list[int]]] = []
            for link in literal.links:
                where = link.outside[POSSIBLE] & able
                if where and link.cut >= 0:
                    where &= ~against[link.cut]
                if where:
                    for premise in link.premises:
                        if premise not in found:
                            where &= have[premise]
                    own.append((where, [p for p in link.premises if p in found]))
            self.visits += len(literal.links)
            rules.append(own)
        users = [
            [place[u] for u in self.web.literals[claim].users if u in place] for claim in circle
        ]
        dirty = bytearray(any(not inside for _, inside in own) for own in rules)
        forth = True
        while 1 in dirty:
            for at in swept(dirty, forth=forth):
                derived = 0
                for where, inside in rules[at]:
                    for premise in inside:
                        where &= found[premise]  # noqa: PLW2901
                    derived |= where
                self.visits += len(rules[at])
                if derived != found[circle[at]]:
                    found[circle[at]] = derived
                    for user in users[at]:
                        dirty[user] = 1
            forth = not forth
        for claim, derived in found.items():
            if derived != have[claim]:
                have[claim] = derived
                yield claim
