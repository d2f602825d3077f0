"""Laws that hold for every file."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from argmap.diagnostics import Diagnostic, has_errors
from argmap.source import SourceFile
from argmap.syntax import Document, Entry, format_document, parse, parse_bytes
from argmap.syntax.items import Unread, quoted, read_items
from argmap.syntax.trailer import escape, split
from argmap.workspace import Loaded, load_text
from tests.syntax.texts import PROSE, careless, honest

fewer = settings(suppress_health_check=[HealthCheck.filter_too_much])


def meaning(document: Document) -> list[tuple[object, ...]]:
    """What a document says, without places."""
    return [_meaning(entry) for entry in document.entries]


def _meaning(entry: Entry) -> tuple[object, ...]:
    qualifier = entry.qualifier
    return (
        entry.kind,
        entry.parent,
        entry.name and entry.name.id,
        entry.text,
        qualifier
        and (
            qualifier.scheme,
            qualifier.strength,
            [p[:2] for p in qualifier.pairs],
            qualifier.role and qualifier.role.id,
            qualifier.answers and qualifier.answers.id,
        ),
        [tag.name for tag in entry.tags],
        [cite[:2] for cite in entry.cites],
        [pair[:2] for pair in entry.pairs],
    )


def comments(text: str) -> list[str]:
    return re.findall(r"^[ \t]*(//[^\r\n]*?)[ \t\r]*$", text, re.MULTILINE)


def check_places(loaded: Loaded) -> None:
    for found in loaded.diagnostics:
        for span in (found.span, *(related.span for related in found.related)):
            source = loaded.files[span.path]
            assert 1 <= span.line <= max(source.line_count, 1)
            assert 1 <= span.column <= len(source.line(span.line)) + 1
            assert (span.line, span.column) < (span.end_line, span.end_column)


def check_once(diagnostics: tuple[Diagnostic, ...]) -> None:
    """Never two errors for one fault: no two at one place."""
    places = [(d.span.line, d.span.column) for d in diagnostics if d.severity == "error"]
    assert len(places) == len(set(places)), diagnostics


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf+\r")
def test_any_bytes_give_diagnostics(data: bytes) -> None:
    check_places(load_text(data, "x.arg"))


@given(careless)
@example("[a] A.\n  + x\n\t- y\n  z {a\n")
@example("\u3000\\[]  \n    // n\n@s []  \n  \n  @s   \n    // n\n")
def test_any_text_gives_diagnostics_at_their_places(text: str) -> None:
    loaded = load_text(text, "x.arg")
    check_places(loaded)
    check_once(loaded.diagnostics)


@given(careless)
def test_every_line_is_an_entry_or_means_nothing(text: str) -> None:
    document = parse(SourceFile("x.arg", text)).document
    covered = {line for e in document.entries for line in range(e.span.line, e.span.end_line + 1)}
    for number in range(1, document.source.line_count + 1):
        content = document.source.line(number).strip()
        if content and not content.startswith("//"):
            assert number in covered


@fewer
@given(careless | honest())
def test_format_keeps_the_meaning_and_the_comments(text: str) -> None:
    before = load_text(text, "x.arg")
    assume(not has_errors(before.diagnostics))
    written = format_document(before.document)
    after = load_text(written, "x.arg")
    assert meaning(after.document) == meaning(before.document)
    assert after.map == before.map
    assert comments(written) == comments(text)
    assert format_document(after.document) == written
    assert not re.search(r"[ \t]\r?$|\n\r?\n\r?\n", written, re.MULTILINE)


@given(honest())
def test_honest_files_have_no_errors(text: str) -> None:
    assert load_text(text, "x.arg").diagnostics == ()


@given(honest())
def test_line_endings_make_no_difference(text: str) -> None:
    unix = text.replace("\r\n", "\n")
    windows = unix.replace("\n", "\r\n")
    found = [parse_bytes("x.arg", t.encode()) for t in (unix, windows, "\ufeff" + unix)]
    assert found[0].document.entries == found[1].document.entries == found[2].document.entries


@given(st.text(PROSE, min_size=1, max_size=30))
@example("\\temp {a \\#b {a b} #c")
@example("{a} \\{b} {c")
@example("@s( #t")
def test_escaped_text_reads_back(text: str) -> None:
    assume(text == text.strip())
    taken = split(escape(text))
    assert (taken.text, taken.parts, taken.fault) == (text, (), None)


@given(st.text(PROSE, min_size=1, max_size=20))
@example('a\\" \\\\')
def test_quoted_value_reads_back(value: str) -> None:
    items = read_items(f"{{k: {quoted(value)}}}", 1, "}")
    assert not isinstance(items, Unread)
    assert [item.value for item in items[0]] == [value]
