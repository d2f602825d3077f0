"""Steps of the same kind, premises and target are one step, wherever they are written."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.diagnostics import Diagnostic
from argmap.model.map import Attribute, Step, StepKind
from argmap.model.naming import step_id
from argmap.source import Span
from argmap.syntax import messages
from argmap.syntax.document import Qualifier
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
    attributes: dict[str, Attribute] | None = None
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
        qualifier: Qualifier | None,
        at: Span,
        uses: tuple[Span, ...],
    ) -> str:
        """Enter a step, or find the one that it is; its id."""
        if len(premises) > 1:
            first = dict(zip(reversed(premises), reversed(uses), strict=True))
            premises = tuple(dict.fromkeys(premises))
            uses = tuple(first[premise] for premise in premises)
        id_ = step_id(kind, premises, target)
        parts = self._steps.get(id_)
        if parts is None:
            parts = self._steps[id_] = _Parts(kind, premises, target, at, uses)
        if qualifier is not None:
            self._qualify(parts, qualifier)
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
        for pair in qualifier.pairs:
            held = parts.attributes = parts.attributes or {}
            old = held.setdefault(pair.key, Attribute(pair.key, pair.value, pair.span))
            if old.value != pair.value:
                here, there = f"`{pair.key}: {pair.value}`", f"`{old.key}: {old.value}`"
                self._conflict("attribute", here, there, pair.span, old.at)

    def _conflict(self, what: str, here: str, there: str, at: Span, first: Span | None) -> None:
        problem = messages.conflicting_qualifiers(at, what, here, there, first or at)
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
            )
            for id_, parts in self._steps.items()
        )


def _word(strength: float) -> str:
    for word, value in STRENGTHS.items():
        if value == strength:
            return word
    return f"{strength:g}"
