"""Columns: a circle reckoned all at once settles where it does when its claims are reckoned one by
one."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import add, mul
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.semantics.columns import Columns, Fold
from argmap.semantics.components import strongly_connected
from argmap.semantics.models import MODELS, Model
from argmap.semantics.net import Net, settle
from argmap.semantics.strength import starts
from tests.semantics.maps import seeded_map, written
from tests.semantics.test_whatif import read

FOLDS: list[tuple[Callable[[float, float], float], float]] = [(mul, 1.0), (add, 0.0), (max, 0.0)]


@given(
    st.lists(st.lists(st.integers(0, 9), max_size=6), max_size=8), st.sampled_from(FOLDS), st.data()
)
def test_a_fold_is_that_of_each_group_by_itself(
    groups: list[list[int]], how: tuple[Callable[[float, float], float], float], data: st.DataObject
) -> None:
    combine, start = how
    some = st.floats(0, 1)
    values = data.draw(st.lists(some, min_size=10, max_size=10))
    starts = data.draw(st.lists(some, min_size=len(groups), max_size=len(groups)))
    fold = Fold(groups)
    by_group = [[values[place] for place in group] for group in groups]
    assert list(fold(combine, start, values)) == [reduce(combine, its, start) for its in by_group]
    assert list(fold(combine, starts, values)) == [
        reduce(combine, its, own) for own, its in zip(starts, by_group, strict=True)
    ]


def both_ways(map_: ArgumentMap, model: Model) -> int:
    """Settle every part of a map in columns and one by one; how many circles were compared."""
    net = Net(map_)
    scores, facts = starts(map_, (), (), {})
    settled = list(scores)
    compared = 0
    for part in strongly_connected(net.depends):
        once = list(settled)
        in_columns = Columns(net, part, MODELS[model]).settle(facts, scores, once)
        converged = settle(net, [part], facts, scores, settled, MODELS[model])
        if in_columns:
            assert converged, written(map_)
            assert once == pytest.approx(settled, abs=1e-9), written(map_)
            compared += len(part) > 1
        else:
            assert [once[claim] for claim in part] == [scores[claim] for claim in part]
    return compared


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(get_args(Model)))
def test_a_circle_settles_where_it_does_one_by_one(seed: int, model: Model) -> None:
    both_ways(seeded_map(seed, 8, 20), model)


@pytest.mark.parametrize("model", get_args(Model))
def test_enough_circles_are_compared(model: Model) -> None:
    assert sum(both_ways(seeded_map(seed, 8, 20), model) for seed in range(60)) > 30


def test_what_would_have_to_be_damped_stays_as_it_is() -> None:
    """A claim that is sure at first and speaks fully against itself is now 1, now 0."""
    net = Net(read("[a] A.  {likelihood: 1}\n  -(1) [a]"))
    settled = [1.0]
    assert not Columns(net, [0], MODELS["df-quad"]).settle((), [1.0], settled)
    assert settled == [1.0]


def test_undercuts_of_undercuts_by_hand() -> None:
    """0.5 + 0.5 · 0.5 · (1 - 0.5 · (1 - 0.5)), whether or not the claims are in a circle."""
    map_ = read("[a] A.\n  +(1) [b] B.\n    !(1) [c] C.\n      !(1) [d] D.")
    settled = [0.5] * 4
    assert Columns(Net(map_), range(4), MODELS["df-quad"]).settle((), [0.5] * 4, settled)
    assert settled == [0.6875, 0.5, 0.5, 0.5]
