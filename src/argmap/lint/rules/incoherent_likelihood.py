"""Likelihoods that cannot all be right.

What it does
    Takes the lower ends of the likelihoods that are given (for a term of ICD 203 the lower end of
    its band; a fact is certain) and finds answers or claims that exclude each other whose lower
    ends sum to more than 1, and conclusions of a conclusive step that are held to be less likely
    than its premises together allow. Facts that contradict each other are left to
    `inconsistent-commitments`.

Why it is bad
    No one who holds these likelihoods can be right about all of them.

Example
    ? [when] When does the ferry leave?
      = [noon] It leaves at noon.  {likely}
      = [one] It leaves at one.  {likely}

Use instead
    ? [when] When does the ferry leave?
      = [noon] It leaves at noon.  {likely}
      = [one] It leaves at one.  {unlikely}

Reference
    Intelligence Community Directive 203, "Analytic Standards", 2015. For conclusions: the lower
    bound of Fréchet, P(A and B) ≥ P(A) + P(B) - 1.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Clash, Context
from argmap.lint.rule import Rule
from argmap.model import Claim, Step
from argmap.syntax.vocabulary import LIKELIHOODS

RULE = Rule("ARG208", "incoherent-likelihood", "error")

_NO_ROUNDING = 1e-9


def check(context: Context) -> Iterator[Diagnostic]:
    """Each such group of claims, and each such step."""
    claims = context.map.claims
    bands = {claim.id: band for claim in claims if (band := _band(claim)) is not None}
    if not bands:
        return
    for clash in context.clashes:
        held = [claim for claim in clash.claims if bands.get(claim, _NOTHING)[0] > 0]
        total = sum(bands[claim][0] for claim in held)
        judged = any(not context.map.claim[claim].is_fact for claim in held)
        if judged and total > clash.most + _NO_ROUNDING:
            yield _too_likely(context, clash, held, total)
    for step in context.steps:
        if step.strength == 1 and step.kind != "undercut" and step.id not in context.undercuts:
            yield from _conclusion(context, step, bands)


Band = tuple[float, float]
_NOTHING: Band = (0.0, 1.0)


def _band(claim: Claim) -> Band | None:
    """The likelihood of a claim, at least and at most."""
    if claim.is_fact:
        return (1.0, 1.0)
    likelihood = claim.get("likelihood")
    if isinstance(likelihood, str):
        return LIKELIHOODS[likelihood]
    return (likelihood, likelihood) if isinstance(likelihood, int | float) else None


def _too_likely(context: Context, clash: Clash, held: list[str], total: float) -> Diagnostic:
    first, *others = sorted(held, key=lambda one: not context.is_own(context.map.claim[one].at))
    return RULE.found(
        context.map.claim[first].at,
        f"{context.say_clash(clash, held)}, and yet their likelihoods sum to at least "
        f"{total:.2f}, more than {clash.most}",
        "lower one of the likelihoods",
        label="this one",
        related=(
            *[context.defined(claim, "and this one") for claim in others[:_SHOWN]],
            clash.said,
        ),
    )


def _conclusion(context: Context, step: Step, bands: dict[str, Band]) -> Iterator[Diagnostic]:
    lowest = sum(bands.get(p, _NOTHING)[0] for p in step.premises) - (len(step.premises) - 1)
    low, high = bands.get(step.target, _NOTHING)
    supports = step.kind == "support"
    if (high if supports else 1 - low) < lowest - _NO_ROUNDING:
        bound = f"at least {lowest:.2f}" if supports else f"at most {1 - lowest:.2f}"
        given = f"at most {high:.2f}" if supports else f"at least {low:.2f}"
        be = "is as likely as it says" if len(step.premises) == 1 else "are as likely as they say"
        yield RULE.found(
            step.first_place,
            f"if {context.say_all(step.premises)} {be}, "
            f"{context.say(step.target)} is {bound} likely, but it is held to be {given}",
            "change one of the likelihoods, or say that the step is not `conclusive`",
            label="the premises",
            related=(context.defined(step.target, "the conclusion"),),
        )


_SHOWN = 8
