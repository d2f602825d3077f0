"""The map that a scheme starts: its conclusion, its premises, and its questions as comments."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.lint.stubs import below_conclusion, below_premise, below_step
from argmap.schemes import Scheme
from argmap.syntax.trailer import Split, escape, split


def starter(scheme: Scheme) -> str:
    """A map with a text to be written over for each premise, and a comment for each question."""
    return "".join(f"{line}\n" for line in _lines(scheme))


def _lines(scheme: Scheme) -> Iterator[str]:
    yield f"// {scheme.title}: write what you mean in the place of each {{word}}."
    yield "// The other comments are its critical questions: to answer one, take its `//` away."
    yield f"// `argmap scheme {scheme.name}` shows an example."
    yield f"[conclusion] {_written(scheme.conclusion)}"
    for number, premise in enumerate(scheme.premises):
        yield f"  {_head(scheme, number)} [{premise.name}] {_written(premise.text)}"
        questions = (*(below_step(scheme) if number == 0 else ()), *below_premise(scheme, premise))
        yield from (f"    {line}" for line in questions)
    yield from (f"  {line}" for line in below_conclusion(scheme))


def _head(scheme: Scheme, number: int) -> str:
    role = f"role: {scheme.premises[number].name}"
    return f"&({role})" if number else f"+({scheme.name}, {role})"


def _written(text: str) -> str:
    """A sentence as it is written; a variable at its beginning needs no backslash."""
    plain = text.startswith("{") and split(text) == Split(text, text)
    return text if plain else escape(text)
