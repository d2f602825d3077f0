"""The story of a claim: each part told once, circles marked, at any depth."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.formats.evaluation import story as stories
from argmap.formats.evaluation.text import WIDTH
from argmap.model import ArgumentMap, Attribute, Claim, Step
from argmap.semantics.evaluate import evaluate
from argmap.workspace import load_text
from tests.conftest import Golden
from tests.semantics.maps import maps
from tests.semantics.test_reasons import LARGE, read

STORIES = Path(__file__).parent / "stories"


def story(text: str, claim: str) -> str:
    """What is told of a claim in a map."""
    map_ = read(text)
    return stories.write(map_, evaluate(map_), claim)


def test_a_story_leads_down_to_what_is_given(golden: Golden) -> None:
    """Steps in the marks of the language, undercuts below what they cut."""
    path = STORIES / "move.arg"
    loaded = load_text(path.read_text(encoding="utf-8"), "move.arg")
    evaluation = evaluate(loaded.map)
    told = [stories.write(loaded.map, evaluation, claim) for claim in ("now", "later", "safe")]
    golden(path.with_suffix(".txt"), "\n".join(told))


def test_shared_parts_are_told_once() -> None:
    """The second time, the reader is pointed back."""
    text = "[a] A.\n  + [b] B.\n  & [c] C.\n    + [b]\n"
    assert story(text, "a") == (
        "[a] A.  test.arg:1\n"
        "  ✓ stands: [b] and [c] together (moderate) support it, and nothing speaks against it.\n"
        "  + [b] B.  line 2\n"
        "    ✓ stands: nothing speaks against it.\n"
        "  & [c] C.  line 3\n"
        "    ✓ stands: [b] (moderate) supports it, and nothing speaks against it.\n"
        "    + [b]  ✓ stands: as told above.  line 4\n"
    )


def test_circles_are_marked() -> None:
    """A claim that leads back to one being told."""
    assert story("[hen] A hen.\n  + [egg] An egg.\n    + [hen]\n", "hen") == (
        "[hen] A hen.  test.arg:1\n"
        "  ∅ has nothing left to rest on: its only reason, [egg], leads back to it.\n"
        "  + [egg] An egg.  line 2\n"
        "    ∅ has nothing left to rest on: its only reason, [hen], leads back to it.\n"
        "    + [hen]  ∅ has nothing left to rest on: in a circle, see above.  line 3\n"
    )


def test_what_is_settled_is_in_no_circle() -> None:
    """[b] falls to [a], which does not need that to stand."""
    told = story("[a] A.\n  > so\n  -(weak) [b] B.\n    - [a]\n", "a")
    assert "    - [a]  ✓ stands: as told above." in told


def test_claims_without_ids_are_told_by_their_words() -> None:
    """All of them, and once."""
    text = "It is so, as all agree who have looked into it.\n  - It is not.\n"
    claim = read(text).claims[0].id
    assert story(text, claim) == (
        "It is so, as all agree who have looked into it.  test.arg:1\n"
        "  ✗ falls: “It is not” (moderate) rebuts it and is not answered; a bare "
        "claim gives way to that.\n"
        "  - It is not.  line 2\n"
        "    ✓ stands: nothing speaks against it.\n"
    )


def test_no_undercut_of_what_may_yet_count_is_left_out() -> None:
    """[doubt] stands, and yet [held] may count: only the whole story says how."""
    text = (
        "[moved] It moved.\n  + [fits] It fits.\n  - [held] Nothing moves it.\n"
        "    ! [doubt] No cause is known yet.\n      ! [bars] None can be.\n        + [rigid]\n"
        "    + [rigid] It is rigid.\n      -(weak) [soft] It is soft.\n"
    )
    told = story(text, "moved")
    assert told.index("! [doubt] No cause") < told.index("! [bars] None") < told.rindex("+ [rigid]")


def test_no_proof_takes_for_granted_what_it_proves() -> None:
    """[b] falls to [a] as well, but [a] stands only because [b] falls."""
    told = story("[a] A.\n  - [b]\n\n[b] B.\n  - [a]\n  - [c] C.\n", "a")
    assert "✗ falls: [c] (moderate) rebuts it and is not answered" in told
    assert "in a circle" not in told


def test_what_is_lost_is_told_where_it_would_have_mattered() -> None:
    """The strong rebuttal is answered, and it is the weak one that the reason weighs."""
    text = (
        "[a] A.\n  + [b] B.\n  -(weak) [c] C.\n  -(strong) [d] D.\n    - [e] E.\n"
        "  -(weak) [f] F.\n    - [e]\n"
    )
    told = story(text, "a")
    assert "-(strong) [d] D." in told
    assert "[f]" not in told


@given(maps)
@settings(max_examples=100, suppress_health_check=LARGE)
def test_every_story_ends(map_: ArgumentMap) -> None:
    """No claim's reason is told twice in one story."""
    evaluation = evaluate(map_)
    for claim in map_.claims:
        told = [part.claim for part in stories.parts(map_, evaluation, claim.id) if not part.told]
        assert len(told) == len(set(told))
        lines = stories.write(map_, evaluation, claim.id).splitlines()
        assert all(len(line) <= WIDTH for line in lines)


def unchanged(map_: ArgumentMap, kept: list[Step]) -> tuple[Claim, ...]:
    """The claims, of which none is put forward because its reasons have been left out."""
    before, now = (
        {one.target for one in steps if one.kind == "support"} for steps in (map_.steps, kept)
    )
    open_ = Attribute("stance", "open")
    return tuple(
        replace(one, attributes=(*(a for a in one.attributes if a.key != "stance"), open_))
        if one.id in before - now
        else one
        for one in map_.claims
    )


@given(maps, st.randoms(use_true_random=False))
@settings(max_examples=300, suppress_health_check=LARGE)
def test_a_story_suffices(map_: ArgumentMap, random: Random) -> None:
    """Whatever is left out of a map that the story of a claim does not tell of, the claim fares as
    it did; so no proof takes for granted what it proves. A claim that so loses its reasons is not
    put forward for that. What a conclusive step hands on is told by its
    premises' best alone, and of what contests a claim one point is enough."""
    assume(all(step.strength != 1 for step in map_.steps))
    evaluation = evaluate(map_)
    labels = evaluation.claims
    for claim in map_.claims:
        told = {part.step for part in stories.parts(map_, evaluation, claim.id)}
        kept = [step for step in map_.steps if step.id in told or random.random() < 0.5]
        while True:
            there = {step.id for step in kept}
            left = [one for one in kept if one.kind != "undercut" or one.target in there]
            if len(left) == len(kept):
                break
            kept = left
        part = replace(map_, steps=tuple(kept), claims=unchanged(map_, kept))
        now, before = evaluate(part).claims[claim.id].label, labels[claim.id].label
        if before == "undecided":
            assert now != "in"
        else:
            assert now == before or {now, before} == {"out", "unsupported"}


@pytest.mark.parametrize("depth", [20_000])
def test_depth_is_no_problem(depth: int) -> None:
    """A chain of reasons far deeper than the stack."""
    claims = tuple(Claim(f"c{number}", "So.") for number in range(depth))
    steps = tuple(
        Step(f"s{number}", "support", (f"c{number + 1}",), f"c{number}")
        for number in range(depth - 1)
    )
    map_ = ArgumentMap(claims=claims, steps=steps)
    told = stories.write(map_, evaluate(map_), "c0")
    assert told.count("] So.") == depth
