"""Reading and writing files, which know nothing of what stands in them.

What goes wrong with a file on the way is told here, as one sentence for people that names the
file and says how to go on.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from argmap.diagnostics import did_you_mean

SUFFIX = ".arg"
LARGEST = 128 * 1024 * 1024
"""How many bytes a file may have. Far beyond any map, it keeps a slip from filling the memory."""

_ROOT_MARKS = ("argmap.toml", "pyproject.toml", ".git")
_FOLDER = "it is a folder; name a file in it"


class CannotRead(Exception):
    """A file that could not be read, in one sentence for people."""


class CannotWrite(Exception):
    """A file that could not be written, in one sentence for people."""


def shown(path: Path) -> str:
    """A path as people see it: from the current folder where it lies inside, with `/`."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  (links stay as they are)
    here = Path.cwd()
    inside = absolute.is_relative_to(here)
    return (absolute.relative_to(here) if inside else absolute).as_posix()


def project_root(path: Path) -> Path:
    """The folder nothing outside of which is read for the sake of the map at `path`."""
    own = Path(os.path.realpath(path if path.is_dir() else path.parent))
    for folder in (own, *own.parents):
        if any((folder / mark).exists() for mark in _ROOT_MARKS):
            return folder
    return own


def read_bytes(path: Path) -> bytes:
    """What stands in a file."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise CannotRead(f"cannot read {shown(path)}: {_no_file(status.st_mode)}")
        if status.st_size > LARGEST:
            raise _too_large(shown(path))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from error
    return within_limit(data, shown(path))


def within_limit(data: bytes, name: str) -> bytes:
    """The same bytes, unless there are more than can be a map."""
    if len(data) > LARGEST:
        raise _too_large(name)
    return data


def cannot_read(path: Path, error: OSError | ValueError) -> CannotRead:
    """What to raise where the system does not let a file or folder be read."""
    return CannotRead(f"cannot read {_name(path)}: {why_unread(path, error)}")


def write_file(path: Path, *pieces: bytes) -> None:
    """Put data, in any number of pieces, in a file whole or not at all; an existing one keeps its
    mode.

    A link is followed, so that the link stays and what it leads to is replaced.
    """
    with _writing(path):
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            # What is no file, such as a pipe behind /dev/stdout, need not have a real path.
            with path.open("wb", buffering=0) as device:
                device.writelines(pieces)
            return
        real = Path(os.path.realpath(path))
        if mode is not None and not os.access(real, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        _replace(real, pieces, mode)


def create_file(path: Path, data: bytes) -> None:
    """Put `data` in a file that must not exist yet."""
    with _writing(path):
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        _replace(path, (data,), None)


def make_folder(path: Path) -> None:
    """Have a folder there, with the folders it lies in."""
    with _writing(path):
        try:
            path.mkdir(parents=True, exist_ok=True)
        except FileExistsError as error:
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from error


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Tells what goes wrong inside it as a CannotWrite."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = _why_unwritten(path, error)
        raise CannotWrite(f"cannot write {_name(path)}: {reason}") from error


def _replace(path: Path, pieces: tuple[bytes, ...], mode: int | None) -> None:
    temporary = path.with_name(f".argmap-{os.getpid()}-{os.urandom(4).hex()}")
    try:
        with temporary.open("xb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink()


def _name(path: Path) -> str:
    """`shown`, also for a name that no file can have."""
    try:
        return shown(path)
    except (OSError, ValueError):
        return str(path)


def _too_large(name: str) -> CannotRead:
    return CannotRead(
        f"cannot read {name}: it is larger than {LARGEST // 1024**2} MB; "
        "split the map and join its parts with `import`"
    )


def _no_file(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return _FOLDER
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        return "it is a pipe, not a file; feed it to standard input and name it `-`"
    return "it is a device, not a file"


def why_unread(path: Path, error: OSError | ValueError) -> str:
    """Why a file could not be read, in words that can follow its name; a like name if it is not
    there."""
    match error:
        case OSError(errno=errno.ENOENT):
            near = _near_name(path)
            return f"there is no such file{f'; did you mean {near}?' if near else ''}"
        case _:
            return _why(error)


def _why_unwritten(path: Path, error: OSError | ValueError) -> str:
    match error:
        case OSError(errno=errno.ENOENT):
            return f"there is no folder {_name(path.parent)}; make it first"
        case OSError(errno=errno.EEXIST):
            return "it exists already; choose another name, or remove it first"
        case OSError(errno=errno.ENOSPC):
            return "the disk is full"
        case OSError(errno=errno.EROFS):
            return "the disk is read-only"
        case _:
            return _why(error)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, ValueError):
        return "no file can have this name"
    match error.errno:
        case errno.EISDIR:
            return _FOLDER
        case errno.EACCES | errno.EPERM:
            return "you have no permission"
        case errno.ENOTDIR:
            return "a part of its path is a file, not a folder"
        case errno.ENAMETOOLONG:
            return "its name is too long"
        case errno.ELOOP:
            return "its links lead in a circle"
        case _:
            return (error.strerror or "the system refused").lower()


def _near_name(path: Path) -> str | None:
    """The map in the same folder whose name is nearly this one."""
    try:
        names = [name for name in os.listdir(path.parent) if not name.startswith(".")]  # noqa: PTH208
    except OSError:
        return None
    near = did_you_mean(path.name, names)
    return None if near is None else shown(path.parent / near)
