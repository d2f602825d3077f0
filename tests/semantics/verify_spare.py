"""Checks that a reason cites nothing that could be left out."""

from __future__ import annotations

from argmap.semantics.evaluation import ClaimResult
from tests.semantics.oracle_definition import Derivation
from tests.semantics.oracle_trees import Reading


class Wrong(AssertionError):
    """A reason that does not hold."""


def expect(holds: bool, problem: str) -> None:
    """Raise Wrong unless something holds."""
    if not holds:
        raise Wrong(problem)


def check_spare(reading: Reading, possible: Derivation, id_: str, result: ClaimResult) -> None:
    """Raise Wrong if a reason of a claim cites more than suffices."""
    label, reason = result.label, result.because
    against = reading.contraries["claim", id_]
    cited = [rule for rule in reading.rules if rule.step in reason.steps]
    own = [rule for rule in cited if rule.head == ("claim", id_)]
    points: list[object] = [rule for rule in cited if rule.head == ("not", id_)]
    excluders = [r for r in reading.rules if r.step is None and r.head == ("not", id_)]
    if not any(set(rule.premises) <= set(reason.claims) for rule in excluders):
        points += [claim for claim in reason.claims if ("claim", claim) in against]
    if label == "in":
        expect(len(own) <= 1, "one reason is enough")
    if label == "unsupported" or (label == "in" and reason.against is None):
        return  # all that was given for it, or all that is against it, has to be told
    expect(len(points) <= 1, "one point against it is enough")
    if label == "out" and reason.own is not None:
        expect(len(own) <= 1, "its best reason is enough")
    if label == "undecided":
        threat = -1.0 if reason.against is None else reason.against
        met = [rule for rule in own if possible.counting[rule.name] <= threat]
        itself = id_ in reason.claims  # of which the best reason is cited for its weight
        expect(len(met) <= 1 or itself, "the best that is met is enough")
        if reason.kind == "reasons-contested" and len(own) > 1:
            facing = [possible.values[one][0] for one in against if one in possible.values]
            assert reason.own is not None
            expect(max(facing, default=-1.0) < reason.own, "one point meets all of them")
