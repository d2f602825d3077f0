"""Makes maps of any size for the benchmarks: the same arguments always give the same map.

python benchmarks/generate.py 10000 --shape tree > tree.arg
python benchmarks/generate.py 10000 --shape tree --format argdown > tree.argdown
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal, get_args

Shape = Literal["tree", "chain", "star", "dense", "cycles", "debate"]
Syntax = Literal["arg", "argdown"]

SHAPES: dict[Shape, str] = {
    "tree": "each claim has up to three reasons or rebuttals, five levels deep",
    "chain": "each claim rests on the next one alone",
    "star": "all claims are reasons for or against one",
    "dense": "each claim also speaks for or against four others",
    "cycles": "claims attack each other in rings of five",
    "debate": "sections with a question each, its answers, and a tree below every answer",
}
_SOURCES = 20
_FANOUT = 3
_DEPTH = 5
_RING = 5
_LINKS = 4

_WHO = [
    "ministers",
    "farmers",
    "voters",
    "the_court",
    "teachers",
    "two_auditors",
    "residents",
    "the_board",
]
_DOES = ["doubt", "expect", "deny", "report", "confirm", "fear", "accept", "overlook"]
_WHAT = """
    that prices will fall again, that the old bridge is safe, that the harvest came late,
    that fewer trains would do, that the figures were wrong, that nobody asked the owners,
    that a second survey is needed, that the river will rise
""".replace("\n", " ").split(",")
_WHEN = ["this year", "before the vote", "in most districts", "since the reform", "without proof"]


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: how deep it stands, its mark, and its parts; one without a text refers."""

    depth: int
    mark: str
    id: str = ""
    text: str = ""
    tag: str = ""
    source: str = ""
    likelihood: str = ""


