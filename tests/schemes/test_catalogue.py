"""The catalogue is sound, and every scheme's example is an argument of that scheme."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.diagnostics import has_errors
from argmap.schemes import CONCLUSION, STEP, Scheme, known_schemes, variables
from argmap.schemes.catalogue import GROUPS, SCHEMES
from argmap.schemes.document import pages
from argmap.schemes.read import is_name
from argmap.syntax import format_document
from argmap.syntax.vocabulary import STRENGTHS
from argmap.workspace import load_text
from tests.conftest import Golden
from tests.lint.run import check

FOLDER = Path(__file__).parents[2] / "docs" / "schemes"

every_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)


def test_there_are_enough_and_no_two_of_a_name() -> None:
    assert len(SCHEMES) >= 25
    names = [name for scheme in SCHEMES for name in (scheme.name, *scheme.aliases)]
    assert len(names) == len(set(names)) == len(known_schemes())
    assert not set(names) & set(STRENGTHS)
    assert sum(len(group) for group in GROUPS.values()) == len(SCHEMES)


@every_scheme
def test_it_is_well_formed(scheme: Scheme) -> None:
    assert all(map(is_name, (scheme.name, *scheme.aliases, *scheme.roles)))
    assert len(scheme.roles) == len(set(scheme.roles))
    assert not {STEP, CONCLUSION} & set(scheme.roles)
    challenged = {question.challenges for question in scheme.questions}
    assert challenged <= {STEP, CONCLUSION, *(premise.name for premise in scheme.premises)}
    assert scheme.references
    for premise in scheme.premises:
        assert premise.text.endswith(".")
        assert premise.name in challenged, "no question asks whether it holds"
    assert scheme.about.endswith(".")
    assert scheme.conclusion.endswith(".")
    assert all(question.text.endswith("?") for question in scheme.questions)


@every_scheme
def test_its_variables_hang_together(scheme: Scheme) -> None:
    """Nothing comes into the conclusion or a question that no premise or conclusion speaks of."""
    premises = {name for premise in scheme.premises for name in variables(premise.text)}
    assert set(variables(scheme.conclusion)) <= premises
    for question in scheme.questions:
        assert set(variables(question.text)) <= premises


@every_scheme
def test_its_example_is_one(scheme: Scheme) -> None:
    loaded = load_text(scheme.example, "x.arg")
    assert not has_errors(loaded.diagnostics)
    assert format_document(loaded.document) == scheme.example
    assert check(scheme.example) == ()
    (step,) = [step for step in loaded.map.steps if step.scheme == scheme.name]
    assert {role.name for role in step.roles} >= {premise.name for premise in scheme.premises}
    answered = [step.answers for step in loaded.map.steps if step.answers]
    assert answered
    assert all(scheme.question(name) for name in answered)


@pytest.mark.parametrize(("name", "text"), pages().items())
def test_page(name: str, text: str, golden: Golden) -> None:
    """`pytest tests/schemes --accept` writes the pages anew."""
    golden(FOLDER / name, text)


def test_no_page_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(pages())
