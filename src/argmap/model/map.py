"""The argument map that every stage after parsing reads: claims, the steps between them, and
what they rest on.

All of it is frozen and compares by meaning: places (`at`, `uses`) take no part in equality, so a
map read back from JSON equals the map that was written. Ids are strings; an id of an imported
file carries its alias (`other/id`), and a claim that was given no id has one made from its text
(`~threat-receded`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from argmap.source import NOWHERE, Span

AttributeValue = str | float | bool
ClaimKind = Literal["claim", "answer"]
StepKind = Literal["support", "rebuttal", "undercut"]
TargetKind = Literal["claim", "step"]

NO_SECTION = -1
"""The section of what stands before the first one, and the parent of a top section."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """One `key: value`; a flag has the value True, a number is a float, all else is text."""

    key: str
    value: AttributeValue
    at: Span = field(default=NOWHERE, compare=False)


Attributes = tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of the writer; it means nothing to the evaluation."""

    text: str
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """That a claim rests on a source, at a place in it, perhaps with its very words.

    `source` is None for a quotation that names no source; `locator` and `quote` are None where
    they are not given.
    """

    source: str | None
    locator: str | None = None
    quote: str | None = None
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """A proposition. `section` is an index into `ArgumentMap.sections`, or NO_SECTION.

    `named` says whether the map's own file defines or mentions the claim; one that only an
    import brings in takes part in the evaluation but not in the picture.
    """

    id: str
    text: str
    kind: ClaimKind = "claim"
    tags: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    attributes: Attributes = ()
    notes: tuple[Note, ...] = ()
    section: int = NO_SECTION
    named: bool = True
    at: Span = field(default=NOWHERE, compare=False)

    def get(self, key: str) -> AttributeValue | None:
        """The value of an attribute, or None."""
        return value_of(self.attributes, key)

    @property
    def is_fact(self) -> bool:
        """Whether it is common ground, beyond rebuttal."""
        return self.get("fact") is True

    @property
    def basis(self) -> str | None:
        """`reported`, `assumption`, `judgment` or `implicit`, where the writer says so."""
        value = self.get("basis")
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Role:
    """What a premise is in the scheme of its step: `expertise`, say, in `expert-opinion`."""

    premise: str
    name: str
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """The link from premises, which stand or fall together, to what they speak for or against.

    A support or rebuttal has a claim as its target, an undercut the id of another step.
    `strength` is None where none was written (it then counts as 0.5). `roles` has the premises
    that were given one, in the order of `premises`; `answers` is the critical question that the
    step answers, of a scheme that what it leads to takes part in. `at` is the step's marker where
    it was first written; `uses` are the places of the premises there, one for each.
    """

    id: str
    kind: StepKind
    premises: tuple[str, ...]
    target: str
    scheme: str | None = None
    strength: float | None = None
    attributes: Attributes = ()
    notes: tuple[Note, ...] = ()
    at: Span = field(default=NOWHERE, compare=False)
    uses: tuple[Span, ...] = field(default=(), compare=False)
    roles: tuple[Role, ...] = ()
    answers: str | None = None
    answers_at: Span = field(default=NOWHERE, compare=False)

    @property
    def target_kind(self) -> TargetKind:
        """What sort of id `target` is."""
        return "step" if self.kind == "undercut" else "claim"

    def place_of(self, premise: str) -> Span:
        """The place where a premise is used; that of the step where none is known."""
        index = self.premises.index(premise)
        return self.uses[index] if index < len(self.uses) else self.at

    @property
    def first_place(self) -> Span:
        """The place where the first premise is used."""
        return self.uses[0] if self.uses else self.at

    def role_of(self, premise: str) -> str | None:
        """The role of a premise, or None if it was given none."""
        return next((role.name for role in self.roles if role.premise == premise), None)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims, two or more, that cannot all hold."""

    claims: tuple[str, ...]
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answers, which exclude each other where `exclusive`.

    `about` is the claim under which it was raised as an open point, or None.
    """

    id: str
    text: str
    answers: tuple[str, ...] = ()
    exclusive: bool = True
    about: str | None = None
    tags: tuple[str, ...] = ()
    attributes: Attributes = ()
    notes: tuple[Note, ...] = ()
    section: int = NO_SECTION
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Something that claims can rest on: a document, a person, a measurement."""

    id: str
    title: str
    tags: tuple[str, ...] = ()
    attributes: Attributes = ()
    notes: tuple[Note, ...] = ()
    at: Span = field(default=NOWHERE, compare=False)

    def get(self, key: str) -> AttributeValue | None:
        """The value of an attribute, or None."""
        return value_of(self.attributes, key)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a file. `level` is 2 for `##`; `parent` is an index or NO_SECTION."""

    title: str
    level: int
    parent: int = NO_SECTION
    notes: tuple[Note, ...] = ()
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Import:
    """Another file that was joined to the map, its ids under `alias/`."""

    alias: str
    path: str
    at: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ArgumentMap:
    """A whole map, with all that its imports bring in.

    Everything stands in the order of writing, the map's own file first. `path` is the name of
    that file, empty for a map that was made and not read.
    """

    title: str = ""
    attributes: Attributes = ()
    notes: tuple[Note, ...] = ()
    imports: tuple[Import, ...] = ()
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    questions: tuple[Question, ...] = ()
    steps: tuple[Step, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    path: str = field(default="", compare=False)
    claim: Mapping[str, Claim] = field(init=False, repr=False, compare=False)
    step: Mapping[str, Step] = field(init=False, repr=False, compare=False)
    source: Mapping[str, Source] = field(init=False, repr=False, compare=False)
    question: Mapping[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name, things in (
            ("claim", self.claims),
            ("step", self.steps),
            ("source", self.sources),
            ("question", self.questions),
        ):
            object.__setattr__(self, name, {thing.id: thing for thing in things})


def value_of(attributes: Attributes, key: str) -> AttributeValue | None:
    """The value of an attribute, or None."""
    for attribute in attributes:
        if attribute.key == key:
            return attribute.value
    return None
