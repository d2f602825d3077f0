"""Claims that cannot all hold: any of them is excluded by all the others together.

Written out, that is a rule for each of n claims, with n - 1 premises. Here the claims before one,
and those after it, are each one conclusion that the next rule builds on, so that all rules together
grow with n. A conclusive step has the least that its premises hand on, and the least of the least
is the least of all: what follows is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

_MOST_NAMED = 12
_FEW_NAMED = 10
"""So many claims that exclude one together are all named; of more, only a few."""


def others(members: Sequence[int], own: int) -> tuple[list[int], int]:
    """Of the claims that exclude one of them together: those to name, and how many more."""
    count = len(members) - 1
    named = count if count <= _MOST_NAMED else _FEW_NAMED
    found = [member for member in islice(members, named + 1) if member != own][:named]
    return found, count - named


def conjunctions(members: int) -> int:
    """How many claims of its own it takes to say that so many cannot all hold."""
    return 2 * max(members - 3, 0)


def exclusions(
    members: Sequence[int], negations: int, own: int
) -> Iterator[tuple[tuple[int, int], int]]:
    """The premises and heads of conclusive rules that say that three members or more cannot all
    hold. `negations` is the literal "not claim 0", `own` the first of the claims that stand for
    several members.
    """
    last = len(members) - 1
    before = [members[0]]  # at place i: what stands for the first i + 1 members
    for member in members[1 : last - 1]:
        yield (before[-1], member), own
        before.append(own)
        own += 1
    after = [members[last]]  # and for the last i + 1
    for member in reversed(members[2:last]):
        yield (member, after[-1]), own
        after.append(own)
        own += 1
    yield (members[1], after[-1]), negations + members[0]
    for place in range(1, last):
        yield (before[place - 1], after[last - place - 1]), negations + members[place]
    yield (before[-1], members[last - 1]), negations + members[last]
