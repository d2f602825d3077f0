"""Sensitivity: the figures of a full computation with the leaf's base score changed."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.semantics.sensitivity import sensitivity
from argmap.semantics.strength import Model, strengths
from argmap.semantics.theory import build_theory, leaf_rules
from tests.semantics.maps import seeded_map
from tests.semantics.test_whatif import BRIDGE, read

MODELS: tuple[Model, ...] = get_args(Model)


def disagreement(map_: ArgumentMap, model: Model) -> str | None:
    """How the influences on some claim differ from full computations, if they do."""
    theory = build_theory(map_)
    now = strengths(map_, model).claims
    expected: dict[str, dict[str, tuple[float, float]]] = {id_: {} for id_ in map_.claim}
    for leaf in leaf_rules(theory):
        id_ = theory.claims[leaf]
        lost = strengths(map_, model, base={id_: 0.0}).claims
        certain = now if map_.claim[id_].is_fact else strengths(map_, model, base={id_: 1.0}).claims
        for claim in map_.claim:
            expected[claim][id_] = lost[claim], certain[claim]
    for claim, by_leaf in expected.items():
        found = sensitivity(map_, claim, model)
        listed = {one.leaf: (one.lost, one.certain) for one in found}
        if any(one.now != now[claim] for one in found):
            return f"{claim}: {found} now {now[claim]}"
        for leaf_id, figures in by_leaf.items():
            if listed.get(leaf_id, (now[claim], now[claim])) != pytest.approx(figures, abs=1e-9):
                return f"{claim} without {leaf_id}: {listed.get(leaf_id)} for {figures}"
        swings = [abs(one.swing) for one in found]
        if swings != sorted(swings, reverse=True):
            return f"{claim}: not in order"
    return None


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(MODELS))
def test_influences_are_those_of_a_full_computation(seed: int, model: Model) -> None:
    assert disagreement(seeded_map(seed), model) is None


def test_the_leaf_that_moves_most_comes_first_and_its_sign_is_its_side() -> None:
    found = sensitivity(BRIDGE, "safe")
    assert [one.leaf for one in found] == ["tested", "crack", "paint"]
    assert [one.swing > 0 for one in found] == [True, False, True]


def test_the_figures_of_one_reason() -> None:
    (one,) = sensitivity(read("[top] T.\n  +(conclusive) [why] W."), "top")
    assert one.leaf == "why"
    assert (one.now, one.lost, one.certain) == pytest.approx((0.75, 0.5, 1.0))


def test_a_fact_is_certain_already() -> None:
    (one,) = sensitivity(read("[top] T.\n  +(conclusive) [why] W.  {fact}"), "top")
    assert (one.now, one.lost, one.certain) == pytest.approx((1.0, 0.5, 1.0))


def test_an_unknown_id_has_no_influences() -> None:
    assert sensitivity(BRIDGE, "nowhere") == ()
