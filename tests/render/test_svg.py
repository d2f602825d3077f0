"""What a picture says, and what it must never carry."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Attribute, Citation, Claim, Section, Source
from argmap.render import RenderOptions, render_svg
from argmap.render.ids import xml_id
from argmap.render.xml import encoded, escape, is_right_to_left, number, safe_link
from tests.render.made_maps import chain, claim, small, step
from tests.render.processes import written
from tests.render.svg_reading import SVG, read

LIGHT_TREE = RenderOptions(engine="tree", theme="light")
HOSTILE = """]]></title></style><script>alert(1)</script>"'&lt;\x00\x08\ufffe\ud800"""
ALLOWED = {
    "svg", "title", "desc", "metadata", "style", "g", "rect", "path", "circle", "polygon",
    "text", "a",
}  # fmt: skip


def test_an_empty_map_is_a_valid_picture() -> None:
    picture = render_svg(ArgumentMap())
    seen = read(picture.svg)
    assert seen.boxes == ()
    assert (seen.width, seen.height) == (picture.width, picture.height)


def test_one_claim() -> None:
    seen = read(render_svg(ArgumentMap(claims=(claim("only"),))).svg)
    assert [box.id for box in seen.boxes] == ["c-only"]


def test_a_reader_without_eyes() -> None:
    seen = read(render_svg(small(), LIGHT_TREE).svg)
    assert seen.root.get("role") == "graphics-document"
    said = seen.root.findtext(f"{SVG}desc") or ""
    assert "8 claims, 5 steps" in said
    assert "Question: Should they stay or go? Answers: “This is claim go”; “" in said


def test_marks_and_legend_show_only_what_occurs() -> None:
    texts = read(render_svg(small(), LIGHT_TREE).svg).texts
    assert "reason for" in texts
    assert "cannot both hold" in texts
    assert "fact: common ground" not in texts
    alone = read(render_svg(chain(2), LIGHT_TREE).svg).texts
    assert "reason against" not in alone
    assert "Sources" not in alone


def test_words_of_the_foot_row_and_numbers_of_sources() -> None:
    made = Claim(
        "a",
        "It holds.",
        citations=(Citation("s", "p. 2"), Citation("s", "p. 3"), Citation("s", "p. 2")),
        attributes=(
            Attribute("basis", "assumption"),
            Attribute("by", "Baghdad"),
            Attribute("likelihood", "very-likely"),
        ),
    )
    source = Source("s", "A report", attributes=(Attribute("url", "https://example.org/?a&b"),))
    seen = read(render_svg(ArgumentMap(claims=(made,), sources=(source,)), LIGHT_TREE).svg)
    assert "assumption · Baghdad · very likely" in seen.texts
    assert [text for text in seen.texts if text in ("1", "2", "3")] == ["1", "2", "1", "2"]
    assert "p. 3" in seen.texts
    assert seen.root.find(f".//{SVG}a[@href='https://example.org/?a&b']") is not None


def test_only_claims_that_the_file_names_are_drawn() -> None:
    drawn = chain(3)
    hidden = replace(drawn, claims=(*drawn.claims[:2], replace(drawn.claims[2], named=False)))
    seen = read(render_svg(hidden, LIGHT_TREE).svg)
    assert [box.id for box in seen.boxes] == ["c-c0", "c-c1"]
    assert len(seen.lines) == 1


def test_hostile_text_is_text() -> None:
    made = ArgumentMap(
        title=HOSTILE,
        attributes=(Attribute("author", HOSTILE),),
        sections=(Section(HOSTILE, 2),),
        sources=(Source("s", HOSTILE, attributes=(Attribute("url", "javascript:alert(1)"),)),),
        claims=(
            Claim(HOSTILE, HOSTILE, citations=(Citation("s", HOSTILE),), section=0),
            claim("b", by=HOSTILE),
        ),
        steps=(replace(step("s1", "support", "b", HOSTILE), scheme=HOSTILE, premises=("b",),
                       target=HOSTILE),),
    )  # fmt: skip
    svg = render_svg(made, LIGHT_TREE).svg
    seen = read(svg)
    assert {one.tag.removeprefix(SVG) for one in seen.root.iter()} <= ALLOWED
    assert "javascript:" not in svg
    assert all(not name.startswith("on") for one in seen.root.iter() for name in one.attrib)
    assert svg.count("http") == svg.count('xmlns="http://www.w3.org/2000/svg"')
    svg.encode("utf-8")


@given(st.text(max_size=40))
def test_escaped_text_reads_back(text: str) -> None:
    kept = "".join(
        c
        for c in text
        if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
    read_back = ElementTree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    assert (read_back.text or "") == kept.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("link", "safe"),
    [
        ("https://example.org/a?b=c&d", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        (" https://example.org", False),
        ("https://example.org/\"onload='x'", False),
        ("data:text/html,x", False),
        ("//example.org", False),
    ],
)
def test_links(link: str, safe: bool) -> None:
    assert (safe_link(link) is not None) == safe


@given(st.text(max_size=12), st.text(max_size=12))
def test_ids_are_xml_names_and_never_collide(one: str, other: str) -> None:
    made = xml_id("c", one)
    ElementTree.fromstring(f'<!DOCTYPE a [<!ATTLIST a b ID #IMPLIED>]><a b="{made}"/>')
    assert (made == xml_id("c", other)) == (one == other)


def test_ids_that_people_see() -> None:
    assert xml_id("c", "go_on.now-2") == "c-go_on.now-2"
    assert xml_id("q", "~why") == "q-\u2040why"
    assert xml_id("c", "other/go") == "c-other\u00b7go"


def test_ids_stay_when_the_map_grows() -> None:
    before = read(render_svg(chain(3), LIGHT_TREE).svg).ids
    after = read(render_svg(chain(5), LIGHT_TREE).svg).ids
    assert set(before) <= set(after)


@pytest.mark.parametrize("engine", ["graphviz", "tree"])
def test_the_same_bytes_in_every_process(engine: str) -> None:
    code = (
        "import sys; from tests.render.made_maps import small; "
        "from argmap.render import RenderOptions, render_svg; "
        f"sys.stdout.buffer.write(render_svg(small(), RenderOptions(engine={engine!r})).svg"
        ".encode())"
    )
    pictures = {written(code, seed) for seed in ("0", "1", "777")}
    assert len(pictures) == 1
    assert len(pictures.pop()) > 1_000


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (0.04, "0"), (-0.04, "0"), (2.25, "2.2"), (1e6, "1000000"), (-3.5, "-3.5")],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize("count", [0, 1, 999, 1_000, 1_001, 3_500])
def test_what_is_written_in_pieces_is_whole(count: int) -> None:
    lines = [f"Zeile {at}: ä、\U0001f600" for at in range(count)]
    pieces = list(encoded(lines))
    assert b"".join(pieces).decode() == "".join(f"{line}\n" for line in lines)
    assert all(piece.count(b"\n") <= 1_000 for piece in pieces)


def test_direction_is_that_of_the_first_strong_character() -> None:
    assert is_right_to_left("(1) עברית")
    assert not is_right_to_left("Latin ثم عربي")
    assert not is_right_to_left("12 ()")
