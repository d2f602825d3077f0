"""A map as JSON text, byte for byte what `json.dumps(…, indent=2, ensure_ascii=False)` gives.

It is put together by hand because the standard library indents in pure Python, value by value,
which takes several times as long for a large map. `read` is the way back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring as _quoted
from math import isfinite
from typing import Final

from argmap.model.map import (
    NO_SECTION,
    ArgumentMap,
    Attribute,
    Attributes,
    AttributeValue,
    Citation,
    Claim,
    Contradiction,
    Import,
    Note,
    Question,
    Section,
    Source,
    Step,
)
from argmap.source import Span

_ENTRY: Final = "\n    "
_FIELD: Final = "\n      "
_ITEM: Final = "\n        "
_DEEP: Final = "\n          "


def write(map_: ArgumentMap) -> str:
    """The map as JSON, with a line break at its end.

    Raises ValueError for a number that JSON does not have (NaN and the infinities). Of two
    attributes of one key, or roles of one premise, the first is written, which is the one that
    `value_of` and `role_of` read.
    """
    return "".join(
        (
            '{\n  "argmap": 1,\n  "title": ',
            _quoted(map_.title),
            ',\n  "attributes": ',
            _attributes(map_.attributes, "\n  ", _ENTRY),
            ',\n  "notes": ',
            _notes(map_.notes, "\n  ", _ENTRY),
            ',\n  "imports": ',
            _list(map(_import, map_.imports)),
            ',\n  "sections": ',
            _list(map(_section, map_.sections)),
            ',\n  "sources": ',
            _list(map(_source, map_.sources)),
            ',\n  "claims": ',
            _list(map(_claim, map_.claims)),
            ',\n  "questions": ',
            _list(map(_question, map_.questions)),
            ',\n  "steps": ',
            _list(map(_step, map_.steps)),
            ',\n  "contradictions": ',
            _list(map(_contradiction, map_.contradictions)),
            "\n}\n",
        )
    )


def _list(entries: Iterable[str]) -> str:
    text = f",{_ENTRY}".join(entries)
    return f"[{_ENTRY}{text}\n  ]" if text else "[]"


def _import(import_: Import) -> str:
    return (
        f'{{{_FIELD}"as": {_quoted(import_.alias)}'
        f',{_FIELD}"path": {_quoted(import_.path)}{_ENTRY}}}'
    )


def _section(section: Section) -> str:
    return (
        f'{{{_FIELD}"title": {_quoted(section.title)}'
        f',{_FIELD}"level": {section.level}'
        f',{_FIELD}"parent": {_index(section.parent)}'
        f',{_FIELD}"notes": {_notes(section.notes)}'
        f',{_FIELD}"at": {_at(section.at)}{_ENTRY}}}'
    )


def _source(source: Source) -> str:
    return (
        f'{{{_FIELD}"id": {_quoted(source.id)}'
        f',{_FIELD}"title": {_quoted(source.title)}'
        f',{_FIELD}"tags": {_strings(source.tags)}'
        f',{_FIELD}"attributes": {_attributes(source.attributes)}'
        f',{_FIELD}"notes": {_notes(source.notes)}'
        f',{_FIELD}"at": {_at(source.at)}{_ENTRY}}}'
    )


def _claim(claim: Claim) -> str:
    named = "" if claim.named else f',{_FIELD}"named": false'
    return (
        f'{{{_FIELD}"id": {_quoted(claim.id)}'
        f',{_FIELD}"text": {_quoted(claim.text)}'
        f',{_FIELD}"kind": "{claim.kind}"'
        f',{_FIELD}"tags": {_strings(claim.tags)}'
        f',{_FIELD}"sources": {_citations(claim.citations)}'
        f',{_FIELD}"attributes": {_attributes(claim.attributes)}'
        f',{_FIELD}"section": {_index(claim.section)}'
        f',{_FIELD}"notes": {_notes(claim.notes)}'
        f"{named}"
        f',{_FIELD}"at": {_at(claim.at)}{_ENTRY}}}'
    )


def _question(question: Question) -> str:
    return (
        f'{{{_FIELD}"id": {_quoted(question.id)}'
        f',{_FIELD}"text": {_quoted(question.text)}'
        f',{_FIELD}"answers": {_strings(question.answers)}'
        f',{_FIELD}"exclusive": {"true" if question.exclusive else "false"}'
        f',{_FIELD}"about": {_optional(question.about)}'
        f',{_FIELD}"tags": {_strings(question.tags)}'
        f',{_FIELD}"attributes": {_attributes(question.attributes)}'
        f',{_FIELD}"notes": {_notes(question.notes)}'
        f',{_FIELD}"section": {_index(question.section)}'
        f',{_FIELD}"at": {_at(question.at)}{_ENTRY}}}'
    )


def _step(step: Step) -> str:
    strength = "null" if step.strength is None else _number(step.strength)
    roles = f',{_FIELD}"roles": {_roles(step)}' if step.roles else ""
    answers = "" if step.answers is None else f',{_FIELD}"answers": {_quoted(step.answers)}'
    return (
        f'{{{_FIELD}"id": {_quoted(step.id)}'
        f',{_FIELD}"kind": "{step.kind}"'
        f',{_FIELD}"premises": {_strings(step.premises)}'
        f',{_FIELD}"target": {{{_ITEM}"{step.target_kind}": {_quoted(step.target)}{_FIELD}}}'
        f',{_FIELD}"scheme": {_optional(step.scheme)}'
        f',{_FIELD}"strength": {strength}'
        f"{roles}{answers}"
        f',{_FIELD}"attributes": {_attributes(step.attributes)}'
        f',{_FIELD}"notes": {_notes(step.notes)}'
        f',{_FIELD}"at": {_at(step.at)}{_ENTRY}}}'
    )


def _roles(step: Step) -> str:
    return _attributes(tuple(Attribute(role.premise, role.name) for role in step.roles))


def _contradiction(contradiction: Contradiction) -> str:
    return _strings(contradiction.claims, _ENTRY, _FIELD)


def _at(at: Span) -> str:
    return (
        f'{{{_ITEM}"file": {_quoted(at.path)},{_ITEM}"line": {at.line}'
        f',{_ITEM}"column": {at.column}{_FIELD}}}'
    )


def _citations(citations: Sequence[Citation]) -> str:
    if not citations:
        return "[]"
    entries = f",{_ITEM}".join(
        f'{{{_DEEP}"id": {_optional(citation.source)}'
        f',{_DEEP}"locator": {_optional(citation.locator)}'
        f',{_DEEP}"quote": {_optional(citation.quote)}{_ITEM}}}'
        for citation in citations
    )
    return f"[{_ITEM}{entries}{_FIELD}]"


def _attributes(attributes: Attributes, outer: str = _FIELD, inner: str = _ITEM) -> str:
    if not attributes:
        return "{}"
    values: dict[str, AttributeValue] = {}
    for attribute in attributes:
        values.setdefault(attribute.key, attribute.value)
    pairs = f",{inner}".join(f"{_quoted(key)}: {_value(value)}" for key, value in values.items())
    return f"{{{inner}{pairs}{outer}}}"


def _value(value: AttributeValue) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return _number(value)


def _number(value: float) -> str:
    if not isfinite(value):
        raise ValueError(f"JSON has no number {value}")
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))


def _notes(notes: Sequence[Note], outer: str = _FIELD, inner: str = _ITEM) -> str:
    return _strings([note.text for note in notes], outer, inner) if notes else "[]"


def _strings(texts: Sequence[str], outer: str = _FIELD, inner: str = _ITEM) -> str:
    if not texts:
        return "[]"
    return f"[{inner}{f',{inner}'.join(map(_quoted, texts))}{outer}]"


def _optional(text: str | None) -> str:
    return "null" if text is None else _quoted(text)


def _index(section: int) -> str:
    return "null" if section == NO_SECTION else str(section)
