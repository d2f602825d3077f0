"""The schemes that argmap brings along, by what they argue from.

They are Python, and not a file of data, so that the compiled modules are all that is read: to
take the same from TOML costs more than to check a small map.
"""

from __future__ import annotations

from collections.abc import Mapping

from argmap.schemes.catalogue import actions, cases, causes, persons, sources, words
from argmap.schemes.scheme import Scheme

GROUPS: Mapping[str, tuple[Scheme, ...]] = {
    group.TITLE: group.SCHEMES for group in (sources, cases, causes, actions, words, persons)
}
"""The schemes by the title of their group."""

SCHEMES: tuple[Scheme, ...] = tuple(scheme for group in GROUPS.values() for scheme in group)
