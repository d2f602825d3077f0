"""The reasons: what they say of small maps, word for word, and that they hold on all maps.

A case is a map in `sentences/`; beside it stand the reasons of its claims and steps. Read them
after `pytest --accept`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.model import ArgumentMap, Claim
from argmap.semantics.evaluate import UnknownClaim, evaluate
from argmap.workspace import load_text
from tests.conftest import Golden
from tests.semantics.maps import altered, maps, seeded_map, written
from tests.semantics.verify_reasons import Verifier, check
from tests.semantics.verify_spare import Wrong

LARGE = [HealthCheck.large_base_example, HealthCheck.data_too_large]
CASES = Path(__file__).parent / "sentences"


def read(text: str) -> ArgumentMap:
    """A map from its text, which has to be right."""
    loaded = load_text(text, "test.arg")
    assert not loaded.diagnostics
    return loaded.map


@pytest.mark.parametrize("case", sorted(CASES.glob("*.arg")), ids=lambda case: case.stem)
def test_sentences(case: Path, golden: Golden) -> None:
    """Each way in which a claim or step can fare has its sentence."""
    map_ = read(case.read_text(encoding="utf-8"))
    evaluation = evaluate(map_)
    lines = [f"{id_} {result.because.text}\n" for id_, result in evaluation.claims.items()]
    lines += ["\n", *(f"{id_}\n  {reason.text}\n" for id_, reason in evaluation.bearing.items())]
    golden(case.with_suffix(".txt"), "".join(lines))
    check(map_, evaluation)


@given(maps)
@settings(max_examples=250, suppress_health_check=LARGE)
def test_reasons_hold(map_: ArgumentMap) -> None:
    """What a reason cites exists, is as it is said to be, and suffices."""
    try:
        check(map_, evaluate(map_))
    except Wrong as wrong:
        raise Wrong(f"{wrong}\n{written(map_)}") from wrong


@pytest.mark.parametrize("start", range(0, 1_000, 500))
def test_reasons_hold_on_many(start: int) -> None:
    """The same on maps by number, of which 20,000 were tried by hand; for half of them claims are
    withdrawn or assumed."""
    for seed in range(start, start + 500):
        map_ = seeded_map(seed)
        without, assume = altered(map_, seed)
        try:
            check(map_, evaluate(map_, without=without, assume=assume))
        except Wrong as wrong:
            given = f"without {without}, assuming {assume}"
            raise Wrong(f"seed {seed}: {wrong}\n{written(map_)}\n{given}") from wrong


@given(maps)
@settings(max_examples=50, suppress_health_check=LARGE)
def test_assumed_claims_are_facts(map_: ArgumentMap) -> None:
    """A claim that is taken for a fact stands, and says that it is only taken for one."""
    for claim in map_.claims:
        because = evaluate(map_, assume=[claim.id]).claims[claim.id].because
        assert because.kind == ("fact" if claim.is_fact else "assumed")


def test_withdrawn() -> None:
    """What is withdrawn says so where nothing else is given for it."""
    map_ = read("[a] A.\n  + [b] B.\n")
    found = evaluate(map_, without=["b"])
    assert found.claims["b"].because.text == (
        "has nothing to rest on: it is withdrawn here, and no reason is given for it."
    )
    assert found.claims["a"].because.text == (
        "has nothing left to rest on: its only reason, [b], is withdrawn."
    )
    assert found.without == ("b",)


def test_unknown_ids_are_told() -> None:
    """An id that no claim has is an error with a suggestion."""
    map_ = read("[costs] It costs.\n")
    with pytest.raises(UnknownClaim, match="no claim has the id `cost`; did you mean `costs`"):
        evaluate(map_, without=["cost"])


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("and nothing speaks against it", "and outweighs the rebuttal by [b] (weak)"),
        ("(moderate) backs", "(strong) backs"),
        ("[c] (moderate) rebuts", "[b] (moderate) rebuts"),
        ("falls", "stands"),
    ],
)
def test_the_verifier_notices(said: str, instead: str) -> None:
    """A sentence with another strength, claim or label in it is found out."""
    map_ = read("[a] A.\n  - [b] B.\n    - [c] C.  @s\n\n@s S\n")
    evaluation = evaluate(map_)
    verifier = Verifier(map_, evaluation)
    wrong = 0
    for id_, result in evaluation.claims.items():
        verifier.check_claim(id_)
        if said in result.because.text:
            text = result.because.text.replace(said, instead)
            altered = result._replace(because=result.because._replace(text=text))
            claims = {**evaluation.claims, id_: altered}
            with pytest.raises(Wrong):
                Verifier(map_, replace(evaluation, claims=claims)).check_claim(id_)
            wrong += 1
    assert wrong


def test_reasons_are_lazy_and_the_same() -> None:
    """A reason is found once, when it is asked for; two evaluations of one map are equal."""
    map_ = ArgumentMap(claims=(Claim("a", "A."), Claim("b", "B.")))
    found = evaluate(map_)
    assert found.claims["a"] is found.claims["a"]
    assert dict(found.claims) == dict(evaluate(map_).claims)
    assert "c" not in found.claims
    assert len(found.claims) == 2


def test_thousands_of_rivals_each_have_their_reason() -> None:
    """Each names its strongest rival, and that is not to take the square of their number."""
    count = 5_000
    lines = ["? [q] Which?", *(f"  = [a{i}] Answer {i}." for i in range(count))]
    lines += [f"\n[a{i}]\n  + [r{i}] Reason {i}." for i in range(count)]
    evaluation = evaluate(read("\n".join(lines)))
    reasons = [evaluation.claims[f"a{i}"].because for i in range(count)]
    assert {reason.kind for reason in reasons} == {"balanced"}
    assert "its rival [a1], [r1], are both moderate" in reasons[0].text
    assert all("its rival [a0], [r0], are both moderate" in one.text for one in reasons[1:])
    assert {evaluation.bearing[f"r{i} + a{i}"].kind for i in range(count)} == {"faced"}