class _Maker:
    """Makes entries with a text, numbered, some with a trailer."""

    def __init__(self, random: Random, trailers: float, undercuts: float) -> None:
        self.random = random
        self.trailers = trailers
        self.undercuts = undercuts
        self.made = 0

    def pick(self, words: list[str]) -> str:
        """One of the words. (`random.choice` may differ between versions of Python.)"""
        return words[int(self.random.random() * len(words))].strip()

    def entry(self, depth: int, mark: str) -> Line:
        """The next claim."""
        self.made += 1
        who, does = self.pick(_WHO).replace("_", " "), self.pick(_DOES)
        text = f"{who} {does} {self.pick(_WHAT)} {self.pick(_WHEN)}, case {self.made}."
        text = text[0].upper() + text[1:]
        if self.random.random() >= self.trailers:
            return Line(depth, mark, f"c{self.made}", text)
        tag = self.pick(["#costs", "#safety", ""])[1:]
        source = f"s{1 + int(self.random.random() * _SOURCES)}"
        likelihood = self.pick(["likely", "unlikely", "", ""])
        return Line(depth, mark, f"c{self.made}", text, tag, source, likelihood)

    def reason(self, depth: int) -> Iterator[Line]:
        """A reason or rebuttal, perhaps with an undercut of its step."""
        yield self.entry(depth, "+" if self.random.random() < 0.6 else "-")
        if self.random.random() < self.undercuts:
            yield self.entry(depth + 1, "!")

    def tree(self, depth: int, size: int) -> Iterator[Line]:
        """Reasons below the entry just made, `size` claims in all."""
        end = self.made + size
        children = _FANOUT if depth < _DEPTH else size
        for left in range(children, 0, -1):
            room = end - self.made
            if room <= 0:
                return
            share = -(-room // left)
            yield from self.reason(depth)
            if depth < _DEPTH:
                yield from self.tree(depth + 1, share - 1)


def generate(
    claims: int,
    shape: Shape = "tree",
    *,
    trailers: float = 0.3,
    undercuts: float = 0.1,
    seed: int = 1,
) -> Iterator[Line]:
    """The entries of a map of about `claims` claims.

    `trailers` is the share of claims with a tag, source or likelihood, `undercuts` the share of
    reasons with an undercut.
    """
    maker = _Maker(Random(seed), trailers, undercuts)
    yield Line(0, "#", text=f"A {shape} of {claims} claims")
    if trailers:
        yield from (Line(0, "@", f"s{n}", f"Report {n}") for n in range(1, _SOURCES + 1))
    yield from {
        "tree": _tree,
        "chain": _chain,
        "star": _star,
        "dense": _dense,
        "cycles": _cycles,
        "debate": _debate,
    }[shape](maker, claims)


def _tree(maker: _Maker, claims: int) -> Iterator[Line]:
    size = min(claims, (_FANOUT**_DEPTH - 1) // (_FANOUT - 1))
    while maker.made < claims:
        yield maker.entry(0, "")
        yield from maker.tree(1, min(size, claims - maker.made + 1) - 1)


def _chain(maker: _Maker, claims: int) -> Iterator[Line]:
    above = maker.entry(0, "")
    yield above
    while maker.made < claims:
        yield Line(0, "", above.id)
        steps = list(maker.reason(1))
        yield from steps
        above = steps[0]


def _star(maker: _Maker, claims: int) -> Iterator[Line]:
    yield maker.entry(0, "")
    while maker.made < claims:
        yield from maker.reason(1)


def _dense(maker: _Maker, claims: int) -> Iterator[Line]:
    yield from _tree(maker, claims)
    for number in range(1, claims + 1):
        yield Line(0, "", f"c{number}")
        for _ in range(_LINKS):
            other = 1 + int(maker.random.random() * claims)
            if other != number:
                yield Line(1, maker.pick(["+", "-"]), f"c{other}")


def _cycles(maker: _Maker, claims: int) -> Iterator[Line]:
    while maker.made < claims:
        first = maker.made + 1
        size = min(_RING, claims - maker.made)
        yield from [maker.entry(0, "") for _ in range(size)]
        for at in range(size if size > 1 else 0):
            yield Line(0, "", f"c{first + at}")
            yield Line(1, "-", f"c{first + (at + 1) % size}")


def _debate(maker: _Maker, claims: int) -> Iterator[Line]:
    number = 0
    while maker.made < claims:
        number += 1
        yield Line(0, "##", text=f"Part {number}")
        yield Line(0, "?", f"q{number}", f"What should be done about matter {number}?")
        answers = [maker.entry(1, "=") for _ in range(min(3, claims - maker.made))]
        yield from answers
        for answer in answers:
            yield Line(0, "", answer.id)
            yield from maker.tree(1, min(15, claims - maker.made))


def to_arg(lines: Iterable[Line]) -> Iterator[str]:
    """The entries in the language of argmap."""
    for line in lines:
        parts = [line.mark] if line.mark and line.mark != "@" else []
        if line.id:
            parts.append(f"@{line.id}" if line.mark == "@" else f"[{line.id}]")
        if line.text:
            parts.append(line.text)
        trailer = [f"#{line.tag}"] if line.tag else []
        trailer += [f"@{line.source}(p. {len(line.text)})"] if line.source else []
        trailer += [f"{{{line.likelihood}}}"] if line.likelihood else []
        body = " ".join(parts) + ("  " + " ".join(trailer) if trailer else "")
        yield "  " * line.depth + body + "\n"


def to_argdown(lines: Iterable[Line]) -> Iterator[str]:
    """The entries in Argdown, as near as it can say them.

    What stands at the margin and answers become statements, all else arguments, so that undercuts
    can be said; questions become statements, and sources a value in the braces.
    """
    statements: set[str] = set()
    for line in lines:
        if line.mark in {"#", "##"}:
            yield f"\n{line.mark} {line.text}\n\n"
            continue
        if line.mark == "@":
            continue
        if line.text and (line.depth == 0 or line.mark == "="):
            statements.add(line.id)
        name = f"[{line.id}]" if line.id in statements else f"<{line.id}>"
        mark = {"?": "", "=": "+", "!": "_"}.get(line.mark, line.mark)
        pairs = [f'source: "{line.source}, p. {len(line.text)}"'] if line.source else []
        pairs += [f"likelihood: {line.likelihood}"] if line.likelihood else []
        body = f"{name}: {line.text}" if line.text else name
        body += f" #({line.tag})" if line.tag else ""
        body += f" {{{', '.join(pairs)}}}" if pairs else ""
        gap = "\n" if line.depth == 0 else ""
        yield gap + "  " * line.depth + (f"{mark} " if mark else "") + body + "\n"


def main() -> None:
    """Write a map to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("claims", type=int)
    shapes = "; ".join(f"{shape}: {what}" for shape, what in SHAPES.items())
    parser.add_argument("--shape", choices=get_args(Shape), default="tree", help=shapes)
    parser.add_argument("--format", choices=get_args(Syntax), default="arg")
    parser.add_argument("--trailers", type=float, default=0.3, help="share of claims, 0 to 1")
    parser.add_argument("--undercuts", type=float, default=0.1, help="share of reasons, 0 to 1")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    lines = generate(
        given.claims,
        given.shape,
        trailers=given.trailers,
        undercuts=given.undercuts,
        seed=given.seed,
    )
    write = to_arg if given.format == "arg" else to_argdown
    sys.stdout.writelines(write(lines))


if __name__ == "__main__":
    main()
