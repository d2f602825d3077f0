"""Claims that cannot all hold: the short form of their rules means what the long one does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Claim, Contradiction
from argmap.semantics.evaluate import evaluate
from argmap.semantics.grounded import Grounded, ground
from argmap.semantics.joint import conjunctions, exclusions
from argmap.semantics.labels import read_labels
from argmap.semantics.theory import JOINT, Rule, Theory, build_theory
from argmap.semantics.whatif import compare
from tests.semantics.maps import maps, seeded_map, written

MANY = 3_000


def test_each_is_excluded_by_all_the_others() -> None:
    for count in range(3, 12):
        stands_for = {claim: {claim} for claim in range(count)}
        excluded = {}
        for premises, head in exclusions(range(count), 100, count):
            behind = set().union(*(stands_for[premise] for premise in premises))
            if head >= 100:
                excluded[head - 100] = behind
            else:
                stands_for[head] = behind
        assert excluded == {one: set(range(count)) - {one} for one in range(count)}
        assert len(stands_for) == count + conjunctions(count)


def written_out(theory: Theory) -> Theory:
    """The same with a rule for each claim that all the others are premises of."""
    n = len(theory.claims)
    claims = [id_ for id_ in theory.claims if id_]
    more = n - len(claims)

    def moved(literal: int) -> int:
        return literal - (min(literal // n, 2) * more)

    rules = [rule._replace(head=moved(rule.head)) for rule in theory.rules if rule.ground != JOINT]
    for members in theory.joints:
        for own in members:
            others = tuple(one for one in members if one != own)
            rules.append(Rule(others, len(claims) + own, 1.0, JOINT))
    of: list[list[int]] = [[] for _ in range(2 * len(claims) + len(theory.steps))]
    for index, rule in enumerate(rules):
        of[rule.head].append(index)
    return replace(
        theory,
        claims=tuple(claims),
        rules=tuple(rules),
        rules_of=tuple(map(tuple, of)),
        in_groups=theory.in_groups[: len(claims)],
        joints=(),
        joint_of={},
    )


def strengths(theory: Theory, grounded: Grounded) -> list[object]:
    """How the literals of a map fare, certainly and possibly, and its labels."""
    n = len(theory.claims)
    shown = [at for at in range(theory.literals) if at >= 2 * n or theory.claims[at % n]]
    both = (grounded.certain, grounded.possible)
    labels = read_labels(theory, grounded)
    return [
        *([(its.strength[at], its.hands_on[at]) for at in shown] for its in both),
        [label for id_, label in zip(theory.claims, labels.claims, strict=True) if id_],
        labels.steps,
    ]


def agrees(made: ArgumentMap) -> None:
    """Both forms give the same strengths and labels."""
    theory = build_theory(made)
    plain = written_out(theory)
    found = strengths(theory, ground(theory))
    assert found == strengths(plain, ground(plain)), written(made)


@settings(max_examples=200)
@given(maps, st.sets(st.integers(0, 5), min_size=3))
def test_any_map_agrees_with_the_rules_written_out(made: ArgumentMap, places: set[int]) -> None:
    ids = tuple(made.claims[at].id for at in places if at < len(made.claims))
    if len(ids) > 2:
        made = replace(made, contradictions=(*made.contradictions, Contradiction(ids)))
    agrees(made)


def test_larger_maps_agree_with_the_rules_written_out() -> None:
    for seed in range(300):
        made = seeded_map(seed, claims=14, steps=20)
        ids = [claim.id for claim in made.claims]
        joints = tuple(Contradiction(tuple(ids[at:])) for at in range(0, len(ids) - 3, 4))
        agrees(replace(made, contradictions=(*made.contradictions, *joints)))


def many() -> ArgumentMap:
    """Thousands of bare claims that cannot all hold."""
    claims = tuple(Claim(f"c{at}", f"Claim {at}.") for at in range(MANY))
    return ArgumentMap(claims=claims, contradictions=(Contradiction(tuple(c.id for c in claims)),))


def test_thousands_take_no_more_than_their_share() -> None:
    theory = build_theory(many())
    assert sum(len(rule.premises) for rule in theory.rules) < 7 * MANY
    found = evaluate(many())
    assert len(found.claims) == MANY
    reasons = [result.because for result in found.claims.values()]
    assert {reason.kind for reason in reasons} == {"threatened"}
    assert reasons[-1].text == (
        "contested: it cannot hold together with [c0], [c1], [c2], [c3], [c4], [c5], [c6], [c7], "
        "[c8], [c9] and 2,989 others (moderate), of which [c0] is itself contested."
    )
    assert max(len(reason.claims) for reason in reasons) == 10
    assert found.extensions == ((),)


def test_what_changes_among_thousands_names_no_claim_of_our_own() -> None:
    changes = compare(many(), ["c5"])
    assert [change.id for change in changes.claims if change.after == "out"] == ["c5"]
    others = [change for change in changes.claims if change.after == "in"]
    assert len(others) == MANY - 1
    assert {change.cause and change.cause.id for change in others} == {"c5"}
    assert not changes.shifted
    assert all(change.id for change in changes.claims)


def test_the_twelve_others_of_thirteen_are_all_named() -> None:
    claims = many().claims[:13]
    made = ArgumentMap(claims=claims, contradictions=(Contradiction(tuple(c.id for c in claims)),))
    because = evaluate(made).claims["c12"].because
    assert because.claims == tuple(f"c{at}" for at in range(12))
    assert "[c10] and [c11] (moderate)" in because.text
