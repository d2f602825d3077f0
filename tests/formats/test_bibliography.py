"""Bibliographies: any bytes give a report and never a crash; what is written is what is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.bibliography import read_bibliography
from argmap.formats.bibliography.latex import plain
from argmap.lint.registry import rule
from argmap.syntax import Parsed
from argmap.syntax.ids import id_from, is_id
from argmap.workspace import load
from tests.lint.run import check, names

WORDS = (
    r"""@ @book{ } { " = , # key title author \ \href \url \"u $ ~ -- % @string{ and year \sqrt["""
)
PIECES = st.lists(st.sampled_from([*WORDS.split(), " ", "\n", "\r\n"]), max_size=40).map("".join)


def read(text: str | bytes, suffix: str = ".bib") -> Parsed:
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return read_bibliography(f"refs{suffix}", data, suffix, lambda path: path or None)


@given(st.binary(max_size=80) | PIECES | PIECES.map(lambda s: f"@book{{k, title = {{{s}}}}}"))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_reported(data: str | bytes) -> None:
    for suffix in (".bib", ".json"):
        parsed = read(data, suffix)
        lines = parsed.document.source.line_count
        assert all(1 <= one.span.line <= max(lines, 1) + 1 for one in parsed.diagnostics)


@given(st.text(max_size=20))
@settings(max_examples=200, deadline=None)
def test_a_key_becomes_an_id_or_nothing(key: str) -> None:
    made = id_from(key)
    assert not made or is_id(made)
    assert id_from(made) == made


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Gr{\"o}{\ss}er", "Größer"),
        (r"Erd\H{o}s", "Erdős"),
        (r"\c c a \aa ngstr\"om", "ç a ångström"),
        (r"50% of {CO$_2$} \& more", "50% of CO_2 & more"),
        ("``Yes'' -- no", "“Yes” – no"),
        (r"\href{http://x}{text} \LaTeX", "text LaTeX"),
        ("{{Plain} braces}", "Plain braces"),
    ],
)
def test_latex_becomes_text(latex: str, text: str) -> None:
    assert plain(latex) == text


def test_braces_nested_beyond_measure_are_reported() -> None:
    deep = "{" * 20_000 + r"\"u" + "}" * 20_000
    (one,) = read(f"@book{{k, title = {{{deep}}}}}").diagnostics
    assert one.message == "the LaTeX in this text cannot be made out"


def test_texts_that_double_without_end_are_reported() -> None:
    doubled = "".join(f"@string{{s{n + 1} = s{n} # s{n}}}\n" for n in range(60))
    found = read(f"@string{{s0 = {{ha}}}}\n{doubled}@book{{k, title = s60}}").diagnostics
    assert any("grows beyond 100,000 characters" in one.message for one in found)


def test_lines_end_in_any_way() -> None:
    text = "@book{a,\n  title = {One\n  two},\n}\n\n@book{b, year = x}\n"
    unix, windows = read(text), read(text.replace("\n", "\r\n"))
    assert [e.text for e in unix.document.entries] == ["One two", "b"]
    assert [e[3:] for e in unix.document.entries] == [e[3:] for e in windows.document.entries]
    assert [one.span for one in unix.diagnostics] == [one.span for one in windows.diagnostics]


def test_without_the_library_the_extra_is_named(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@book{a}")
    (tmp_path / "m.arg").write_text("import refs.bib\n\n[a] A.  @refs/a\n")
    block = "import sys; sys.modules['bibtexparser'] = None"
    block += "; sys.argv = ['argmap', 'check', 'm.arg']"
    done = subprocess.run(
        [sys.executable, "-c", f"{block}; from argmap.cli import main; main()"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "argmap: reading refs.bib takes the extra `sources`, which is not installed; "
        "install it with `pip install 'argmap[sources]'`\n"
    )


def test_a_file_is_kept_where_it_lies_in_the_project(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").touch()
    (tmp_path / "refs.bib").write_text(
        "@book{a, file = {in/a.pdf}}\n@book{b, file = {../b.pdf}}\n@book{c, file = {:/c.pdf:PDF}}"
    )
    (tmp_path / "m.arg").write_text("import refs.bib\n\n[a] A.  @refs/a\n")
    sources = load(tmp_path / "m.arg").map.sources
    assert [{a.key: a.value for a in one.attributes} for one in sources] == [
        {"file": "in/a.pdf"},
        {},
        {},
    ]


def test_a_bibliography_of_which_nothing_is_cited_is_unused(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text("@book{a}\n@book{b}")
    assert rule("ARG116").rule.name == "unused-import"
    used = "import refs.bib\n\n[a] A.  @refs/a\n  + [b] B.\n"
    assert not {"unused-import", "unused-source"} & set(names(check(used, tmp_path)))
    unused = used.replace("  @refs/a", "")
    assert "unused-import" in names(check(unused, tmp_path))
