"""What-if: equal to a full evaluation of the altered map, and every change traced to its cause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.model import ArgumentMap, Attribute, Citation, Claim, Contradiction, Question, Step
from argmap.model.map import StepKind
from argmap.semantics.grounded import ground
from argmap.semantics.labels import read_labels
from argmap.semantics.theory import build_theory
from argmap.semantics.whatif import Changes, Problem, Thing, compare
from tests.semantics.maps import seeded_map

Choose = Callable[[int], int]
"""Gives a number from 0 to below its argument."""

STRENGTHS = (None, None, 0.25, 0.75, 1.0, 1.0, 0.6, 0.0)
KINDS: tuple[StepKind, ...] = ("support", "support", "rebuttal")
ATTRIBUTES: tuple[tuple[Attribute, ...], ...] = (
    (), (), (), (),
    (Attribute("fact", True),),
    (Attribute("stance", "open"),),
    (Attribute("likelihood", "unlikely"),),
    (Attribute("basis", "reported"),),
)  # fmt: skip


def make_map(choose: Choose, largest: int = 8) -> ArgumentMap:
    """A map of up to so many claims, for longer ways than the maps of `maps` have room for."""
    ids = [f"c{i}" for i in range(1 + choose(largest))]

    def some(most: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ids[choose(len(ids))] for _ in range(1 + choose(most))))

    circles = choose(3)  # 0: reasons run from later claims to earlier ones only
    steps: dict[str, Step] = {}
    kind: StepKind
    for _ in range(choose(2 * largest)):
        premises = some(3 if choose(3) == 2 else 1)
        if steps and choose(4) == 3:
            kind = "undercut"
            target = list(steps)[choose(len(steps))]
        else:
            kind, target = KINDS[choose(3)], ids[choose(len(ids))]
            if not circles:
                premises = tuple(p for p in premises if int(p[1:]) > int(target[1:]))
        id_ = f"{premises} {kind} {target}"
        if premises and len(id_) < 200:
            steps[id_] = Step(id_, kind, premises, target, None, STRENGTHS[choose(8)])
    questions: list[Question] = []
    contradictions: list[Contradiction] = []
    answers: set[str] = set()
    for number in range(choose(3)):
        its = some(3)
        answers.update(its)
        questions.append(Question(f"q{number}", "?", its, exclusive=choose(3) != 2))
    for _ in range(choose(4) - 1):
        members = some(3)
        contradictions.append(Contradiction(members if len(members) > 1 else members * 2))
    claims = [
        Claim(
            id_,
            "A claim.",
            "answer" if id_ in answers else "claim",
            citations=(Citation(None, None, "word"),) if choose(5) == 4 else (),
            attributes=ATTRIBUTES[choose(8)],
        )
        for id_ in ids
    ]
    return ArgumentMap(
        claims=tuple(claims),
        steps=tuple(steps.values()),
        questions=tuple(questions),
        contradictions=tuple(contradictions),
    )


@st.composite
def _larger_maps(draw: st.DrawFn) -> ArgumentMap:
    return make_map(lambda below: draw(st.integers(0, below - 1)))


any_maps = _larger_maps() | st.integers(0, 2**32).map(seeded_map)


def come_out(question: Question, label: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The verdict on a question, given the labels of its answers, and the answers that stand,
    unless they exclude each other and are not one."""
    pairs = zip(question.answers, label, strict=True)
    standing = tuple([answer for answer, its in pairs if its == "in"])
    if len(standing) == 1:
        return standing[0], standing
    return "open", () if question.exclusive else standing


def disagreement(map_: ArgumentMap, without: list[str], assume: list[str]) -> str | None:
    """How a what-if differs from full evaluations before and after, if it does."""
    before, after = build_theory(map_), build_theory(map_, without, assume)
    old, new = read_labels(before, ground(before)), read_labels(after, ground(after))
    found = compare(map_, without, assume)
    for changes, ids, olds, news in (
        (found.claims, before.claims, old.claims, new.claims),
        (found.steps, before.steps, old.steps, new.steps),
    ):
        expected = [
            (id_, was, now) for id_, was, now in zip(ids, olds, news, strict=True) if was != now
        ]
        if [(c.id, c.before, c.after) for c in changes] != expected:
            return f"{changes} for {expected}"
    verdicts = []
    for question in map_.questions:
        numbers = [before.claims.index(answer) for answer in question.answers]
        was = come_out(question, [old.claims[number] for number in numbers])
        now = come_out(question, [new.claims[number] for number in numbers])
        if was != now:
            verdicts.append((question.id, was, now))
    if [
        (c.id, (c.before, c.settled[0]), (c.after, c.settled[1])) for c in found.questions
    ] != verdicts:
        return f"{found.questions} for {verdicts}"
    for change in (*found.claims, *found.steps, *found.questions, *found.shifted):
        chain = found.chain(change)
        if chain[-1] is not change or chain[0].id not in {*without, *assume}:
            return f"{change} is traced to {chain[0]}"
    return None


