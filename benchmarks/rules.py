"""What each rule costs, on maps of every shape and on maps made to be hard for it.

    python benchmarks/rules.py                # the table, in Markdown
    python benchmarks/rules.py --claims 2000 --shapes dense wide
    python benchmarks/rules.py --slow 0.05    # only what takes longer than that

Times are seconds of CPU for all that a rule finds in one map, the best of three runs. What several
rules share, such as the evaluation, is worked out before and has rows of its own. `growth` is the
power of the size with which the time grew from a map of a quarter of the claims, where it is worst.
"""

from __future__ import annotations

import argparse
import gc
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import get_args

from generate import Shape, generate, to_arg

from argmap.diagnostics import has_errors
from argmap.lint import registry
from argmap.lint.context import Context
from argmap.lint.settings import Options
from argmap.workspace import Loaded, load_text

ENOUGH = 0.02
"""Growth is told of what takes longer than this; the times of less are noise."""
OPTIONS = Options(tags=("costs",), today="2026-01-31")


def wide(claims: int) -> Iterator[str]:
    """One of everything that can be wide: a step, a question, a contradiction, a cited source."""
    yield "@s Source\n\n? [q] Which?\n"
    third = claims // 3
    yield from (f"  = [a{n}] Answer {n}.  @s {{certain}}\n" for n in range(third))
    yield "\n[end] The end.\n  +(expert-opinion) [p0] Premise 0.  @s\n"
    yield from (f"  & [p{n}] Premise {n}.  @s\n" for n in range(1, third))
    yield "\n[x0] Contrary 0.  {accepted}\n"
    yield from (f"  >< [x{n}] Contrary {n}.  {{accepted}}\n" for n in range(1, third))


def deep(claims: int) -> Iterator[str]:
    """Undercuts of undercuts, all below one reason."""
    yield "[end] The end.\n  + [c0] Reason.\n"
    yield from (f"{'  ' * (n + 1)}! [c{n}] Undercut {n}.\n" for n in range(1, claims))


def circle(claims: int) -> Iterator[str]:
    """All claims in one ring of reasons, and in one of rebuttals the other way round."""
    yield from (f"[c{n}] Claim {n}.\n\n" for n in range(claims))
    for n in range(claims):
        yield f"[c{n}]\n  + [c{(n + 1) % claims}]\n  - [c{(n - 1) % claims}]\n\n"


def alike(claims: int) -> Iterator[str]:
    """Every text is there many times over, and denied as often; every step is written twice."""
    half = claims // 2
    yield from (f"[c{n}] The road is open in town {n % 10}.\n\n" for n in range(half))
    yield from (f"[d{n}] The road is not open in town {n % 10}.\n\n" for n in range(half))
    yield from (f"[c{n}]\n  + [d{n}]\n\n" for n in range(half))
    yield from (f"[c{n}]\n  + [d{n}]\n\n" for n in range(half))


def marked(claims: int) -> Iterator[str]:
    """Every claim has a stance, an expectation, a likelihood, a source, a tag and an odd key."""
    yield "@s Source  {grade: E5}\n"
    stances = ("accepted", "rejected", "assumed", "fact")
    for n in range(claims // 2):
        marks = f"#tagged @s(p. {n}) {{{stances[n % 4]}, likely, confidence: high, expect: in}}"
        yield f"\n[c{n}] Claim {n} may hold, because it was so.  {marks}\n"
        marks = "{accepted, basis: reported, review: 2026-01-01, odd: 1}"
        yield f"  - [d{n}] Objection {n}.  {marks}\n"


def schemes(claims: int) -> Iterator[str]:
    """Every step has a scheme, with a role that it knows and a critical question."""
    for n in range(claims // 4):
        yield f"\n[c{n}] Claim {n}.\n"
        yield f"  +(expert-opinion, role: assertion) [p{n}] Somebody says claim {n}.\n"
        yield f"    !(answers: trustworthy) [t{n}] Somebody is no liar, number {n}.\n"
        yield f"  & [r{n}] Nobody knows of {n}.\n"


def silenced(claims: int) -> Iterator[str]:
    """Every claim is silenced by a comment, some by one that silences nothing."""
    yield "[a] A.\n  + [b] B.\n"
    for n in range(claims):
        name = "isolated-claim" if n % 2 else "self-support"
        yield f"\n// argmap: ignore[{name}] number {n}\n[c{n}] Claim {n}.\n"


HARD: Mapping[str, Callable[[int], Iterator[str]]] = {
    "wide": wide,
    "deep": deep,
    "circle": circle,
    "alike": alike,
    "marked": marked,
    "schemes": schemes,
    "silenced": silenced,
}
SHAPES = (*get_args(Shape), *HARD)


def made(shape: str, claims: int) -> Loaded:
    """A map of a shape, of about so many claims."""
    for ours in get_args(Shape):
        if shape == ours:
            text = "".join(to_arg(generate(claims, ours)))
            break
    else:
        text = "".join(HARD[shape](claims))
    loaded = load_text(text, f"{shape}.arg")
    assert not has_errors(loaded.diagnostics), loaded.diagnostics[0]
    return loaded


def seconds(work: Callable[[], object], runs: int) -> float:
    """The least CPU time of several runs; of one that takes long, of that one."""
    found: list[float] = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
        if found[-1] > 1:
            break
    return min(found)


SHARED = [name for name, value in vars(Context).items() if isinstance(value, cached_property)]


def costs(loaded: Loaded, runs: int) -> Iterator[tuple[str, float]]:
    """What is shared and what each rule takes, by name."""
    context = Context(loaded.map, loaded.document, OPTIONS)
    for name in SHARED:
        yield f"({name})", seconds(lambda name=name: getattr(context, name), 1)  # type: ignore[misc]
    for code, name in registry.NAMES.items():
        check = registry.rule(code).check
        yield name, seconds(lambda check=check: list(check(context)), runs)  # type: ignore[misc]


def measured(shapes: Sequence[str], claims: int, runs: int) -> dict[str, dict[str, float]]:
    """By what was measured and by shape: seconds."""
    table: dict[str, dict[str, float]] = {}
    for shape in shapes:
        for name, taken in costs(made(shape, claims), runs):
            table.setdefault(name, {})[shape] = taken
    return table


def growth(small: Mapping[str, float], large: Mapping[str, float]) -> str:
    """The worst power of the size with which times grew fourfold sizes."""
    powers = [
        math.log(taken / max(small[shape], 1e-4), 4)
        for shape, taken in large.items()
        if taken > ENOUGH
    ]
    return f"n^{max(powers):.1f}" if powers else ""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--shapes", nargs="*", choices=SHAPES, default=SHAPES)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--slow", type=float, default=0.0, help="only rows with as much, in s")
    given = parser.parse_args()
    gc.disable()
    small = measured(given.shapes, given.claims // 4, given.runs)
    large = measured(given.shapes, given.claims, given.runs)
    print(f"| rule | {' | '.join(given.shapes)} | growth |")
    print(f"|---|{'--:|' * (len(given.shapes) + 1)}")
    for name, row in large.items():
        if max(row.values()) >= given.slow:
            cells = [f"{row[shape]:.3f}" for shape in given.shapes]
            print(f"| {name} | {' | '.join(cells)} | {growth(small[name], row)} |")


if __name__ == "__main__":
    main()
