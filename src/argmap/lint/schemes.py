"""What the schemes of a map's steps ask for, and what of it the map says.

A critical question is answered for a step if it is taken up where it can be: by an undercut of the
step, by what is given for or against one of its premises or its conclusion, or by a premise that
has its name for a role. One about a premise is answered as well once that premise is in the map
with something for it or against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.model import ArgumentMap, Step
from argmap.schemes import CONCLUSION, STEP, Question, Scheme, known_schemes

_NOTHING: frozenset[str] = frozenset()


class Asked(NamedTuple):
    """The schemes that an answer to a critical question can be about, and whether one that
    nobody knows is among them."""

    schemes: tuple[Scheme, ...]
    unknown: bool


class Schemes:
    """The steps of a map that have a scheme, and what answers their questions."""

    def __init__(self, map_: ArgumentMap, own: tuple[Scheme, ...]) -> None:
        self.map = map_
        named = [step for step in map_.steps if step.scheme is not None]
        known: Mapping[str, Scheme] = known_schemes(own) if named else {}
        self.of = {
            step.id: known[step.scheme]
            for step in named
            if step.scheme is not None and step.scheme in known
        }
        """By step: its scheme, if that is known."""
        self._around: dict[str, dict[str, Scheme]] = {}
        self._unknown: set[str] = set()
        for step in named:
            for claim in _claims(step):
                if step.id in self.of:
                    self._around.setdefault(claim, {})[self.of[step.id].name] = self.of[step.id]
                else:
                    self._unknown.add(claim)
        self._answers: dict[str, set[str]] = {}  # by step (with a `!` before it) or claim
        for step in map_.steps:
            if step.answers is not None:
                mark = "!" if step.kind == "undercut" else ""
                self._answers.setdefault(mark + step.target, set()).add(step.answers)
        touched = [step.target for step in map_.steps if step.kind != "undercut"]
        self._touched = frozenset(touched) if self.of else _NOTHING

    def asked(self, step: Step) -> Asked:
        """What a step that answers a question can be about."""
        if step.kind == "undercut":
            target = self.map.step[step.target]
            scheme = self.of.get(target.id)
            cut = (scheme,) if scheme else ()
            return Asked(cut, scheme is None and target.scheme is not None)
        found = tuple(self._around.get(step.target, {}).values())
        return Asked(found, step.target in self._unknown)

    def premises(self, step: Step) -> Mapping[str, tuple[str, ...]]:
        """By role: the premises of a step that have it.

        If a single premise has none, and a single premise of the scheme is not there, it is that.
        """
        found: dict[str, tuple[str, ...]] = {}
        for role in step.roles:
            found[role.name] = (*found.get(role.name, ()), role.premise)
        given = {role.premise for role in step.roles}
        rest = [premise for premise in step.premises if premise not in given]
        missing = [one.name for one in self.of[step.id].premises if one.name not in found]
        if len(rest) == len(missing) == 1:
            found[missing[0]] = (rest[0],)
        return found

    def open_questions(self, step: Step) -> Iterator[Question]:
        """The critical questions of a step's scheme that nothing answers."""
        premises = self.premises(step)
        at_step = self._answers.get(f"!{step.id}", _NOTHING)
        at_claims = [self._answers[claim] for claim in _claims(step) if claim in self._answers]
        for question in self.of[step.id].questions:
            if question.name in premises or question.name in at_step:
                continue
            if any(question.name in names for names in at_claims):
                continue
            if question.challenges not in (STEP, CONCLUSION) and any(
                map(self._is_backed, premises.get(question.challenges, ()))
            ):
                continue
            yield question

    def _is_backed(self, claim: str) -> bool:
        """Whether there is something for a claim or against it."""
        held = self.map.claim[claim]
        return held.is_fact or bool(held.citations) or claim in self._touched


def _claims(step: Step) -> tuple[str, ...]:
    """The claims that a step is an argument of: its premises, and its conclusion if it is one."""
    return step.premises if step.kind == "undercut" else (*step.premises, step.target)
