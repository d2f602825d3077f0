"""Whether the parts of a map that was read from JSON fit together: ids, indices, undercuts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from argmap.diagnostics import did_you_mean
from argmap.formats.json.fields import Complaint
from argmap.formats.json.places import Path, name_of
from argmap.model.map import NO_SECTION, ArgumentMap

_MAX_SUGGESTIONS: Final = 20
"""A file with more wrong ids than that has no slip of the pen; comparing them all would be slow."""


def check_links(map_: ArgumentMap, complaints: list[Complaint]) -> None:
    """Complain about ids that are no one's or two things', sections that are not there, and
    undercuts that cut each other in a circle."""
    links = _Links(complaints)
    links.unique("sources", "id", (source.id for source in map_.sources))
    links.unique("claims", "id", (claim.id for claim in map_.claims))
    links.unique("questions", "id", (question.id for question in map_.questions))
    links.unique("steps", "id", (step.id for step in map_.steps))
    links.unique("imports", "as", (import_.alias for import_ in map_.imports))

    for i, section in enumerate(map_.sections):
        links.section(("sections", i, "parent"), section.parent, i)
        if 0 <= section.parent < i and map_.sections[section.parent].level >= section.level:
            links.complain(
                "wrong-section",
                ("sections", i, "level"),
                "is not deeper than the level of its parent",
                f"write {map_.sections[section.parent].level + 1}, or name another parent",
            )
    for i, claim in enumerate(map_.claims):
        links.section(("claims", i, "section"), claim.section, len(map_.sections))
        for k, citation in enumerate(claim.citations):
            if citation.source is not None:
                path = ("claims", i, "sources", k, "id")
                links.exists(path, citation.source, "source", map_.source)
    for i, question in enumerate(map_.questions):
        links.section(("questions", i, "section"), question.section, len(map_.sections))
        links.all_exist(("questions", i, "answers"), question.answers, map_.claim)
        if question.about is not None:
            links.exists(("questions", i, "about"), question.about, "claim", map_.claim)
    for i, step in enumerate(map_.steps):
        links.all_exist(("steps", i, "premises"), step.premises, map_.claim)
        known = map_.step if step.kind == "undercut" else map_.claim
        kind = step.target_kind
        links.exists(("steps", i, "target", kind), step.target, kind, known)
    for i, contradiction in enumerate(map_.contradictions):
        links.all_exist(("contradictions", i), contradiction.claims, map_.claim)
    _check_undercuts(map_, links)


class _Links:
    """Says what is wrong with an id or an index at a path."""

    def __init__(self, complaints: list[Complaint]) -> None:
        self._complaints = complaints
        self._suggestions = 0

    def complain(self, problem: str, path: Path, message: str, help_: str = "") -> None:
        self._complaints.append(Complaint(problem, path, f"{name_of(path)} {message}", help_))

    def unique(self, kind: str, key: str, ids: Iterable[str]) -> None:
        first: dict[str, int] = {}
        for i, id_ in enumerate(ids):
            if first.setdefault(id_, i) != i:
                self.complain(
                    "duplicate-id",
                    (kind, i, key),
                    f"is `{id_}`, as {name_of((kind, first[id_], key))} is",
                    "give one of them another id",
                )

    def exists(self, path: Path, id_: str, what: str, known: Collection[str]) -> None:
        if id_ in known:
            return
        self._suggestions += 1
        close = did_you_mean(id_, known) if self._suggestions <= _MAX_SUGGESTIONS else None
        self.complain(
            "dangling-id",
            path,
            f"is `{id_}`, but no {what} has that id",
            f"did you mean `{close}`?" if close else f"add the {what}, or take the id out",
        )

    def all_exist(self, path: Path, ids: Sequence[str], known: Collection[str]) -> None:
        for k, id_ in enumerate(ids):
            if id_ not in known:
                self.exists((*path, k), id_, "claim", known)

    def section(self, path: Path, index: int, count: int) -> None:
        if index != NO_SECTION and index >= count:
            there = f"there are {count}" if path[0] != "sections" else f"{count} come before it"
            self.complain(
                "wrong-section",
                path,
                f"is {index}, but sections count from 0 and {there}",
                "write the index of its section, or null for none",
            )


def _check_undercuts(map_: ArgumentMap, links: _Links) -> None:
    """Follow each undercut to the claim that is at stake in the end; complain once a circle."""
    done: set[str] = set()
    index = {step.id: i for i, step in enumerate(map_.steps)}
    for start in map_.steps:
        way: dict[str, None] = {}
        id_ = start.id
        while id_ in map_.step and id_ not in done and id_ not in way:
            way[id_] = None
            step = map_.step[id_]
            if step.kind != "undercut":
                break
            id_ = step.target
        if id_ in way and map_.step[id_].kind == "undercut":
            circle = [*list(way)[list(way).index(id_) :], id_]
            shown = circle if len(circle) <= 6 else [*circle[:3], "…", *circle[-2:]]
            links.complain(
                "undercut-cycle",
                ("steps", index[id_], "target", "step"),
                f"closes a circle of undercuts: {' → '.join(shown)}",
                "let one of them point at a step whose target is a claim",
            )
        done.update(way)
