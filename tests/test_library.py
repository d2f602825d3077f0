"""The public library."""

from __future__ import annotations

import doctest
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import argmap

MAP = "# T\n[a] A.\n  + [b] B.  {likely}\n"


def test_every_public_name_is_there() -> None:
    for name in argmap.__all__:
        assert getattr(argmap, name) is not None


def test_the_example_in_the_docstring() -> None:
    assert doctest.testmod(argmap).failed == 0


def test_importing_argmap_loads_nothing_of_it() -> None:
    code = "import argmap, sys; print([m for m in sys.modules if m.startswith('argmap.')])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "m.arg"
    file.write_text(MAP, encoding="utf-8")
    result = argmap.load(file)
    assert result.ok
    assert result.map == argmap.parse(MAP).map
    with pytest.raises(argmap.CannotRead, match="there is no such file"):
        argmap.load(tmp_path / "none.arg")


def test_what_is_wrong_is_in_the_result() -> None:
    result = argmap.parse("+B\n", "x.arg")
    assert not result.ok
    assert [str(found.span) for found in result.diagnostics] == ["x.arg:1:1"]


def test_json_goes_out_and_comes_back() -> None:
    made = argmap.parse(MAP).map
    assert argmap.read(argmap.write(made, "json"), "json").map == made
    assert argmap.read(argmap.write(made, "arg"), "arg").map == made
    with pytest.raises(LookupError, match="did you mean `json`"):
        argmap.write(made, "jsn")


def test_a_map_is_drawn_and_shows_itself() -> None:
    made = argmap.parse(MAP).map
    assert argmap.render(made).startswith("<svg")
    assert made._repr_svg_() == argmap.render(made)  # type: ignore[attr-defined]


def names(found: tuple[argmap.Diagnostic, ...]) -> list[str]:
    return [one.name for one in found]


def test_a_map_is_checked_with_its_text_and_without() -> None:
    silenced = "[a] A.\n  // argmap: ignore[self-support] an example\n  + [a]\n\n[b] B.\n"
    result = argmap.parse(silenced)
    assert names(argmap.check(result)) == ["isolated-claim"]
    assert names(argmap.check(result.map)) == ["self-support", "isolated-claim"]
    assert all(one.fix is None for one in argmap.check(result.map))
    other = argmap.read(argmap.write(result.map, "json"), "json")
    assert names(argmap.check(other)) == ["self-support", "isolated-claim"]
    made = argmap.ArgumentMap(
        claims=(argmap.Claim("a", "A."), argmap.Claim("b", "B.")),
        steps=(argmap.Step("s", "support", ("a",), "a"),),
    )
    assert names(argmap.check(made)) == ["self-support", "isolated-claim"]


def test_rules_are_chosen() -> None:
    result = argmap.parse("[a] A.\n  + [a]\n\n[b] B.  {review: 2026-01-01}\n")
    assert names(argmap.check(result, select=["ARG101"])) == ["self-support"]
    assert names(argmap.check(result, ignore=["ARG1"])) == []
    assert names(argmap.check(result, select=["stale"])) == []
    assert names(argmap.check(result, select=["stale"], today=date(2026, 2, 1))) == ["stale"]
    with pytest.raises(LookupError, match="did you mean `self-support`"):
        argmap.check(result, select=["self-suport"])


def test_rules_are_not_applied_to_a_map_with_errors() -> None:
    result = argmap.parse("[a] A.\n  + [a]\n  + [c]\n")
    assert argmap.check(result) == result.diagnostics != ()


def test_quotations_are_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_text("<p>The ferry runs daily.")
    (tmp_path / "m.arg").write_text(
        "@page Page  {file: page.html}\n\n[a] A.\n  > The ferry runs weekly  @page\n"
    )
    result = argmap.load(tmp_path / "m.arg")
    with monkeypatch.context() as barred:
        barred.setitem(sys.modules, "selectolax", None)
        barred.setitem(sys.modules, "selectolax.lexbor", None)
        barred.delitem(sys.modules, "argmap.quotations.html", raising=False)
        with pytest.raises(argmap.MissingExtra, match="from HTML takes the extra `sources`"):
            argmap.check(result)
    (tmp_path / "page.html").write_text("<p>The ferry runs, daily.")
    assert names(argmap.check(result)) == ["quote-not-in-source"]


def test_a_map_is_evaluated() -> None:
    made = argmap.parse("[a] A.\n  - [b] B.\n").map
    found: argmap.Evaluation = argmap.evaluate(made)
    assert found.claims["a"].label == "out"
    assert argmap.evaluate(made, without=["b"]).claims["a"].label == "in"
    with pytest.raises(argmap.UnknownClaim, match="no claim has the id `c`"):
        argmap.evaluate(made, without=["c"])
