"""`argmap render`: the picture of a map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from argmap.cli import options
from argmap.cli.console import emit, tell, waiting
from argmap.cli.findings import collect, refused
from argmap.cli.inputs import STDIN, Input, inputs, none_found
from argmap.render import EngineChoice, Picture, RenderOptions, ThemeName, render_svg
from argmap.report import visible
from argmap.workspace import make_folder, shown, write_file

EXAMPLES = (
    "argmap render debate.arg                  writes debate.svg beside it",
    "argmap render debate.arg -o picture.svg   writes picture.svg",
    "argmap render maps --out-dir pictures     all maps of a folder",
    "argmap render - < debate.arg > debate.svg",
)

PictureFormat = Literal["svg"]

_SUFFIXES: dict[str, PictureFormat] = {".svg": "svg"}


def command(
    maps: Annotated[
        list[str],
        options.Argument(
            metavar="MAP...",
            help="Maps, folders with maps in them, or `-` for standard input.",
            show_default=False,
        ),
    ],
    *,
    output: Annotated[
        str | None,
        options.Option(
            "--output", "-o", metavar="FILE", help="Where to write; `-` is standard output."
        ),
    ] = None,
    out_dir: Annotated[
        str | None, options.Option(metavar="DIR", help="Write every picture into this folder.")
    ] = None,
    to: Annotated[
        PictureFormat | None,
        options.Option(help="The format of the picture; otherwise the suffix of FILE says it."),
    ] = None,
    engine: Annotated[
        EngineChoice,
        options.Option(help="`graphviz` is finer, `tree` takes maps of any size; `auto` chooses."),
    ] = "auto",
    theme: Annotated[
        ThemeName, options.Option(help="The colors; `auto` follows the reader's screen.")
    ] = "auto",
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
) -> int:
    """Draw maps.

    The picture of debate.arg is debate.svg beside it, unless you say otherwise. If a map has
    errors, they are shown, nothing is drawn, and the exit code is 1.
    """
    found = inputs(maps, stdin_filename)
    if not found:
        tell(none_found(maps))
        return 2
    targets = _targets(found, output, out_dir, to)
    with waiting("reading", quiet):
        loaded = [one.load() for one in found]
    if refused(collect(loaded), color):
        return 1
    if out_dir is not None:
        make_folder(Path(out_dir))
    how = RenderOptions(engine=engine, theme=theme)
    for one, result, target in zip(found, loaded, targets, strict=True):
        with waiting(f"drawing {visible(one.name)}", quiet):
            picture = render_svg(result.map, how)
        _put(picture, target, quiet)
    return 0


def _targets(
    found: Sequence[Input], output: str | None, out_dir: str | None, to: PictureFormat | None
) -> list[Path | None]:
    """Where each picture goes, None for standard output."""
    if output is not None and out_dir is not None:
        raise options.BadParameter("-o names one file, --out-dir a folder; use one of them")
    if output is not None and len(found) > 1:
        raise options.BadParameter(f"-o names one file for {len(found)} maps; use --out-dir")
    if output == STDIN:
        return [None]
    if output is not None:
        target = Path(output)
        if to is None and target.suffix and target.suffix.lower() not in _SUFFIXES:
            raise options.BadParameter(
                f"`{target.suffix}` is no format of a picture; "
                f"end the name in {' or '.join(_SUFFIXES)}, or use --to"
            )
        targets: list[Path | None] = [target]
    else:
        targets = [_beside(one, out_dir, to or "svg") for one in found]
    _refuse_clashes(found, targets)
    return targets


def _beside(one: Input, out_dir: str | None, to: PictureFormat) -> Path | None:
    if one.path is None and out_dir is None:
        return None
    name = Path(one.name).with_suffix(f".{to}") if one.path else Path(f"stdin.{to}")
    return Path(out_dir) / name.name if out_dir is not None else one.folder / name.name


def _refuse_clashes(found: Sequence[Input], targets: Sequence[Path | None]) -> None:
    """No picture may be written over another one, nor over a map."""
    maps = {one.path.resolve() for one in found if one.path}
    drawn: dict[Path, str] = {}
    for one, target in zip(found, targets, strict=True):
        if target is None:
            continue
        place = target.resolve()
        if place in maps:
            raise options.BadParameter(f"{shown(target)} is a map; give the picture another name")
        if place in drawn:
            raise options.BadParameter(
                f"the pictures of {drawn[place]} and {one.name} would both be {shown(target)}; "
                "draw them one by one, each with its -o"
            )
        drawn[place] = one.name


def _put(picture: Picture, target: Path | None, quiet: bool) -> None:
    if target is None:
        emit(picture.svg)
    else:
        write_file(target, picture.svg.encode("utf-8", "backslashreplace"))
    if not quiet:
        for notice in picture.notices:
            tell(f"note: {visible(notice)}")
        if target is not None:
            tell(f"Wrote {visible(shown(target))}.")
