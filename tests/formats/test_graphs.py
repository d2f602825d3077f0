"""DOT and Mermaid: what is drawn, and that a text of the map is never more than a label."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings

from argmap.formats import dot, mermaid
from argmap.formats.drawing import Closed, Opened, drawing_of
from argmap.library import load
from argmap.model.map import (
    ArgumentMap,
    Attribute,
    Citation,
    Claim,
    Contradiction,
    Note,
    Question,
    Role,
    Section,
    Source,
    Step,
)
from tests.formats.maps import maps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.arg"))
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<<b>html</b>>",
    '"]; click c1 "javascript:alert(1)"',
    '"]; evil [URL="javascript:alert(1)"]; c2 [label="',
    '%%{init: {"securityLevel":"loose"}}%%',
    "end",
    "1. a list",
    "- item",
    "# head",
    "`code` **b** _i_ ~x~",
    "a --> b | c {d} [e] (f)",
    "#35; #quot; &lt; &amp;",
    "style x:y #46; z;",
    "\\N \\G \\l \\",
    'ends with a backslash and a quote \\"',
    "line\nbreak",
    "--- title",
    "é 中文 🏭",
)
SHAPES = {"([": "])", "[": "]", "[/": "/]", "[[": "]]", "((": "))"}


def small() -> ArgumentMap:
    """One of everything that is drawn."""
    return ArgumentMap(
        title="Small",
        sections=(Section("Outer", 2), Section("Inner", 3, 0)),
        sources=(Source("s", "A report"),),
        questions=(Question("q", "What?", ("a",)), Question("open", "Is it so?", (), about="b")),
        claims=(
            Claim("a", "The answer.", "answer"),
            Claim("b", "Because of this.", citations=(Citation("s", "p. 2"),), section=0),
            Claim("c", "And of that.", section=1),
            Claim("d", "But not so.", attributes=(Attribute("basis", "assumption"),)),
            Claim("e", "It does not follow.", attributes=(Attribute("fact", True),)),
        ),
        steps=(
            Step(
                "1", "support", ("b", "c"), "a", "expert-opinion", 0.75, roles=(Role("b", "x-y"),)
            ),
            Step("2", "rebuttal", ("d",), "a"),
            Step("3", "undercut", ("e",), "2", answers="credible"),
            Step("4", "undercut", ("c",), "3"),
        ),
        contradictions=(Contradiction(("b", "d")), Contradiction(("a", "c", "e"))),
    )


def hostile() -> ArgumentMap:
    """Every text, id and name of a map is one that would like to be more."""
    return ArgumentMap(
        title=" ".join(HOSTILE),
        sections=tuple(Section(text, 2) for text in HOSTILE),
        sources=(Source(HOSTILE[0], HOSTILE[1]),),
        questions=(Question(HOSTILE[0], HOSTILE[0], (HOSTILE[0],)),),
        claims=tuple(
            Claim(text, text, section=at, citations=(Citation(HOSTILE[0], text),) if at else ())
            for at, text in enumerate(HOSTILE)
        ),
        steps=tuple(
            Step(f"{text} step", "support", (text,), HOSTILE[0], scheme=text)
            for text in HOSTILE[1:]
        ),
    )


class Parsed(NamedTuple):
    """The labels of nodes by name, the edges with their labels, the titles of subgraphs, and ids
    by the names of nodes."""

    boxes: dict[str, str]
    edges: list[tuple[str, str, str]]
    sections: list[str]
    ids: dict[str, str]


def parsed_dot(text: str) -> Parsed:
    """What Graphviz's own parser finds."""
    graphs = pytest.importorskip("pygraphviz")
    graph = graphs.AGraph(string=text)
    sections, waiting = [], list(graph.subgraphs())
    while waiting:
        section = waiting.pop(0)
        assert re.fullmatch(r"cluster_\d+", section.name)
        sections.append(section.graph_attr["label"])
        waiting += section.subgraphs()
    return Parsed(
        {str(node): node.attr["label"] or "" for node in graph.nodes()},
        [(edge[0], edge[1], edge.attr["label"] or "") for edge in graph.edges()],
        sections,
        {str(node): node.attr["comment"] for node in graph.nodes() if node.attr["comment"]},
    )


