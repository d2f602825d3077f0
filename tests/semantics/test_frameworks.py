"""Strengths of whole frameworks, written as `.arg` and built by hand: they are the textbook's.

Frameworks from elsewhere, with the strengths that other programs give them, are compared too where
the environment variable ARGMAP_FRAMEWORKS names a file of them: a JSON list of objects with `args`
(by argument its base score), `att` and `sup` (pairs, from and to), and by model, under its name
there, the strength of each argument.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import argmap
from argmap.model import ArgumentMap, Attribute, Claim, Step
from argmap.model.map import StepKind
from argmap.semantics.models import Model
from argmap.semantics.strength import strengths
from tests.semantics.test_strength import MODELS, frameworks, slow

CLOSE = 1e-9
NAMED: dict[Model, str] = {
    "df-quad": "DFQuAD",
    "quadratic-energy": "QuadraticEnergy",
    "euler": "EulerBased",
}
FILE = os.environ.get("ARGMAP_FRAMEWORKS")


def as_text(map_: ArgumentMap) -> str:
    """A framework as a person would type it: each argument with what bears on it."""
    lines: list[str] = []
    for claim in map_.claims:
        lines.append(f"[{claim.id}] Argument {claim.id}.  {{likelihood: {base(claim)!r}}}")
        for step in map_.steps:
            if step.target == claim.id:
                marker = "+" if step.kind == "support" else "-"
                lines.append(f"  {marker}(1) [{step.premises[0]}]")
    return "\n".join(lines) + "\n"


def base(claim: Claim) -> float:
    """The base score of an argument."""
    value = claim.attributes[0].value
    assert isinstance(value, float)
    return value


def agrees(made: ArgumentMap, model: Model, expected: Mapping[str, float]) -> None:
    """Built by hand and written as text, a framework has the strengths that are expected."""
    read = argmap.parse(as_text(made), "framework.arg")
    assert read.diagnostics == ()
    evaluated = argmap.evaluate(read.map, model=model)
    assert evaluated.converged
    written = {id_: result.strength for id_, result in evaluated.claims.items()}
    assert written == pytest.approx(expected, abs=CLOSE)
    assert strengths(made, model).claims == pytest.approx(expected, abs=CLOSE)


@pytest.mark.parametrize("model", MODELS)
def test_a_framework_has_the_strengths_of_the_papers(model: Model) -> None:
    for seed in range(100):
        made = frameworks(seed)
        agrees(made, model, {claim.id: slow(made, model, claim.id) for claim in made.claims})


def from_file() -> Iterator[tuple[ArgumentMap, dict[str, dict[str, float]]]]:
    """The frameworks of the file, with what it says of their strengths."""
    kinds: dict[str, StepKind] = {"att": "rebuttal", "sup": "support"}
    for one in json.loads(Path(str(FILE)).read_text(encoding="utf-8")):
        claims = tuple(
            Claim(id_, id_, attributes=(Attribute("likelihood", float(score)),))
            for id_, score in one["args"].items()
        )
        steps = tuple(
            Step(f"{premise} {kind} {target}", kinds[kind], (premise,), target, strength=1.0)
            for kind in kinds
            for premise, target in one[kind]
        )
        yield ArgumentMap(claims=claims, steps=steps), one


@pytest.mark.skipif(FILE is None, reason="ARGMAP_FRAMEWORKS names no file of frameworks")
@pytest.mark.parametrize("model", MODELS)
def test_frameworks_from_elsewhere_have_the_strengths_given_with_them(model: Model) -> None:
    for made, given in from_file():
        agrees(made, model, given[NAMED[model]])
