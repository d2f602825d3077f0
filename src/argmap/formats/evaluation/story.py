"""The story of one claim, or of the answers to a question: how it fares with all that leads to it,
as an indented proof.

It reads like the map itself: `+` supports, `-` rebuts, `&` joins, `!` undercuts, `><` contradicts,
`=` is a rival answer. A claim stands in its role with what it says and where that is written, below
it why it fares as it does, and below that what this rests on: what the reason cites, and what
would have changed it, had it not been lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import wrap

from argmap.formats.evaluation.text import MARKS, WIDTH, verdict
from argmap.model import ArgumentMap, Step
from argmap.model.naming import SIGNS
from argmap.semantics.evaluation import SAID, Evaluation, Reason
from argmap.semantics.phrases import full, name_of, said
from argmap.semantics.theory import MODERATE
from argmap.source import NOWHERE, Span

_DEEPEST = 30
"""Where the indentation ends: what lies deeper could not be read, and would fill gigabytes."""
_NARROWEST = 36
"""So many columns a text has at least, however deep it stands."""


@dataclass(frozen=True, slots=True)
class Part:
    """A claim to tell: where it hangs, in what role, where that is written.

    `step` is the step that uses it, for the first of its premises only; `cited` are the steps
    that the reason above cites. `told` says that it has been told before, and `in_circle` that this
    was above it in the same line of argument.
    """

    depth: int
    marker: str
    claim: str
    at: Span
    step: str | None = None
    cited: tuple[str, ...] = ()
    told: bool = False
    in_circle: bool = False


def write(map_: ArgumentMap, evaluation: Evaluation, id_: str, width: int = WIDTH) -> str:
    """Why a claim, or each answer to a question, has its label, down to what is given, in lines of
    at most `width` columns.

    The place beside a claim is where it is written as a premise of the step above; a line alone is
    one of the same file. What was told once is only pointed to.
    """
    lines: list[str] = []
    question = map_.question.get(id_) if id_ not in map_.claim else None
    start = map_.claim[id_].at if question is None else question.at
    if question is not None:
        lines += _wrapped(f"? {question.text}", 0, width, _place(start, start))
        told = verdict(map_, question, evaluation.questions[id_])
        lines += _wrapped(f"→ {told}", 0, width, deeper=1)
    for part in parts(map_, evaluation, id_):
        place = _place(part.at, start)
        claim, result = map_.claim[part.claim], evaluation.claims[part.claim]
        mark = MARKS[result.label]
        if part.told:
            turns = part.in_circle and result.label in ("undecided", "unsupported")
            where = "in a circle, see above" if turns else "as told above"
            told = f"{part.marker}{name_of(claim)}  {mark} {SAID[result.label]}: {where}."
            lines += _wrapped(told, part.depth, width, place)
        else:
            lines += _wrapped(f"{part.marker}{full(claim)}", part.depth, width, place)
            lines += _wrapped(f"{mark} {result.because.text}", part.depth, width, deeper=1)
    return "\n".join(lines) + "\n"


def parts(map_: ArgumentMap, evaluation: Evaluation, id_: str) -> Iterator[Part]:
    """The claims that the story of a claim or question tells of, in order, each above what it rests
    on."""
    if id_ in map_.claim:
        return _Story(map_, evaluation).parts([Part(0, "", id_, map_.claim[id_].at)])
    answers = [Part(1, "= ", one, map_.claim[one].at) for one in map_.question[id_].answers]
    found = evaluation.questions[id_].verdict
    return _Story(map_, evaluation).parts(sorted(answers, key=lambda one: one.claim != found))


def _wrapped(text: str, depth: int, width: int, place: str = "", *, deeper: int = 0) -> list[str]:
    """Lines at a depth; what continues one stands four columns further right."""
    indent = "  " * (min(depth, _DEEPEST) + deeper)
    room = max(width, len(indent) + _NARROWEST)
    lines = wrap(
        text,
        room,
        initial_indent=indent,
        subsequent_indent=f"{indent}    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    if place and len(lines[-1]) + len(place) + 2 <= room:
        lines[-1] += f"  {place}"
    elif place:
        lines.append(f"{indent}    {place}")
    return lines


def _place(at: Span, start: Span) -> str:
    """Where something is written: the line alone where the file is that of the first claim."""
    if at == NOWHERE:
        return ""
    return f"line {at.line}" if at.path == start.path and at != start else f"{at.path}:{at.line}"


class _Story:
    def __init__(self, map_: ArgumentMap, evaluation: Evaluation) -> None:
        self._map = map_
        self._evaluation = evaluation
        self._steps: dict[tuple[bool, str], list[Step]] = {}  # by whether it undercuts, and what
        for step in map_.steps:
            self._steps.setdefault((step.kind == "undercut", step.target), []).append(step)
        self._open: list[tuple[int, str]] = []  # the claims between the first and this one

    def parts(self, first: list[Part]) -> Iterator[Part]:
        """The parts from the first ones on."""
        told = set[str]()
        is_open = Counter[str]()
        stack = first[::-1]
        while stack:
            part = stack.pop()
            while self._open and self._open[-1][0] >= part.depth:
                is_open[self._open.pop()[1]] -= 1
            known = part.claim in told
            yield replace(part, told=known, in_circle=is_open[part.claim] > 0) if known else part
            below = self._undercuts(part)
            below += () if known else self._below(part)
            told.add(part.claim)
            self._open.append((part.depth, part.claim))
            is_open[part.claim] += 1
            stack += reversed(below)

    # What stands below -------------------------------------------------------------------------

    def _below(self, part: Part) -> Iterator[Part]:
        """What the reason of a claim rests on: steps for and against it, rivals, contradictions."""
        reason = self._evaluation.claims[part.claim].because
        depth = part.depth + 1
        told = {part.claim}
        cited = [self._map.step[id_] for id_ in reason.steps]
        steps = [one for one in cited if one.kind != "undercut" and one.target == part.claim]
        for step in (*steps, *self._besides(part.claim, reason)):
            yield from self._premises(step, depth, reason.steps)
            told.update(step.premises)
        if self._open:
            told.add(self._open[-1][1])  # a rival that is being told of, and cites this claim
        for claim in reason.claims:
            if claim not in told:
                marker = "= " if self._is_rival(part.claim, claim) else ">< "
                yield Part(depth, marker, claim, self._map.claim[claim].at)

    def _besides(self, claim: str, reason: Reason) -> Iterator[Step]:
        """Steps that the reason need not cite, since they are lost or contested, and that would
        have changed the label if they were not."""
        label = self._evaluation.claims[claim].label
        if label == "unsupported" or reason.kind in ("fact", "assumed"):
            return
        own = 0.0 if reason.own is None else reason.own
        against = -1.0 if reason.against is None else reason.against
        for step in self._steps.get((False, claim), ()):
            state = self._evaluation.steps[step.id]
            if state == "in" or step.id in reason.steps:
                continue
            weight = MODERATE if step.strength is None else step.strength
            if step.kind == "rebuttal":
                if label != "out" and state == "out" and weight >= own:
                    yield step
            elif label != "in" and (weight >= against if state == "out" else weight > own):
                yield step

    def _undercuts(self, part: Part) -> list[Part]:
        """The undercuts of the step that uses a claim, as far as they decide anything: the one that
        cuts it, or all, since none of them does."""
        if part.step is None:
            return []
        cuts = self._steps.get((True, part.step), ())
        if self._evaluation.steps[part.step] == "out":
            deciding = {*part.cited, *self._evaluation.bearing[part.step].steps}
            cuts = [step for step in cuts if step.id in deciding]
        return [one for step in cuts for one in self._premises(step, part.depth + 1, ())]

    def _premises(self, step: Step, depth: int, cited: tuple[str, ...]) -> Iterator[Part]:
        strength = "" if step.strength is None else f"({said(step.strength)})"
        marker = f"{SIGNS[step.kind]}{strength} "
        for index, premise in enumerate(step.premises):
            at = step.uses[index] if index < len(step.uses) else step.at
            first = index == 0
            yield Part(
                depth,
                marker if first else "& ",
                premise,
                at,
                step.id if first else None,
                cited if first else (),
            )

    def _is_rival(self, claim: str, other: str) -> bool:
        return any(
            claim in question.answers and other in question.answers
            for question in self._map.questions
            if question.exclusive
        )
