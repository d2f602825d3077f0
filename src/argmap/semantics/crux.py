"""What a conclusion hangs on: the single leaves whose withdrawal changes its label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from argmap.collector import collector_held
from argmap.model import ArgumentMap
from argmap.semantics.evaluation import Label
from argmap.semantics.faults import Trial
from argmap.semantics.links import Links
from argmap.semantics.losses import together
from argmap.semantics.questions import settled, verdict
from argmap.semantics.theory import build_theory, leaf_rules

MOST_JUDGED = 1_500_000
"""How many rules are judged again in circles if nothing else is said: some seconds' worth."""


@dataclass(frozen=True, slots=True)
class Crux:
    """A leaf without which a claim has another label, or a question comes to something else.

    `after` is the label or the verdict without it, `standing` what the question then comes to (see
    `questions.settled`).
    """

    leaf: str
    after: str
    standing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cruxes:
    """What a claim or question hangs on.

    `now` is its label or verdict (an answer's id or `open`), `standing` what a question comes to;
    `leaves` says how many leaves it rests on in any way, for or against. The cruxes that turn it
    furthest come first, equal ones in the order of the map. A claim that is a leaf is its own crux
    if its withdrawal shows. `untried` has the leaves for which the budget did not suffice.
    """

    id: str
    now: str
    cruxes: tuple[Crux, ...]
    leaves: int
    untried: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()

    @property
    def survives(self) -> int:
        """How many leaves it is known to lose, one at a time, and keep its label or verdict."""
        return self.leaves - len(self.cruxes) - len(self.untried)

    @property
    def robustness(self) -> float:
        """The share of its leaves that it can lose one at a time; 1 where it rests on none."""
        return self.survives / self.leaves if self.leaves else 1.0


def cruxes(map_: ArgumentMap, id_: str, budget: int | None = MOST_JUDGED) -> Cruxes | None:
    """What a claim or question hangs on; None if there is none of that id."""
    return all_cruxes(map_, (id_,), budget).get(id_)


def all_cruxes(
    map_: ArgumentMap, ids: Iterable[str], budget: int | None = MOST_JUDGED
) -> Mapping[str, Cruxes]:
    """What each of some claims and questions hangs on, found together in one go.

    It costs time only where many claims hang on each other, and little even then, unless supports
    of different strength go round in circles: `budget` is how many rules may be judged, again and
    again, after what comes first; None is as many as it takes. The nearest leaves of a circle are
    tried first, and those for which the budget did not suffice are told.
    """
    with collector_held():
        return Search(map_).cruxes(ids, budget)


class Search:
    """Finds the cruxes of one map, time and again; what that takes of the whole map is prepared
    once."""

    def __init__(self, map_: ArgumentMap) -> None:
        with collector_held():
            self._map = map_
            self._theory = build_theory(map_)
            self._number = {id_: index for index, id_ in enumerate(map_.claim)}
            self._links = Links(self._theory)
            self._leaves = leaf_rules(self._theory)

    def cruxes(self, ids: Iterable[str], budget: int | None = MOST_JUDGED) -> Mapping[str, Cruxes]:
        """See `all_cruxes`."""
        with collector_held():
            return self._cruxes(ids, budget)

    def _cruxes(self, ids: Iterable[str], budget: int | None) -> dict[str, Cruxes]:
        map_, theory, number = self._map, self._theory, self._number
        targets: dict[str, tuple[int, ...]] = {}
        for id_ in ids:
            if id_ in number:
                targets[id_] = (number[id_],)
            elif id_ in map_.question:
                targets[id_] = tuple(number[answer] for answer in map_.question[id_].answers)
        every = [claim for them in targets.values() for claim in them]
        trial = Trial(theory, self._links, every, budget)
        left = set(trial.named(trial.untried))
        found: dict[str, Cruxes] = {}
        for id_, claims in targets.items():
            labels = [trial.labels[claim] for claim in claims]
            upstream = self._links.upstream(claims).keys() & self._leaves.keys()
            now, after = _outcome(map_, id_, [label for label, _ in labels]), []
            for changed, losses in together(labels):
                turned = _outcome(map_, id_, changed)
                if turned != now:
                    losses &= ~trial.untried  # noqa: PLW2901
                    after += [(_swing(now, turned), leaf, turned) for leaf in trial.named(losses)]
            turns = tuple(Crux(theory.claims[leaf], *turned) for _, leaf, turned in sorted(after))
            untried = tuple(theory.claims[leaf] for leaf in sorted(upstream & left))
            found[id_] = Cruxes(id_, now[0], turns, len(upstream), untried, now[1])
        return found


_Outcome = tuple[str, tuple[str, ...]]
"""A label, or a verdict with the answers that the question comes to."""


def _outcome(map_: ArgumentMap, id_: str, labels: Sequence[Label]) -> _Outcome:
    if id_ in map_.claim:
        return labels[0], ()
    question = map_.question[id_]
    pairs = zip(question.answers, labels, strict=True)
    standing = [answer for answer, label in pairs if label == "in"]
    return verdict(question, labels), settled(question, standing)


_HEIGHT = {"in": 2, "undecided": 0, "unsupported": -1, "out": -2}


def _swing(before: _Outcome, after: _Outcome) -> int:
    """The further a withdrawal turns something, the lower the number: a claim by its label, a
    question by how many answers come and go."""
    (was, some), (becomes, others) = before, after
    if some or others:
        return -len({*some} ^ {*others})
    return -abs(_HEIGHT[was] - _HEIGHT[becomes])
