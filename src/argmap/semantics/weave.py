"""From what reaches claims that hang on each other to the web of their literals."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.semantics.excerpt import Pair
from argmap.semantics.grades import at_least, two_sides
from argmap.semantics.losses import Varying
from argmap.semantics.reaching import Reaching
from argmap.semantics.theory import Rule
from argmap.semantics.web import Handing, Link, Web


def weave(reaching: Reaching, bits: Mapping[int, int], tried: int) -> Web:
    """The web of some claims with these leaves withdrawn; `bits` has those that are among the
    claims. What other leaves do is left out."""
    theory, place, step_place = reaching.theory, reaching.place, reaching.step_place
    n, m = len(theory.claims), len(reaching.members)
    groups = dict.fromkeys(g for claim in reaching.members for g in theory.in_groups[claim])
    web = Web(m, len(step_place), [tuple(place[c] for c in theory.groups[g]) for g in groups])

    def head_of(rule: Rule) -> int:
        if rule.head >= 2 * n:
            return 2 * m + step_place[rule.head - 2 * n]
        return rule.head // n * m + place[rule.head % n]

    for index in reaching.own:
        rule = theory.rules[index]
        kept = ~(bits[rule.head] & tried)
        hands_on = rule.hands_on(rule.strength)
        web.add(head_of(rule), Link((), (kept, kept), rule.strength, hands_on))
    for index, part in reaching.inner:
        rule = theory.rules[index]
        premises = tuple(place[p] for p in rule.premises if p in place)
        cut = 2 * m + step_place[rule.step] if rule.step in step_place else -1
        certain, possible = two_sides(_of(reaching.parts[part], tried))
        if rule.conclusive:
            web.add(head_of(rule), Handing(premises, (certain, possible), cut))
        else:
            outside = at_least(certain, 0), at_least(possible, 0)
            web.add(head_of(rule), Link(premises, outside, rule.strength, rule.strength, cut))
    for which, of, part in reaching.given:
        web.give(which * m + of, *two_sides(_of(reaching.parts[part], tried)))
    web.relate()
    return web


def _of(part: Varying[Pair], tried: int) -> Varying[Pair]:
    """What varies with these leaves only."""
    now, losses = part
    if tried < 0:
        return part
    return now, {pair: its for pair, leaves in losses.items() if (its := leaves & tried)}
