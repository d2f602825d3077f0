"""Words that whoever draws a map, or tells of one, writes alike: of a step, of a label."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.model.map import Step
from argmap.syntax.document import shortened

FARES: Mapping[str, str] = {
    "in": "stands",
    "undecided": "is contested",
    "out": "falls",
    "unsupported": "has nothing to rest on",
}
"""How a label is said in a sentence about the claim, where no reason follows."""

# Those of argmap.syntax.vocabulary, which would bring the parser along; a test compares them.
_STRENGTH_WORDS = {0.25: "weak", 0.5: "", 0.75: "strong", 1.0: "conclusive"}


_FULL_STOPS = ".。．｡։۔।॥።။។"
"""The full stops of the scripts that have one of their own."""


def unstopped(text: str) -> str:
    """A text without its full stop, to be part of another sentence."""
    return text.rstrip(_FULL_STOPS)


def first_words(text: str, most: int) -> str:
    """A text without its full stop, on one line, cut after the last whole word that fits."""
    return shortened(unstopped(" ".join(text.split())), most)


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence does, in any script."""
    return text.endswith((*_FULL_STOPS, "?", "!", "…", "？", "！", "؟"))


def in_words(name: str) -> str:
    """A name of the language in words: `expert-opinion` is `expert opinion`."""
    return name.replace("-", " ")


def step_words(step: Step) -> str:
    """The scheme of a step, the critical question that it takes up (`credible?`) and its strength.

    A moderate strength is not said, so a step of which nothing is said has no words.
    """
    parts = [in_words(step.scheme)] if step.scheme else []
    if step.answers:
        parts.append(f"{in_words(step.answers)}?")
    if step.strength is not None:
        word = _STRENGTH_WORDS.get(step.strength)
        parts.append(f"{round(step.strength, 2):g}" if word is None else word)
    return ", ".join(part for part in parts if part)
