"""What a reason cites, as data: steps and claims by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.semantics.evaluation import Reason, ReasonKind
from argmap.semantics.fates import CUT, CUT_OPEN, Bearing, Point
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
    steps: dict[int, None] = {}
    besides = dict.fromkeys(claims)
    for item in cited:
        bearing = item.bearing if isinstance(item, Point) else item
        if isinstance(item, Point) and item.claim >= 0:
            besides[item.claim] = None
            if bearing is None or not bearing.is_live:
                continue
        assert bearing is not None
        rule = rules[bearing.rule]
        if rule.step >= 0:
            steps[rule.step] = None
        else:
            besides |= dict.fromkeys(rule.premises)
        if bearing.fate is CUT or bearing.fate is CUT_OPEN:
            steps[rules[bearing.cause].step] = None
    return Reason(
        kind,
        tuple([theory.steps[step] for step in steps]),
        tuple([theory.claims[claim] for claim in besides]),
        f"{text}.",
        own,
        against,
    )
