"""A step that is written twice and says nothing new the second time.

What it does
    Finds a reason, rebuttal or undercut that stands in the file already and that adds nothing
    there: no text, no qualifier of its own, nothing below it. Also a premise that is joined to
    itself with `&`.

Why it is bad
    It is one step, however often it is written, and readers look in vain for a difference.
    Writing a step again to put something below it is fine.

Example
    [move] We should move.
      + [rent] The rent goes up.

    [move]
      + [rent]

Use instead
    [move] We should move.
      + [rent] The rent goes up.

Fix
    Safe: takes the repetition out. The map stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Fix, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.sentences import listed
from argmap.syntax import Entry, Kind

RULE = Rule("ARG105", "duplicate-step", "warning", fix="safe")

_NOUN = {Kind.SUPPORT: "a reason", Kind.REBUTTAL: "a rebuttal", Kind.UNDERCUT: "an undercut"}


def check(context: Context) -> Iterator[Diagnostic]:
    """Each repetition, and each partner that is a premise already."""
    first: dict[int, tuple[Entry, ...]] = {}
    for written in context.writing.steps:
        head, *rest = written.members
        known = first.setdefault(written.step, written.members)
        if known is not written.members and _adds_nothing(context, written.members, known):
            one = not rest
            again = listed(member.label for member in written.members)
            yield RULE.found(
                head.focus,
                f"{again} {'is' if one else 'are'} given as {_NOUN[head.kind]} "
                f"a second time and add{'s' if one else ''} nothing",
                "take it out",
                label="again here",
                related=(Related(known[0].focus, "first here"),),
                fix=Fix("safe", "take it out", context.writing.without(written.members)),
            )
        names = {head.name.id} if head.name else set()
        for partner in rest:
            if partner.name is not None and partner.name.id in names and not partner.text:
                yield RULE.found(
                    partner.focus,
                    f"{partner.label} is joined to itself",
                    "take it out, or name the other premise that is meant",
                    label="again here",
                    related=(Related(head.focus, "its step begins here"),),
                    fix=None
                    if context.writing.has_children(partner)
                    else Fix("safe", "take it out", context.writing.without([partner])),
                )
            names |= {partner.name.id} if partner.name else set()


def _adds_nothing(context: Context, again: tuple[Entry, ...], first: tuple[Entry, ...]) -> bool:
    own, known = again[0].qualifier, first[0].qualifier
    same = own is None or (known is not None and own[:2] == known[:2] and not own.pairs)
    if own is not None and own.answers is not None:
        asked = known.answers if known is not None else None
        same = same and asked is not None and asked.id == own.answers.id
    return (
        same
        and _roles(again) <= _roles(first)
        and not any(member.text or context.writing.has_children(member) for member in again)
    )


def _roles(members: tuple[Entry, ...]) -> set[tuple[str, str]]:
    """What is said of roles, each with the premise that has it."""
    return {
        (member.label, member.qualifier.role.id)
        for member in members
        if member.qualifier is not None and member.qualifier.role is not None
    }