def parsed_mermaid(text: str) -> Parsed:
    """What the lines of a flowchart say; fails on a line that is not one of those written."""
    boxes, edges, sections, ids = {}, [], [], {}
    lines = text.splitlines()
    if lines[0] == "---":
        assert re.fullmatch(r'title: "([^"\\]|\\.)*"', lines[1])
        assert lines[2] == "---"
        lines = lines[3:]
    assert lines[0] == "flowchart RL"
    for line in map(str.strip, lines[1:]):
        if found := re.fullmatch(r'subgraph g\d+\["([^"]*)"\]', line):
            sections.append(found[1])
        elif found := re.fullmatch(r'([cqsx]\d+)([\[(/]+)"([^"]*)"([\])/]+):::\w+', line):
            assert SHAPES[found[2]] == found[4]
            boxes[found[1]] = found[3]
        elif found := re.fullmatch(r'([cqsx]\d+) [-<>.xo]+(?:\|"([^"]*)"\|)? ([cqsx]\d+)', line):
            edges.append((found[1], found[3], found[2] or ""))
        elif found := re.fullmatch(r"%% ([cq]\d+): (.+)", line):
            ids[found[1]] = found[2]
        else:
            assert re.fullmatch(r"end|classDef \w+ [\w:#, -]+|linkStyle [\d,]+ stroke:#\w+", line)
    assert lines.count("end") <= len(sections)
    return Parsed(boxes, edges, sections, ids)


