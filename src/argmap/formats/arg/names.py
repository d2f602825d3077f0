"""The ids under which claims, questions and sources stand in an .arg file.

An id that was made from a text (`~threat-receded`) is not written: the entry stands without one,
and the parser makes the same id again. Where it would not, or where the claim is referred to in
a second place, the entry gets an id of its own, and the loss report says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from argmap.formats.arg.layout import Layout
from argmap.formats.losses import Losses
from argmap.model.map import ArgumentMap
from argmap.model.naming import digest, id_from_text
from argmap.syntax.ids import is_id, nfc


@dataclass(slots=True)
class Ids:
    """New ids by old ones; a question that is not among them, and a claim that is in `nameless`,
    is written without one."""

    claims: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    nameless: set[str] = field(default_factory=set)

    def claim(self, id_: str) -> str:
        """The id under which a claim is referred to."""
        return self.claims.get(id_, id_)

    def source(self, id_: str) -> str:
        """The id under which a source is cited."""
        return self.sources.get(id_, id_)


def choose_ids(own: ArgumentMap, layout: Layout, texts: dict[str, str], losses: Losses) -> Ids:
    """Ids for all that the layout defines; `texts` are the texts as they are written, those of
    questions under `?` and the id."""
    choice = _Choice(texts, layout.mentioned, losses)
    choice.claims = {claim.id for claim in own.claims}
    choice.taken = {nfc(c.id) for c in own.claims} | {nfc(q.id) for q in own.questions}
    for entry in layout.entries:
        if entry.question is not None:
            choice.question(entry.question.id)
        elif entry.defines:
            choice.claim(entry.claim)
    choice.used, choice.taken = set(), {source.id for source in own.sources}
    for source in own.sources:
        choice.source(source.id)
    return choice.ids


class _Choice:
    """Chooses one id after the other, in the order of writing."""

    def __init__(self, texts: dict[str, str], mentioned: set[str], losses: Losses) -> None:
        self.ids = Ids()
        self.texts = texts
        self.mentioned = mentioned
        self.losses = losses
        self.made = _Made()
        self.used: set[str] = set()
        self.taken: set[str] = set()
        self.claims: set[str] = set()

    def claim(self, id_: str) -> None:
        """A claim may stay without an id where nothing else refers to it."""
        nameless = id_.startswith("~")
        if nameless and id_ not in self.mentioned and self.made.gives(self.texts[id_], id_):
            self.ids.nameless.add(id_)
        elif not self._keeps(id_):
            self.ids.claims[id_] = self._fresh(id_, "claim")
            why = "is referred to in more than one place" if id_ in self.mentioned else "needs one"
            why = f"it {why}" if nameless else "an .arg file cannot have the old id"
            self.losses.add(f"The claim `{id_}` is now called `{self.ids.claims[id_]}`: {why}.")

    def question(self, id_: str) -> None:
        """A question may always stay without an id; one that a claim has, too, it gives up."""
        if id_.startswith("~") and self.made.gives(self.texts[f"?{id_}"], id_):
            return
        if id_ not in self.claims and self._keeps(id_):
            self.ids.questions[id_] = id_
        else:
            self.ids.questions[id_] = self._fresh(id_, "question")
            self.losses.add(f"The question `{id_}` is now called `{self.ids.questions[id_]}`.")

    def source(self, id_: str) -> None:
        """A source always has an id."""
        if not self._keeps(id_):
            self.ids.sources[id_] = self._fresh(id_, "source")
            self.losses.add(f"The source `{id_}` is now called `{self.ids.sources[id_]}`.")

    def _keeps(self, id_: str) -> bool:
        if not _is_plain(id_) or id_ in self.used:
            return False
        self.used.add(id_)
        return True

    def _fresh(self, old: str, noun: str) -> str:
        """An id like the old one that is no one's yet."""
        base = "-".join(re.findall(r"[^\W_]+", nfc(old)))
        base = id_ = base if _is_plain(base) else noun
        number = 1
        while id_ in self.used or id_ in self.taken:
            number += 1
            id_ = f"{base}-{number}"
        self.used.add(id_)
        return id_


class _Made:
    """Makes the ids of entries without one, in the order of writing, as the parser does."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}
        self._count: dict[str, int] = {}

    def gives(self, text: str, id_: str) -> bool:
        """Whether the next entry with this text would get this id; only then it is counted."""
        made = id_from_text(text)
        if self._seen.get(made, text) != text:
            made = f"{made}-{digest(text, 6)}"
        count = self._count.get(made, 0) + 1
        if id_ != (made if count == 1 else f"{made}-{count}"):
            return False
        self._seen.setdefault(made, text)
        self._count[made] = count
        return True


def _is_plain(id_: str) -> bool:
    return bool(id_) and is_id(id_) and nfc(id_) == id_
