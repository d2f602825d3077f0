"""What a format cannot say: plain sentences, each once, in the order in which they came up."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Written:
    """A map in some format, and a sentence for each thing that the format could not take."""

    text: str
    losses: tuple[str, ...]


@dataclass(slots=True)
class Losses:
    """The sentences so far."""

    _sentences: dict[str, None] = field(default_factory=dict)

    def add(self, sentence: str) -> None:
        """Note a loss."""
        self._sentences.setdefault(sentence)

    def all(self) -> tuple[str, ...]:
        """All that was noted."""
        return tuple(self._sentences)
