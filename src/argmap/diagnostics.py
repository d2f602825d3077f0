"""What argmap has to say about a map: one type for every finding, whoever makes it.

A diagnostic is a value. It carries all that any output format needs, and knows none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from argmap.source import Span

Severity = Literal["error", "warning", "info"]
Safety = Literal["safe", "unsafe"]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about, with a few words that say how."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace what stands at a span by a text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding. A safe fix leaves the meaning of the map as it is."""

    safety: Safety
    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `message` says what is wrong, in lower case and without blame. `help` is one line with the
    mend. `hint` is the mend in three or four words, for formats of one line. `label` stands
    beside the carets when there is more than one place to look at.
    """

    code: str
    name: str
    severity: Severity
    span: Span
    message: str
    help: str = ""
    hint: str = ""
    label: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


class FindingKind(Protocol):
    """What all findings of one kind share: an error of the language, a rule."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def severity(self) -> Severity: ...


def finding(
    kind: FindingKind,
    span: Span,
    message: str,
    help_: str,
    *,
    hint: str = "",
    label: str = "",
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
) -> Diagnostic:
    """A finding of a kind; without a hint the help serves for it."""
    return Diagnostic(
        kind.code,
        kind.name,
        kind.severity,
        span,
        message,
        help_,
        hint or help_,
        label,
        related,
        fix,
    )


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics by file, place, code and message, each once."""
    return tuple(
        sorted(dict.fromkeys(diagnostics), key=lambda d: (d.span.order, d.code, d.message))
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(d.severity == "error" for d in diagnostics)


class Speller:
    """Finds the known word that a misspelt one was meant to be.

    Words match if one letter left out of each makes them the same, so that a slip costs the same
    among ten words and among a hundred thousand. Case and the difference of `-`, `_` and `.`
    count for nothing.
    """

    __slots__ = ("_by_variant", "_known")

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known
        self._by_variant: dict[str, list[str]] | None = None

    def guess(self, word: str) -> str | None:
        """The known word that is nearest to `word`, or None if none is near."""
        if self._by_variant is None:
            self._by_variant = {}
            for known in self._known:
                for variant in _variants(known):
                    self._by_variant.setdefault(variant, []).append(known)
        near: dict[str, None] = {}
        for variant in _variants(word):
            near.update(dict.fromkeys(self._by_variant.get(variant, ())[:_NEAR]))
        best = max(near, key=lambda known: _likeness(word, known), default=None)
        return best if best is not None and _likeness(word, best) >= _ALIKE else None


_NEAR = 50
_ALIKE = 0.6


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `word` is most likely a slip of, or None."""
    return Speller(known).guess(word)


def _fold(word: str) -> str:
    return word.casefold().replace("_", "-").replace(".", "-")


def _variants(word: str) -> Iterator[str]:
    """A word, and the word with each of its letters left out."""
    folded = _fold(word[:_LONGEST])
    yield folded
    for at in range(len(folded)):
        yield folded[:at] + folded[at + 1 :]


_LONGEST = 80


def _likeness(word: str, known: str) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where something is misspelt

    return SequenceMatcher(None, _fold(word[:_LONGEST]), _fold(known[:_LONGEST])).ratio()
