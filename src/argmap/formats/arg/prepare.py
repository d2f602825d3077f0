"""What of a map is written into an .arg file: its own part, without what imports bring along,
and without what the language has no way to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from argmap.formats.losses import Losses
from argmap.model.map import (
    NO_SECTION,
    ArgumentMap,
    Claim,
    Contradiction,
    Import,
    Question,
    Section,
    Source,
    Step,
)
from argmap.model.naming import step_id
from argmap.sentences import listed
from argmap.source import NOWHERE
from argmap.syntax.ids import is_id, nfc


def prepare(map_: ArgumentMap, losses: Losses) -> ArgumentMap:
    """The own part of a map: all its parts exist, each step once, after what it undercuts."""
    return _Preparation(map_, losses).own()


class _Preparation:
    """Tells a map's own things from imported ones and drops what cannot be said."""

    def __init__(self, map_: ArgumentMap, losses: Losses) -> None:
        self.map = map_
        self.losses = losses
        self.imports = tuple(filter(self._can_import, map_.imports))
        self.aliases = {import_.alias for import_ in self.imports}
        own = [
            *(c.at.path for c in map_.claims if not self._is_foreign(c.id)),
            *(s.at.path for s in map_.sources if not self._is_foreign(s.id)),
        ]
        self.path = own[0] if own else map_.path

    def own(self) -> ArgumentMap:
        """The part to be written."""
        claims = tuple(c for c in self.map.claims if not self._is_foreign(c.id))
        questions = tuple(q for q in self.map.questions if not self._is_foreign(q.id))
        sources = tuple(s for s in self.map.sources if not self._is_foreign(s.id))
        sections, index = self._sections(claims, questions)
        if len(_unique(claims)) + len(_unique(questions)) + len(_unique(sources)) < (
            len(claims) + len(questions) + len(sources)
        ):
            self.losses.add("Of things with the same id only the first is written.")
        for claim in self.map.claims if self.aliases else ():
            if self._is_foreign(claim.id):
                self._check_foreign(claim)
        answers = {a for q in self.map.questions for a in q.answers}
        for claim in claims:
            self._check_claim(claim, is_answer=claim.id in answers)
        own = ArgumentMap(
            title=self.map.title,
            attributes=self.map.attributes,
            notes=self.map.notes,
            imports=self.imports,
            sections=sections,
            sources=_unique(sources),
            claims=tuple(
                replace(c, section=index.get(c.section, NO_SECTION)) for c in _unique(claims)
            ),
            questions=tuple(
                replace(self._question(q), section=index.get(q.section, NO_SECTION))
                for q in _unique(questions)
            ),
            steps=self._steps(),
            contradictions=self._contradictions(),
            path=self.map.path,
        )
        self._check_order(own)
        return own

    def _is_foreign(self, id_: str) -> bool:
        alias, slash, _ = id_.partition("/")
        return bool(slash) and alias in self.aliases

    def _can_import(self, import_: Import) -> bool:
        alias, path = import_.alias, import_.path
        if is_id(alias) and alias == nfc(alias) and path and path.isprintable() and '"' not in path:
            return True
        self.losses.add(f"The import of `{path}` as `{alias}` cannot be written.")
        return False

    # Sections ---------------------------------------------------------------------------------

    def _sections(
        self, claims: tuple[Claim, ...], questions: tuple[Question, ...]
    ) -> tuple[tuple[Section, ...], dict[int, int]]:
        """The own sections, and their new indices by the old ones."""
        own = {c.section for c in claims} | {q.section for q in questions}
        everyone = {c.section for c in self.map.claims} | {q.section for q in self.map.questions}
        foreign = everyone - own
        index: dict[int, int] = {}
        sections: list[Section] = []
        open_levels: list[tuple[int, int]] = []
        for old, section in enumerate(self.map.sections):
            imported = old in foreign or section.at.path != self.path
            if self.aliases and old not in own and imported:
                continue
            index[old] = len(sections)
            level = max(section.level, 2)
            while open_levels and open_levels[-1][0] >= level:
                open_levels.pop()
            parent = open_levels[-1][1] if open_levels else NO_SECTION
            if parent != index.get(section.parent, NO_SECTION) or level != section.level:
                self.losses.add(
                    f"The section “{section.title}” does not stand where its level puts it, "
                    "so it gets another parent."
                )
            open_levels.append((level, len(sections)))
            sections.append(replace(section, level=level, parent=parent))
        return tuple(sections), index

    # Claims and questions ---------------------------------------------------------------------

    def _check_foreign(self, claim: Claim) -> None:
        """What the map says of a claim of an import beside using it; of what has no place it cannot
        be told whether the import says it already."""
        places = {note.at.path for note in claim.notes}
        places |= {citation.at.path for citation in claim.citations}
        if NOWHERE.path in places:
            self.losses.add(
                f"Notes and citations of [{claim.id}] that are not its import's own are lost."
            )
        elif self.path in places:
            self.losses.add(f"The notes and citations that the map adds to [{claim.id}] are lost.")

    def _check_claim(self, claim: Claim, *, is_answer: bool) -> None:
        if not claim.named:
            self.losses.add(f"That [{claim.id}] comes from an import is lost: no import is named.")
        if (claim.kind == "answer") != is_answer:
            lost = "becomes an answer, as a question names it" if is_answer else "stops being one"
            self.losses.add(
                f"[{claim.id}] {lost}."
                if is_answer
                else f"[{claim.id}] is an answer that no question has, and is written as a claim."
            )

    def _question(self, question: Question) -> Question:
        answers = tuple(dict.fromkeys(a for a in question.answers if a in self.map.claim))
        about = question.about if question.about in self.map.claim else None
        if answers != question.answers or about != question.about:
            self.losses.add(
                f"The question “{question.text}” names claims twice, or claims that there are not."
            )
        return replace(question, answers=answers, about=about)

    # Steps and contradictions -----------------------------------------------------------------

    def _steps(self) -> tuple[Step, ...]:
        """The own steps and what they undercut, each once and after its target."""
        kept: dict[str, Step] = {}  # by the id that the language gives
        known: dict[str, str] = {}  # from the map's ids to those
        dropped: set[str] = set()
        for start in self.map.steps:
            if self._is_imported(start):
                continue
            way: dict[str, Step] = {}
            step = start
            while step.id not in known and step.id not in dropped and step.id not in way:
                way[step.id] = step
                if step.kind == "undercut" and step.target in self.map.step:
                    step = self.map.step[step.target]
            if len(way) > 1:
                self.losses.add("The order of the steps changes: a step precedes its undercuts.")
            for one in reversed(way.values()):
                self._keep(one, kept, known, dropped)
        if any(old != new for old, new in known.items()):
            self.losses.add("Some steps get other ids: an .arg file makes them from the content.")
        return tuple(kept.values())

    def _keep(
        self, step: Step, kept: dict[str, Step], known: dict[str, str], dropped: set[str]
    ) -> None:
        targets = known if step.kind == "undercut" else self.map.claim
        if step.target not in targets or not all(p in self.map.claim for p in step.premises):
            self.losses.add(f"The step `{step.id}` points at what there is not, and is left out.")
            dropped.add(step.id)
            return
        if not step.premises:
            self.losses.add(f"The step `{step.id}` has no premise, and is left out.")
            dropped.add(step.id)
            return
        premises = tuple(dict.fromkeys(step.premises))
        if premises != step.premises:
            self.losses.add(f"The step `{step.id}` names a premise twice; it is written once.")
        target = known[step.target] if step.kind == "undercut" else step.target
        new = step_id(step.kind, premises, target)
        known[step.id] = new
        if new in kept:
            self.losses.add(f"The step `{step.id}` is the same as another one, and is left out.")
            return
        if step.notes:
            self.losses.add(f"The notes on the step `{step.id}` are lost.")
        kept[new] = replace(step, id=new, premises=premises, target=target)

    def _is_imported(self, step: Step) -> bool:
        if step.at.path == self.path or not self.aliases:
            return False
        ids = [*step.premises]
        seen: set[str] = set()
        while step.kind == "undercut" and step.target in self.map.step and step.id not in seen:
            seen.add(step.id)
            step = self.map.step[step.target]
            ids += step.premises
        return all(map(self._is_foreign, (*ids, step.target)))

    def _contradictions(self) -> tuple[Contradiction, ...]:
        kept: dict[frozenset[str], Contradiction] = {}
        for one in self.map.contradictions:
            imported = one.at.path != self.path and all(map(self._is_foreign, one.claims))
            if imported and self.aliases:
                continue
            claims = tuple(dict.fromkeys(c for c in one.claims if c in self.map.claim))
            claims = claims * 2 if len(claims) == 1 else claims
            shown = listed(one.claims)
            if len(claims) < 2 or frozenset(claims) in kept:
                self.losses.add(f"The contradiction of {shown} is left out: it stands elsewhere.")
                continue
            if claims != one.claims:
                self.losses.add(f"The contradiction of {shown} names a claim twice or none.")
            kept[frozenset(claims)] = Contradiction(claims, one.at)
        return tuple(kept.values())

    # Order ------------------------------------------------------------------------------------

    def _check_order(self, own: ArgumentMap) -> None:
        """Say so where the order of the map cannot be kept."""
        sections = [claim.section for claim in own.claims]
        if sections != sorted(sections):
            self.losses.add("The order of the claims changes: each has to stand in its section.")
        sections = [question.section for question in own.questions]
        if sections != sorted(sections):
            self.losses.add("The order of the questions changes: each has to stand in its section.")


_Thing = TypeVar("_Thing", Claim, Question, Source)


def _unique(things: Iterable[_Thing]) -> tuple[_Thing, ...]:
    """The things, of two with one id the first."""
    unique: dict[str, _Thing] = {}
    for thing in things:
        unique.setdefault(thing.id, thing)
    return tuple(unique.values())
