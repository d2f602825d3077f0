"""`argmap scheme`: what each scheme is, those of the project among them."""

from __future__ import annotations

import json
from pathlib import Path

from argmap.schemes.catalogue import SCHEMES
from argmap.schemes.read import read_schemes

from .helpers import Runner

OWN = """\
[tool.argmap.schemes.field-test]
about = "What worked in a field test will work in use."
conclusion = "{product} will work in use."
premises = { test = "{product} worked in {trial}." }
"""


def test_all_are_listed(run: Runner) -> None:
    lines = run("scheme").out.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert listed == [scheme.name for scheme in SCHEMES]


def test_one_in_full(run: Runner) -> None:
    shown = run("scheme", "expert-opinion")
    assert shown.code == 0
    page = Path(__file__).parents[2] / "docs" / "schemes" / "expert-opinion.md"
    assert shown.out == page.read_text(encoding="utf-8")
    assert run("scheme", "authority") == shown


def test_those_of_the_project_come_first(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(OWN)
    lines = run("scheme").out.splitlines()
    assert lines[0] == "The project's own"
    assert lines[1].split()[0] == "field-test"
    page = run("scheme", "field-test").out
    assert page.startswith("# field-test\n\nField test. What worked in a field test")
    assert "+(field-test, role: test) [test] {product} worked in {trial}." in page


def test_one_that_there_is_not(run: Runner, tmp_path: Path) -> None:
    result = run("scheme", "expert-opinon")
    assert result.code == 2
    said = "argmap scheme: no scheme is called `expert-opinon`; did you mean `expert-opinion`?\n"
    assert result.err.startswith(said)
    (tmp_path / "argmap.toml").write_text("[schemes.a]\nabuot = 1\n")
    result = run("scheme")
    assert result.code == 2
    assert "argmap: argmap.toml:2: `a` has no field `abuot`; did you mean `about`?" in result.err


def test_as_json_they_read_back_the_same(run: Runner, tmp_path: Path) -> None:
    assert read_schemes(json.loads(run("scheme", "--to", "json").out)["schemes"], ()) == (
        SCHEMES,
        (),
    )
    one = json.loads(run("scheme", "authority", "--to", "json").out)["schemes"]
    assert list(one) == ["expert-opinion"]
    assert run("scheme", "authorty", "--to", "json").code == 2
    own = OWN.replace("field-test", "sign")
    (tmp_path / "pyproject.toml").write_text(own)
    names = list(json.loads(run("scheme", "--to", "json").out)["schemes"])
    assert names[0] == "sign"
    assert sorted(names) == sorted(scheme.name for scheme in SCHEMES)
