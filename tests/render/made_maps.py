"""Maps for the renderer's tests: hypothesis strategies and a few made by hand."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.model import (
    ArgumentMap,
    Attribute,
    Citation,
    Claim,
    Contradiction,
    Question,
    Section,
    Source,
    Step,
)
from argmap.model.map import StepKind
from argmap.source import Span

WORDS = [
    "the",
    "threat",
    "behind",
    "forces",
    "withdrawal",
    "asks",
    "militia",
    "influence",
    "remain",
    "évidence",
    "証拠",
    "دليل",
]
KINDS: tuple[StepKind, ...] = ("support", "rebuttal", "undercut")


def claim(name: str, text: str = "", **given: object) -> Claim:
    """A claim with attributes given as keywords."""
    attributes = tuple(
        Attribute(key, value) for key, value in given.items() if isinstance(value, (str, bool))
    )
    return Claim(name, text or f"This is claim {name}.", attributes=attributes)


def step(name: str, kind: StepKind, premises: str, target: str) -> Step:
    """A step from premises named in one text."""
    return Step(name, kind, tuple(premises.split()), target)


@st.composite
def maps(draw: st.DrawFn, most: int = 14, *, sections: bool = True) -> ArgumentMap:
    """Any small map: cycles, undercuts of undercuts, questions, contradictions, sections."""
    count = draw(st.integers(1, most))
    section_count = draw(st.integers(0, 3)) if sections else 0
    made_sections: list[Section] = []
    for at in range(section_count):
        parent = draw(st.integers(-1, at - 1))
        level = 2 if parent < 0 else made_sections[parent].level + 1
        made_sections.append(Section(f"Section {at}", level, parent))
    names = [f"c{at}" for at in range(count)]
    claims = []
    for at, name in enumerate(names):
        text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14)))
        basis = draw(st.sampled_from(["", "", "fact", "assumption", "by"]))
        attributes = {
            "": (),
            "fact": (Attribute("fact", value=True),),
            "assumption": (Attribute("basis", "assumption"),),
            "by": (Attribute("by", "Baghdad"), Attribute("likelihood", "very-likely")),
        }[basis]
        cites = tuple(
            Citation("s", f"p. {page}") for page in draw(st.lists(st.integers(1, 30), max_size=3))
        )
        claims.append(
            Claim(
                name,
                text,
                citations=cites,
                attributes=attributes,
                section=draw(st.integers(-1, section_count - 1)),
                at=Span("m.arg", at + 1, 1, at + 1, 2),
            )
        )
    some = st.sampled_from(names)
    steps: list[Step] = []
    for at in range(draw(st.integers(0, count + 4))):
        kind = draw(st.sampled_from(KINDS)) if steps else "support"
        premises = draw(st.lists(some, min_size=1, max_size=3, unique=True))
        target = draw(st.sampled_from([one.id for one in steps])) if kind == "undercut" else ""
        steps.append(
            Step(
                f"s{at}",
                kind,
                tuple(premises),
                target or draw(some),
                draw(st.sampled_from([None, None, "expert-opinion"])),
                draw(st.sampled_from([None, None, 0.75, 0.3])),
            )
        )
    contradictions = [
        Contradiction(tuple(draw(st.lists(some, min_size=2, max_size=4, unique=True))))
        for _ in range(draw(st.integers(0, 2)) if count > 1 else 0)
    ]
    questions = [
        Question(
            f"q{at}",
            f"What about {at}?",
            tuple(draw(st.lists(some, max_size=3, unique=True))),
            about=draw(st.sampled_from([None, *names])),
        )
        for at in range(draw(st.integers(0, 2)))
    ]
    return ArgumentMap(
        title=draw(st.sampled_from(["", "A map"])),
        sections=tuple(made_sections),
        sources=(Source("s", "A report"),),
        claims=tuple(claims),
        questions=tuple(questions),
        steps=tuple(steps),
        contradictions=tuple(contradictions),
    )


@st.composite
def debates(draw: st.DrawFn) -> ArgumentMap:
    """Questions whose answers have trees of reasons and no other use, in sections of one
    or in none, held together by contradictions or not."""
    sectioned = draw(st.booleans())
    claims: list[Claim] = []
    steps: list[Step] = []
    questions: list[Question] = []
    for at in range(draw(st.integers(1, 3))):
        section = at + 1 if sectioned else -1
        answers = []
        for _ in range(draw(st.integers(1, 3))):
            own = [f"c{len(claims)}"]
            answers.append(own[0])
            for number in range(draw(st.integers(0, 5)) + 1):
                name = f"c{len(claims)}"
                text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)))
                claims.append(Claim(name, text, section=section))
                if number:
                    kind = draw(st.sampled_from(KINDS[:2]))
                    steps.append(step(f"s{name}", kind, name, draw(st.sampled_from(own))))
                    own.append(name)
        questions.append(Question(f"q{at}", f"What of {at}?", tuple(answers), section=section))
    first = [question.answers[0] for question in questions]
    joined = len(first) > 1 and draw(st.booleans())
    return ArgumentMap(
        sections=(Section("All", 2, -1), *(Section(f"S {at}", 3, 0) for at in range(3)))
        if sectioned
        else (),
        claims=tuple(claims),
        questions=tuple(questions),
        steps=tuple(steps),
        contradictions=(Contradiction(tuple(first)),) if joined else (),
    )


def chain(length: int) -> ArgumentMap:
    """Each claim the one reason for the one before."""
    return ArgumentMap(
        claims=tuple(claim(f"c{at}") for at in range(length)),
        steps=tuple(step(f"s{at}", "support", f"c{at + 1}", f"c{at}") for at in range(length - 1)),
    )


def fan(width: int) -> ArgumentMap:
    """Very many reasons for one claim."""
    return ArgumentMap(
        claims=tuple(claim(f"c{at}") for at in range(width + 1)),
        steps=tuple(step(f"s{at}", "support", f"c{at + 1}", "c0") for at in range(width)),
    )


def small() -> ArgumentMap:
    """A question, two answers, linked premises, undercuts of undercuts, a contradiction."""
    names = ["go", "stay", "a", "b", "c", "d", "e", "f"]
    return ArgumentMap(
        title="Stay or go?",
        claims=tuple(claim(name) for name in names),
        questions=(Question("q", "Should they stay or go?", ("go", "stay")),),
        steps=(
            step("s1", "support", "a b", "go"),
            step("s2", "undercut", "c", "s1"),
            step("s3", "undercut", "d", "s2"),
            step("s4", "rebuttal", "e", "stay"),
            step("s5", "support", "f", "stay"),
        ),
        contradictions=(Contradiction(("a", "f")),),
    )
