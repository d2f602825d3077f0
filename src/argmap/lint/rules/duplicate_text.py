"""Two claims that say the same.

What it does
    Finds claims with the same text, apart from capitals, spaces and the mark at the end. Claims
    that different people hold, as `by` says, are left alone.

Why it is bad
    What is said for or against one of them is lost on the other. An id makes them one claim.

Example
    [move] We should move.
      + [rent] The rent goes up.

    [wait] We should wait.
      - [costs] The rent goes up.

Use instead
    [move] We should move.
      + [rent] The rent goes up.

    [wait] We should wait.
      - [rent]

Fix
    Unsafe: refers to the first claim wherever the other was meant. Offered where the other has no
    tags, sources or attributes of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Edit, Fix, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Claim
from argmap.source import Span

RULE = Rule("ARG401", "duplicate-text", "warning", fix="unsafe")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each claim whose text an earlier one has."""
    first: dict[tuple[str, object], Claim] = {}
    for claim in context.claims:
        same = first.setdefault((_plain(claim.text), claim.get("by")), claim)
        if same is not claim:
            mend = f"write `{context.say(same.id)}` for both"
            if same.id.startswith("~"):
                mend = "give the first one an id, and refer to it"
            yield RULE.found(
                claim.at,
                f"{context.say(claim.id)} says the same as {context.say(same.id)}",
                mend,
                label="again here",
                related=(Related(same.at, "first here"),),
                fix=_fix(context, same, claim),
            )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!…")


def _fix(context: Context, same: Claim, claim: Claim) -> Fix | None:
    entry = context.writing.definitions.get((claim.at.line, claim.at.column))
    if same.id.startswith("~") or entry is None or entry.tags or entry.cites or entry.pairs:
        return None
    start, end = entry.focus, entry.span
    whole = Span(start.path, start.line, start.column, end.end_line, end.end_column)
    edits = [Edit(whole, f"[{same.id}]")]
    if not claim.id.startswith("~"):
        edits += [Edit(at, f"[{same.id}]") for at in context.writing.references.get(claim.id, ())]
    return Fix("unsafe", f"refer to [{same.id}]", tuple(edits))
