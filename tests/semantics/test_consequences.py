"""What follows from the definition, each consequence by its name."""

from __future__ import annotations

from random import Random

import pytest

from argmap.model import ArgumentMap, Claim, Step
from argmap.semantics.evaluation import Label
from argmap.workspace import load_text
from tests.semantics.test_crux import labels as labels_of


def labels(text: str) -> dict[str, Label]:
    loaded = load_text(text, "x.arg")
    assert loaded.diagnostics == ()
    return labels_of(loaded.map)


CASES: dict[str, tuple[str, dict[str, str]]] = {
    "an answered objection no longer counts": (
        "[a] A.\n  - [b] B.\n    - [c] C.\n",
        {"a": "in", "b": "out", "c": "in"},
    ),
    "one weak objection does not sink a strongly backed claim": (
        "[a] A.\n  +(strong) [b] B.\n  -(weak) [c] C.\n",
        {"a": "in", "c": "in"},
    ),
    "pros and cons of equal strength leave a claim contested": (
        "[a] A.\n  + [b] B.\n  - [c] C.\n",
        {"a": "undecided", "b": "in", "c": "in"},
    ),
    "a weak rebuttal contests a presumed claim": (
        "[a] A.\n  -(weak) [b] B.\n",
        {"a": "undecided"},
    ),
    "a moderate rebuttal fells a presumed claim": ("[a] A.\n  - [b] B.\n", {"a": "out"}),
    "two bare contradictory claims are both contested": (
        "[a] A.\n  >< [b] B.\n",
        {"a": "undecided", "b": "undecided"},
    ),
    "losing one's reasons is not being refuted": (
        "[a] A.\n  + [b] B.\n    ! [c] C.\n",
        {"a": "unsupported", "b": "in"},
    ),
    "an undercut that is itself undercut no longer cuts": (
        "[a] A.\n  + [b] B.\n    ! [c] C.\n      ! [d] D.\n",
        {"a": "in", "c": "in", "d": "in"},
    ),
    "a self-undermining argument is never in": (
        "[a] A.\n  + [b] B.\n[b]\n  - [a]\n",
        {"a": "undecided", "b": "undecided"},
    ),
    "a claim that contradicts itself is never in": ("[a] A.\n  >< [a]\n", {"a": "undecided"}),
    "a support loop is unsupported": (
        "[a] A.\n  + [b] B.\n    + [a]\n",
        {"a": "unsupported", "b": "unsupported"},
    ),
    "a loop with one foot on the ground stands": (
        "@s S\n[a] A.  @s\n  + [b] B.\n    + [a]\n",
        {"a": "in", "b": "in"},
    ),
    "nothing hits a fact": ("[a] A.  {fact}\n  -(conclusive) [b] B.  {fact}\n", {"a": "in"}),
    "an answer is not put forward by being written down": (
        "? Q\n  = [a] A.\n  = [b] B.\n[b]\n  + [c] C.\n",
        {"a": "out", "b": "in"},
    ),
    "answers exclude each other": (
        "? Q\n  = [a] A.\n  = [b] B.\n[a]\n  + [c] C.\n[b]\n  + [d] D.\n",
        {"a": "undecided", "b": "undecided"},
    ),
    "answers of an open question may hold together": (
        "? Q  {any}\n  = [a] A.\n  = [b] B.\n[a]\n  + [c] C.\n[b]\n  + [d] D.\n",
        {"a": "in", "b": "in"},
    ),
    "a claim below likely is not put forward by being written down": (
        "[a] A.  {roughly-even}\n[b] B.  {likely}\n[c] C.  {likelihood: 0.54}\n",
        {"a": "unsupported", "b": "in", "c": "unsupported"},
    ),
    "a claim left open or rejected is not put forward": (
        "[a] A.  {stance: open}\n[b] B.  {stance: reject}\n[c] C.  {stance: accept}\n",
        {"a": "unsupported", "b": "unsupported", "c": "in"},
    ),
    "a source puts a claim forward at its grade": (
        "@a A  {grade: A1}\n@c C  {grade: C3}\n[x] X.  @a\n  - [y] Y.\n[z] Z.  @c\n  - [w] W.\n",
        {"x": "in", "z": "out"},
    ),
    "a quotation without a source counts as an ungraded one": (
        "[x] X.\n  > said so\n  - [y] Y.\n",
        {"x": "undecided"},
    ),
    "a conclusive step launders no guess": (
        "[a] A.\n  +(conclusive) [g] A guess.\n  - [b] B.\n",
        {"a": "undecided"},
    ),
    "of three claims that cannot all hold two rebut the third": (
        "[a] A.  {fact}\n[b] B.  {fact}\n[c] C.\n  >< [a]\n  & [b]\n",
        {"a": "in", "b": "in", "c": "out"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_consequence(name: str) -> None:
    text, expected = CASES[name]
    found = labels(text)
    assert {claim: found[claim] for claim in expected} == expected


@pytest.mark.parametrize("seed", range(200))
def test_adding_a_reason_to_a_quoted_claim_never_lowers_its_label(seed: int) -> None:
    random = Random(seed)
    against = random.choice(["weak", "moderate", "strong", "conclusive"])
    text = f"@s S  {{grade: {random.choice('ABC')}1}}\n[a] A.  @s\n  -({against}) [b] B.\n"
    with_reason = f"{text}  +({random.choice(['weak', 'moderate', 'strong'])}) [c] C.\n"
    order = ["out", "unsupported", "undecided", "in"]
    assert order.index(labels(with_reason)["a"]) >= order.index(labels(text)["a"])


@pytest.mark.parametrize("seed", range(300))
def test_bare_claims_that_only_rebut_are_a_dung_framework(seed: int) -> None:
    random = Random(seed)
    names = [f"c{number}" for number in range(random.randint(1, 9))]
    attacks = {(random.choice(names), random.choice(names)) for _ in range(random.randint(0, 14))}
    made = ArgumentMap(
        claims=tuple(Claim(name, name.upper()) for name in names),
        steps=tuple(Step(f"{a} - {b}", "rebuttal", (a,), b) for a, b in sorted(attacks)),
    )
    found = labels_of(made)
    accepted = grounded_extension(names, attacks)
    beaten = {b for a, b in attacks if a in accepted}
    for name in names:
        expected = "in" if name in accepted else "out" if name in beaten else "undecided"
        assert found[name] == expected


def grounded_extension(names: list[str], attacks: set[tuple[str, str]]) -> set[str]:
    """Dung's characteristic function from nothing until it adds nothing."""
    accepted: set[str] = set()
    while True:
        beaten = {b for a, b in attacks if a in accepted}
        defended = {n for n in names if all(a in beaten for a, b in attacks if b == n)}
        if defended == accepted:
            return accepted
        accepted = defended
