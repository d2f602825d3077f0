"""Strengths: the three models against slow readings of their papers, and their laws."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import exp, prod
from random import Random

import pytest

from argmap.model import ArgumentMap, Attribute, Claim, Step
from argmap.model.map import StepKind
from argmap.semantics import net
from argmap.semantics.models import DEFAULT_MODEL, Model
from argmap.semantics.models import MODELS as FUNCTIONS
from argmap.semantics.strength import base_score, strengths
from argmap.workspace import load_text
from tests.semantics.maps import seeded_map, written

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
    return combined(model, base, pro, con)


def combined(model: Model, base: float, pro: list[float], con: list[float]) -> float:
    """What a model makes of a base score and what speaks for and against."""
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


class Circular(Exception):
    """A claim whose strength hangs on itself."""


def passes_on(map_: ArgumentMap, model: Model, step: Step, path: tuple[str, ...]) -> float:
    """What a step passes on: its premises' scores times its strength times one minus its strongest
    undercut."""
    its = 0.5 if step.strength is None else step.strength
    cuts = [s for s in map_.steps if s.kind == "undercut" and s.target == step.id]
    cut = max((passes_on(map_, model, one, path) for one in cuts), default=0.0)
    return its * prod(by_the_contract(map_, model, p, path) for p in step.premises) * (1 - cut)


def by_the_contract(
    map_: ArgumentMap, model: Model, claim: str, path: tuple[str, ...] = ()
) -> float:
    """The strength of a claim in any map without a circle, by recursion."""
    if claim in path:
        raise Circular
    values = {attribute.key: attribute.value for attribute in map_.claim[claim].attributes}
    middles = {
        "almost-no-chance": 0.03,
        "very-unlikely": 0.125,
        "unlikely": 0.325,
        "roughly-even": 0.5,
        "likely": 0.675,
        "very-likely": 0.875,
        "almost-certain": 0.97,
    }
    likelihood = values.get("likelihood", 0.5)
    base = likelihood if isinstance(likelihood, float) else middles[str(likelihood)]
    pro, con = (
        [
            passes_on(map_, model, step, (*path, claim))
            for step in map_.steps
            if (step.target, step.kind) == (claim, kind)
        ]
        for kind in ("support", "rebuttal")
    )
    return 1.0 if "fact" in values else combined(model, base, pro, con)


@pytest.mark.parametrize("model", MODELS)
def test_maps_without_circles_agree_with_the_contract(model: Model) -> None:
    compared = 0
    for seed in range(1_200):
        made = seeded_map(seed)
        found = strengths(made, model)
        for claim, value in found.claims.items():
            try:
                expected = by_the_contract(made, model, claim)
            except Circular:
                continue
            compared += bool(made.steps)
            assert value == pytest.approx(expected, abs=1e-9), written(made)
    assert compared > 1_000


@pytest.mark.parametrize("model", MODELS)
def test_strengths_in_circles_have_settled(model: Model) -> None:
    """Each strength is what one more round would make of the others, wherever this is said."""
    for seed in range(400):
        made = seeded_map(seed)
        found = strengths(made, model)
        assert all(0 <= value <= 1 for value in found.claims.values())
        if found.converged:
            for claim, value in found.claims.items():
                held = {other: v for other, v in found.claims.items() if other != claim}
                alone = ArgumentMap(
                    claims=made.claims,
                    steps=tuple(s for s in made.steps if bears_on(made, s) == claim),
                )
                if any(claim in step.premises for step in alone.steps):
                    continue
                again = strengths(alone, model, base=held).claims[claim]
                assert again == pytest.approx(value, abs=1e-9), written(made)


def bears_on(map_: ArgumentMap, step: Step) -> str:
    """The claim that a step bears on in the end."""
    while step.kind == "undercut":
        step = map_.step[step.target]
    return step.target


def test_a_circle_that_swings_is_damped() -> None:
    """A claim that is sure at first and speaks fully against itself is now 1, now 0."""
    made = load_text("[a] A.  {likelihood: 1}\n  -(1) [a]\n", "x.arg").map
    found = strengths(made)
    assert found.converged
    assert found.claims["a"] == pytest.approx(0.5)


@pytest.mark.parametrize("model", MODELS)
def test_a_circle_that_swings_widely_is_damped_until_it_settles(model: Model) -> None:
    text = "[a] A.\n" + "".join(
        f"  -(1) [b{n}] B {n}.  {{likelihood: 0}}\n    +(1) [a]\n" for n in range(300)
    )
    assert 0 < of(text, model)["a"] <= 0.5


@pytest.mark.parametrize("model", MODELS)
def test_the_short_way_ends_where_the_long_one_does(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where rounds close in, reckoning from what is newest changes the time alone."""
    made = [seeded_map(seed, 6, 14) for seed in range(300)]
    short = [strengths(map_, model) for map_ in made]
    monkeypatch.setattr(net, "_CLOSING", net.MOST_ROUNDS)
    for map_, found in zip(made, short, strict=True):
        long = strengths(map_, model)
        assert found.converged == long.converged, written(map_)
        if found.converged:
            assert found.claims == pytest.approx(long.claims, abs=1e-9), written(map_)


