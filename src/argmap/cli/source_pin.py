"""`argmap source pin`: the checksums of sources, written into maps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Annotated

from argmap.cli import options
from argmap.cli.console import emit, tell, waiting
from argmap.cli.findings import collect, refused
from argmap.cli.inputs import Input, inputs, none_found
from argmap.cli.rewriting import put_back, show_difference
from argmap.lint.context import Context
from argmap.lint.pinning import Elsewhere, Pin, elsewhere, pinned, pins
from argmap.report import visible
from argmap.syntax.document import shortened
from argmap.workspace import SUFFIX, CannotRead, Loaded

EXAMPLES = (
    "argmap source pin debate.arg            pin every source with a file",
    "argmap source pin --check debate.arg    only say which are not pinned, or have changed",
    "argmap source pin --diff maps           only show what would be written",
    "argmap source pin --force debate.arg    pin what is there, whatever is quoted from it",
)

_SHOWN = 8
"""How many quotations are named at most."""
_LONGEST = 72


@dataclass(slots=True)
class _Tally:
    """What happened: whether anything was (or would be) pinned, refused, or could not be done."""

    changed: bool = False
    refused: bool = False
    failed: bool = False


def command(
    maps: options.Maps,
    *,
    force: Annotated[
        bool,
        options.Option("--force", help="Pin a source even if what is quoted is not in its file."),
    ] = False,
    check: Annotated[
        bool,
        options.Option("--check", help="Write nothing; exit with 1 if a source is not pinned."),
    ] = False,
    diff: options.Diff = False,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
) -> int:
    """Write into maps which state of each source was quoted.

    A source with a `file:` gets the checksum of that file as its `sha256:`; nothing else of the
    map changes. `argmap check` then says when the file has changed. A source of which the map
    quotes what is not in the file is left as it is, and the exit code is 1.
    """
    tally = _Tally()
    found = inputs(maps, stdin_filename)
    if not found and not quiet:
        tell(none_found(maps))
    for one in found:
        try:
            with waiting(f"pinning the sources of {visible(one.name)}", quiet):
                work = _look(one, force=force)
        except CannotRead as error:
            tell(f"argmap: {visible(str(error))}")
            tally.failed = True
            continue
        if refused(collect([work.loaded]), color):
            tally.refused = True
            continue
        before, after = work.loaded.document.source.text, work.text
        if diff:
            show_difference(one.name, before, after)
        elif not check:
            put_back(one, before, after)
        _tell(work, tally, check=check, quiet=quiet or diff, alone=len(found) == 1)
    if tally.failed:
        return 2
    return int(tally.refused or (tally.changed and (check or diff)))


@dataclass(frozen=True, slots=True)
class _Work:
    """A map, what becomes of its sources, and its text after that."""

    name: str
    loaded: Loaded
    pins: Sequence[Pin] = ()
    elsewhere: Sequence[Elsewhere] = ()
    text: str = ""
    lacking: Sequence[str] = ()


def _look(one: Input, *, force: bool) -> _Work:
    loaded = one.load()
    library = loaded.library()
    context = Context(loaded.map, loaded.document, library=library)
    found = pins(context, force=force)
    return _Work(
        one.name,
        loaded,
        found,
        elsewhere(context),
        pinned(context, found),
        library.lacking if library is not None else (),
    )


def _tell(work: _Work, tally: _Tally, *, check: bool, quiet: bool, alone: bool) -> None:
    """Say what became of each source, and count it; `alone` is a map that no other is beside."""
    for pin in work.pins:
        said, name = f"`@{pin.source.id}` ({pin.file.path})", work.name
        if pin.outcome == "pinned":
            tally.changed = True
            if check:
                state = "is not pinned" if pin.before is None else "has changed since it was pinned"
                emit(f"{visible(f'{name}: {said} {state}')}\n")
            elif not quiet:
                tell(visible(f"{name}: pinned {said}{' anew' if pin.before else ''}"))
        elif pin.outcome == "unchanged":
            if not quiet and not check:
                tell(visible(f"{name}: {said} is unchanged"))
        else:
            tally.failed |= pin.outcome == "unreadable" or bool(work.lacking)
            tally.refused = True
            for line in _why_not(work, pin, said):
                tell(visible(line))
    for missing in work.lacking:
        tell(f"argmap: {visible(missing)}")
    if quiet:
        return
    for one in work.elsewhere:
        tell(visible(f"{work.name}: {_left(one)}"))
    if not work.pins and not work.elsewhere and alone:
        tell(visible(f"{work.name}: no source has a `file:`, so there is nothing to pin"))


def _why_not(work: _Work, pin: Pin, said: str) -> Iterator[str]:
    """Why a source was not pinned, and how to go on."""
    at = pin.source.at
    head = f"argmap: {at.path}:{at.line}:{at.column}: {said} is not pinned: "
    if pin.outcome == "unreadable":
        yield f"{head}{pin.reason}"
        return
    force = "--force pins it as it is"
    if pin.outcome == "unchecked":
        what = "its quotation" if pin.quoted == 1 else f"its {pin.quoted:,} quotations"
        yield f"{head}{what} cannot be looked up, for {pin.reason}"
        yield f"  {force}"
        return
    changed = "it has changed, and " if pin.before is not None else ""
    count = len(pin.lost)
    which = f"{count:,} of its {pin.quoted:,} quotations" if pin.quoted > 1 else "its one quotation"
    verb = "is" if count == 1 else "are"
    yield f"{head}{changed}{which} {verb} not in it"
    for one in pin.lost[:_SHOWN]:
        focus = one.entry.focus
        quote = shortened(one.entry.text, _LONGEST)
        yield f"  {focus.path}:{focus.line}:{focus.column}: “{quote}”"
    if count > _SHOWN:
        yield f"  and {count - _SHOWN:,} more"
    shows = f"`argmap check {work.name}` shows what it says instead; "
    yield f"  {shows if work.name.endswith(SUFFIX) else ''}{force}"


def _left(one: Elsewhere) -> str:
    """Where a source is pinned that an import brings in."""
    path = one.source.at.path
    said = f"`@{one.source.id}` ({one.file.path}) is declared in {path}"
    if PurePath(path).suffix == SUFFIX:
        return f"{said}; `argmap source pin {path}` pins it"
    if PurePath(path).suffix == ".bib":
        return f"{said}; pin it there: `sha256 = {{{one.digest}}}`"
    return f'{said}; pin it there, in `custom`: `"sha256": "{one.digest}"`'
