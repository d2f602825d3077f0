"""The schemes that a map can use: those of the catalogue, and those of its project."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from argmap.diagnostics import did_you_mean
from argmap.schemes.scheme import Scheme


@cache
def known_schemes(own: tuple[Scheme, ...] = ()) -> Mapping[str, Scheme]:
    """The schemes by their names and by the other names they go by.

    Those of a project go before those of the catalogue, which is loaded here.
    """
    from argmap.schemes.catalogue import SCHEMES  # noqa: PLC0415 - few maps name a scheme

    found: dict[str, Scheme] = {}
    for group in (own, SCHEMES):
        for scheme in group:
            found.setdefault(scheme.name, scheme)
        for scheme in group:
            for alias in scheme.aliases:
                found.setdefault(alias, scheme)
    return found


def no_scheme(name: str, own: tuple[Scheme, ...] = ()) -> str:
    """That no scheme has a name, and which may be meant."""
    near = did_you_mean(name, known_schemes(own))
    hint = f"did you mean `{near}`?" if near else "`argmap scheme` lists them all"
    return f"no scheme is called `{name}`; {hint}"
