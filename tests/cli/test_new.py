"""`argmap new`: the first map is one that everything else accepts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.cli.starter import starter
from argmap.schemes import Scheme
from argmap.schemes.catalogue import SCHEMES
from argmap.syntax import format_document
from argmap.workspace import load_text
from tests.lint.run import check

from .helpers import Runner


def test_the_first_map_is_clean(run: Runner, tmp_path: Path) -> None:
    made = run("new", "debate.arg")
    assert (made.code, made.out) == (0, "")
    assert made.err == "Wrote debate.arg. Draw it with `argmap render debate.arg`.\n"
    assert run("check", "--fail-on", "info", "debate.arg").out == "1 map, no findings\n"
    assert run("fmt", "--check", "debate.arg").code == 0
    assert run("render", "debate.arg").code == 0
    assert (tmp_path / "debate.svg").exists()


def test_the_first_map_uses_each_kind_of_entry_it_explains(run: Runner) -> None:
    lines = run("new", "-").out.splitlines()
    first_words = {line.split()[0] for line in lines if line}
    assert first_words >= {"#", "?", "=", "+", "-", "&", "!", ">", "//", "@calendar"}


@pytest.mark.parametrize("content", ["", "mine"])
def test_nothing_is_written_over(run: Runner, tmp_path: Path, content: str) -> None:
    (tmp_path / "debate.arg").write_text(content)
    result = run("new", "debate.arg")
    assert result.code == 2
    assert result.err == (
        "argmap: cannot write debate.arg: it exists already; "
        "choose another name, or remove it first\n"
    )
    assert (tmp_path / "debate.arg").read_text() == content


def test_a_dangling_link_is_not_written_through(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "debate.arg").symlink_to("elsewhere.arg")
    assert run("new", "debate.arg").code == 2
    assert not (tmp_path / "elsewhere.arg").exists()


def test_the_name_of_a_map_ends_in_arg(run: Runner, tmp_path: Path) -> None:
    result = run("new", "debate")
    assert result.code == 2
    assert result.err.startswith("argmap new: the name of a map ends in .arg; try debate.arg\n")
    assert run("new", "no/such/debate.arg").err.startswith(
        "argmap: cannot write no/such/debate.arg: there is no folder no/such; make it first"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_the_map_that_a_scheme_starts_is_clean(scheme: Scheme) -> None:
    text = starter(scheme)
    loaded = load_text(text, "x.arg")
    assert format_document(loaded.document) == text
    assert check(text) == ()
    (step,) = loaded.map.steps
    assert step.scheme == scheme.name
    assert [role.name for role in step.roles] == [premise.name for premise in scheme.premises]
    assert [loaded.map.claim[p].text for p in step.premises] == [p.text for p in scheme.premises]
    for question in scheme.questions:
        assert (
            f"// {'!' if question.challenges == 'step' else '-'}(answers: {question.name})" in text
        )


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)
def test_each_question_of_it_is_an_entry_without_its_comment(scheme: Scheme) -> None:
    text = re.sub(r"^( *)// ([-!]\()", r"\1\2", starter(scheme), flags=re.MULTILINE)
    loaded = load_text(text, "x.arg")
    assert loaded.diagnostics == ()
    answered = {step.answers for step in loaded.map.steps if step.answers}
    assert answered == {question.name for question in scheme.questions}


TRICKY = """\
[schemes.tricky]
about = "A."
conclusion = "- {x}"
premises = { one = "[a] {x}", two = "{y}", three = "#tag {z: 1}" }
"""


def test_a_scheme_of_the_project(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text(TRICKY)
    made = run("new", "--scheme", "tricky", "-").out
    texts = [claim.text for claim in load_text(made, "x.arg").map.claims]
    assert texts == ["- {x}", "[a] {x}", "{y}", "#tag {z: 1}"]
    assert run("new", "--scheme", "tricky", "debate.arg").code == 0
    assert run("check", "--fail-on", "info", "debate.arg").code == 0
    assert run("fmt", "--check", "debate.arg").code == 0


def test_a_scheme_that_there_is_not(run: Runner, tmp_path: Path) -> None:
    result = run("new", "--scheme", "analgy", "debate.arg")
    assert result.code == 2
    said = "argmap new: no scheme is called `analgy`; did you mean `analogy`?\n"
    assert result.err.startswith(said)
    (tmp_path / "argmap.toml").write_text("schemes = 3")
    result = run("new", "--scheme", "analogy", "debate.arg")
    assert result.code == 2
    assert result.err.startswith("argmap: argmap.toml:1: `schemes` must be tables")
    assert not (tmp_path / "debate.arg").exists()
