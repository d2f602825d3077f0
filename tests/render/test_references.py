"""References: which uses of a claim get one, what it says, and that no law of the picture is
broken by any number of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

import argmap
from argmap.model import ArgumentMap
from argmap.render import EngineChoice, RenderOptions, render_svg
from argmap.render import references as module
from argmap.render.boxes import boxes_of
from argmap.render.content import Content, content_of
from argmap.render.graph import graph_of
from argmap.render.layout import lay_out
from argmap.render.references import with_references
from argmap.semantics.evaluate import evaluate
from tests.render.made_maps import chain, maps
from tests.render.svg_reading import SVG, SeenBox, read
from tests.render.test_picture_laws import ENGINES, check_all


def two_trees(between: int) -> ArgumentMap:
    """Two conclusions that share a claim, with so many other reasons between its two uses."""
    reasons = "\n".join(f"  + [r{at}] Reason {at}." for at in range(between))
    return argmap.parse(
        f"[one] The first conclusion.\n  + [shared] What both of them rest on.\n{reasons}\n\n"
        f"[two] The second conclusion.\n  -(strong) [shared]\n  & [other] Another premise.\n"
    ).map


def referred(argument_map: ArgumentMap) -> Content:
    return with_references(content_of(argument_map), argument_map)


def references(content: Content) -> list[str]:
    return [item.id for item in content.items if item.kind == "reference"]


def drawn(argument_map: ArgumentMap, engine: EngineChoice = "tree") -> list[SeenBox]:
    picture = render_svg(
        argument_map, RenderOptions(engine=engine, theme="light"), evaluate(argument_map)
    )
    return [box for box in read(picture.svg).boxes if box.kind == "reference"]


def test_a_use_far_off_gets_a_reference_and_one_nearby_a_line() -> None:
    assert references(referred(two_trees(9))) == ["shared"]
    near = two_trees(2)
    assert referred(near) == content_of(near)


def test_the_first_use_keeps_its_line_and_the_step_stays_as_it_is() -> None:
    before, after = content_of(two_trees(9)), referred(two_trees(9))
    assert len(after.links) == len(before.links)
    for one, other in zip(before.links, after.links, strict=True):
        names = [before.items[at].id for at in one.premises]
        assert [after.items[at].id for at in other.premises] == names
        assert before.items[one.target].id == after.items[other.target].id
        assert one == other._replace(premises=one.premises, target=one.target)
    kinds = [after.items[at].kind for link in after.links for at in link.premises]
    assert kinds.count("reference") == 1
    assert after.items[after.links[0].premises[0]].kind == "claim"


def test_an_answer_is_at_home_with_its_question() -> None:
    asked = argmap.parse(
        "? [q] Which?\n  = [a] This one.\n  = [b] That one.\n\n[early] A conclusion.\n  + [a]\n\n"
        "[a]\n" + "".join(f"  + [r{at}] Reason {at}.\n" for at in range(14))
    ).map
    found = referred(asked)
    assert references(found) == ["a"]
    answers = [link for link in found.links if link.kind == "answer"]
    assert all(found.items[link.premises[0]].kind == "answer" for link in answers)


def test_what_it_says_and_where_it_leads() -> None:
    made = two_trees(9)
    (box,) = drawn(made)
    assert box.title.splitlines()[0] == "What both of them rest on."
    assert "elsewhere" in box.title
    assert box.line == "14"
    root = read(render_svg(made, RenderOptions(theme="light"), evaluate(made)).svg).root
    (link,) = root.iter(f"{SVG}a")
    assert link.get("href") == "#c-shared"
    (group,) = link.findall(f"{SVG}g")
    assert (group.get("class") or "").split() == ["reference", "in"]
    assert next(one.get("class") for one in group.findall(f"{SVG}path")) == "mark in"
    texts = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
    assert "stands elsewhere in the map" in texts
    near = render_svg(two_trees(2), RenderOptions(theme="light")).svg
    assert "stands elsewhere" not in near


def test_it_stands_in_the_section_of_what_it_bears_on() -> None:
    reasons = "\n".join(f"  + [r{at}] Reason {at}." for at in range(9))
    for own in ("One", "Two", "Three"):
        made = argmap.parse(
            f"# M\n\n## One\n\n[one] The first.\n{reasons}\n"
            f"\n## Two\n\n[two] The second.\n  + [shared] What both rest on.\n"
            f"\n## Three\n\n[three] The third.\n\n## {own}\n\n[one]\n  + [shared]\n"
        ).map
        (section,) = (one.section for one in referred(made).items if one.kind == "reference")
        assert made.sections[section].title == "One"


def test_it_is_counted_nowhere() -> None:
    seen = read(render_svg(two_trees(9)).svg)
    assert "13 claims, 11 steps" in (seen.root.findtext(f"{SVG}desc") or "")


def test_a_long_text_is_cut_after_two_lines() -> None:
    made = two_trees(9)
    long = tuple(
        replace(one, text="very long " * 40) if one.id == "shared" else one for one in made.claims
    )
    (box,) = drawn(replace(made, claims=long))
    assert box.words.endswith("…")
    assert box.bottom - box.top < 50


def test_where_there_would_be_more_references_than_claims_there_are_none() -> None:
    names = [f"c{at}" for at in range(40)]
    text = "".join(
        f"[{name}] Claim {name}.\n" + "".join(f"  + [{other}]\n" for other in names[at + 1 :])
        for at, name in enumerate(names)
    )
    made = argmap.parse(text).map
    assert references(referred(made)) == []


def columns(content: Content) -> list[int]:
    """How many columns each tree has, of those deeper than one."""
    graph, _ = graph_of(content, boxes_of(content), ())
    layout = lay_out(graph, "tree")
    counts = [part.last_column - part.first_column + 1 for part in layout.parts]
    return [count for count in counts if count > 1]


def test_where_lines_would_be_beyond_following_there_are_references_again() -> None:
    size = 120
    text = "\n\n".join(
        f"[c{at}] Claim {at}.\n"
        + "\n".join(f"  + [c{(at * 7 + step * 31 + 5) % size}]" for step in range(1, 6))
        for at in range(size)
    )
    dense = argmap.parse(text).map
    found = references(referred(dense))
    assert len(found) > module._MOST_LINES > len(dense.claims)


@pytest.mark.parametrize("length", [1, 2, 7, 8, 13, 14, 40, 100])
def test_a_chain_goes_on_below_like_a_line_of_text(length: int) -> None:
    counts = columns(referred(chain(length)))
    assert max(counts, default=1) <= 7
    assert min(counts, default=1) >= min(length, 3)
    assert sum(counts) - max(len(counts) - 1, 0) == (length if length > 1 else 0)


def test_only_the_branch_that_is_too_deep_goes_on_elsewhere() -> None:
    long = "".join(f"{'  ' * at}+ [d{at}] Deep {at}.\n" for at in range(1, 9))
    made = argmap.parse(f"[top] The conclusion.\n{long}  + [flat] Flat.\n    + [leaf] Leaf.\n").map
    assert references(referred(made)) == ["d4"]
    assert columns(referred(made)) == [5, 5]


def test_a_claim_with_a_second_use_nearby_stays_where_it_is() -> None:
    long = "".join(f"{'  ' * at}+ [d{at}] Deep {at}.\n" for at in range(1, 9))
    made = argmap.parse(f"[top] The conclusion.\n{long}\n[d4]\n  + [d6]\n").map
    assert "d6" not in references(referred(made))


@pytest.fixture(scope="module")
def everything_is_far() -> Iterator[None]:
    """Every second use gets a reference."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_ROWS_APART", -1.0)
        patch.setattr(module, "_ROWS", -1.0)
        yield


@pytest.mark.usefixtures("everything_is_far")
@pytest.mark.parametrize("engine", ENGINES)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(argument_map=maps())
def test_any_map_with_references(engine: EngineChoice, argument_map: ArgumentMap) -> None:
    check_all(argument_map, engine)
    content = referred(argument_map)
    uses = [at for link in content.links for at in link.premises]
    own = [at for at in uses if content.items[at].kind != "reference"]
    if references(content):
        assert len({(link.id, at) for link in content.links for at in link.premises}) == len(uses)
        assert sum(own.count(at) > 1 for at in set(own)) == 0 or argument_map.sections
