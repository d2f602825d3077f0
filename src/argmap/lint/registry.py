"""The list of rules: which module each code belongs to, one line each.

Codes are never reused. A rule's name is its module's with dashes. A module is loaded when its rule
is asked for; names and codes alone cost nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from argmap.lint.rule import Loaded

MODULES: Mapping[str, str] = {
    "ARG101": "self_support",
    "ARG102": "self_attack",
    "ARG103": "support_cycle",
    "ARG104": "only_circular_support",
    "ARG105": "duplicate_step",
    "ARG107": "isolated_claim",
    "ARG108": "disconnected_part",
    "ARG109": "no_main_claim",
    "ARG110": "unreached_claim",
    "ARG111": "supports_and_rebuts",
    "ARG112": "unknown_attribute",
    "ARG113": "unknown_scheme",
    "ARG114": "unknown_tag",
    "ARG115": "unused_source",
    "ARG116": "unused_import",
    "ARG117": "run_on_text",
    "ARG118": "prose_id",
    "ARG201": "inconsistent_commitments",
    "ARG202": "stance_contradicts_map",
    "ARG203": "contested_commitment",
    "ARG204": "expectation_failed",
    "ARG205": "rebutted_fact",
    "ARG206": "self_undermining",
    "ARG207": "odd_attack_cycle",
    "ARG208": "incoherent_likelihood",
    "ARG209": "likelihood_and_confidence",
    "ARG210": "vacuous_undercut",
    "ARG211": "dead_step",
    "ARG301": "unsupported_answer",
    "ARG302": "unanswered_rebuttal",
    "ARG303": "one_sided",
    "ARG304": "non_diagnostic",
    "ARG305": "single_point_of_failure",
    "ARG306": "shared_origin",
    "ARG307": "only_assumptions",
    "ARG309": "unanswered_question",
    "ARG401": "duplicate_text",
    "ARG403": "undeclared_negation",
    "ARG404": "compound_claim",
    "ARG405": "question_as_claim",
    "ARG407": "over_long_claim",
    "ARG501": "quote_not_in_source",
    "ARG502": "quote_drift",
    "ARG503": "source_file_missing",
    "ARG504": "source_file_escapes_project",
    "ARG505": "source_changed",
    "ARG506": "uncited_evidence",
    "ARG507": "low_grade_source",
    "ARG508": "stale",
    "ARG509": "unknown_locator",
    "ARG510": "source_file_unreadable",
    "ARG511": "prose_citation",
    "ARG601": "missing_premise_role",
    "ARG602": "unanswered_critical_question",
    "ARG603": "unknown_role",
    "ARG604": "unknown_critical_question",
    "ARG901": "unused_suppression",
    "ARG902": "suppression_without_reason",
    "ARG903": "invalid_suppression",
}

NAMES: Mapping[str, str] = {code: module.replace("_", "-") for code, module in MODULES.items()}
"""The name of each rule, by its code."""

CODES: Mapping[str, str] = {name: code for code, name in NAMES.items()}
"""The code of each rule, by its name."""


@cache
def rule(code: str) -> Loaded:
    """The rule that has a code."""
    module = import_module(f"argmap.lint.rules.{MODULES[code]}")
    return Loaded(module.RULE, module.check, module.__doc__ or "")
