"""`argmap render`: the picture of a map."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from argmap.cli import options
from argmap.cli.console import emit, tell, waiting
from argmap.cli.findings import collect, refused
from argmap.cli.inputs import STDIN, Input, inputs, none_found
from argmap.render import (
    DEFAULT_DEPTH,
    Direction,
    EngineChoice,
    NoSuchPart,
    Picture,
    RenderOptions,
    ThemeName,
    View,
    render_svg,
)
from argmap.report import visible
from argmap.workspace import make_folder, read_bytes, shown, write_file

if TYPE_CHECKING:
    from argmap.model import ArgumentMap
    from argmap.semantics.evaluation import Evaluation

EXAMPLES = (
    "argmap render debate.arg                  writes debate.svg beside it",
    "argmap render debate.arg -o picture.svg   writes picture.svg",
    "argmap render debate.arg -o picture.png   the same as PNG",
    "argmap render maps --out-dir pictures     all maps of a folder",
    "argmap render - < debate.arg > debate.svg",
    "argmap render debate.arg --focus go --depth 1   one claim with what is near it",
)

PictureFormat = Literal["svg", "png"]

_SUFFIXES: dict[str, PictureFormat] = {".svg": "svg", ".png": "png"}


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
    css: Annotated[
        str | None,
        options.Option(metavar="FILE", help="A style sheet of your own, put after the theme's."),
    ] = None,
    direction: Annotated[
        Direction,
        options.Option(
            help="Where conclusions stand; `auto`: left, but right in a map written from right to "
            "left."
        ),
    ] = "auto",
    focus: Annotated[
        str | None,
        options.Option(metavar="ID", help="Draw this claim with what is near it."),
    ] = None,
    depth: Annotated[
        int, options.Option(metavar="N", min=0, help="With --focus: steps to either side.")
    ] = DEFAULT_DEPTH,
    section: Annotated[
        str | None,
        options.Option(metavar="TITLE|N", help="Draw one section, by its title or number."),
    ] = None,
    fold: Annotated[
        int | None,
        options.Option(
            metavar="N", min=0, help="Go N steps from the conclusions; count what lies behind."
        ),
    ] = None,
    plain: Annotated[
        bool, options.Option("--plain", help="Leave out how the claims fare: the bare argument.")
    ] = False,
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
    form = to or (_SUFFIXES.get(Path(output).suffix.lower(), "svg") if output else "svg")
    how = RenderOptions(
        engine=engine,
        theme="light" if form == "png" and theme == "auto" else theme,
        css="" if css is None else _read_style(css),
        direction=direction,
        view=View(focus, depth, section, fold),
    )
    for one, result, target in zip(found, loaded, targets, strict=True):
        with waiting(f"drawing {visible(one.name)}", quiet):
            try:
                picture = render_svg(result.map, how, None if plain else _evaluate(result.map))
            except NoSuchPart as error:
                raise options.BadParameter(f"{one.name}: {error}") from error
            data = _encoded(picture, form)
        _put(picture, data, target, quiet)
    return 0


def _encoded(picture: Picture, form: PictureFormat) -> bytes:
    """The bytes of a picture in a format."""
    if form == "svg":
        return picture.svg.encode("utf-8", "backslashreplace")
    from argmap.render.png import TooManyPixels, write_png  # noqa: PLC0415 - only for a PNG

    try:
        return write_png(picture.svg)
    except TooManyPixels as error:
        raise options.BadParameter(str(error)) from error


def _read_style(name: str) -> str:
    """The text of a style sheet."""
    data = read_bytes(Path(name))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise options.BadParameter(f"{name} is not UTF-8 text") from error


def _evaluate(argument_map: ArgumentMap) -> Evaluation:
    from argmap.semantics.evaluate import evaluate  # noqa: PLC0415 - a plain picture needs none

    return evaluate(argument_map)


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


def _put(picture: Picture, data: bytes, target: Path | None, quiet: bool) -> None:
    if target is None:
        emit(data)
    else:
        write_file(target, data)
    if not quiet:
        for notice in picture.notices:
            tell(f"note: {visible(notice)}")
        if target is not None:
            tell(f"Wrote {visible(shown(target))}.")
