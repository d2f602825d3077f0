"""Sensitivity: slopes are those of finite differences, and what would be without a leaf, or
with it assumed, is what a full computation says."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Attribute, Citation, Claim, Step
from argmap.model.map import StepKind
from argmap.semantics import feedback, net
from argmap.semantics import sensitivity as module
from argmap.semantics.models import Model
from argmap.semantics.sensitivity import Sensitivity, sensitivities, sensitivity
from argmap.semantics.strength import base_score, strengths
from argmap.semantics.theory import build_theory, leaf_rules
from tests.semantics.maps import seeded_map
from tests.semantics.test_whatif import BRIDGE, read

MODELS: tuple[Model, ...] = get_args(Model)
NUDGE = 1e-5


def leaves_of(map_: ArgumentMap) -> list[str]:
    theory = build_theory(map_)
    return [theory.claims[leaf] for leaf in leaf_rules(theory)]


def smooth_map(seed: int) -> ArgumentMap:
    """A map in which nothing weighs alike: at a corner the models have no slope to compare."""
    random, made = Random(seed), seeded_map(seed)
    claims = [
        claim
        if claim.is_fact
        else replace(claim, attributes=(Attribute("likelihood", random.uniform(0.55, 0.95)),))
        for claim in made.claims
    ]
    steps = [replace(step, strength=random.uniform(0.1, 0.9)) for step in made.steps]
    return replace(made, claims=tuple(claims), steps=tuple(steps))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(MODELS))
def test_slopes_are_those_of_finite_differences(seed: int, model: Model) -> None:
    map_ = smooth_map(seed)
    found = sensitivities(map_, map_.claim, model)
    for leaf in leaves_of(map_):
        if map_.claim[leaf].is_fact:
            continue  # it does not move
        base = base_score(map_.claim[leaf])
        above = strengths(map_, model, base={leaf: base + NUDGE})
        below = strengths(map_, model, base={leaf: base - NUDGE})
        if not (above.converged and below.converged):
            continue
        for claim, its in found.items():
            difference = (above.claims[claim] - below.claims[claim]) / (2 * NUDGE)
            slope = {one.leaf: one.slope for one in its.slopes}.get(leaf, 0.0)
            if its.settled:
                assert slope == pytest.approx(difference, abs=1e-5), (claim, leaf)


@pytest.mark.parametrize("many", [1, module.MANY], ids=["columns", "one by one"])
def test_without_and_assumed_are_those_of_a_full_computation(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However the claims of a circle are reckoned."""
    monkeypatch.setattr(module, "MANY", many)
    monkeypatch.setattr(module, "THICK", 0)
    hold_to_a_full_computation()


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(MODELS))
def hold_to_a_full_computation(seed: int, model: Model) -> None:
    map_ = seeded_map(seed)
    now = strengths(map_, model).claims
    leaves = leaves_of(map_)
    for claim, found in sensitivities(map_, map_.claim, model).items():
        assert found.strength == pytest.approx(now[claim], abs=1e-9)
        listed = [one.leaf for one in found.slopes]
        assert set(listed) <= set(leaves)
        besides = [leaf for leaf in listed if leaf != claim]
        assert besides[:3] == [one.leaf for one in found.steepest]
        steep = [abs(one.slope) for one in found.slopes]
        assert steep == sorted(steep, reverse=True)
        for one in found.steepest:
            without = strengths(map_, model, without=[one.leaf]).claims[claim]
            assumed = strengths(map_, model, assume=[one.leaf]).claims[claim]
            assert one.without == pytest.approx(without, abs=1e-9)
            assert one.assumed == pytest.approx(assumed, abs=1e-9)


def thicket(size: int) -> ArgumentMap:
    """A circle of claims with a source each, and four others that speak for or against it."""
    random, sourced = Random(1), (Citation(None, quote="so"),)
    ids = [f"c{place}" for place in range(size)]
    kinds: tuple[StepKind, ...] = ("support", "rebuttal")
    return ArgumentMap(
        claims=tuple(Claim(id_, "A claim.", citations=sourced) for id_ in ids),
        steps=tuple(
            Step(
                f"s{at}", random.choice(kinds), (random.choice(ids),), ids[at % size], strength=0.7
            )
            for at in range(4 * size)
        ),
    )


@pytest.mark.parametrize("model", MODELS)
def test_the_figures_of_a_large_circle(model: Model) -> None:
    """They are those of finite differences, and of a full computation."""
    map_ = thicket(module.MANY)
    found = sensitivities(map_, ["c0"], model)["c0"]
    assert found.settled
    assert len(found.steepest) == 3
    for one in found.steepest:
        above = strengths(map_, model, base={one.leaf: 0.5 + NUDGE}).claims["c0"]
        below = strengths(map_, model, base={one.leaf: 0.5 - NUDGE}).claims["c0"]
        assert one.slope == pytest.approx((above - below) / (2 * NUDGE), abs=1e-6)
        without = strengths(map_, model, without=[one.leaf]).claims["c0"]
        assumed = strengths(map_, model, assume=[one.leaf]).claims["c0"]
        assert (one.without, one.assumed) == pytest.approx((without, assumed), abs=1e-9)


def of(map_: ArgumentMap, claim: str) -> Sensitivity:
    found = sensitivity(map_, claim)
    assert found is not None
    return found


def test_the_steepest_leaf_comes_first_and_its_sign_is_its_side() -> None:
    found = of(BRIDGE, "safe")
    assert [one.leaf for one in found.slopes] == ["tested", "crack", "paint"]
    assert [one.swing > 0 for one in found.steepest] == [True, False, True]