@settings(max_examples=500, deadline=None)
@given(any_maps, st.data())
def test_a_what_if_equals_a_full_evaluation_and_traces_each_change(
    map_: ArgumentMap, data: st.DataObject
) -> None:
    some = st.lists(st.sampled_from([claim.id for claim in map_.claims]), max_size=2, unique=True)
    assert disagreement(map_, data.draw(some), data.draw(some)) is None


def test_the_strength_of_an_undercut_makes_no_difference() -> None:
    """A step that can never apply was left out of the part, and its undercut with it."""
    steps = (
        Step("s", "support", ("c1",), "c0", strength=0.25),
        Step("u", "undercut", ("c0",), "s", strength=0.0),
    )
    claims = (
        Claim("c0", "A.", attributes=(Attribute("fact", True),)),
        Claim("c1", "B.", attributes=(Attribute("stance", "open"),)),
    )
    assert disagreement(ArgumentMap(claims=claims, steps=steps), [], ["c0"]) is None


def read(text: str) -> ArgumentMap:
    """The map of a text without errors."""
    result = argmap.parse(text)
    assert result.ok, result.diagnostics
    return result.map


BRIDGE = read("""
? [q] Should the bridge open?
  = [yes] Open it.
  = [no] Keep it closed.

[yes]
  + [safe] It is safe.
    + [tested] It was tested.
  & [useful] It saves an hour.

[safe]
  -(strong) [crack] There is a crack.
    -(strong) [paint] The crack is in the paint.
""")


def told(changes: Changes, id_: str) -> list[str]:
    """The way to a change, in words."""
    every = (*changes.claims, *changes.steps, *changes.questions, *changes.shifted)
    change = next(change for change in every if change.id == id_)
    return [f"{one.id}: {one.before} -> {one.after}" for one in changes.chain(change)]


def test_a_chain_tells_how_a_withdrawal_reaches_the_verdict() -> None:
    changes = compare(BRIDGE, without=["paint"])
    assert told(changes, "q") == [
        "paint: in -> unsupported",
        "paint - crack: in -> out",
        "crack: out -> in",
        "crack - safe: out -> in",
        "safe: in -> out",
        "safe & useful + yes: in -> out",
        "yes: in -> unsupported",
        "q: yes -> open",
    ]
    assert changes.problems == ()


def test_what_is_assumed_and_withdrawn_comes_first_with_no_cause() -> None:
    changes = compare(BRIDGE, without=["useful"], assume=["crack"])
    altered = {change.id for change in changes.claims if change.cause is None}
    assert altered == {"useful", "crack"}
    assert [(change.id, change.after) for change in changes.claims] == [
        ("yes", "unsupported"),
        ("no", "unsupported"),
        ("safe", "out"),
        ("useful", "unsupported"),
        ("crack", "in"),
    ]
    cause = next(change.cause for change in changes.questions)
    assert cause == Thing("claim", "yes")


def test_a_claim_that_only_grows_weaker_is_on_the_way() -> None:
    map_ = read("""
[top] T.
  +(conclusive) [middle] M.  @src(p. 1)
    +(strong) [ground] G.

[top]
  -(moderate) [other] O.

@src A source
""")
    changes = compare(map_, without=["ground"])
    assert [(change.id, change.before, change.after) for change in changes.claims] == [
        ("top", "in", "undecided"),
        ("ground", "in", "unsupported"),
    ]
    assert "middle" in {change.id for change in changes.shifted}
    assert told(changes, "top")[2] == "middle: in -> in"


def test_ids_that_cannot_be_used_are_said_and_change_nothing() -> None:
    changes = compare(BRIDGE, without=["nowhere", "yes", "q", "safe & useful + yes"])
    assert changes.problems == (
        Problem("nowhere", "unknown"),
        Problem("yes", "no-leaf"),
        Problem("q", "not-a-claim"),
        Problem("safe & useful + yes", "not-a-claim"),
    )
    assert [*changes.claims, *changes.steps, *changes.questions, *changes.shifted] == []


def test_a_claim_withdrawn_and_assumed_is_assumed() -> None:
    changes = compare(BRIDGE, without=["crack"], assume=["crack"])
    assert changes.problems == (Problem("crack", "both"),)
    assert changes.claims == compare(BRIDGE, assume=["crack"]).claims


def test_one_change_among_ten_thousand_claims_is_cheap() -> None:
    size = 10_000
    claims = tuple(Claim(f"c{i}", "A claim.") for i in range(size))
    steps = tuple(Step(f"s{i}", "support", (f"c{i}",), f"c{(i - 1) // 3}") for i in range(1, size))
    map_ = ArgumentMap(claims=claims, steps=steps)
    started = process_time()
    changes = compare(map_, without=[f"c{size - 1}"])
    assert process_time() - started < 2
    assert [change.id for change in changes.claims] == [f"c{size - 1}"]
