"""Very many reasons for one claim are set in rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.model import ArgumentMap, Contradiction
from argmap.render import EngineChoice, RenderOptions, render_svg
from argmap.render.content import content_of
from argmap.render.rows import columns_aside
from tests.render.made_maps import chain, claim, fan, step
from tests.render.svg_reading import SeenBox, read
from tests.render.test_picture_laws import ENGINES, check_all


def reasons(argument_map: ArgumentMap, engine: EngineChoice) -> list[SeenBox]:
    seen = read(render_svg(argument_map, RenderOptions(engine=engine, theme="light")).svg)
    return [box for box in seen.boxes if box.id != "c-c0"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("count", "columns"), [(8, 1), (9, 2), (15, 2), (16, 3), (30, 3), (90, 4)])
def test_they_fill_a_page_across(engine: EngineChoice, count: int, columns: int) -> None:
    boxes = reasons(fan(count), engine)
    assert len({box.left for box in boxes}) == columns
    check_all(fan(count), engine)


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_keep_the_order_of_writing(engine: EngineChoice) -> None:
    boxes = reasons(fan(30), engine)
    lefts = sorted({box.left for box in boxes})
    assert [lefts.index(box.left) for box in boxes] == [0, 1, 2] * 10
    middles = [(box.top + box.bottom) / 2 for box in boxes]
    assert middles == sorted(middles)
    assert max(box.bottom for box in boxes) - min(box.top for box in boxes) < 1_250


def test_only_what_nothing_else_hangs_on_steps_aside() -> None:
    wide = fan(12)
    assert sorted(columns_aside(content_of(wide)).values()) == [1] * 6
    more = (claim("x"), *wide.claims)
    for other in (
        step("t", "support", "x", "c2"),
        step("t", "undercut", "x", "s1"),
        step("t", "support", "c2", "x"),
    ):
        held = replace(wide, claims=more, steps=(*wide.steps, other))
        found = columns_aside(content_of(held))
        links = {content_of(held).links[at].id for at in found}
        assert "s1" not in links
        assert len(found) == 5
    against = replace(wide, contradictions=(Contradiction(("c2", "c3")),))
    assert len(columns_aside(content_of(against))) == 5
    assert columns_aside(content_of(chain(40))) == {}
