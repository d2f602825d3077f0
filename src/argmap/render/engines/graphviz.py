"""The layered engine: Graphviz, from pygraphviz's wheels or else a `dot` program.

Small graphs without many cross lines are laid out in this process; others in a child that can be
stopped, because crossing minimization can take minutes. A small graph whose lines cross or whose
contradictions stand far apart is asked for in a few ways, and the best answer is taken.
"""

from __future__ import annotations

import os
import sys
from _thread import allocate_lock
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from math import ceil, inf

from argmap.render.engines.base import Geometry, LayoutFailedError
from argmap.render.engines.dot import PLAIN_WISH, Wish, dot_source, geometry_of
from argmap.render.engines.judge import judge
from argmap.render.graph import Graph

_IN_PROCESS = 1_000
"""Boxes and edges up to which a layout takes so little time that no child is worth its start."""
_CROSSED = 40
"""So many more edges than nodes are always harmless; otherwise a fifth more."""
_TRIED = 220
"""Boxes and edges up to which a graph is asked for in more than one way."""
_FAR = 400.0
_CROSSING_WISHES = (Wish(order="reversed"), Wish(pull=2, order="tree"))
_ASUNDER_WISHES = (
    Wish("beside", 2, "tree"),
    Wish("beside", 2, "reversed"),
    Wish("right", 1),
)

_LIMITED = """
import sys
try:
    from resource import RLIMIT_CPU, setrlimit
    setrlimit(RLIMIT_CPU, (int(sys.argv[1]),) * 2)
except ImportError:
    pass  # there are no such limits on Windows
"""
"""The clock is kept by who started the child; this ends it where that one was ended first."""
_CHILD = """
from pygraphviz import AGraph
sys.stderr = None
graph = AGraph(string=sys.stdin.read())
import io
sys.stderr = io.StringIO()
sys.stdout.buffer.write(graph.draw(format="plain", prog="dot"))
"""
_PROGRAM_CHILD = """
from graphviz import pipe
sys.stdout.buffer.write(pipe("dot", "plain", sys.stdin.buffer.read(), quiet=True))
"""

_ONE_AT_A_TIME = allocate_lock()
"""Graphviz keeps global state: two threads must not lay out at once."""


class GraphvizEngine:
    """Layered layout with few crossings; for what is neither huge nor dense."""

    name = "graphviz"

    def available(self) -> bool:
        """Whether pygraphviz is installed, or a `dot` program with the `graphviz` package."""
        return has_wheel() or has_program()

    def layout(self, graph: Graph, timeout: float) -> Geometry:
        """Place all nodes; raises LayoutFailedError when Graphviz fails or the time is up."""
        best = _asked(graph, PLAIN_WISH, timeout)
        if not has_wheel() or graph.box_count + len(graph.edges) > _TRIED or not _is_calm(graph):
            return best
        found = judge(graph, best)
        wishes: tuple[Wish, ...] = _CROSSING_WISHES if found.crossings else ()
        if found.asunder > _FAR:
            wishes += _ASUNDER_WISHES
        if found.strangers:
            wishes = tuple(wish._replace(together=True) for wish in (PLAIN_WISH, *wishes))
            found = found._replace(cost=inf)
        for wish in wishes:
            other = _asked(graph, wish, timeout)
            verdict = judge(graph, other)
            if verdict.cost < found.cost:
                best, found = other, verdict
        return best


def has_wheel() -> bool:
    """Whether pygraphviz, which brings Graphviz along, is installed."""
    return find_spec("pygraphviz") is not None


def has_program() -> bool:
    """Whether there is a `dot` program, and the `graphviz` package to run it."""
    from shutil import which  # noqa: PLC0415

    return which("dot") is not None and find_spec("graphviz") is not None


def _asked(graph: Graph, wish: Wish, timeout: float) -> Geometry:
    source = dot_source(graph, wish)
    if not has_wheel():
        plain = _by_child(_PROGRAM_CHILD, source, timeout)
    elif graph.box_count + len(graph.edges) <= _IN_PROCESS and _is_calm(graph):
        plain = _in_process(source)
    else:
        plain = _by_child(_CHILD, source, timeout)
    try:
        return geometry_of(graph, plain)
    except (ValueError, IndexError, KeyError) as error:
        raise LayoutFailedError("Graphviz gave an answer that makes no sense") from error


def _is_calm(graph: Graph) -> bool:
    """Whether a graph is close enough to a tree for Graphviz to be done with it at once."""
    return len(graph.edges) <= len(graph.widths) * 1.2 + _CROSSED


def _in_process(source: str) -> str:
    try:
        with _ONE_AT_A_TIME, _quiet():
            from pygraphviz import AGraph  # noqa: PLC0415

            graph = AGraph(string=source)
            drawn: bytes = graph.draw(format="plain", prog="dot")
    except (ImportError, ValueError, OSError) as error:
        raise LayoutFailedError("Graphviz could not lay it out") from error
    return drawn.decode()


@contextmanager
def _quiet() -> Iterator[None]:
    """Graphviz writes warnings that mean nothing to the user straight to the error output."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _by_child(program: str, source: str, timeout: float) -> str:
    """What a Python child prints for a source; it and all it started end with this call."""
    from subprocess import PIPE, Popen, TimeoutExpired  # noqa: PLC0415

    seconds = str(ceil(timeout) + 1)
    command = [sys.executable, "-P", "-X", "utf8", "-c", _LIMITED + program, seconds]
    try:
        child = Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True)
    except OSError as error:
        raise LayoutFailedError("Graphviz could not be started") from error
    with child:
        try:
            drawn, _ = child.communicate(source.encode(), timeout)
        except TimeoutExpired as error:
            _stop(child.pid)
            raise LayoutFailedError(f"Graphviz took longer than {timeout:g} s") from error
        except BaseException:  # Ctrl-C above all: no child may be left behind
            _stop(child.pid)
            raise
    if child.returncode != 0:
        raise LayoutFailedError("Graphviz could not lay it out")
    return drawn.decode(errors="replace")


def _stop(child: int) -> None:
    """End a child, which leads a process group of its own, and whatever it has started."""
    from signal import SIGTERM  # noqa: PLC0415

    try:
        if sys.platform == "win32":
            os.kill(child, SIGTERM)
        else:
            from signal import SIGKILL  # noqa: PLC0415

            os.killpg(child, SIGKILL)
    except ProcessLookupError:
        pass
