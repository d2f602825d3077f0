"""All withdrawals of single leaves tried at once.

Each claim upstream of a conclusion is judged a single time, carrying for each way it may fare the
set of leaves whose loss makes it fare so. This is deductive fault simulation (Armstrong, "A
deductive method for simulating faults in logic circuits", IEEE Transactions on Computers C-21,
1972). It is exact: where leaves are told apart by what reaches a circle, the circle is judged again
for each difference.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from argmap.semantics.components import components, strongly_connected
from argmap.semantics.evaluation import Label
from argmap.semantics.excerpt import (
    FREELY,
    GIVEN,
    NOT_CLAIM,
    NOT_STEP,
    THAT,
    Entry,
    Excerpt,
    Pair,
    Value,
    handed,
    value_of,
)
from argmap.semantics.grounded import NONE, ground
from argmap.semantics.labels import read_labels
from argmap.semantics.links import Links
from argmap.semantics.losses import Losses, Varying, best, together, vary
from argmap.semantics.theory import Rule, Theory

Fares = tuple[Value, Label]

_CIRCLE_OF_SUPPORTS = 6
"""So many times longer it takes, by measurement, to judge a circle in which supports go round, as
no reason in it may rest on its own conclusion."""


class Trial:
    """The claims upstream of the targets, judged with nothing and with each leaf withdrawn."""

    def __init__(
        self,
        theory: Theory,
        links: Links,
        leaves: Collection[int],
        targets: list[int],
        budget: int | None,
    ) -> None:
        self.theory = theory
        self.links = links
        self.leaves = leaves
        self.order: list[int] = []  # the leaves, by their bits
        self.fares: dict[int, Varying[Value]] = {}
        self.labels: dict[int, Varying[Label]] = dict.fromkeys(targets, ("unsupported", {}))
        self.known: dict[_Problem, _Fared] = {}
        self.budget = budget
        self.spent = 0
        self.untried = 0
        self.nearness = {claim: at for at, claim in enumerate(links.upstream(targets))}
        for component in components(theory):
            if component[0] in self.nearness:
                _Judging(self, component).enter()

    def named(self, leaves: int) -> list[int]:
        """The claims that a set of leaves has."""
        return [self.order[i] for i, bit in enumerate(reversed(bin(leaves))) if bit == "1"]

    def judge(
        self, made: Excerpt, members: int, root: tuple[int, ...], groups: _Groups, cost: int
    ) -> _Fared:
        """How the members of a circle fare; like problems are solved once. `cost` is how many
        rules of other circles one of it counts for."""
        problem = (tuple(made.rules), root, groups)
        if problem not in self.known:
            part = made.theory(root, groups)
            grounded = ground(part)
            labels = read_labels(part, grounded).claims
            fares = [(value_of(grounded, i), labels[i]) for i in range(members)]
            self.known[problem] = _Fared(fares, grounded.possible.counts)
            if members > 1:
                self.spent += len(made.rules) * cost
        return self.known[problem]

    def is_spent(self, members: int) -> bool:
        """Whether the budget is used up. A claim that is in no circle costs nothing."""
        return members > 1 and self.budget is not None and self.spent >= self.budget


class _Fared(NamedTuple):
    """How claims fare, and by rule the strength at which it possibly counts."""

    fares: list[Fares]
    counts: Sequence[float]


_Groups = tuple[tuple[int, ...], ...]
_Problem = tuple[tuple[Entry, ...], tuple[int, ...], _Groups]


class _Judging:
    """Claims that hang on each other, judged with all that can reach them."""

    def __init__(self, trial: Trial, members: list[int]) -> None:
        self.trial = trial
        self.theory = trial.theory
        self.members = members
        self.place = {claim: index for index, claim in enumerate(members)}
        self.own: list[int] = []  # rules that put a member forward
        self.inner: list[tuple[int, int]] = []  # other rules that rest on members, and which part
        self.parts: list[Varying[Pair]] = []  # what comes from outside
        self.given: list[tuple[int, int, int]] = []  # which literal, of what, which part
        self.step_place: dict[int, int] = {}  # steps that members decide about
        self.cut: dict[int, Varying[Pair] | None] = {}  # by step: its undercuts, None if inner
        self._sort()

    def _sort(self) -> None:
        """Tell what comes from outside apart from what the members do to each other."""
        theory, n = self.theory, len(self.theory.claims)
        rules = theory.rules
        heads = [head for claim in self.members for head in (claim, n + claim)]
        steps = [rules[r].step for h in heads for r in theory.rules_of[h] if rules[r].step >= 0]
        for step in steps:  # it grows while it is read
            steps += [rules[rule].step for rule in theory.rules_of[2 * n + step]]
        for step in reversed(steps):  # what cuts an undercut before what it cuts
            if cuts := theory.rules_of[2 * n + step]:
                reaching = [self._reaching(rule) for rule in cuts]
                whole = [part for part in reaching if part is not None]
                self.cut[step] = best(whole) if len(whole) == len(cuts) else None
        for head in heads:
            self._conclude(head, THAT if head < n else NOT_CLAIM, self.place[head % n])
        for step, cut in self.cut.items():
            if cut is None:
                self._conclude(2 * n + step, NOT_STEP, self._placed(step))

    def _placed(self, step: int) -> int:
        return self.step_place.setdefault(step, len(self.step_place))

    def _conclude(self, head: int, which: int, of: int) -> None:
        """Enter the rules for a literal; those from outside count as one, the strongest."""
        outer: list[Varying[Pair]] = []
        for index in self.theory.rules_of[head]:
            rule = self.theory.rules[index]
            if not rule.premises:
                self.own.append(index)
                continue
            reaching = self._reaching(index)
            if reaching is not None:
                outer.append(reaching)
                continue
            self.inner.append((index, len(self.parts)))
            self.parts.append(self._handed(rule))
            cut = self.cut.get(rule.step)
            if cut is not None:
                self.given.append((NOT_STEP, self._placed(rule.step), len(self.parts)))
                self.parts.append(cut)
        if outer:
            self.given.append((which, of, len(self.parts)))
            self.parts.append(best(outer))

    def _reaching(self, index: int) -> Varying[Pair] | None:
        """The strength at which a rule counts if nothing rebuts it; None if members decide that."""
        rule = self.theory.rules[index]
        if any(premise in self.place for premise in rule.premises):
            return None
        handed_on = self._handed(rule)
        if not rule.conclusive:
            handed_on = vary(lambda pair: _scaled(pair[0], rule.strength), (handed_on,))
        if rule.step not in self.cut:
            return handed_on
        cut = self.cut[rule.step]
        return None if cut is None else vary(_less_cut, (handed_on, cut))

    def _handed(self, rule: Rule) -> Varying[Pair]:
        """What the premises from outside hand a rule."""
        outside = [self.trial.fares[p] for p in rule.premises if p not in self.place]
        return vary(lambda values: handed(rule, values), outside)

    def enter(self) -> None:
        """Judge the members as they are and for each way that something upstream may fare."""
        trial = self.trial
        groups = {g: None for claim in self.members for g in self.theory.in_groups[claim]}
        self.groups = tuple(tuple(self.place[m] for m in self.theory.groups[g]) for g in groups)
        self.root = tuple(self.place[self.theory.root[step]] for step in self.step_place)
        self.cost = _CIRCLE_OF_SUPPORTS if self._has_circle_of_supports() else 1
        as_it_is = [part for part, _ in self.parts]
        now, counts = self._fare(as_it_is, -1)
        ways: list[tuple[list[Fares], int]] = []
        for way, leaves in together(self.parts):
            if trial.is_spent(len(self.members)):
                trial.untried |= leaves
            else:
                ways.append((self._fare(way, -1).fares, leaves))
        for leaf, rules in self._leaves().items():
            bit = 1 << len(trial.order)
            trial.order.append(leaf)
            if all(counts[rule] < 0 for rule in rules):
                continue  # what is defeated already can be withdrawn without effect
            if trial.is_spent(len(self.members)):
                trial.untried |= bit
            else:
                ways.append((self._fare(as_it_is, leaf).fares, bit))
        for place, claim in enumerate(self.members):
            value, label = now[place]
            values: Losses[Value] = {}
            labels: Losses[Label] = {}
            for fares, leaves in ways:
                other, other_label = fares[place]
                if other != value:
                    values[other] = values.get(other, 0) | leaves
                if other_label != label:
                    labels[other_label] = labels.get(other_label, 0) | leaves
            trial.fares[claim] = value, values
            if claim in trial.labels:
                trial.labels[claim] = label, labels

    def _has_circle_of_supports(self) -> bool:
        rules, rules_of = self.theory.rules, self.theory.rules_of
        rests_on = [
            [self.place[p] for rule in rules_of[m] for p in rules[rule].premises if p in self.place]
            for m in self.members
        ]
        return len(strongly_connected(rests_on)) < len(self.members)

    def _leaves(self) -> dict[int, list[int]]:
        """The members that are leaves, the nearest to the targets first, with the rules of the
        excerpt that put them forward."""
        found: dict[int, list[int]] = {}
        for place, index in enumerate(self.own, GIVEN):
            head = self.theory.rules[index].head
            if head in self.trial.leaves:
                found.setdefault(head, []).append(place)
        return dict(sorted(found.items(), key=lambda leaf: self.trial.nearness[leaf[0]]))

    def _fare(self, parts: Sequence[Pair], withdrawn: int) -> _Fared:
        """How the members fare, given what comes from outside."""
        made = Excerpt(len(self.members))
        n = len(self.theory.claims)
        for index in self.own:
            rule = self.theory.rules[index]
            if rule.head != withdrawn:
                which, of = divmod(rule.head, n)
                made.add(rule, (), which, self.place[of], -1, FREELY)
        for index, part in self.inner:
            rule = self.theory.rules[index]
            if rule.head < 2 * n:
                which, of = rule.head // n, self.place[rule.head % n]
            else:
                which, of = NOT_STEP, self.step_place[rule.head - 2 * n]
            inside = tuple(self.place[p] for p in rule.premises if p in self.place)
            step = self.step_place.get(rule.step, -1)
            made.add(rule, inside, which, of, step, parts[part])
        for which, of, part in self.given:
            made.give(which, of, -1, parts[part])
        return self.trial.judge(made, len(self.members), self.root, self.groups, self.cost)


def _scaled(pair: Pair, strength: float) -> Pair:
    return (strength if pair[0] >= 0 else NONE, strength if pair[1] >= 0 else NONE)


def _less_cut(both: Sequence[Pair]) -> Pair:
    (certain, possible), (cut, perhaps_cut) = both
    return (certain if perhaps_cut < 0 else NONE, possible if cut < 0 else NONE)
