"""What a rule looks at: the map, the text of its own file, and what all rules would work out again.

Everything that takes time is worked out when the first rule asks for it, and once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from argmap.diagnostics import Related
from argmap.lint import graph
from argmap.lint.graph import Edges
from argmap.lint.settings import DEFAULTS, Options
from argmap.lint.suppressions import Suppression, Unused, read_suppressions
from argmap.lint.writing import Writing
from argmap.model import ArgumentMap, Claim, Question, Source, Step
from argmap.model.map import StepKind
from argmap.sentences import listed
from argmap.source import Span
from argmap.syntax import Document
from argmap.syntax.document import shortened

if TYPE_CHECKING:
    from argmap.lint.quoting import Looked
    from argmap.lint.schemes import Schemes
    from argmap.lint.stubs import Stubs
    from argmap.quotations.library import Library, SourceFile
    from argmap.semantics.evaluation import Evaluation, Reason

Own = TypeVar("Own", Claim, Question, Source, Step)


class Circle(NamedTuple):
    """Claims each of which supports the next, and the last the first.

    `grounded` says that they, or others they go in circles with, have other grounds as well.
    """

    claims: tuple[str, ...]
    grounded: bool


class Clash(NamedTuple):
    """Claims of which at most `most` can hold, each once, and the place that says so."""

    claims: tuple[str, ...]
    most: int
    said: Related


class Context:
    """A map with the Document of its own file.

    `claims`, `steps`, `questions` and `sources` are those that the file itself writes; what it
    imports is checked where it stands. Graphs have all claims of the map as nodes, by `number`.
    `library` has the files of its sources; None if no source names one.
    """

    def __init__(
        self,
        map_: ArgumentMap,
        document: Document,
        options: Options = DEFAULTS,
        unused: tuple[Unused, ...] = (),
        library: Library | None = None,
    ) -> None:
        self.map = map_
        self.document = document
        self.options = options
        self.unused = unused
        self.library = library

    # What the file writes ---------------------------------------------------------------------

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that the file defines."""
        return self._own(self.map.claims)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps that the file draws."""
        return self._own(self.map.steps)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that the file asks."""
        return self._own(self.map.questions)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources that the file declares."""
        return self._own(self.map.sources)

    def _own(self, things: tuple[Own, ...]) -> tuple[Own, ...]:
        if not self.map.imports:
            return things
        return tuple([thing for thing in things if self.is_own(thing.at)])

    def is_own(self, at: Span) -> bool:
        """Whether a place is in the map's own file."""
        return at.path == self.document.path

    @cached_property
    def writing(self) -> Writing:
        """How the file is written."""
        return Writing(self.document)

    @cached_property
    def schemes(self) -> Schemes:
        """What the schemes of the map's steps ask for."""
        from argmap.lint.schemes import Schemes  # noqa: PLC0415 - few maps name any

        return Schemes(self.map, self.options.schemes)

    @cached_property
    def stubs(self) -> Stubs:
        """The critical questions that stand in the file as comments."""
        from argmap.lint.stubs import Stubs  # noqa: PLC0415 - only where one is open

        return Stubs(self.document)

    @cached_property
    def suppressions(self) -> tuple[Suppression, ...]:
        """The comments that silence rules."""
        return read_suppressions(self.document)

    # How claims hang together -----------------------------------------------------------------

    @cached_property
    def supports(self) -> Mapping[str, list[Step]]:
        """By claim: the reasons given for it."""
        return self._by_target("support")

    @cached_property
    def rebuttals(self) -> Mapping[str, list[Step]]:
        """By claim: the rebuttals that it meets."""
        return self._by_target("rebuttal")

    @cached_property
    def undercuts(self) -> Mapping[str, list[Step]]:
        """By step: what undercuts it."""
        return self._by_target("undercut")

    def _by_target(self, kind: StepKind) -> Mapping[str, list[Step]]:
        found: dict[str, list[Step]] = {}
        for step in self.map.steps:
            if step.kind == kind:
                found.setdefault(step.target, []).append(step)
        return found

    @cached_property
    def contraries(self) -> Mapping[str, set[str]]:
        """By claim: those it contradicts, as declared with `><` between two."""
        found: dict[str, set[str]] = {}
        for contradiction in self.map.contradictions:
            if len(contradiction.claims) == 2:
                one, other = contradiction.claims
                found.setdefault(one, set()).add(other)
                found.setdefault(other, set()).add(one)
        return found

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """Every contradiction, and every question whose answers exclude each other."""
        said = [
            Clash(claims, len(claims) - 1, Related(one.at, "said to exclude each other here"))
            for one in self.map.contradictions
            if len(claims := tuple(dict.fromkeys(one.claims))) > 1
        ]
        asked = [
            Clash(one.answers, 1, Related(one.at, "the question that they answer"))
            for one in self.map.questions
            if one.exclusive and len(one.answers) > 1
        ]
        return (*said, *asked)

    def say_clash(self, clash: Clash, claims: Sequence[str]) -> str:
        """What a clash says of some of its claims: `[a] and [b] exclude each other`."""
        pairwise = clash.most == 1
        return f"{self.say_all(claims)} {'exclude each other' if pairwise else 'cannot all hold'}"

    @cached_property
    def rivals(self) -> Mapping[str, list[Question]]:
        """By claim: the questions of which it is one of several answers that exclude each other."""
        found: dict[str, list[Question]] = {}
        for question in self.map.questions:
            if question.exclusive and len(question.answers) > 1:
                for answer in question.answers:
                    found.setdefault(answer, []).append(question)
        return found

    @cached_property
    def root(self) -> Mapping[str, str]:
        """By step: the claim that it bears on, for an undercut down the chain of steps it cuts."""
        found = {step.id: step.target for step in self.map.steps if step.kind != "undercut"}
        for step in self.map.steps:
            chain: list[str] = []
            at = step.id
            while at not in found:
                chain.append(at)
                at = self.map.step[at].target
            found.update(dict.fromkeys(chain, found[at]))
        return found

    @cached_property
    def number(self) -> Mapping[str, int]:
        """By claim: its number in the graphs."""
        return {claim.id: number for number, claim in enumerate(self.map.claims)}

    @cached_property
    def support_edges(self) -> Edges:
        """By claim: the other claims that it is a reason for, alone or with partners."""
        return self._edges("support")

    @cached_property
    def rebuttal_edges(self) -> Edges:
        """By claim: the other claims that it speaks against, alone or with partners."""
        return self._edges("rebuttal")

    def _edges(self, kind: StepKind) -> Edges:
        edges: list[list[int]] = [[] for _ in self.map.claims]
        for step in self.map.steps:
            if step.kind == kind:
                target = self.number[step.target]
                for premise in step.premises:
                    if premise != step.target:
                        edges[self.number[premise]].append(target)
        return edges

    @cached_property
    def links(self) -> tuple[tuple[str, ...], ...]:
        """All that links claims in any way: the claims of each step, contradiction, question."""
        root, links = self.root, []
        for step in self.map.steps:
            links.append((*step.premises, root[step.id]))
        links += [contradiction.claims for contradiction in self.map.contradictions]
        for question in self.map.questions:
            about = (question.about,) if question.about else ()
            links.append((*question.answers, *about))
        return tuple(filter(None, links))

    @cached_property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """The claims in groups that are linked in any way, in the order of writing."""
        claims, number = self.map.claims, self.number
        groups = graph.parts(len(claims), ([number[one] for one in link] for link in self.links))
        return tuple(tuple([claims[node].id for node in group]) for group in groups)

    @cached_property
    def ends(self) -> frozenset[str]:
        """What the map is about: its answers, and its main claims, from which no step leads."""
        root = self.root
        premises = {p for step in self.map.steps for p in step.premises if p != root[step.id]}
        linked = {claim for link in self.links for claim in link}
        answers = {claim.id for claim in self.map.claims if claim.kind == "answer"}
        return frozenset(answers | (linked - premises))

    @cached_property
    def bearing(self) -> frozenset[str]:
        """The claims from which steps or contradictions lead to what the map is about."""
        claims, number = self.map.claims, self.number
        back: list[list[int]] = [[] for _ in claims]
        for step in self.map.steps:
            back[number[self.root[step.id]]] += [number[premise] for premise in step.premises]
        for contradiction in self.map.contradictions:
            hub, *others = [number[claim] for claim in contradiction.claims]
            back[hub] += others
            for other in others:
                back[other].append(hub)
        found = graph.reached(back, [number[claim] for claim in self.ends])
        return frozenset(claims[node].id for node in found)

    @cached_property
    def support_circles(self) -> tuple[Circle, ...]:
        """The groups of claims that support each other, each with a shortest circle."""
        number, claims = self.number, self.map.claims
        groups = graph.circles(self.support_edges)
        if not groups:
            return ()
        given = (
            number[claim.id]
            for claim in claims
            if claim.id not in self.supports or self.has_own_ground(claim)
        )
        rules = [
            ([number[premise] for premise in step.premises], number[step.target])
            for step in self.map.steps
            if step.kind == "support"
        ]
        known = graph.derived(given, rules)
        return tuple(
            Circle(
                tuple(claims[n].id for n in graph.shortest_circle(self.support_edges, group)),
                not known.isdisjoint(group),
            )
            for group in groups
        )

    def places(self, circle: Sequence[str], kind: StepKind) -> tuple[Related, ...]:
        """The steps of a circle, each from a claim to the next; the first one that is in the own
        file comes first."""
        by_target = self.supports if kind == "support" else self.rebuttals
        verb = "for" if kind == "support" else "against"
        found: list[Related] = []
        for claim, target in zip(circle, (*circle[1:], circle[0]), strict=True):
            step = next(step for step in by_target[target] if claim in step.premises)
            at = step.place_of(claim)
            found.append(Related(at, f"{self.say(claim)} {verb} {self.say(target)}"))
        first = min(
            range(len(found)), key=lambda n: (not self.is_own(found[n].span), found[n].span)
        )
        return tuple((found[first:] + found[:first])[:_SHOWN])

    @cached_property
    def evaluation(self) -> Evaluation:
        """How every claim, step and question fares."""
        from argmap.semantics.evaluate import evaluate  # noqa: PLC0415 - few maps need it

        return evaluate(self.map)

    @staticmethod
    def has_own_ground(claim: Claim) -> bool:
        """Whether a claim is put forward as it stands even where reasons are given for it."""
        if not (claim.attributes or claim.citations):
            return False
        from argmap.semantics.theory import put_forward  # noqa: PLC0415 - not every map needs it

        return bool(put_forward(claim, True, {}))

    def deciding(self, because: Reason) -> tuple[Related, ...]:
        """The steps that a reason for a label cites, each with what it does."""
        steps = [self.map.step[step] for step in because.steps[:_DECIDING]]
        return tuple(Related(step.first_place, _DOES[step.kind]) for step in steps)

    @cached_property
    def source_files(self) -> tuple[tuple[Source, Span, SourceFile], ...]:
        """The sources that the file declares with a `file:`, where that stands, and the file."""
        found: list[tuple[Source, Span, SourceFile]] = []
        if self.library is None:
            return ()
        for source in self.sources:
            at = next((one.at for one in source.attributes if one.key == "file"), source.at)
            file = self.library.file(source)
            if file is not None:
                found.append((source, at, file))
        return tuple(found)

    @cached_property
    def looked_up(self) -> tuple[Looked, ...]:
        """What the file quotes, or cites a place of, each looked up in the file of its source."""
        if self.library is None:
            return ()
        from argmap.lint.quoting import look_up  # noqa: PLC0415 - few maps have files to look in

        return look_up(self)

    # How to speak of them ---------------------------------------------------------------------

    def say(self, claim: str) -> str:
        """A claim as it is named in a message: `[id]`, or its first words if it has no id."""
        name = claim.rpartition("/")[2]
        if not name.startswith("~"):
            return f"[{claim}]"
        return f"“{shortened(self.map.claim[claim].text)}”"

    def say_question(self, question: Question) -> str:
        """A question as it is named in a message: `[id]`, or its first words."""
        if not question.id.rpartition("/")[2].startswith("~"):
            return f"[{question.id}]"
        return f"“{shortened(question.text)}”"

    def say_all(self, claims: Iterable[str]) -> str:
        """Some claims as they are named in a message: `[a], [b] and [c]`; nothing for none."""
        return self.listed(map(self.say, claims))

    @staticmethod
    def listed(things: Iterable[str]) -> str:
        """Some names as they are listed in a message: `a, b and c`; nothing for none."""
        names = list(things)
        if len(names) > _MANY + 1:
            names[_MANY:] = [f"{len(names) - _MANY} more"]
        return listed(names)

    def path(self, claims: Sequence[str]) -> str:
        """A circle as it is shown in a message: `[a] → [b] → [a]`."""
        names = [self.say(claim) for claim in (*claims, claims[0])]
        if len(names) > _LONG:
            names[_LONG - 2 : -1] = [f"… {len(names) - _LONG + 1} more …"]
        return " → ".join(names)

    def defined(self, claim: str, message: str) -> Related:
        """The place where a claim is defined, with a few words that say why it is shown."""
        return Related(self.map.claim[claim].at, message)


_DOES: Mapping[StepKind, str] = {
    "support": "a reason for it",
    "rebuttal": "what rebuts it",
    "undercut": "what undercuts a reason",
}
_DECIDING = 3
"""How many of the steps that decide a label a finding shows at most."""
_MANY = 5
"""How many claims a message lists at most."""
_LONG = 8
"""How many claims of a circle a message shows at most."""
_SHOWN = 8
"""How many places of a circle a finding shows at most."""
