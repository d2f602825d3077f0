"""`argmap convert`: which format is meant, what is written, and when nothing is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .helpers import BAD, GOOD, Runner


def test_to_json_and_back(run: Runner, maps: Path) -> None:
    there = run("convert", "maps/good.arg", "good.json")
    assert (there.code, there.out, there.err) == (0, "", "Wrote good.json.\n")
    back = run("convert", "good.json", "again.arg", "-q")
    assert (back.code, back.out, back.err) == (0, "", "")
    assert (maps.parent / "again.arg").read_text() == GOOD


def test_standard_streams(run: Runner) -> None:
    there = run("convert", "-", "-", "--to", "json", stdin=GOOD)
    assert there.code == 0
    assert [claim["id"] for claim in json.loads(there.out)["claims"]] == ["rain", "clouds"]
    assert run("convert", "-", "-", "--to", "arg", stdin=there.out).out == GOOD


def test_named_formats_win_over_suffixes(run: Runner, maps: Path) -> None:
    assert run("convert", "maps/good.arg", "map.txt", "--to", "json").code == 0
    assert json.loads((maps.parent / "map.txt").read_text())["argmap"] == 1
    result = run("convert", "map.txt", "-", "--from", "JSON", "--to", "Arg")
    assert (result.code, result.out) == (0, GOOD)


def test_errors_of_the_language(run: Runner, maps: Path) -> None:
    result = run("convert", "maps/bad.arg", "bad.json")
    assert (result.code, result.out) == (1, "")
    assert result.err == run("check", "maps/bad.arg").out
    assert not (maps.parent / "bad.json").exists()
    assert run("convert", "-", "-", "--to", "json", stdin=BAD).code == 1


@pytest.mark.parametrize("text", ["{", "[]", '{"argmap": 1, "claims": [{"id": "x"}]}', "", "null"])
def test_json_that_is_no_map(run: Runner, tmp_path: Path, text: str) -> None:
    (tmp_path / "m.json").write_text(text)
    result = run("convert", "m.json", "m.arg")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("error[FMT")
    assert "┌─ m.json:1:" in result.err
    assert not (tmp_path / "m.arg").exists()


@pytest.mark.parametrize("levels", [10_000, 1_000_000])
def test_json_of_any_depth_is_no_traceback(run: Runner, tmp_path: Path, levels: int) -> None:
    (tmp_path / "m.json").write_text("[" * levels)
    assert run("convert", "m.json", "m.arg").code == 1


def test_strict_refuses_a_loss(run: Runner, tmp_path: Path) -> None:
    # A line break inside a text is nothing that an .arg file can say.
    there = json.loads(run("convert", "-", "-", "--to", "json", stdin=GOOD).out)
    there["claims"][0]["text"] = "It will\nrain."
    (tmp_path / "m.json").write_text(json.dumps(there))
    strict = run("convert", "--strict", "m.json", "m.arg")
    assert strict.code == 1
    assert strict.err.startswith("lost: ")
    assert strict.err.endswith("argmap: nothing was written, because of --strict\n")
    assert not (tmp_path / "m.arg").exists()
    lax = run("convert", "m.json", "m.arg")
    assert lax.code == 0
    assert lax.err.startswith("lost: ")
    assert run("check", "m.arg").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("maps/good.arg", "x.jsn"), "did you mean `.json`? (or use --to)"),
        (("maps/good.arg", "x"), "cannot tell the format of `x` by its name"),
        (("maps/good.arg", "-"), "`-` has no suffix to tell the format by; use --to"),
        (("maps/good.arg", "-", "--to", "jsn"), "no format is called `jsn`; did you mean `json`?"),
        (("-", "x.json", "--from", "jsn"), "no format is called `jsn`; did you mean `json`?"),
        (("maps/good.txt", "x.json"), "cannot tell the format of `maps/good.txt` by its name"),
        (("maps/good.arg", "maps/../maps/good.arg"), "would be written over itself"),
        (("maps/gone.arg", "x.json"), "there is no such file"),
        (("maps/good.arg", "no/x.json"), "there is no folder no; make it first"),
        (("latin.json", "x.arg"), "it is not UTF-8 text, from byte 3 on"),
    ],
)
def test_what_cannot_be_done(
    run: Runner, maps: Path, arguments: tuple[str, ...], message: str
) -> None:
    (maps.parent / "latin.json").write_bytes(b'{"\xe9": 1}')
    result = run("convert", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
