"""A map written as an .arg file: reading it gives the map again, or a loss says what is missing."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import HealthCheck, assume, given, settings

from argmap.diagnostics import Diagnostic, has_errors
from argmap.formats.arg import write
from argmap.model.build import compile_map
from argmap.model.map import (
    ArgumentMap,
    Attribute,
    Citation,
    Claim,
    Contradiction,
    Import,
    Note,
    Question,
    Role,
    Section,
    Source,
    Step,
)
from argmap.model.naming import step_id
from argmap.source import SourceFile, Span
from argmap.syntax.format import format_document
from argmap.syntax.parse import parse

from .documents import documents
from .maps import chain, maps

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.arg"))


def load(text: str) -> tuple[ArgumentMap, tuple[Diagnostic, ...]]:
    """The map of a text that imports nothing, and what is wrong with it."""
    parsed = parse(SourceFile("m.arg", text))
    compiled = compile_map(parsed.document)
    return compiled.map, (*parsed.diagnostics, *compiled.diagnostics)


def check_law(map_: ArgumentMap) -> str:
    """Write a map and read it back: the same map, in canonical form, nothing lost."""
    written = write(map_)
    back, problems = load(written.text)
    assert not has_errors(problems), problems
    assert written.losses == ()
    assert back == map_
    assert format_document(parse(SourceFile("m.arg", written.text)).document) == written.text
    return written.text


@given(documents())
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_what_was_read_is_written_and_read_the_same(text: str) -> None:
    map_, problems = load(text)
    assume(not has_errors(problems))
    written = write(map_)
    renamed: dict[str, str] = {}
    for loss in written.losses:  # a claim without an id can need one; nothing else may be lost
        match = RENAMED.match(loss)
        assert match, loss
        renamed[match[1]] = match[2]
    back, problems = load(written.text)
    assert not has_errors(problems), problems
    assert back == rename(map_, renamed)
    document = parse(SourceFile("m.arg", written.text)).document
    assert format_document(document) == written.text


RENAMED = re.compile(r"The (?:claim|question) `(~.*?)` is now called `(.*?)`")


def rename(map_: ArgumentMap, names: dict[str, str]) -> ArgumentMap:
    """The same map with other ids for claims and questions."""

    def new(id_: str) -> str:
        return names.get(id_, id_)

    steps: dict[str, Step] = {}
    for step in map_.steps:
        premises = tuple(map(new, step.premises))
        target = steps[step.target].id if step.kind == "undercut" else new(step.target)
        id_ = step_id(step.kind, premises, target)
        steps[step.id] = replace(step, id=id_, premises=premises, target=target)
    return replace(
        map_,
        claims=tuple(replace(c, id=new(c.id)) for c in map_.claims),
        questions=tuple(
            replace(
                q,
                id=new(q.id),
                answers=tuple(map(new, q.answers)),
                about=q.about and new(q.about),
            )
            for q in map_.questions
        ),
        steps=tuple(steps.values()),
        contradictions=tuple(Contradiction(tuple(map(new, c.claims))) for c in map_.contradictions),
    )


@given(maps())
@settings(max_examples=80, deadline=None)
def test_any_map_gives_a_file_without_errors(map_: ArgumentMap) -> None:
    map_ = replace(map_, imports=())
    written = write(map_)
    back, problems = load(written.text)
    assert not has_errors(problems), problems
    assert len(back.claims) == len(map_.claims)
    assert len(back.sections) == len(map_.sections)
    assert len(back.questions) == len(map_.questions)
    assert written.losses or back == map_
    check_law(back)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_the_maps_of_the_project(path: Path) -> None:
    map_, problems = load(path.read_text("utf-8"))
    if not map_.imports:
        assert not has_errors(problems)
        check_law(map_)


def test_a_tree_stays_a_tree() -> None:
    text = """\
# Should it?  {lang: en}
: A note on the map.

@s A source  #old {grade: B2}
  : A note on the source.

? [q] Should it?  #now {any}
  : A note on the question.
  = [yes] It should.
    +(strong) It helps.  #t @s(p. 2) {likely}
      : A note on the claim.
      > word for … word  @s(p. 3)
      > said by no one
      ! Not here.
        - Here, too.
    & It is cheap.
  = [no] It should not.

## One

[yes]
  -(expert-opinion, 0.3, note: "a, b") It is slow.
    ? What is slow?
    >< It is fast.
    & [no]

### Two
: A note on the section.

