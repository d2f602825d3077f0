"""Steps of the same kind, premises and target are one step, wherever they are written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from argmap.diagnostics import Diagnostic
from argmap.model.map import Attribute, Role, Step, StepKind
from argmap.model.naming import step_id
from argmap.source import NOWHERE, Span
from argmap.syntax import messages
from argmap.syntax.document import Name, Qualifier
from argmap.syntax.vocabulary import STRENGTHS


@dataclass(slots=True, eq=False, repr=False)
class _Said:
    """What the qualifiers of a step have said so far, with the place of each part."""

    scheme: str | None = None
    strength: float | None = None
    answers: Name | None = None
    attributes: dict[str, Attribute] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    scheme_at: Span | None = None
    strength_at: Span | None = None


class Steps:
    """The steps of a map in the order in which they are first written."""

    def __init__(self) -> None:
        self._steps: dict[str, Step] = {}
        self._said: dict[str, _Said] = {}  # of the steps that have a qualifier
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
        if id_ not in self._steps:
            self._steps[id_] = Step(id_, kind, premises, target, at=at, uses=uses)
        if given:
            said = self._said.setdefault(id_, _Said())
            for premise, qualifier in given:
                self._qualify(said, qualifier)
                if qualifier.role is not None:
                    self._give_role(said, Role(premise, *qualifier.role))
        return id_

    def _qualify(self, said: _Said, qualifier: Qualifier) -> None:
        at = qualifier.span
        if qualifier.scheme is not None:
            if said.scheme is None:
                said.scheme, said.scheme_at = qualifier.scheme, at
            elif said.scheme != qualifier.scheme:
                self._conflict("scheme", qualifier.scheme, said.scheme, at, said.scheme_at)
        if qualifier.strength is not None:
            if said.strength is None:
                said.strength, said.strength_at = qualifier.strength, at
            elif said.strength != qualifier.strength:
                here, there = _word(qualifier.strength), _word(said.strength)
                self._conflict("strength", here, there, at, said.strength_at)
        if qualifier.answers is not None:
            if said.answers is None:
                said.answers = qualifier.answers
            elif said.answers.id != qualifier.answers.id:
                here, there = f"`{qualifier.answers.id}`", f"`{said.answers.id}`"
                span, first = qualifier.answers.span, said.answers.span
                self._conflict("critical question", here, there, span, first)
        for pair in qualifier.pairs:
            old = said.attributes.setdefault(pair.key, Attribute(pair.key, pair.value, pair.span))
            if old.value != pair.value:
                here, there = f"`{pair.key}: {pair.value}`", f"`{old.key}: {old.value}`"
                self._conflict("attribute", here, there, pair.span, old.at)

    def _give_role(self, said: _Said, role: Role) -> None:
        old = said.roles.setdefault(role.premise, role)
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
        for id_, said in self._said.items():
            self._steps[id_] = _with(self._steps[id_], said)
        return tuple(self._steps.values())


def _with(step: Step, said: _Said) -> Step:
    """A step with what is said of it; its roles are in the order of its premises."""
    return replace(
        step,
        scheme=said.scheme,
        strength=said.strength,
        attributes=tuple(said.attributes.values()),
        roles=tuple(said.roles[premise] for premise in step.premises if premise in said.roles),
        answers=said.answers.id if said.answers else None,
        answers_at=said.answers.span if said.answers else NOWHERE,
    )


def _word(strength: float) -> str:
    for word, value in STRENGTHS.items():
        if value == strength:
            return word
    return f"{strength:g}"
