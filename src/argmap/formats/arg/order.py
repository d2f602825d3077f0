"""The order in which a map is written as an .arg file: trees where the map allows it.

A map keeps the order of its claims, steps, contradictions and questions, each by itself. The
layout is found in one pass that holds a place in each of the four and puts down whatever can come
next: a step below the innermost open entry about its target, the claims it needs defined as they
are mentioned. A claim without an id of its own can be mentioned once only, so an entry about one
is kept open while more has to go below it (it is `pinned`), and it is not put down alone while a
step, an answer or a contradiction still has to mention it. Where that cannot be, the claim gets
an id, which the caller sees from `Layout.mentioned`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from argmap.formats.arg.layout import Layout, is_nameless
from argmap.model.map import ArgumentMap, Contradiction, Question, Step
from argmap.syntax.markers import Kind

_KINDS: Final = {
    "support": Kind.SUPPORT,
    "rebuttal": Kind.REBUTTAL,
    "undercut": Kind.UNDERCUT,
}


def lay_out(own: ArgumentMap) -> Layout:
    """The layout of a map without what its imports bring; each undercut comes after its target."""
    order = _Order(own)
    order.run()
    return order.layout


def _numbered(made: str) -> tuple[str, int]:
    """A made id without the number that tells it from others of the same text."""
    stem, _, number = made.rpartition("-")
    return (stem, int(number)) if stem and number.isdecimal() and len(number) < 7 else (made, 1)


def _parents(own: ArgumentMap, rank: dict[str, int]) -> list[int]:
    """For each claim the index of the last one before it that it is written below, or -1."""
    parents = [-1] * len(rank)

    def needs(claim: str, below: str) -> None:
        at, parent = rank.get(claim, -1), rank.get(below, -1)
        if at >= 0 and parents[at] < parent < at:
            parents[at] = parent

    for step in own.steps:
        targets = own.step[step.target].premises if step.kind == "undercut" else (step.target,)
        for premise in step.premises:
            for target in targets:
                needs(premise, target)
    for contradiction in own.contradictions:
        for claim in contradiction.claims[1:]:
            needs(claim, contradiction.claims[0])
    for question in own.questions:
        for answer in question.answers:
            needs(answer, question.about or "")
    return parents


class _Order:
    """A place in each of the four sequences, and what each claim without an id still waits for."""

    def __init__(self, own: ArgumentMap) -> None:
        self.map = own
        claims = tuple(sorted(own.claims, key=lambda claim: claim.section))
        rank = {claim.id: at for at, claim in enumerate(claims)}
        self.layout = Layout(claims, _parents(own, rank))
        self.parents_beside_steps = _parents(replace(own, steps=()), rank)
        self.steps, self.contradictions = own.steps, own.contradictions
        self.questions = tuple(sorted(own.questions, key=lambda question: question.section))
        self.next_step = self.next_contradiction = self.next_question = 0
        self.mentions = Counter[str]()  # of each claim: the places it is still due at
        self.below = Counter[str]()  # of each claim: the entries that are due below it
        self.answers = Counter[str]()  # of answers: questions that are still due
        self.after = self._after()
        self.pins: list[int] = []
        self.is_last = False
        self.held: dict[str, tuple[str, ...]] = {}  # by step: what to keep open to undercut it
        for step in self.steps:
            self.held[step.id] = self._held(step)
            self._expect_step(step, 1)
        for contradiction in self.contradictions:
            self._expect_contradiction(contradiction, 1)
        for question in self.questions:
            self._expect_question(question, 1)

    def _held(self, step: Step) -> tuple[str, ...]:
        """The innermost claims without an id that an entry of a step is about or stands below."""
        target = () if step.kind == "undercut" else (step.target,)
        claims = tuple(filter(is_nameless, (*step.premises, *target)))
        return claims or (self.held[step.target] if step.kind == "undercut" else ())

    def _after(self) -> dict[str, int]:
        """How many questions come before a claim without an id: those whose made id it is told
        apart from, those at the margin that precede a question about it, and those that come
        before a claim below it."""
        numbered: dict[str, list[tuple[int, int]]] = {}
        for at, question in enumerate(self.questions):
            if is_nameless(question.id):
                stem, number = _numbered(question.id)
                numbered.setdefault(stem, []).append((number, at + 1))
        after: dict[str, int] = {}
        at_margin = 0
        for at, question in enumerate(self.questions):
            if question.about is None:
                at_margin = at + 1
            elif is_nameless(question.about):
                after.setdefault(question.about, at_margin)
        for claim in self.layout.claims if numbered else ():
            if is_nameless(claim.id):
                stem, number = _numbered(claim.id)
                before = [at for n, at in numbered.get(stem, ()) if n < number]
                before += [at for _, at in numbered.get(stem.rpartition("-")[0], ())]
                after[claim.id] = max([*before, after.get(claim.id, 0)])
        claims, parents = self.layout.claims, self.layout.parents
        for at in range(len(claims) - 1, -1, -1):
            above = claims[parents[at]].id if parents[at] >= 0 else ""
            if is_nameless(above):  # what stands below it comes while it is kept open
                after[above] = max(after.get(above, 0), after.get(claims[at].id, 0))
        return after

    def _expect_step(self, step: Step, change: int) -> None:
        for premise in step.premises:
            self.mentions[premise] += change
        if step.kind == "undercut":
            for claim in self.held[step.target]:
                self.below[claim] += change
        else:
            self.below[step.target] += change

    def _expect_contradiction(self, contradiction: Contradiction, change: int) -> None:
        self.below[contradiction.claims[0]] += change
        for claim in contradiction.claims[1:]:
            self.mentions[claim] += change

    def _expect_question(self, question: Question, change: int) -> None:
        for answer in question.answers:
            self.mentions[answer] += change
            self.answers[answer] += change
        if question.about is not None:
            self.below[question.about] += change

    # What comes next --------------------------------------------------------------------------

    def run(self) -> None:
        """Put everything down, section by section."""
        for index in range(-1, len(self.map.sections)):
            if index >= 0:
                while self._close_to(0):
                    self._fill()
                self.layout.open_section(index)
            self.is_last = index == len(self.map.sections) - 1
            self._fill()
            while self._finish_section():
                self._fill()
        while self._close_to(0):
            self._fill()

    def _fill(self) -> None:
        """Put down all that can be without giving up on anything."""
        while (
            self._step_ahead()
            or self._question(only_if_due=True)
            or self._step(inline=True)
            or self._contradiction(inline=True)
            or self._release()
            or self._claim()
        ):
            pass

    def _finish_section(self) -> bool:
        """Put down one of the things that would come too late in the next section."""
        if self._pinned(0) and self._step(inline=False):
            return True
        if self._question(only_if_due=False) or self._contradiction(inline=True, anywhere=True):
            return True
        if self._step(inline=True, force=True):
            return True
        return self.is_last and (
            self._step(inline=False, force=True) or self._contradiction(inline=False, anywhere=True)
        )

    # Steps ------------------------------------------------------------------------------------

    def _step(self, *, inline: bool, force: bool = False, ahead: bool = False) -> bool:
        """Put down the next step; with `inline` only if all its premises are there by then.

        Without `force` nothing that is pinned is closed for it, and no claim without an id gets
        one. With `ahead` its target can be one that is still to come.
        """
        if self.next_step >= len(self.steps):
            return False
        step = self.steps[self.next_step]
        layout = self.layout
        if (inline or not force) and not layout.fits(step.premises, references=not inline):
            return False
        if step.kind == "undercut":
            level = layout.level_of_step(step.target)
            if level >= 0 and layout.stack[level].reasons:
                if layout.stack[level].rest:  # it fits below the next co-premise
                    return (force or not self._pinned(level + 1)) and self._close_to(level)
                level = -1
        else:
            level = layout.level_of_claim(step.target)
            if level < 0 and not (
                (force and self.is_last)
                or (inline and self._can_open(step.target, step.premises))
                or layout.is_there(step.target)
                or (ahead and not is_nameless(step.target))
            ):
                return False
        if not force and self._pinned(level + 1):
            return False
        if self._close_to(level + 1):
            return True
        if level < 0:
            self._reopen(step)
        self._expect_step(step, -1)
        self.next_step += 1
        layout.put(_KINDS[step.kind], step.premises, step=step)
        self._pin()
        return True

    def _can_open(self, claim: str, others: tuple[str, ...]) -> bool:
        """Whether a claim that is not open can be referred to, to have others put below it: it is
        defined, or it has an id and one of the others is to be defined first."""
        if self.layout.is_there(claim):
            return True
        upcoming = self.layout.upcoming
        return not is_nameless(claim) and upcoming is not None and upcoming.id in others

    def _reopen(self, step: Step) -> None:
        """Open the target of a step anew at the margin: a claim, or a step said once more."""
        chain: list[Step] = []
        while step.kind == "undercut":
            step = self.map.step[step.target]
            chain.append(step)
        self.layout.put(Kind.STATEMENT, (step.target,))
        for one in reversed(chain):
            self.layout.put(_KINDS[one.kind], one.premises, step=one, new=False)

    # Contradictions, questions, claims --------------------------------------------------------

    def _contradiction(self, *, inline: bool, anywhere: bool = False) -> bool:
        """Put down the next contradiction: where it defines a claim, or on the spot."""
        if self.next_contradiction >= len(self.contradictions):
            return False
        contradiction = self.contradictions[self.next_contradiction]
        first, others = contradiction.claims[0], contradiction.claims[1:]
        layout = self.layout
        level = layout.level_of_claim(first)
        if inline and not (self._can_open(first, others) and layout.fits(others, references=False)):
            return False
        defines = not all(map(layout.is_there, others))
        if not anywhere and not defines and level != len(layout.stack) - 1:
            return False
        if not anywhere and self._pinned(level + 1):
            return False
        if self._close_to(level + 1):
            return True
        if level < 0:
            layout.put(Kind.STATEMENT, (first,))
        self._expect_contradiction(contradiction, -1)
        self.next_contradiction += 1
        layout.put(Kind.CONTRADICTION, others)
        self._pin()
        return True

    def _contradiction_ahead(self) -> bool:
        """Put down the next contradiction before claims it names are defined, if it can be."""
        if self.next_contradiction >= len(self.contradictions):
            return False
        first, *others = self.contradictions[self.next_contradiction].claims
        if is_nameless(first) and not self.layout.is_there(first):
            return False
        if not self.layout.fits(tuple(others), references=True):
            return False
        if self._pinned(self.layout.level_of_claim(first) + 1):
            return False
        return self._contradiction(inline=False, anywhere=True)

    def _question(self, *, only_if_due: bool) -> bool:
        """Put down the next question of this section: where it has its place (see `_is_due`), or
        on the spot."""
        if self.next_question >= len(self.questions):
            return False
        question = self.questions[self.next_question]
        layout = self.layout
        if question.section > layout.section:
            return False
        upcoming = layout.upcoming
        if only_if_due and not self._is_due(question, "" if upcoming is None else upcoming.id):
            return False
        level = -1 if question.about is None else layout.level_of_claim(question.about)
        if only_if_due and self._pinned(level + 1):
            return False
        if self._close_to(level + 1):
            return True
        if question.about is not None and level < 0:
            layout.put(Kind.STATEMENT, (question.about,))
        self._expect_question(question, -1)
        self.next_question += 1
        layout.put_question(question)
        return True

    def _is_due(self, question: Question, upcoming: str) -> bool:
        """Whether a question has to come now, or the next claim comes too early: one of the
        answers, or a claim that got its id because the question had it. A question that waits for
        no answer comes right after the claim it is about, or before another's answer without an
        id."""
        if self.next_question < self.after.get(upcoming, 0):
            return True
        nameless, there = is_nameless(upcoming), self.layout.is_there
        if all(map(there, question.answers)):
            top = self.layout.stack[-1].claim if self.layout.stack else None
            if top == question.about or not nameless:
                return top == question.about
        if nameless or self.answers[upcoming] == 0:
            return self.answers[upcoming] > 0
        if question.about is not None and is_nameless(question.about) and not there(question.about):
            return False
        return self.layout.fits(question.answers, references=True)

    def _release(self) -> bool:
        """Put down what keeps the innermost pinned entry open, if that is no step."""
        if not self._pinned(0):
            return False
        pinned = self.layout.stack[self.pins[-1]].claim
        if self.next_contradiction < len(self.contradictions):
            first, *others = self.contradictions[self.next_contradiction].claims
            if first == pinned and self.layout.fits(tuple(others), references=True):
                return self._contradiction(inline=False, anywhere=True)
        if self.next_question < len(self.questions):
            question = self.questions[self.next_question]
            here = question.about == pinned and question.section <= self.layout.section
            if here and self.layout.fits(question.answers, references=True):
                return self._question(only_if_due=False)
        return False

    def _claim(self) -> bool:
        """Put down the next claim of this section by itself, or what is better put before it."""
        claim = self.layout.upcoming
        if claim is None:
            return False
        awaited = self.layout.level_awaiting(claim.id)
        kept = awaited + 1 if awaited >= 0 and self.layout.stack[awaited].question else awaited
        due = awaited < 0 and self.mentions[claim.id] > 0
        if (due or self._pinned(max(kept, 0))) and self._step(
            inline=False, ahead=due and is_nameless(claim.id)
        ):
            return True
        if due and is_nameless(claim.id) and self._contradiction_ahead():
            return True
        if not self._close_to(max(awaited, 0)):
            self.layout.put(Kind.STATEMENT, (claim.id,))
            self._pin()
        return True

    def _step_ahead(self) -> bool:
        """Put down the next step if the next claim would be pinned, but the step is no part of
        what stands below it: no earlier step leads there, so only a contradiction or an answer
        could."""
        claim = self.layout.upcoming
        if claim is None or not (is_nameless(claim.id) and self.below[claim.id] > 0):
            return False
        if self.next_step >= len(self.steps):
            return False
        here = self.layout.next_claim
        at = self.layout.rank(self.steps[self.next_step].target)
        while at > here:
            at = self.parents_beside_steps[at]
        return at < here and (self._step(inline=True) or self._step(inline=False, ahead=True))

    # Pins -------------------------------------------------------------------------------------

    def _close_to(self, level: int) -> bool:
        """Close all above `level` entries; True if a partner had to be put down on the way."""
        if self.layout.close_to(level):
            self._pin()
            return True
        return False

    def _pin(self) -> None:
        """Note the claim at the top of the stack if it can be written once only."""
        stack = self.layout.stack
        if stack and is_nameless(stack[-1].claim) and self.below[stack[-1].claim] > 0:
            self.pins.append(len(stack) - 1)

    def _pinned(self, level: int) -> bool:
        """Whether closing the stack from `level` on closes an entry that more has to go below."""
        stack = self.layout.stack
        while self.pins and (
            self.pins[-1] >= len(stack)
            or not is_nameless(stack[self.pins[-1]].claim)
            or self.below[stack[self.pins[-1]].claim] <= 0
        ):
            self.pins.pop()
        return bool(self.pins) and self.pins[-1] >= level
