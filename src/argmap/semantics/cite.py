"""What a reason cites, as data: steps and claims by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.semantics.evaluation import Reason, ReasonKind, reason_of
from argmap.semantics.fates import CUT, CUT_OPEN, EMPTY, FALLS, Bearing
from argmap.semantics.points import Point
from argmap.semantics.theory import Theory


def cite(
    theory: Theory,
    kind: ReasonKind,
    text: str,
    cited: Iterable[Bearing | Point],
    own: float | None = None,
    against: float | None = None,
    claims: Sequence[int] = (),
) -> Reason:
    """A reason that cites rules and points, in the order of their weight."""
    rules = theory.rules
    steps: list[int] = []
    besides = [*claims]
    for item in cited:
        bearing = item.bearing if isinstance(item, Point) else item
        if isinstance(item, Point) and item.claim >= 0:
            besides.append(item.claim)
            if bearing is None or not bearing.is_live:
                continue
        assert bearing is not None
        index, fate, _, cause = bearing
        premises, _, _, _, step = rules[index]
        if step >= 0:
            steps.append(step)
        elif premises:
            if not FALLS <= fate <= EMPTY:
                besides += theory.excluding(index)[0]
            besides += [cause] if cause >= 0 else []
        if fate is CUT or fate is CUT_OPEN:
            steps.append(rules[cause].step)
    its_steps = _named(theory.steps, steps) if steps else ()
    its_claims = _named(theory.claims, besides) if besides else ()
    return reason_of((kind, its_steps, its_claims, f"{text}.", own, against))


def _named(ids: Sequence[str], numbers: list[int]) -> tuple[str, ...]:
    """The ids of what has these numbers, each once."""
    if len(numbers) == 1:
        return (ids[numbers[0]],)
    return tuple([ids[number] for number in dict.fromkeys(numbers)])
