"""Whatever is in a file, `argmap check` ends with findings that can be read and an honest code."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.check import command
from argmap.report import FORMATS

MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.arg"))
DATA = [path.read_bytes() for path in MAPS]
MARKS = ("\n", "  ", "\t", "[", "]", "{", "}", "@", "+", "- ", "! ", "? ", "= ", "& ", ">< ", "// ")
ENTRIES = ("import x.arg\n", "// argmap: ignore[self-support] so\n", "{fact, rejected}", "\\")
ODD = (b"\r", b"\x00", b"\xff", b"\xef\xbb\xbf", "水".encode(), "\u202e".encode())
PIECES = (*(text.encode() for text in (*MARKS, *ENTRIES)), *ODD)


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """A map of the project after some accidents: cut, torn, repeated, mixed with other text."""
    data = draw(st.sampled_from(DATA))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 300)))
        match draw(st.sampled_from(["cut", "tear", "insert", "repeat", "move"])):
            case "cut":
                data = data[:start]
            case "tear":
                data = data[:start] + data[end:]
            case "insert":
                data = data[:start] + draw(st.sampled_from(PIECES)) + data[start:]
            case "repeat":
                data = data[:end] + data[start:end] + data[end:]
            case "move":
                rest = data[:start] + data[end:]
                at = draw(st.integers(0, len(rest)))
                data = rest[:at] + data[start:end] + rest[at:]
    return data


@contextmanager
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


def run(file: Path, *, fix: bool = False, output_format: str = "json") -> tuple[int, str]:
    """The exit code of a check, and what it writes."""
    stdout, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO(), "utf-8")
    try:
        code = command(
            [str(file)],
            extend_select=["ARG"],
            fix=fix,
            unsafe_fixes=fix,
            today="2026-01-31",
            output_format=output_format,  # type: ignore[arg-type]
            quiet=True,
        )
        written = sys.stdout.buffer
        assert isinstance(written, io.BytesIO)
        return code, written.getvalue().decode()
    finally:
        sys.stdout = stdout


def graves(out: str) -> list[str]:
    """The findings in JSON that make a run fail."""
    return [one["name"] for one in json.loads(out) if one["severity"] != "info"]


def told(format_: str, out: str) -> int:
    """How many findings a report has; fails unless it can be read."""
    match format_:
        case "github":
            assert all(line.startswith("::") for line in out.splitlines())
            return len(out.splitlines())
        case "json" | "gitlab":
            return len(json.loads(out))
        case "json-lines":
            return len([json.loads(line) for line in out.split("\n") if line])
        case "rdjson":
            return len(json.loads(out)["diagnostics"])
        case "sarif":
            return len(json.loads(out)["runs"][0]["results"])
        case "junit":
            return int(ElementTree.fromstring(out).get("failures") or 0)
        case "concise":
            return len(out.splitlines())
        case _:
            return out.count("┌─")


@given(st.one_of(mutations(), st.binary(max_size=300)), st.sampled_from([*FORMATS]))
def test_every_file_is_checked_honestly(data: bytes, format_: str) -> None:
    with folder() as place:
        file = place / "map.arg"
        file.write_bytes(data)
        code, out = run(file)
        findings = json.loads(out)
        assert code == (1 if graves(out) else 0)
        assert len(findings) <= 20 * (data.count(b"\n") + data.count(b"\r") + 1)
        again, written = run(file, output_format=format_)
        assert again == code
        if format_ == "full":  # it has a frame for each place, the related ones too
            assert told(format_, written) >= len(findings)
        else:
            assert told(format_, written) == len(findings)
        assert file.read_bytes() == data


@given(mutations())
def test_fixing_makes_nothing_worse_and_comes_to_an_end(data: bytes) -> None:
    with folder() as place:
        file = place / "map.arg"
        file.write_bytes(data)
        _, before = run(file)
        code, after = run(file, fix=True)
        fixed = file.read_bytes()
        assert code == (1 if graves(after) else 0)
        assert after == run(file)[1]
        assert language_errors(after) <= language_errors(before)
        run(file, fix=True)
        assert file.read_bytes() == fixed


def language_errors(out: str) -> int:
    return sum(one["code"].startswith("ARG0") for one in json.loads(out))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_a_map_may_end_anywhere(path: Path) -> None:
    """Cut off at places all over it, also within a character."""
    data = path.read_bytes()
    with folder() as place:
        file = place / path.name
        for end in range(0, len(data), max(1, len(data) // 25)):
            file.write_bytes(data[:end])
            code, out = run(file)
            assert code == (1 if graves(out) else 0)