Something else.
"""
    map_, problems = load(text)
    assert not problems
    assert check_law(map_) == text


def test_reasons_in_another_section_open_their_target_again() -> None:
    text = """\
## One

[a] A

[b] B

## Two

[a]
  + [c] C

## Three

[b]
  + D
"""
    assert check_law(load(text)[0]) == text


def test_a_question_that_reads_like_a_claim_keeps_its_place() -> None:
    text = "? Should we move?\n\nWe should move.\n\nAnother.\n"
    assert "? Should we move?\n\nWe should move.\n" in check_law(load(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "# not a title",
        "[x] y",
        "+ more",
        "// no comment",
        "import x.arg",
        "\\",
        "\\+ a",
        "ends in #tag",
        "ends in @s(p. 2)",
        "ends in @s(p. 2) #x {y: z}",
        "ends in {x}",
        "open {x: y",
        "open @s(p {x: y",
        "open @s(p",
        "C:\\temp and issue #12",
        'she said "no"',
        "a  b",
        "<x> & y",
        "\ufeffa",
        "e\u0301 🧩 \u202e",
    ],
)
def test_any_text_survives(text: str) -> None:
    source = Source("s", text)
    notes = (Note(text),)
    claim = Claim("c", text, citations=(Citation("s", None, text),), notes=notes)
    question = Question("q", text, ("c",), notes=notes)
    map_ = ArgumentMap(
        title=text,
        notes=notes,
        sources=(source,),
        sections=(Section(text, 2, -1, notes),),
        claims=(replace(claim, kind="answer", section=0), Claim("d", text, section=0)),
        questions=(replace(question, section=0),),
    )
    check_law(map_)


def _lost(**parts: object) -> str:
    """The losses of a map of one claim with these parts."""
    claim = replace(Claim("c", "C"), **parts)  # type: ignore[arg-type]
    return " ".join(write(ArgumentMap(claims=(claim,), sources=(Source("s", ""),))).losses)


@pytest.mark.parametrize(
    ("parts", "loss"),
    [
        ({"text": "a\nb"}, "holds line breaks or control characters"),
        ({"text": " a"}, "begins or ends with white space"),
        ({"text": ""}, "has no text, and gets “(untitled)” for one"),
        ({"text": "\ud800"}, "half a surrogate pair"),
        ({"id": "a b"}, "The claim `a b` is now called `a-b`"),
        ({"id": "x/y"}, "The claim `x/y` is now called `x-y`"),
        ({"id": "~other"}, "The claim `~other` is now called `other`"),
        ({"named": False}, "comes from an import is lost"),
        ({"kind": "answer"}, "is an answer that no question has"),
        ({"tags": ("a b",)}, "has the tag `a b`"),
        ({"tags": ("1",)}, "has the tag `1`"),
        ({"attributes": (Attribute("fact", False),)}, "`fact: false`"),
        ({"attributes": (Attribute("x-a", 2.0),)}, "`x-a: 2.0`"),
        ({"attributes": (Attribute("a b", "c"),)}, "`a b: c`"),
        ({"attributes": (Attribute("x-a", "b\nc"),)}, "has the attribute `x-a"),
        ({"attributes": (Attribute("likely", True),)}, "`likely: true`"),
        ({"attributes": (Attribute("confidence", "huge"),)}, "`confidence: huge`"),
        ({"attributes": (Attribute("by", "a"), Attribute("by", "b"))}, "`by: b`"),
        ({"citations": (Citation("s", ")("),)}, "cites `s` at “)(”"),
        ({"citations": (Citation("x"),)}, "cites `x`, which there is not"),
        ({"citations": (Citation(None),)}, "a citation of nothing"),
        ({"citations": (Citation(None, "p", "q"),)}, "a place “p” in no source"),
        ({"citations": (Citation("s", None, "q"), Citation("s"))}, "citations after quotations"),
        ({"citations": (Citation("s", None, ""),)}, "has an empty quotation"),
        ({"notes": (Note(""),)}, "has an empty note"),
    ],
)
def test_what_cannot_be_said_of_a_claim(parts: dict[str, object], loss: str) -> None:
    assert loss in _lost(**parts)


def _step(id_: str, kind: str = "support", premise: str = "b", target: str = "a") -> Step:
    return Step(id_, kind, (premise,), target)  # type: ignore[arg-type]


A, B = Claim("a", "A"), Claim("b", "B")
S = step_id("support", ("b",), "a")


def _with(**parts: object) -> ArgumentMap:
    """A map of one step with these parts."""
    step = replace(_step(S), **parts)  # type: ignore[arg-type]
    return ArgumentMap(claims=(A, B), steps=(step,))


@pytest.mark.parametrize(
    ("map_", "loss"),
    [
        (ArgumentMap(claims=(A, B), steps=(_step("s"),)), "other ids"),
        (
            ArgumentMap(claims=(A, B), steps=(replace(_step(S), notes=(Note("n"),)),)),
            "The notes on",
        ),
        (ArgumentMap(claims=(A, B), steps=(replace(_step(S), scheme="a b"),)), "the scheme `a b`"),
        (
            ArgumentMap(claims=(A, B), steps=(replace(_step(S), scheme="weak"),)),
            "the scheme `weak`",
        ),
        (_with(roles=(Role("b", "two words"),)), "`role: two words`, which cannot be written"),
        (_with(answers="a/b"), "`answers: a/b`, which cannot be written"),
        (_with(attributes=(Attribute("role", "x"),)), "the attribute `role: x`, which is lost"),
        (ArgumentMap(claims=(A, B), steps=(_step(S), _step("t"))), "the same as another one"),
        (ArgumentMap(claims=(A,), steps=(_step(S),)), "points at what there is not"),
        (ArgumentMap(claims=(A, B), steps=(_step("u", "undercut", "b", S), _step(S))), "order"),
        (ArgumentMap(claims=(A, B), steps=(_step("u", "undercut", "b", "u"),)), "left out"),
        (ArgumentMap(claims=(A, B), contradictions=(Contradiction(("a", "b")),) * 2), "left out"),
        (ArgumentMap(attributes=(Attribute("lang", "en"),)), "gets “(untitled)”"),
        (
            ArgumentMap(sections=(Section("S", 2), Section("T", 3))),
            "“T” does not stand where its level puts it",
        ),
        (
            ArgumentMap(sections=(Section("S", 2),), claims=(replace(A, section=0), B)),
            "The order of the claims changes",
        ),
        (ArgumentMap(imports=(Import("a b", "x.arg"),)), "The import of `x.arg`"),
        (ArgumentMap(questions=(Question("q", "Q", exclusive=False),)), "gets the attribute `any`"),
        (
            ArgumentMap(questions=(Question("q", "Q", attributes=(Attribute("any", True),)),)),
            "but its answers exclude each other",
        ),
        (ArgumentMap(questions=(Question("q", "Q", ("x",)),)), "claims that there are not"),
        (
            ArgumentMap(
                imports=(Import("o", "o.arg"),), claims=(A, Claim("o/x", "X", notes=(Note("N."),)))
            ),
            "Notes and citations of [o/x] that are not its import's own",
        ),
        (
            ArgumentMap(
                imports=(Import("o", "o.arg"),),
                claims=(A, Claim("o/x", "X", citations=(Citation(None, None, "Q."),))),
            ),
            "Notes and citations of [o/x]",
        ),
        (ArgumentMap(claims=(A, A)), "only the first"),
        (ArgumentMap(claims=(A,), questions=(Question("a", "Q"),)), "question `a` is now called"),
        (ArgumentMap(sources=(Source("a b", "S"),)), "source `a b` is now called `a-b`"),
    ],
)
def test_what_cannot_be_said_of_a_map(map_: ArgumentMap, loss: str) -> None:
    written = write(map_)
    assert loss in " ".join(written.losses)
    assert not has_errors(load(written.text)[1]) or map_.imports


def test_imported_claims_are_referred_to_and_not_defined() -> None:
    map_ = ArgumentMap(
        imports=(Import("o", "other.arg"), Import("p", "p.arg"), Import("q", "a b.arg")),
        claims=(
            A,
            Claim("o/x", "X"),
            Claim("o/y", "Y", named=False),
            Claim("p/z", "Z"),
        ),
        steps=(Step(step_id("support", ("o/x",), "a"), "support", ("o/x",), "a"),),
    )
    written = write(map_)
    assert written.losses == ()
    assert written.text == (
        'import other.arg as o\nimport p.arg\nimport "a b.arg" as q\n\n[a] A\n  + [o/x]\n\n[p/z]\n'
    )


def test_what_an_import_says_of_its_own_claims_is_no_loss() -> None:
    here, there = Span("m.arg", 1, 1, 1, 2), Span("o.arg", 1, 1, 1, 2)
    own = Claim("a", "A", at=here)
    brought = Claim("o/x", "X", notes=(Note("N.", there),), at=there)
    map_ = ArgumentMap(imports=(Import("o", "o.arg"),), claims=(own, brought), path="m.arg")
    assert write(map_).losses == ()
    added = replace(brought, notes=(*brought.notes, Note("M.", here)))
    (lost,) = write(replace(map_, claims=(own, added))).losses
    assert lost == "The notes and citations that the map adds to [o/x] are lost."


def test_a_renamed_answer_is_still_expected() -> None:
    answer = Claim("a b", "A", kind="answer")
    question = Question("q", "Q", ("a b",), attributes=(Attribute("expect", "a b"),))
    text = write(ArgumentMap(claims=(answer,), questions=(question,))).text
    assert text == "? [q] Q  {expect: a-b}\n  = [a-b] A\n"


@pytest.mark.parametrize("nameless", [False, True])
def test_ten_thousand_levels(nameless: bool) -> None:
    depth = 10_000
    assert depth > sys.getrecursionlimit()
    names = [f"~number-{i}" if nameless else f"c{i}" for i in range(depth)]
    claims = tuple(Claim(name, f"Number {i}") for i, name in enumerate(names))
    steps = tuple(Step(step_id("support", (b,), a), "support", (b,), a) for a, b in pairwise(names))
    written = write(ArgumentMap(claims=claims, steps=steps))
    assert written.losses == ()
    assert written.text.splitlines()[-1].startswith("  " * (depth - 1) + "+ ")


def test_ten_thousand_undercuts_of_undercuts() -> None:
    depth = 10_000
    claims = tuple(Claim(f"c{i}", f"Claim {i}.") for i in range(depth))
    steps = [Step(step_id("support", ("c1",), "c0"), "support", ("c1",), "c0")]
    for i in range(2, depth):
        target = steps[-1].id
        steps.append(Step(step_id("undercut", (f"c{i}",), target), "undercut", (f"c{i}",), target))
    written = write(ArgumentMap(claims=claims, steps=tuple(steps)))
    assert written.losses == ()


def test_a_large_map_is_written_in_linear_time() -> None:
    def seconds(count: int) -> float:
        map_ = chain(count)
        flat = replace(map_, steps=(), contradictions=())
        start = perf_counter()
        write(flat)
        return perf_counter() - start

    seconds(1_000)
    assert seconds(8_000) < 20 * seconds(1_000) + 0.5


@pytest.mark.parametrize(
    "text",
    [
        "[n]\n  >< Tea is hot.\n[n] N\n",
        "[n]\n  + [n]\nTea is hot.\n  + [n]\n[n] N\n",
        "Tea is hot.\n  + Tea is dear.\n  & [n]\nTea is old.\n[n] N\n",
        "[n] N\n? Is it?\n  = Tea is hot.\n  = [n]\n",
        "Tea is hot.\n  + [n]\n    ? Is it?\n\n## S\n[n] N\n",
        "[n]\n  + [n]\n  + Tea is hot.\n[n] N\n",
        "Tea is hot.\n  + [n]\n    ! [m]\n[n] N\n[k] K\n[m] M\n",
        "Tea is hot.\n  + [n]\n  + Tea is dear.\n  ? Is it?\n    = Tea is old.\n[n] N\n",
        "? Is it?\nTea is hot.\n  ? Is it?\n[n] N\n",
        "? Is it?\n  = [n] N\nTea is new.\n? How?\nTea is hot.\n  + Tea is old.\n    ? Why?\n",
        "? Is it?\nTea is new.\n? How?\n[n]\n  + Tea.\n  + [n] N\n? Why?\n  = Tea is hot.\n",
        "[n] N\n  + Tea is hot.\n    ? Is it?\n      = [n]\n[k] K\n",
        "[k] K\n  + [n]\n  >< Tea is hot.\n    + [k]\n[n] N\n",
        "Tea is hot.\n  + Tea is dear.\n    + Tea is old.\n    & Tea is new.\n  & Tea is tea.\n",
        "Tea is hot.\n  + Tea is dear.\n    + [n]\n  & Tea is old.\n    ! [n]\n[n] N\n",
    ],
)
def test_claims_without_an_id_stay_without(text: str) -> None:
    map_, problems = load(text)
    assert not has_errors(problems), problems
    check_law(map_)
