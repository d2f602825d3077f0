"""Measures argmap on maps of growing size, and Argdown beside it; prints a table in Markdown.

    python benchmarks/run.py
    python benchmarks/run.py --work check svg --sizes 50 1000 --runs 9
    python benchmarks/run.py --argdown node_modules/.bin/argdown

Cold is a whole process, from its start to its end; warm is the same work again in a process that
has done it before. Figures are medians. Run it with the Python that argmap is installed for.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Literal, get_args

from generate import SHAPES, Shape, generate, to_arg, to_argdown

Work = Literal["check", "json", "svg"]

_SIZES = (50, 1_000, 10_000, 100_000)
_PATIENCE = 60.0
"""After how many seconds of one measurement no further run is begun."""
_ENOUGH_FOR_ARGDOWN = 10_000
"""Argdown is not asked for more claims than this unless told to."""


@dataclass(frozen=True, slots=True)
class Cold:
    """A command run as a whole process: seconds it took, seconds of the processor, peak memory."""

    wall: float
    cpu: float
    peak: float
    runs: int


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured for one kind of work on one map."""

    work: Work
    claims: int
    cold: Cold
    warm: float
    argdown: Cold | None
    argdown_failed: bool


def _ours(work: Work, file: Path, folder: Path) -> list[str]:
    command = [sys.executable, "-m", "argmap"]
    return (
        command
        + {
            "check": ["check", str(file)],
            "json": ["convert", str(file), str(folder / "out.json")],
            "svg": ["render", str(file), "-o", str(folder / "out.svg")],
        }[work]
    )


def _argdown(program: str, work: Work, file: Path, folder: Path) -> list[str]:
    return [program] + {
        "check": [str(file)],
        "json": ["json", str(file), str(folder)],
        "svg": ["map", "-f", "svg", str(file), str(folder)],
    }[work]


def measure(command: Sequence[str], runs: int, fine: Sequence[int] = (0,)) -> Cold | None:
    """Run a command several times, after once for its caches; None if it ends with a status that
    is not `fine`."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}
    }
    taken: list[tuple[float, float, float]] = []
    begun = time.perf_counter()
    for run in range(runs + 1):
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in fine:
            print(f"{shlex.join(command)} ended with {process.returncode}", file=sys.stderr)
            return None
        unit = 1 if sys.platform == "darwin" else 1024
        one = (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6)
        if run or wall > _PATIENCE / 4:
            taken.append(one)
        if taken and time.perf_counter() - begun > _PATIENCE:
            break
    walls, cpus, peaks = zip(*taken, strict=True)
    return Cold(median(walls), median(cpus), max(peaks), len(taken))


def _warm(work: Work, file: Path, runs: int) -> float:
    """The same in one process that is warm; measured in a process of its own."""
    command = [sys.executable, __file__, "--warm", work, str(file), "--runs", str(runs)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def measure_warm(work: Work, file: Path, runs: int) -> float:
    """Do the work of a command through the library, several times, after once for its caches."""
    from argmap.workspace import load  # noqa: PLC0415

    does: Callable[[], object]
    if work == "json":
        from argmap.formats.json import write  # noqa: PLC0415

        does = lambda: write(load(file).map)  # noqa: E731
    elif work == "svg":
        from argmap.render import render_svg  # noqa: PLC0415

        does = lambda: render_svg(load(file).map)  # noqa: E731
    else:
        does = lambda: load(file)  # noqa: E731
    taken: list[float] = []
    begun = time.perf_counter()
    for run in range(runs + 1):
        start = time.perf_counter()
        does()
        one = time.perf_counter() - start
        if run or one > _PATIENCE / 4:
            taken.append(one)
        if taken and time.perf_counter() - begun > _PATIENCE:
            break
    return median(taken)


def _growth(rows: Sequence[Row], row: Row) -> str:
    """The power of the size that the warm time grew with since the next smaller map."""
    smaller = [one for one in rows if one.work == row.work and one.claims < row.claims]
    if not smaller:
        return ""
    last = smaller[-1]
    power = math.log(row.warm / last.warm) / math.log(row.claims / last.claims)
    return f"n^{power:.2f}"


def _table(rows: Sequence[Row]) -> str:
    lines = [
        "| work | claims | cold, s | CPU, s | warm, s | growth | peak, MB | Argdown cold, s |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        cold, other = row.cold, row.argdown
        cells = [
            row.work,
            f"{row.claims:,}",
            f"{cold.wall:.2f}",
            f"{cold.cpu:.2f}",
            f"{row.warm:.3f}",
            _growth(rows, row),
            f"{cold.peak:.0f}",
            "fails" if row.argdown_failed else f"{other.wall:.2f}" if other else "–",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} from a checkout"


def _said(*command: str) -> str:
    """What a program answers to a question such as `--version`."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.stdout.strip()


