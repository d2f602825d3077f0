"""Words what is wrong with an entry in itself."""

from __future__ import annotations

from argmap.diagnostics import Diagnostic, Related, did_you_mean, finding
from argmap.source import Span
from argmap.syntax.messages.catalogue import (
    BAD_ATTRIBUTES,
    BAD_VALUE,
    EARLY_TRAILER,
    EMPTY_ENTRY,
    GLUED_MARKER,
    NOT_AN_ID,
    SECOND_ATTRIBUTES,
    STRENGTH_RANGE,
    TRAILER_ON_REFERENCE,
    UNCLOSED,
    WRONG_PART,
)


def glued_marker(span: Span, marker: str, rest: str) -> Diagnostic:
    """A marker that is not followed by a space."""
    if rest.startswith("(") and marker in ("><", "?", "=", ">", ":"):
        return finding(
            GLUED_MARKER,
            span,
            f"`{marker}` takes no qualifier, and it needs a space after it",
            f"write `{marker} `, or `\\{marker}` if this is prose",
        )
    if not rest.strip("-+=&!?>:#"):
        return finding(
            GLUED_MARKER,
            span,
            f"`{marker}{rest}` begins like an entry, and is none",
            f"take it out, or write `\\{marker}{rest}` if this is prose",
        )
    return finding(
        GLUED_MARKER,
        span,
        f"`{marker}` needs a space after it",
        f"write `{marker} {rest}`, or `\\{marker}{rest}` if this is prose",
        hint=f"write `{marker} {rest}`",
    )


def glued_id(span: Span, bracketed: str) -> Diagnostic:
    """An id or qualifier that is not followed by a space."""
    return finding(
        GLUED_MARKER,
        span,
        f"`{bracketed}` needs a space after it",
        f"write a space after `{bracketed}`",
    )


def empty_entry(span: Span, noun: str, marker: str) -> Diagnostic:
    """A marker with nothing after it."""
    if marker == "@":
        return finding(
            EMPTY_ENTRY, span, "this source has no id", "write `@id Title of the source`"
        )
    example = {"#": "# Title of the map", "##": "## Title of the section"}.get(
        marker, f"{marker} text" if marker in (">", ":") else f"{marker} text` or `{marker} [id]"
    )
    return finding(
        EMPTY_ENTRY, span, f"{noun} with nothing in it", f"write `{example}`, or take it out"
    )


def unclosed(span: Span, bracket: str, close: str, mend: str) -> Diagnostic:
    """A bracket that is opened and never closed on its line."""
    return finding(UNCLOSED, span, f"this `{bracket}` is not closed on its line", mend, hint=mend)


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
    return finding(NOT_AN_ID, span, message, mend)


def leading_citation(span: Span, source: str) -> Diagnostic:
    """A citation where a source would be declared."""
    return finding(
        NOT_AN_ID,
        span,
        f"`@{source}(` opens a line, where only `@id Title` can stand, which declares a source",
        "write a citation at the end of the text's last line, or `\\@` if this is prose",
    )


def foreign_definition(span: Span, reference: str) -> Diagnostic:
    """A text given to a claim of another file."""
    alias, _, name = reference.rpartition("/")
    return finding(
        NOT_AN_ID,
        span,
        f"`{reference}` belongs to the file imported as `{alias}`, so it gets its text there",
        f"write `[{reference}]` alone to refer to it, or `[{name}]` for a claim of this file",
    )


def early_trailer(span: Span, trailer: str) -> Diagnostic:
    """A trailer in the middle of a text."""
    return finding(
        EARLY_TRAILER,
        span,
        f"`{trailer}` ends a line, but the text goes on below",
        "move it to the end of the text's last line, or write `\\` before it if it is prose",
        hint="move it to the end of the text",
    )


def second_attributes(span: Span, first: Span) -> Diagnostic:
    """Two `{…}` on one entry."""
    return finding(
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
        return finding(
            BAD_ATTRIBUTES,
            span,
            f"this qualifier does not read: {reason}",
            "write a scheme, a strength or both, such as `(sign, strong)`",
        )
    return finding(
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
        return finding(BAD_VALUE, span, f"`{key}` needs a value", f"write `{key}: ` and {expects}")
    guess = did_you_mean(str(value), words)
    hint = f"did you mean `{guess}`?" if guess else ""
    return finding(
        BAD_VALUE,
        span,
        f"`{value}` is no value that `{key}` can have",
        hint or f"`{key}` takes {expects}",
        hint=hint or f"`{key}` takes {expects}",
    )


def given_twice(span: Span, key: str) -> Diagnostic:
    """One key, twice in one `{…}`."""
    return finding(
        BAD_ATTRIBUTES,
        span,
        f"`{key}` is given twice",
        f"keep one `{key}`; an attribute has one value",
    )


def second_in_qualifier(
    span: Span, what: str, first: str, second: str, guess: str | None
) -> Diagnostic:
    """A second scheme or strength in one qualifier."""
    if first.isdecimal() and second.isdecimal():
        guess = f"{first}.{second}"
    mend = f"did you mean `{guess}`?" if guess else "keep one of the two"
    return finding(
        BAD_ATTRIBUTES,
        span,
        f"this step has a {what} already, `{first}`, and `{second}` is a second",
        mend,
    )


def strength_range(span: Span, written: str) -> Diagnostic:
    """A number that is no strength."""
    return finding(
        STRENGTH_RANGE,
        span,
        f"a strength lies between 0 and 1, and {written} does not",
        "write a number from 0 to 1, or `weak`, `moderate`, `strong` or `conclusive`",
    )


def wrong_part(span: Span, noun: str, part: str, mend: str) -> Diagnostic:
    """A tag, citation or `{…}` on an entry that takes none."""
    return finding(WRONG_PART, span, f"{noun} takes no {part}", mend)


def trailer_on_reference(span: Span, reference: str) -> Diagnostic:
    """A trailer after an id that has no text."""
    return finding(
        TRAILER_ON_REFERENCE,
        span,
        f"`[{reference}]` without a text refers to a claim; what stands here belongs to the claim",
        "move it to the line that defines the claim, or give the claim its text here",
        hint="move it to the definition",
    )
