"""Strengths: a number from 0 to 1 for every claim, beside its label.

A map is read as a quantitative bipolar argumentation framework. Each claim starts from its base
score; a step passes on the score of its premises (their product where they are linked), times its
own strength, times one minus its strongest undercut; what supports and what speaks against a claim
is then brought together by one of three models:

- **DF-QuAD** (Rago, Toni, Aurisicchio and Baroni, "Discontinuity-free decision support with
  quantitative argumentation debates", KR 2016);
- **quadratic energy** (Potyka, "Continuous dynamical systems for weighted bipolar argumentation",
  KR 2018);
- **Euler-based** (Amgoud and Ben-Naim, "Evaluation of arguments in weighted bipolar graphs",
  International Journal of Approximate Reasoning 99, 2018).

With every step at strength 1 and no undercut these are the textbook models. Contradictions and
exclusive answers play no part.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from argmap.model import ArgumentMap, Claim
from argmap.semantics.components import strongly_connected
from argmap.semantics.models import DEFAULT_MODEL, MODELS, Model
from argmap.semantics.net import Net, settle
from argmap.syntax.vocabulary import LIKELIHOODS

NEUTRAL = 0.5
"""The base score of a claim whose likelihood is not given."""


@dataclass(frozen=True, slots=True)
class Strengths:
    """The strength of every claim by its id; `converged` says whether those in circles settled."""

    claims: Mapping[str, float]
    converged: bool


def base_score(claim: Claim) -> float:
    """Where a claim starts from: a fact 1; else its likelihood, that of an ICD 203 term being the
    middle of its band; else 0.5.
    """
    if claim.is_fact:
        return 1.0
    likelihood = claim.get("likelihood")
    if isinstance(likelihood, int | float):
        return likelihood
    low, high = LIKELIHOODS.get(str(likelihood), (NEUTRAL, NEUTRAL))
    return (low + high) / 2


def strengths(
    map_: ArgumentMap,
    model: Model = DEFAULT_MODEL,
    *,
    without: Collection[str] = (),
    assume: Collection[str] = (),
    base: Mapping[str, float] | None = None,
) -> Strengths:
    """The strengths of a map's claims.

    A claim in `without` starts from 0; one in `assume` is a fact. `base` replaces the base scores
    of the claims that it names.
    """
    scores, facts = starts(map_, without, assume, base or {})
    net = Net(map_)
    settled = list(scores)
    parts = strongly_connected(net.depends)
    converged = settle(net, parts, facts, scores, settled, MODELS[model])
    return Strengths(dict(zip(map_.claim, settled, strict=True)), converged)


def starts(
    map_: ArgumentMap,
    without: Collection[str],
    assume: Collection[str],
    base: Mapping[str, float],
) -> tuple[list[float], set[int]]:
    """By claim its base score, and the claims that are facts."""
    scores = [NEUTRAL] * len(map_.claims)
    facts: set[int] = set()
    for index, claim in enumerate(map_.claims):
        if claim.attributes:
            scores[index] = base_score(claim)
            if claim.is_fact:
                facts.add(index)
    if without or assume or base:
        _alter(map_, scores, facts, (frozenset(without), frozenset(assume)), base)
    return scores, facts


def _alter(
    map_: ArgumentMap,
    scores: list[float],
    facts: set[int],
    given: tuple[frozenset[str], frozenset[str]],
    base: Mapping[str, float],
) -> None:
    """Put the base scores in that withdrawn, assumed and named claims have instead of their own."""
    without, assume = given
    for index, claim in enumerate(map_.claims):
        if claim.id in assume:
            scores[index] = 1.0
            facts.add(index)
        elif claim.id in without or claim.id in base:
            scores[index] = 0.0 if claim.id in without else base[claim.id]
            facts.discard(index)
