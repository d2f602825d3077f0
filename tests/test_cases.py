"""Golden folders: each case is a map, and beside it what every stage makes of it.

`tree.txt` is the Document, `check.txt` the report; a map without errors also has `map.json` and,
where it is not the input itself, `fmt.arg`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.diagnostics import has_errors
from argmap.formats.json import write
from argmap.report import Findings, writer
from argmap.syntax import format_document
from argmap.workspace import Loaded, load, load_text
from tests.conftest import Golden
from tests.dump import dump

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/input.arg"))


@pytest.fixture(params=CASES, ids=lambda path: path.name)
def case(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case's folder, made the current one."""
    folder: Path = request.param
    monkeypatch.chdir(folder)
    return folder


def loaded() -> Loaded:
    return load(Path("input.arg"))


def test_tree(case: Path, golden: Golden) -> None:
    golden(case / "tree.txt", dump(loaded().document))


def test_check(case: Path, golden: Golden) -> None:
    found = loaded()
    golden(case / "check.txt", writer("full")(Findings(found.diagnostics, found.files, 1), False))


def test_map(case: Path, golden: Golden) -> None:
    found = loaded()
    if has_errors(found.diagnostics):
        assert not (case / "map.json").exists()
        return
    golden(case / "map.json", write(found.map))


def test_fmt(case: Path, golden: Golden) -> None:
    found = loaded()
    if has_errors(found.diagnostics):
        assert not (case / "fmt.arg").exists()
        return
    text = format_document(found.document)
    golden(case / "fmt.arg", text)
    assert format_document(load_text(text, "input.arg", case).document) == text
