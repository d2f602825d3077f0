"""The errors of the language: one code and one wording each, all in this place.

Each function makes one diagnostic. The message says what is wrong; the help says how to mend it,
with the author's own words where that is possible.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.diagnostics import Diagnostic, Edit, Fix, Related, Severity, did_you_mean
from argmap.source import Span


@dataclass(frozen=True, slots=True)
class LanguageError:
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


def _make(
    error: LanguageError,
    span: Span,
    message: str,
    help_: str,
    *,
    hint: str = "",
    label: str = "",
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
) -> Diagnostic:
    return Diagnostic(
        error.code,
        error.name,
        error.severity,
        span,
        message,
        help_,
        hint or help_,
        label,
        related,
        fix,
    )


# The file -------------------------------------------------------------------------------------


def not_utf8(span: Span, count: int, *, binary: bool) -> Diagnostic:
    """The file is not UTF-8, or no text at all."""
    if binary:
        return _make(
            NOT_UTF8, span, "this is not a text file", "a map is a text file in UTF-8", hint=""
        )
    what = "a byte here is" if count == 1 else f"{count} bytes in this file, the first here, are"
    return _make(
        NOT_UTF8, span, f"{what} not UTF-8", "save the file as UTF-8 in your editor, then try again"
    )


def control_character(span: Span, code_point: int, count: int) -> Diagnostic:
    """A control character in a text."""
    name = "a tab" if code_point == 9 else f"the control character U+{code_point:04X}"
    if count > 1:
        name = f"{count} control characters, the first U+{code_point:04X},"
        return _make(CONTROL_CHARACTER, span, f"{name} stand here", "take them out")
    mend = "write a space in its place" if code_point == 9 else "take it out; no one can see it"
    return _make(CONTROL_CHARACTER, span, f"{name} stands here", mend)


def indentation_space(span: Span, space: str, columns: int) -> Diagnostic:
    """Something other than U+0020 in the indentation."""
    odd = next(c for c in space if c != " ")
    name = "a tab" if odd == "\t" else f"U+{ord(odd):04X}"
    return _make(
        INDENTATION_SPACE,
        span,
        f"this line is indented with {name}; only spaces indent",
        f"indent it with {columns} space{'s' if columns != 1 else ''}, as it was read",
        hint=f"write {columns} spaces",
        fix=Fix("safe", "indent with spaces", (Edit(span, " " * columns),)),
    )


def no_open_column(span: Span, column: int, columns: Iterable[int]) -> Diagnostic:
    """A dedent to a column where nothing is open. Columns count from 0 here."""
    known = sorted(set(columns), key=lambda c: (abs(c - column), c))[:2]
    places = " or ".join(str(c + 1) for c in sorted(known))
    return _make(
        NO_OPEN_COLUMN,
        span,
        f"no entry above stands in column {column + 1}, so it is unclear what this belongs to",
        f"start it in column {places}, in line with the entry it should stand beside",
        hint=f"start it in column {places}",
    )


# The form of an entry -------------------------------------------------------------------------


def glued_marker(span: Span, marker: str, rest: str) -> Diagnostic:
    """A marker that is not followed by a space."""
    if rest.startswith("(") and marker in ("&", "><", "?", "=", ">", ":"):
        return _make(
            GLUED_MARKER,
            span,
            f"`{marker}` takes no qualifier, and it needs a space after it",
            "put the qualifier on the `+`, `-` or `!` that this joins"
            if marker == "&"
            else f"write `{marker} `, or `\\{marker}` if this is prose",
        )
    return _make(
        GLUED_MARKER,
        span,
        f"`{marker}` needs a space after it",
        f"write `{marker} {rest}`, or `\\{marker}{rest}` if this is prose",
        hint=f"write `{marker} {rest}`",
    )


def glued_id(span: Span, bracketed: str) -> Diagnostic:
    """An id or qualifier that is not followed by a space."""
    return _make(
        GLUED_MARKER,
        span,
        f"`{bracketed}` needs a space after it",
        f"write a space after `{bracketed}`",
    )


def empty_entry(span: Span, noun: str, marker: str) -> Diagnostic:
    """A marker with nothing after it."""
    if marker == "@":
        return _make(EMPTY_ENTRY, span, "this source has no id", "write `@id Title of the source`")
    example = {"#": "# Title of the map", "##": "## Title of the section"}.get(
        marker, f"{marker} text" if marker in (">", ":") else f"{marker} text` or `{marker} [id]"
    )
    return _make(
        EMPTY_ENTRY, span, f"{noun} with nothing in it", f"write `{example}`, or take it out"
    )


def unclosed(span: Span, bracket: str, close: str, mend: str) -> Diagnostic:
    """A bracket that is opened and never closed on its line."""
    return _make(UNCLOSED, span, f"this `{bracket}` is not closed on its line", mend, hint=mend)


def not_an_id(span: Span, text: str, mend: str) -> Diagnostic:
    """Something in brackets, or after `@` or `as`, that is no id."""
    if not text.strip():
        message = "there is no id here"
    elif any(c.isspace() for c in text):
        message = f"`{text}` is not an id, since it has a space in it"
    elif text[-1] in "_-." or text[0] in "_-.":
        message = f"`{text}` is not an id: it starts and ends with a letter or a digit"
    else:
        message = f"`{text}` is not an id: an id has letters, digits, `_`, `-` and `.`"
    return _make(NOT_AN_ID, span, message, mend)


def leading_citation(span: Span, source: str) -> Diagnostic:
    """A citation where a source would be declared."""
    return _make(
        NOT_AN_ID,
        span,
        f"`@{source}(` opens a line, where only `@id Title` can stand, which declares a source",
        "write a citation at the end of the text's last line, or `\\@` if this is prose",
    )


def foreign_definition(span: Span, reference: str) -> Diagnostic:
    """A text given to a claim of another file."""
    alias, _, name = reference.rpartition("/")
    return _make(
        NOT_AN_ID,
        span,
        f"`{reference}` belongs to the file imported as `{alias}`, so it gets its text there",
        f"write `[{reference}]` alone to refer to it, or `[{name}]` for a claim of this file",
    )


def early_trailer(span: Span, trailer: str) -> Diagnostic:
    """A trailer in the middle of a text."""
    return _make(
        EARLY_TRAILER,
        span,
        f"`{trailer}` ends a line, but the text goes on below",
        "move it to the end of the text's last line, or write `\\` before it if it is prose",
        hint="move it to the end of the text",
    )


def second_attributes(span: Span, first: Span) -> Diagnostic:
    """Two `{…}` on one entry."""
    return _make(
        SECOND_ATTRIBUTES,
        span,
        "this entry has a second `{…}`",
        "put all attributes into one `{…}`, with commas between them",
        label="the second",
        related=(Related(first, "the first"),),
    )


def bad_attributes(span: Span, reason: str, *, qualifier: bool = False) -> Diagnostic:
    """A `{…}` at the end of a text, or a qualifier, that does not read."""
    if qualifier:
        return _make(
            BAD_ATTRIBUTES,
            span,
            f"this qualifier does not read: {reason}",
            "write a scheme, a strength or both, such as `(sign, strong)`",
        )
    return _make(
        BAD_ATTRIBUTES,
        span,
        f"this does not read as attributes: {reason}",
        "write `{key: value, flag}`, or `\\{` if it is prose",
    )


def bad_value(
    span: Span, key: str, value: str | bool, expects: str, words: tuple[str, ...]
) -> Diagnostic:
    """A value that its key cannot take."""
    if value is True:
        return _make(BAD_VALUE, span, f"`{key}` needs a value", f"write `{key}: ` and {expects}")
    guess = did_you_mean(str(value), words)
    hint = f"did you mean `{guess}`?" if guess else ""
    return _make(
        BAD_VALUE,
        span,
        f"`{value}` is no value that `{key}` can have",
        hint or f"`{key}` takes {expects}",
        hint=hint or f"`{key}` takes {expects}",
    )


def given_twice(span: Span, key: str) -> Diagnostic:
    """One key, twice in one `{…}`."""
    return _make(
        BAD_ATTRIBUTES,
        span,
        f"`{key}` is given twice",
        f"keep one `{key}`; an attribute has one value",
    )


def second_in_qualifier(
    span: Span, what: str, first: str, second: str, guess: str | None
) -> Diagnostic:
    """A second scheme or strength in one qualifier."""
    mend = f"did you mean `{guess}`?" if guess else "keep one of the two"
    return _make(
        BAD_ATTRIBUTES,
        span,
        f"this step has a {what} already, `{first}`, and `{second}` is a second",
        mend,
    )


def strength_range(span: Span, written: str) -> Diagnostic:
    """A number that is no strength."""
    return _make(
        STRENGTH_RANGE,
        span,
        f"a strength lies between 0 and 1, and {written} does not",
        "write a number from 0 to 1, or `weak`, `moderate`, `strong` or `conclusive`",
    )


def wrong_part(span: Span, noun: str, part: str, mend: str) -> Diagnostic:
    """A tag, citation or `{…}` on an entry that takes none."""
    return _make(WRONG_PART, span, f"{noun} takes no {part}", mend)


def trailer_on_reference(span: Span, reference: str) -> Diagnostic:
    """A trailer after an id that has no text."""
    return _make(
        TRAILER_ON_REFERENCE,
        span,
        f"`[{reference}]` without a text refers to a claim; what stands here belongs to the claim",
        "move it to the line that defines the claim, or give the claim its text here",
        hint="move it to the definition",
    )


# The place of an entry ------------------------------------------------------------------------


def misplaced(span: Span, what: str, mend: str, related: tuple[Related, ...] = ()) -> Diagnostic:
    """An entry where it cannot stand."""
    return _make(MISPLACED_ENTRY, span, what, mend, related=related)


def nothing_to_join(span: Span, mend: str, related: tuple[Related, ...] = ()) -> Diagnostic:
    """`&` with no step before it."""
    return _make(
        NOTHING_TO_JOIN,
        span,
        "this co-premise has nothing to join: no `+`, `-`, `!` or `><` comes right before it",
        mend,
        related=related,
    )


def no_step_to_cut(
    span: Span, message: str, mend: str, related: tuple[Related, ...] = ()
) -> Diagnostic:
    """`!` with no step to cut, or in a place that could mean two."""
    return _make(NO_STEP_TO_CUT, span, message, mend, related=related)


def text_after_children(span: Span, owner: str, above: Related | None, mend: str) -> Diagnostic:
    """A text that continues nothing."""
    return _make(
        TEXT_AFTER_CHILDREN,
        span,
        f"this text comes after what stands below {owner}, so it continues nothing"
        if owner
        else "this text is indented, but there is nothing above that it could continue",
        mend,
        related=(above,) if above else (),
    )


# Names ----------------------------------------------------------------------------------------


def undefined_id(
    span: Span, reference: str, guess: str | None, place: Span | None, *, question: bool = False
) -> Diagnostic:
    """A reference to nothing."""
    what = "question" if question else "claim"
    alias, _, name = reference.rpartition("/")
    mend = (
        f"define `[{name}]` in the file imported as `{alias}`"
        if alias
        else f"give this {what} a text to define it"
    )
    return _make(
        UNDEFINED_ID,
        span,
        f"no {what} has the id `{reference}`",
        f"write `[{guess}]`, or {mend}"
        if guess
        else f"{mend}, or write the id of one that is defined",
        hint=f"did you mean [{guess}]?" if guess else mend,
        related=(Related(place, f"a {what} with nearly this id"),) if place else (),
    )


def duplicate_id(span: Span, name: str, first: Span, noun: str) -> Diagnostic:
    """Two definitions of one id."""
    return _make(
        DUPLICATE_ID,
        span,
        f"the id `{name}` is already taken",
        f"give one of them another id; to refer to the first {noun}, write its id without a text",
        hint="give one of them another id",
        label="defined again here",
        related=(Related(first, "first defined here"),),
    )


def repeated_definition(span: Span, name: str, first: Span, fix: Fix | None) -> Diagnostic:
    """A definition that says the same text again; `fix` where nothing is lost by it."""
    mend = f"write `[{name}]` alone here to refer to it"
    return _make(
        REPEATED_DEFINITION,
        span,
        f"`[{name}]` is defined twice with the same text",
        mend if fix else f"{mend}, and move what follows the text to the first definition",
        hint=mend,
        label="said again here",
        related=(Related(first, "first defined here"),),
        fix=fix,
    )


def unknown_alias(span: Span, reference: str, alias: str, guess: str | None) -> Diagnostic:
    """A reference into a file that is not imported."""
    error = UNDEFINED_SOURCE if reference.startswith("@") else UNDEFINED_ID
    return _make(
        error,
        span,
        f"`{reference}` leads to a file imported as `{alias}`, and there is none",
        f"write `{guess}/` if that is the file you mean, or import it: `import PATH as {alias}`"
        if guess
        else f"import the file: `import PATH as {alias}`",
        hint=f"did you mean `{guess}/`?" if guess else f"import PATH as {alias}",
    )


def undefined_source(span: Span, name: str, guess: str | None, place: Span | None) -> Diagnostic:
    """A citation of a source that no one declared."""
    alias, _, own = name.rpartition("/")
    where = f"in the file imported as `{alias}`" if alias else "at the top of the file"
    mend = f"declare `@{own} Title` {where}"
    return _make(
        UNDEFINED_SOURCE,
        span,
        f"no source has the id `{name}`",
        f"write `@{guess}`, or {mend}" if guess else f"{mend}, or write `\\@` if this is prose",
        hint=f"did you mean @{guess}?" if guess else mend,
        related=(Related(place, "a source with nearly this id"),) if place else (),
    )


def not_a_claim(span: Span, name: str, is_what: str, meant: str, defined: Span) -> Diagnostic:
    """An id that names a thing of another kind."""
    return _make(
        NOT_A_CLAIM,
        span,
        f"`[{name}]` is {is_what}, and {meant} is meant here",
        f"write the id of {meant}, or give this one a text and an id of its own",
        hint=f"write the id of {meant}",
        related=(Related(defined, f"{is_what}, defined here"),),
    )


def conflicting_qualifiers(span: Span, what: str, here: str, there: str, at: Span) -> Diagnostic:
    """One step, two qualifiers."""
    return _make(
        CONFLICTING_QUALIFIERS,
        span,
        f"this step was given the {what} {there} above, and gets {here} here",
        f"keep one of the two; the same step, written twice, has one {what}",
        label=here,
        related=(Related(at, there),),
    )


# Imports --------------------------------------------------------------------------------------


def unreadable_import(span: Span, reason: str, mend: str) -> Diagnostic:
    """A file that cannot be imported."""
    return _make(UNREADABLE_IMPORT, span, reason, mend)


def import_cycle(span: Span, path: tuple[str, ...]) -> Diagnostic:
    """Files that import each other."""
    return _make(
        IMPORT_CYCLE,
        span,
        "this import closes a circle: " + " → ".join(path),
        "take one of these imports out; what both files need can go into a third",
    )


def import_outside(span: Span, path: str, root: str) -> Diagnostic:
    """An import from outside the project."""
    return _make(
        IMPORT_OUTSIDE,
        span,
        f"`{path}` lies outside the project, whose root is `{root}`",
        "move it into the project, or put an argmap.toml into a folder that holds both",
    )


def alias_taken(span: Span, alias: str, first: Span) -> Diagnostic:
    """Two imports with one alias."""
    return _make(
        IMPORT_ALIAS,
        span,
        f"another file is already imported as `{alias}`",
        "give this one another name: `import path as name`",
        related=(Related(first, "imported here"),),
    )


def alias_is_no_id(span: Span, alias: str) -> Diagnostic:
    """An alias, or the name of a file, that is no id."""
    return _make(
        IMPORT_ALIAS,
        span,
        f"`{alias}` is not an id, so nothing of that file could be named",
        "give it a name: `import path as name`",
    )
