"""What follows from the definition, each consequence by its name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

import argmap
from argmap.model import ArgumentMap, Attribute, Citation, Claim, Step
from argmap.semantics.evaluation import Label
from argmap.workspace import load_text
from tests.semantics.maps import seeded_map, written
from tests.semantics.test_crux import labels as labels_of


def labels(
    text: str, without: Collection[str] = (), assume: Collection[str] = ()
) -> dict[str, Label]:
    loaded = load_text(text, "x.arg")
    assert loaded.diagnostics == ()
    return labels_of(loaded.map, without, assume)


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
    "a conclusion that undercuts its own reason is never in": (
        "[a] A.\n  + [b] B.\n    !(weak) [a]\n",
        {"a": "undecided", "b": "in"},
    ),
    "a conclusion that contradicts its own premise is never in": (
        "[a] A.\n  +(strong) [b] B.\n  & [c] C.  {fact}\n  >< [b]\n",
        {"a": "undecided", "b": "undecided", "c": "in"},
    ),
    "a conclusive argument against its own premise is never in": (
        "[a] A.\n  +(conclusive) [b] B.\n[b]\n  -(conclusive) [a]\n",
        {"a": "undecided", "b": "undecided"},
    ),
    "an undercut succeeds whatever its strength": (
        "[a] A.\n  +(conclusive) [b] B.  {fact}\n    !(weak) [c] C.\n",
        {"a": "unsupported", "b": "in"},
    ),
    "a rebuttal of a premise takes its conclusion with it": (
        "[a] A.\n  +(strong) [b] B.\n  & [d] D.\n    - [c] C.\n",
        {"a": "unsupported", "b": "in", "d": "out"},
    ),
    "two facts that contradict each other both stand": (
        "[a] A.  {fact}\n  >< [b] B.  {fact}\n",
        {"a": "in", "b": "in"},
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
    "of several sources the best counts, whatever the reasons": (
        "@a A  {grade: A1}\n@f F  {grade: F6}\n[x] X.  @f @a\n  - [y] Y.\n  +(weak) [z] Z.\n",
        {"x": "in"},
    ),
    "an ungraded source and one of grade B count as moderate, and so does a report": (
        "@b B  {grade: B2}\n@n N\n[x] X.  @b\n  - [u] U.\n[y] Y.  @n\n  - [v] V.\n"
        "[z] Z.  {basis: reported}\n  - [w] W.\n",
        {"x": "undecided", "y": "undecided", "z": "undecided"},
    ),
    "a report that names a poor source counts as that source": (
        "@d D  {grade: D}\n[x] X.  @d {basis: reported}\n  - [y] Y.\n",
        {"x": "out"},
    ),
    "an answer with a source is put forward by it": (
        "@s S\n? Q\n  = [a] A.  @s\n  = [b] B.\n",
        {"a": "in", "b": "out"},
    ),
    "a quotation without a source counts as an ungraded one": (
        "[x] X.\n  > said so\n  - [y] Y.\n",
        {"x": "undecided"},
    ),
    "a conclusive step launders no guess": (
        "[a] A.\n  +(conclusive) [g] A guess.\n  - [b] B.\n",
        {"a": "undecided"},
    ),
    "a conclusive step hands on the certainty of facts": (
        "[a] A.\n  +(conclusive) [f] F.  {fact}\n  -(strong) [b] B.\n",
        {"a": "in"},
    ),
    "a conclusive step is as weak as its weakest premise": (
        "[a] A.\n  +(conclusive) [f] F.  {fact}\n  & [g] G.\n    +(weak) [h] H.\n  - [b] B.\n",
        {"a": "out", "g": "in"},
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


def test_adding_a_reason_to_a_quoted_claim_never_lowers_its_label() -> None:
    """Whatever else is said, as long as none of that hangs on the claim."""
    order = ["out", "unsupported", "undecided", "in"]
    raised = 0
    for seed in range(600):
        made = quoted(seeded_map(seed))
        claim = made.claims[0].id
        strength = Random(seed).choice([0.0, 0.25, None, 0.75, 1.0])
        reason = Step("new", "support", ("reason",), claim, strength=strength)
        more = replace(
            made, claims=(*made.claims, Claim("reason", "R.")), steps=(*made.steps, reason)
        )
        before, after = (order.index(labels_of(one)[claim]) for one in (made, more))
        assert after >= before, written(more)
        raised += after > before
    assert raised > 5


def quoted(made: ArgumentMap) -> ArgumentMap:
    """The map with its first claim quoted, and without all that this claim bears on."""
    first, *others = made.claims
    steps = [step for step in made.steps if first.id not in step.premises]
    for _ in made.steps:
        there = {step.id for step in steps}
        steps = [step for step in steps if step.kind != "undercut" or step.target in there]
    return ArgumentMap(
        sources=made.sources,
        claims=(replace(first, citations=(*first.citations, Citation(None, quote="so"))), *others),
        steps=tuple(steps),
        contradictions=tuple(c for c in made.contradictions if first.id not in c.claims),
    )


def test_a_likelihood_may_be_a_whole_number() -> None:
    """In a map that is built by hand; a file has none."""
    made = ArgumentMap(
        claims=(
            Claim("never", "N.", attributes=(Attribute("likelihood", 0),)),
            Claim("always", "A.", attributes=(Attribute("likelihood", 1),)),
        )
    )
    found = argmap.evaluate(made).claims
    assert (found["never"].label, found["never"].strength) == ("unsupported", 0)
    assert (found["always"].label, found["always"].strength) == ("in", 1)


def test_a_withdrawn_claim_keeps_its_reasons() -> None:
    """What puts it forward as it stands is taken away: its source here, not [b]."""
    text = "@s S  {grade: A1}\n[a] A.  @s\n  + [b] B.\n  -(0.6) [c] C.\n"
    assert labels(text)["a"] == "in"
    assert labels(text, without=["a"])["a"] == "out"
    assert labels(text, without=["a", "c"])["a"] == "in"
    assert labels(text, without=["a", "b", "c"])["a"] == "unsupported"


def test_an_assumed_claim_is_a_fact() -> None:
    """It is beyond rebuttal and hands on certainty."""
    text = "[a] A.\n  -(conclusive) [b] B.  {fact}\n[c] C.\n  +(conclusive) [a]\n  - [d] D.\n"
    assert labels(text) == {"a": "out", "b": "in", "c": "out", "d": "in"}
    assert labels(text, assume=["a"])["a"] == labels(text, assume=["a"])["c"] == "in"


def test_what_is_imported_counts_as_if_it_stood_in_the_map(tmp_path: Path) -> None:
    """With the grades of its own sources, and with what either file says against the other."""
    (tmp_path / "other.arg").write_text(
        "@s S  {grade: A1}\n[a] A.  @s\n[b] B.\n  + [c] C.\n", encoding="utf-8"
    )
    (tmp_path / "main.arg").write_text(
        "import other.arg as o\n[x] X.\n  +(conclusive) [o/a]\n  -(0.6) [y] Y.\n"
        "[o/b]\n  -(strong) [y]\n",
        encoding="utf-8",
    )
    loaded = argmap.load(tmp_path / "main.arg")
    assert loaded.ok
    found = labels_of(loaded.map)
    assert found == {"x": "in", "y": "in", "o/a": "in", "o/b": "out", "o/c": "in"}


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
