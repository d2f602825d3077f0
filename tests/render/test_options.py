"""Which part of a map is drawn, and which way round."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.model import ArgumentMap
from argmap.render import Direction, EngineChoice, NoSuchPart, RenderOptions, View, render_svg
from argmap.render.select import select
from argmap.semantics.evaluate import evaluate
from tests.render.made_maps import chain, maps, small
from tests.render.svg_reading import SVG, Seen, read

DEBATE = argmap.parse("""# A debate

? [q] Which?
  = [yes] Yes.
  = [no] No.

## For

[yes]
  + [a] A.
    ! [cut] It cuts the step from A.
      ! [cutcut] It cuts the cut.
    + [a1] A1.
      + [a2] A2.
        - [a3] A3.
  & [b] B.
    + [b1] B1.

### Deeper

[b1]
  + [b2] B2.

## Against

[no]
  + [c] C.
    + [c1] C1.
      + [a2]
""").map


def shown(view: View, map_: ArgumentMap = DEBATE) -> set[str]:
    return {claim.id for claim in select(map_, view).map.claims}


def test_no_view_is_the_whole_map() -> None:
    selected = select(DEBATE, View())
    assert selected.map is DEBATE
    assert (selected.hidden, selected.note) == ({}, "")


@pytest.mark.parametrize(
    ("depth", "claims", "hidden"),
    [
        (0, {"yes", "no"}, {"yes": 9, "no": 4}),
        (1, {"yes", "no", "a", "b", "cut", "cutcut", "c"}, {"a": 3, "b": 2, "c": 3}),
        (9, {claim.id for claim in DEBATE.claims}, {}),
    ],
)
def test_fold(depth: int, claims: set[str], hidden: dict[str, int]) -> None:
    selected = select(DEBATE, View(fold=depth))
    assert {claim.id for claim in selected.map.claims} == claims
    assert selected.hidden == hidden


@pytest.mark.parametrize(
    ("focus", "depth", "claims"),
    [
        ("a1", 0, {"a1"}),
        ("a1", 1, {"a1", "a2", "a"}),
        ("a1", 2, {"a1", "a2", "a3", "a", "b", "yes"}),
        ("cut", 1, {"cut", "a", "b", "yes", "cutcut"}),
        ("a2", 1, {"a2", "a3", "a1", "c1"}),
    ],
)
def test_focus(focus: str, depth: int, claims: set[str]) -> None:
    assert shown(View(focus=focus, depth=depth)) == claims


@pytest.mark.parametrize("section", ["For", "for", "1"])
def test_a_section_comes_with_what_it_speaks_about(section: str) -> None:
    selected = select(DEBATE, View(section=section))
    claims = {claim.id for claim in selected.map.claims}
    assert claims == {"yes", "a", "a1", "a2", "a3", "cut", "cutcut", "b", "b1", "b2"} | (
        {"c1"}  # a premise for it stands here
    )
    assert selected.map.questions[0].answers == ("yes",)
    assert "the section “For”" in selected.note


@pytest.mark.parametrize(
    ("view", "message"),
    [
        (View(focus="yess"), "no claim has the id `yess`; did you mean `yes`?"),
        (View(focus="[c1]"), "no claim has the id `[c1]`; did you mean `c1`?"),
        (View(focus="zzzzz"), "no claim has the id `zzzzz`; ids stand in brackets, as in `[yes]`"),
        (
            View(focus="q"),
            "`q` is a question; a picture can be about a claim, such as its answer",
        ),
        (View(focus="c", section="For"), "the claim `c` has no part in the section; leave one"),
        (View(section="Fort"), "the map has no section `Fort`; did you mean `For`?"),
        (View(section="9"), "no section `9`; it has: 1 For; 2 Deeper; 3 Against"),
    ],
)
def test_parts_that_are_not_there(view: View, message: str) -> None:
    with pytest.raises(NoSuchPart) as raised:
        select(DEBATE, view)
    assert message in str(raised.value)
    with pytest.raises(NoSuchPart, match="no sections"):
        select(chain(2), View(section="x"))
    with pytest.raises(NoSuchPart, match="the map gives no ids"):
        select(argmap.parse("A claim.").map, View(focus="x"))


def test_the_picture_of_a_part_says_so() -> None:
    options = RenderOptions(engine="tree", view=View(focus="a", depth=1))
    whole = evaluate(DEBATE)
    seen = read(render_svg(DEBATE, options, whole).svg)
    assert any(text.startswith("Shown: 1 step to either side") for text in seen.texts)
    assert "+2" in seen.texts
    assert "so many claims behind it are left out" in seen.texts
    marked = [one.get("id") for one in seen.root.iter() if "marked" in (one.get("class") or "")]
    assert marked == ["c-a"]
    for box in seen.boxes:
        if box.id.startswith("c-"):
            group = next(one for one in seen.root.iter(f"{SVG}g") if one.get("id") == box.id)
            assert whole.claims[box.id[2:]].label in (group.get("class") or "")


def test_a_circle_has_a_root() -> None:
    map_ = argmap.parse("[a] A.\n  + [b] B.\n    + [c] C.\n      + [a]\n[d] D.\n").map
    assert shown(View(fold=0), map_) == {"a", "d"}
    assert shown(View(fold=1), map_) == {"a", "b", "d"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    map_=maps(),
    view=st.builds(
        View,
        focus=st.sampled_from([None, "c0"]),
        depth=st.integers(0, 3),
        fold=st.sampled_from([None, 0, 1, 2]),
    ),
    direction=st.sampled_from(["left", "right"]),
)
def test_any_part_of_any_map(map_: ArgumentMap, view: View, direction: Direction) -> None:
    selected = select(map_, view)
    kept = {claim.id for claim in selected.map.claims}
    assert kept
    for step in selected.map.steps:
        assert kept.issuperset(step.premises)
        assert step.target in kept or step.target in selected.map.step
    assert set(selected.hidden) <= kept
    options = RenderOptions(engine="tree", view=view, direction=direction)
    seen = read(render_svg(map_, options).svg)
    assert {box.id for box in seen.boxes if box.id.startswith("c-")} == {f"c-{id_}" for id_ in kept}


def places(seen: Seen) -> dict[str, tuple[float, float]]:
    return {box.id: (box.left, box.top) for box in seen.boxes}


@pytest.mark.parametrize("engine", ["graphviz", "tree"])
def test_the_other_way_round_is_the_mirror_image(engine: EngineChoice) -> None:
    options = RenderOptions(engine=engine, direction="left")
    left = read(render_svg(small(), options).svg)
    right = read(render_svg(small(), RenderOptions(engine=engine, direction="right")).svg)
    assert (left.width, left.height) == (right.width, right.height)
    for box, other in zip(left.boxes, right.boxes, strict=True):
        assert (box.id, box.top) == (other.id, other.top)
        assert abs(box.left + other.right - left.width) <= 1.01
    assert len(left.lines) == len(right.lines)
    for line in right.lines:
        for x, y in line.points:
            assert 0 <= x <= right.width
            for box in right.boxes:
                assert not box.holds((x, y), 1.5)


@pytest.mark.parametrize(
    ("text", "mirrored"),
    [
        ("# הגשר\n\n[a] הגשר צריך להיפתח.\n  + [b] העיקוף ארוך.\n", True),
        ("[a] الجسر.\n  + [b] الطريق.\n", True),
        ("# The bridge\n\n[a] الجسر.\n  + [b] الطريق.\n", False),
        ("[a] The bridge.\n  + [b] The road.\n", False),
    ],
)
def test_maps_written_from_right_to_left_are_mirrored(text: str, mirrored: bool) -> None:
    found = places(read(render_svg(argmap.parse(text).map, RenderOptions(engine="tree")).svg))
    assert (found["c-a"][0] > found["c-b"][0]) == mirrored


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "m.arg").write_text("# M\n\n[a] A.\n  + [b] B.\n    + [c] C.\n", encoding="utf-8")
    (tmp_path / "own.css").write_text(".box{fill:pink}", encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    command = ["-c", code] if code else ["-m", "argmap", "render", *arguments]
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_command_takes_them(folder: Path) -> None:
    done = run(
        folder, "m.arg", "-o", "-", "--css", "own.css", "--focus", "a", "--depth", "1",
        "--theme", "mono", "--direction", "right",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    seen = read(done.stdout)
    assert {box.id for box in seen.boxes} == {"c-a", "c-b"}
    assert ".box{fill:pink}" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--focus", "x"), "m.arg: no claim has the id `x`"),
        (("--section", "x"), "m.arg: the map has no sections"),
        (("--css", "none.css"), "none.css"),
        (("--fold", "-1"), "--fold cannot be `-1`; it is a whole number from 0 on\n"),
        (("--fold", "two"), "--fold cannot be `two`; it is a whole number from 0 on\n"),
        (("--depth", "1"), "--depth is for --focus; say which claim, or use --fold"),
        (("--focus", ""), "--focus: it is empty; is a variable of the shell not set?"),
        (("--css", ""), "--css: it is empty"),
        (("--theme", "drak"), "--theme cannot be `drak`; did you mean `dark`?"),
        (("--theme", "red"), "--theme cannot be `red`; it is light, dark, auto, print or mono\n"),
        (("--engine", "'"), "--engine cannot be `'`; it is auto, graphviz or tree\n"),
    ],
)
def test_the_command_says_what_it_cannot_do(
    folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run(folder, "m.arg", "-o", "-", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_plain_picture_needs_no_semantics(folder: Path) -> None:
    code = (
        "import argmap, sys; argmap.render(argmap.load('m.arg').map, plain=True); "
        "print([name for name in sys.modules if name.startswith('argmap.semantics')])"
    )
    assert run(folder, code=code).stdout == "[]\n"