def _machine(argdown: str | None) -> str:
    busy = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    parts = [
        f"{os.cpu_count()} cores",
        _processor(),
        f"{platform.system()} {platform.release()}",
        f"load before {busy}",
        f"Python {platform.python_version()}",
        *map(_version, ("argmap", "lark", "typer", "pygraphviz")),
    ]
    if argdown is not None:
        parts += [f"Argdown {_said(argdown, '--version')}", f"Node {_said('node', '--version')}"]
    return ", ".join(parts)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", nargs="+", choices=get_args(Work), default=get_args(Work))
    parser.add_argument("--sizes", nargs="+", type=int, default=_SIZES, metavar="CLAIMS")
    parser.add_argument("--shape", choices=list(SHAPES), default="tree")
    parser.add_argument("--runs", type=int, default=5, help="how many runs a figure is made of")
    parser.add_argument("--argdown", metavar="PATH", help="the program; else the one on PATH")
    parser.add_argument(
        "--argdown-to",
        type=int,
        metavar="CLAIMS",
        default=_ENOUGH_FOR_ARGDOWN,
        help="the largest map that Argdown is given",
    )
    parser.add_argument("--warm", nargs=2, metavar=("WORK", "FILE"), help=argparse.SUPPRESS)
    return parser.parse_args()


def _measure_all(given: argparse.Namespace, argdown: str | None, folder: Path) -> list[Row]:
    shape: Shape = given.shape
    works: Sequence[Work] = given.work
    rows: list[Row] = []
    for claims in sorted(given.sizes):
        ours, theirs = folder / f"{claims}.arg", folder / f"{claims}.argdown"
        for file, write in ((ours, to_arg), (theirs, to_argdown)):
            with file.open("w", encoding="utf-8") as out:
                out.writelines(write(generate(claims, shape)))
        for work in works:
            fine = (0, 1) if work == "check" else (0,)  # findings are no failure
            cold = measure(_ours(work, ours, folder), given.runs, fine)
            if cold is None:
                raise SystemExit("argmap itself failed; nothing is measured")
            warm = _warm(work, ours, given.runs)
            other, asked = None, argdown is not None and claims <= given.argdown_to
            if argdown is not None and asked:
                other = measure(_argdown(argdown, work, theirs, folder), given.runs)
            rows.append(Row(work, claims, cold, warm, other, asked and other is None))
            took = f"{cold.wall:.2f} s in {cold.runs} runs"
            print(f"{work} of {claims:,} claims: {took}", file=sys.stderr)
    return sorted(rows, key=lambda row: (works.index(row.work), row.claims))


def main() -> None:
    """Measure and print."""
    given = _arguments()
    if given.warm is not None:
        work, file = given.warm
        print(measure_warm(work, Path(file), given.runs))
        return
    argdown = given.argdown or shutil.which("argdown")
    machine = _machine(argdown)
    with tempfile.TemporaryDirectory() as folder:
        rows = _measure_all(given, argdown, Path(folder))
    print(f"`{shlex.join(['python', 'benchmarks/run.py', *sys.argv[1:]])}`\n\n{machine}\n")
    print(_table(rows))


if __name__ == "__main__":
    main()
