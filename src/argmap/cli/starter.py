"""The map that a scheme starts: its conclusion, its premises, and its questions as comments."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.lint.stubs import marker_of, stub
from argmap.schemes import CONCLUSION, STEP, Scheme
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
        role = f"role: {premise.name}"
        head = f"&({role})" if number else f"+({scheme.name}, {role})"
        yield f"  {head} [{premise.name}] {_written(premise.text)}"
        yield from _stubs(scheme, premise.name if number else STEP, "    ")
        yield from _stubs(scheme, "" if number else premise.name, "    ")
    yield from _stubs(scheme, CONCLUSION, "  ")


def _stubs(scheme: Scheme, challenged: str, indent: str) -> Iterator[str]:
    for question in scheme.questions:
        if question.challenges == challenged:
            yield f"{indent}{stub(question, marker_of(question))}"


def _written(text: str) -> str:
    """A sentence as it is written; a variable at its beginning needs no backslash."""
    plain = text.startswith("{") and split(text) == Split(text, text)
    return text if plain else escape(text)
