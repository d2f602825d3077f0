"""Checks a reason from outside: what it cites exists, is as it says, and suffices for the label.

Nothing here comes from the code that finds reasons. Who stands, how strongly, is asked of the slow
definition; the sentence is read back phrase by phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.model import ArgumentMap
from argmap.semantics.evaluation import Evaluation, Reason
from tests.semantics.oracle_definition import Derivation, derive, rounds
from tests.semantics.oracle_trees import Literal, Reading, Rule, read
from tests.semantics.verify_spare import Wrong, check_spare, expect

WORDS = {"weak": 0.25, "moderate": 0.5, "strong": 0.75, "conclusive": 1.0, "a fact": 2.0}
NUMBERS = [
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
]
STARTS = {
    "in": ("stands: ",),
    "undecided": ("contested: ",),
    "out": ("falls: ",),
    "unsupported": ("has nothing left to rest on: ", "has nothing to rest on: "),
}
NAME = r"(\[[^\]]+\]|“[^”]+”)"
NUMBER = r"(\d[\d.]*\d|\d)"
NAMES = rf"{NAME}(?:(?:, | and ){NAME})*"
WOULD = r"(?:would \w+ \w+(?: step)?|contradicts \w+|is part of what excludes it)"
STATES = {
    rf"{NAME}(?:, which {WOULD},)? falls": "out",
    rf"{NAME},? which falls": "out",
    rf"{NAME}(?:, which {WOULD},)? has nothing (?:left )?to rest on": "unsupported",
    rf"{NAME}, which has nothing (?:left )?to rest on": "unsupported",
    rf"{NAME}(?: \([^)]*\))?(?:, itself|,? which is itself| is itself| is) contested": "undecided",
    rf"{NAME}, which would outweigh that, is itself contested": "undecided",
    rf"{NAME}(?:, which {WOULD},)? stands?\b": "in",
    rf"{NAME} \([^)]*\)(?:, which)? stands": "in",
}
"""How a sentence says the label of a claim."""


@dataclass
class Verifier:
    """The reasons of one evaluated map, against what the definition says of it."""

    map: ArgumentMap
    evaluation: Evaluation

    def __post_init__(self) -> None:
        given = self.evaluation.without, self.evaluation.assume
        self.reading: Reading = read(self.map, *given)
        self.rounds = rounds(self.reading)
        self.inside, self.possible = self.rounds[-1]
        self.rules = {rule.name: rule for rule in self.reading.rules}
        self.labels = {id_: result.label for id_, result in self.evaluation.claims.items()}
        self.ids = {_name(claim.id, claim.text): claim.id for claim in self.map.claims}

    # What the definition says --------------------------------------------------------------------

    def rules_for(self, head: Literal) -> list[Rule]:
        return [rule for rule in self.reading.rules if rule.head == head]

    @staticmethod
    def nominal(rule: Rule) -> float:
        """What a rule would weigh at most; a conclusive one has no strength of its own."""
        return 1.0 if rule.strength is None else rule.strength

    def weight(self, rule: Rule, made: Derivation) -> float:
        """What a rule weighs if nothing on the other side mattered; -1 if it is lost."""
        other = self.inside if made is self.possible else self.possible
        return -1.0 if ("cut", str(rule.step)) in other.values else self.weight_uncut(rule, made)

    def weight_uncut(self, rule: Rule, made: Derivation) -> float:
        """What a rule would weigh if it were not undercut; a conclusive one needs its premises."""
        premises = [("claim", premise) for premise in rule.premises]
        if not all(premise in made.values for premise in premises):
            return -1.0
        if rule.strength is None:
            return min(made.values[premise][1] for premise in premises)
        return rule.strength

    def against(self, literal: Literal) -> set[Literal]:
        return self.reading.contraries.get(literal, set())

    def is_settled(self, rule: Rule) -> bool:
        """Whether a rule has its premises for certain, and is not even possibly undercut."""
        return self.weight(rule, self.inside) >= 0

    # Claims -----------------------------------------------------------------------------------

    def check_claim(self, id_: str) -> None:
        """Raise Wrong unless the reason of a claim holds and suffices."""
        result = self.evaluation.claims[id_]
        reason = result.because
        start = next((s for s in STARTS[result.label] if reason.text.startswith(s)), None)
        expect(start is not None, f"{reason.text!r} does not say {result.label}")
        self.check_cited(reason, reason.text)
        self.read_phrases(reason, reason.text, id_)
        check = {
            "in": self.check_stands,
            "undecided": self.check_contested,
            "out": self.check_falls,
            "unsupported": self.check_unsupported,
        }[result.label]
        check(id_, reason)
        check_spare(self.reading, self.possible, id_, result)

    def check_cited(self, reason: Reason, text: str) -> None:
        """All that is cited exists, all that is named is cited, and it ends as a sentence does."""
        expect(text.endswith(".") and ".." not in text and "  " not in text, f"untidy: {text!r}")
        for step in reason.steps:
            expect(step in self.map.step, f"no step {step}")
        for claim in reason.claims:
            expect(claim in self.map.claim, f"no claim {claim}")
        known = {*reason.claims}
        for step in reason.steps:
            known.update(self.map.step[step].premises)
        for name in re.findall(NAME, text):
            expect(name in self.ids, f"{name} names nothing")
            expect(self.ids[name] in known, f"{name} is named, but not cited")

    def own_rules(self, id_: str, reason: Reason) -> list[Rule]:
        """The rules for a claim that a reason cites; those without premises need no citation."""
        return [
            rule
            for rule in self.rules_for(("claim", id_))
            if not rule.premises or rule.step in reason.steps
        ]

    def cited_against(self, id_: str, reason: Reason) -> Iterator[tuple[Literal, Rule | None]]:
        """What a reason cites against a claim: contraries, with a rule for those that have one."""
        for literal in self.against(("claim", id_)):
            if literal[0] == "claim":
                if literal[1] in reason.claims:
                    yield literal, None
                continue
            for rule in self.rules_for(literal):
                if rule.step in reason.steps or (
                    rule.step is None and set(rule.premises) <= set(reason.claims)
                ):
                    yield literal, rule

    def live_weight(self, literal: Literal) -> float:
        """The most that any rule for a literal weighs, if nothing on the other side mattered."""
        return max((self.weight(r, self.possible) for r in self.rules_for(literal)), default=-1.0)

    def check_stands(self, id_: str, reason: Reason) -> None:
        own = [
            rule
            for rule in self.own_rules(id_, reason)
            if self.inside.counting.get(rule.name) == reason.own
        ]
        expect(bool(own), "nothing cited counts at the strength said")
        if reason.kind in ("fact", "assumed"):
            expect(own[0].fact, "not a fact")
            return
        sort = {"sourced": "source", "presumed": "presumed"}.get(reason.kind)
        expect(
            any(r.name.startswith(f"{sort} ") if sort else bool(r.premises) for r in own),
            f"nothing is {reason.kind}",
        )
        for literal in self.against(("claim", id_)):
            expect(literal not in self.possible.values, "a contrary may stand")
        if reason.against is not None:
            assert reason.own is not None
            expect(reason.against < reason.own, "does not outweigh")
            cited = [
                self.live_weight(literal) if rule is None else self.weight(rule, self.possible)
                for literal, rule in self.cited_against(id_, reason)
            ]
            expect(
                reason.against in cited or reason.against in self.met(id_, reason),
                "nothing cited weighs as much as said",
            )
            for literal in self.against(("claim", id_)):
                expect(self.live_weight(literal) <= reason.against, "something weighs more")

    def met(self, id_: str, reason: Reason) -> Iterator[float]:
        """What the cited points against a claim weighed, until they were lost."""
        for _, possible in self.rounds:
            for literal, rule in self.cited_against(id_, reason):
                if rule is None and literal in possible.values:
                    yield possible.values[literal][0]
                elif rule is not None and rule.name in possible.counting:
                    yield possible.counting[rule.name]

    def check_falls(self, id_: str, reason: Reason) -> None:
        assert reason.against is not None
        standing = [
            self.inside.values[literal][0] if rule is None else self.inside.counting[rule.name]
            for literal, rule in self.cited_against(id_, reason)
            if literal in self.inside.values and (rule is None or rule.name in self.inside.counting)
        ]
        expect(reason.against in standing, "nothing cited stands at the strength said")
        weights = [self.outweighed(rule) for rule in self.rules_for(("claim", id_))]
        if reason.own is None:
            expect(all(weight < 0 for weight in weights), "something is left for it")
        else:
            expect(max(weights) == reason.own, "its best is not what is said")
            expect(reason.own < reason.against, "it is not outweighed")
            cited = [self.outweighed(rule) for rule in self.own_rules(id_, reason)]
            expect(reason.own in cited, "its best is not cited")

    def is_own(self, rule: Rule) -> bool:
        """Whether a rule has its own head among its premises, and so never counts."""
        return rule.head in {("claim", premise) for premise in rule.premises}

    def outweighed(self, rule: Rule) -> float:
        """What a rule weighs that does not count; also if it has been undercut since."""
        weight = self.weight(rule, self.possible)
        if weight < 0 and rule.step and self.evaluation.bearing[rule.step].kind == "outweighed":
            return self.weight_uncut(rule, self.possible)
        return weight

    def check_unsupported(self, id_: str, reason: Reason) -> None:
        rules = self.rules_for(("claim", id_))
        expect((reason.kind == "not-put-forward") == (not rules), "has rules, or has none")
        for rule in rules:
            expect(rule.step in reason.steps, f"{rule.name} is not cited")
            expect(self.weight(rule, self.possible) < 0, f"{rule.name} is not lost")
        if reason.kind == "circle":
            for rule in rules:
                expect(any(self.leads_back(premise, id_) for premise in rule.premises), "no circle")

    def leads_back(self, premise: str, id_: str) -> bool:
        """Whether a claim that is lost leans on another, by reasons of such claims alone."""
        seen, waiting = {premise}, [premise]
        for claim in waiting:
            if claim == id_:
                return True
            for rule in self.rules_for(("claim", claim)):
                new = [p for p in rule.premises if p not in seen]
                new = [p for p in new if self.labels[p] in ("out", "unsupported")]
                seen.update(new)
                waiting += new
        return False

    def check_contested(self, id_: str, reason: Reason) -> None:
        own: Literal = ("claim", id_)
        rules = self.rules_for(own)
        may = [rule for rule in self.own_rules(id_, reason) if rule.name in self.possible.counting]
        expect(bool(may), "nothing cited may count")
        expect(
            reason.own in {self.possible.counting[rule.name] for rule in may},
            "nothing cited may count at the strength said",
        )
        threat = -1.0
        if reason.against is not None:
            threat = reason.against
            cited = []
            for literal, rule in self.cited_against(id_, reason):
                if rule is None and literal in self.possible.values:
                    cited.append(self.possible.values[literal][0])
                elif rule is not None and rule.name in self.possible.counting:
                    cited.append(self.possible.counting[rule.name])
            expect(threat in cited, "nothing cited may weigh as much as said")
        for rule in rules:
            weight = self.possible.counting.get(rule.name, -1.0)
            if weight <= threat:
                continue  # outmatched, or it cannot count at all
            expect(rule in self.own_rules(id_, reason), f"{rule.name} is not accounted for")
            if self.is_settled(rule):
                cited_any = any(True for _ in self.cited_against(id_, reason))
                expect(
                    rule.strength is None
                    and cited_any
                    and self.weight(rule, self.inside) < self.weight(rule, self.possible),
                    f"{rule.name} is not contested itself",
                )

    # Steps ------------------------------------------------------------------------------------

    def check_step(self, id_: str) -> None:
        """Raise Wrong unless the reason of a step holds and suffices."""
        reason = self.evaluation.bearing[id_]
        label = self.evaluation.steps[id_]
        rule = self.rules[id_]
        self.check_cited(reason, reason.text)
        self.read_phrases(reason, reason.text, None, id_)
        starts = {
            "in": ("applies: ",),
            "undecided": ("is contested: ",),
            "out": ("does not apply: ", "carries nothing: "),
        }[label]
        expect(reason.text.startswith(starts), f"{reason.text!r} does not say {label}")
        cuts = self.rules_for(("cut", id_))
        if reason.kind == "applies":
            expect(self.inside.counting.get(id_) == reason.own, "does not count as said")
            expect({cut.step for cut in cuts} <= {*reason.steps}, "an undercut is not cited")
        elif reason.kind == "premise-lost":
            lost = reason.claims[0]
            expect(lost in rule.premises, "not a premise")
            expect(("claim", lost) not in self.possible.values, "the premise is not lost")
        elif reason.kind == "undercut":
            cut = self.rules[reason.steps[0]]
            expect(cut.head == ("cut", id_), "cuts something else")
            expect(cut.name in self.inside.counting, "the undercut does not stand")
        elif reason.kind == "premise-contested":
            expect(reason.claims[0] in rule.premises, "not a premise")
            expect(self.labels[reason.claims[0]] == "undecided", "the premise is not contested")
        elif reason.kind == "undercut-contested":
            cut = self.rules[reason.steps[0]]
            expect(cut.head == ("cut", id_), "cuts something else")
            expect(cut.name in self.possible.counting, "the undercut cannot hold")
            expect(cut.name not in self.inside.counting, "the undercut stands")
        elif reason.kind in ("outweighed", "faced"):
            made = self.inside if reason.kind == "outweighed" else self.possible
            values = [made.values[o][0] for o in self.against(rule.head) if o in made.values]
            expect(reason.against in values, "nothing weighs what is said")
            assert reason.own is not None
            mine = self.possible.counting.get(id_, self.outweighed(rule))
            expect(mine == reason.own, "it weighs something else")
            assert reason.against is not None
            expect(reason.against >= reason.own, "it is not outweighed")
        elif reason.kind == "weight-contested":
            less = self.weight(rule, self.inside)
            if rule.strength is not None or less == self.weight(rule, self.possible):
                self.check_rests_on_itself(rule, self.possible)
        else:
            expect(reason.kind == "rests-on-itself", f"unknown kind {reason.kind}")
            self.check_rests_on_itself(rule, self.inside)

    def check_rests_on_itself(self, rule: Rule, opposing: Derivation) -> None:
        """Without the rule's head its premises are lost, or hand on too little."""
        if any(self.leads_back(premise, rule.head[1]) for premise in rule.premises):
            return
        others = tuple(other for other in self.reading.rules if other.head != rule.head)
        made = derive(Reading(others, self.reading.contraries), opposing.values)
        weight = self.weight(rule, made)
        values = opposing.values
        opposed = [values[other][0] for other in self.against(rule.head) if other in values]
        expect(weight < 0 or weight <= max(opposed, default=-1.0), "it does not need its head")

    # Sentences --------------------------------------------------------------------------------

    def read_phrases(self, reason: Reason, text: str, id_: str | None, step: str = "") -> None:
        """Check every phrase of a sentence that says how a claim or step fares."""
        open_ = re.findall(r"whether .*? is contested", text)
        rest = re.sub(r"whether .*? is contested", "", text)
        for pattern, label in STATES.items():
            for name in re.findall(pattern, rest):
                if self.ids[name] in self.single_reasons(reason, text):
                    continue  # "its reason [a] is itself contested" may be about the step
                expect(self.labels[self.ids[name]] == label, f"{name} is not {label}: {text!r}")
        self.read_strengths(reason, text)
        rules = self.rules_for(("claim", id_)) if id_ else []
        if re.search("its (only|one) reason", text):
            expect(len(rules) == 1, "it has several reasons")
        if "the one reason it has left" in text:
            live = [rule for rule in rules if rule.name in self.possible.counting]
            unlost = [rule for rule in rules if self.weight(rule, self.possible) >= 0]
            one = unlost if text.startswith("falls") else live
            expect(len(one) == 1 < len(rules), "it has not one reason left")
        if "best reason" in text and id_:
            better = [
                rule for rule in rules if reason.own is not None and self.nominal(rule) > reason.own
            ]
            lost = any(self.outweighed(rule) < 0 or self.is_own(rule) for rule in better)
            expect(lost == ("best reason it has left" in text), "a better one is lost, or none is")
        if "bare claim" in text:
            expect(any(rule.name == f"presumed {id_}" for rule in rules), "it is not bare")
        if "it has nothing behind it" in text and id_:
            expect(not rules, "something is given for it")
        for name in re.findall(rf"nothing is given for its rival {NAME}", text):
            expect(not self.rules_for(("claim", self.ids[name])), f"something is given for {name}")
        for name in re.findall(rf"nothing is given for {NAME}, which contradicts", text):
            expect(not self.rules_for(("claim", self.ids[name])), f"something is given for {name}")
        for name in re.findall(rf"no reason is left for its rival {NAME}", text):
            left = self.live_weight(("claim", self.ids[name]))
            expect(left < 0, f"a reason is left for {name}")
        if "nothing speaks against it" in text and id_:
            bare = all(
                literal[0] == "not" and not self.rules_for(literal)
                for literal in self.against(("claim", id_))
            )
            expect(bare, "something speaks against it")
            for cited in reason.steps:
                expect(not self.rules_for(("cut", cited)), "its reason is undercut")
        for name in re.findall(rf"{NAME} \([^)]*\) rebuts it and is not answered", text):
            claim = self.ids[name]
            answers = [o for o in self.against(("claim", claim)) if o[0] == "claim"]
            expect(not answers and not self.rules_for(("not", claim)), f"{name} is answered")
            expect(not self.rules_for(("cut", reason.steps[0])), "the rebuttal is undercut")
        for count, what in re.findall(
            r"(?:none|neither) of (?:the|its) (\w+) ([\w ]+?) (?:holds|stands|is left)", text
        ):
            self.check_count(NUMBERS.index(count), what, reason, id_, step)
        for text_, made in ((rest, self.inside), (" ".join(open_), self.possible)):
            names = [m[1] for m in re.finditer(rf"{NAMES}(?: together)? undercuts? ", text_)]
            names += re.findall(rf"is undercut by {NAME}", text_)
            for name in names:
                cuts = [
                    cited.id
                    for cited in (self.map.step[id_] for id_ in reason.steps)
                    if cited.kind == "undercut" and self.ids[name] in cited.premises
                ]
                expect(any(cut in made.counting for cut in cuts), f"{name} undercuts nothing")

    def single_reasons(self, reason: Reason, text: str) -> set[str]:
        """Claims that a sentence names only to name the reason that rests on them."""
        found = set()
        for step in reason.steps:
            known = self.map.step[step]
            if known.kind == "support" and len(known.premises) == 1 and "reason" in text:
                label = self.labels[known.premises[0]]
                if label == "in" and self.evaluation.steps[step] == "undecided":
                    found.add(known.premises[0])
        return found

    def read_strengths(self, reason: Reason, text: str) -> None:
        """Every strength in brackets after a name is that of a step, rival or claim cited."""
        known = [weight for weight in (reason.own, reason.against) if weight is not None]
        for step in reason.steps:
            rule = self.rules[step]
            known += [self.weight(rule, self.possible), self.weight(rule, self.inside)]
        for word in re.findall(r"\((?:up to |both )?([\w. ]+)\)", text):
            if "likelihood" not in text:
                expect(any(alike(word, one) for one in known), f"{word}? {text!r}")
        for words in re.findall(rf"is only (\w+)|is (strong|conclusive)\b|has only {NUMBER}", text):
            word = "".join(words)
            expect(alike(word, reason.own), f"{word}? {text!r}")
        for words in re.findall(rf"are both (\w+)|both have {NUMBER}", text):
            expect(reason.own == reason.against, "they differ")
            expect(alike("".join(words), reason.own), f"{words}? {text!r}")

    def check_count(
        self, count: int, what: str, reason: Reason, id_: str | None, step: str
    ) -> None:
        own: Literal = ("claim", id_ or "")
        rules = self.rules_for(own)
        cuts = [cut for step in reason.steps for cut in self.rules_for(("cut", step))
                if self.rules[step].head == own]  # fmt: skip
        points: list[object] = []
        for literal in self.against(own):
            points += [literal] if literal[0] == "claim" else self.rules_for(literal)
        counts: dict[str, Callable[[], int]] = {
            "reasons for it": lambda: len(rules),
            "reasons": lambda: len(rules),
            "undercuts of that": lambda: len(cuts),
            "undercuts": lambda: len(self.rules_for(("cut", step))),
            "points against it": lambda: len(points) + len(cuts),
            "rivals": lambda: len(points),
        }
        expect(counts[what]() == count, f"there are not {count} {what}, but {counts[what]()}")


def alike(said: str, weight: float | None) -> bool:
    """Whether a strength is the one that is said."""
    value = WORDS[said] if said in WORDS else float(said)
    return weight is not None and abs(weight - value) < 1e-2


def check(map_: ArgumentMap, evaluation: Evaluation) -> int:
    """Check every reason of an evaluated map; gives how many there were."""
    verifier = Verifier(map_, evaluation)
    for claim in map_.claims:
        try:
            verifier.check_claim(claim.id)
        except Wrong as wrong:
            result = evaluation.claims[claim.id]
            raise Wrong(f"{claim.id}: {wrong}\n{result.because}") from wrong
    for step in map_.steps:
        try:
            verifier.check_step(step.id)
        except Wrong as wrong:
            raise Wrong(f"{step.id}: {wrong}\n{evaluation.bearing[step.id]}") from wrong
    return len(map_.claims) + len(map_.steps)


def _name(id_: str, text: str) -> str:
    if not id_.startswith("~"):
        return f"[{id_}]"
    return f"“{text.rstrip('.')}”"
