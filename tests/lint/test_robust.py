"""Whatever a file holds, checking it ends with findings that can be written in every format."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.inputs import Input
from argmap.cli.judge import Judged, judge_all, together
from argmap.diagnostics import Diagnostic
from argmap.lint.fingerprints import fingerprints
from argmap.report import FORMATS, Findings, writer
from argmap.source import SourceFile
from argmap.workspace import Loaded, load_text
from argmap.workspace.findings import findings_of
from tests.lint.run import settings
from tests.syntax.texts import careless, honest

ALL = settings(select=("ARG",))
MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.arg"))


def judged(data: bytes | str) -> tuple[Loaded, Findings]:
    loaded = load_text(data, "map.arg")
    found = findings_of(loaded, ALL)
    return loaded, Findings(found, loaded.files, 1)


def inside(one: Diagnostic, source: SourceFile) -> bool:
    line, column, end_line, end_column = one.span[1:]
    return (line, column) <= (end_line, end_column) and 1 <= line <= source.line_count + 1


def sound(data: bytes | str) -> None:
    """What holds of every text."""
    loaded, findings = judged(data)
    source = loaded.document.source
    assert all(inside(one, source) for one in findings.diagnostics)
    for name in FORMATS:
        text = writer(name)(findings, False)
        text.encode("utf-8")
        if name in ("json", "gitlab", "rdjson", "sarif"):
            json.loads(text)
        if name == "junit":
            ElementTree.fromstring(text)
        if name == "github":
            assert len(text.splitlines()) == len(findings.diagnostics)
    keys = fingerprints(findings.diagnostics, findings.files)
    assert len(set(keys)) == len(keys)


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    sound(data)


@given(st.one_of(careless, honest()))
def test_any_lines(text: str) -> None:
    sound(text)


@given(st.sampled_from(MAPS), st.data())
def test_maps_cut_and_changed(path: Path, data: st.DataObject) -> None:
    text = path.read_text()[:4000]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 200, len(text))))
    middle = data.draw(st.sampled_from(["", "\n", "  ", "[", "{", "x", "\x00", "\r", "  + [a]\n"]))
    sound(text[:start] + middle + text[end:])


def test_many_files_on_many_cores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["[a] A.\n  + [a]\n", "[a] A.\n  + [b]\n", "[a] A.\n\n[b] B.\n  + [c] C.\n"]
    for number in range(40):
        (tmp_path / f"{number:02}.arg").write_text(texts[number % 3])
    maps = [Input(path, path.name, tmp_path) for path in sorted(tmp_path.iterdir())]

    def run() -> tuple[Judged, ...]:
        return tuple(judge_all(maps, [ALL] * len(maps)))

    alone = run()
    monkeypatch.setattr("argmap.cli.judge.MANY", 2)
    assert run() == alone
    assert len(together(alone).diagnostics) == 40


def test_fingerprints_survive_edits_elsewhere() -> None:
    text = "[a] A.\n  + [b] B.\n\n[c] C.\n\n[d] D.\n  + [d]\n"
    moved = "# Title\n\n// more\n" + text.replace("[b] B.", "[b] Something else.")
    first, second = judged(text)[1], judged(moved)[1]
    assert fingerprints(first.diagnostics, first.files) == fingerprints(
        second.diagnostics, second.files
    )


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_maps_of_the_project_raise_nothing(path: Path) -> None:
    loaded = load_text(path.read_bytes(), path.name, path.parent)
    assert findings_of(loaded, settings()) == ()
