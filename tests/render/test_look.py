"""What an evaluation adds to a picture: marks, words, bars, tints, broken lines, verdicts."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

import argmap
from argmap.model import ArgumentMap
from argmap.render import Picture, RenderOptions, render_svg
from argmap.semantics.evaluate import evaluate
from tests.render.made_maps import maps, small
from tests.render.svg_reading import SVG, Seen, read

LIGHT_TREE = RenderOptions(engine="tree", theme="light")

LABELS = """
[stands] It stands.
  + [because] For a reason.

[falls] It falls.
  -(strong) [refuted] For a strong reason.

[contested] It is contested.
  + [for] As much for it.
  - [against] As much against it.

[lost] It has lost its reasons.
  + [falls]

[fact] It is given.  {fact}
"""

CUTS = """
[top] The conclusion.
  + [cut] It is cut.
    ! [cutter] It cuts.
  + [run] It runs through.
    ! [tried] It is cut itself.
      ! [guard] It cuts the cut.
  + [open] Whether it is cut is open.
    ! [may] It may cut.
[may]
  >< [not] It may not.
"""


def drawn(map_: ArgumentMap, options: RenderOptions = LIGHT_TREE) -> Picture:
    return render_svg(map_, options, evaluate(map_))


def seen(text: str) -> Seen:
    return read(drawn(argmap.parse(text).map).svg)


def group(found: Seen, id_: str) -> ElementTree.Element:
    return next(one for one in found.root.iter(f"{SVG}g") if one.get("id") == id_)


def classes(element: ElementTree.Element) -> list[str]:
    return [one.get("class") or "" for one in element.iter()]


@pytest.mark.parametrize(
    ("id_", "label", "words"),
    [
        ("stands", "in", ["stands", "0.62"]),
        ("because", "in", []),
        ("falls", "out", ["falls"]),
        ("contested", "undecided", ["contested", "0.50"]),
        ("lost", "unsupported", ["nothing to rest on"]),
    ],
)
def test_a_box_says_how_its_claim_fares(id_: str, label: str, words: list[str]) -> None:
    box = group(seen(LABELS), f"c-{id_}")
    assert label in (box.get("class") or "").split()
    assert f"mark {label}" in classes(box)
    texts = [text.text for text in box.iter(f"{SVG}text")]
    assert [word for word in words if word not in texts] == []
    if not words:
        assert len(texts) == 1
    assert "track" in classes(box)
    assert "fill" in classes(box)


def test_a_fact_has_no_bar() -> None:
    assert "track" not in classes(group(seen(LABELS), "c-fact"))


def test_a_title_gives_the_reason_in_words_and_not_in_ids() -> None:
    title = group(seen(LABELS), "c-falls").findtext(f"{SVG}title") or ""
    text, _, reason = title.partition("\n")
    assert text == "It falls."
    assert reason.startswith("Falls: ")
    assert "“For a strong reason”" in reason
    assert "[" not in reason
    assert "Strength 0." in reason


def step_lines(found: Seen, premise: str) -> list[str]:
    """The classes of the lines and marks of the step from a premise to the conclusion."""
    return classes(group(found, f"s-{premise}\u02cd\u207a\u02cdtop"))


def test_a_step_is_strong_up_to_the_ring_that_breaks_it_and_hollow_after_it() -> None:
    found = step_lines(seen(CUTS), "cut")
    assert [one for one in found if one.startswith("line")] == ["line support", "line out support"]
    assert "hollow head support" in found


def test_a_step_runs_through_a_ring_that_fails() -> None:
    found = step_lines(seen(CUTS), "run")
    assert [one for one in found if one.startswith("line")] == ["line support", "line support"]
    assert "solid support" in found


def test_a_contested_cut_leaves_a_contested_step() -> None:
    found = seen(CUTS)
    lines = [one for one in step_lines(found, "open") if one.startswith("line")]
    assert lines == ["line undecided support"] * 2
    part = next(one for one in found.root.iter(f"{SVG}g") if one.get("class") == "part")
    states = [one for one in classes(part) if one in ("contested", "failed")]
    assert sorted(states) == ["contested", "failed"]
    assert classes(part).count("ring") == 4
    assert classes(part).count("slash") == 3


def test_a_step_that_fails_says_why() -> None:
    title = group(seen(CUTS), "s-cut\u02cd\u207a\u02cdtop").findtext(f"{SVG}title") or ""
    assert title.startswith("This step does not apply: “It cuts” undercuts it")
    assert group(seen(CUTS), "s-run\u02cd\u207a\u02cdtop").find(f"{SVG}title") is None


def test_steps_that_count_more_are_drawn_later() -> None:
    part = next(one for one in seen(CUTS).root.iter(f"{SVG}g") if one.get("class") == "part")
    order = {"out": 0, "undecided": 1}
    last = [
        [order.get(one.split()[1], 2) for one in classes(step) if one.startswith("line")][-1]
        for step in part.findall(f"{SVG}g")
        if step.get("class") == "step"
    ]
    assert last == sorted(last)


def test_the_legend_explains_what_occurs() -> None:
    texts = seen(LABELS).texts
    for word in ("nothing to rest on", "strength, 0 to 1", "thin and hollow: the step fails"):
        assert word in texts
    calm = seen("[a] One claim.\n  + [b] Another.\n").texts
    assert "stands" in calm
    assert "falls" not in calm
    assert "thin and hollow: the step fails" not in calm


def test_plain_leaves_it_all_out() -> None:
    map_ = argmap.parse(LABELS).map
    svg = argmap.render(map_, plain=True)
    assert svg == render_svg(map_).svg
    found = read(svg)
    used = {name for one in found.root.iter() for name in (one.get("class") or "").split()}
    assert used.isdisjoint({"mark", "track", "fill", "out", "undecided", "unsupported", "verdict"})
    assert argmap.render(map_) == drawn(map_, RenderOptions()).svg


@pytest.mark.parametrize(
    ("text", "verdict", "box"),
    [
        (
            "? [q] Which?\n  = [a] This one.\n  = [b] That one.\n[a]\n  + [r] A reason.\n",
            "Answered: “This one” stands, strength 0.62 against 0.50.",
            "answered: one answer stands",
        ),
        (
            "? [q] Which?\n  = [a] This one.\n  = [b] That one.\n"
            "[a]\n  + [r] A reason.\n  + [t] A third.\n[b]\n  + [s] Another.\n",
            "Open. Both answers are contested; the balance leans to “This one”, strength 0.72 "
            "against 0.62.",
            "open: no answer stands yet",
        ),
        (
            "? [q] Which?\n  = [a] This one.\n  = [b] That one.\n",
            "Open. No answer stands, and none leads: strength 0.50 against 0.50.",
            "open: no answer stands yet",
        ),
        (
            "? [q] Which?  {any}\n  = [a] This one.\n  = [b] That one.\n"
            "[a]\n  + [r] A reason.\n[b]\n  + [s] Another.\n",
            "Two answers stand: “This one” and “That one”.",
            "any may hold; 2 of 2 stand",
        ),
        ("[a] The claim.\n  + [r] A reason.\n", "“The claim” stands, strength 0.62.", ""),
        (LABELS, "Of three main claims one stands, one is contested, one has nothing", ""),
    ],
)
def test_verdicts(text: str, verdict: str, box: str) -> None:
    found = seen(text)
    assert [one for one in found.texts if one.startswith(verdict)] != []
    assert verdict in (found.root.findtext(f"{SVG}desc") or "")
    if box:
        assert box in found.texts


_MANY = "? [q] Which?  {any}\n  = [a] This one.\n  = [b] That one.\n"
_BELOW = "? [q] Which?\n  = [a] This one.\n  = [b] That one.\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{_BELOW}[a]\n  + [r] A reason.\n", "It hangs on “A reason”."),
        (f"{_BELOW}[a]\n  + [r] A reason.\n  + [s] Another.\n", "No single claim decides that."),
        (
            f"{_BELOW}[a]\n  + [r] A reason.\n  & [s] Another.\n",
            "It hangs on each of “A reason” and “Another”.",
        ),
        (
            f"{_BELOW}[a]\n  + [r] One reason.\n  & [s] Two.\n  & [t] Three.\n",
            "It hangs on each of three claims, “One reason” among them.",
        ),
        (
            f"{_BELOW}[a]\n  + [r] A reason.\n[b]\n  + [s] Another.\n",
            "Without “A reason” or “Another” it would be settled.",
        ),
        ("[a] The claim.\n  +(strong) [r] A reason.\n  - [s] Not so.\n", "It hangs on “A reason”."),
        (
            f"{_MANY}[a]\n  + [r] A.\n  + [s] Another.\n[b]\n  + [t] One.\n  - [u] Not so.\n",
            "Without “Not so” another would stand as well.",
        ),
        (
            f"{_MANY}[a]\n  + [r] A reason.\n[b]\n  + [t] One.\n  - [u] Not so.\n",
            "It hangs on “A reason”.",
        ),
        (f"{_MANY}[a]\n  + [r] A reason.\n  - [u] Not so.\n", "Without “Not so” one would stand."),
    ],
)
def test_what_the_verdict_hangs_on_is_below_it(text: str, line: str) -> None:
    found = seen(text)
    lines = [one.text for one in found.root.iter(f"{SVG}text") if one.get("class") == "verdict"]
    assert lines[1:] == [line]
    assert line in (found.root.findtext(f"{SVG}desc") or "")


def verdicts_of(
    text: str, *, without: tuple[str, ...] = (), assume: tuple[str, ...] = ()
) -> list[str | None]:
    """The lines below the title."""
    map_ = argmap.parse(text).map
    evaluation = evaluate(map_, without=without, assume=assume)
    root = read(render_svg(map_, LIGHT_TREE, evaluation).svg).root
    return [one.text for one in root.iter(f"{SVG}text") if one.get("class") == "verdict"]


def test_an_answer_may_be_called_open() -> None:
    """Which is not to say that its question is."""
    text = "? [q] Which?\n  = [open] Open.\n  = [b] B.\n[open]\n  + [r] A reason.\n"
    assert verdicts_of(text) == [
        "Answered: “Open” stands, strength 0.62 against 0.50.",
        "It hangs on “A reason”.",
    ]


@pytest.mark.parametrize("text", [f"{_BELOW}[a]\n  + [r] A reason.\n", "[a] A.\n  + [r] R.\n"])
def test_what_is_supposed_changes_what_it_hangs_on(text: str) -> None:
    """The claims that the map itself hangs on are then not told."""
    assert len(verdicts_of(text)) == 2
    assert len(verdicts_of(text, assume=("r",))) == 1
    assert len(verdicts_of(text, without=("r",))) == 1


def test_which_of_several_questions_hang_on_nothing_alone() -> None:
    """Comes after all of them, with what the others hang on below each."""

    def asked(at: int, reasons: int) -> str:
        given = "".join(f"  + [r{at}{one}] Reason {one}.\n" for one in range(reasons))
        return f"? [q{at}] Which of {at}?\n  = [a{at}] A.\n  = [b{at}] B.\n[a{at}]\n{given}"

    some = verdicts_of(asked(1, 2) + asked(2, 1) + asked(3, 2))
    assert some[2] == "It hangs on “Reason 0”."
    assert some[-1] == "No single claim decides the first or the third."
    assert verdicts_of(asked(1, 2) + asked(2, 2))[2:] == ["No single claim decides any of that."]


def test_that_strengths_did_not_settle_is_said() -> None:
    map_ = argmap.parse("[a] A.\n  - [b] B.\n    - [a]\n").map
    unsettled = replace(evaluate(map_), converged=False)
    assert "The strengths in a circle did not settle" in render_svg(map_, evaluation=unsettled).svg


def test_what_many_answers_hang_on_is_not_told() -> None:
    texts = seen(
        "? [q] Which?  {any}\n  = [a] This one.\n  = [b] That one.\n"
        "[a]\n  + [r] A reason.\n[b]\n  + [s] Another.\n"
    ).texts
    assert not [one for one in texts if one.startswith(("It hangs", "Without"))]


def test_a_quotation_from_right_to_left_leaves_the_sentence_in_order() -> None:
    texts = seen("[a] הגשר צריך להיפתח.\n  + [b] העיקוף ארוך.\n").texts
    assert "“\u2068הגשר צריך להיפתח\u2069” stands, strength 0.62." in texts


def test_a_verdict_is_broken_and_not_cut_where_the_picture_is_narrow() -> None:
    text = f"[a] {'A claim of many words and no end to it ' * 4}.\n  + [b] B.\n  - [c] C.\n"
    lines = [
        one.text or ""
        for one in seen(text).root.iter(f"{SVG}text")
        if one.get("class") == "verdict"
    ]
    assert len(lines) > 1
    assert "is contested, strength 0.50." in " ".join(lines)


def test_many_questions_take_few_lines() -> None:
    text = "".join(
        f"? [q{at}] Which of {at}?\n  = [a{at}] The one of {at}.\n  = [b{at}] None of {at}.\n"
        for at in range(9)
    )
    lines = [one for one in seen(text).root.iter(f"{SVG}text") if one.get("class") == "verdict"]
    assert len(lines) == 4
    assert lines[-1].text == "And six more questions."


def test_words_that_do_not_fit_beside_the_rest_get_a_row() -> None:
    text = (
        "[a] A claim.  {by: somebody with a long name, roughly-even}\n  - [b] No.\n  + [c] Yes.\n"
    )
    box = group(seen(text), "c-a")
    rows = {one.get("y") for one in box.iter(f"{SVG}text")}
    assert len(rows) == 3
    short = group(seen("[x] Top.\n  + [a] A claim.  {by: Ann}\n"), "c-a")
    assert len({one.get("y") for one in short.iter(f"{SVG}text")}) == 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(map_=maps())
def test_any_map(map_: ArgumentMap) -> None:
    evaluation = evaluate(map_)
    found = read(render_svg(map_, LIGHT_TREE, evaluation).svg)
    for claim in map_.claims:
        box = group(found, f"c-{claim.id}")
        assert evaluation.claims[claim.id].label in (box.get("class") or "").split()
    for one in found.boxes:
        for text in group(found, one.id).iter(f"{SVG}text"):
            assert float(text.get("textLength", "0")) <= one.right - one.left - 16, text.text
    assert len(set(found.ids)) == len(found.ids)


def test_small_is_stable() -> None:
    assert drawn(small()).svg == drawn(small()).svg
