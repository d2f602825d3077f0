"""Steps of the same kind, premises and target are one step, wherever they are written."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.diagnostics import Diagnostic
from argmap.model.map import Attribute, Role, Step, StepKind
from argmap.model.naming import step_id
from argmap.source import NOWHERE, Span
from argmap.syntax import messages
from argmap.syntax.document import Name, Qualifier
from argmap.syntax.vocabulary import STRENGTHS


@dataclass(slots=True, eq=False, repr=False)
class _Parts:
    """A step so far, with the place of each part of its qualifier."""

    kind: StepKind
    premises: tuple[str, ...]
    target: str
    at: Span
    uses: tuple[Span, ...]
    scheme: str | None = None
    strength: float | None = None
    answers: Name | None = None
    attributes: dict[str, Attribute] | None = None
    roles: dict[str, Role] | None = None
    scheme_at: Span | None = None
    strength_at: Span | None = None


class Steps:
    """The steps of a map in the order in which they are first written."""

    def __init__(self) -> None:
        self._steps: dict[str, _Parts] = {}
        self.problems: list[Diagnostic] = []

    def add(
        self,
        kind: StepKind,
        premises: tuple[str, ...],
        target: str,
        qualifiers: tuple[Qualifier | None, ...],
        at: Span,
        uses: tuple[Span, ...],
    ) -> str:
        """Enter a step, or find the one that it is; its id.

        There is one qualifier and one use for each premise, the step's own with the first.
        """
        given = [(p, q) for p, q in zip(premises, qualifiers, strict=True) if q is not None]
        if len(premises) > 1:
            first = dict(zip(reversed(premises), reversed(uses), strict=True))
            premises = tuple(dict.fromkeys(premises))
            uses = tuple(first[premise] for premise in premises)
        id_ = step_id(kind, premises, target)
        parts = self._steps.get(id_)
        if parts is None:
            parts = self._steps[id_] = _Parts(kind, premises, target, at, uses)
        for premise, qualifier in given:
            self._qualify(parts, qualifier)
            if qualifier.role is not None:
                self._give_role(parts, Role(premise, *qualifier.role))
        return id_

    def _qualify(self, parts: _Parts, qualifier: Qualifier) -> None:
        at = qualifier.span
        if qualifier.scheme is not None:
            if parts.scheme is None:
                parts.scheme, parts.scheme_at = qualifier.scheme, at
            elif parts.scheme != qualifier.scheme:
                self._conflict("scheme", qualifier.scheme, parts.scheme, at, parts.scheme_at)
        if qualifier.strength is not None:
            if parts.strength is None:
                parts.strength, parts.strength_at = qualifier.strength, at
            elif parts.strength != qualifier.strength:
                here, there = _word(qualifier.strength), _word(parts.strength)
                self._conflict("strength", here, there, at, parts.strength_at)
        if qualifier.answers is not None:
            if parts.answers is None:
                parts.answers = qualifier.answers
            elif parts.answers.id != qualifier.answers.id:
                here, there = f"`{qualifier.answers.id}`", f"`{parts.answers.id}`"
                span, first = qualifier.answers.span, parts.answers.span
                self._conflict("critical question", here, there, span, first)
        for pair in qualifier.pairs:
            held = parts.attributes = parts.attributes or {}
            old = held.setdefault(pair.key, Attribute(pair.key, pair.value, pair.span))
            if old.value != pair.value:
                here, there = f"`{pair.key}: {pair.value}`", f"`{old.key}: {old.value}`"
                self._conflict("attribute", here, there, pair.span, old.at)

    def _give_role(self, parts: _Parts, role: Role) -> None:
        held = parts.roles = parts.roles or {}
        old = held.setdefault(role.premise, role)
        if old.name != role.name:
            here, there = f"`{role.name}`", f"`{old.name}`"
            self._conflict("role", here, there, role.at, old.at, whose="premise")

    def _conflict(
        self,
        what: str,
        here: str,
        there: str,
        at: Span,
        first: Span | None,
        *,
        whose: str = "step",
    ) -> None:
        problem = messages.conflicting_qualifiers(at, what, here, there, first or at, whose=whose)
        self.problems.append(problem)

    def finish(self) -> tuple[Step, ...]:
        """All steps."""
        return tuple(
            Step(
                id=id_,
                kind=parts.kind,
                premises=parts.premises,
                target=parts.target,
                scheme=parts.scheme,
                strength=parts.strength,
                attributes=tuple(parts.attributes.values()) if parts.attributes else (),
                at=parts.at,
                uses=parts.uses,
                roles=_in_order(parts),
                answers=parts.answers.id if parts.answers else None,
                answers_at=parts.answers.span if parts.answers else NOWHERE,
            )
            for id_, parts in self._steps.items()
        )


def _in_order(parts: _Parts) -> tuple[Role, ...]:
    """The roles in the order of the premises."""
    roles = parts.roles
    return tuple(roles[premise] for premise in parts.premises if premise in roles) if roles else ()


def _word(strength: float) -> str:
    for word, value in STRENGTHS.items():
        if value == strength:
            return word
    return f"{strength:g}"
