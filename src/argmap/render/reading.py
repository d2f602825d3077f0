"""A map read aloud: from each question and main claim on, what speaks for what, level by level.

Whoever listens cannot look back, so every sentence names what it is about.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from argmap.model.words import FARES
from argmap.render.content import Content, LinkKind
from argmap.render.look import Look, quoted
from argmap.sentences import listed

_BEARING: dict[LinkKind, str] = {"support": "For", "rebuttal": "Against"}
_WHOLE = 400
"""A text is told whole when it comes up, but for a very long one; later by its first words."""
_FEW = 12
"""So many things are told in one sentence."""


class Reading:
    """Reads a map out, in `sentences`; `untold` are the claims that have not come up so far."""

    def __init__(self, content: Content, look: Look) -> None:
        self._items, self._links = content.items, content.links
        self._contradictions = content.contradictions
        self._fares = look.fares
        self._claim = {
            item.id: at
            for at, item in enumerate(content.items)
            if item.kind not in ("question", "reference")
        }
        self._bearing: dict[int, list[int]] = {}
        self._cutting: dict[int, list[int]] = {}
        self._about: dict[int, int] = {}
        for at, link in enumerate(content.links):
            if link.kind == "undercut":
                self._cutting.setdefault(link.target, []).append(at)
            elif link.kind == "raised":
                self._about[link.premises[0]] = link.target
            else:
                self._bearing.setdefault(link.target, []).append(at)
        self._told: set[int] = set()

    def untold(self) -> int:
        """How many claims have not come up so far."""
        return len(self._claim) - len(self._told)

    def sentences(self) -> Iterator[str]:
        """All there is to say."""
        for at, item in enumerate(self._items):
            if item.kind == "question":
                yield self._question(at)
                yield from self._below(self._own(self._bearing.get(at, ())))
        for wanted in ("main", "answer", "claim"):
            for at, item in enumerate(self._items):
                if item.kind == wanted and at not in self._told:
                    fare = self._fares[at]
                    if fare is not None:
                        yield f"{self._name(at)} {FARES[fare.label]}."
                    elif at not in self._bearing:
                        yield f"{self._name(at)}."
                    yield from self._below([at])
        for claims in self._contradictions:
            names = [self._name(at) for at in claims]
            together = "both" if len(names) == 2 else "all"
            yield f"{listed(names)} cannot {together} hold."

    def _question(self, at: int) -> str:
        about = f" about {self._name(self._about[at])}" if at in self._about else ""
        asked = f"Question{about}: {' '.join(self._items[at].text.split())}"
        answers = self._own(self._bearing.get(at, ()))
        if not answers:
            return f"{asked} No answer is given."
        told = _listed(answers, partial(self._introduced, always=True))
        return f"{asked} {'Answer' if len(answers) == 1 else 'Answers'}: {told}."

    def _below(self, start: list[int]) -> Iterator[str]:
        """What bears on these claims, then on what does so, and so on."""
        waiting, seen = deque(start), set(start)
        while waiting:
            at = waiting.popleft()
            links = self._bearing.get(at, [])
            used = list(links)
            for kind, word in _BEARING.items():
                own = [one for one in links if self._links[one].kind == kind]
                if own:
                    name = self._name(at)
                    yield f"{word} {name}: {_listed(own, self._step)}."
            for one in links:
                if one in self._cutting:
                    yield from self._undercuts(one, self._name(at), used)
            for premise in self._own(used):
                if premise not in seen:
                    seen.add(premise)
                    waiting.append(premise)

    def _undercuts(self, link: int, target: str, used: list[int]) -> Iterator[str]:
        """What denies that a step bears on its target, and so on; it adds to what is `used`."""
        waiting = [(link, target, "denied")]
        while waiting:
            one, onto, denied = waiting.pop()
            undercuts = self._cutting.get(one, [])
            if undercuts:
                bears = f"That {self._premises(one)} bears on {onto} is {denied}"
                yield f"{bears}: {_listed(undercuts, self._step)}."
            used += undercuts
            waiting += [(undercut, "this", "denied in turn") for undercut in reversed(undercuts)]

    def _own(self, links: Iterable[int]) -> list[int]:
        """The premises of links; for a reference the claim that it stands for."""
        return [
            self._claim[self._items[at].id] for one in links for at in self._links[one].premises
        ]

    def _step(self, link: int) -> str:
        """The premises of a step, and its own words."""
        label = self._links[link].label
        return f"{self._premises(link)} ({label})" if label else self._premises(link)

    def _premises(self, link: int) -> str:
        first, *others = map(self._introduced, self._own([link]))
        if not others:
            return first
        return f"{first}{'' if first.endswith('”') else ','} together with {listed(others)}"

    def _introduced(self, at: int, *, always: bool = False) -> str:
        """The name of a claim, and if it is new how it fares: if it does not stand, or always."""
        fare = None if at in self._told else self._fares[at]
        if fare is None or (fare.label == "in" and not always):
            return self._name(at)
        return f"{self._name(at)}, which {FARES[fare.label]}"

    def _name(self, at: int) -> str:
        text = self._items[at].text
        if at in self._told:
            return quoted(text)
        self._told.add(at)
        return quoted(text, _WHOLE)


def _listed(things: Sequence[int], tell: Callable[[int], str]) -> str:
    """The first of them one by one, and how many more there are."""
    told = "; ".join(map(tell, things[:_FEW]))
    more = len(things) - _FEW
    return f"{told}; and {more:,} more" if more > 0 else told
