"""The published schema of an evaluation: it takes all that is written, and nothing else."""

from __future__ import annotations

import json as reader
from copy import deepcopy
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from argmap.formats.evaluation import json
from argmap.model import ArgumentMap
from argmap.semantics.evaluate import evaluate
from argmap.semantics.evaluation import Label, ReasonKind, StepLabel
from argmap.workspace import load
from tests.semantics.maps import maps
from tests.semantics.test_reasons import LARGE

ROOT = Path(__file__).parents[2]
SCHEMA = reader.loads((ROOT / "docs/evaluation.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
STEPS = {
    "applies", "premise-lost", "undercut", "outweighed", "rests-on-itself", "premise-contested",
    "undercut-contested", "weight-contested", "faced",
}  # fmt: skip


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_its_words_are_those_of_the_evaluation() -> None:
    claim = SCHEMA["$defs"]["claim"]["properties"]
    assert tuple(claim["label"]["enum"]) == get_args(Label)
    assert set(claim["because"]["properties"]["kind"]["enum"]) == {*get_args(ReasonKind)} - STEPS
    step = SCHEMA["properties"]["steps"]["additionalProperties"]["properties"]
    assert tuple(step["label"]["enum"]) == get_args(StepLabel)


@given(maps)
@settings(max_examples=60, suppress_health_check=LARGE)
def test_written_evaluations_are_valid(map_: ArgumentMap) -> None:
    VALIDATOR.validate(reader.loads(json.write(map_, evaluate(map_))))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("claims", "now", "label"), "true"),
        (("claims", "now", "strength"), 2),
        (("claims", "now", "because", "kind"), "applies"),
        (("questions", "when", "verdict"), 1),
        (("sensitivity", "now"), "unknown"),
        (("steps",), []),
        (("more",), 1),
    ],
)
def test_what_is_not_one_is_refused(path: tuple[str, ...], value: object) -> None:
    map_ = load(ROOT / "maps" / "move-the-ledger.arg").map
    data: Any = reader.loads(json.write(map_, evaluate(map_)))
    VALIDATOR.validate(data)
    broken = deepcopy(data)
    at = broken
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    assert not VALIDATOR.is_valid(broken)
