"""Words what is wrong with where an entry stands."""

from __future__ import annotations

from argmap.diagnostics import Diagnostic, Related, finding
from argmap.source import Span
from argmap.syntax.messages.catalogue import (
    MISPLACED_ENTRY,
    NO_STEP_TO_CUT,
    NOTHING_TO_JOIN,
    TEXT_AFTER_CHILDREN,
)


def misplaced(span: Span, what: str, mend: str, related: tuple[Related, ...] = ()) -> Diagnostic:
    """An entry where it cannot stand."""
    return finding(MISPLACED_ENTRY, span, what, mend, related=related)


def nothing_to_join(span: Span, mend: str, related: tuple[Related, ...] = ()) -> Diagnostic:
    """`&` with no step before it."""
    return finding(
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
    return finding(NO_STEP_TO_CUT, span, message, mend, related=related)


def text_after_children(span: Span, owner: str, above: Related | None, mend: str) -> Diagnostic:
    """A text that continues nothing."""
    return finding(
        TEXT_AFTER_CHILDREN,
        span,
        f"this text comes after what stands below {owner}, so it continues nothing"
        if owner
        else "this text is indented, but there is nothing above that it could continue",
        mend,
        related=(above,) if above else (),
    )
