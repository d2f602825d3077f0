"""An attribute that means nothing to argmap.

What it does
    Finds a key in `{…}`, or in the parentheses of a step, that the language does not have. Keys
    that begin with `x-` are the writer's own.

Why it is bad
    A mistyped key is silently without effect: `{liklihood: low}` says nothing.

Example
    [move] We should move.  {confidance: high}

Use instead
    [move] We should move.  {confidence: high}

Reference
    The attributes that there are: docs/language.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from argmap.diagnostics import Diagnostic, did_you_mean
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.syntax import FORMS, Kind
from argmap.syntax.document import Pair
from argmap.syntax.vocabulary import BASES, KEYS, LIKELIHOODS, STEP_KEYS, STRENGTHS

RULE = Rule("ARG112", "unknown-attribute", "warning")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each unknown key."""
    for entry in context.document.entries:
        known = KEYS.get(entry.kind, {})
        for pair in entry.pairs:
            if pair.key not in known and not pair.key.startswith("x-"):
                mend = _mend(entry.kind, pair.key, pair.value is True)
                yield _unknown(pair, f"{FORMS[entry.kind].noun} has no attribute", mend)
        for pair in entry.qualifier.pairs if entry.qualifier else ():
            if not pair.key.startswith("x-"):
                yield _unknown(pair, "a step has no attribute", _step_mend(pair))


def _unknown(pair: Pair, message: str, mend: str) -> Diagnostic:
    return RULE.found(pair.span, f"{message} `{pair.key}`", mend)


@lru_cache(maxsize=1000)  # the same key is often wrong in many places
def _mend(of: Kind, key: str, is_flag: bool) -> str:
    known = KEYS.get(of, {})
    words = (*known, *LIKELIHOODS, *BASES) if is_flag else tuple(known)
    near = did_you_mean(key, words)
    if near is not None:
        return f"did you mean `{near}`?"
    for kind, keys in KEYS.items():
        if key in keys:
            return f"it says something about {FORMS[kind].noun}; move it there"
    return f"write `x-{key}` if it is your own"


def _step_mend(pair: Pair) -> str:
    near = did_you_mean(pair.key, STEP_KEYS)
    if near is not None:
        return f"did you mean `{near}`?"
    if pair.key in ("strength", "scheme") and isinstance(pair.value, str):
        return f"write `{pair.value}` alone"
    if isinstance(pair.value, str) and pair.value in STRENGTHS:
        return f"write `{pair.value}` alone, or `x-{pair.key}` if it is your own"
    return f"write `x-{pair.key}` if it is your own"
