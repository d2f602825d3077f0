"""What hangs on what: for each claim the claims one step below it (premises of steps to it, of
undercuts of these, of undercuts of those) and one step above it.

Linked premises hang together: who shows one shows all. Nothing here recurses.
"""

from __future__ import annotations

from collections.abc import Iterable

from argmap.model import ArgumentMap

_MOST = 1_000
"""Claims behind one claim are counted up to here, so that no map makes it slow."""


class Hanging:
    """The ways up and down in a map."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self._order = [claim.id for claim in argument_map.claims]
        self._answers = {
            answer for question in argument_map.questions for answer in question.answers
        } | {claim.id for claim in argument_map.claims if claim.kind == "answer"}
        self._below: dict[str, dict[str, None]] = {}
        self._above: dict[str, dict[str, None]] = {}
        self._partners: dict[str, dict[str, None]] = {}
        self._cutting: dict[str, dict[str, None]] = {}
        for step in argument_map.steps:
            target = step.target
            while target not in argument_map.claim:
                target = argument_map.step[target].target
            self._below.setdefault(target, {}).update(dict.fromkeys(step.premises))
            for premise in step.premises:
                self._above.setdefault(premise, {})[target] = None
                self._partners.setdefault(premise, {}).update(dict.fromkeys(step.premises))
            if step.kind == "undercut":
                cut = argument_map.step[step.target]
                for premise in step.premises:
                    self._partners[premise].update(dict.fromkeys(cut.premises))
                for premise in cut.premises:
                    self._cutting.setdefault(premise, {}).update(dict.fromkeys(step.premises))

    def below(self, claim: str) -> Iterable[str]:
        """What hangs one step below a claim."""
        return self._below.get(claim, ())

    def above(self, claims: Iterable[str]) -> set[str]:
        """What these claims speak for or against, with what their steps need to be drawn."""
        found: set[str] = set()
        for claim in claims:
            found.update(self._above.get(claim, ()))
            found.update(self._partners.get(claim, ()))
        return found

    def around(self, claim: str, depth: int) -> set[str]:
        """A claim, so many steps of what hangs on it, and so many of what it hangs on; with what
        cuts its own steps."""
        found = set(self._levels([claim], depth, None))
        if depth:
            found.update(self._cutting.get(claim, ()))
        level = [claim]
        for _ in range(depth):
            level = [one for one in self.above(level) if one not in found]
            found.update(level)
            if not level:
                break
        return found

    def roots(self, kept: set[str]) -> list[str]:
        """Answers and claims that hang on nothing among those kept; in a circle that hangs on
        nothing else, the claim that is written first."""
        found = [
            claim
            for claim in self._order
            if claim in kept
            and (claim in self._answers or kept.isdisjoint(self._above.get(claim, ())))
        ]
        reached = set(self._levels(found, None, kept))
        for claim in self._order:
            if claim in kept and claim not in reached:
                found.append(claim)
                reached.update(self._levels([claim], None, kept))
        return found

    def near_roots(self, kept: set[str], depth: int) -> set[str]:
        """Those of the claims kept that hang at most so many steps below a root."""
        return set(self._levels(self.roots(kept), depth, kept))

    def behind(self, kept: set[str]) -> dict[str, int]:
        """For claims that are kept, how many that are not hang below them, by way of such."""
        found: dict[str, int] = {}
        for claim in kept:
            level = [one for one in self._below.get(claim, ()) if one not in kept]
            seen = set(level)
            while level and len(seen) < _MOST:
                after = dict.fromkeys(below for one in level for below in self._below.get(one, ()))
                level = [one for one in after if one not in kept and one not in seen]
                seen.update(level)
            if seen:
                found[claim] = len(seen)
        return found

    def _levels(
        self, start: Iterable[str], depth: int | None, kept: set[str] | None
    ) -> dict[str, None]:
        """What is reached downwards from a start in so many steps, among those kept."""
        found = dict.fromkeys(start)
        level = list(found)
        while level and (depth is None or depth > 0):
            after: list[str] = []
            for claim in level:
                for below in self._below.get(claim, ()):
                    if below not in found and (kept is None or below in kept):
                        found[below] = None
                        after.append(below)
            level = after
            if depth is not None:
                depth -= 1
        return found
