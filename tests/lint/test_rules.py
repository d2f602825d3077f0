"""Every rule fires where it must, stays silent where it must, and explains itself.

A rule's folder in `cases` has `fires.arg` with what is found in it in `check.txt`, and `silent.arg`
with cases that look alike and are fine.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.lint import registry
from argmap.lint.document import read_doc
from argmap.report import Findings, writer
from argmap.workspace import Loaded, load
from argmap.workspace.findings import findings_of
from tests.conftest import Golden
from tests.lint.run import check, names, settings

CASES = Path(__file__).parent / "cases"
OPTIONS: dict[str, dict[str, object]] = {"unknown-tag": {"tags": ("costs", "safety")}}
"""What a rule has to be told to say anything."""

HEADINGS = ("What it does", "Why it is bad", "Example", "Use instead", "Fix", "Reference")
"""The parts that the documentation of a rule may have, in their order; the first four it must."""

every_rule = pytest.mark.parametrize(
    "code", registry.MODULES, ids=lambda code: registry.NAMES[code]
)


def read(code: str, case: str, monkeypatch: pytest.MonkeyPatch) -> Loaded:
    monkeypatch.chdir(CASES / registry.NAMES[code])
    loaded = load(Path(case))
    assert not loaded.diagnostics
    return loaded


@every_rule
def test_fires(code: str, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    name = registry.NAMES[code]
    loaded = read(code, "fires.arg", monkeypatch)
    found = findings_of(loaded, settings(extend_select=(code,), **OPTIONS.get(name, {})))
    assert name in names(found)
    told = tuple(one for one in found if one.name == name)
    golden(Path("check.txt").absolute(), writer("full")(Findings(told, loaded.files, 1), False))


@every_rule
def test_stays_silent(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name = registry.NAMES[code]
    loaded = read(code, "silent.arg", monkeypatch)
    found = findings_of(loaded, settings(extend_select=(code,), **OPTIONS.get(name, {})))
    assert name not in names(found)


@every_rule
def test_says_what_it_is(code: str) -> None:
    loaded = registry.rule(code)
    assert (loaded.rule.code, loaded.rule.name) == (code, registry.NAMES[code])
    doc = read_doc(loaded.doc)
    headings = [heading for heading, _ in doc.parts]
    assert headings == [heading for heading in HEADINGS if heading in headings]
    assert headings[:4] == list(HEADINGS[:4])
    assert ("Fix" in headings) == (loaded.rule.fix is not None)


@every_rule
def test_its_example_is_one(code: str) -> None:
    name = registry.NAMES[code]
    doc = read_doc(registry.rule(code).doc)
    given = {"extend_select": (code,), **OPTIONS.get(name, {})}
    folder = CASES / name
    assert name in names(check(doc.part("Example"), folder, **given))
    assert name not in names(check(doc.part("Use instead"), folder, **given))


def test_every_folder_is_of_a_rule() -> None:
    assert {path.name for path in CASES.iterdir()} == set(registry.CODES)


def test_messages_are_of_one_style() -> None:
    for path in CASES.glob("*/check.txt"):
        for line in path.read_text().splitlines():
            if line.startswith(("error[", "warning[", "info[")):
                message = line.partition("]: ")[2]
                assert not message.endswith(".")
                assert not message[0].isupper()
