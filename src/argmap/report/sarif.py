"""The report in SARIF 2.1.0 (OASIS, 2020), for code scanning: findings, rules, fixes.

Fingerprints keep a finding the same while other lines change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from argmap.diagnostics import Diagnostic, Fix, Severity
from argmap.lint import registry
from argmap.lint.document import one_rule, read_doc
from argmap.lint.fingerprints import fingerprints
from argmap.report.findings import Findings
from argmap.report.json import Json, dumps
from argmap.source import Span
from argmap.syntax.messages import LANGUAGE_ERRORS

_LEVEL: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def write(findings: Findings, color: bool) -> str:
    """A log with one run."""
    told = findings.diagnostics
    codes = sorted({one.code for one in told})
    index = {code: number for number, code in enumerate(codes)}
    keys = fingerprints(told, findings.files)
    run: Json = {
        "tool": {"driver": {"name": "argmap", "rules": [_rule(code, told) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(one, index[one.code], key) for one, key in zip(told, keys, strict=True)
        ],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str, told: Iterable[Diagnostic]) -> Json:
    if code in registry.MODULES:
        loaded = registry.rule(code)
        doc, page = read_doc(loaded.doc), one_rule(loaded)
        name, severity, short = loaded.rule.name, loaded.rule.severity, doc.title
        full, tags = doc.part("What it does"), [code[:4]]
    else:
        one = next(one for one in told if one.code == code)
        known = next((error for error in LANGUAGE_ERRORS if error.code == code), None)
        name, severity = one.name, one.severity
        short = f"{known.summary[:1].upper()}{known.summary[1:]}." if known else one.name
        full, page, tags = short, f"# {name} ({code})\n\n{short}\n", ["language"]
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVEL[severity]},
        "properties": {"tags": tags},
    }


def _result(one: Diagnostic, rule: int, key: str) -> Json:
    result: dict[str, Json] = {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _LEVEL[one.severity],
        "message": {"text": f"{one.message}\n{one.help}" if one.help else one.message},
        "locations": [{"physicalLocation": _place(one.span)}],
        "partialFingerprints": {"argmap/v1": key},
    }
    if one.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": other.message},
                "physicalLocation": _place(other.span),
            }
            for number, other in enumerate(one.related, 1)
        ]
    if one.fix is not None and one.fix.edits:
        result["fixes"] = [_fix(one.fix)]
    return result


def _fix(fix: Fix) -> Json:
    by_path: dict[str, list[Json]] = {}
    for edit in fix.edits:
        change: dict[str, Json] = {"deletedRegion": _region(edit.span)}
        if edit.text:
            change["insertedContent"] = {"text": edit.text}
        by_path.setdefault(edit.span.path, []).append(change)
    changes: list[Json] = [
        {"artifactLocation": _artifact(path), "replacements": replacements}
        for path, replacements in by_path.items()
    ]
    return {"description": {"text": f"{fix.title} ({fix.safety})"}, "artifactChanges": changes}


def _place(span: Span) -> Json:
    return {"artifactLocation": _artifact(span.path), "region": _region(span)}


def _artifact(path: str) -> Json:
    """Where a file is: from the root of the repository, or on its own if it lies elsewhere."""
    uri = quote(path.encode("utf-8", "surrogatepass"))
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
