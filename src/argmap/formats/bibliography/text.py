"""What stands in the fields of a bibliography, whatever its format: people, dates, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable

from argmap.syntax import Kind
from argmap.syntax.vocabulary import KEYS

Locate = Callable[[str], str | None]
"""Gives a path from the folder of the bibliography, for a path as it stands there; None for one
that leads out of the project."""

_BRACES = re.compile(r"[{}]")


def edited(people: str, role: str) -> str:
    """People by their role: `Jane Doe (editor)`; for authors the role goes without saying."""
    if role != "editor":
        return people
    return f"{people} (editor{'s' if ' and ' in people else ''})"


# Dates ----------------------------------------------------------------------------------------

_DAY = re.compile(r"\s*(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_read_date = KEYS[Kind.SOURCE]["published"].read


def date_of(text: str) -> str:
    """The date that a text begins with, as exact as it can be read: `2020-01-06`, `2020-01`,
    `2020`; empty if it begins with none. Of a range it is the beginning."""
    match = _DAY.match(text)
    return date_from(*match.groups()) if match else ""


def date_from(year: str | None, month: str | None = None, day: str | None = None) -> str:
    """A date from its parts, as far as they make one."""
    parts = [part for part in (year, month, day) if part]
    while parts:
        joined = "-".join(parts)
        if _read_date(joined):
            return joined
        parts.pop()
    return ""


def year_in(text: str) -> str:
    """The first year of four digits in a text; empty if there is none."""
    match = _YEAR.search(text)
    return match[0] if match else ""


def month_and_day(text: str) -> tuple[str | None, str | None]:
    """What a field for the month says: `January`, `jan`, `1`, `10~jan`."""
    month = day = None
    for word in _WORD.findall(text):
        if word.isdigit():
            day = word
        elif month is None and word[:3].casefold() in _MONTHS:
            month = f"{_MONTHS.index(word[:3].casefold()) + 1:02}"
    if month is None:
        month, day = day, None
    return two_digits(month), two_digits(day)


def two_digits(number: str | None) -> str | None:
    """A number of a month or day, with its zero."""
    return number.zfill(2) if number and len(number) <= 2 else None


# Addresses and paths --------------------------------------------------------------------------

_URL = re.compile(r"\\url\s*\{(.*)\}", re.DOTALL)
_TILDE = re.compile(r"\{?\\textasciitilde\s*(?:\{\})?\}?|\\~\{\}")
_ESCAPED = re.compile(r"\\([_&%#$~{}^\\])")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?\s*(10\.\S+)", re.IGNORECASE)


def address(text: str) -> str:
    """A URL as it is typed, from one as it is written in LaTeX."""
    wrapped = _URL.search(text)
    bare = _TILDE.sub("~", wrapped[1] if wrapped else text)
    return "".join(_ESCAPED.sub(r"\1", _BRACES.sub("", bare)).split())


def doi(text: str) -> str:
    """The address of a DOI; empty for what is none."""
    match = _DOI.fullmatch(address(text))
    return f"https://doi.org/{match[1]}" if match else ""


_BETWEEN_FILES = re.compile(r"(?<!\\);")
_BETWEEN_PARTS = re.compile(r"(?<!\\):")
_ESCAPED_IN_PATH = re.compile(r"\\([:;\\_&%#$])")


def file_in(text: str, locate: Locate) -> str:
    """The first file inside the project that a field names; empty if it names none.

    JabRef and Zotero write `title:path:type`, several with `;` between them, and escape these marks
    by a backslash; others write the path alone.
    """
    for one in _BETWEEN_FILES.split(text):
        parts = _BETWEEN_PARTS.split(one)
        path = parts[1] if len(parts) == 3 else one
        found = locate(_ESCAPED_IN_PATH.sub(r"\1", path).strip())
        if found:
            return found
    return ""
