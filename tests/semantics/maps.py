"""Small random maps that have everything the evaluation knows of, and circles of every sort."""

from __future__ import annotations

from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from argmap.model import (
    ArgumentMap,
    Attribute,
    Citation,
    Claim,
    Contradiction,
    Question,
    Source,
    Step,
)
from argmap.model.map import StepKind

T = TypeVar("T")

_GRADES = ("A2", "B", "C3", "F6", None)
_LIKELIHOODS: tuple[str | float, ...] = (
    "almost-no-chance",
    "very-unlikely",
    "unlikely",
    "roughly-even",
    "likely",
    "very-likely",
    "almost-certain",
    0.54,
    0.55,
    0.9,
)
_STRENGTHS = (None, None, 0.25, 0.5, 0.75, 1.0, 1.0, 0.3, 0.0, 0.99)


def random_map(random: Random, claims: int = 6, steps: int = 9) -> ArgumentMap:
    """A map of at most so many claims and steps."""
    size = 1 + int(random.random() * claims)
    ids = [f"c{number}" for number in range(size)]
    questions, answers = _questions(random, ids)
    sources = tuple(
        Source(f"s{index}", "A source", attributes=_pairs(grade=grade))
        for index, grade in enumerate(_GRADES)
    )
    plain = _chance(random, 0.3)  # bare claims, so that steps decide
    made = tuple(
        Claim(
            id_,
            f"{id_} is so.",
            kind="answer" if id_ in answers else "claim",
            citations=() if plain else _citations(random),
            attributes=() if plain else _attributes(random),
        )
        for id_ in ids
    )
    return ArgumentMap(
        sources=sources,
        claims=made,
        questions=questions,
        steps=_steps(random, ids, steps),
        contradictions=_contradictions(random, ids),
    )


def _chance(random: Random, share: float) -> bool:
    """Yes in this share of cases; not for a draw of 0, to which hypothesis makes draws smaller."""
    return random.random() >= 1 - share


def _pairs(**values: str | float | bool | None) -> tuple[Attribute, ...]:
    return tuple(Attribute(key, value) for key, value in values.items() if value is not None)


def _one(random: Random, things: tuple[T, ...]) -> T:
    return things[int(random.random() * len(things))]


def _citations(random: Random) -> tuple[Citation, ...]:
    """Sources and quotations; about every fifth claim has some."""
    found: list[Citation] = []
    while _chance(random, 0.2):
        named = None if _chance(random, 0.2) else f"s{int(random.random() * len(_GRADES))}"
        found.append(Citation(named, quote="so" if named is None else None))
    return tuple(found)


def _attributes(random: Random) -> tuple[Attribute, ...]:
    luck = random.random()
    if luck < 0.60:
        return ()
    if luck < 0.70:
        return _pairs(fact=True)
    if luck < 0.78:
        return _pairs(basis=_one(random, ("reported", "assumption", "judgment", "implicit")))
    if luck < 0.87:
        return _pairs(stance=_one(random, ("open", "reject", "accept")))
    if luck < 0.97:
        return _pairs(likelihood=_one(random, _LIKELIHOODS))
    return _pairs(stance="accept", likelihood="unlikely", basis="reported")


def _questions(random: Random, ids: list[str]) -> tuple[tuple[Question, ...], set[str]]:
    questions: list[Question] = []
    answers: set[str] = set()
    while _chance(random, 0.25) and len(questions) < 2:
        own = tuple(id_ for id_ in ids if _chance(random, 0.4))
        number = len(questions)
        questions.append(Question(f"q{number}", "Which?", own, _chance(random, 0.8)))
        answers.update(own)
    return tuple(questions), answers


def _contradictions(random: Random, ids: list[str]) -> tuple[Contradiction, ...]:
    found: dict[frozenset[str], Contradiction] = {}
    while _chance(random, 0.3) and len(found) < 3:
        count = _one(random, (2, 2, 2, 3, 3, 4, 6))
        members = tuple(dict.fromkeys(_one(random, tuple(ids)) for _ in range(count)))
        if len(members) == 1:
            members *= 2  # a claim that contradicts itself
        found[frozenset(members)] = Contradiction(members)
    return tuple(found.values())


