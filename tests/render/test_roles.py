"""Roles and critical questions: the word at the place, and the whole for who cannot see it."""

from __future__ import annotations

import argmap
from argmap.render import RenderOptions, render_svg
from tests.render.svg_reading import SVG, Seen, read

ROUTE = """\
[north] The route should go along the north shore.
  +(expert-opinion, role: assertion) [planner] The planner recommends the north shore.
    !(answers: trustworthy, strong) [house] Her own house is on the south shore.
  &(role: expertise) [roads] She has planned its roads for ten years.  {by: the county}
  & [nothing] She said so in March.
"""


def drawn(text: str) -> Seen:
    return read(render_svg(argmap.parse(text, "route.arg").map, RenderOptions(theme="light")).svg)


def title(seen: Seen, id_: str) -> str:
    group = next(one for one in seen.root.iter(f"{SVG}g") if one.get("id") == id_)
    return group.findtext(f"{SVG}title") or ""


def test_a_premise_says_what_it_is_in_its_scheme() -> None:
    seen = drawn(ROUTE)
    assert "as assertion" in seen.texts
    assert "the county · as expertise" in seen.texts
    assert "role in its scheme of argument" in seen.texts
    wanted = (
        "Its role in the step for “The route should go along the north shore”, "
        "an argument of the scheme expert opinion: expertise."
    )
    assert wanted in title(seen, "c-roads")
    assert "role" not in title(seen, "c-nothing")


def test_a_step_says_which_question_it_takes_up() -> None:
    seen = drawn(ROUTE)
    assert "takes up this critical question" in seen.texts
    steps = [
        one.findtext(f"{SVG}title")
        for one in seen.root.iter(f"{SVG}g")
        if one.get("class") == "step"
    ]
    assert "Undercut: trustworthy?, strong." in steps
    assert "Reason for: expert opinion." in steps


def test_a_map_without_roles_explains_none() -> None:
    seen = drawn("[a] A.\n  + [b] B.\n")
    assert not {"role in its scheme of argument", "takes up this critical question"} & {*seen.texts}


def test_the_role_of_an_undercut_names_the_step_it_strikes() -> None:
    seen = drawn("[a] A.\n  + [b] B.\n    !(sign, role: sign) [c] C.\n")
    assert "Its role in the undercut of the step from “B”" in title(seen, "c-c")


def test_a_role_played_far_away_is_told_by_the_reference() -> None:
    far = "".join(f"[r{at}] Root {at}.\n  + [x{at}] Reason {at}.\n\n" for at in range(9))
    seen = drawn(f"[a] A.\n  + [b] B.\n\n{far}[z] Z.\n  +(sign, role: sign) [b]\n")
    assert "Its role" not in title(seen, "c-b")
    assert "as sign" not in seen.texts
    references = [
        one.findtext(f"{SVG}title") or ""
        for one in seen.root.iter(f"{SVG}g")
        if (one.get("class") or "").startswith("reference")
    ]
    assert [("Its role in the step for “Z”" in one) for one in references] == [True]
