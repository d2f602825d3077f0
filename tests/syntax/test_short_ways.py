"""The ways that save time lead to where the long ways lead."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.syntax import FORMS, Kind
from argmap.syntax.grammar import Parser, make_parser, parser_kept_in
from argmap.syntax.plain import read_plain
from argmap.syntax.scan import Line, scan
from tests.syntax.texts import PROSE

KINDS = [kind for kind in Kind if FORMS[kind].id]
_rest = st.text(f"{PROSE}[] ", max_size=20)
_name = st.sampled_from(["", " [a]", " [a.b-1] ", "[a]", " [a", " [é] ", " [a]x", "(weak)"])
_item = st.sampled_from(
    ["#t", "#t-1.", "@s", "@s()", "@s( p. 2 )", "@a/s", "{likely}", "{assumption}", "{fact}", "\t"]
)
_trailer = st.lists(st.tuples(st.sampled_from(["", " ", "  ", "\\"]), _item), max_size=4).map(
    lambda items: "".join(f" {space}{item}" for space, item in items)
)


@given(st.sampled_from(KINDS), _name, _rest, _trailer, st.integers(0, 8))
@settings(max_examples=400)
def test_a_plain_line_is_read_as_the_scanner_reads_it(
    kind: Kind, name: str, rest: str, trailer: str, column: int
) -> None:
    content = f"{FORMS[kind].marker}{name} {rest}{trailer}".strip()
    if not content:
        return
    short = read_plain(kind, "x.arg", 3, column, content, 7, column)
    if short is not None:
        entry, problems = scan(kind, "x.arg", [Line(3, column, content)], 7, column)
        assert (short, []) == (entry, problems)


def test_a_plain_trailer_goes_the_short_way() -> None:
    content = "+ [a] A text.  #t @s @s(p. 2) {likely}"
    assert read_plain(Kind.SUPPORT, "x.arg", 3, 0, content, 7, 0) is not None


TEXT = "[a] A.\n  + b\n      more\n  ! [c] C.\n"


def read(parser: Parser) -> object:
    """What a parser makes of the text, whosever the classes of its trees are."""

    def show(node: Any) -> object:
        if hasattr(node, "type"):
            return (node.type, node.value, node.line, node.column)
        return [show(child) for child in node.children]

    return [show(tree) for tree in parser.trees(TEXT)]


def test_a_kept_parser_is_the_same_parser(tmp_path: Path) -> None:
    file = tmp_path / "grammar.tables"
    made, kept = parser_kept_in(file), parser_kept_in(file)
    assert read(made) == read(kept) == read(make_parser())
    assert [path.name for path in tmp_path.iterdir()] == ["grammar.tables"]


@pytest.mark.parametrize("spoil", ["empty", "cut short", "another key", "garbage", "a letter"])
def test_what_is_kept_and_of_no_use_is_made_anew(tmp_path: Path, spoil: str) -> None:
    file = tmp_path / "grammar.tables"
    parser_kept_in(file)
    good = file.read_bytes()
    file.write_bytes(
        {
            "empty": b"",
            "cut short": good[: len(good) // 2],
            "another key": bytes(32) + good[32:],
            "garbage": good[:5000] + b"no code",
            "a letter": good[:-100] + b"?" + good[-99:],
        }[spoil]
    )
    assert read(parser_kept_in(file)) == read(make_parser())
    made = file.stat().st_ino, file.stat().st_mtime_ns
    parser_kept_in(file)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == made, "what was made is used"


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    in_vain = parser_kept_in(tmp_path / "none" / "grammar.tables")
    assert read(in_vain) == read(make_parser())
    tree = in_vain.trees(TEXT)[0]
    assert type(tree).__module__ == "lark.tree", "a parser that is not kept is not worth writing"
