"""JSON text back to the map it was written from: strict in what it takes, kind in what it says.

Whatever the text holds, the answer is a `ReadResult`: all that is wrong at once, each at its line
and column and with its path (`claims[3].kind`). This module looks at the shape, one value at a
time; `links` then looks at how the parts refer to each other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Final

from argmap.diagnostics import Diagnostic, in_order
from argmap.formats.json.fields import Complaint, Fields, Json, JsonObject, entries
from argmap.formats.json.links import check_links
from argmap.formats.json.places import find_depth, find_faults, find_places
from argmap.formats.problems import ReadResult, problem
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
from argmap.source import SourceFile, Span

VERSION: Final = 1

_HALF_PAIR: Final = re.compile(r"\\u[dD][89a-fA-F]")
_CLAIM_KINDS: Final[dict[str, ClaimKind]] = {"claim": "claim", "answer": "answer"}
_STEP_KINDS: Final[dict[str, StepKind]] = {
    "support": "support",
    "rebuttal": "rebuttal",
    "undercut": "undercut",
}
_SYNTAX: Final = {
    "Expecting value": ("a value is missing here", "write a text in double quotes, a number, true, "
                        "false, null, a list or an object"),
    "Expecting property name enclosed in double quotes": (
        "the name of a key is missing here",
        'write keys in double quotes, `"text"`, and no comma after the last one',
    ),
    "Illegal trailing comma before end of object": (
        "a comma stands after the last entry of an object",
        "take the comma out",
    ),
    "Illegal trailing comma before end of array": (
        "a comma stands after the last entry of a list",
        "take the comma out",
    ),
    "Expecting ':' delimiter": ("a key lacks its `:`", "write `:` between a key and its value"),
    "Expecting ',' delimiter": (
        "a comma or a closing bracket is missing here",
        "write `,` between entries, and close each `{` and `[`",
    ),
    "Extra data": ("text follows the end of the map", "a file holds one object; take the rest out"),
    "Unterminated string starting at": ("a text is not closed", 'end it with `"`'),
    "Invalid control character at": (
        "a text holds a control character",
        "write a line break as `\\n`, a tab as `\\t`",
    ),
    "Invalid \\escape": ("a `\\` stands before a character it cannot escape",
                         "write `\\\\` for a backslash itself"),
    "Invalid \\uXXXX escape": ("`\\u` lacks its four hexadecimal digits",
                               "write `\\\\` for a backslash itself"),
}  # fmt: skip


def read(text: str, path: str) -> ReadResult:
    """The map that a JSON text holds, or an empty one and all that is wrong with the text."""
    text = text.removeprefix("\ufeff")
    top, problems = _parse(text, path)
    if problems:
        return ReadResult(ArgumentMap(path=path), problems)
    complaints: list[Complaint] = []
    map_ = _map(Fields(top, (), complaints), path)
    if not complaints:
        check_links(map_, complaints)
    if complaints:
        return ReadResult(ArgumentMap(path=path), _placed(SourceFile(path, text), complaints))
    return ReadResult(map_, ())


def _parse(text: str, path: str) -> tuple[Json, tuple[Diagnostic, ...]]:
    """The plain values of a text, or what keeps it from being JSON."""
    suspect = _may_hold_half_pairs(text)

    def pairs(items: list[tuple[str, Json]]) -> JsonObject:
        nonlocal suspect
        values = dict(items)
        suspect = suspect or len(values) != len(items)
        return values

    def constant(_: str) -> None:
        nonlocal suspect
        suspect = True

    try:
        top: Json = json.loads(
            text, object_pairs_hook=pairs, parse_int=_integer, parse_constant=constant
        )
    except json.JSONDecodeError as error:
        return None, (_syntax(SourceFile(path, text), error),)
    except RecursionError:
        file = SourceFile(path, text)
        at = find_depth(text)
        message = "the brackets nest deeper than those of any map"
        return None, (problem("json-nesting", file.span(at, at + 1), message),)
    if not suspect:
        return top, ()
    file = SourceFile(path, text)
    return top, in_order(
        problem(fault.name, file.span(fault.offset, fault.offset), fault.message, fault.help)
        for fault in find_faults(text)
    )


def _may_hold_half_pairs(text: str) -> bool:
    if "\\u" in text and _HALF_PAIR.search(text):
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _integer(digits: str) -> float:
    """An integer as a number; one past what a double holds comes out infinite, at any length."""
    return int(digits) if len(digits) < 16 else float(digits)


def _syntax(file: SourceFile, error: json.JSONDecodeError) -> Diagnostic:
    if not file.text.strip():
        message, help_ = "the file is empty", 'a map starts as `{"argmap": 1}`'
    else:
        known = error.msg[:1].upper() + error.msg[1:]
        message, help_ = _SYNTAX.get(known, (f"this is not JSON: {error.msg}", ""))
    return problem("json-syntax", file.span(error.pos, error.pos), message, help_)


def _placed(file: SourceFile, complaints: Sequence[Complaint]) -> tuple[Diagnostic, ...]:
    """Complaints as diagnostics at the values they are about."""
    places = find_places(file.text, {complaint.path for complaint in complaints})
    diagnostics: list[Diagnostic] = []
    for complaint in complaints:
        offset = places.get(complaint.path, 0)
        span: Span = file.span(offset, offset)
        diagnostics.append(problem(complaint.name, span, complaint.message, complaint.help))
    return in_order(diagnostics)


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
