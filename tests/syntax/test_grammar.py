"""The grammar is sound in itself and agrees with the table of markers."""

from __future__ import annotations

import pytest

from argmap.source import SourceFile
from argmap.syntax import FORMS, Kind, parse
from argmap.syntax.grammar import grammar_text, make_lark, parser
from argmap.syntax.messages import LANGUAGE_ERRORS
from argmap.syntax.placement import PLACES


def test_lark_finds_no_ambiguity() -> None:
    make_lark(strict=True)


MARKED = [k for k in Kind if FORMS[k].marker and k not in (Kind.IMPORT, Kind.SOURCE)]


@pytest.mark.parametrize("kind", MARKED, ids=lambda k: k.name)
@pytest.mark.parametrize("after", [" x", "", "  ", "x", "(x) y"])
def test_the_lexer_knows_the_table_of_markers(kind: Kind, after: str) -> None:
    form = FORMS[kind]
    (token,) = parser().lines.tokens(f"{form.marker}{after}\n", plain=True)
    spaced = after != "x" and (not after.startswith("(") or form.qualifier)
    assert token.type == (kind.name if spaced else "GLUED")


def test_every_kind_has_its_place() -> None:
    assert set(PLACES) == set(Kind) - {Kind.GLUED, Kind.STRAY}


def test_every_kind_is_a_terminal() -> None:
    text = grammar_text()
    for kind in Kind:
        assert f"| {kind.name}" in text or f"({kind.name}" in text


def test_codes_are_used_once() -> None:
    assert len({e.code for e in LANGUAGE_ERRORS}) == len({e.name for e in LANGUAGE_ERRORS})
    assert all(e.code.startswith("ARG0") for e in LANGUAGE_ERRORS)


def test_parsing_holds_no_state() -> None:
    first = parse(SourceFile("x.arg", "[a] A.\n  + b\n      more\n")).document
    parse(SourceFile("y.arg", "  + odd\n"))
    assert parse(SourceFile("x.arg", "[a] A.\n  + b\n      more\n")).document == first
