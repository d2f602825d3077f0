"""The evaluation agrees with two oracles: arguments built one by one, and the plain definition."""

from __future__ import annotations

import pytest

from argmap.model import ArgumentMap
from argmap.semantics.grounded import ground
from argmap.semantics.labels import read_labels
from argmap.semantics.theory import build_theory
from tests.semantics import oracle_definition, oracle_trees
from tests.semantics.maps import seeded_map

DIFFER = (28_728, 41_118, 44_735, 48_560)
"""Maps with strengths that are handed on round a circle of supports. There the definition, which
looks at one conclusion at a time, and the trees, which repeat none on a path, part company."""


def answer(map_: ArgumentMap) -> tuple[dict[str, str], dict[str, str]]:
    theory = build_theory(map_)
    labels = read_labels(theory, ground(theory))
    return (
        dict(zip(theory.claims, labels.claims, strict=True)),
        dict(zip(theory.steps, labels.steps, strict=True)),
    )


def agree(seeds: range) -> None:
    for seed in seeds:
        made = seeded_map(seed)
        found = answer(made)
        defined = oracle_definition.answer(made)
        assert found == (defined.claims, defined.steps), seed
        if oracle_definition.has_circle(made):
            continue
        try:
            argued = oracle_trees.answer(made)
        except oracle_trees.TooMany:
            continue
        assert found == (argued.claims, argued.steps), seed


@pytest.mark.parametrize("part", range(4))
def test_thousands_of_maps_agree(part: int) -> None:
    agree(range(part * 1_000, (part + 1) * 1_000))


@pytest.mark.fuzz
def test_many_more_maps_agree() -> None:
    agree(range(4_000, 100_000))


@pytest.mark.parametrize("seed", DIFFER)
def test_on_circles_the_definition_decides(seed: int) -> None:
    made = seeded_map(seed)
    assert oracle_definition.has_circle(made)
    defined, argued = oracle_definition.answer(made), oracle_trees.answer(made)
    assert (argued.claims, argued.steps) != (defined.claims, defined.steps)
    assert answer(made) == (defined.claims, defined.steps)
