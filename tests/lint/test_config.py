"""argmap.toml and `[tool.argmap]`: what is read, and what is said where it cannot be."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from argmap.config import KEYS, Config, Override, PerFile, read_config
from argmap.schemes import Premise, Question, Scheme

SCHEMA = Path(__file__).parents[2] / "docs" / "argmap-config.schema.json"

WHOLE = """\
select = ["ARG1", "self-support"]
extend-select = ["one-sided"]
ignore = ["ARG115"]
fail-on = "error"
output-format = "concise"
exclude = ["drafts/*"]
baseline = "baseline.json"
tags = ["costs"]
longest-claim = 40

[severity]
run-on-text = "error"

[per-file-ignores]
"old/*.arg" = ["duplicate-text"]

[schemes.field-test]
about = "What worked in a field test will work in use."
conclusion = "{product} will work in use."
premises = { test = "{product} worked in {trial}." }

[schemes.field-test.questions]
fair = { asks = "Was {trial} like real use?", challenges = "step" }
"""
FIELD_TEST = Scheme(
    "field-test",
    "Field test",
    "What worked in a field test will work in use.",
    (Premise("test", "{product} worked in {trial}."),),
    "{product} will work in use.",
    (Question("fair", "Was {trial} like real use?", "step"),),
)


def mistakes(text: str, path: str = "argmap.toml") -> list[str]:
    found = read_config(path, text)
    assert isinstance(found, tuple)
    return [str(one) for one in found]


def test_all_settings() -> None:
    assert read_config("argmap.toml", WHOLE) == Config(
        select=("ARG1", "self-support"),
        extend_select=("one-sided",),
        ignore=("ARG115",),
        per_file_ignores=(PerFile("old/*.arg", ("duplicate-text",)),),
        severity=(Override("run-on-text", "error"),),
        fail_on="error",
        output_format="concise",
        exclude=("drafts/*",),
        baseline="baseline.json",
        tags=("costs",),
        schemes=(FIELD_TEST,),
        longest_claim=40,
    )


def test_pyproject() -> None:
    assert read_config("pyproject.toml", "[tool.ruff]\nselect = []\n") is None
    text = '[tool.argmap]\nfail-on = "info"\n'
    assert read_config("a/pyproject.toml", text) == Config(fail_on="info")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nselct = ["a"]\n', "argmap.toml:2: there is no setting `selct`; did you mean `select`?"),
        ("select = 3\n", 'argmap.toml:1: `select` must be a list of texts, such as ["…", "…"]'),
        ('fail-on = "bad"', "argmap.toml:1: `fail-on` must be one of error, warning, info"),
        ("longest-claim = true", "argmap.toml:1: `longest-claim` must be a whole number above 0"),
        ('[severity]\na = "x"', "argmap.toml:2: `a` must be one of error, warning, info"),
        ("severity = 1", 'argmap.toml:1: `severity` must be a table of rule = "level"'),
        ("a = \n", "argmap.toml:1: this is not TOML: invalid value"),
        ("baseline = ''", "argmap.toml:1: `baseline` must be a text in quotes"),
    ],
)
def test_mistakes(text: str, said: str) -> None:
    assert mistakes(text) == [said]


def test_mistakes_in_pyproject_know_their_line() -> None:
    text = "[tool.other]\nselct = 1\n\n[tool.argmap]\nselct = 1\n"
    assert mistakes(text, "pyproject.toml")[0].startswith("pyproject.toml:5: ")
    assert mistakes("[tool]\nargmap = 1\n", "pyproject.toml") == [
        "pyproject.toml:1: `tool.argmap` must be a table"
    ]


def test_all_mistakes_are_told_at_once() -> None:
    assert len(mistakes("a = 1\nselect = 1\n[severity]\nb = 1\n")) == 3


def test_the_schema_says_the_same() -> None:
    schema = json.loads(SCHEMA.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    assert tuple(schema["properties"]) == KEYS
    validate = jsonschema.Draft202012Validator(schema)
    assert validate.is_valid(tomllib.loads(WHOLE))
    for wrong in (
        "selct = []",
        "select = 3",
        'fail-on = "x"',
        "longest-claim = 0",
        "severity = 1",
        'schemes = ["a"]',
        "[schemes.a]",
        '[schemes.a]\nabout = "A."\nconclusion = "C."\npremises = {}',
    ):
        assert not validate.is_valid(tomllib.loads(wrong))
