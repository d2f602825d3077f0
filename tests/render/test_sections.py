"""Where a question is drawn that is asked above the sections."""

from __future__ import annotations

import pytest

import argmap
from argmap.render import EngineChoice, RenderOptions, render_svg
from tests.render.svg_reading import read
from tests.render.test_picture_laws import ENGINES

ASKED = "# A trip\n\n? [where] Where to?\n  = [sea] To the sea.\n  = [hills] To the hills.\n\n"


def framed(text: str, engine: EngineChoice) -> dict[str, set[str]]:
    """What stands in each frame."""
    made = argmap.parse(text).map
    seen = read(render_svg(made, RenderOptions(engine=engine, theme="light")).svg)
    return {
        frame.title: {box.id for box in seen.boxes if frame.encloses(box)} for frame in seen.frames
    }


@pytest.mark.parametrize("engine", ENGINES)
def test_it_heads_the_section_in_which_its_answers_are_argued(engine: EngineChoice) -> None:
    found = framed(
        f"{ASKED}## Why\n\n[sea]\n  + [warm] It is warm.\n\n[hills]\n  + [near] They are near.\n",
        engine,
    )
    assert found == {"Why": {"q-where", "c-sea", "c-hills", "c-warm", "c-near"}}


@pytest.mark.parametrize("engine", ENGINES)
def test_it_stands_beside_two_sections_that_argue_for_one_answer_each(
    engine: EngineChoice,
) -> None:
    found = framed(
        f"{ASKED}## The sea\n\n[sea]\n  + [warm] It is warm.\n\n"
        "## The hills\n\n[hills]\n  + [near] They are near.\n",
        engine,
    )
    assert found == {"The sea": {"c-warm"}, "The hills": {"c-near"}}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_reason_above_the_section_keeps_it_there(engine: EngineChoice) -> None:
    found = framed(
        f"{ASKED}[sea]\n  + [fun] It is fun.\n\n## Why\n\n[sea]\n  + [warm] It is warm.\n", engine
    )
    assert found == {"Why": {"c-warm"}}
