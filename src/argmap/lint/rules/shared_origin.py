"""Reasons that are given as separate and rest on one source.

What it does
    Finds a claim with two reasons or more, each its own `+`, all of whose ground is one source, or
    are sources with one `origin`. A premise rests on a source if it has no other ground: no second
    source, no reason from elsewhere; a fact rests on none. Left alone are reasons that come down to
    one and the same claim, as the map shows that, and reasons from different places in a source,
    `@report(p. 9)` and `@report(p. 12)`, which tell of different things.

Why it is bad
    They look like as many witnesses and are one. If the source is wrong, they fall together.

Example
    @wire Report of an agency
    @paper The morning paper  {origin: wire}

    [late] The harvest came late.
      + [mills] The mills stood still.  @wire
      + [bread] Bread was dear.  @paper

Use instead
    @wire Report of an agency
    @market Prices at the market

    [late] The harvest came late.
      + [mills] The mills stood still.  @wire
      + [bread] Bread was dear.  @market
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.diagnostics import Diagnostic, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import ArgumentMap, Claim, Step

RULE = Rule("ARG306", "shared-origin", "warning")


class Citing(NamedTuple):
    """A claim that cites a source, and the place in it; empty for one that repeats it."""

    claim: str
    place: str


Needs = Mapping[str, Citing]
"""The sources without which something has no ground; by each, where it is cited."""
_NONE: Needs = {}
_MOST = 8
"""How many sources are kept for a claim, so that the work grows with the map and no faster."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Each claim with reasons that need one source, at the second of them."""
    if not context.map.sources or not any(len(s) > 1 for s in context.supports.values()):
        return
    needs = _needs(context)
    for target, steps in context.supports.items():
        by_source: dict[str, list[tuple[Step, Citing]]] = {}
        for step in steps if len(steps) > 1 else ():
            for source, citing in _of_step(step, needs).items():
                by_source.setdefault(source, []).append((step, citing))
        for source, pairs in by_source.items():
            found = _of_one_place(pairs)
            if len({citing.claim for _, citing in found}) < 2:
                continue
            first, *others = sorted((step for step, _ in found), key=lambda one: one.at.order)
            at = next((one.at for one in others if context.is_own(one.at)), first.at)
            yield RULE.found(
                at,
                f"{len(found)} reasons for {context.say(target)} rest on one source, `@{source}`",
                "back one of them from elsewhere, or give them as one reason",
                label="one of them",
                related=tuple(
                    Related(one.at, "another one") for one in (first, *others) if one.at != at
                )[:_MOST],
            )


def _of_one_place(pairs: Sequence[tuple[Step, Citing]]) -> list[tuple[Step, Citing]]:
    """Those that are about the place in the source that most are about."""
    places = Counter(citing.place for _, citing in pairs if citing.place)
    most = places.most_common(1)[0][0] if places else ""
    return [(step, citing) for step, citing in pairs if citing.place in ("", most)]


def _needs(context: Context) -> dict[str, Needs]:
    """What each claim needs, the premises before what they support; nothing within circles."""
    map_ = context.map
    origin = _origins(map_)
    waiting = {claim.id: len(context.supports.get(claim.id, ())) for claim in map_.claims}
    uses: dict[str, list[Step]] = {}
    open_: dict[str, int] = {}
    for steps in context.supports.values():
        for step in steps:
            premises = set(step.premises)
            open_[step.id] = len(premises)
            for premise in premises:
                uses.setdefault(premise, []).append(step)
    needs: dict[str, Needs] = {}
    ready = [claim for claim, count in waiting.items() if count == 0]
    while ready:
        id_ = ready.pop()
        needs[id_] = _of_claim(map_.claim[id_], context.supports.get(id_, ()), needs, origin)
        for step in uses.get(id_, ()):
            open_[step.id] -= 1
            if open_[step.id] == 0:
                waiting[step.target] -= 1
                if waiting[step.target] == 0:
                    ready.append(step.target)
    return needs


def _of_claim(
    claim: Claim, steps: Sequence[Step], needs: Mapping[str, Needs], origin: Mapping[str, str]
) -> Needs:
    """What all grounds of a claim have in common."""
    if claim.is_fact:
        return _NONE
    grounds: list[Needs] = []
    for cite in claim.citations:
        if cite.source is None or cite.source not in origin:
            return _NONE
        root = origin[cite.source]
        place = (cite.locator or "") if root == cite.source else ""
        grounds.append({root: Citing(claim.id, place)})
    grounds += [_of_step(step, needs) for step in steps]
    if not grounds:
        return _NONE
    first, *others = grounds
    return {one: citing for one, citing in first.items() if all(one in more for more in others)}


def _of_step(step: Step, needs: Mapping[str, Needs]) -> Needs:
    """What a step needs: all that any of its premises does."""
    joined: dict[str, Citing] = {}
    for premise in step.premises:
        for source, citing in needs.get(premise, _NONE).items():
            if len(joined) < _MOST:
                joined.setdefault(source, citing)
    return joined


def _origins(map_: ArgumentMap) -> dict[str, str]:
    """By source: the one that it repeats in the end; in a circle of origins, one of them."""
    found: dict[str, str] = {}
    for source in map_.sources:
        trail: dict[str, None] = {}
        at = source.id
        while at not in found and at not in trail:
            trail[at] = None
            said = map_.source[at].get("origin")
            prefix = at[: len(at) - len(at.rpartition("/")[2])]
            above = f"{prefix}{said}"
            at = above if isinstance(said, str) and above in map_.source else at
        found.update(dict.fromkeys(trail, found.get(at, at)))
    return found
