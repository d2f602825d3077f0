"""Single cruxes are all found, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable, Collection
from random import Random

import pytest
from hypothesis import given, settings

from argmap.model import ArgumentMap, Citation, Claim, Step
from argmap.model.map import StepKind
from argmap.semantics import faults
from argmap.semantics.crux import Crux, all_cruxes, cruxes
from argmap.semantics.evaluation import Label
from argmap.semantics.grounded import ground
from argmap.semantics.labels import read_labels
from argmap.semantics.theory import build_theory, leaf_rules
from argmap.workspace import load_text
from tests.semantics.maps import circle_map, seeded_map
from tests.semantics.test_whatif import BRIDGE, any_maps, make_map, read

LEDGER = """@load L
? [when] When?
  = [now] Now.
  = [later] Later.
[now]
  +(strong) [faster] Faster.
    + [tested] Tested.  @load
      ! [staging] Only in staging.
        - [rerun] Run again.  @load
  & [overruns] It overruns.
[later]
  + [frozen] Frozen.
  + [other] Something else.
"""


def labels(
    map_: ArgumentMap, without: Collection[str] = (), assume: Collection[str] = ()
) -> dict[str, Label]:
    """The label of each claim, by a full evaluation."""
    theory = build_theory(map_, without, assume)
    return dict(zip(map_.claim, read_labels(theory, ground(theory)).claims, strict=False))


@pytest.mark.parametrize("part", range(3))
def test_cruxes_are_what_withdrawing_each_leaf_shows(part: int) -> None:
    for seed in range(part * 300, (part + 1) * 300):
        made = seeded_map(seed)
        theory = build_theory(made)
        now = labels(made)
        expected: dict[str, set[tuple[str, str]]] = {claim: set() for claim in now}
        for leaf in {theory.claims[rule.head] for rule in theory.rules if not rule.premises}:
            for claim, label in labels(made, [leaf]).items():
                if label != now[claim]:
                    expected[claim].add((leaf, label))
        for claim, found in all_cruxes(made, list(now)).items():
            assert {(crux.leaf, crux.after) for crux in found.cruxes} == expected[claim], seed


def test_a_question_hangs_on_what_turns_its_verdict() -> None:
    made = load_text(LEDGER, "x.arg").map
    found = cruxes(made, "when")
    assert found is not None
    assert found.now == "now"
    assert {(c.leaf, c.after) for c in found.cruxes} == {
        ("tested", "later"),
        ("rerun", "later"),
        ("overruns", "later"),
    }
    assert found.survives == found.leaves - 3


def test_what_does_not_exist_has_no_cruxes() -> None:
    assert cruxes(load_text(LEDGER, "x.arg").map, "nothing") is None


Outcome = tuple[str, tuple[str, ...]]


def outcomes(map_: ArgumentMap, without: Collection[str] = ()) -> dict[str, Outcome]:
    """The label of each claim, and the verdict on each question with what it comes to: the answer
    that stands alone, or all that stand where they do not exclude each other."""
    label = labels(map_, without)
    found: dict[str, Outcome] = {claim: (its, ()) for claim, its in label.items()}
    for question in map_.questions:
        standing = tuple([answer for answer in question.answers if label[answer] == "in"])
        alone = len(standing) == 1
        told = standing if alone or not question.exclusive else ()
        found[question.id] = (standing[0] if alone else "open", told)
    return found


def disagreement(map_: ArgumentMap) -> str | None:
    """How the cruxes of some claim or question, sought alone and together, differ from a trial of
    every withdrawal, if they do."""
    now = outcomes(map_)
    expected: dict[str, dict[str, Outcome]] = {id_: {} for id_ in now}
    theory = build_theory(map_)
    for leaf in leaf_rules(theory):
        for id_, after in outcomes(map_, [theory.claims[leaf]]).items():
            if after != now[id_]:
                expected[id_][theory.claims[leaf]] = after
    together = all_cruxes(map_, expected)
    for id_, turns in expected.items():
        for found in (cruxes(map_, id_), together[id_]):
            if found is None or (found.now, found.standing) != now[id_]:
                return f"{id_}: {found} for {now[id_]}"
            if {crux.leaf: (crux.after, crux.standing) for crux in found.cruxes} != turns:
                return f"{id_}: {found} for {turns}"
    return None


@settings(max_examples=400, deadline=None)
@given(any_maps)
def test_cruxes_are_what_a_trial_of_every_withdrawal_finds(map_: ArgumentMap) -> None:
    assert disagreement(map_) is None


def test_cruxes_of_larger_maps_with_fixed_seeds() -> None:
    for seed in range(400):
        assert disagreement(make_map(Random(seed).randrange)) is None, seed


@pytest.mark.parametrize("part", range(2))
def test_cruxes_in_circles_are_what_a_trial_of_every_withdrawal_finds(part: int) -> None:
    for seed in range(part * 150, (part + 1) * 150):
        assert disagreement(circle_map(seed)) is None, seed


@pytest.mark.fuzz
def test_cruxes_in_many_more_circles() -> None:
    for seed in range(300, 20_000):
        assert disagreement(circle_map(seed, 4 + seed % 20)) is None, seed


@pytest.mark.fuzz
def test_cruxes_of_many_more_maps() -> None:
    for seed in range(400, 20_000):
        assert disagreement(make_map(Random(seed).randrange)) is None, seed


@pytest.mark.parametrize(("rounds", "most"), [(30, 1), (30, 3), (0, 3)])
def test_what_was_tried_in_pieces_is_right_and_the_rest_is_said(
    monkeypatch: pytest.MonkeyPatch, rounds: int, most: int
) -> None:
    """Few leaves at once, and too few rounds: what is said to be tried was tried."""
    monkeypatch.setattr(faults, "_AT_ONCE", 0)
    monkeypatch.setattr(faults, "_LEAST_AT_ONCE", most)
    monkeypatch.setattr(faults, "_CASES", 0)
    monkeypatch.setattr(faults, "_ROUNDS", rounds)
    left_out = 0
    for seed in range(80):
        map_ = circle_map(seed)
        for id_, whole in all_cruxes(map_, [claim.id for claim in map_.claims], None).items():
            part = cruxes(map_, id_, budget=50)
            assert part is not None
            assert part.now == whole.now, seed
            assert set(part.cruxes) == {c for c in whole.cruxes if c.leaf not in part.untried}, seed
            left_out += len(part.untried)
    assert left_out


def test_a_contested_undercut_leaves_a_claim_contested() -> None:
    map_ = read("""
