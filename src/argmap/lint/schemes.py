"""The argument schemes that a step can name.

The names follow the compendium in Walton, Reed and Macagno, "Argumentation Schemes", 2008, and
the shorter ones that are in common use for them.
"""

from __future__ import annotations

SCHEMES = frozenset(
    """
    abduction ad-hominem ad-ignorantiam ad-populum alternatives analogy appeal-to-emotion
    appeal-to-fear appeal-to-pity arbitrary-verbal-classification argument-from-silence authority
    best-explanation bias cause-to-effect circumstantial-ad-hominem classification commitment
    common-sense composition consequences correlation-to-cause danger deduction definition
    definition-to-verbal-classification dilemma direct-ad-hominem distress division
    effect-to-cause established-rule ethotic evidence-to-hypothesis example exceptional-case
    expert-opinion falsification-of-hypothesis fear-appeal gradualism guilt-by-association
    ignorance inconsistent-commitment induction generalization modus-ponens modus-tollens
    memory need-for-help negative-consequences oppositions perception plea-for-excuse
    popular-opinion popular-practice position-to-know positive-consequences
    practical-reasoning precedent
    rule rules sacrifice sign slippery-slope statistical-syllogism sunk-costs testimony
    threat two-person-practical-reasoning vagueness values verbal-classification
    verbal-slippery-slope verification-of-hypothesis waste witness-testimony
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
