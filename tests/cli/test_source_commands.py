"""`argmap source pin` and `argmap source list`: what is written into a map, and what is told."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from .helpers import BAD, PACKAGE, Runner

MINUTES = "Minutes.\n\nThe opening of the bridge is put off until spring.\n\nThe town pays.\n"
CHANGED = MINUTES.replace("spring", "autumn")
MAP = """\
// The bridge.
@minutes Minutes of the council  {file: minutes.txt}
@log The works log  {grade: B2}
  : Kept by the contractor.

[late]   The bridge opens late.
  > put off until spring  @minutes(l. 3)
  + [cost] It costs more.  @log @minutes(l. 5)
"""


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def pin(text: str) -> str:
    """The map above with a pin to a text."""
    return MAP.replace("{file: minutes.txt}", f"{{file: minutes.txt, sha256: {digest(text)}}}")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "minutes.txt").write_text(MINUTES)
    (tmp_path / "m.arg").write_text(MAP)
    return tmp_path


def test_a_source_is_pinned_and_nothing_else_changes(run: Runner, desk: Path) -> None:
    result = run("source", "pin", "m.arg")
    assert (result.code, result.out) == (0, "")
    assert result.err == "m.arg: pinned `@minutes` (minutes.txt)\n"
    assert (desk / "m.arg").read_text() == pin(MINUTES)
    before = (desk / "m.arg").stat().st_mtime_ns
    again = run("source", "pin", "m.arg")
    assert (again.code, again.err) == (0, "m.arg: `@minutes` (minutes.txt) is unchanged\n")
    assert (desk / "m.arg").stat().st_mtime_ns == before
    quiet = run("source", "pin", "-q", "m.arg")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    assert run("check", "m.arg", "--select", "ARG5").code == 0


def test_a_change_that_keeps_what_is_quoted_is_pinned_anew(run: Runner, desk: Path) -> None:
    (desk / "m.arg").write_text(pin("another text"))
    result = run("source", "pin", "m.arg")
    assert (result.code, result.err) == (0, "m.arg: pinned `@minutes` (minutes.txt) anew\n")
    assert (desk / "m.arg").read_text() == pin(MINUTES)


def test_a_pin_never_covers_a_quotation_that_is_lost(run: Runner, desk: Path) -> None:
    (desk / "minutes.txt").write_text(CHANGED)
    for text, said in (
        (MAP, "its one quotation is not in it"),
        (pin(MINUTES), "it has changed, and its one quotation is not in it"),
    ):
        (desk / "m.arg").write_text(text)
        result = run("source", "pin", "-q", "m.arg")
        assert (result.code, result.out) == (1, "")
        assert result.err == (
            f"argmap: m.arg:2:1: `@minutes` (minutes.txt) is not pinned: {said}\n"
            "  m.arg:7:5: “put off until spring”\n"
            "  `argmap check m.arg` shows what it says instead; --force pins it as it is\n"
        )
        assert (desk / "m.arg").read_text() == text
        forced = run("source", "pin", "--force", "m.arg")
        assert forced.code == 0
        assert (desk / "m.arg").read_text() == pin(CHANGED)


def test_nor_one_that_cannot_be_looked_up(run: Runner, desk: Path) -> None:
    (desk / "minutes.txt").write_bytes(b"\x89PNG")
    result = run("source", "pin", "m.arg")
    assert result.code == 1
    assert "is not pinned: its quotation cannot be looked up, for it is a picture\n" in result.err
    assert run("source", "pin", "m.arg", "--force").code == 0
    (desk / "n.arg").write_text("@s S  {file: minutes.txt}\n\n[a] A.  @s(p. 2)\n")
    assert run("source", "pin", "n.arg").code == 0


def test_one_source_does_not_keep_others_from_being_pinned(run: Runner, desk: Path) -> None:
    (desk / "m.arg").write_text(f"@gone Gone  {{file: minuets.txt}}\n{MAP}")
    result = run("source", "pin", "m.arg")
    assert result.code == 2
    assert result.err == (
        "argmap: m.arg:1:1: `@gone` (minuets.txt) is not pinned: there is no such file; "
        "did you mean `minutes.txt`?\n"
        "m.arg: pinned `@minutes` (minutes.txt)\n"
    )
    assert (desk / "m.arg").read_text().endswith(pin(MINUTES))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs files that are forbidden")
def test_what_may_not_be_read_or_written(run: Runner, desk: Path) -> None:
    (desk / "m.arg").chmod(0o400)
    result = run("source", "pin", "m.arg")
    assert (result.code, result.err) == (2, "argmap: cannot write m.arg: you have no permission\n")
    (desk / "minutes.txt").chmod(0)
    result = run("source", "pin", "m.arg")
    assert result.code == 2
    assert "is not pinned: " in result.err
    assert "no permission" in result.err


def test_nothing_outside_the_project_is_pinned(run: Runner, desk: Path) -> None:
    inner = desk / "inner"
    inner.mkdir()
    (inner / "m.arg").write_text(MAP.replace("minutes.txt", "../minutes.txt"))
    result = run("source", "pin", "inner/m.arg")
    assert result.code == 2
    assert "is not pinned: it lies outside of the project, `inner`" in result.err


def test_check_and_diff_write_nothing(run: Runner, desk: Path) -> None:
    result = run("source", "pin", "--check", "m.arg")
    said = "m.arg: `@minutes` (minutes.txt) is not pinned\n"
    assert (result.code, result.out, result.err) == (1, said, "")
    result = run("source", "pin", "--diff", "m.arg")
    assert result.code == 1
    assert result.out.startswith("--- m.arg\n+++ m.arg\n@@ ")
    assert (
        f"\n+@minutes Minutes of the council  {{file: minutes.txt, sha256: {digest(MINUTES)}}}\n"
        in (result.out)
    )
    assert (desk / "m.arg").read_text() == MAP
    (desk / "m.arg").write_text(pin("another text"))
    result = run("source", "pin", "--check", "m.arg")
    said = "m.arg: `@minutes` (minutes.txt) has changed since it was pinned\n"
    assert (result.code, result.out) == (1, said)
    (desk / "m.arg").write_text(pin(MINUTES))
    for option in ("--check", "--diff"):
        result = run("source", "pin", option, "m.arg")
        assert (result.code, result.out, result.err) == (0, "", "")


def test_standard_input(run: Runner, desk: Path) -> None:
    result = run("source", "pin", "-", stdin=MAP)
    assert (result.code, result.out) == (0, pin(MINUTES))
    assert result.err == "<stdin>: pinned `@minutes` (minutes.txt)\n"
    inner = desk / "inner"
    inner.mkdir()
    result = run("source", "pin", "-", "--stdin-filename", "../x.arg", stdin=MAP, cwd=inner)
    assert (result.code, result.out) == (0, pin(MINUTES))
    bad = run("source", "pin", "-", stdin=BAD)
    assert (bad.code, bad.out) == (1, "")


def test_line_ends_and_byte_order_mark_stay(run: Runner, desk: Path) -> None:
    dos = b"\xef\xbb\xbf" + MAP.replace("\n", "\r\n").encode()
    (desk / "m.arg").write_bytes(dos)
    assert run("source", "pin", "m.arg").code == 0
    pinned = b"\xef\xbb\xbf" + pin(MINUTES).replace("\n", "\r\n").encode()
    assert (desk / "m.arg").read_bytes() == pinned


def test_several_maps(run: Runner, desk: Path) -> None:
    (desk / "bad.arg").write_text(BAD)
    (desk / "none.arg").write_text("@s S\n\n[a] A.  @s\n")
    result = run("source", "pin", "missing.arg", "m.arg")
    assert result.code == 2
    result = run("source", "pin", ".")
    assert result.code == 1
    assert "bad.arg:2:5" in result.err
    assert "m.arg: pinned `@minutes` (minutes.txt)\n" in result.err
    assert "none.arg" not in result.err
    alone = run("source", "pin", "none.arg")
    said = "none.arg: no source has a `file:`, so there is nothing to pin\n"
    assert (alone.code, alone.err) == (0, said)


def test_sources_of_imports_are_pinned_where_they_are_declared(run: Runner, desk: Path) -> None:
    (desk / "refs.json").write_text(
        json.dumps([{"id": "k", "title": "K", "custom": {"file": "minutes.txt"}}])
    )
    (desk / "top.arg").write_text(
        "import m.arg\nimport refs.json\n\n[a] A.  @m/minutes @refs/k @m/log\n"
    )
    result = run("source", "pin", "top.arg")
    assert result.code == 0
    assert result.err == (
        "top.arg: `@m/minutes` (minutes.txt) is declared in m.arg; "
        "`argmap source pin m.arg` pins it\n"
        "top.arg: `@refs/k` (minutes.txt) is declared in refs.json; pin it there, in `custom`: "
        f'`"sha256": "{digest(MINUTES)}"`\n'
    )
    assert (desk / "m.arg").read_text() == MAP


def test_mistakes_of_the_language_come_first(run: Runner, desk: Path) -> None:
    (desk / "m.arg").write_text(f"{MAP}[x] X.  @nobody\n")
    for command in ("pin", "list"):
        result = run("source", command, "m.arg")
        assert (result.code, result.out) == (1, "")
        assert "no source has the id `nobody`" in result.err
    assert (desk / "m.arg").read_text() == f"{MAP}[x] X.  @nobody\n"


# list -----------------------------------------------------------------------------------------

LISTED = f"""\
{pin(MINUTES)}  > the opening of the Bridge is put off  @minutes
  > the opening of the bridge is cancelled until spring  @minutes(p. 1)
  > The town pays. … put off  @minutes
  > The town pays  @minutes(l. 3)
  > It rains  @log
  > Said somewhere
  + [place] It says so.  @minutes(l. 90)
