"""`argmap new`: a first map to change into one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from argmap.cli import options
from argmap.cli.console import emit, tell
from argmap.report import visible
from argmap.workspace import SUFFIX, create_file, shown

EXAMPLES = (
    "argmap new debate.arg                       then: argmap render debate.arg",
    "argmap new --scheme expert-opinion lee.arg  an argument of that scheme, to be filled in",
)

FIRST_MAP = """\
# Should we move the weekly meeting to Monday?

// Lines like this one are comments. Change anything, then run
//   argmap check FILE     to find mistakes
//   argmap render FILE    to draw the picture

// A question and its possible answers. The [name] in brackets lets other lines point here.
? [when] When should the weekly meeting be?
  = [monday] The meeting moves to Monday.
  = [friday] The meeting stays on Friday.

// Below an answer, `+` gives a reason for it and `-` speaks against it.
// Indent by two spaces to argue about the line above.
[monday]
  + [fresh] On Monday there is still time to act on what we decide.
    - [forgotten] Most of what we decide is planned for the week after anyway.
  - [away] Three of us are often away on Mondays.
    // A quotation backs a claim; @calendar names a source, written below with `@`.
    > out of office every second Monday  @calendar(March)

// `&` joins two reasons that only work together, and `!` says that a reason does not bear on
// what it is given for, even if it is true.
[friday]
  + [settled] Everyone has kept Friday free for years.
  & [costly] A new time would cost each of us an hour of moving other meetings.
    ! [once] We would pay that hour only once.

@calendar The team calendar
"""


def command(
    file: Annotated[
        str,
        options.Argument(
            metavar="FILE", help="The map to write, or `-` for standard output.", show_default=False
        ),
    ],
    scheme: Annotated[
        str | None,
        options.Option(
            metavar="NAME",
            autocompletion=options.schemes,
            help="Write an argument of this scheme instead: its premises, and the critical "
            "questions as comments.",
        ),
    ] = None,
    quiet: options.Quiet = False,
) -> int:
    """Write a first map, with comments that explain it.

    A file that exists is never written over.
    """
    text = FIRST_MAP if scheme is None else _of_scheme(scheme)
    if file == "-":
        emit(text)
        return 0
    path = Path(file)
    if path.suffix != SUFFIX:
        raise options.BadParameter(f"the name of a map ends in {SUFFIX}; try {file}{SUFFIX}")
    create_file(path, text.encode())
    if not quiet:
        name = visible(shown(path))
        tell(f"Wrote {name}. Draw it with `argmap render {name}`.")
    return 0


def _of_scheme(name: str) -> str:
    """The map that a scheme starts."""
    from argmap.cli.around import project_schemes  # noqa: PLC0415 - only with --scheme
    from argmap.cli.starter import starter  # noqa: PLC0415
    from argmap.schemes import known_schemes, no_scheme  # noqa: PLC0415

    own = project_schemes()
    known = known_schemes(own).get(name)
    if known is None:
        raise options.BadParameter(no_scheme(name, own))
    return starter(known)
