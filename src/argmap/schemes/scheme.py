"""What an argument scheme is: a pattern of argument, with the questions that test it.

In its sentences stand variables such as `{expert}`, which a map puts something in the place of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

STEP = "step"
"""What a critical question challenges that grants all premises and the conclusion's truth."""

CONCLUSION = "conclusion"

WALTON = (
    "Douglas Walton, Chris Reed and Fabrizio Macagno, “Argumentation Schemes”, Cambridge "
    "University Press, 2008, chapter 9"
)
"""The compendium that most schemes follow. All wording here is our own."""


class Premise(NamedTuple):
    """A premise of a scheme: the name of its role, and what it says."""

    name: str
    text: str


class Question(NamedTuple):
    """A critical question.

    `challenges` is what it casts doubt on: `step` (that the premises bear on the conclusion),
    `conclusion`, or the name of the premise.
    """

    name: str
    text: str
    challenges: str


class Scheme(NamedTuple):
    """A scheme. `about` is a sentence; `example` is a map, empty if there is none."""

    name: str
    title: str
    about: str
    premises: tuple[Premise, ...]
    conclusion: str
    questions: tuple[Question, ...] = ()
    example: str = ""
    references: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    def premise(self, name: str) -> Premise | None:
        """The premise that has a name."""
        return next((one for one in self.premises if one.name == name), None)

    def question(self, name: str) -> Question | None:
        """The critical question that has a name."""
        return next((one for one in self.questions if one.name == name), None)

    @property
    def roles(self) -> tuple[str, ...]:
        """What a premise can be in it: one of its premises, or the answer to a question."""
        premises = tuple(premise.name for premise in self.premises)
        return premises + tuple(question.name for question in self.questions)


def scheme(
    name: str,
    title: str,
    about: str,
    *,
    premises: Mapping[str, str],
    conclusion: str,
    questions: Mapping[str, tuple[str, str]],
    example: str = "",
    references: tuple[str, ...] = (WALTON,),
    aliases: tuple[str, ...] = (),
) -> Scheme:
    """A scheme with its premises by name, and for each question what it challenges and says."""
    return Scheme(
        name,
        title,
        about,
        tuple(Premise(*item) for item in premises.items()),
        conclusion,
        tuple(Question(name, text, to) for name, (to, text) in questions.items()),
        example,
        references,
        aliases,
    )


_VARIABLE = re.compile(r"\{([^{}]+)\}")


def variables(text: str) -> tuple[str, ...]:
    """The variables of a sentence, each once."""
    return tuple(dict.fromkeys(_VARIABLE.findall(text)))
