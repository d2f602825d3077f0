"""The published schema: it takes what is written, and refuses what the reader refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from argmap.formats.json import read, write
from argmap.formats.json.fields import Json
from argmap.model.map import ArgumentMap

from .maps import maps

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/argmap.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@given(maps())
@settings(max_examples=60, deadline=None)
def test_written_maps_are_valid(map_: ArgumentMap) -> None:
    VALIDATOR.validate(json.loads(write(map_)))


BROKEN = [
    "[]",
    "{}",
    '{"argmap": 2}',
    '{"argmap": 1, "claim": []}',
    '{"argmap": 1, "title": null}',
    '{"argmap": 1, "attributes": {"x": null}}',
    '{"argmap": 1, "claims": [{"id": "a"}]}',
    '{"argmap": 1, "claims": [{"id": "", "text": "A"}]}',
    '{"argmap": 1, "claims": [{"id": "a", "text": "A", "kind": "reason"}]}',
    '{"argmap": 1, "claims": [{"id": "a", "text": "A", "section": -1}]}',
    '{"argmap": 1, "claims": [{"id": "a", "text": "A", "sources": ["s"]}]}',
    '{"argmap": 1, "claims": [{"id": "a", "text": "A", "at": {"file": "m", "line": 0}}]}',
    '{"argmap": 1, "contradictions": [["a"]]}',
    '{"argmap": 1, "sections": [{"title": "S", "level": 1}]}',
    '{"argmap": 1, "imports": [{"as": "x"}]}',
    '{"argmap": 1, "steps": [{"id": "s", "kind": "support", "premises": ["a"]}]}',
    '{"argmap": 1, "steps": [{"id": "s", "kind": "support", "premises": [],'
    ' "target": {"claim": "a"}}]}',
    '{"argmap": 1, "steps": [{"id": "s", "kind": "support", "premises": ["a"],'
    ' "target": {"step": "t"}}]}',
    '{"argmap": 1, "steps": [{"id": "s", "kind": "undercut", "premises": ["a"],'
    ' "target": {"claim": "a"}}]}',
    '{"argmap": 1, "steps": [{"id": "s", "kind": "support", "premises": ["a"],'
    ' "target": {"claim": "a"}, "strength": 2}]}',
]


@pytest.mark.parametrize("text", BROKEN)
def test_schema_and_reader_refuse_the_same(text: str) -> None:
    assert not VALIDATOR.is_valid(json.loads(text))
    assert read(text, "m.json").problems


def test_every_key_has_a_description() -> None:
    bare = [path for path, part in _parts(SCHEMA, "") if not _is_described(part)]
    assert bare == []


def _is_described(part: Json) -> bool:
    if not isinstance(part, dict):
        return False
    target = part.get("$ref")
    if "description" in part:
        return True
    return isinstance(target, str) and "description" in SCHEMA["$defs"][target.split("/")[-1]]


def _parts(schema: Json, path: str) -> Iterator[tuple[str, Json]]:
    """The schema of each property, at any depth."""
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict) and "type" in schema:
            yield from ((f"{path}/{key}", part) for key, part in properties.items())
        for key, part in schema.items():
            yield from _parts(part, f"{path}/{key}")
