"""Tells the story of one claim: its label with all that leads to it, as an indented proof.

A line is a claim as a step uses it, with the claim's reason; below it stands what that reason
cites. It reads like the map itself: `+` supports, `-` rebuts, `&` joins, `!` undercuts, `><`
contradicts, `=` is a rival answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model import ArgumentMap, Step
from argmap.semantics.evaluation import SAID, Evaluation
from argmap.semantics.phrases import name_of, said
from argmap.source import NOWHERE, Span

_DEEPEST = 40
"""Where the indentation ends: what lies deeper could not be read, and would fill gigabytes."""

_MARKERS = {"support": "+", "rebuttal": "-", "undercut": "!"}


@dataclass(frozen=True, slots=True)
class _Line:
    """A claim to tell: where it hangs, in what role, where that is written.

    `step` is the step that uses it, for the first of its premises only; `cited` are the steps
    that the reason above cites.
    """

    depth: int
    marker: str
    claim: str
    at: Span
    step: str | None = None
    cited: tuple[str, ...] = ()


def explain(map_: ArgumentMap, evaluation: Evaluation, claim_id: str) -> str:
    """Why a claim has its label, down to what is given.

    Each line names the claim, says why it has its label, and ends with the place where it is
    written as a premise of the step above. What was told once is only pointed to.
    """
    return _Story(map_, evaluation).tell(claim_id)


class _Story:
    def __init__(self, map_: ArgumentMap, evaluation: Evaluation) -> None:
        self._map = map_
        self._evaluation = evaluation
        self._told: set[str] = set()
        self._open: list[tuple[int, str]] = []  # the claims between the first and this one
        self._is_open: Counter[str] = Counter()

    def tell(self, claim_id: str) -> str:
        claim = self._map.claim[claim_id]
        lines = [f"{name_of(claim)} {claim.text}"]
        stack = [_Line(0, "", claim_id, claim.at)]
        while stack:
            line = stack.pop()
            while self._open and self._open[-1][0] >= line.depth:
                self._is_open[self._open.pop()[1]] -= 1
            in_circle = self._is_open[line.claim] > 0
            known = line.claim in self._told
            lines.append(self._write(line, known, in_circle))
            below = [] if known else list(self._below(line))
            below += self._undercuts(line)
            self._told.add(line.claim)
            self._open.append((line.depth, line.claim))
            self._is_open[line.claim] += 1
            stack += reversed(below)
        return "\n".join(lines) + "\n"

    def _write(self, line: _Line, known: bool, in_circle: bool) -> str:
        result = self._evaluation.claims[line.claim]
        told = result.because.text
        if result.label == "undecided":
            told = f"is {told}"
        if known:
            state = SAID[result.label]
            state = f"is {state}" if result.label == "undecided" else state
            told = f"{state}: {'in a circle, see' if in_circle else 'as told'} above."
        name = name_of(self._map.claim[line.claim])
        place = "" if line.at == NOWHERE else f"  {line.at.path}:{line.at.line}"
        return f"{'  ' * min(line.depth, _DEEPEST)}{line.marker}{name} {told}{place}"

    def _below(self, line: _Line) -> Iterator[_Line]:
        """What the reason of a claim cites: steps for and against it, rivals, contradictions."""
        reason = self._evaluation.claims[line.claim].because
        depth = line.depth + 1
        told = {line.claim}
        for id_ in reason.steps:
            step = self._map.step[id_]
            if step.kind != "undercut" and step.target == line.claim:
                yield from self._premises(step, depth, reason.steps)
                told.update(step.premises)
        if self._open:
            told.add(self._open[-1][1])  # a rival that is being told of, and cites this claim
        for claim in reason.claims:
            if claim not in told:
                marker = "= " if self._is_rival(line.claim, claim) else ">< "
                yield _Line(depth, marker, claim, self._map.claim[claim].at)

    def _undercuts(self, line: _Line) -> list[_Line]:
        """The undercuts of the step that uses a claim, as far as they decide anything."""
        if line.step is None:
            return []
        deciding = (*line.cited, *self._evaluation.bearing[line.step].steps)
        cuts = [self._map.step[id_] for id_ in dict.fromkeys(deciding)]
        cuts = [step for step in cuts if step.kind == "undercut" and step.target == line.step]
        return [one for step in cuts for one in self._premises(step, line.depth + 1, ())]

    def _premises(self, step: Step, depth: int, cited: tuple[str, ...]) -> Iterator[_Line]:
        strength = "" if step.strength is None else f"({said(step.strength)})"
        marker = f"{_MARKERS[step.kind]}{strength} "
        for index, premise in enumerate(step.premises):
            at = step.uses[index] if index < len(step.uses) else step.at
            first = index == 0
            yield _Line(
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
