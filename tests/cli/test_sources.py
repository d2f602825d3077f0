"""Quotations from files of every kind, sound and hostile, through the door."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ..quotations import paper
from .helpers import PACKAGE, Runner

LINES = [
    "Report on the ferry",
    "The opening of the bridge is put off until spring, since the steel for its north-",
    "ern arch has not come. The contractor apolo-",
    "gised, and will pay for the ferry “as long as it takes”.",
    "The ferry carries 1,500 people a day; it needs £4.5 a head. A well-kept boat, the",
    "ferryman’s own, stands by.",
]
WORDS = " ".join(LINES[1:]).replace("north- ern", "northern").replace("apolo- gised", "apologised")
FIRST, SECOND = WORDS[: WORDS.index(" The ferry")], WORDS[WORDS.index("The ferry") :]
PAGE = (
    "<!doctype html><meta charset=windows-1252><title>Not shown</title>"
    f"<h1>{LINES[0]}</h1><p>{FIRST.replace('contractor', '<b>con</b>tractor<sup>1</sup>')}"
    f"<script>let told = 'the mayor resigned'</script><p>{SECOND.replace('—', '&mdash;')}"
)
KINDS = {
    "txt": "\n".join((LINES[0], "", *LINES[1:4], "", *LINES[4:])).encode(),
    "md": "\n".join((f"# {LINES[0]}", "", *LINES[1:4], "", *LINES[4:])).encode(),
    "html": PAGE.encode("cp1252"),
    "pdf": paper.paper([LINES[:3], LINES[3:]], b"0 << /S /D /St 17 >>"),
}
QUOTED = """\
  > the opening of the bridge is put off until spring  @{0}
  > the steel for its northern arch … The contractor apologised, and will pay  @{0}
  > carries 1,500 people a day; it needs £4.5 a head. A well-kept boat  @{0}
  > The Contractor apologised  @{0}
  > the steel for its southern arch  @{0}
  > the mayor resigned  @{0}
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the same text as a file of each kind, and a map that quotes from each."""
    folder = tmp_path_factory.mktemp("corpus")
    for kind, data in KINDS.items():
        (folder / f"report.{kind}").write_bytes(data)
    sources = "".join(f"@{kind} Report  {{file: report.{kind}}}\n" for kind in KINDS)
    quoted = "".join(QUOTED.format(kind) for kind in KINDS)
    (folder / "map.arg").write_text(f"{sources}\n[late] The bridge opens late.\n{quoted}")
    return folder


def test_tells_true_quotations_from_false_ones_in_every_kind(run: Runner, corpus: Path) -> None:
    told = run("check", "--select", "ARG5", "--output-format", "concise", "map.arg", cwd=corpus)
    expected = []
    for number in range(len(KINDS)):
        line = len(KINDS) + 3 + 6 * number
        expected += [(line + 3, "ARG502"), (line + 4, "ARG501"), (line + 5, "ARG501")]
    lines = [line for line in told.out.splitlines() if "[ARG" in line]
    codes = [(int(one.split(":")[1]), one[one.index("[") + 1 : one.index("]")]) for one in lines]
    assert codes == expected
    assert told.code == 1


def test_finds_places_in_every_kind(run: Runner, corpus: Path) -> None:
    places = {"txt": ("l. 3", "l. 7"), "md": ("¶1", "¶2"), "html": ("¶1", "¶2")}
    places["pdf"] = ("p. 17", "p. 18")
    quoted = [
        f"  > the opening of the bridge is put off  @{kind}({place})\n"
        for kind, pair in places.items()
        for place in pair
    ]
    sources = "".join(f"@{kind} Report  {{file: report.{kind}}}\n" for kind in KINDS)
    told = run(
        *("check", "--select", "ARG5", "--output-format", "concise", "-"),
        stdin=f"{sources}\n[late] The bridge opens late.\n{''.join(quoted)}",
        cwd=corpus,
    )
    lines = [line for line in told.out.splitlines() if "[ARG502]" in line]
    assert [int(line.split(":")[1]) for line in lines] == [8, 10, 12, 14]
    for line, (place, _) in zip(lines, places.values(), strict=True):
        assert place in line


# Hostile --------------------------------------------------------------------------------------

HOSTILE = {
    "bomb.pdf": (paper.bomb(), "page 1 is larger than its reader allows"),
    "empty.pdf": (b"", "it is no PDF"),
    "cut.pdf": (KINDS["pdf"][:900], "it is damaged"),
    "scan.pdf": (paper.scan(), "it has pictures of pages and no text"),
    "fault.pdf": (paper.surprising(), "its reader has a fault"),
    "guess.html": ("<p>Brücke".encode("latin-1"), "it is not UTF-8"),
    "wrong.html": (b"<meta charset=utf-8><p>\xfc", "it is not utf-8"),
    "binary.txt": (b"one\0two", "it has NUL bytes"),
    "photo.md": (b"\x89PNG\r\n", "it is a picture"),
}


def test_tells_of_each_file_that_cannot_be_read(run: Runner, tmp_path: Path) -> None:
    for name, (data, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(65 * 1024**2)
    (tmp_path / "deep.html").write_bytes(b"<table><tr><td>" * 100_000 + b"deep words")
    (tmp_path / "wide.txt").write_bytes(b"\xff\xfe" + "deep words".encode("utf-16-le"))
    names = [*HOSTILE, "huge.txt", "deep.html", "wide.txt"]
    sources = "".join(f"@s{n} Something  {{file: {name}}}\n" for n, name in enumerate(names))
    quoted = "".join(f"  > deep words  @s{n}\n" for n in range(len(names)))
    (tmp_path / "map.arg").write_text(f"{sources}\n[late] The bridge opens late.\n{quoted}")
    told = run("check", "--select", "ARG5", "--output-format", "concise", "map.arg")
    lines = told.out.splitlines()[:-1]
    reasons = [*(reason for _, reason in HOSTILE.values()), "it is larger than 64 MB"]
    assert len(lines) == len(reasons)
    for line, name, reason in zip(lines, names, reasons, strict=False):
        assert "error[ARG510]" in line
        assert f"`{name}`" in line
        assert reason in line
    assert (told.code, told.err) == (1, "")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")
def test_reads_nothing_but_plain_files_of_the_project(run: Runner, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "argmap.toml").write_text("")
    (tmp_path / "secret.txt").write_text("deep words")
    (project / "out.txt").symlink_to(tmp_path / "secret.txt")
    (project / "away").symlink_to(tmp_path)
    (project / "loop.txt").symlink_to("loop.txt")
    (project / "device.txt").symlink_to("/dev/zero")
    os.mkfifo(project / "pipe.txt")
    (project / "folder.txt").mkdir()
    (project / "in.txt").symlink_to("real.txt")
    (project / "real.txt").write_text("deep words")
    cases = {
        "out.txt": "ARG504",
        "away/secret.txt": "ARG504",
        "../secret.txt": "ARG504",
        "loop.txt": "ARG510",
        "device.txt": "ARG504",
        "pipe.txt": "ARG503",
        "folder.txt": "ARG503",
        "in.txt": "",
    }
    sources = "".join(f"@s{n} Something  {{file: {name}}}\n" for n, name in enumerate(cases))
    quoted = "".join(f"  > deep words  @s{n}\n" for n in range(len(cases)))
    (project / "map.arg").write_text(f"{sources}\n[late] The bridge opens late.\n{quoted}")
    told = run("check", "--select", "ARG5", "--output-format", "concise", "project/map.arg")
    lines = told.out.splitlines()[:-1]
    assert [line[line.index("[") + 1 : line.index("]")] for line in lines] == [
        code for code in cases.values() if code
    ]
    assert "its links lead in a circle" in lines[3]
    assert "cannot use `pipe.txt` for `@s5`: it is a pipe or a device, not a file" in lines[5]
    assert "cannot use `folder.txt` for `@s6`: it is a folder, not a file" in lines[6]
    assert "deep words" not in told.out


@pytest.mark.skipif(
    sys.platform == "win32" or not os.geteuid(), reason="to this user nothing is forbidden"
)
def test_tells_of_a_file_that_it_may_not_read(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "closed.txt").write_text("deep words")
    (tmp_path / "closed.txt").chmod(0)
    (tmp_path / "map.arg").write_text(
        "@s Something  {file: closed.txt}\n\n[late] The bridge opens late.\n  > deep words  @s\n"
    )
    told = run("check", "--select", "ARG5", "map.arg")
    assert "you have no permission" in told.out
    assert told.code == 1


# What is not installed ------------------------------------------------------------------------


def test_says_what_to_install_and_looks_up_the_rest(run: Runner, corpus: Path) -> None:
    barred = corpus / "barred"
    barred.mkdir(exist_ok=True)
    (barred / "sitecustomize.py").write_text(
        "import sys\nsys.modules.update(dict.fromkeys(('pypdf', 'selectolax')))\n"
    )
    path = os.pathsep.join((str(barred), str(PACKAGE)))
    told = run(
        *("check", "--select", "ARG5", "--output-format", "concise", "map.arg"),
        cwd=corpus,
        env={"PYTHONPATH": path},
    )
    assert told.code == 2
    assert sum("[ARG50" in line for line in told.out.splitlines()) == 3 * 2
    assert told.err.count("pip install 'argmap[sources]'") == 2
    assert "from HTML" in told.err
    assert "from PDF" in told.err


def test_a_map_that_needs_something_installed_hides_no_other(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['bibtexparser'] = None\n")
    (tmp_path / "refs.bib").write_text("@book{doe, title = {On bridges}}\n")
    (tmp_path / "a.arg").write_text("import refs.bib\n\n[late] It opens late.  @refs/doe\n")
    (tmp_path / "b.arg").write_text("[rain] It will rain.\n  + [cluods]\n")
    path = os.pathsep.join((str(tmp_path), str(PACKAGE)))
    told = run("check", "a.arg", "b.arg", env={"PYTHONPATH": path})
    assert told.code == 2
    assert "b.arg:2:" in told.out
    assert "pip install 'argmap[sources]'" in told.err


def test_a_fix_that_cannot_be_made_is_not_counted(run: Runner, tmp_path: Path) -> None:
    """The source's own words would read as a citation that is not closed."""
    (tmp_path / "argmap.toml").write_text("")
    (tmp_path / "s.txt").write_text("He said to @anna(that it is put off until spring, and went.")
    (tmp_path / "map.arg").write_text(
        "@s S  {file: s.txt}\n\n[a] A claim stands here.\n"
        "  > said to anna, that it is put off until spring  @s\n"
    )
    told = run("check", "--select", "ARG5", "--fix", "--unsafe-fixes", "map.arg")
    assert told.code == 1
    assert "ARG501" in told.out
    assert "can be fixed" not in told.out
