"""Names for findings that stay the same while other parts of the file change.

Such a name is made of the rule, the file and the text of the line, never of the line's number;
findings that are alike in all of these are told apart by their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from argmap.diagnostics import Diagnostic
from argmap.source import SourceFile


def fingerprints(
    diagnostics: Iterable[Diagnostic],
    files: Mapping[str, SourceFile],
    names: Mapping[str, str] | None = None,
) -> list[str]:
    """A fingerprint for each finding, no two of them alike.

    `names` gives the paths to use where they are not those that are shown.
    """
    seen: Counter[str] = Counter()
    found: list[str] = []
    for one in diagnostics:
        path, line = one.span.path, one.span.line
        source = files.get(path)
        text = source.line(line).strip() if source is not None else ""
        marked = _marked(source, one) if source is not None else ""
        parts = (one.code, (names or {}).get(path, path), text, marked)
        key = "\0".join(parts)
        seen[key] += 1
        whole = f"{key}\0{seen[key]}"
        found.append(sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return found


def _marked(source: SourceFile, one: Diagnostic) -> str:
    """The text that a finding underlines on its first line."""
    span, line = one.span, source.line(one.span.line)
    return line[span.column - 1 : span.end_column - 1 if span.line == span.end_line else None]
