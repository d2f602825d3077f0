"""What a conclusion hangs on: the single leaves whose withdrawal changes its label.

All withdrawals are tried at once. Each claim upstream is judged a single time, carrying for each
way it may fare the set of leaves whose loss makes it fare so, as a number with a bit for each leaf.
This is deductive fault simulation (Armstrong, "A deductive method for simulating faults in logic
circuits", IEEE Transactions on Computers C-21, 1972). It is exact: where leaves are told apart by
what reaches a circle, the circle is judged again for each difference.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from argmap.model import ArgumentMap
from argmap.semantics.components import components
from argmap.semantics.evaluation import Label
from argmap.semantics.grounded import ground
from argmap.semantics.labels import read_labels
from argmap.semantics.theory import Rule, Theory, build_theory
from argmap.semantics.whatif import (
    FREELY,
    GIVEN,
    NONE,
    NOT_CLAIM,
    NOT_STEP,
    OPEN,
    THAT,
    Entry,
    Excerpt,
    Links,
    Pair,
    Value,
    handed,
    leaf_rules,
    value_of,
    verdict,
)


@dataclass(frozen=True, slots=True)
class Crux:
    """A leaf without which a claim has another label, or a question another verdict."""

    leaf: str
    after: str


@dataclass(frozen=True, slots=True)
class Cruxes:
    """What a claim or question hangs on.

    `now` is its label or verdict (an answer's id or `open`); `leaves` says how many leaves it
    rests on in any way, for or against. The cruxes that turn it furthest come first, equal ones
    in the order of the map. A claim that is a leaf is its own crux if its withdrawal shows.
    `untried` has the leaves for which the budget did not suffice.
    """

    id: str
    now: str
    cruxes: tuple[Crux, ...]
    leaves: int
    untried: tuple[str, ...] = ()

    @property
    def survives(self) -> int:
        """How many leaves it is known to lose, one at a time, and keep its label or verdict."""
        return self.leaves - len(self.cruxes) - len(self.untried)

    @property
    def robustness(self) -> float:
        """The share of its leaves that it can lose one at a time; 1 where it rests on none."""
        return self.survives / self.leaves if self.leaves else 1.0


def cruxes(map_: ArgumentMap, id_: str, budget: int | None = None) -> Cruxes | None:
    """What a claim or question hangs on; None if there is none of that id."""
    return all_cruxes(map_, (id_,), budget).get(id_)


def all_cruxes(
    map_: ArgumentMap, ids: Iterable[str], budget: int | None = None
) -> Mapping[str, Cruxes]:
    """What each of some claims and questions hangs on, found together in one go.

    It costs time only where many claims hang on each other: `budget` is how many rules may be
    judged, again and again, in circles of more than 100 claims; None is as many as it takes.
    """
    theory = build_theory(map_)
    number = {id_: index for index, id_ in enumerate(theory.claims)}
    targets: dict[str, tuple[int, ...]] = {}
    for id_ in ids:
        if id_ in number:
            targets[id_] = (number[id_],)
        elif id_ in map_.question:
            targets[id_] = tuple(number[answer] for answer in map_.question[id_].answers)
    links = Links(theory)
    leaves = leaf_rules(theory)
    every = [claim for them in targets.values() for claim in them]
    trial = _Trial(theory, links, leaves, every, budget)
    found: dict[str, Cruxes] = {}
    for id_, claims in targets.items():
        labels = [trial.labels[claim] for claim in claims]
        upstream = links.upstream(claims) & leaves.keys()
        now, after = _outcome(map_, id_, [label for label, _ in labels]), []
        for changed, losses in _together(labels):
            turned = _outcome(map_, id_, changed)
            if turned != now:
                losses &= ~trial.untried  # noqa: PLW2901
                after += [(_swing(now, turned), leaf, turned) for leaf in trial.named(losses)]
        turns = tuple(Crux(theory.claims[leaf], turned) for _, leaf, turned in sorted(after))
        untried = sorted(upstream.intersection(trial.named(trial.untried)))
        names = tuple(theory.claims[leaf] for leaf in untried)
        found[id_] = Cruxes(id_, now, turns, len(upstream), names)
    return found


def _outcome(map_: ArgumentMap, id_: str, labels: Sequence[Label]) -> str:
    return labels[0] if id_ in map_.claim else verdict(map_.question[id_], labels)


_HEIGHT = {"in": 2, "undecided": 0, "unsupported": -1, "out": -2}


def _swing(before: str, after: str) -> int:
    """The further a withdrawal turns something, the lower the number."""
    if before in _HEIGHT and after in _HEIGHT:
        return -abs(_HEIGHT[before] - _HEIGHT[after])
    return 0 if OPEN in (before, after) else -1


# All withdrawals at once ----------------------------------------------------------------------

S = TypeVar("S")
T = TypeVar("T")
Losses = dict[T, int]
"""By each other way that something may fare: the leaves whose loss makes it so, a bit for each."""

Varying = tuple[T, Losses[T]]
"""How something fares as it is, and how with a leaf withdrawn."""

Fares = tuple[Value, Label]


def _together(parts: Sequence[Varying[T]]) -> Iterator[tuple[list[T], int]]:
    """Every way in which some things fare together, other than as they are, with its leaves."""
    now = [base for base, _ in parts]
    ways: dict[tuple[tuple[int, T], ...], int] = {}
    seen = 0
    for index, (_, losses) in enumerate(parts):
        for value, leaves in losses.items():
            one = ((index, value),)
            again = leaves & seen
            if again:
                for way, its in list(ways.items()):
                    if both := its & again:
                        ways[way + one] = both
                        ways[way] = its ^ both
                        if its == both:
                            del ways[way]
            if again != leaves:
                ways[one] = leaves ^ again
            seen |= leaves
    for way, leaves in ways.items():
        changed = now.copy()
        for index, value in way:
            changed[index] = value
        yield changed, leaves


def _vary(made: Callable[[Sequence[S]], T], parts: Sequence[Varying[S]]) -> Varying[T]:
    """What is made of things that vary."""
    now = made([base for base, _ in parts])
    losses: Losses[T] = {}
    for changed, leaves in _together(parts):
        other = made(changed)
        if other != now:
            losses[other] = losses.get(other, 0) | leaves
    return now, losses


def _best(parts: Sequence[Varying[Pair]]) -> Varying[Pair]:
    """The greatest strength that several rules give one literal, certainly and possibly."""
    if len(parts) == 1:
        return parts[0]
    certain, possible = (
        _greatest([(now[i], _one_side(now, losses, i)) for now, losses in parts]) for i in (0, 1)
    )
    return _vary(lambda both: (both[0], both[1]), (certain, possible))


def _one_side(now: Pair, losses: Losses[Pair], side: int) -> Losses[float]:
    found: Losses[float] = {}
    for pair, leaves in losses.items():
        if pair[side] != now[side]:
            found[pair[side]] = found.get(pair[side], 0) | leaves
    return found


def _greatest(parts: Sequence[Varying[float]]) -> Varying[float]:
    """The greatest of many numbers; the leaves are dealt out from the top."""
    now = max((base for base, _ in parts), default=NONE)
    raised: dict[float, int] = {}  # by number: the leaves whose loss makes some part that number
    kept: dict[float, int] = {}  # by number: the leaves whose loss no part of that number survives
    left = 0
    for base, losses in parts:
        touched = 0
        for number, leaves in losses.items():
            raised[number] = raised.get(number, 0) | leaves
            touched |= leaves
        kept[base] = kept.get(base, touched) & touched
        left |= touched
    found: Losses[float] = {}
    for number in sorted({*raised, *kept}, reverse=True):
        if not left:
            break
        leaves = left & raised.get(number, 0)
        if number in kept:
            leaves |= left & ~kept[number]
        if leaves and number != now:
            found[number] = leaves
        left &= ~leaves
    return now, found


class _Trial:
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
        upstream = links.upstream(targets)
        for component in components(theory):
            if component[0] in upstream:
                _Judging(self, component).enter()

    def named(self, leaves: int) -> list[int]:
        """The claims that a set of leaves has."""
        return [self.order[i] for i, bit in enumerate(reversed(bin(leaves))) if bit == "1"]

    def judge(self, made: Excerpt, members: int, root: tuple[int, ...], groups: _Groups) -> _Fared:
        """How the members of a circle fare; like problems are solved once."""
        problem = (tuple(made.rules), root, groups)
        if problem not in self.known:
            part = made.theory(root, groups)
            grounded = ground(part)
            labels = read_labels(part, grounded).claims
            fares = [(value_of(grounded, i), labels[i]) for i in range(members)]
            self.known[problem] = _Fared(fares, grounded.possible.counts)
            if members > _LARGE:
                self.spent += len(made.rules)
        return self.known[problem]

    def is_spent(self, members: int) -> bool:
        """Whether the budget is used up for circles of this size."""
        return members > _LARGE and self.budget is not None and self.spent >= self.budget


_LARGE = 100


class _Fared(NamedTuple):
    """How claims fare, and by rule the strength at which it possibly counts."""

    fares: list[Fares]
    counts: Sequence[float]


_Groups = tuple[tuple[int, ...], ...]
_Problem = tuple[tuple[Entry, ...], tuple[int, ...], _Groups]


class _Judging:
    """Claims that hang on each other, judged with all that can reach them."""

    def __init__(self, trial: _Trial, members: list[int]) -> None:
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
                self.cut[step] = _best(whole) if len(whole) == len(cuts) else None
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
            self.parts.append(_best(outer))

    def _reaching(self, index: int) -> Varying[Pair] | None:
        """The strength at which a rule counts if nothing rebuts it; None if members decide that."""
        rule = self.theory.rules[index]
        if any(premise in self.place for premise in rule.premises):
            return None
        handed_on = self._handed(rule)
        if not rule.conclusive:
            handed_on = _vary(lambda pair: _scaled(pair[0], rule.strength), (handed_on,))
        if rule.step not in self.cut:
            return handed_on
        cut = self.cut[rule.step]
        return None if cut is None else _vary(_less_cut, (handed_on, cut))

    def _handed(self, rule: Rule) -> Varying[Pair]:
        """What the premises from outside hand a rule."""
        outside = [self.trial.fares[p] for p in rule.premises if p not in self.place]
        return _vary(lambda values: handed(rule, values), outside)

    def enter(self) -> None:
        """Judge the members as they are and for each way that something upstream may fare."""
        trial = self.trial
        groups = {g: None for claim in self.members for g in self.theory.in_groups[claim]}
        self.groups = tuple(tuple(self.place[m] for m in self.theory.groups[g]) for g in groups)
        self.root = tuple(self.place[self.theory.root[step]] for step in self.step_place)
        as_it_is = [part for part, _ in self.parts]
        now, counts = self._fare(as_it_is, -1)
        ways: list[tuple[list[Fares], int]] = []
        for way, leaves in _together(self.parts):
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

    def _leaves(self) -> dict[int, list[int]]:
        """The members that are leaves, with the rules of the excerpt that put them forward."""
        found: dict[int, list[int]] = {}
        for place, index in enumerate(self.own, GIVEN):
            head = self.theory.rules[index].head
            if head in self.trial.leaves:
                found.setdefault(head, []).append(place)
        return found

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
        return self.trial.judge(made, len(self.members), self.root, self.groups)


def _scaled(pair: Pair, strength: float) -> Pair:
    return (strength if pair[0] >= 0 else NONE, strength if pair[1] >= 0 else NONE)


def _less_cut(both: Sequence[Pair]) -> Pair:
    (certain, possible), (cut, perhaps_cut) = both
    return (certain if perhaps_cut < 0 else NONE, possible if cut < 0 else NONE)
