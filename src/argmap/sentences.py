"""The small parts of sentences that every room tells people something with: lists and counts."""

from __future__ import annotations

TYPE_CHECKING = False  # the one of `typing` would load `typing`
if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def listed(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`; nothing for none."""
    return _joined(items, " and ")


def either(items: Iterable[str]) -> str:
    """`a`, `a or b`, `a, b or c`; nothing for none."""
    return _joined(items, " or ")


def clauses(items: Iterable[str]) -> str:
    """Sentences as one: `it rains, and it pours`, each with a comma."""
    return _joined(items, ", and ")


def _joined(items: Iterable[str], joint: str) -> str:
    names = list(items)
    return joint.join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def number(count: int) -> str:
    """A small number as a word."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, noun: str) -> str:
    """`1 map`, `2 maps`, `1,000 maps`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
