"""The report for programs: a JSON list, of a shape that stays as it is.

Lines and columns count from 1, columns in code points.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from argmap.diagnostics import Diagnostic, Fix
from argmap.report.findings import Findings
from argmap.source import Span

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | None

_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b\u200e-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""Characters that may stand in JSON but not in every encoding or on every terminal."""


def write(findings: Findings, color: bool) -> str:
    """A list with an object for each finding."""
    return dumps([finding(one) for one in findings.diagnostics], indent=2) + "\n"


def dumps(data: Json, indent: int | None = None) -> str:
    """JSON text that no terminal and no encoding stumbles over."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def finding(one: Diagnostic) -> Json:
    """A finding as an object."""
    return {
        "code": one.code,
        "name": one.name,
        "severity": one.severity,
        "message": one.message,
        "help": one.help,
        **_place(one.span),
        "related": [{**_place(other.span), "message": other.message} for other in one.related],
        "fix": None if one.fix is None else _fix(one.fix),
    }


def _fix(fix: Fix) -> Json:
    edits: list[Json] = [{**_place(edit.span), "text": edit.text} for edit in fix.edits]
    return {"safety": fix.safety, "edits": edits}


def _place(span: Span) -> dict[str, Json]:
    return {
        "path": span.path,
        "start": {"line": span.line, "column": span.column},
        "end": {"line": span.end_line, "column": span.end_column},
    }
