"""The words that stand around texts: the foot of a box, and the legend's list of sources."""

from __future__ import annotations

import re
from itertools import pairwise

import argmap
from tests.render.svg_reading import SVG, Seen, read


def drawn(text: str) -> Seen:
    return read(argmap.render(argmap.parse(text, "map.arg").map, engine="tree", theme="light"))


def across(seen: Seen, id_: str, style: str) -> list[float]:
    """Where the things of a style in a box begin."""
    group = next(one for one in seen.root.iter(f"{SVG}g") if one.get("id") == id_)
    found = [one for one in group if (one.get("class") or "").split()[:1] == [style]]
    return [float(one.get("x") or re.findall(r"M([\d.]+)", one.get("d") or "")[0]) for one in found]


def test_what_the_writer_says_is_never_cut_short_for_want_of_a_row() -> None:
    who = "the standing committee on the use of shores and waters"
    seen = drawn(f"[a] A.\n  + [b] B.  {{by: {who}, likelihood: almost-certain}}\n")
    words = " ".join(text for text in seen.texts if text in f"{who} · almost certain")
    assert words == f"{who} · almost certain"
    assert not [text for text in seen.texts if text.endswith(("·", "…"))]


def test_the_foot_of_a_text_from_right_to_left_begins_at_the_right() -> None:
    seen = drawn("# M\n\n[a] A.  @s\n  + [b] الهواء نظيف.  @s\n\n@s S\n")
    for id_, order in (("c-a", 1), ("c-b", -1)):
        (mark,), (bar,) = across(seen, id_, "mark"), across(seen, id_, "fill")
        (chip,) = across(seen, id_, "chip")
        places = [mark, bar, chip][::order]
        assert places == sorted(places)
    boxes = {box.id: box for box in seen.boxes}
    (text,) = across(seen, "c-b", "text")
    assert boxes["c-b"].left < text
    assert max(across(seen, "c-b", "mark")) < boxes["c-b"].right


def test_the_number_of_a_whole_source_stands_before_it_and_places_after_it() -> None:
    seen = drawn(
        "@one First\n@two Second\n@three Third\n\n"
        "[a] A.  @one\n  + [b] B.  @two(p. 1)\n    + [c] C.  @three @three(p. 2)\n"
    )
    legend = next(one for one in seen.root.iter(f"{SVG}g") if one.get("class") == "legend")
    texts = [one.text for one in legend.iter(f"{SVG}text")]
    wanted = ["1", "First", "Second:", "2", "p. 1", "3", "Third:", "4", "p. 2"]
    assert texts[texts.index("Sources") + 1 :] == wanted


def test_the_legend_of_a_wide_picture_is_as_large_as_its_heading() -> None:
    many = "".join(f"[r{at}] R {at}.\n  + [x{at}] X {at}.\n" for at in range(99))
    groups = {one.get("class"): one.get("transform") or "" for one in drawn(f"# T\n\n{many}").root}
    scales = {name: re.search(r"scale\(([\d.]+)\)", groups[name]) for name in ("heading", "legend")}
    assert scales["heading"] is not None
    assert scales["legend"] is not None
    assert scales["heading"][1] == scales["legend"][1]


def test_signs_of_a_narrow_legend_lie_on_none_of_the_row_above() -> None:
    seen = drawn("[a] A.\n  + [b] B.\n    ! [c] C.\n      ! [d] D.\n  - [e] E.\n")
    legend = next(one for one in seen.root.iter(f"{SVG}g") if one.get("class") == "legend")
    rows: dict[float, list[float]] = {}
    for sample in legend.findall(f"{SVG}g"):
        found = re.findall(r"-?[\d.]+", sample.get("transform") or "")
        circles = list(sample.iter(f"{SVG}circle"))
        tops = [float(one.get("cy") or 0) - float(one.get("r") or 0) for one in circles]
        rows.setdefault(float(found[1]), []).append(min(tops, default=0.0))
    heights = sorted(rows)
    assert len(heights) > 2
    for above, row in pairwise(heights):
        assert row + min(rows[row]) > above + 7


def test_the_legend_explains_the_undercuts_that_occur() -> None:
    explained = {
        "undercut: breaks the step it meets",
        "undercut: whether it breaks is contested",
        "whether it breaks is contested",
        "undercut that fails",
    }
    base = "[a] A.\n  + [b] B.\n    ! [c] C.\n"
    fails, contested = "      -(strong) [d] D.\n", "      - [d] D.\n      + [e] E.\n"
    other = "\n[f] F.\n  + [g] G.\n    ! [h] H.\n"
    for text, wanted in (
        (base, {"undercut: breaks the step it meets"}),
        (base + fails, {"undercut that fails"}),
        (base + contested, {"undercut: whether it breaks is contested"}),
        (
            base + contested + other,
            {"undercut: breaks the step it meets", "whether it breaks is contested"},
        ),
    ):
        assert explained & {*drawn(text).texts} == wanted
