"""Reads a project's own scheme out of a table of its settings, and says what is wrong with it.

A table has the fields of a `Scheme`; `premises` are sentences by name, and each of `questions` is
a table of what it `asks` and what it `challenges`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple
from unicodedata import category, normalize

from argmap.diagnostics import did_you_mean
from argmap.schemes.scheme import CONCLUSION, STEP, Premise, Question, Scheme

FIELDS = (
    "title",
    "about",
    "premises",
    "conclusion",
    "questions",
    "example",
    "references",
    "aliases",
)
QUESTION_FIELDS = ("asks", "challenges")

Path = tuple[str, ...]


class Wrong(NamedTuple):
    """What is wrong, and at which key."""

    at: Path
    message: str


def read_schemes(value: object, at: Path) -> tuple[tuple[Scheme, ...], tuple[Wrong, ...]]:
    """The schemes in a table of tables, and what is wrong with them."""
    reader = _Reader()
    return tuple(reader.schemes(value, at)), tuple(reader.wrong)


def is_name(text: str) -> bool:
    """Whether a text can name a scheme, a premise or a question: words of letters and digits of
    any script, not of digits alone, joined by hyphens."""
    parts = text.split("-")
    return (
        text == normalize("NFC", text)
        and not text.replace("-", "").isdecimal()
        and all(part and all(category(c)[0] in "LMN" for c in part) for part in parts)
        and category(text[0])[0] in "LN"
    )


class _Reader:
    """Reads tables, and collects what is wrong with them."""

    def __init__(self) -> None:
        self.wrong: list[Wrong] = []

    def schemes(self, value: object, at: Path) -> Iterator[Scheme]:
        if not isinstance(value, Mapping):
            self._say(at, "`schemes` must be tables, such as [schemes.our-scheme]")
            return
        holders: dict[str, str] = {name: name for name in value}
        for name, table in value.items():
            here = (*at, name)
            self._name(name, here, "a scheme")
            scheme = self._scheme(name, table, here)
            for alias in scheme.aliases:
                holder = holders.setdefault(alias, name)
                if holder != name or alias == name:
                    self._say((*here, "aliases"), f"`{alias}` is a name of `{holder}` already")
            yield scheme

    def _scheme(self, name: str, value: object, at: Path) -> Scheme:
        table = self._table(value, at, FIELDS)
        premises = tuple(self._premises(table, at)) if table is not None else ()
        questions = tuple(self._questions(table, at, premises)) if table is not None else ()
        return Scheme(
            name=name,
            title=self._text(table, "title", at) or name.replace("-", " ").capitalize(),
            about=self._text(table, "about", at, needed="say in a sentence what it argues"),
            premises=premises,
            conclusion=self._text(
                table, "conclusion", at, needed="say what follows from its premises"
            ),
            questions=questions,
            example=self._text(table, "example", at, lines=True),
            references=tuple(self._texts(table, "references", at)),
            aliases=tuple(self._aliases(table, at)),
        )

    def _premises(self, table: Mapping[str, object], at: Path) -> Iterator[Premise]:
        given, here = table.get("premises"), (*at, "premises")
        if not isinstance(given, Mapping) or not given:
            self._say(
                at if given is None else here,
                f'the scheme `{at[-1]}` needs `premises`: a table of name = "sentence"',
            )
            return
        for name, text in given.items():
            if name in (STEP, CONCLUSION):
                self._say((*here, name), f"a premise cannot be called `{name}`")
            else:
                self._name(name, (*here, name), "a premise")
            yield Premise(name, self._one_line(text, (*here, name)))

    def _questions(
        self, table: Mapping[str, object], at: Path, premises: Collection[Premise]
    ) -> Iterator[Question]:
        given, here = table.get("questions", {}), (*at, "questions")
        if not isinstance(given, Mapping):
            self._say(here, "`questions` must be a table of name = {asks, challenges}")
            return
        known = (*(premise.name for premise in premises), STEP, CONCLUSION)
        for name, value in given.items():
            where = (*here, name)
            self._name(name, where, "a question")
            if name in known:
                self._say(where, f"`{name}` is a premise already; give the question another name")
            inner = self._table(value, where, QUESTION_FIELDS)
            asks = self._text(inner, "asks", where, needed="write the question")
            to = self._text(
                inner,
                "challenges",
                where,
                needed=f"name what it casts doubt on: {', '.join(known)}",
            )
            if to and to not in known:
                near = did_you_mean(to, known)
                hint = f"did you mean `{near}`?" if near else f"write one of {', '.join(known)}"
                self._say((*where, "challenges"), f"`{to}` is no premise of the scheme; {hint}")
            yield Question(name, asks, to)

    def _aliases(self, table: Mapping[str, object] | None, at: Path) -> Iterator[str]:
        for alias in self._texts(table, "aliases", at):
            self._name(alias, (*at, "aliases"), "a scheme")
            yield alias

    # Values -------------------------------------------------------------------------------------

    def _table(
        self, value: object, at: Path, known: Collection[str]
    ) -> Mapping[str, object] | None:
        """A table that has no other keys than these; None for what is no table."""
        if not isinstance(value, Mapping):
            self._say(at, f"`{at[-1]}` must be a table of {', '.join(known)}")
            return None
        for key in value:
            if key not in known:
                near = did_you_mean(key, known)
                hint = f"did you mean `{near}`?" if near else f"there are {', '.join(known)}"
                self._say((*at, key), f"`{at[-1]}` has no field `{key}`; {hint}")
        return value

    def _text(
        self,
        table: Mapping[str, object] | None,
        key: str,
        at: Path,
        *,
        needed: str = "",
        lines: bool = False,
    ) -> str:
        """A text; where it is missing, `needed` says what it is for."""
        if table is None:
            return ""
        if key not in table:
            if needed:
                self._say(at, f"`{at[-1]}` has no `{key}`; {needed}")
            return ""
        if lines:
            value = table[key]
            return value if isinstance(value, str) else self._one_line(value, (*at, key))
        return self._one_line(table[key], (*at, key))

    def _one_line(self, value: object, at: Path) -> str:
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
        self._say(at, f"`{at[-1]}` must be a text in quotes")
        return ""

    def _texts(self, table: Mapping[str, object] | None, key: str, at: Path) -> Iterator[str]:
        value = (table or {}).get(key, [])
        if isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value):
            yield from (" ".join(one.split()) for one in value)
        else:
            self._say((*at, key), f'`{key}` must be a list of texts, such as ["…", "…"]')

    def _name(self, name: str, at: Path, what: str) -> None:
        if not is_name(name):
            self._say(
                at,
                f"`{name}` cannot name {what}: a name is words of letters and digits, joined "
                "by hyphens",
            )

    def _say(self, at: Path, message: str) -> None:
        self.wrong.append(Wrong(at, message))
