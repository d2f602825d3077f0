"""Claims that hang on each other, as literals that bear on each other.

Of n claims and m steps, literal i < n is claim i, n + i is "not claim i", and 2n + j is "step j
does not apply". What comes from elsewhere is given with each rule, as it varies with what is
withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from argmap.semantics.components import strongly_connected
from argmap.semantics.grades import Grades, at_least
from argmap.semantics.theory import BEYOND

CERTAIN, POSSIBLE = 0, 1

Sides = tuple[int, int]
"""With which withdrawals something is certain, and with which it is possible."""


@dataclass(slots=True)
class Link:
    """A rule for a literal, with a strength of its own.

    `outside` says where all is given that it rests on elsewhere; `cut` is the literal "step does
    not apply" that strikes it out, or -1; to a conclusive rule it `hands_on` so much.
    """

    premises: tuple[int, ...]
    outside: Sides
    strength: float
    hands_on: float
    cut: int = -1


@dataclass(slots=True)
class Handing:
    """A rule that has the least strength that its premises hand on; those from elsewhere hand on
    what `outside` says, certainly and possibly."""

    premises: tuple[int, ...]
    outside: tuple[Grades, Grades]
    cut: int = -1


@dataclass(slots=True)
class Literal:
    """What concludes a literal, what is contrary to it, and what it bears on."""

    index: int
    links: list[Link] = field(default_factory=list)
    handing: list[Handing] = field(default_factory=list)
    contraries: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)  # those of more than two that it is in
    users: dict[int, None] = field(default_factory=dict)  # what has it as a premise
    meets: dict[int, None] = field(default_factory=dict)  # what it speaks against or cuts
    circle: int = -1  # the circle of supports that it is in
    alike: bool = False  # whether all its rules have one strength, and hand on so much; if so:
    strength: float = -1.0
    hands_on: float = -1.0
    bars: tuple[int, ...] = ()  # the contraries that strike it out wherever they are derived,
    weighed: bool = False  # and whether others must be weighed

    def rules(self) -> Iterator[Link | Handing]:
        """All of its rules."""
        yield from self.links
        yield from self.handing


class Web:
    """Literals, the groups of claims of which any two are contraries, and circles of supports.

    A circle is `plain` if the rules for each of its claims are alike; those of others are `uneven`.
    """

    def __init__(self, claims: int, steps: int, groups: Sequence[tuple[int, ...]]) -> None:
        self.claims = claims
        self.literals = [Literal(index) for index in range(2 * claims + steps)]
        self.groups = groups
        self.circles: list[list[int]] = []
        self.plain: list[bool] = []
        self.rules = self.uneven = 0  # how many there are

    def add(self, literal: int, rule: Link | Handing) -> None:
        """Enter a rule for a literal. "A step does not apply" is not a matter of strength."""
        self.rules += 1
        if literal >= 2 * self.claims:
            if isinstance(rule, Handing):
                certain, possible = rule.outside
                outside = at_least(certain, 0), at_least(possible, 0)
            else:
                outside = rule.outside
            rule = Link(rule.premises, outside, 0.0, 0.0, rule.cut)
        if isinstance(rule, Link):
            self.literals[literal].links.append(rule)
        else:
            self.literals[literal].handing.append(rule)

    def give(self, literal: int, certain: Grades, possible: Grades) -> None:
        """Have a literal derived from elsewhere, at strengths that may vary."""
        strengths = {grade for grades in (certain, possible) for grade, _ in grades}
        if len(strengths) == 1:
            (strength,) = strengths
            where = at_least(certain, 0), at_least(possible, 0)
            self.add(literal, Link((), where, strength, strength))
        elif strengths:
            self.add(literal, Handing((), (certain, possible)))

    def relate(self) -> None:
        """Once all rules are there: find what each literal bears on."""
        self._find_contraries()
        for literal in self.literals:
            for rule in literal.rules():
                for premise in rule.premises:
                    self.literals[premise].users[literal.index] = None
                if rule.cut >= 0:
                    self.literals[rule.cut].meets[literal.index] = None
            for contrary in literal.contraries:
                self.literals[contrary].meets[literal.index] = None
            kinds = {(link.strength, link.hands_on) for link in literal.links}
            if len(kinds) == 1 and not literal.handing:
                literal.alike = True
                ((literal.strength, literal.hands_on),) = kinds
        for literal in self.literals:
            if literal.alike and literal.strength != BEYOND:
                against = [self.literals[contrary] for contrary in literal.contraries]
                literal.bars = tuple(
                    one.index for one in against if one.alike and one.strength >= literal.strength
                )
                literal.weighed = bool(literal.groups) or not all(one.alike for one in against)
        self._find_circles()

    def _find_contraries(self) -> None:
        n, literals = self.claims, self.literals
        for claim in range(n):
            literals[claim].contraries.append(n + claim)
            literals[n + claim].contraries.append(claim)
        for index, group in enumerate(self.groups):
            for place, claim in enumerate(group):
                if len(group) == 2:
                    literals[claim].contraries.append(group[1 - place])
                elif index not in literals[claim].groups[-1:]:
                    literals[claim].groups.append(index)
        for literal in literals:
            derived = [c for c in literal.contraries if literals[c].links or literals[c].handing]
            literal.contraries = list(dict.fromkeys(derived))

    def _find_circles(self) -> None:
        depends = [
            [p for rule in literal.rules() for p in rule.premises]
            for literal in self.literals[: self.claims]
        ]
        for part in strongly_connected(depends):
            if len(part) > 1 or part[0] in depends[part[0]]:
                for member in part:
                    self.literals[member].circle = len(self.circles)
                self.circles.append(part)
                plain = all(self.literals[member].alike for member in part)
                self.plain.append(plain)
                if not plain:
                    self.uneven += sum(len(list(self.literals[m].rules())) for m in part)

    def nodes(self) -> list[list[int]]:
        """By node what it bears on at once. Nodes 2i and 2i + 1 are for whether literal i is
        certain and possible; those of groups come after the literals."""
        count = len(self.literals)
        found: list[list[int]] = []
        for literal in self.literals:
            groups = [count + group for group in literal.groups]
            alike, otherwise = [*literal.users, *groups], literal.meets
            for side in (CERTAIN, POSSIBLE):
                other = 1 - side
                found.append([2 * i + side for i in alike] + [2 * i + other for i in otherwise])
        for group in self.groups:
            members = dict.fromkeys(group) if len(group) > 2 else ()
            found += [[2 * member + 1 - side for member in members] for side in (CERTAIN, POSSIBLE)]
        return found


def in_order(nodes: Sequence[Sequence[int]]) -> list[int]:
    """Nodes, most of them after those that bear on them: the reverse of the order in which a search
    in depth is done with them."""
    found: list[int] = []
    seen = bytearray(len(nodes))
    for start in range(len(nodes)):
        if seen[start]:
            continue
        seen[start] = 1
        work = [(start, iter(nodes[start]))]
        while work:
            node, rest = work[-1]
            for other in rest:
                if not seen[other]:
                    seen[other] = 1
                    work.append((other, iter(nodes[other])))
                    break
            else:
                work.pop()
                found.append(node)
    found.reverse()
    return found