def ring(seed: int) -> ArgumentMap:
    """Claims of any likelihood, some of them facts, in one ring of steps of either kind; perhaps
    with steps across, and from outside."""
    random = Random(seed)
    size = random.randint(1, 7)
    certain: tuple[Attribute, ...] = (Attribute("likelihood", 1.0), Attribute("fact", True))
    given = [
        random.choice(certain)
        if random.random() < 0.1
        else Attribute("likelihood", random.random())
        for _ in range(size + 2)
    ]
    links = [(at, (at + 1) % size) for at in range(size)]
    for _ in range(random.choice((0, 0, 2, 6))):
        links.append((random.randrange(size + 2), random.randrange(size)))
    strengths_: tuple[float | None, ...] = (None, None, 0.25, 0.9, 1.0)
    kinds: tuple[StepKind, ...] = ("support", "rebuttal")
    steps = tuple(
        Step(
            f"t{at}", random.choice(kinds), (f"a{a}",), f"a{b}", strength=random.choice(strengths_)
        )
        for at, (a, b) in enumerate(links)
    )
    claims = (Claim(f"a{at}", f"A {at}", attributes=(one,)) for at, one in enumerate(given))
    return ArgumentMap(claims=tuple(claims), steps=steps)


def once_more(map_: ArgumentMap, model: Model, scores: Mapping[str, float]) -> dict[str, float]:
    """All strengths of a ring anew, from the last ones."""
    new: dict[str, float] = {}
    for claim in map_.claims:
        forces: dict[str, list[float]] = {"support": [], "rebuttal": []}
        for step in map_.steps:
            if step.target == claim.id:
                its = 0.5 if step.strength is None else step.strength
                forces[step.kind].append(its * scores[step.premises[0]])
        base = base_score(claim)
        pro, con = forces["support"], forces["rebuttal"]
        new[claim.id] = 1.0 if claim.is_fact else combined(model, base, pro, con)
    return new


@pytest.mark.parametrize("model", MODELS)
def test_rings_settle_where_plain_rounds_lead(model: Model) -> None:
    """From the base scores, all reckoned anew from the last ones, for as long as it takes."""
    compared = 0
    for seed in range(250):
        made = ring(seed)
        found = strengths(made, model)
        again = once_more(made, model, found.claims)
        off = max(abs(again[claim] - value) for claim, value in found.claims.items())
        assert off <= 1e-11 or not found.converged, written(made)
        scores = {claim.id: base_score(claim) for claim in made.claims}
        for _ in range(300):
            last, scores = scores, once_more(made, model, scores)
            if max(abs(scores[claim] - value) for claim, value in last.items()) <= 1e-14:
                assert found.converged, written(made)
                assert found.claims == pytest.approx(scores, abs=1e-9), written(made)
                compared += 1
                break
    assert compared > 150


@pytest.mark.parametrize("model", MODELS)
def test_no_strength_rises_more_steeply_than_its_model_says(model: Model) -> None:
    """And each does so somewhere."""
    influence, steepest = FUNCTIONS[model].influence, FUNCTIONS[model].steepest
    for base in (0.05, 0.3, 0.5, 0.8, 1.0):
        values = [influence(base, energy / 100) for energy in range(-500, 501)]
        most = max(abs(b - a) * 100 for a, b in pairwise(values))
        assert most <= steepest(base) + 1e-9
        assert most == pytest.approx(steepest(base), abs=1e-3)


@pytest.mark.parametrize("model", MODELS)
def test_no_claim_of_a_circle_has_an_advantage_by_its_place(model: Model) -> None:
    """Not even where there are more points to settle at than the one in the middle."""
    made = load_text(
        "[a] A.  {likelihood: 1}\n  -(1) [b] B.  {likelihood: 1}\n    -(1) [a]\n", "x.arg"
    ).map
    found = strengths(made, model)
    assert found.converged
    assert found.claims["a"] == pytest.approx(found.claims["b"], abs=1e-9)


def test_what_does_not_settle_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    made = load_text("[a] A.\n  -(1) [b] B.\n    -(1) [a]\n", "x.arg").map
    monkeypatch.setattr(net, "MOST_ROUNDS", 3)
    assert not strengths(made).converged


def test_a_thousand_reasons_are_not_too_many_for_an_exponential() -> None:
    """What starts from nothing stays there, as the formula has it."""
    reasons = tuple(
        Claim(f"r{n}", "R", attributes=(Attribute("fact", True),)) for n in range(1_000)
    )
    for base, expected in ((0.0, 0.0), (0.001, 1.0)):
        claim = Claim("a", "A", attributes=(Attribute("likelihood", base),))
        steps = tuple(Step(f"{r.id} + a", "support", (r.id,), "a", strength=1.0) for r in reasons)
        made = ArgumentMap(claims=(claim, *reasons), steps=steps)
        assert strengths(made, "euler").claims["a"] == expected


@pytest.mark.parametrize("model", MODELS)
def test_what_has_no_strength_changes_nothing(model: Model) -> None:
    for seed in range(100):
        made = frameworks(seed)
        nothing = Claim("zero", "Zero", attributes=(Attribute("likelihood", 0.0),))
        idle = Step("zero + a0", "support", ("zero",), "a0", strength=1.0)
        longer = ArgumentMap(claims=(*made.claims, nothing), steps=(*made.steps, idle))
        before, after = strengths(made, model).claims, strengths(longer, model).claims
        assert {id_: after[id_] for id_ in before} == pytest.approx(before, abs=1e-12)


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
