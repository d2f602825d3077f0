"""Two claims that differ by a negation, with no step between them.

What it does
    Finds two claims in English whose texts are the same but for a "not", "no", "never" or "n't",
    where neither speaks against the other and they are no answers of one question.

Why it is bad
    They cannot both hold, but the map does not know: both may stand.

Example
    [cold] The lake is cold.
      + [march] It is March.

    [warm] The lake is not cold.
      + [swim] Children swim in it.

Use instead
    [cold] The lake is cold.
      + [march] It is March.

    [warm] The lake is not cold.
      + [swim] Children swim in it.
      >< [cold]

Fix
    Unsafe: adds the contradiction at the end of the file, where both claims have ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Edit, Fix, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Claim

RULE = Rule("ARG403", "undeclared-negation", "info", default=False, fix="unsafe")

_NEGATION = re.compile(r"\b(?:not|no|never)\b|n['’]t\b")
_WORD = re.compile(r"\w+")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each claim that negates an earlier one, or that an earlier one negates."""
    lang = next((str(one.value) for one in context.map.attributes if one.key == "lang"), "en")
    if not lang.startswith("en"):
        return
    first: dict[tuple[tuple[str, ...], bool], Claim] = {}
    for claim in context.claims:
        text, negations = _NEGATION.subn(" ", claim.text.casefold().replace("cannot", "can not"))
        words = tuple(word for word in _WORD.findall(text) if word not in ("do", "does", "did"))
        if negations > 1 or not words:
            continue
        first.setdefault((words, negations == 1), claim)
        other = first.get((words, negations == 0))
        if other is not None and not _opposed(context, claim.id, other.id):
            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} and {context.say(other.id)} differ by a negation, and "
                "no step is between them",
                f"write `>< {context.say(other.id)}` below it, if they exclude each other",
                label="this",
                related=(Related(other.at, "and this"),),
                fix=_fix(context, claim.id, other.id),
            )


def _opposed(context: Context, one: str, other: str) -> bool:
    rivals = any(other in question.answers for question in context.rivals.get(one, ()))
    rebutted = any(
        here in step.premises
        for here, there in ((one, other), (other, one))
        for step in context.rebuttals.get(there, ())
    )
    return rivals or rebutted or other in context.contraries.get(one, ())


def _fix(context: Context, one: str, other: str) -> Fix | None:
    if one.startswith("~") or other.startswith("~"):
        return None
    source = context.document.source
    end = source.span(len(source.text), len(source.text))
    line_break = source.line_break(1) or "\n"
    gap = "" if source.text.endswith("\n") else line_break
    lines = ("", f"[{one}]", f"  >< [{other}]", "")
    edit = Edit(end, gap + line_break.join(lines))
    return Fix("unsafe", f"say that [{one}] contradicts [{other}]", (edit,))
