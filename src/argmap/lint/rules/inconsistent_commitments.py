"""Claims that exclude each other, all of them accepted.

What it does
    Finds claims that contradict each other, or answers of one question that exclude each other,
    where the writer accepts all of them: with `stance: accept`, or as a `fact`.

Why it is bad
    They cannot all hold, so at least one of the commitments has to go.

Example
    [late] The harvest came late.  {stance: accept}

    [early] The harvest came early.  {fact}
      >< [late]

Use instead
    [late] The harvest came late.  {stance: open}

    [early] The harvest came early.  {fact}
      >< [late]

Reference
    Douglas Walton and Erik Krabbe, "Commitment in Dialogue", 1995.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG201", "inconsistent-commitments", "error")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each contradiction all of which is accepted, each question with two accepted answers."""
    held = {c.id for c in context.map.claims if c.is_fact or c.get("stance") == "accept"}
    for clash in context.clashes:
        both = [claim for claim in clash.claims if claim in held]
        if len(both) <= clash.most:
            continue
        both.sort(key=lambda claim: not context.is_own(context.map.claim[claim].at))
        two = len(both) == 2
        yield RULE.found(
            context.map.claim[both[0]].at,
            f"{context.say_clash(clash, both)}, and {'both' if two else 'all'} are accepted",
            "take back the stance, or the `fact`, of "
            + ("all but one" if clash.most == 1 and not two else "one of them"),
            label="this one",
            related=(
                *[context.defined(claim, "and this one") for claim in both[1:_SHOWN]],
                clash.said,
            ),
        )


_SHOWN = 8
