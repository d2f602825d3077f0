"""Words on lines: none lies on a line, a ring, a joint, a box, or other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from random import Random

import pytest

import argmap
from argmap.model import ArgumentMap, Claim, Contradiction, Section, Step
from argmap.render import EngineChoice, PageSize, RenderOptions, render_svg
from argmap.render.density import compact
from argmap.render.mirror import Direction
from argmap.semantics.evaluate import evaluate
from tests.render.made_maps import KINDS, WORDS
from tests.render.svg_reading import Seen, SeenWords, crosses, read
from tests.render.test_picture_laws import ENGINES, draw_closely

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.arg"))


def faults(seen: Seen) -> list[str]:
    """What words lie on, a px of touch aside."""
    return [
        f"{words.kind} {words.text!r} on {what}"
        for words in seen.words
        for what in met(words, seen)
    ]


def met(words: SeenWords, seen: Seen) -> Iterator[str]:
    left, top, right, bottom = words.left + 1, words.top + 1, words.right - 1, words.bottom - 1
    for line in seen.lines:
        if words.kind == "pill" and line.kind == "contradiction":
            continue
        if any(
            crosses(one, other, left, top, right, bottom) for one, other in pairwise(line.points)
        ):
            yield f"a line: {line.kind}"
    for box in seen.boxes:
        if box.left < right and left < box.right and box.top < bottom and top < box.bottom:
            yield f"the box {box.id}"
    for disc in seen.discs:
        x, y = min(max(disc.x, left), right), min(max(disc.y, top), bottom)
        if (x - disc.x) ** 2 + (y - disc.y) ** 2 < (disc.radius - 1) ** 2:
            yield "a disc"
    for frame in seen.frames:
        is_within = (
            frame.left < left and right < frame.right and frame.top < top and bottom < frame.bottom
        )
        is_off = (
            right < frame.left or frame.right < left or bottom < frame.top or frame.bottom < top
        )
        if not is_within and not is_off:
            yield f"the edge of the section {frame.title}"
    for other in seen.words:
        across = other.left < right and left < other.right
        if other is not words and across and other.top + 1 < bottom and top < other.bottom - 1:
            yield f"words: {other.text}"


@pytest.mark.parametrize(
    ("engine", "way", "page"),
    [
        *product(ENGINES, ["left"], [None]),
        ("graphviz", "right", None),
        ("graphviz", "left", "a4"),
        ("graphviz", "right", "a4"),
    ],
)
@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_no_words_lie_on_anything_in_our_own_maps(
    file: Path, engine: EngineChoice, way: Direction, page: PageSize | None
) -> None:
    made = argmap.load(file).map
    options = RenderOptions(engine=engine, direction=way, theme="light", page=page)
    picture = render_svg(made, options, evaluate(made))
    assert faults(read(picture.svg)) == []


def made(seed: int) -> ArgumentMap:
    """A map like those that people write, with more words on its lines, and more across it."""
    random = Random(seed)
    names = [f"c{at}" for at in range(random.randint(5, 32))]
    claims = tuple(
        Claim(name, " ".join(random.choices(WORDS, k=random.randint(3, 14)))) for name in names
    )
    steps: list[Step] = []
    at = 1
    while at < len(names):
        several = 1 if random.random() < 0.8 else min(random.randint(2, 3), len(names) - at)
        kind = random.choices(KINDS, (5, 3, 2))[0] if steps else KINDS[0]
        target = (
            random.choice(steps).id
            if kind == "undercut"
            else random.choice(names[max(at - 6, 0) : at])
        )
        premises = tuple(names[at : at + several])
        if random.random() < 0.15 and at > 2 and kind != "undercut":
            premises += (
                random.choice([one for one in names[1:at] if one != target] or [names[0]]),
            )
        steps.append(
            Step(
                f"s{len(steps)}",
                kind,
                tuple(dict.fromkeys(one for one in premises if one != target)),
                target,
                random.choice([None, None, "sign", "expert-opinion", "best-explanation"]),
                random.choice([None, None, 0.25, 0.75, 1.0]),
            )
        )
        at += several
    pairs = [tuple(random.sample(names, 2)) for _ in range(random.choice([0, 0, 1, 1, 2]))]
    return ArgumentMap(
        claims=claims, steps=tuple(steps), contradictions=tuple(map(Contradiction, pairs))
    )


def parted(plain: ArgumentMap) -> ArgumentMap:
    """The same map in two sections."""
    half = len(plain.claims) // 2
    return replace(
        plain,
        sections=(Section("One", 2, -1), Section("Two", 2, -1)),
        claims=tuple(replace(one, section=int(at >= half)) for at, one in enumerate(plain.claims)),
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_few_words_lie_on_anything_in_made_maps(engine: EngineChoice) -> None:
    found: list[str] = []
    words: list[SeenWords] = []
    for map_ in [*map(made, range(40)), *(parted(made(seed)) for seed in range(10))]:
        seen = read(render_svg(map_, RenderOptions(engine=engine, theme="light")).svg)
        found += faults(seen)
        words += seen.words
    assert len(words) > 400
    assert len(found) <= 0.01 * len(words), (len(found), len(words), found)


@pytest.mark.parametrize("engine", ENGINES)
def test_few_words_lie_on_anything_in_made_maps_that_are_set_closely(engine: EngineChoice) -> None:
    found: list[str] = []
    words: list[SeenWords] = []
    for seed in range(40):
        seen = draw_closely(made(seed), engine, compact(208, stacked=True))
        found += faults(seen)
        words += seen.words
    assert len(words) > 400
    assert len(found) <= 0.02 * len(words), (len(found), len(words), found)
