"""JSON text back to the map it was written from: strict in what it takes, kind in what it says.

Whatever the text holds, the answer is a `ReadResult`: all that is wrong at once, each at its line
and column and with its path (`claims[3].kind`). This module looks at the shape, one value at a
time; `links` then looks at how the parts refer to each other.
"""

from __future__ import annotations

from typing import Final

from argmap.formats.json.fields import Complaint, Fields, entries
from argmap.formats.json.links import check_links
from argmap.formats.json.parse import parse_json, placed
from argmap.formats.problems import ReadResult
from argmap.model.map import (
    ArgumentMap,
    Citation,
    Claim,
    ClaimKind,
    Contradiction,
    Import,
    Question,
    Section,
    Source,
    Step,
    StepKind,
)
from argmap.source import SourceFile

VERSION: Final = 1

_CLAIM_KINDS: Final[dict[str, ClaimKind]] = {"claim": "claim", "answer": "answer"}
_STEP_KINDS: Final[dict[str, StepKind]] = {
    "support": "support",
    "rebuttal": "rebuttal",
    "undercut": "undercut",
}


def read(text: str, path: str) -> ReadResult:
    """The map that a JSON text holds, or an empty one and all that is wrong with the text."""
    text = text.removeprefix("\ufeff")
    top, problems = parse_json(text, path, 'a map starts as `{"argmap": 1}`')
    if problems:
        return ReadResult(ArgumentMap(path=path), problems)
    complaints: list[Complaint] = []
    map_ = _map(Fields(top, (), complaints), path)
    if not complaints:
        check_links(map_, complaints)
    if complaints:
        return ReadResult(ArgumentMap(path=path), placed(SourceFile(path, text), complaints))
    return ReadResult(map_, ())


def _map(top: Fields, path: str) -> ArgumentMap:
    if not top.is_version(VERSION):
        return ArgumentMap(path=path)
    map_ = ArgumentMap(
        title=top.text("title", ""),
        attributes=top.attributes(),
        notes=top.notes(),
        imports=tuple(map(_import, top.objects("imports"))),
        sections=tuple(map(_section, top.objects("sections"))),
        sources=tuple(map(_source, top.objects("sources"))),
        claims=tuple(map(_claim, top.objects("claims"))),
        questions=tuple(map(_question, top.objects("questions"))),
        steps=tuple(map(_step, top.objects("steps"))),
        contradictions=_contradictions(top),
        path=path,
    )
    top.close("argmap")
    return map_


def _import(fields: Fields) -> Import:
    import_ = Import(fields.text("as"), fields.text("path"))
    fields.close()
    return import_


def _section(fields: Fields) -> Section:
    section = Section(
        title=fields.text("title"),
        level=fields.level(),
        parent=fields.index("parent"),
        notes=fields.notes(),
        at=fields.at(),
    )
    fields.close()
    return section


def _source(fields: Fields) -> Source:
    source = Source(
        id=fields.id(),
        title=fields.text("title", ""),
        tags=fields.texts("tags"),
        attributes=fields.attributes(),
        notes=fields.notes(),
        at=fields.at(),
    )
    fields.close()
    return source


def _claim(fields: Fields) -> Claim:
    claim = Claim(
        id=fields.id(),
        text=fields.text("text"),
        kind=fields.one_of("kind", _CLAIM_KINDS, "claim"),
        tags=fields.texts("tags"),
        citations=tuple(map(_citation, fields.objects("sources"))),
        attributes=fields.attributes(),
        notes=fields.notes(),
        section=fields.index("section"),
        named=fields.flag("named", default=True),
        at=fields.at(),
    )
    fields.close()
    return claim


def _citation(fields: Fields) -> Citation:
    citation = Citation(
        fields.optional_text("id"), fields.optional_text("locator"), fields.optional_text("quote")
    )
    fields.close()
    return citation


def _question(fields: Fields) -> Question:
    question = Question(
        id=fields.id(),
        text=fields.text("text"),
        answers=fields.texts("answers"),
        exclusive=fields.flag("exclusive", default=True),
        about=fields.optional_text("about"),
        tags=fields.texts("tags"),
        attributes=fields.attributes(),
        notes=fields.notes(),
        section=fields.index("section"),
        at=fields.at(),
    )
    fields.close()
    return question


def _step(fields: Fields) -> Step:
    kind = fields.one_of("kind", _STEP_KINDS)
    at = fields.at()
    premises = fields.texts("premises", at_least=1)
    step = Step(
        id=fields.id(),
        kind=kind,
        premises=premises,
        target=_target(fields, kind),
        scheme=fields.optional_text("scheme"),
        strength=fields.strength(),
        attributes=fields.attributes(),
        notes=fields.notes(),
        at=at,
        roles=fields.roles(premises),
        answers=fields.optional_text("answers"),
    )
    fields.close()
    return step


def _target(fields: Fields, kind: StepKind) -> str:
    """The id a step points at, under the key that its kind calls for."""
    target = fields.child("target")
    if target is None:
        return ""
    wanted, other = ("step", "claim") if kind == "undercut" else ("claim", "step")
    if other in target.values and wanted not in target.values:
        target.complain(
            "wrong-value",
            (),
            f"{target.name} is a {other}, but a step of kind `{kind}` points at a {wanted}",
            f'write `{{"{wanted}": id}}`, or change the kind',
        )
        return ""
    id_ = target.text(wanted)
    target.close()
    return id_


def _contradictions(top: Fields) -> tuple[Contradiction, ...]:
    return tuple(
        Contradiction(entries(top, ("contradictions", index), value, at_least=2))
        for index, value in enumerate(top.items("contradictions"))
    )
