"""What a drawing writes at a step, and what is said of a label."""

from __future__ import annotations

import pytest

from argmap.model import Step
from argmap.model.words import FARES, step_words
from argmap.syntax.vocabulary import LABELS, STRENGTHS


def said(
    scheme: str | None = None, strength: float | None = None, answers: str | None = None
) -> str:
    return step_words(Step("s", "support", ("a",), "b", scheme, strength, answers=answers))


@pytest.mark.parametrize(("word", "value"), STRENGTHS.items())
def test_every_strength_of_the_language_has_its_word(word: str, value: float) -> None:
    assert said(strength=value) == ("" if word == "moderate" else word)


def test_a_strength_between_is_a_number_of_two_places() -> None:
    assert [said(strength=value) for value in (0.3, 1 / 3, 0.0)] == ["0.3", "0.33", "0"]


def test_scheme_question_and_strength_in_this_order() -> None:
    assert said() == ""
    assert said("expert-opinion") == "expert opinion"
    assert said("sign", 0.75, "other-causes") == "sign, other causes?, strong"


def test_every_label_of_the_language_has_its_words() -> None:
    assert FARES.keys() == set(LABELS)
