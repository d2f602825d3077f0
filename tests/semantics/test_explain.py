"""The story of a claim: each part told once, circles marked, at any depth."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.model import ArgumentMap, Claim, Step
from argmap.semantics.evaluate import evaluate
from argmap.semantics.explain import explain
from argmap.workspace import load_text
from tests.conftest import Golden
from tests.semantics.maps import maps
from tests.semantics.test_reasons import LARGE, read

STORIES = Path(__file__).parent / "stories"


def story(text: str, claim: str) -> str:
    """What is told of a claim in a map."""
    map_ = read(text)
    return explain(map_, evaluate(map_), claim)


def test_a_story_leads_down_to_what_is_given(golden: Golden) -> None:
    """Steps in the marks of the language, undercuts below what they cut."""
    path = STORIES / "move.arg"
    loaded = load_text(path.read_text(encoding="utf-8"), "move.arg")
    evaluation = evaluate(loaded.map)
    told = [explain(loaded.map, evaluation, claim) for claim in ("now", "later", "safe")]
    golden(path.with_suffix(".txt"), "\n".join(told))


def test_shared_parts_are_told_once() -> None:
    """The second time, the reader is pointed back."""
    text = "[a] A.\n  + [b] B.\n  & [c] C.\n    + [b]\n"
    assert story(text, "a") == (
        "[a] A.\n"
        "[a] stands: [b] and [c] together (moderate) support it, and nothing speaks against it."
        "  test.arg:1\n"
        "  + [b] stands: nothing speaks against it.  test.arg:2\n"
        "  & [c] stands: [b] (moderate) supports it, and nothing speaks against it.  test.arg:3\n"
        "    + [b] stands: as told above.  test.arg:4\n"
    )


def test_circles_are_marked() -> None:
    """A claim that leads back to one being told."""
    assert story("[hen] A hen.\n  + [egg] An egg.\n    + [hen]\n", "hen") == (
        "[hen] A hen.\n"
        "[hen] has nothing left to rest on: its only reason, [egg], leads back to it.  test.arg:1\n"
        "  + [egg] has nothing left to rest on: its only reason, [hen], leads back to it."
        "  test.arg:2\n"
        "    + [hen] has nothing left to rest on: in a circle, see above.  test.arg:3\n"
    )


@given(maps)
@settings(max_examples=100, suppress_health_check=LARGE)
def test_every_story_ends(map_: ArgumentMap) -> None:
    """No claim's reason is told twice in one story."""
    evaluation = evaluate(map_)
    for claim in map_.claims:
        _, *lines = explain(map_, evaluation, claim.id).splitlines()
        names = [re.search(r"\[[^]]+\]", line) for line in lines if "above." not in line]
        told = [name[0] for name in names if name]
        assert len(told) == len(lines) - sum("above." in line for line in lines)
        assert len(told) == len(set(told))


@pytest.mark.parametrize("depth", [20_000])
def test_depth_is_no_problem(depth: int) -> None:
    """A chain of reasons far deeper than the stack."""
    claims = tuple(Claim(f"c{number}", "So.") for number in range(depth))
    steps = tuple(
        Step(f"s{number}", "support", (f"c{number + 1}",), f"c{number}")
        for number in range(depth - 1)
    )
    map_ = ArgumentMap(claims=claims, steps=steps)
    told = explain(map_, evaluate(map_), "c0")
    assert told.count("\n") == depth + 1
