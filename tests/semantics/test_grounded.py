"""The evaluation agrees with two oracles: arguments built one by one, and the plain definition."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import assume, given, settings

from argmap.model import ArgumentMap
from argmap.semantics import detours
from argmap.semantics.grounded import ground
from argmap.semantics.labels import read_labels
from argmap.semantics.theory import build_theory
from argmap.workspace import load_text
from tests.semantics import oracle_definition, oracle_trees
from tests.semantics.maps import altered, circle_map, maps, seeded_map, written
from tests.semantics.oracle_trees import Answer, Literal

JOINED = {
    "a claim that supports itself, within a circle": """
@s S  {grade: C3}
[a] A.  @s
  +(strong) [a]
  + [a]
  & [b] B.
[b]
  +(conclusive) [a]
  -(conclusive) [a]
""",
    "a circle of two, within a circle": """
@s S  {grade: C3}
[a] A.  @s
  +(strong) [twin] Twin.
    +(conclusive) [a]
  + [a]
  & [b] B.
[b]
  +(conclusive) [a]
  -(conclusive) [a]
""",
}
"""Two circles that share a claim: `a` is strong only by way of itself, and `b` rests on it
conclusively. The definition takes out one conclusion at a time. Without `b`, `a` still lifts
itself in its own circle, so `b` is handed 0.75, more than the 0.5 that speak against it. No tree
can repeat `a` on a path, so in the trees `b` is handed 0.5 and stays contested. To follow the trees
here means to find paths that do not meet, for which no fast way is known (Fortune, Hopcroft and
Wyllie, "The directed subgraph homeomorphism problem", 1980)."""


def answer(
    map_: ArgumentMap, without: Collection[str] = (), assume: Collection[str] = ()
) -> Answer:
    """What the evaluation says, in the terms of the oracles."""
    theory = build_theory(map_, without, assume)
    grounded = ground(theory)
    labels = read_labels(theory, grounded)
    literals: list[Literal] = [
        *(("claim", id_) for id_ in theory.claims),
        *(("not", id_) for id_ in theory.claims),
        *(("cut", id_) for id_ in theory.steps),
    ]
    certain, possible = (
        {
            name: value
            for name, value in zip(literals, its.strength, strict=True)
            if value >= 0 and name[1]  # what stands for several claims has no name
        }
        for its in (grounded.certain, grounded.possible)
    )
    return Answer(
        {id_: label for id_, label in zip(theory.claims, labels.claims, strict=True) if id_},
        dict(zip(theory.steps, labels.steps, strict=True)),
        certain,
        possible,
    )


def agrees(made: ArgumentMap, without: Collection[str] = (), assume: Collection[str] = ()) -> bool:
    """The labels and all strengths are those of the definition, and of the trees where supports
    make no circle; whether the trees were asked."""
    found = answer(made, without, assume)
    shown = f"{written(made)}\nwithout {without}, assuming {assume}"
    assert found == oracle_definition.answer(made, without, assume), shown
    if oracle_definition.has_circle(made):
        return False
    try:
        argued = oracle_trees.answer(made, without, assume)
    except oracle_trees.TooMany:
        return False
    assert found == argued, shown
    return True


@pytest.mark.parametrize("part", range(4))
def test_thousands_of_maps_agree(part: int) -> None:
    """As they are, and with claims withdrawn or assumed; nearly three of four with the trees."""
    argued = 0
    for seed in range(part * 1_000, (part + 1) * 1_000):
        made = seeded_map(seed)
        argued += agrees(made, *altered(made, seed))
    assert argued > 700


def test_larger_maps_agree_with_the_definition() -> None:
    for seed in range(600):
        made = seeded_map(seed, claims=14, steps=30)
        assert answer(made) == oracle_definition.answer(made), written(made)


@pytest.mark.parametrize("at_once", [2, 8192])
def test_large_circles_agree_with_the_definition(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    """Also where few conclusions are taken out together."""
    monkeypatch.setattr(detours, "_AT_ONCE", at_once)
    for seed in range(300):
        made = circle_map(seed, 5 + seed % 20)
        given = altered(made, seed)
        assert answer(made, *given) == oracle_definition.answer(made, *given), written(made)


@settings(max_examples=300)
@given(maps)
def test_any_map_agrees(made: ArgumentMap) -> None:
    agrees(made)


@pytest.mark.fuzz
def test_many_more_maps_agree() -> None:
    for seed in range(4_000, 100_000):
        made = seeded_map(seed)
        agrees(made, *altered(made, seed))


@pytest.mark.fuzz
def test_many_more_larger_maps_agree_with_the_definition() -> None:
    for seed in range(600, 20_000):
        made = seeded_map(seed, claims=14, steps=30)
        assert answer(made) == oracle_definition.answer(made), written(made)


@pytest.mark.fuzz
def test_many_more_large_circles_agree_with_the_definition() -> None:
    for seed in range(300, 20_000):
        made = circle_map(seed, 5 + seed % 30)
        assert answer(made) == oracle_definition.answer(made), written(made)


@given(maps)
def test_without_conclusive_steps_the_trees_are_matched_on_circles_too(made: ArgumentMap) -> None:
    assume(all(step.strength != 1 for step in made.steps))
    assume(all(len(one.claims) == 2 for one in made.contradictions))
    try:
        argued = oracle_trees.answer(made)
    except oracle_trees.TooMany:
        return
    assert answer(made) == argued, written(made)


@pytest.mark.parametrize("name", JOINED)
def test_on_joined_circles_the_definition_decides(name: str) -> None:
    loaded = load_text(JOINED[name], "x.arg")
    assert loaded.diagnostics == ()
    assert oracle_trees.answer(loaded.map).claims["b"] == "undecided"
    assert oracle_definition.answer(loaded.map).claims["b"] == "in"
    assert answer(loaded.map) == oracle_definition.answer(loaded.map)


def test_what_a_circle_lifts_is_not_handed_on_within_a_larger_knot() -> None:
    """`a` is strong only by way of itself; the conclusive step against it hands on no more than
    0.5, though both hang together by the rebuttal. (It once handed on the 0.75 of the circle.)"""
    made = load_text("[a] A.\n  > so\n  +(strong) [a]\n  -(conclusive) [a]\n", "x.arg").map
    found = answer(made)
    assert found.possible["not", "a"] == 0.5
    assert found == oracle_trees.answer(made)


def test_a_detour_by_a_conclusive_step_is_found() -> None:
    """`h` is stronger by `q`, for `p` follows from `e` as well, though not as strongly."""
    made = load_text(
        """
@good Good.  {grade: A1}
[h] H.  @good
  +(0.9) [q] Q.
    + [p] P.
      +(conclusive) [h]
      +(conclusive) [e] E.  {basis: reported}
        + [p]
      -(weak) Against it.
  +(weak) [y] Y.
    +(0.2) [p]
""",
        "x.arg",
    )
    assert made.diagnostics == ()
    found = answer(made.map)
    assert found.certain["claim", "h"] == 0.9
    assert found == oracle_definition.answer(made.map)
