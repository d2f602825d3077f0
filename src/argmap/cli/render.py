"""`argmap render`: the picture of a map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from argmap.cli import options
from argmap.cli.console import emit, tell, waiting, watched
from argmap.cli.findings import collect, refused
from argmap.cli.inputs import Input, inputs, none_found
from argmap.cli.targets import PictureFormat, format_of, of_page, refuse_clashes, targets
from argmap.collector import collector_held
from argmap.render import (
    DEFAULT_DEPTH,
    Direction,
    EngineChoice,
    NoSuchPart,
    Page,
    PageSize,
    Picture,
    RenderOptions,
    ThemeName,
    View,
    pages,
    render_pages,
    select,
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
    "argmap render debate.arg --page a4 -o debate.png   to be printed on A4",
    "argmap render debate.arg --split          a page for each question and main claim",
)


_LEAST_SCALE, _LARGEST_SCALE = 0.1, 20.0


@collector_held()
def command(
    maps: options.Maps,
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
    page: Annotated[
        PageSize | None,
        options.Option(help="Fill a page of this paper, across, to be printed."),
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
        options.Option(
            metavar="ID",
            autocompletion=options.claims,
            help="Draw this claim with what is near it.",
        ),
    ] = None,
    depth: Annotated[
        int | None,
        options.Option(
            metavar="N",
            min=0,
            help=f"With --focus: steps to either side; {DEFAULT_DEPTH} if you do not say.",
        ),
    ] = None,
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
    split: Annotated[
        bool,
        options.Option(
            "--split",
            help="One page for each question and main claim, in files named after them.",
        ),
    ] = False,
    scale: Annotated[
        float | None,
        options.Option(
            metavar="N",
            help="PNG: pixels to a px; otherwise 2, and fewer for a large map.",
            show_default=False,
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
    _refuse_empty(
        {"-o": output, "--out-dir": out_dir, "--css": css, "--focus": focus, "--section": section}
    )
    form = format_of(output, to)
    if scale is not None:
        _check_scale(scale, form)
    if depth is not None and focus is None:
        raise options.BadParameter("--depth is for --focus; say which claim, or use --fold")
    if split and focus is not None:
        raise options.BadParameter("--focus draws one picture, --split several; use one of them")
    files = targets(found, output, out_dir, form)
    refuse_clashes(found, zip(found, files, strict=True))
    read = _read(found, color, quiet)
    if read is None:
        return 1
    how = RenderOptions(
        engine=engine,
        theme="light" if form == "png" and theme == "auto" else theme,
        css="" if css is None else _read_style(css),
        direction=direction,
        page=page,
        view=View(focus, DEFAULT_DEPTH if depth is None else depth, section, fold),
    )
    jobs = [
        _Job(one, map_, target, _pages(one, map_, how.view, split=split))
        for one, map_, target in zip(found, read, files, strict=True)
    ]
    refuse_clashes(found, ((job.one, file) for job in jobs for file in job.files()))
    if out_dir is not None:
        make_folder(Path(out_dir))
    for job in jobs:
        if not job.pages:
            tell(f"note: {visible(job.one.name)} asks and claims nothing, so it has no pages")
        pictures = job.pictures(how, plain)
        for file in job.files():
            with waiting(f"drawing {visible(job.one.name)}", quiet):
                picture = next(pictures)
                data = _encoded(picture, form, scale)
            _put(data, file, () if quiet else _notices(picture, form, scale), quiet)
    return 0


class _Job(NamedTuple):
    """A map to be drawn: to one file, None for standard output, or page by page."""

    one: Input
    map: ArgumentMap
    target: Path | None
    pages: tuple[Page, ...]

    def files(self) -> list[Path | None]:
        """Where the pictures go."""
        return [
            of_page(self.target, page.name) if page.name else self.target for page in self.pages
        ]

    def pictures(self, how: RenderOptions, plain: bool) -> Iterator[Picture]:
        """The pictures, each drawn when it is asked for."""
        evaluation = None if plain else _evaluate(self.map)
        yield from render_pages(self.map, self.pages, how, evaluation)


def _read(found: Sequence[Input], color: options.Color, quiet: bool) -> list[ArgumentMap] | None:
    """The maps alone, so that nothing else of what was read is kept while they are drawn; None if
    some have errors, which are then shown."""
    loaded = watched((one.load() for one in found), "reading", len(found), quiet)
    return None if refused(collect(loaded), color) else [result.map for result in loaded]


def _refuse_empty(values: dict[str, str | None]) -> None:
    """An option that is given has a value."""
    for option, value in values.items():
        if value == "":
            raise options.BadParameter(
                "it is empty; is a variable of the shell not set?", param_hint=option
            )


def _check_scale(scale: float, form: PictureFormat) -> None:
    problem = ""
    if form != "png":
        problem = "an SVG has no pixels, it is sharp at any size; the option is for PNG"
    elif not _LEAST_SCALE <= scale <= _LARGEST_SCALE:
        problem = f"it is a number from {_LEAST_SCALE:g} to {_LARGEST_SCALE:g}"
    if problem:
        raise options.BadParameter(problem, param_hint="--scale")


def _pages(one: Input, argument_map: ArgumentMap, view: View, *, split: bool) -> tuple[Page, ...]:
    """What is drawn of a map, before anything of any map is written. A page that is all there is
    has no name."""
    try:
        return pages(argument_map, view) if split else (Page("", select(argument_map, view)),)
    except NoSuchPart as error:
        raise options.BadParameter(f"{one.name}: {error}") from error


def _encoded(picture: Picture, form: PictureFormat, scale: float | None) -> tuple[bytes, ...]:
    """The bytes of a picture in a format, in pieces."""
    if form == "svg":
        return picture.pieces
    from argmap.render import png  # noqa: PLC0415 - only for a PNG

    try:
        return (png.write_png(picture.svg, scale),)
    except png.TooManyPixels as error:
        raise options.BadParameter(str(error)) from error
    except png.UsesVariables as error:  # no theme of ours does in a PNG
        raise options.BadParameter(
            "it uses CSS variables (`var(...)`), which a PNG does not know; write the colors out",
            param_hint="--css",
        ) from error


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


def _put(
    data: tuple[bytes, ...], target: Path | None, notices: tuple[str, ...], quiet: bool
) -> None:
    if target is None:
        emit(*data)
    else:
        write_file(target, *data)
    for notice in notices:
        tell(f"note: {visible(notice)}")
    if target is not None and not quiet:
        tell(f"Wrote {visible(shown(target))}.")


def _notices(picture: Picture, form: PictureFormat, scale: float | None) -> tuple[str, ...]:
    """What was done otherwise than asked for, and what a PNG has not that the SVG has."""
    if form != "png":
        return picture.notices
    from argmap.render.png import remarks  # noqa: PLC0415 - only for a PNG

    return picture.notices + remarks(picture.svg, scale)