[top] T.
  + [why] W.
    ! [cut] C.

[cut]
  >< [rival] R.
""")
    found = cruxes(map_, "top")
    assert found is not None
    assert found.now == "undecided"
    assert found.cruxes == (
        Crux("cut", "in"),
        Crux("why", "unsupported"),
        Crux("rival", "unsupported"),
    )


def test_a_question_hangs_on_the_leaves_of_its_answer() -> None:
    found = cruxes(BRIDGE, "q")
    assert found is not None
    assert (found.id, found.now) == ("q", "yes")
    assert found.cruxes == tuple(Crux(leaf, "open") for leaf in ("tested", "useful", "paint"))
    assert (found.leaves, found.survives, found.robustness) == (4, 1, 0.25)


def test_the_cruxes_that_turn_most_come_first() -> None:
    map_ = read("""
[top] T.
  + [first] F.

[top]
  -(strong) [attack] A.
    -(strong) [answer] R.

[top]
  - [even] E.
    -(0.3) [half] H.
    - [full] L.
""")
    found = cruxes(map_, "top")
    assert found is not None
    assert found.now == "in"
    assert found.cruxes == (
        Crux("answer", "out"),
        Crux("first", "unsupported"),
    )


def test_a_bare_claim_is_its_own_crux_and_nothing_else_is() -> None:
    found = cruxes(read("It rains.  {x-note: a}"), "~rains")
    assert found is not None
    assert found.cruxes == (Crux("~rains", "unsupported"),)
    assert (found.leaves, found.survives, found.robustness) == (1, 0, 0.0)


def test_what_rests_on_nothing_has_no_cruxes() -> None:
    found = cruxes(read("? [q] Which?\n  = [a] This."), "q")
    assert found is not None
    assert (found.now, found.cruxes, found.leaves, found.robustness) == ("open", (), 0, 1.0)


def test_an_unknown_id_gives_none() -> None:
    assert cruxes(BRIDGE, "nowhere") is None
    assert all_cruxes(BRIDGE, ["nowhere", "safe"]).keys() == {"safe"}


def ring(size: int) -> ArgumentMap:
    """Claims that attack each other in one circle."""
    return ArgumentMap(
        claims=tuple(Claim(f"c{i}", "A claim.") for i in range(size)),
        steps=tuple(
            Step(f"s{i}", "rebuttal", (f"c{(i + 1) % size}",), f"c{i}") for i in range(size)
        ),
    )


def uneven(size: int) -> ArgumentMap:
    """A circle of supports, each stronger than the source that its claim has besides."""
    ids = [f"c{i}" for i in range(size)]
    return ArgumentMap(
        claims=tuple(
            Claim(id_, "A claim.", citations=(Citation(None, quote="so"),)) for id_ in ids
        ),
        steps=tuple(
            Step(f"s{i}", "support", (ids[(i + 1) % size],), id_, strength=0.75)
            for i, id_ in enumerate(ids)
        ),
    )


def test_leaves_beyond_the_budget_are_said_to_be_untried() -> None:
    """Where it must be seen of each reason whether it rests on its own conclusion."""
    whole, part = cruxes(uneven(80), "c0"), cruxes(uneven(80), "c0", budget=0)
    assert whole is not None
    assert part is not None
    assert whole.untried == ()
    assert whole.leaves == part.leaves == 80
    assert 0 < len(part.untried) < 79
    assert part.survives == 80 - len(part.untried)
    assert {"c0", "c1"}.isdisjoint(part.untried), "the nearest are tried first"


def test_a_circle_of_rebuttals_takes_no_more_of_the_budget_than_to_judge_it() -> None:
    found = cruxes(ring(500), "c0", budget=0)
    assert found is not None
    assert len(found.cruxes) == 500
    assert found.untried == ()


def _chain(size: int) -> list[Step]:
    """Each claim rests on the next but one, linked with a leaf."""
    return [
        Step(f"s{i}", "support", (f"c{i + 1}", f"c{i + 2}"), f"c{i}") for i in range(0, size - 2, 2)
    ]


def _tree(size: int) -> list[Step]:
    return [Step(f"s{i}", "support", (f"c{i}",), f"c{(i - 1) // 3}") for i in range(1, size)]


def _star(size: int) -> list[Step]:
    return [
        Step(f"s{i}", "support" if i % 2 else "rebuttal", (f"c{i}",), "c0", None, i / size)
        for i in range(1, size)
    ]


def _pairs(size: int) -> list[Step]:
    """Circles of two, each resting on one of the next."""
    made: list[Step] = []
    for i in range(0, size, 2):
        made.append(Step(f"a{i}", "rebuttal", (f"c{i}",), f"c{i + 1}"))
        made.append(Step(f"b{i}", "rebuttal", (f"c{i + 1}",), f"c{i}"))
        if i:
            made.append(Step(f"s{i}", "support", (f"c{i}",), f"c{i - 2}", None, 0.75))
    return made


def _ring(size: int) -> list[Step]:
    return [Step(f"s{i}", "rebuttal", (f"c{i}",), f"c{(i + 1) % size}") for i in range(size)]


def _settled_ring(size: int) -> list[Step]:
    """One of its claims is refuted, which settles the others one after the other."""
    return [*_ring(size - 1), Step("s", "rebuttal", (f"c{size - 1}",), "c1", None, 0.75)]


def _thicket(size: int) -> list[Step]:
    """Nearly all hang on each other: each bears on four others, and half are supported."""
    random = Random(1)
    kinds: tuple[StepKind, ...] = ("support", "rebuttal")
    made = {
        (random.randrange(size), target): kinds[target % 2 * random.randrange(2)]
        for target in range(size)
        for _ in range(4 if target % 4 else 0)
    }
    return [
        Step(f"s{i}", kind, (f"c{premise}",), f"c{target}")
        for i, ((premise, target), kind) in enumerate(made.items())
    ]


@pytest.mark.parametrize(
    ("steps", "count"),
    [
        (_chain, 5_000),
        (_tree, 0),
        (_star, 1),
        (_pairs, None),
        (_ring, 10_000),
        (_settled_ring, None),
        (_thicket, None),
    ],
)
def test_ten_thousand_claims_can_be_tried(
    steps: Callable[[int], list[Step]], count: int | None
) -> None:
    size = 10_000
    claims = tuple(Claim(f"c{i}", "A claim.") for i in range(size))
    map_ = ArgumentMap(claims=claims, steps=tuple(steps(size)))
    found = cruxes(map_, "c0")
    assert found is not None
    assert not found.untried
    assert count is None or len(found.cruxes) == count
