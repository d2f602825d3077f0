"""The part of `workspace` that finds, reads and writes files."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from argmap.workspace import (
    CannotRead,
    CannotWrite,
    create_file,
    discover,
    project_root,
    read_bytes,
    shown,
    write_file,
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def touch(*paths: Path) -> None:
    """Make these files, with their folders."""
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_shown(here: Path) -> None:
    assert shown(here / "a" / "b.arg") == "a/b.arg"
    assert shown(Path("a/./x/../b.arg")) == "a/b.arg"
    assert shown(Path("../b.arg")) == (here.parent / "b.arg").as_posix()


def test_project_root(here: Path) -> None:
    deep = here / "a" / "b" / "m.arg"
    touch(deep)
    assert project_root(deep) == deep.parent.resolve()
    for mark, folder in (
        (".git", here),
        ("pyproject.toml", here / "a"),
        ("argmap.toml", deep.parent),
    ):
        touch(folder / mark)
        assert project_root(deep) == folder.resolve()
    assert project_root(Path("a")) == (here / "a").resolve()


def test_discover_sorts_and_leaves_out(here: Path) -> None:
    wanted = [here / name for name in ("a.arg", "b/a.arg", "b/c/z.arg", "ba.arg")]
    old = here / "b" / "old.arg"
    touch(*wanted, here / "x.txt", here / ".git" / "m.arg", here / ".m.arg", old)
    assert discover([here], old.samefile) == tuple(wanted)
    assert discover([here], lambda path: path.name in {"old.arg", "c"}) == (*wanted[:2], wanted[3])
    assert discover([old, here], old.samefile) == (old, *wanted)


def test_discover_leaves_out_what_git_ignores(here: Path) -> None:
    touch(here / ".git" / "HEAD", here / "a.arg", here / "out" / "deep" / "b.arg")
    (here / ".gitignore").write_text("out/\n*.tmp.arg\n")
    assert discover([here]) == (here / "a.arg",)
    # Nothing brings back what lies in an ignored folder; who names the folder means it.
    (here / "out" / ".gitignore").write_text("!*\n")
    assert discover([here]) == (here / "a.arg",)
    touch(here / "out" / "c.tmp.arg", here / "deep" / "d.tmp.arg", here / "deep" / "keep.tmp.arg")
    (here / "out" / ".gitignore").unlink()
    assert discover([here / "out"]) == (here / "out" / "c.tmp.arg", here / "out" / "deep" / "b.arg")
    (here / "deep" / ".gitignore").write_text("!keep.*\n")
    assert discover([here]) == (here / "a.arg", here / "deep" / "keep.tmp.arg")


def test_outside_of_a_repository_nothing_is_ignored(here: Path) -> None:
    touch(here / "a.arg")
    (here / ".gitignore").write_text("*\n")
    assert discover([here]) == (here / "a.arg",)
    (here / ".git").mkdir()
    assert discover([here]) == ()


def test_discover_takes_a_named_file_of_any_name(here: Path) -> None:
    touch(here / "notes.txt", here / ".m.arg")
    files = (Path("notes.txt"), Path(".m.arg"))
    assert discover(files) == files


def test_discover_tells_what_is_missing(here: Path) -> None:
    with pytest.raises(CannotRead, match=r"cannot read none\.arg: there is no such file"):
        discover([Path("none.arg")])


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "\udcff/none"])
def test_names_that_no_file_has(here: Path, name: str) -> None:
    with pytest.raises(CannotRead):
        read_bytes(Path(name))
    with pytest.raises(CannotWrite):
        write_file(Path(name), b"")


def test_a_link_to_itself(here: Path) -> None:
    Path("loop.arg").symlink_to("loop.arg")
    with pytest.raises(CannotRead, match="its links lead in a circle"):
        read_bytes(Path("loop.arg"))


def test_read_a_folder(here: Path) -> None:
    with pytest.raises(CannotRead, match="it is a folder; name a file in it"):
        read_bytes(here)


def test_write_is_all_or_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = here / "m.arg"
    file.write_bytes(b"old")

    def no_room(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(CannotWrite, match=r"cannot write m\.arg: the disk is full"):
        write_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(here.iterdir()) == [file]


def test_an_interrupted_write_leaves_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(here / "m.arg", b"new")
    assert list(here.iterdir()) == []


def test_write_keeps_mode_and_links(here: Path) -> None:
    file, link = here / "m.arg", here / "link.arg"
    file.write_bytes(b"old")
    file.chmod(0o604)
    link.symlink_to(file)
    write_file(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o604


def test_a_new_file_obeys_the_umask(here: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(here / "m.arg", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((here / "m.arg").stat().st_mode) == 0o640


def test_write_into_a_missing_folder(here: Path) -> None:
    with pytest.raises(CannotWrite, match="there is no folder no; make it first"):
        write_file(Path("no/m.arg"), b"")
    assert list(here.iterdir()) == []


def test_create_never_replaces(here: Path) -> None:
    create_file(here / "m.arg", b"first")
    with pytest.raises(CannotWrite, match="it exists already"):
        create_file(here / "m.arg", b"second")
    assert (here / "m.arg").read_bytes() == b"first"
