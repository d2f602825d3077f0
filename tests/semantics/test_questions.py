"""The verdicts: one answer stands, or the question is open, with who leads and what decides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from argmap.model import ArgumentMap, Attribute, Claim, Step
from argmap.semantics.evaluate import evaluate
from argmap.semantics.evaluation import AnswerResult
from argmap.semantics.questions import Hinge, brief, judge, settled
from tests.semantics.maps import maps
from tests.semantics.test_reasons import LARGE, read

CONTEST = """\
? [q] Which?
  = [left] Left.
  = [right] Right.

[left]
  +(strong) [quick] It is quick.
    -(weak) [slow] It is slow.

[right]
  + [fair] It is fair.
"""


def test_one_answer_that_stands_is_the_verdict() -> None:
    """Whatever its strength."""
    found = evaluate(read("? [q] Which?\n  = [a] A.\n  = [b] B.\n\n[a]\n  + [c] C.\n"))
    result = found.questions["q"]
    assert result.verdict == "a"
    assert result.standing == ("a",)
    assert [answer.best for answer in result.answers] == ["c + a", None]


def test_a_tie_is_open_and_leans_nowhere() -> None:
    """Neither by label nor by strength."""
    text = "? [q] Which?\n  = [a] A.\n  = [b] B.\n\n[a]\n  + [c] C.\n\n[b]\n  + [d] D.\n"
    result = evaluate(read(text)).questions["q"]
    assert result.verdict is None
    assert result.leader is None
    assert result.gap == 0


def test_an_open_question_leans_to_the_stronger_answer() -> None:
    """By its lead over the next."""
    result = evaluate(read(CONTEST)).questions["q"]
    assert result.verdict is None
    assert result.leader == "left"
    left, right = (answer.strength for answer in result.answers)
    assert result.gap == pytest.approx(left - right)


def test_several_answers_may_stand_together() -> None:
    """Where they do not exclude each other."""
    text = "? [q] Which?  {any}\n  = [a] A.\n  = [b] B.\n\n[a]\n  + [c] C.\n\n[b]\n  + [c]\n"
    result = evaluate(read(text)).questions["q"]
    assert result.verdict is None
    assert result.standing == ("a", "b")


def test_a_question_without_answers() -> None:
    """It has no verdict and no leader."""
    result = judge([])
    assert (result.verdict, result.leader, result.gap) == (None, None, 0)


def test_a_lone_answer_leads_by_all_it_has() -> None:
    """There is nothing to compare it with."""
    result = judge([AnswerResult("a", "unsupported", 0.4, None)])
    assert (result.verdict, result.leader, result.gap) == (None, "a", 0.4)


def test_of_three_the_lead_is_that_over_the_next() -> None:
    """And two that are as strong as each other lead together, that is, neither does."""
    first, next_, last = (
        AnswerResult(id_, "undecided", strength, None)
        for id_, strength in (("a", 0.8), ("b", 0.7), ("c", 0.1))
    )
    result = judge([last, next_, first])
    assert result.leader == "a"
    assert result.gap == pytest.approx(0.1)
    tied = judge([first, AnswerResult("d", "undecided", 0.8, None), last])
    assert (tied.leader, tied.gap) == (None, 0)


def test_the_contested_point_that_decides() -> None:
    """If it holds, one answer stands; if it does not, the other."""
    map_ = read(CONTEST)
    found = brief(map_, evaluate(map_), map_.question["q"])
    assert found.contested == ("quick",)
    assert found.hinges == (Hinge("quick", ("left",), ("right",)),)


def test_a_contested_point_that_decides_nothing() -> None:
    """It is told, but it is no hinge."""
    map_ = read(f"{CONTEST}  +(conclusive) [sure] It is sure.  {{fact}}\n")
    found = brief(map_, evaluate(map_), map_.question["q"])
    assert found.contested == ("quick",)
    assert found.hinges == ()
    assert found.tried


@given(maps)
@settings(max_examples=150, suppress_health_check=LARGE)
def test_hinges_decide(map_: ArgumentMap) -> None:
    """What is said to follow if a point holds, or does not, follows when it is assumed or refuted;
    and nothing follows from those that are no hinges."""
    evaluation = evaluate(map_)
    for question in map_.questions:
        now = settled(question, evaluation.questions[question.id].standing)
        found = brief(map_, evaluation, question)
        hinges = {hinge.claim: (hinge.if_so, hinge.if_not) for hinge in found.hinges}
        assert found.tried
        assert hinges.keys() <= {*found.contested}
        for claim in found.contested:
            outcomes = []
            for tried, assume in ((map_, [claim]), (refuted(map_, claim), [])):
                result = evaluate(tried, assume=assume).questions[question.id]
                outcomes.append(settled(question, result.standing))
            assert tuple(outcomes) == hinges.get(claim, (now, now))


def refuted(map_: ArgumentMap, claim: str) -> ArgumentMap:
    """A map in which a fact speaks conclusively against a claim."""
    fact = Claim("~no", "No.", attributes=(Attribute("fact", True),))
    step = Step("~no - it", "rebuttal", (fact.id,), claim, strength=1.0)
    return replace(map_, claims=(*map_.claims, fact), steps=(*map_.steps, step))


def test_a_point_to_which_a_contest_comes_may_decide() -> None:
    """Not only one at which it begins: here whichever of the three is settled first."""
    map_ = read(
        "? [q] Which?\n  = [a] A.\n  = [b] B.\n\n[a]\n  + [x] X.\n  - [held] It is held.\n"
        "    +(strong) [rigid] It is rigid.\n      - [melts] It melts.\n        -(weak) [set] No."
    )
    found = brief(map_, evaluate(map_), map_.question["q"])
    assert found.contested == ("held", "rigid", "melts")
    assert found.tried
    assert {hinge.claim: (hinge.if_so, hinge.if_not) for hinge in found.hinges} == {
        "melts": (("a",), ()),
        "rigid": ((), ("a",)),
        "held": ((), ("a",)),
    }