def test_the_figures_of_one_reason() -> None:
    (one,) = of(read("[top] T.\n  +(conclusive) [why] W."), "top").steepest
    assert (one.leaf, one.slope, one.without, one.assumed) == pytest.approx(("why", 0.5, 0.5, 1.0))


def test_linked_premises_and_an_undercut_by_hand() -> None:
    """0.5 + 0.5 · 0.8 · a · b · (1 - 0.5 u), each of them 0.5."""
    map_ = read("[top] T.\n  +(0.8) [a] A.\n  & [b] B.\n    ! [u] U.")
    slopes = {one.leaf: one.slope for one in of(map_, "top").slopes}
    assert slopes == pytest.approx({"a": 0.15, "b": 0.15, "u": -0.05})


def test_only_the_strongest_undercut_has_a_slope_and_equal_ones_share_it() -> None:
    cuts = "[top] T.\n  +(conclusive) [a] A.\n    ! [u] U.\n    !({}) [v] V."
    one, both = of(read(cuts.format(0.4)), "top"), of(read(cuts.format(0.5)), "top")
    assert {s.leaf: s.slope for s in one.slopes} == pytest.approx({"a": 0.375, "u": -0.125, "v": 0})
    assert {s.leaf: s.slope for s in both.slopes} == pytest.approx(
        {"a": 0.375, "u": -0.0625, "v": -0.0625}
    )


def test_at_a_corner_the_slope_is_the_mean_of_both_sides() -> None:
    """Where as much is for as against, the slopes are 1 - base above and base below."""
    map_ = read("[top] T.  {likelihood: 0.8}\n  +(conclusive) [a] A.\n  -(conclusive) [b] B.")
    slopes = {one.leaf: one.slope for one in of(map_, "top").slopes}
    assert slopes == pytest.approx({"a": 0.5, "b": -0.5})


def test_a_fact_is_certain_already() -> None:
    (one,) = of(read("[top] T.\n  +(conclusive) [why] W.  {fact}"), "top").steepest
    assert (one.slope, one.without, one.assumed) == pytest.approx((0.5, 0.5, 1.0))


def test_a_withdrawn_claim_is_no_leaf_and_an_assumed_one_is_certain() -> None:
    map_ = read("[top] T.\n  + [a] A.\n  + [b] B.")
    found = sensitivities(map_, ["top"], without=["a"], assume=["b"])["top"]
    assert [one.leaf for one in found.steepest] == ["b"]
    assert found.steepest[0].assumed == found.strength == 0.75


def test_in_a_circle_the_slope_is_that_of_where_it_settles() -> None:
    """Two claims that support each other: x = y = 0.5 + 0.25 x, by symmetry, so 2/3, and
    x = b + (1 - b) y / 2 gives dx/db = (2/3) / (1 - 1/16), and 1/4 of it for the other."""
    map_ = read("[x] X.  @s\n  + [y] Y.  @s\n    + [x]\n@s S")
    found = of(map_, "x")
    assert found.strength == pytest.approx(2 / 3)
    assert {one.leaf: one.slope for one in found.slopes} == pytest.approx(
        {"x": (2 / 3) * 16 / 15, "y": (2 / 3) * 4 / 15}
    )


def test_a_circle_that_swings_has_slopes_too() -> None:
    """Undamped rounds would run away from the point between."""
    map_ = crowd("abc")
    moved = strengths(map_, base={"a0": 0.5 + NUDGE}).claims["a"]
    back = strengths(map_, base={"a0": 0.5 - NUDGE}).claims["a"]
    slope = {one.leaf: one.slope for one in of(map_, "a").slopes}["a0"]
    assert slope == pytest.approx((moved - back) / (2 * NUDGE), abs=1e-6)


def test_a_circle_poised_between_two_ends_has_no_slopes() -> None:
    """Two that keep each other down alike: the least change lets one of them win."""
    found = of(crowd("ab"), "a")
    assert (found.settled, found.slopes, found.steepest) == (False, (), ())
    won = strengths(crowd("ab"), base={"a0": 0.5 - NUDGE}).claims
    assert won["a"] > 4 * won["b"]


def crowd(ring: str) -> ArgumentMap:
    """A ring in which each is rebutted by the next together with each of thirty leaves."""
    claims = [Claim(side, "A claim.") for side in ring]
    steps: list[Step] = []
    for side, other in zip(ring, ring[1:] + ring[0], strict=True):
        for place in range(30):
            leaf = f"{side}{place}"
            claims.append(Claim(leaf, "A leaf."))
            steps.append(Step(f"s{leaf}", "rebuttal", (other, leaf), side, strength=1.0))
    return ArgumentMap(claims=tuple(claims), steps=tuple(steps))


def test_where_a_circle_does_not_settle_there_are_no_slopes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(net, "MOST_ROUNDS", 3)
    found = sensitivity(read("[x] X.\n  - [y] Y.\n    - [x]"), "x")
    assert found is not None
    assert (found.settled, found.slopes, found.steepest) == (False, (), ())


def test_slopes_that_do_not_settle_are_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback, "_LEAST_ROUNDS", 3)
    monkeypatch.setattr(feedback, "MOST_WORK", 0)
    found = sensitivity(read("[x] X.\n  - [y] Y.\n    - [x]"), "x")
    assert found is not None
    assert not found.settled


def test_an_unknown_id_has_no_sensitivity() -> None:
    assert sensitivity(BRIDGE, "nowhere") is None


def test_claims_that_rest_on_the_same_ones_are_left_out_in_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_REACHED", 3)
    assert sensitivities(BRIDGE, ["safe", "tested", "crack"]).keys() == {"safe"}
