"""Which reasons in a circle of supports can do without their own conclusion.

To take each conclusion out in turn and derive the rest anew would be quadratic. Instead it is first
seen which conclusions the derivations go through that there are; most reasons are found not to rest
on their own. For what is left, other derivations are looked for with all those conclusions taken
out at once, a bit for each: in flow graphs these sets are the dominators (Lengauer and Tarjan, "A
fast algorithm for finding dominators in a flowgraph", ACM Transactions on Programming Languages and
Systems 1, 1979); a reason with linked premises rests on all that any of them does, so they make no
tree.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.semantics.sweeps import swept

_AT_ONCE = 8192  # conclusions taken out together; bounds the memory on circles of any size


class Moment(NamedTuple):
    """A literal is derived, or more strongly: what it hands on, and by which moments before."""

    literal: int
    hands_on: float
    by: Sequence[int]


class Reason(NamedTuple):
    """A rule, with its premises in the circle; it hands on no more than the first `reached` levels.

    A conclusive one hands on what its premises do; below level `least` it is defeated. `least` is
    -1 for others, to which it makes no difference at what level their premises are derived.
    """

    head: int
    premises: Sequence[int]
    least: int
    reached: int


class Detours:
    """The derivations of a circle, with conclusions taken out.

    `reasons` are its rules by their numbers, `moments` some derivation of every literal at each
    level at which it is derived, each after those that it is derived by.
    """

    def __init__(
        self, reasons: Mapping[int, Reason], moments: Sequence[Moment], levels: Sequence[float]
    ) -> None:
        self.reasons = reasons
        self.moments = moments
        self.levels = levels
        self.order = list(dict.fromkeys(moment.literal for moment in moments))
        place = {literal: at for at, literal in enumerate(self.order)}
        self.rules: list[list[Reason]] = [[] for _ in self.order]
        self.users: list[list[int]] = [[] for _ in self.order]
        for reason in reasons.values():
            at = place[reason.head]
            self.rules[at].append(reason)
            for premise in reason.premises:
                self.users[place[premise]].append(at)

    def kept(self, asked: Mapping[int, int]) -> dict[int, int]:
        """By rule that hands on so many levels: how many are left of them without its head."""
        found: dict[int, int] = {}
        for bit, rules in self._portions(asked):
            lost = self._gone_through(bit)
            for rule in rules:
                reason = self.reasons[rule]
                if not _lost(reason, asked[rule] - 1, lost) & bit[reason.head]:
                    found[rule] = asked[rule]
        for bit, rules in self._portions([rule for rule in asked if rule not in found]):
            lost = self._lost(bit)
            for rule in rules:
                reason = self.reasons[rule]
                own, levels = bit[reason.head], asked[rule]
                while levels and _lost(reason, levels - 1, lost) & own:
                    levels -= 1
                found[rule] = levels
        return found

    def _portions(self, rules: Iterable[int]) -> Iterator[tuple[dict[int, int], list[int]]]:
        """The heads of some rules, a bit for each, and the rules; as many as are taken at once."""
        by_head: dict[int, list[int]] = {}
        for rule in rules:
            by_head.setdefault(self.reasons[rule].head, []).append(rule)
        heads = list(by_head)
        for start in range(0, len(heads), _AT_ONCE):
            some = heads[start : start + _AT_ONCE]
            bit = {head: 1 << number for number, head in enumerate(some)}
            yield bit, [rule for head in some for rule in by_head[head]]

    def _gone_through(self, bit: Mapping[int, int]) -> dict[int, list[int]]:
        """By literal and level: the heads that each of its derivations goes through, of those by
        moments; -1 where there is none."""
        through: list[int] = []
        found = {literal: [-1] * len(self.levels) for literal in self.order}
        for literal, hands_on, by in self.moments:
            mask = bit.get(literal, 0)
            for moment in by:
                mask |= through[moment]
            through.append(mask)
            its = found[literal]
            for level in range(bisect_right(self.levels, hands_on)):
                its[level] &= mask
        return found

    def _lost(self, bit: Mapping[int, int]) -> dict[int, list[int]]:
        """By literal and level: the heads without which it cannot be derived, as bits.

        A head that every moment's derivation goes through counts as one until another derivation
        is found. As those begin with what is derived without it, they begin from the ground.
        """
        lost = self._gone_through(bit)
        dirty = bytearray(any(lost[literal]) for literal in self.order)
        while 1 in dirty:
            for at in swept(dirty):
                literal = self.order[at]
                masks = self._without(at, lost)
                if own := bit.get(literal, 0):
                    masks = [mask | own for mask in masks]
                if masks != lost[literal]:
                    lost[literal] = masks
                    for user in self.users[at]:
                        dirty[user] = 1
        return lost

    def _without(self, at: int, lost: Mapping[int, list[int]]) -> list[int]:
        """By level: the heads without which no rule derives a literal."""
        masks = [-1] * len(self.levels)
        for _, premises, least, reached in self.rules[at]:
            if least < 0:
                mask = 0
                for premise in premises:
                    mask |= lost[premise][0]
                for level in range(reached):
                    masks[level] &= mask
                continue
            for level in range(least, reached):
                mask = 0
                for premise in premises:
                    mask |= lost[premise][level]
                for below in range(0 if level == least else level, level + 1):
                    masks[below] &= mask
        return masks


def _lost(reason: Reason, level: int, lost: Mapping[int, list[int]]) -> int:
    """The heads without which a reason does not hand on a level that it reaches."""
    at = 0 if reason.least < 0 else max(level, reason.least)
    mask = 0
    for premise in reason.premises:
        mask |= lost[premise][at]
    return mask
