"""All reasons of a map together are a proof: from what is given up, none takes for granted what it
explains."""

from __future__ import annotations

import pytest

from argmap.model import ArgumentMap
from argmap.semantics.evaluate import evaluate
from argmap.semantics.evaluation import Evaluation
from argmap.workspace import load_text
from tests.semantics.maps import altered, circle_map, seeded_map, written
from tests.semantics.oracle_definition import has_circle
from tests.semantics.oracle_trees import read

Fact = tuple[str, str]
"""("in", claim), ("out", claim), ("gone", claim): nothing is left of what puts it forward;
("applies", step), ("lost", step)."""


class Proof:
    """What follows from the reasons of an evaluation, each taken only when all that it cites has
    been explained."""

    def __init__(self, map_: ArgumentMap, evaluation: Evaluation) -> None:
        reading = read(map_, evaluation.without, evaluation.assume)
        self.rules = {rule.name: rule for rule in reading.rules}
        self.contraries = reading.contraries
        self.claims, self.bearing = evaluation.claims, evaluation.bearing
        self.known: set[Fact] = set()
        self.open: list[Fact] = []
        for id_, result in evaluation.claims.items():
            if result.label == "in":
                self.open.append(("in", id_))
            elif result.label != "undecided":
                self.open += [("gone", id_), ("out", id_)]
        for id_, label in evaluation.steps.items():
            if label != "undecided":
                self.open.append(("applies" if label == "in" else "lost", id_))
        explained: list[Fact] | None = None
        while explained != []:
            explained = [fact for fact in self.open if getattr(self, f"is_{fact[0]}")(fact[1])]
            self.known.update(explained)
            self.open = [fact for fact in self.open if fact not in self.known]

    def all_known(self, what: str, ids: list[str]) -> bool:
        return all((what, id_) in self.known for id_ in ids)

    def cited(self, claim: str, head: str) -> list[str]:
        """The steps for a claim ("claim") or against it ("not") that its reason cites."""
        steps = self.claims[claim].because.steps
        return [step for step in steps if self.rules[step].head == (head, claim)]

    def rivals(self, claim: str, ids: tuple[str, ...]) -> list[str]:
        return [id_ for id_ in ids if ("claim", id_) in self.contraries["claim", claim]]

    def is_in(self, claim: str) -> bool:
        """What it rests on applies; what is against it is outweighed, or lost."""
        reason = self.claims[claim].because
        if reason.kind in ("fact", "assumed"):
            return True
        if not self.all_known("applies", self.cited(claim, "claim")):
            return False
        lost = self.all_known("lost", self.cited(claim, "not"))
        return reason.against is not None or (lost and self.all_known("gone", [*reason.claims]))

    def is_applies(self, step: str) -> bool:
        """Its premises stand, and what would undercut it is lost."""
        cuts = [one for one in self.bearing[step].steps if self.rules[one].head == ("cut", step)]
        return self.all_known("in", [*self.rules[step].premises]) and self.all_known("lost", cuts)

    def is_lost(self, step: str) -> bool:
        """What it lacks, or what speaks against it, is explained."""
        reason, head = self.bearing[step], self.rules[step].head
        if reason.kind == "premise-lost":
            return self.all_known("gone", [*reason.claims])
        if reason.kind == "undercut":
            return self.all_known("applies", [*reason.steps[:1]])
        if reason.kind == "outweighed":
            if head[0] == "not":
                return ("in", head[1]) in self.known
            against = [one for one in reason.steps if self.rules[one].head == ("not", head[1])]
            if against:
                return self.all_known("applies", against)
            return self.all_known("in", [*reason.claims])
        return reason.kind == "rests-on-itself"

    def is_out(self, claim: str) -> bool:
        """What it falls to stands."""
        reason = self.claims[claim].because
        if reason.kind == "jointly-excluded":
            return self.all_known("in", [*reason.claims])
        standing = [
            *(("applies", step) for step in self.cited(claim, "not")),
            *(("in", rival) for rival in self.rivals(claim, reason.claims)),
        ]
        return self.claims[claim].label == "unsupported" or any(o in self.known for o in standing)

    def is_gone(self, claim: str) -> bool:
        """What it rested on is lost, or outweighed by what it falls to."""
        result, own = self.claims[claim], self.cited(claim, "claim")
        against = result.because.against
        if result.because.own is None and self.all_known("lost", own):
            return True
        if result.label == "unsupported" or not self.is_out(claim) or against is None:
            return False
        weights = [(step, self.rules[step].strength) for step in own]
        return result.because.own is not None or all(
            ("lost", step) in self.known or (weight is not None and weight <= against)
            for step, weight in weights
        )


def test_a_premise_that_was_lost_before_is_told_rather_than_the_claim_itself() -> None:
    """The undercut of [against] was lost when [late] was, before [claim] fell to [against]."""
    made = load_text(
        "[claim] C.\n  - [against] A.\n    ! [claim]\n    & [late] L.\n"
        "[late]\n  >< [early] E.\n    + [reason] R.\n",
        "x.arg",
    ).map
    evaluation = evaluate(made)
    assert evaluation.bearing["against - claim"].text == (
        "applies: [against] stands, and the undercut by [claim] and [late] together fails, "
        "since [late] falls."
    )
    assert not Proof(made, evaluation).open


@pytest.mark.parametrize("start", range(0, 1_500, 500))
def test_everything_is_explained_from_the_ground_up(start: int) -> None:
    """Left out are circles of supports, in which each claim cites its strongest reason, though each
    may have another that does not lead back to it."""
    for seed in range(start, start + 500):
        for made in (seeded_map(seed), circle_map(seed)):
            if not has_circle(made):
                without, assume = altered(made, seed)
                proof = Proof(made, evaluate(made, without=without, assume=assume))
                assert not proof.open, f"seed {seed}: {proof.open}\n{written(made)}"
