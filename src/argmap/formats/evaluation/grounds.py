"""What the premises of a step have behind them, as clauses of an assessment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from argmap.formats.evaluation.names import Names, escaped
from argmap.model import ArgumentMap, Source, Step
from argmap.semantics.evaluation import Evaluation, ReasonKind
from argmap.semantics.theory import best_citation, grade_weights
from argmap.sentences import listed

_ALIKE: Final[Mapping[ReasonKind, str]] = {
    "presumed": "put forward without a source",
    "fact": "common ground",
}


class Grounds:
    """Tells of the premises of one map; knows the source that was named last."""

    def __init__(self, map_: ArgumentMap, evaluation: Evaluation, names: Names) -> None:
        self._map = map_
        self._evaluation = evaluation
        self._names = names
        self._grades = grade_weights(map_)
        self._last_source: Source | None = None

    def begin(self) -> None:
        """Begin a part that is read by itself: no source has been named."""
        self._last_source = None

    def behind(self, step: Step) -> Iterator[str]:
        """What its premises have behind them, as clauses; what is alike is said once."""
        told: set[ReasonKind] = set()
        for premise in step.premises:
            kind = self._evaluation.claims[premise].because.kind
            if kind not in _ALIKE:
                if ground := self._ground(premise):
                    yield ground
            elif kind not in told:
                told.add(kind)
                claims = self._evaluation.claims
                alike = [one for one in step.premises if claims[one].because.kind == kind]
                names = listed([self._names.name(one) for one in alike])
                yield f"{names} {'is' if len(alike) == 1 else 'are'} {_ALIKE[kind]}"

    def _ground(self, claim: str) -> str:
        """What a premise has behind it, as a clause; empty where there is nothing to say."""
        because = self._evaluation.claims[claim].because
        name = self._names.name(claim)
        if because.kind == "sourced":
            return f"{name} {self._source(claim)}"
        if because.kind == "supported":
            step = self._map.step[because.steps[0]]
            source = self._source(step.premises[0]) if len(step.premises) == 1 else ""
            where = f", which {source}" if source else ""
            stands = "stands" if len(step.premises) == 1 else "stand"
            premises = listed([self._names.name(premise) for premise in step.premises])
            return f"behind {name} {stands} {premises}{where}"
        return ""

    def _source(self, claim: str) -> str:
        """Where a claim comes from, as a verb phrase; empty where it does not say."""
        if self._evaluation.claims[claim].because.kind != "sourced":
            return ""
        citations = self._map.claim[claim].citations
        if not citations:
            return "is reported"
        best = best_citation(citations, self._grades)
        if not best.source:
            return "is quoted"
        source = self._map.source[best.source]
        place = f" ({escaped(best.locator)})" if best.locator else ""
        if source is self._last_source:
            return f"comes from the same source{place}"
        self._last_source = source
        return f"comes from *{escaped(source.title)}*{place}"

    def quoted(self, step: Step) -> str:
        """A step with what it says: its first two premises in their own words."""
        words = [f"{self._names.name(p)}, {self._names.quoted(p)}" for p in step.premises[:2]]
        more = f", and {listed([self._names.name(p) for p in step.premises[2:]])}"
        return ", together with ".join(words) + (more if len(step.premises) > 2 else "")

    def where(self, step: Step) -> str:
        """What the only premise of a step has behind it but reasons, as a clause; else empty."""
        if len(step.premises) > 1:
            return ""
        kind = self._evaluation.claims[step.premises[0]].because.kind
        if kind in _ALIKE:
            return f", which is {_ALIKE[kind]}"
        source = self._source(step.premises[0])
        return f", which {source}" if source else ""
