"""One page for each root: the pages together are the map."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.model import ArgumentMap, Claim
from argmap.render import NoSuchPart, RenderOptions, View, pages, render_pages
from argmap.semantics.evaluate import evaluate
from tests.render.made_maps import chain, maps
from tests.render.svg_reading import read

RESULT = argmap.parse("""# A trip

? [where] Where to?
  = [sea] To the sea.
    + [warm] It is warm there.
  = [hills] To the hills.
    + [near] They are near.
      ? [far] How far are they?
        = [hour] An hour.
          + [clock] We took the time.

? [when] When?
  = [now] Now.
    + [sea]
    - [rain] It rains.

? [who] Who comes?

## Elsewhere

[rich] We are rich.
  + [cheap] The sea is cheap.
    + [now]
[dry] It is dry.
  + [sky] The sky is blue.
  >< [rain]

[lone] I like tea.
[alone] I like toast.
""")
TRIP = RESULT.map


def words_and_titles(map_: ArgumentMap, view: View, name: str) -> tuple[tuple[str, ...], str]:
    """The texts of a page, and the titles of its boxes in one."""
    page = next(page for page in pages(map_, view) if page.name == name)
    (picture,) = render_pages(map_, [page], RenderOptions(engine="tree", view=view))
    seen = read(picture.svg)
    return tuple(seen.texts), "\n".join(box.title for box in seen.boxes)


def test_the_legend_says_where_the_rest_is() -> None:
    texts, titles = words_and_titles(TRIP, View(), "rich")
    assert "so many claims behind it are on other pages" in texts
    assert "Behind it 3 claims more, not in this picture." in titles
    texts, titles = words_and_titles(TRIP, View(fold=0), "where")
    assert "so many claims behind it are not on this page" in texts


def drawn(map_: ArgumentMap, view: View) -> dict[str, set[str]]:
    """The claims and questions of each page."""
    found = {}
    for page in pages(map_, view):
        part = page.selected.map
        found[page.name] = {*part.claim, *part.question}
    return found


def test_each_root_has_a_page() -> None:
    assert RESULT.diagnostics == ()
    assert drawn(TRIP, View()) == {
        "where": {"where", "sea", "warm", "hills", "near", "far", "hour", "clock"},
        "when": {"when", "now", "sea", "rain", "dry"},
        "rich": {"rich", "cheap", "now"},
        "dry": {"dry", "sky", "rain"},
        "who": {"who"},
        "others": {"lone", "alone"},
    }


def test_a_page_counts_what_stands_on_others() -> None:
    found = {page.name: page.selected for page in pages(TRIP, View())}
    assert found["when"].hidden == {"sea": 1, "dry": 1}
    assert found["rich"].hidden == {"now": 3}
    assert found["where"].hidden == {}
    assert found["when"].note == "Page 2 of 6. 10 of 14 claims are on other pages."
    assert [one.id for one in found["rich"].map.questions] == []


def test_one_root_is_one_page_without_a_number() -> None:
    (page,) = pages(chain(3), View())
    assert page.selected.note == ""


def test_a_part_of_a_map_is_split_too() -> None:
    assert drawn(TRIP, View(section="Elsewhere")) == {
        "rich": {"rich", "cheap"},
        "dry": {"dry", "sky"},
        "others": {"lone", "alone"},
    }
    first = pages(TRIP, View(fold=0))[0].selected
    assert first.note.startswith("Shown: no further than 0 steps deep.")
    assert first.hidden == {"sea": 1, "hills": 1}
    with pytest.raises(NoSuchPart):
        pages(TRIP, View(section="Nowhere"))


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (("a", "A", "b"), ["a", "A-2", "b"]),
        (("other/a", "other-a"), ["other-a", "other-a-2"]),
        (("~what-it-is", "..", "-"), ["what-it-is", "others", "others-2"]),
        (("x" * 90, "x" * 91), ["x" * 40, "x" * 40 + "-2"]),
        (("é: ü|?", "証拠"), ["é-ü", "証拠"]),
    ],
)
def test_names_fit_files(ids: tuple[str, ...], names: list[str]) -> None:
    claims = tuple(Claim(id_, "A text.") for id_ in ids)
    reasons = tuple(Claim(f"r{at}", "A reason.") for at in range(len(ids)))
    steps = tuple(
        argmap.model.Step(f"s{at}", "support", (f"r{at}",), id_) for at, id_ in enumerate(ids)
    )
    map_ = ArgumentMap(claims=claims + reasons, steps=steps)
    assert [page.name for page in pages(map_, View())] == names


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(map_=maps(), fold=st.sampled_from([None, None, 1]))
def test_the_pages_together_are_the_map(map_: ArgumentMap, fold: int | None) -> None:
    found = pages(map_, View(fold=fold))
    parts = [page.selected.map for page in found]
    names = [page.name.casefold() for page in found]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[\w-][\w.-]*", name) for name in names)
    for page in found:
        assert set(page.selected.hidden) <= set(page.selected.map.claim)
    if fold is not None:
        return
    for things in ("claims", "steps", "questions", "contradictions"):
        whole = {_name(one) for one in getattr(map_, things)}
        assert whole == {_name(one) for part in parts for one in getattr(part, things)}, things
    kept = {question.id: question for part in parts for question in part.questions}
    assert all(kept[one.id].answers == one.answers for one in map_.questions)


def _name(thing: object) -> object:
    return getattr(thing, "id", None) or getattr(thing, "claims", None)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(map_=maps())
def test_every_page_is_drawn(map_: ArgumentMap) -> None:
    evaluation = evaluate(map_)
    found = pages(map_, View())
    pictures = render_pages(map_, found, RenderOptions(engine="tree"), evaluation)
    for page, picture in zip(found, pictures, strict=True):
        seen = read(picture.svg)
        part = page.selected.map
        boxes = {f"c-{one.id}" for one in part.claims} | {f"q-{one.id}" for one in part.questions}
        assert {box.id for box in seen.boxes if box.kind != "reference"} == boxes


def test_many_pages_are_not_quadratic() -> None:
    """Many small trees: each page costs no more than itself."""
    count = 3_000
    claims = tuple(Claim(f"c{at}", "Text.") for at in range(2 * count))
    steps = tuple(
        argmap.model.Step(f"s{at}", "support", (f"c{count + at}",), f"c{at}") for at in range(count)
    )
    assert len(pages(ArgumentMap(claims=claims, steps=steps), View())) == count
