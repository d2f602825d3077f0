"""What a layout of an .arg file is made of, and the stack of entries that are open while one is
put together. `order` decides what comes next; nothing here knows about text.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Final

from argmap.model.map import NO_SECTION, Claim, Question, Step
from argmap.syntax.markers import Kind

_NONE: Final = -2
_FAR: Final = 1000
"""How many claims may stand between two premises of a step; more are not looked through."""


def is_nameless(claim: str) -> bool:
    """Whether a claim or question was given no id of its own."""
    return claim.startswith("~")


@dataclass(frozen=True, slots=True)
class Placed:
    """One entry of the layout: a claim at a depth, with its marker, or a question or section.

    `defines` tells a claim's definition from a reference to it; `step` is the step that the
    entry draws, or takes part in, where that is written for the first time.
    """

    kind: Kind
    depth: int
    claim: str = ""
    defines: bool = False
    step: Step | None = None
    question: Question | None = None
    section: int = NO_SECTION


@dataclass(slots=True)
class _Open:
    """An entry that can still get children. `rest` are co-premises (below a question: answers)
    that are still to come; `reasons` says that it has children before which no undercut fits;
    `shown` is the step where that is written for the first time."""

    claim: str
    step: str
    rest: deque[str]
    question: bool = False
    reasons: bool = False
    shown: Step | None = None


@dataclass(slots=True)
class Layout:
    """The entries put down so far, and those that are open.

    Claims are defined in the order of `claims`, each in its section; what is mentioned before
    its turn, or again, is a reference. `mentioned` are the claims that have one. `parents` has for
    each claim the index of the one below which it is first needed, or -1.
    """

    claims: tuple[Claim, ...]
    parents: list[int]
    entries: list[Placed] = field(default_factory=list)
    section: int = NO_SECTION
    next_claim: int = 0
    mentioned: set[str] = field(default_factory=set)
    defined: set[str] = field(default_factory=set)
    stack: list[_Open] = field(default_factory=list)
    _rank: dict[str, int] = field(init=False)
    _of_claim: dict[str, list[int]] = field(default_factory=dict)
    _of_step: dict[str, list[int]] = field(default_factory=dict)
    _awaited: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._rank = {claim.id: rank for rank, claim in enumerate(self.claims)}

    def is_there(self, claim: str) -> bool:
        """Whether a claim needs no definition any more, or gets it from an import."""
        return claim in self.defined or claim not in self._rank

    def rank(self, claim: str) -> int:
        """The place of a claim among those to be defined, or -1."""
        return self._rank.get(claim, -1)

    @property
    def upcoming(self) -> Claim | None:
        """The next claim to be defined in the section that is open."""
        if self.next_claim < len(self.claims):
            claim = self.claims[self.next_claim]
            if claim.section <= self.section:
                return claim
        return None

    def level_of_claim(self, claim: str) -> int:
        """Where on the stack the innermost open entry about a claim is, or -1."""
        levels = self._of_claim.get(claim)
        return levels[-1] if levels else -1

    def level_of_step(self, step: str) -> int:
        """Where on the stack the entry is that an undercut of a step can stand below, or -1."""
        levels = self._of_step.get(step)
        return levels[-1] if levels else -1

    def level_awaiting(self, claim: str) -> int:
        """Where on the stack the entry is that needs this claim as its next partner, or -1."""
        return self._awaited.get(claim, -1)

    def fits(self, premises: tuple[str, ...], *, references: bool) -> bool:
        """Whether each of the premises that is not there yet is defined where it is mentioned.

        Between two of them there can be claims that belong below the first. With `references`
        those that have an id can also be referred to before they are defined.
        """
        ahead, low, above = self.next_claim, self.next_claim, _NONE
        for premise in premises:
            rank = self._rank.get(premise, -1)
            if rank < ahead or self.is_there(premise):
                above = rank
            elif self._are_below(range(ahead, rank), low, above) and (
                self.claims[rank].section <= self.section
            ):
                ahead, low, above = rank + 1, rank, rank
            elif not references or is_nameless(premise):
                return False
            else:
                above = rank
        return True

    def _are_below(self, claims: range, low: int, above: int) -> bool:
        """Whether claims are first needed below others from `low` on, or below `above`."""
        parents = self.parents
        return len(claims) <= _FAR and all(low <= parents[c] or parents[c] == above for c in claims)

    def open_section(self, index: int) -> None:
        """Put down a section's heading; all entries are closed."""
        self.section = index
        self.entries.append(Placed(Kind.SECTION, 0, section=index))

    def put(
        self,
        kind: Kind,
        claims: tuple[str, ...],
        *,
        step: Step | None = None,
        new: bool = True,
    ) -> None:
        """Put an entry about the first claim below the top of the stack, the others to follow."""
        first, *others = claims
        if kind in (Kind.SUPPORT, Kind.REBUTTAL) and self.stack:
            self.stack[-1].reasons = True
        defines = self._mention(first)
        shown = step if new else None
        self.entries.append(Placed(kind, len(self.stack), first, defines, shown))
        self._push(_Open(first, step.id if step else "", deque(others), shown=shown))

    def put_question(self, question: Question) -> None:
        """Put a question below the top of the stack, its answers to follow."""
        self.entries.append(Placed(Kind.QUESTION, len(self.stack), question=question))
        self._push(_Open("", "", deque(question.answers), question=True))

    def close_to(self, level: int) -> bool:
        """Close all above `level` entries; True if a partner had to be put down on the way."""
        while len(self.stack) > level:
            top = self.stack[-1]
            if not top.rest:
                self._pop()
            elif top.question:
                claim = top.rest.popleft()
                self._awaited.pop(claim, None)
                self._await(len(self.stack) - 1)
                self.put(Kind.ANSWER, (claim,))
                return True
            else:
                self._pop()
                claim, *others = top.rest
                self._awaited.pop(claim, None)
                defines = self._mention(claim)
                entry = Placed(Kind.PREMISE, len(self.stack), claim, defines, top.shown)
                self.entries.append(entry)
                self._push(_Open(claim, top.step, deque(others), shown=top.shown))
                return True
        return False

    def _mention(self, claim: str) -> bool:
        """Whether this mention of a claim defines it."""
        upcoming = self.upcoming
        if upcoming is not None and upcoming.id == claim:
            self.next_claim += 1
            self.defined.add(claim)
            return True
        self.mentioned.add(claim)
        return False

    def _push(self, entry: _Open) -> None:
        level = len(self.stack)
        self.stack.append(entry)
        if entry.claim:
            self._of_claim.setdefault(entry.claim, []).append(level)
        if entry.step:
            self._of_step.setdefault(entry.step, []).append(level)
        self._await(level)

    def _pop(self) -> None:
        entry = self.stack.pop()
        if entry.claim:
            self._of_claim[entry.claim].pop()
        if entry.step:
            self._of_step[entry.step].pop()

    def _await(self, level: int) -> None:
        rest = self.stack[level].rest
        if rest:
            self._awaited[rest[0]] = level
