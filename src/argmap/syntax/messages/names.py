"""Words what is wrong with what an id, a source or an import means."""

from __future__ import annotations

from argmap.diagnostics import Diagnostic, Fix, Related, finding
from argmap.source import Span
from argmap.syntax.messages.catalogue import (
    CONFLICTING_QUALIFIERS,
    DUPLICATE_ID,
    IMPORT_ALIAS,
    IMPORT_CYCLE,
    IMPORT_OUTSIDE,
    NOT_A_CLAIM,
    REPEATED_DEFINITION,
    UNDEFINED_ID,
    UNDEFINED_SOURCE,
    UNREADABLE_IMPORT,
)


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
    return finding(
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
    return finding(
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
    return finding(
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
    return finding(
        error,
        span,
        f"`{reference}` leads to a file imported as `{alias}`, and there is none",
        f"write `{guess}/` if that is the file you mean, or import it: `import PATH as {alias}`"
        if guess
        else f"import the file: `import PATH as {alias}`",
        hint=f"did you mean `{guess}/`?" if guess else f"add `import PATH as {alias}`",
    )


def undefined_source(
    span: Span, name: str, guess: str | None, place: Span | None, *, origin: bool = False
) -> Diagnostic:
    """A citation of a source that no one declared, or an `origin` that is none."""
    alias, _, own = name.rpartition("/")
    where = f"in the file imported as `{alias}`" if alias else "at the top of the file"
    mend = f"declare `{own}` {where}" if alias else f"declare `@{own} Title` {where}"
    mark, other = ("", "take `origin` out") if origin else ("@", "write `\\@` if this is prose")
    if origin and not alias:
        mend = f"declare `{own}` as a source of this file"
    return finding(
        UNDEFINED_SOURCE,
        span,
        f"no source has the id `{name}`",
        f"write `{mark}{guess}`, or {mend}" if guess else f"{mend}, or {other}",
        hint=f"did you mean {mark}{guess}?" if guess else mend,
        related=(Related(place, "a source with nearly this id"),) if place else (),
    )


def not_a_claim(span: Span, name: str, is_what: str, meant: str, defined: Span) -> Diagnostic:
    """An id that names a thing of another kind."""
    return finding(
        NOT_A_CLAIM,
        span,
        f"`[{name}]` is {is_what}, and {meant} is meant here",
        f"write the id of {meant}, or give this one a text and an id of its own",
        hint=f"write the id of {meant}",
        related=(Related(defined, f"{is_what}, defined here"),),
    )


def conflicting_qualifiers(
    span: Span, what: str, here: str, there: str, at: Span, *, whose: str = "step"
) -> Diagnostic:
    """One step, two qualifiers."""
    return finding(
        CONFLICTING_QUALIFIERS,
        span,
        f"this {whose} was given the {what} {there} above, and gets {here} here",
        f"keep one of the two; the same {whose}, written twice, has one {what}",
        label=here,
        related=(Related(at, there),),
    )


def unreadable_import(span: Span, reason: str, mend: str) -> Diagnostic:
    """A file that cannot be imported."""
    return finding(UNREADABLE_IMPORT, span, reason, mend)


def import_cycle(span: Span, path: tuple[str, ...]) -> Diagnostic:
    """Files that import each other."""
    return finding(
        IMPORT_CYCLE,
        span,
        "this import closes a circle: " + " → ".join(path),
        "take one of these imports out; what both files need can go into a third",
    )


def import_outside(span: Span, path: str, root: str) -> Diagnostic:
    """An import from outside the project."""
    return finding(
        IMPORT_OUTSIDE,
        span,
        f"`{path}` lies outside the project, whose root is `{root}`",
        "move it into the project, or put an argmap.toml into a folder that holds both",
    )


def alias_taken(span: Span, alias: str, first: Span) -> Diagnostic:
    """Two imports with one alias."""
    return finding(
        IMPORT_ALIAS,
        span,
        f"another file is already imported as `{alias}`",
        "give this one another name: `import path as name`",
        related=(Related(first, "imported here"),),
    )


def alias_is_no_id(span: Span, alias: str) -> Diagnostic:
    """An alias, or the name of a file, that is no id."""
    return finding(
        IMPORT_ALIAS,
        span,
        f"`{alias}` is not an id, so nothing of that file could be named",
        "give it a name: `import path as name`",
    )
