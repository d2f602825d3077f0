"""What reaches some claims from elsewhere, as it is and with each leaf withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.semantics.excerpt import FREELY, NOT_CLAIM, NOT_STEP, THAT, Pair, Value, handed
from argmap.semantics.grounded import NONE
from argmap.semantics.losses import Varying, best, vary
from argmap.semantics.theory import Rule, Theory


class Reaching:
    """The rules about some claims, sorted by what they rest on; claims and steps are numbered anew
    by `place` and `step_place`.

    `own` puts claims forward; `inner` rests on them, and takes the rest from one of the `parts`,
    by its number; `given` are parts that by themselves conclude which literal of which claim or
    step. All that the claims rest on elsewhere is judged already, and in `fares`.
    """

    def __init__(
        self, theory: Theory, members: list[int], fares: Mapping[int, Varying[Value]]
    ) -> None:
        self.theory = theory
        self.members = members
        self.fares = fares
        self.place = {claim: index for index, claim in enumerate(members)}
        self.own: list[int] = []
        self.inner: list[tuple[int, int]] = []
        self.parts: list[Varying[Pair]] = []
        self.given: list[tuple[int, int, int]] = []
        self.step_place: dict[int, int] = {}  # steps that members decide about
        self._cut: dict[int, Varying[Pair] | None] = {}  # by step: its undercuts, None if inner
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
                self._cut[step] = best(whole) if len(whole) == len(cuts) else None
        for head in heads:
            self._conclude(head, THAT if head < n else NOT_CLAIM, self.place[head % n])
        for step, cut in self._cut.items():
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
            cut = self._cut.get(rule.step)
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
        if rule.step not in self._cut:
            return handed_on
        cut = self._cut[rule.step]
        return None if cut is None else vary(_less_cut, (handed_on, cut))

    def _handed(self, rule: Rule) -> Varying[Pair]:
        """What the premises from outside hand a rule."""
        outside = [self.fares[p] for p in rule.premises if p not in self.place]
        if not outside:
            return FREELY, {}
        return vary(lambda values: handed(rule, values), outside)


def _scaled(pair: Pair, strength: float) -> Pair:
    return (strength if pair[0] >= 0 else NONE, strength if pair[1] >= 0 else NONE)


def _less_cut(both: Sequence[Pair]) -> Pair:
    (certain, possible), (cut, perhaps_cut) = both
    return (certain if perhaps_cut < 0 else NONE, possible if cut < 0 else NONE)
