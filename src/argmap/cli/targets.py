"""Where `argmap render` writes its pictures, and in which format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from argmap.cli import options
from argmap.cli.around import STDIN
from argmap.cli.inputs import Input
from argmap.sentences import either
from argmap.workspace import shown

PictureFormat = Literal["svg", "png"]

_SUFFIXES: dict[str, PictureFormat] = {".svg": "svg", ".png": "png"}


def format_of(output: str | None, to: PictureFormat | None) -> PictureFormat:
    """The format asked for, by itself or by the end of a name."""
    if to is not None or output is None or output == STDIN:
        return to or "svg"
    suffix = Path(output).suffix
    if suffix and suffix.lower() not in _SUFFIXES:
        raise options.BadParameter(f"`{suffix}` is no format of a picture; {_instead(output)}")
    return _SUFFIXES.get(suffix.lower(), "svg")


def _instead(output: str) -> str:
    """What to do where a name ends in what is no picture."""
    from argmap.formats.registry import UnknownFormat, by_path  # noqa: PLC0415 - only to say so

    with suppress(UnknownFormat):  # then it is no format of ours, nor meant as one
        other = by_path(output)
        if other.name != "arg":
            return f"`argmap convert MAP {output}` writes {other.title}"
    return f"end the name in {either(_SUFFIXES)}, or use --to"


def targets(
    found: Sequence[Input], output: str | None, out_dir: str | None, form: PictureFormat
) -> list[Path | None]:
    """Where the picture of each map goes, None for standard output."""
    if output is not None and out_dir is not None:
        raise options.BadParameter("-o names one file, --out-dir a folder; use one of them")
    if output is not None and len(found) > 1:
        raise options.BadParameter(f"-o names one file for {len(found)} maps; use --out-dir")
    if output == STDIN:
        return [None]
    if output is not None:
        return [Path(output)]
    return [_beside(one, out_dir, form) for one in found]


def _beside(one: Input, out_dir: str | None, form: PictureFormat) -> Path | None:
    if one.path is None and out_dir is None:
        return None
    name = Path(one.name).with_suffix(f".{form}") if one.path else Path(f"stdin.{form}")
    return Path(out_dir) / name.name if out_dir is not None else one.folder / name.name


def of_page(target: Path | None, name: str) -> Path:
    """Where a page goes: beside the picture of the whole map, the page's name after the map's."""
    if target is None:
        raise options.BadParameter(
            "--split draws several pictures, and standard output takes one; "
            "say with -o FILE or --out-dir DIR where they go"
        )
    return target.with_name(f"{target.stem}-{name}{target.suffix}")


def refuse_clashes(found: Iterable[Input], drawn: Iterable[tuple[Input, Path | None]]) -> None:
    """No picture may be written over another one, nor over a map."""
    maps = {one.path.resolve() for one in found if one.path}
    taken: dict[Path, Input] = {}
    for one, target in drawn:
        if target is None:
            continue
        place = target.resolve()
        if place in maps:
            raise options.BadParameter(f"{shown(target)} is a map; give the picture another name")
        if place in taken:
            raise options.BadParameter(
                f"the pictures of {taken[place].name} and {one.name} would both be "
                f"{shown(target)}; draw them one by one, each with its -o"
            )
        taken[place] = one
