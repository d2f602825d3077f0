"""The errors of the language: their codes and names, once each."""

from __future__ import annotations

from typing import NamedTuple

from argmap.diagnostics import Severity


class LanguageError(NamedTuple):
    """A kind of language error: its code, its name and what it is, in one line."""

    code: str
    name: str
    summary: str
    severity: Severity = "error"


NOT_UTF8 = LanguageError("ARG001", "not-utf8", "the file is not UTF-8 text")
CONTROL_CHARACTER = LanguageError("ARG002", "control-character", "a character that no one can see")
INDENTATION_SPACE = LanguageError(
    "ARG003", "indentation-space", "an indentation that is not made of spaces"
)
NO_OPEN_COLUMN = LanguageError(
    "ARG004", "no-open-column", "a dedent to a column no entry stands in"
)
GLUED_MARKER = LanguageError("ARG005", "glued-marker", "a marker without the space after it")
EMPTY_ENTRY = LanguageError("ARG006", "empty-entry", "an entry with nothing in it")
UNCLOSED = LanguageError("ARG007", "unclosed", "a bracket, parenthesis or brace that is not closed")
NOT_AN_ID = LanguageError("ARG008", "not-an-id", "something in the place of an id that is none")
MISPLACED_ENTRY = LanguageError(
    "ARG009", "misplaced-entry", "an entry that is not allowed where it stands"
)
NOTHING_TO_JOIN = LanguageError("ARG010", "nothing-to-join", "a co-premise with no step to join")
NO_STEP_TO_CUT = LanguageError("ARG011", "no-step-to-cut", "an undercut with no step to cut")
UNDEFINED_ID = LanguageError("ARG012", "undefined-id", "an id that no claim has")
DUPLICATE_ID = LanguageError("ARG013", "duplicate-id", "an id that is defined twice")
REPEATED_DEFINITION = LanguageError(
    "ARG014", "repeated-definition", "a definition that says again what stands already", "warning"
)
TRAILER_ON_REFERENCE = LanguageError(
    "ARG015", "trailer-on-reference", "tags, sources or attributes on a bare reference"
)
CONFLICTING_QUALIFIERS = LanguageError(
    "ARG016", "conflicting-qualifiers", "two qualifiers for one step that disagree"
)
UNDEFINED_SOURCE = LanguageError("ARG017", "undefined-source", "a source that is not declared")
UNREADABLE_IMPORT = LanguageError(
    "ARG018", "unreadable-import", "an import of a file that cannot be read"
)
IMPORT_CYCLE = LanguageError("ARG019", "import-cycle", "files that import each other in a circle")
IMPORT_OUTSIDE = LanguageError("ARG020", "import-outside-project", "an import from outside")
TEXT_AFTER_CHILDREN = LanguageError(
    "ARG021", "text-after-children", "a text that goes on after an entry's children"
)
EARLY_TRAILER = LanguageError(
    "ARG022", "early-trailer", "a trailer on a line that the text continues"
)
SECOND_ATTRIBUTES = LanguageError("ARG023", "second-attributes", "a second `{…}` in one entry")
BAD_ATTRIBUTES = LanguageError("ARG024", "bad-attributes", "a `{…}` or `(…)` that does not read")
BAD_VALUE = LanguageError("ARG025", "bad-value", "a value that an attribute cannot have")
STRENGTH_RANGE = LanguageError("ARG026", "strength-out-of-range", "a strength not within 0 to 1")
WRONG_PART = LanguageError("ARG027", "wrong-part", "a part that an entry of this kind cannot have")
NOT_A_CLAIM = LanguageError("ARG028", "not-a-claim", "a question where a claim is meant, or so")
IMPORT_ALIAS = LanguageError("ARG029", "import-alias", "an import's alias that is taken or no id")

LANGUAGE_ERRORS: tuple[LanguageError, ...] = tuple(
    value for value in list(globals().values()) if isinstance(value, LanguageError)
)
