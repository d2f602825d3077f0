"""The ways that save time lead to where the long ways lead."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.syntax import FORMS, Kind
from argmap.syntax.grammar import make_parser, parser_kept_in
from argmap.syntax.plain import read_plain
from argmap.syntax.scan import Line, scan
from tests.syntax.texts import PROSE

KINDS = [kind for kind in Kind if FORMS[kind].id and kind is not Kind.QUESTION]
_rest = st.text(f"{PROSE}[] ", max_size=20)
_name = st.sampled_from(["", " [a]", " [a.b-1] ", "[a]", " [a", " [é] ", " [a]x", "(weak)"])


@given(st.sampled_from(KINDS), _name, _rest, st.integers(0, 8))
def test_a_plain_line_is_read_as_the_scanner_reads_it(
    kind: Kind, name: str, rest: str, column: int
) -> None:
    content = f"{FORMS[kind].marker}{name} {rest}".strip()
    if not content:
        return
    short = read_plain(kind, "x.arg", 3, column, content, 7, column)
    if short is not None:
        entry, problems = scan(kind, "x.arg", [Line(3, column, content)], 7, column)
        assert (short, []) == (entry, problems)


TEXT = "[a] A.\n  + b\n      more\n  ! [c] C.\n"


def test_kept_tables_make_the_same_parser(tmp_path: Path) -> None:
    file = tmp_path / "grammar.tables"
    made, kept = parser_kept_in(file), parser_kept_in(file)
    assert made.parse(TEXT) == kept.parse(TEXT) == make_parser().parse(TEXT)
    assert [path.name for path in tmp_path.iterdir()] == ["grammar.tables"]


@pytest.mark.parametrize("spoil", ["empty", "cut short", "another key", "garbage behind the key"])
def test_tables_of_no_use_are_made_anew(tmp_path: Path, spoil: str) -> None:
    file = tmp_path / "grammar.tables"
    parser_kept_in(file)
    good = file.read_bytes()
    file.write_bytes(
        {
            "empty": b"",
            "cut short": good[: len(good) // 2],
            "another key": bytes(32) + good[32:],
            "garbage behind the key": good[:32] + b"not a pickle",
        }[spoil]
    )
    assert parser_kept_in(file).parse(TEXT) == make_parser().parse(TEXT)
    assert file.read_bytes()[:32] == good[:32]


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    assert parser_kept_in(tmp_path / "none" / "grammar.tables").parse(TEXT) is not None
