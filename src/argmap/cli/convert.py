"""`argmap convert`: a map from one format to another."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from argmap.cli import options
from argmap.cli.around import STDIN
from argmap.cli.console import ColorChoice, emit, tell, waiting
from argmap.cli.findings import collect, refused
from argmap.cli.inputs import read_stdin
from argmap.collector import collector_held
from argmap.diagnostics import in_order
from argmap.formats.registry import Format, Reader, UnknownFormat, by_path, find
from argmap.model import ArgumentMap
from argmap.report import Findings, visible
from argmap.source import decode
from argmap.workspace import CannotRead, load, load_text, read_bytes, shown, write_file

EXAMPLES = (
    "argmap convert debate.arg debate.json        what the names end in says the formats",
    "argmap convert debate.json debate.arg",
    "argmap convert debate.arg - --to json | jq .claims",
    "argmap convert - debate.arg < debate.json    what is on standard input shows by its text",
)

_JSON = re.compile(rb'\s*\{\s*["}]')


@collector_held()
def command(
    source: Annotated[
        str,
        options.Argument(
            metavar="IN", help="What to read, or `-` for standard input.", show_default=False
        ),
    ],
    target: Annotated[
        str,
        options.Argument(
            metavar="OUT", help="What to write, or `-` for standard output.", show_default=False
        ),
    ],
    *,
    from_: Annotated[
        str | None,
        options.Option("--from", metavar="FORMAT", help="The format of IN: arg or json."),
    ] = None,
    to: Annotated[
        str | None, options.Option(metavar="FORMAT", help="The format of OUT: arg or json.")
    ] = None,
    strict: Annotated[
        bool,
        options.Option("--strict", help="Write nothing and exit with 1 if anything would be lost."),
    ] = False,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
) -> int:
    """Turn a map into another format, or another into a map.

    What the format of OUT cannot say is listed on standard error. If IN has errors, they are
    shown, nothing is written, and the exit code is 1.
    """
    writer = _format(target, to, "--to")
    if writer.writer is None:
        raise options.BadParameter(f"{writer.title} can be read, but not written")
    if STDIN not in {source, target} and Path(source).resolve() == Path(target).resolve():
        raise options.BadParameter(f"{target} would be written over itself; name another file")
    with waiting("converting", quiet):
        map_ = _read(source, from_, color)
        written = None if map_ is None else writer.writer()(map_)
    if written is None:
        return 1
    for loss in written.losses:
        tell(f"lost: {visible(loss)}")
    if strict and written.losses:
        tell("argmap: nothing was written, because of --strict")
        return 1
    if target == STDIN:
        emit(written.text)
        return 0
    path = Path(target)
    write_file(path, written.text.encode("utf-8", "backslashreplace"))
    if not quiet:
        tell(f"Wrote {visible(shown(path))}.")
    return 0


def _read(source: str, from_: str | None, color: ColorChoice) -> ArgumentMap | None:
    """The map that stands in `source`, or None after saying what is wrong with it."""
    if source == STDIN:
        path, name, data = None, "<stdin>", read_stdin()
        by_content = "json" if _JSON.match(data) else "arg"
        format_ = _format(source, from_ or by_content, "--from")
    else:
        format_ = _format(source, from_, "--from")
        path = Path(source)
        name, data = shown(path), read_bytes(path)
    if format_.reader is not None:
        return _read_other(format_.reader(), name, data, color)
    if format_.name != "arg":
        raise options.BadParameter(f"{format_.title} can be written, but not read")
    loaded = load_text(data, name, Path()) if path is None else load(path)
    return None if refused(collect([loaded]), color) else loaded.map


def _read_other(read: Reader, name: str, data: bytes, color: ColorChoice) -> ArgumentMap | None:
    """The map that `read` makes of these bytes, or None after saying what is wrong with them."""
    file, bad = decode(name, data)
    if bad is not None:
        raise CannotRead(
            f"cannot read {name}: it is not UTF-8 text, from byte {bad.offset + 1} on; "
            "save it as UTF-8, or use --from if it is of another format"
        )
    result = read(file.text, name)
    findings = Findings(in_order(result.problems), {name: file}, 1)
    return None if refused(findings, color) else result.map


def _format(path: str, name: str | None, option: str) -> Format:
    """The format that the option or else the file's name says."""
    try:
        if name is not None:
            return find(name)
        if path == STDIN:
            raise options.BadParameter(f"`-` has no suffix to tell the format by; use {option}")
        return by_path(path)
    except UnknownFormat as error:
        hint = "" if name is not None else f" (or use {option})"
        raise options.BadParameter(f"{error}{hint}") from error
