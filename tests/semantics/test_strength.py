"""Strengths: the three models against slow readings of their papers, and their laws."""

from __future__ import annotations

from math import exp, prod
from random import Random

import pytest

from argmap.model import ArgumentMap, Attribute, Claim, Step
from argmap.model.map import StepKind
from argmap.semantics.strength import DEFAULT_MODEL, Model, strengths
from argmap.workspace import load_text

MODELS: tuple[Model, ...] = ("df-quad", "quadratic-energy", "euler")


def of(text: str, model: Model = DEFAULT_MODEL) -> dict[str, float]:
    loaded = load_text(text, "x.arg")
    assert loaded.diagnostics == ()
    found = strengths(loaded.map, model)
    assert found.converged
    return dict(found.claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a] A.", 0.5),
        ("[a] A.  {fact}", 1.0),
        ("[a] A.  {fact}\n  -(1) [b] B.  {fact}", 1.0),
        ("[a] A.  {likelihood: 0.2}", 0.2),
        ("[a] A.  {likely}", 0.675),
        ("[a] A.\n  + [b] B.", 0.625),
        ("[a] A.\n  +(1) [b] B.\n  +(1) [c] C.", 0.875),
        ("[a] A.\n  -(1) [b] B.", 0.25),
        ("[a] A.\n  +(1) [b] B.\n  -(1) [c] C.", 0.5),
        ("[a] A.\n  +(1) [b] B.\n  & [c] C.", 0.625),
        ("[a] A.\n  +(1) [b] B.\n    !(1) [c] C.  {fact}", 0.5),
        ("[a] A.\n  +(1) [b] B.\n    !(1) [c] C.\n      !(1) [d] D.", 0.6875),
        ("[a] A.\n  >< [b] B.  {fact}", 0.5),
    ],
)
def test_df_quad_by_hand(text: str, expected: float) -> None:
    assert of(text)["a"] == pytest.approx(expected, abs=1e-12)


def test_the_other_models_by_hand() -> None:
    text = "[a] A.\n  +(1) [b] B.  {likelihood: 1}"
    assert of(text, "quadratic-energy")["a"] == pytest.approx(0.75)
    assert of(text, "euler")["a"] == pytest.approx(1 - 0.75 / (1 + 0.5 * exp(1)))


def frameworks(seed: int) -> ArgumentMap:
    """A random acyclic framework whose steps are all of strength 1."""
    random = Random(seed)
    count = random.randint(1, 12)
    claims = tuple(
        Claim(f"a{n}", f"A {n}", attributes=(Attribute("likelihood", round(random.random(), 3)),))
        for n in range(count)
    )
    steps: dict[str, Step] = {}
    for _ in range(random.randint(0, 20)):
        low, high = sorted(random.choices(range(count), k=2))
        if low < high:
            supports = random.random() < 0.5
            id_ = f"a{high} {'+' if supports else '-'} a{low}"
            kind: StepKind = "support" if supports else "rebuttal"
            steps[id_] = Step(id_, kind, (f"a{high}",), f"a{low}", strength=1.0)
    return ArgumentMap(claims=claims, steps=tuple(steps.values()))


def slow(map_: ArgumentMap, model: Model, claim: str) -> float:
    """The strength of a claim, straight from the papers, by recursion."""
    base = map_.claim[claim].attributes[0].value
    assert isinstance(base, float)
    pro, con = (
        [slow(map_, model, s.premises[0]) for s in map_.steps if (s.target, s.kind) == (claim, k)]
        for k in ("support", "rebuttal")
    )
    if model == "df-quad":
        for_it, against = 1 - prod(1 - v for v in pro), 1 - prod(1 - v for v in con)
        if for_it >= against:
            return base + (1 - base) * (for_it - against)
        return base - base * (against - for_it)
    energy = sum(pro) - sum(con)
    if model == "euler":
        return 1 - (1 - base**2) / (1 + base * exp(energy))

    def h(x: float) -> float:
        return max(x, 0) ** 2 / (1 + max(x, 0) ** 2)

    return base - base * h(-energy) + (1 - base) * h(energy)


@pytest.mark.parametrize("model", MODELS)
def test_acyclic_frameworks_agree_with_the_papers(model: Model) -> None:
    for seed in range(150):
        made = frameworks(seed)
        found = strengths(made, model).claims
        for claim in found:
            assert found[claim] == pytest.approx(slow(made, model, claim), abs=1e-9)


@pytest.mark.parametrize("model", MODELS)
def test_strengths_stay_within_bounds_and_grow_with_support(model: Model) -> None:
    for seed in range(100):
        made = frameworks(seed)
        before = strengths(made, model).claims
        assert all(0 <= value <= 1 for value in before.values())
        more = Step("new + a0", "support", ("new",), "a0", strength=0.7)
        longer = ArgumentMap(claims=(*made.claims, Claim("new", "New")), steps=(*made.steps, more))
        assert strengths(longer, model).claims["a0"] >= before["a0"]


@pytest.mark.parametrize("model", MODELS)
def test_a_circle_of_attacks_settles_in_the_middle(model: Model) -> None:
    found = of("[a] A.\n  -(1) [b] B.\n    -(1) [a]\n", model)
    assert found["a"] == pytest.approx(found["b"], abs=1e-9)


def test_ten_thousand_levels_need_no_recursion() -> None:
    text = "a\n" + "".join(f"{' ' * n}+ level {n}\n" for n in range(1, 10_000))
    assert len(of(text)) == 10_000


def test_what_is_withdrawn_starts_from_nothing() -> None:
    made = load_text("[a] A.\n  +(1) [b] B.\n", "x.arg").map
    assert strengths(made, without=["b"]).claims == {"a": 0.5, "b": 0.0}
    assert strengths(made, assume=["b"]).claims == {"a": 1.0, "b": 1.0}
