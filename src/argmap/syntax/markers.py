"""The one table of entries: their markers, what each is called, and what may stand on its line.

Grammar, scanner, formatter and the docs are checked against it.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What an entry is. The values are the terminals of the grammar."""

    TITLE = "TITLE"
    SECTION = "SECTION"
    IMPORT = "IMPORT"
    SOURCE = "SOURCE"
    STATEMENT = "STATEMENT"
    SUPPORT = "SUPPORT"
    REBUTTAL = "REBUTTAL"
    PREMISE = "PREMISE"
    UNDERCUT = "UNDERCUT"
    CONTRADICTION = "CONTRADICTION"
    QUESTION = "QUESTION"
    ANSWER = "ANSWER"
    QUOTATION = "QUOTATION"
    NOTE = "NOTE"
    GLUED = "GLUED"
    STRAY = "STRAY"

    __hash__ = object.__hash__


class Form(NamedTuple):
    """How an entry of a kind is written: its marker and the parts its line may have."""

    kind: Kind
    marker: str
    noun: str
    qualifier: bool = False
    id: bool = False
    tags: bool = False
    cites: bool = False
    attributes: bool = False

    @property
    def plain(self) -> bool:
        """Whether what follows the marker is prose to its last character."""
        return not (self.tags or self.cites or self.attributes)


_CLAIM = {"id": True, "tags": True, "cites": True, "attributes": True}

FORMS: dict[Kind, Form] = {
    form.kind: form
    for form in (
        Form(Kind.TITLE, "#", "a title", attributes=True),
        Form(Kind.SECTION, "##", "a section"),
        Form(Kind.IMPORT, "import", "an import"),
        Form(Kind.SOURCE, "@", "a source", tags=True, attributes=True),
        Form(Kind.STATEMENT, "", "a claim", **_CLAIM),
        Form(Kind.SUPPORT, "+", "a reason", qualifier=True, **_CLAIM),
        Form(Kind.REBUTTAL, "-", "a rebuttal", qualifier=True, **_CLAIM),
        Form(Kind.PREMISE, "&", "a co-premise", qualifier=True, **_CLAIM),
        Form(Kind.UNDERCUT, "!", "an undercut", qualifier=True, **_CLAIM),
        Form(Kind.CONTRADICTION, "><", "a contradiction", **_CLAIM),
        Form(Kind.QUESTION, "?", "a question", id=True, tags=True, attributes=True),
        Form(Kind.ANSWER, "=", "an answer", **_CLAIM),
        Form(Kind.QUOTATION, ">", "a quotation", cites=True),
        Form(Kind.NOTE, ":", "a note"),
        Form(Kind.GLUED, "", "an entry"),
        Form(Kind.STRAY, "", "a text"),
    )
}

CLAIM_KINDS = frozenset(
    {
        Kind.STATEMENT,
        Kind.SUPPORT,
        Kind.REBUTTAL,
        Kind.PREMISE,
        Kind.UNDERCUT,
        Kind.CONTRADICTION,
        Kind.ANSWER,
    }
)
"""The entries that are about a claim."""

STEP_KINDS = frozenset({Kind.SUPPORT, Kind.REBUTTAL, Kind.UNDERCUT})
"""The entries that draw a step."""

JOINABLE = STEP_KINDS | {Kind.CONTRADICTION}
"""The entries that `&` can join."""

MARKS = "#@+-&!><?=:[{/\\"
"""The characters that a backslash at the start of a text makes plain."""
