"""How long it takes to judge a map: labels, reasons, strengths, cruxes; on large maps and circles.

    python benchmarks/semantics.py            # the table
    python benchmarks/semantics.py --most 2000

Times are seconds of CPU with the garbage collector held, the best of three runs up to 20,000
claims. Labels include building the theory; reasons are what those of all claims take beyond them;
cruxes are those of all questions or main claims, in a circle those of one claim, sought once and up
to 10,000 claims, with a star where the budget did not suffice for all. Parsing is not counted.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Iterator
from random import Random
from typing import TypeVar

from generate import Shape, generate, to_arg

from argmap.model import ArgumentMap, Attribute, Citation, Claim, Step
from argmap.model.map import StepKind
from argmap.semantics.conclusions import conclusions
from argmap.semantics.crux import all_cruxes
from argmap.semantics.evaluate import evaluate
from argmap.semantics.evaluation import Evaluation
from argmap.semantics.grounded import ground
from argmap.semantics.labels import read_labels
from argmap.semantics.strength import strengths
from argmap.semantics.theory import build_theory
from argmap.workspace import load_text

SHAPES: tuple[Shape, ...] = ("tree", "chain", "star", "cycles", "debate")
SIZES = (100, 1_000, 10_000)
MOST_TRIED = 10_000

Link = tuple[StepKind, int, int, float | None]
"""A step of a circle: its kind, premise, target and strength. FACT is a fact outside."""

FACT = -1


def supports(size: int, _: Random) -> Iterator[Link]:
    """One ring of supports."""
    return (("support", at, (at + 1) % size, None) for at in range(size))


def conclusive(size: int, _: Random) -> Iterator[Link]:
    """One ring of conclusive supports."""
    return (("support", at, (at + 1) % size, 1.0) for at in range(size))


def both_ways(size: int, _: Random) -> Iterator[Link]:
    """A ring in which each claim supports both of its neighbours, every third time conclusively."""
    for at in range(size):
        strength = 1.0 if at % 3 == 0 else None
        yield "support", at, (at + 1) % size, strength
        yield "support", (at + 1) % size, at, strength


def thicket(size: int, random: Random) -> Iterator[Link]:
    """A ring of supports, and three more for each claim from anywhere, of any strength."""
    yield from supports(size, random)
    for at in range(size):
        for _ in range(3):
            yield "support", int(random.random() * size), at, _strength(random)


def rebuttals(size: int, _: Random) -> Iterator[Link]:
    """One ring of rebuttals."""
    return (("rebuttal", at, (at + 1) % size, None) for at in range(size))


def settled_rebuttals(size: int, random: Random) -> Iterator[Link]:
    """The same with one claim refuted by a fact, which settles the others one after the other."""
    yield from rebuttals(size, random)
    yield "rebuttal", FACT, 0, 0.75


def mixed(size: int, random: Random) -> Iterator[Link]:
    """One ring, each step a support or a rebuttal by chance, one claim refuted by a fact."""
    yield "rebuttal", FACT, 1, 0.75
    for at in range(size):
        yield _kind(random), at, (at + 1) % size, None


def mixed_thicket(size: int, random: Random) -> Iterator[Link]:
    """A ring of supports, and three supports or rebuttals for each claim from anywhere."""
    yield from supports(size, random)
    for at in range(size):
        for _ in range(3):
            yield _kind(random), int(random.random() * size), at, _strength(random)


def _kind(random: Random) -> StepKind:
    return "support" if random.random() < 0.5 else "rebuttal"


def _strength(random: Random) -> float | None:
    return (None, 0.25, 0.75, 1.0)[int(random.random() * 4)]


CIRCLES: dict[str, Callable[[int, Random], Iterator[Link]]] = {
    "supports": supports,
    "conclusive supports": conclusive,
    "supports both ways": both_ways,
    "supports from anywhere": thicket,
    "rebuttals": rebuttals,
    "rebuttals, one settled": settled_rebuttals,
    "mixed": mixed,
    "mixed from anywhere": mixed_thicket,
}


def circle(size: int, links: Callable[[int, Random], Iterator[Link]]) -> ArgumentMap:
    """A circle of claims of which one has a source, and a fact besides."""
    ids = [f"c{number}" for number in range(size)]
    sourced = (Citation(None, quote="so"),)
    claims = [
        Claim(id_, f"{id_} is so.", citations=() if at else sourced) for at, id_ in enumerate(ids)
    ]
    ids.append("fact")
    claims.append(Claim("fact", "A fact.", attributes=(Attribute("fact", True),)))
    steps = [
        Step(f"s{number}", kind, (ids[premise],), ids[target], strength=strength)
        for number, (kind, premise, target, strength) in enumerate(links(size, Random(1)))
    ]
    return ArgumentMap(claims=tuple(claims), steps=tuple(steps))


T = TypeVar("T")


def seconds(work: Callable[[T], object], times: int, prepare: Callable[[], T]) -> float:
    """The least CPU time of several runs; what is prepared for each does not count."""
    found: list[float] = []
    for _ in range(times):
        given = prepare()
        gc.collect()
        start = time.process_time()
        work(given)
        found.append(time.process_time() - start)
    return min(found)


def labels(map_: ArgumentMap) -> object:
    """All labels of a map."""
    theory = build_theory(map_)
    return read_labels(theory, ground(theory))


def reasons(evaluation: Evaluation) -> object:
    """The reasons of all claims."""
    return [result.because for result in evaluation.claims.values()]


def cruxes(map_: ArgumentMap) -> str:
    """How long it takes to find what the map's conclusions hang on."""
    if len(map_.claims) > 2 * MOST_TRIED:
        return ""
    ids = conclusions(map_) or [map_.claims[0].id]
    start = time.process_time()
    found = all_cruxes(map_, ids)
    taken = time.process_time() - start
    return f"{taken:.3f}{'*' if any(one.untried for one in found.values()) else ' '}"


def row(name: str, map_: ArgumentMap) -> None:
    """Measure one map and print its line."""
    size = len(map_.claims)
    times = 3 if size <= 20_000 else 2
    its_labels = seconds(labels, times, lambda: map_)
    its_reasons = seconds(reasons, times, lambda: evaluate(map_))
    its_strengths = seconds(strengths, times, lambda: map_)
    print(
        f"{name:<28}{size:>9,}{len(map_.steps):>9,}"
        f"{its_labels:>9.3f}{its_reasons:>9.3f}{its_strengths:>11.3f}{cruxes(map_):>10}",
        flush=True,
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--most", type=int, default=100_000, help="no map of more claims")
    most = parser.parse_args().most
    gc.disable()
    print(
        f"{'map':<28}{'claims':>9}{'steps':>9}{'labels':>9}{'reasons':>9}{'strengths':>11}{'cruxes':>10}"
    )
    for shape in SHAPES:
        for size in (10_000, 100_000):
            if size <= most:
                text = "".join(to_arg(generate(size, shape)))
                row(shape, load_text(text, f"{shape}.arg").map)
    for name, links in CIRCLES.items():
        for size in SIZES:
            if size <= most:
                row(f"circle: {name}", circle(size, links))


if __name__ == "__main__":
    main()
