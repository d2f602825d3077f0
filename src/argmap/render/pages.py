"""One page for each root of a map: each question with what bears on its answers, each main claim
with what bears on it.

A page ends where another begins: a claim that heads another page is drawn without what hangs below
it, which is counted. So the pages together hold every claim, and what bears on two roots stands on
both their pages. Claims that nothing bears on share one page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from argmap.model import ArgumentMap, Question
from argmap.render.excerpt import Excerpts
from argmap.render.hanging import Hanging
from argmap.render.select import Choice, Selected, View, choose

REST = "others"
"""The name of the page of the claims that nothing bears on."""

_LONGEST_NAME = 40
_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


class Page(NamedTuple):
    """A page: a name that can be part of a file's, and what is drawn on it.

    The name is made from the id of the question or claim that heads it, so it stays when other
    parts of the map change. No two pages of a map share one, in capitals or small letters.
    """

    name: str
    selected: Selected


class _Head(NamedTuple):
    """What stands first on a page: a question with its answers, or claims alone."""

    id: str
    questions: tuple[str, ...]
    claims: tuple[str, ...]


def pages(argument_map: ArgumentMap, view: View) -> tuple[Page, ...]:
    """The pages of what a view shows, in the order of writing. Raises NoSuchPart as `select`
    does."""
    hanging = Hanging(argument_map)
    choice = choose(argument_map, hanging, view)
    ways = _Ways(argument_map, hanging, choice)
    heads = _heads(argument_map, hanging, choice, ways)
    stops = {claim for head in heads for claim in head.claims}
    excerpts = Excerpts(argument_map)
    gone = "not on this page" if choice.note else "on other pages"
    found: list[Page] = []
    for head, name in zip(heads, _names(head.id for head in heads), strict=True):
        claims, questions = ways.page(head, stops)
        left = len(choice.kept) - len(claims)
        parts = [choice.note] if choice.note else []
        if len(heads) > 1:
            parts.append(f"Page {len(found) + 1} of {len(heads)}.")
        if left:
            parts.append(f"{left:,} of {len(choice.kept):,} claims are on other pages.")
        found.append(
            Page(
                name,
                Selected(
                    excerpts.of(claims, questions),
                    hanging.behind(claims),
                    choice.focus,
                    " ".join(parts),
                    gone,
                ),
            )
        )
    return tuple(found)


class _Ways:
    """What hangs on what in the part of a map that is drawn, by steps and raised questions."""

    def __init__(self, argument_map: ArgumentMap, hanging: Hanging, choice: Choice) -> None:
        self._hanging = hanging
        self._kept = choice.kept
        self._against: dict[str, list[str]] = {}
        self.raised: dict[str, list[Question]] = {}
        for contradiction in argument_map.contradictions:
            for claim in contradiction.claims:
                self._against.setdefault(claim, []).extend(contradiction.claims)
        for question in argument_map.questions:
            if question.about is not None and question.about in choice.kept:
                self.raised.setdefault(question.about, []).append(question)

    def below(self, claim: str) -> list[str]:
        """What hangs one step below a claim."""
        found = [*self._hanging.below(claim)]
        for question in self.raised.get(claim, ()):
            found += question.answers
        return [one for one in found if one in self._kept]

    def reached(self, starts: Iterable[str], stops: set[str]) -> set[str]:
        """All that hangs below the starts, with these; ways end at the stops."""
        found = set(starts)
        left = list(found)
        while left:
            for one in self.below(left.pop()):
                if one not in found:
                    found.add(one)
                    if one not in stops:
                        left.append(one)
        return found

    def page(self, head: _Head, stops: set[str]) -> tuple[set[str], list[str]]:
        """The claims and questions of a page. What cannot hold together with one of its claims
        stands there, too."""
        elsewhere = stops.difference(head.claims)
        found = self.reached(head.claims, elsewhere)
        own = found - elsewhere
        questions = [*head.questions]
        for claim in own:
            questions += [question.id for question in self.raised.get(claim, ())]
            found.update(one for one in self._against.get(claim, ()) if one in self._kept)
        return found, questions


def _heads(argument_map: ArgumentMap, hanging: Hanging, choice: Choice, ways: _Ways) -> list[_Head]:
    """The heads of the pages, in the order in which their claims are written."""
    asked = [one for one in argument_map.questions if one.id in choice.questions]
    answers = {answer for question in asked for answer in question.answers}
    raised = {question.id for questions in ways.raised.values() for question in questions}
    heads = [_head(question, choice) for question in asked if question.id not in raised]
    roots = [root for root in hanging.roots(choice.kept) if root not in answers]
    bare = [root for root in roots if not ways.below(root) and root not in ways.raised]
    if len(bare) == 1:
        bare = []
    alone = set(bare)
    heads += [_Head(root, (), (root,)) for root in roots if root not in alone]
    reached = ways.reached([*roots, *(claim for head in heads for claim in head.claims)], set())
    for question in asked:  # those raised about a claim that hangs on their own answers alone
        if question.id in raised and question.about not in reached:
            heads.append(_head(question, choice))
            reached |= ways.reached(heads[-1].claims, reached)
    order = {claim.id: at for at, claim in enumerate(argument_map.claims)}
    heads.sort(key=lambda head: min((order[one] for one in head.claims), default=len(order)))
    return [*heads, *([_Head(REST, (), tuple(bare))] if bare else [])]


def _head(question: Question, choice: Choice) -> _Head:
    answers = tuple(answer for answer in question.answers if answer in choice.kept)
    return _Head(question.id, (question.id,), answers)


def _names(ids: Iterable[str]) -> list[str]:
    """A name for each id, fit for a file of any system."""
    taken: set[str] = set()
    names = []
    for id_ in ids:
        name = _NOT_IN_A_NAME.sub("-", id_).strip(".-")[:_LONGEST_NAME].rstrip(".-") or REST
        one, count = name, 1
        while one.casefold() in taken:
            count += 1
            one = f"{name}-{count}"
        taken.add(one.casefold())
        names.append(one)
    return names