def unescaped(text: str) -> str:
    """What the escapes of DOT stand for."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def from_dot(label: str) -> str:
    """The text that Graphviz shows for a label."""
    lines = unescaped(label)
    return lines.replace("&amp;", "&").replace("\n", " ")


def from_mermaid(label: str) -> str:
    """The text that Mermaid shows for a label."""
    text = label.replace("<br/>", " ")
    assert not set(text) & set('<>"`|{}[]\\:%_@$')
    assert not re.search(r"#(?!\d+;)", text)
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), text).strip()


def as_line(text: str) -> str:
    return " ".join(text.split())


def test_everything_is_drawn_in_both() -> None:
    one, other = parsed_dot(dot.write(small()).text), parsed_mermaid(mermaid.write(small()).text)
    assert one.boxes.keys() == other.boxes.keys()
    assert sorted(one.edges) == sorted(other.edges)
    assert one.sections == other.sections == ["Outer", "Inner"]
    ways = {(tail, head) for tail, head, _ in one.edges}
    assert {("c1", "q1"), ("q2", "c2")} <= ways, "answers and open questions"
    assert {("c2", "s1"), ("c3", "s1"), ("s1", "c1")} <= ways, "linked premises meet"
    assert {("c4", "s2"), ("s2", "c1"), ("c5", "s3"), ("s3", "s2"), ("c3", "s3")} <= ways, (
        "undercuts"
    )
    assert ("c2", "c4", "cannot both hold") in one.edges
    assert {("x2", "c1"), ("x2", "c3"), ("x2", "c5")} <= ways
    assert ("s1", "c1", "expert opinion, strong") in one.edges
    assert other.boxes["c2"] == "Because of this.<br/>#40;A report, p. 2)"


def test_signs_tell_kinds_of_lines_apart() -> None:
    text = mermaid.write(small()).text
    assert 's1 -->|"expert opinion, strong"| c1' in text
    assert "s2 --x c1" in text
    assert 's3 -.-o|"credible?"| s2' in text
    assert 'c2 <-->|"cannot both hold"| c4' in text
    text = dot.write(small()).text
    assert re.search(r"s2 -> c1 \[.*arrowhead=tee", text)
    assert re.search(r"c4 -> s2 \[.*arrowhead=none", text)
    assert re.search(r"s3 -> s2 \[.*arrowhead=odot.*style=dashed", text)


def test_roles_are_told_where_the_premise_joins() -> None:
    for edges in (
        parsed_dot(dot.write(small()).text).edges,
        parsed_mermaid(mermaid.write(small()).text).edges,
    ):
        labels = {(tail, head): label for tail, head, label in edges}
        assert labels["c2", "s1"] == "as x y"
        assert labels["c3", "s1"] == ""
    alone = replace(
        small(), steps=(Step("1", "support", ("b",), "a", "sign", roles=(Role("b", "sign"),)),)
    )
    assert 'c2 -->|"sign, as sign"| c1' in mermaid.write(alone).text


def test_ids_are_kept_as_comments_and_those_made_from_texts_are_not() -> None:
    named = replace(
        small(), claims=(*small().claims, Claim("~made", "made"), Claim("other/~made", "made"))
    )
    wanted = {"q1": "q", "q2": "open", "c1": "a", "c2": "b", "c3": "c", "c4": "d", "c5": "e"}
    assert parsed_dot(dot.write(named).text).ids == wanted
    assert parsed_mermaid(mermaid.write(named).text).ids == wanted
    assert dot.write(named).losses == mermaid.write(named).losses == ()


def test_sections_enclose_their_boxes() -> None:
    parts = list(drawing_of(small()).in_sections())
    names = [
        part.title if isinstance(part, Opened) else ")" if isinstance(part, Closed) else part.name
        for part in parts
    ]
    at = names.index("Outer")
    assert names[at:] == ["Outer", "c2", "s1", "Inner", "c3", "s3", ")", ")"] or names[at:] == [
        "Outer", "c2", "s1", "Inner", "c3", ")", ")",
    ]  # fmt: skip


def test_no_text_is_more_than_a_label() -> None:
    wanted = [as_line(text) for text in HOSTILE]
    for parsed, read, read_id in (
        (parsed_dot(dot.write(hostile()).text), from_dot, unescaped),
        (parsed_mermaid(mermaid.write(hostile()).text), from_mermaid, from_mermaid),
    ):
        assert parsed.boxes.keys() == {"q1", *(f"c{at}" for at in range(1, len(HOSTILE) + 1))}
        for at, text in enumerate(wanted, 1):
            assert as_line(read(parsed.boxes[f"c{at}"])).startswith(text)
        assert [as_line(read(title)) for title in parsed.sections] == wanted
        assert [
            as_line(read_id(parsed.ids[f"c{at}"])) for at in range(1, len(wanted) + 1)
        ] == wanted
        labels = {tail: as_line(read(label)) for tail, head, label in parsed.edges if head == "c1"}
        schemes = [as_line(text.replace("-", " ")) for text in HOSTILE[1:]]
        assert [labels[f"c{at}"] for at in range(2, len(HOSTILE) + 1)] == schemes


@given(maps())
@settings(max_examples=50)
def test_any_map_is_written_and_can_be_parsed(map_: ArgumentMap) -> None:
    one, other = parsed_dot(dot.write(map_).text), parsed_mermaid(mermaid.write(map_).text)
    assert one.boxes.keys() == other.boxes.keys()
    assert len(one.boxes) >= len(map_.claims) + len(map_.questions)
    assert len(other.sections) == len(map_.sections)
    assert len(one.edges) == len(other.edges)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_maps_of_the_house(path: Path) -> None:
    map_ = load(path).map
    one, other = parsed_dot(dot.write(map_).text), parsed_mermaid(mermaid.write(map_).text)
    assert one.boxes.keys() == other.boxes.keys()
    for at, claim in enumerate(map_.claims, 1):
        assert as_line(from_mermaid(other.boxes[f"c{at}"])).startswith(as_line(claim.text))
        assert as_line(from_dot(one.boxes[f"c{at}"])).startswith(as_line(claim.text))


def test_losses_are_told() -> None:
    written = dot.write(
        ArgumentMap(
            notes=(Note("n"),),
            sources=(Source("s", "S"), Source("t", "T")),
            questions=(Question("q", "Q?", ("a",), exclusive=False),),
            claims=(
                Claim(
                    "a",
                    "A",
                    tags=("x",),
                    citations=(Citation("s", None, "words"),),
                    attributes=(Attribute("by", "me"), Attribute("fact", True)),
                ),
            ),
        )
    )
    assert written.losses == (
        "Notes are not drawn.",
        "Tags are not drawn.",
        "These attributes are not drawn: `by`.",
        "The words that are quoted from sources are not drawn.",
        "Sources that no claim cites are not drawn.",
        "That answers to a question may hold together is not drawn.",
    )
    assert mermaid.write(ArgumentMap(claims=(Claim("a\nb", "A"),))).losses == (
        "Ids are written without the characters that may not stand in a comment.",
    )
    assert mermaid.write(ArgumentMap()).losses == ()
    assert mermaid.write(ArgumentMap()).text == "flowchart RL\n"


def test_sections_may_lie_deep() -> None:
    depth = 3_000
    deep = ArgumentMap(
        sections=tuple(Section(f"s{at}", at + 2, at - 1) for at in range(depth)),
        claims=(Claim("a", "A", section=depth - 1),),
    )
    assert mermaid.write(deep).text.count("subgraph") == depth
    assert dot.write(deep).text.count("subgraph") == depth


def test_a_box_without_a_text_shows_nothing() -> None:
    map_ = ArgumentMap(claims=(Claim("a", ""), Claim("b", "\n")), questions=(Question("q", ""),))
    written = dot.write(map_).text
    assert written.count('label=""') == 3