@none Nothing  {{accessed: 2025-01-02}}
"""

TOLD = """\
@minutes Minutes of the council
  minutes.txt, pinned and unchanged
  ✓ [late]   l. 3: “put off until spring”
  ≈ [late]   “the opening of the Bridge is put off” is there with other capitals: l. 3: “The opening
             of the ‹bridge› is put off”
  ✗ [late]   p. 1: “the opening of the bridge is cancelled until spring” is not there; the nearest
             is l. 3: “The opening of the bridge is ‹put off› until spring”
  ✗ [late]   “The town pays. … put off” is there, but not in this order
  ≈ [late]   l. 3: “The town pays” stands at l. 5
  · [cost]   l. 5
  ≈ [place]  l. 90, a place that it does not have

@log The works log
  no file, grade B2
  ? [late]  “It rains”, not checked: it has no `file:`
  · [cost]  as a whole

@none Nothing
  no file, read 2025-01-02
  Nothing rests on it.

From no source
  ? [late]  “Said somewhere”, not checked: it names no source

3 sources, 1 unused.
7 quotations: 1 word for word, 1 elsewhere, 1 nearly, 2 not there, 2 not checked.
3 claims, 0 without a source.
"""


def test_what_rests_on_what(run: Runner, desk: Path) -> None:
    (desk / "m.arg").write_text(LISTED)
    result = run("source", "list", "m.arg")
    assert (result.code, result.err) == (0, "")
    assert result.out == TOLD


def test_as_json(run: Runner, desk: Path) -> None:
    (desk / "m.arg").write_text(LISTED)
    found = json.loads(run("source", "list", "-", "--to", "json", stdin=LISTED).out)
    assert list(found) == ["sources", "unnamed", "claims", "citing"]
    assert (found["claims"], found["citing"]) == (3, 3)
    minutes, log, none = found["sources"]
    assert (minutes["file"], minutes["pinned"], minutes["sha256"]) == (
        "minutes.txt",
        "unchanged",
        digest(MINUTES),
    )
    assert [(one["verdict"], one["place"], one["where"]) for one in minutes["uses"]] == [
        ("exact", "there", "l. 3"),
        ("drift", None, "l. 3"),
        ("absent", None, "l. 3"),
        ("disordered", None, None),
        ("exact", "elsewhere", "l. 5"),
        (None, "there", None),
        (None, "missing", None),
    ]
    assert minutes["uses"][1]["differs"] == ["capitals"]
    assert minutes["uses"][1]["nearest"] == "The opening of the ‹bridge› is put off"
    assert (log["file"], log["pinned"], log["grade"]) == (None, "no", "B2")
    assert log["uses"][0]["reason"] == "it has no `file:`"
    assert (none["unused"], none["accessed"], none["uses"]) == (True, "2025-01-02", [])
    assert [one["quote"] for one in found["unnamed"]] == ["Said somewhere"]
    assert minutes["uses"][0]["at"] == {"file": "<stdin>", "line": 7, "column": 5}


def test_sources_of_a_bibliography_are_listed_if_cited(run: Runner, desk: Path) -> None:
    (desk / "refs.json").write_text(
        json.dumps(
            [
                {"id": "k", "title": "K", "custom": {"file": "minutes.txt"}},
                {"id": "other", "title": "Other"},
            ]
        )
    )
    (desk / "top.arg").write_text("import refs.json\n\n[a] A.\n  > The town pays  @refs/k(l. 5)\n")
    assert run("source", "list", "top.arg").out == (
        "@refs/k K\n  minutes.txt, not pinned\n  ✓ [a]  l. 5: “The town pays”\n\n"
        "1 source.\n1 quotation: 1 word for word.\n1 claim, 0 without a source.\n"
    )


def test_a_changed_source_and_one_that_is_gone(run: Runner, desk: Path) -> None:
    (desk / "m.arg").write_text(pin("other") + f"@gone Gone  {{file: g.txt, sha256: {'0' * 64}}}\n")
    said = run("source", "list", "m.arg").out
    assert "  minutes.txt, changed since it was pinned\n" in said
    assert "  g.txt, there is no such file, pinned, and not there to compare\n" in said


def test_a_terminal_is_safe(run: Runner, desk: Path) -> None:
    (desk / "minutes.txt").write_text(f"{MINUTES}red \x1b[31m and \u202e turned around\n")
    (desk / "m.arg").write_text(f"{MAP}  > Red and green turned around  @minutes\n")
    said = run("source", "list", "m.arg").out
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_what_is_not_installed_is_told_and_nothing_is_pinned_unseen(
    run: Runner, desk: Path
) -> None:
    (desk / "page.html").write_text("<h1>News</h1><p>The ferry runs until spring.")
    text = f"@page News  {{file: page.html}}\n{MAP}  > ferry runs  @page(News)\n"
    (desk / "m.arg").write_text(text)
    listed = run("source", "list", "m.arg")
    assert (listed.code, listed.err) == (0, "")
    assert "  ✓ [late]  News: “ferry runs”\n" in listed.out
    (desk / "sitecustomize.py").write_text("import sys\nsys.modules['selectolax'] = None\n")
    barred = {"PYTHONPATH": os.pathsep.join((str(desk), str(PACKAGE)))}
    told = "from HTML takes the extra `sources`, which is not installed; install it with `pip"
    for command in ("list", "pin"):
        result = run("source", command, "m.arg", env=barred)
        assert result.code == 2
        assert result.err.count(told) == 1
        said = "the extra `sources` is not installed"
        assert said in (result.out if command == "list" else result.err)
    pinned = text.replace(
        "{file: minutes.txt}", f"{{file: minutes.txt, sha256: {digest(MINUTES)}}}"
    )
    assert (desk / "m.arg").read_text() == pinned
