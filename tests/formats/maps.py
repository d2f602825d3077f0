"""Arbitrary maps for the laws of the formats."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.model.map import (
    NO_SECTION,
    ArgumentMap,
    Attribute,
    Attributes,
    AttributeValue,
    Citation,
    Claim,
    ClaimKind,
    Contradiction,
    Import,
    Note,
    Question,
    Role,
    Section,
    Source,
    Step,
)
from argmap.source import Span

NASTY = (
    "",
    "\\",
    '"',
    "\u2028",
    "\x00",
    "\x7f",
    "\U0001f9e9",
    "e\u0301",
    "\u202e",
    "\r\n",
    "\t",
    "~",
)
texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=8))
ids = st.one_of(
    st.sampled_from(("a", "b-2", "ö", "x/y", "~t", "\u2028")), st.text(min_size=1, max_size=5)
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
attribute_values: st.SearchStrategy[AttributeValue] = st.one_of(texts, numbers, st.booleans())
attributes: st.SearchStrategy[Attributes] = st.dictionaries(
    texts, attribute_values, max_size=3
).map(lambda pairs: tuple(Attribute(key, value) for key, value in pairs.items()))
notes = st.lists(texts.map(Note), max_size=2).map(tuple)
tags = st.lists(texts, max_size=2).map(tuple)
places = st.builds(
    lambda path, line, column: Span(path, line, column, line, column),
    texts,
    st.integers(1, 10**9),
    st.integers(1, 10**6),
)


def _ids(size: int) -> st.SearchStrategy[list[str]]:
    return st.lists(ids, unique=True, max_size=size)


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """A map whose parts fit together, and whose texts are anything."""
    sections: list[Section] = []
    for index in range(draw(st.integers(0, 3))):
        parent = draw(st.integers(NO_SECTION, index - 1))
        level = 2 if parent == NO_SECTION else sections[parent].level + 1
        sections.append(Section(draw(texts), level, parent, draw(notes), draw(places)))
    section = st.integers(NO_SECTION, len(sections) - 1)
    source_ids = draw(_ids(3))
    sources = tuple(
        Source(id_, draw(texts), draw(tags), draw(attributes), draw(notes), draw(places))
        for id_ in source_ids
    )
    cited = st.sampled_from([None, *source_ids])
    optional = st.none() | texts
    citations = st.lists(st.builds(Citation, cited, optional, optional), max_size=2).map(tuple)
    kinds = st.sampled_from(ClaimKind.__args__)  # type: ignore[attr-defined]
    claim_ids = draw(_ids(6))
    claims = tuple(
        Claim(
            id_,
            draw(texts),
            draw(kinds),
            draw(tags),
            draw(citations),
            draw(attributes),
            draw(notes),
            draw(section),
            draw(st.booleans()),
            draw(places),
        )
        for id_ in claim_ids
    )
    steps: list[Step] = []
    questions: list[Question] = []
    contradictions: list[Contradiction] = []
    if claim_ids:
        one = st.sampled_from(claim_ids)
        some = st.lists(one, min_size=1, max_size=3).map(tuple)
        for id_ in draw(_ids(6)):
            undercuts = bool(steps) and draw(st.booleans())
            target = draw(st.sampled_from(steps)).id if undercuts else draw(one)
            premises = draw(some)
            roles = tuple(
                Role(premise, name)
                for premise in dict.fromkeys(premises)
                if (name := draw(optional)) is not None
            )
            steps.append(
                Step(
                    id_,
                    "undercut" if undercuts else draw(st.sampled_from(("support", "rebuttal"))),
                    premises,
                    target,
                    draw(optional),
                    draw(st.none() | st.floats(0, 1)),
                    draw(attributes),
                    draw(notes),
                    draw(places),
                    roles=roles,
                    answers=draw(optional),
                )
            )
        steps = list(draw(st.permutations(steps)))
        questions = [
            Question(
                id_,
                draw(texts),
                draw(st.lists(one, max_size=3).map(tuple)),
                draw(st.booleans()),
                draw(st.none() | one),
                draw(tags),
                draw(attributes),
                draw(notes),
                draw(section),
                draw(places),
            )
            for id_ in draw(_ids(2))
        ]
        pairs = st.lists(one, min_size=2, max_size=3).map(tuple)
        contradictions = [Contradiction(draw(pairs)) for _ in range(draw(st.integers(0, 2)))]
    aliases = draw(st.lists(texts, unique=True, max_size=2))
    return ArgumentMap(
        title=draw(texts),
        attributes=draw(attributes),
        notes=draw(notes),
        imports=tuple(Import(alias, draw(texts)) for alias in aliases),
        sections=tuple(sections),
        sources=sources,
        claims=claims,
        questions=tuple(questions),
        steps=tuple(steps),
        contradictions=tuple(contradictions),
        path=draw(texts),
    )


def chain(length: int) -> ArgumentMap:
    """A chain of reasons, each for the one before it."""
    at = Span("chain.arg", 1, 1, 1, 1)
    claims = tuple(
        Claim(
            f"c{i}",
            f"Claim number {i} says something that fills about one line of text.",
            citations=(Citation("s", "p. 2", None),) if i % 10 == 0 else (),
            attributes=(Attribute("by", "Baghdad"), Attribute("likelihood", 0.5)),
            at=at,
        )
        for i in range(length)
    )
    steps = tuple(
        Step(f"s{i}", "support", (f"c{i + 1}",), f"c{i}", None, 0.75, at=at)
        for i in range(length - 1)
    )
    return ArgumentMap(
        title="A chain", sources=(Source("s", "A source"),), claims=claims, steps=steps
    )