def _steps(random: Random, ids: list[str], most: int) -> tuple[Step, ...]:
    """Steps between any claims, or only from later to earlier ones; undercuts of any depth."""
    kinds: tuple[tuple[StepKind, ...], ...] = (
        ("support", "support", "rebuttal", "undercut"),
        ("support", "support", "support", "support", "rebuttal"),
        ("support", "rebuttal", "undercut", "undercut"),
        ("rebuttal",),
    )
    likely = _one(random, kinds)
    strengths = _one(random, (_STRENGTHS, (None,), (1.0, 1.0, 0.75, None), (0.25, 0.5, 0.75)))
    forward = _chance(random, 0.4)
    steps: dict[tuple[str, frozenset[str], str], Step] = {}
    for _ in range(int(random.random() * (most + 1))):
        kind = _one(random, likely)
        target = int(random.random() * len(ids))
        count = _one(random, (1, 1, 1, 1, 2, 2, 3))
        low = target + 1 if forward and kind == "support" else 0
        if low >= len(ids) or (kind == "undercut" and not steps):
            continue
        premises = tuple(
            dict.fromkeys(ids[low + int(random.random() * (len(ids) - low))] for _ in range(count))
        )
        aim = _one(random, tuple(steps.values())).id if kind == "undercut" else ids[target]
        step = Step(f"t{len(steps)}", kind, premises, aim, strength=_one(random, strengths))
        steps.setdefault((kind, frozenset(premises), aim), step)
    made = list(steps.values())
    if _chance(random, 0.2):
        made.reverse()  # an undercut may come before what it cuts
    return tuple(made)


def seeded_map(seed: int, claims: int = 6, steps: int = 9) -> ArgumentMap:
    """The same map for the same number."""
    return random_map(Random(seed), claims, steps)


def altered(made: ArgumentMap, seed: int) -> tuple[list[str], list[str]]:
    """Claims of a map to withdraw, and others or the same to take for facts; for half of the
    numbers none."""
    random = Random(seed)
    if seed % 2:
        return [], []
    without, assume = (
        [claim.id for claim in made.claims if _chance(random, share)] for share in (0.25, 0.15)
    )
    return without, assume


def circle_map(seed: int, largest: int = 12) -> ArgumentMap:
    """Claims nearly all of which hang on each other: one or two rings with steps across, most of
    one strength; some linked premises, undercuts and undercuts of them, sources, facts, questions
    and contradictions."""
    random = Random(seed)
    size = 2 + int(random.random() * (largest - 1))
    ids = [f"c{number}" for number in range(size)]
    supports = _one(random, (0.0, 0.3, 0.5, 0.9))
    strengths = _one(random, ((None,), (None,), (None, 0.75), (None, 1.0), (0.25, 0.5, 0.75, 1.0)))
    steps: list[Step] = []

    def join(premises: tuple[str, ...], target: str, kind: StepKind) -> None:
        named = f"t{len(steps)}"
        steps.append(Step(named, kind, premises, target, strength=_one(random, strengths)))

    half = size // 2 if _chance(random, 0.2) else 0
    for at in range(size):
        after = at + 1 if at + 1 not in (half, size) else (0 if at < half else half)
        join((ids[at],), ids[after], "support" if _chance(random, supports) else "rebuttal")
        while _chance(random, 0.35):
            premises = tuple(
                {_one(random, tuple(ids)): None for _ in range(_one(random, (1, 1, 2)))}
            )
            kind: StepKind = "support" if _chance(random, supports) else "rebuttal"
            target = _one(random, tuple(ids))
            if _chance(random, 0.2):
                kind, target = "undercut", _one(random, tuple(steps)).id
            join(premises, target, kind)
    sources = tuple(
        Source(f"s{index}", "A source", attributes=_pairs(grade=grade))
        for index, grade in enumerate(_GRADES)
    )
    sourced = _one(random, (0.1, 0.5, 1.0))
    questions, answers = _questions(random, ids) if _chance(random, 0.3) else ((), set())
    claims = tuple(
        Claim(
            id_,
            f"{id_} is so.",
            kind="answer" if id_ in answers else "claim",
            citations=(Citation(None, quote="so"),) if _chance(random, sourced) else (),
            attributes=_attributes(random) if _chance(random, 0.15) else (),
        )
        for id_ in ids
    )
    return ArgumentMap(
        sources=sources,
        claims=claims,
        questions=questions,
        steps=tuple(steps),
        contradictions=_contradictions(random, ids) if _chance(random, 0.3) else (),
    )


maps: st.SearchStrategy[ArgumentMap] = st.builds(random_map, st.randoms(use_true_random=False))
"""Small maps for hypothesis, which makes them smaller where a law fails."""


def written(map_: ArgumentMap) -> str:
    """A map in few words, for a failed test to print."""
    lines = []
    for claim in map_.claims:
        pairs = [f"{a.key}={a.value}" for a in claim.attributes]
        cites = [f"@{c.source}" for c in claim.citations]
        lines.append(" ".join([claim.id, claim.kind, *pairs, *cites]))
    for step in map_.steps:
        premises = " & ".join(step.premises)
        lines.append(f"{step.id}: {premises} {step.kind}({step.strength}) {step.target}")
    lines += [" >< ".join(contradiction.claims) for contradiction in map_.contradictions]
    lines += [f"{q.id} exclusive={q.exclusive}: {q.answers}" for q in map_.questions]
    return "\n".join(lines)
