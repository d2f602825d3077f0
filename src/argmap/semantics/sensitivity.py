"""How far the strength of a claim hangs on each leaf: what it is if the leaf counts for nothing,
and what it is if the leaf is certain.

A derivative would say less: the models bend, and an analyst asks what happens if a report proves
false or is confirmed. So for each leaf its base score is set to 0, then to 1, and what depends on
it is reckoned again, claim by claim (a circle as a whole), as far as anything moves by more than
the tolerance of strengths. The figures are those of `strengths` with that base score, to 1e-9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from argmap.model import ArgumentMap, Claim, Step
from argmap.semantics.components import strongly_connected
from argmap.semantics.strength import DEFAULT_MODEL, TOLERANCE, Model, strengths
from argmap.semantics.theory import build_theory, leaf_rules


@dataclass(frozen=True, slots=True)
class Influence:
    """What a leaf does to a strength: as it is `now`, with the leaf `lost` (its base score 0), and
    with the leaf `certain` (its base score 1; a fact is so already)."""

    leaf: str
    now: float
    lost: float
    certain: float

    @property
    def swing(self) -> float:
        """How far the strength moves between the two; above 0 where the leaf speaks for it."""
        return self.certain - self.lost


def sensitivity(
    map_: ArgumentMap, claim_id: str, model: Model = DEFAULT_MODEL
) -> tuple[Influence, ...]:
    """What each leaf that the strength of a claim rests on does to it, the most first, equal ones
    in the order of the map. Nothing for an id that no claim has."""
    if claim_id not in map_.claim:
        return ()
    net = _Upstream(map_, claim_id, model)
    theory = build_theory(map_)
    now = net.now[claim_id]
    found: list[Influence] = []
    for leaf in sorted(leaf_rules(theory)):
        id_ = theory.claims[leaf]
        if id_ in net.part_of:
            certain = now if map_.claim[id_].is_fact else net.strength(id_, 1.0)
            found.append(Influence(id_, now, net.strength(id_, 0.0), certain))
    found.sort(key=lambda influence: -abs(influence.swing))
    return tuple(found)


class _Upstream:
    """What a claim's strength rests on, in parts, each after those it depends on."""

    def __init__(self, map_: ArgumentMap, target: str, model: Model) -> None:
        self.map = map_
        self.target = target
        self.model: Model = model
        self.now: Mapping[str, float] = strengths(map_, model).claims
        self.bearing = _bearing(map_)
        ids = [target]
        seen = {target: 0}
        depends: list[list[int]] = []
        for id_ in ids:  # it grows while it is read
            premises = [p for step in self.bearing.get(id_, ()) for p in step.premises]
            for premise in premises:
                if premise not in seen:
                    seen[premise] = len(ids)
                    ids.append(premise)
            depends.append([seen[premise] for premise in premises])
        self.members = [[ids[i] for i in part] for part in strongly_connected(depends)]
        self.part_of = {id_: i for i, part in enumerate(self.members) for id_ in part}
        self.users: dict[str, set[int]] = {id_: set() for id_ in ids}  # the parts that rest on it
        for id_ in ids:
            for step in self.bearing.get(id_, ()):
                for premise in step.premises:
                    self.users[premise].add(self.part_of[id_])
        self.parts: dict[int, ArgumentMap] = {}

    def strength(self, leaf: str, score: float) -> float:
        """The strength of the target if the base score of a leaf were this."""
        moved: dict[str, float] = {}
        waiting = [self.part_of[leaf]]
        while waiting:
            index = heappop(waiting)
            while waiting and waiting[0] == index:
                heappop(waiting)
            for id_, value in self._judge(index, moved, leaf, score).items():
                if abs(value - self.now[id_]) > TOLERANCE:
                    moved[id_] = value
                    for user in self.users[id_]:
                        if user != index:
                            heappush(waiting, user)
        return moved.get(self.target, self.now[self.target])

    def _judge(
        self, index: int, moved: Mapping[str, float], leaf: str, score: float
    ) -> dict[str, float]:
        """The strengths of the members of a part, those outside it being as they are or moved."""
        members = self.members[index]
        if len(members) == 1 and members[0] not in self.bearing:
            return {leaf: score}  # nothing bears on it, and only the leaf is judged for itself
        part = self.parts.get(index)
        if part is None:
            part = self.parts[index] = self._cut_out(members)
        given = {c.id: moved.get(c.id, self.now[c.id]) for c in part.claims[len(members) :]}
        if self.part_of[leaf] == index:
            given[leaf] = score
        made = strengths(part, self.model, base=given).claims
        return {member: made[member] for member in members}

    def _cut_out(self, members: list[str]) -> ArgumentMap:
        """The members with the steps that bear on them; their premises from outside stand bare."""
        inside = set(members)
        steps = [step for member in members for step in self.bearing.get(member, ())]
        outside = dict.fromkeys(p for step in steps for p in step.premises if p not in inside)
        claims = [self.map.claim[member] for member in members]
        return ArgumentMap(
            claims=(*claims, *(Claim(id_, "") for id_ in outside)), steps=tuple(steps)
        )


def _bearing(map_: ArgumentMap) -> dict[str, list[Step]]:
    """By claim: the steps that bear on it in the end, undercuts too, in the order of the map."""
    root: dict[str, str] = {}
    for step in map_.steps:
        chain: list[Step] = []
        at = step
        while at.id not in root and at.kind == "undercut":
            chain.append(at)
            at = map_.step[at.target]
        claim = root.setdefault(at.id, at.target)
        root.update((link.id, claim) for link in chain)
    found: dict[str, list[Step]] = {}
    for step in map_.steps:
        found.setdefault(root[step.id], []).append(step)
    return found
