"""`argmap scheme`: the patterns of argument that a step can name, and the questions that test
them."""

from __future__ import annotations

from typing import Annotated

from argmap.cli import options
from argmap.cli.around import project_schemes
from argmap.cli.console import emit
from argmap.schemes import Scheme, known_schemes, no_scheme

EXAMPLES = (
    "argmap scheme                   all schemes, a line each",
    "argmap scheme expert-opinion    one of them, with an example",
)


def command(
    name: Annotated[
        str | None,
        options.Argument(metavar="[NAME]", help="A scheme's name.", show_default=False),
    ] = None,
) -> int:
    """Show the premises of an argument scheme, and the critical questions that test it.

    Without a name, all schemes are listed, those of the project first.
    """
    own = project_schemes()
    if name is None:
        emit(_listed(own))
        return 0
    scheme = known_schemes(own).get(name)
    if scheme is None:
        raise options.BadParameter(no_scheme(name, own))
    from argmap.cli.starter import starter  # noqa: PLC0415 - only for one scheme
    from argmap.schemes.document import one_scheme  # noqa: PLC0415

    emit(one_scheme(scheme, starter(scheme)))
    return 0


def _listed(own: tuple[Scheme, ...]) -> str:
    from argmap.schemes.catalogue import GROUPS, SCHEMES  # noqa: PLC0415

    width = max(len(scheme.name) for scheme in (*own, *SCHEMES))
    groups = {"The project's own": own, **GROUPS} if own else GROUPS
    lines: list[str] = []
    for title, schemes in groups.items():
        lines += ["", title] if lines else [title]
        lines += [f"  {scheme.name:<{width}}  {scheme.about}" for scheme in schemes]
    return "\n".join(lines) + "\n"
