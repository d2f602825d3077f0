"""`argmap scheme`: the patterns of argument that a step can name, and the questions that test
them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from argmap.cli import options
from argmap.cli.around import project_schemes
from argmap.cli.console import emit
from argmap.schemes import Scheme, known_schemes, no_scheme

EXAMPLES = (
    "argmap scheme                   all schemes, a line each",
    "argmap scheme expert-opinion    one of them, with an example",
    "argmap scheme --to json         all of them in full, for other programs",
)

Form = Literal["text", "json"]


def command(
    name: Annotated[
        str | None,
        options.Argument(
            metavar="[NAME]",
            help="A scheme's name.",
            show_default=False,
            autocompletion=options.schemes,
        ),
    ] = None,
    *,
    to: Annotated[Form, options.Option(help="How to write them.")] = "text",
) -> int:
    """Show the premises of an argument scheme, and the critical questions that test it.

    Without a name, all schemes are listed, those of the project first.
    """
    own = project_schemes()
    if name is None:
        emit(_listed(own) if to == "text" else _as_json(_all(own)))
        return 0
    scheme = known_schemes(own).get(name)
    if scheme is None:
        raise options.BadParameter(no_scheme(name, own))
    if to == "json":
        emit(_as_json((scheme,)))
        return 0
    from argmap.cli.starter import starter  # noqa: PLC0415 - only for one scheme
    from argmap.schemes.document import one_scheme  # noqa: PLC0415

    emit(one_scheme(scheme, starter(scheme)))
    return 0


def _all(own: tuple[Scheme, ...]) -> Iterator[Scheme]:
    """The schemes of the project, and those of the catalogue whose names they do not take."""
    from argmap.schemes.catalogue import SCHEMES  # noqa: PLC0415

    taken = {scheme.name for scheme in own}
    yield from own
    yield from (scheme for scheme in SCHEMES if scheme.name not in taken)


def _as_json(schemes: Iterable[Scheme]) -> str:
    from argmap.schemes.write import write_schemes  # noqa: PLC0415 - loads json

    return write_schemes(schemes)


def _listed(own: tuple[Scheme, ...]) -> str:
    from argmap.schemes.catalogue import GROUPS, SCHEMES  # noqa: PLC0415

    width = max(len(scheme.name) for scheme in (*own, *SCHEMES))
    groups = {"The project's own": own, **GROUPS} if own else GROUPS
    lines: list[str] = []
    for title, schemes in groups.items():
        lines += ["", title] if lines else [title]
        lines += [f"  {scheme.name:<{width}}  {scheme.about}" for scheme in schemes]
    return "\n".join(lines) + "\n"
