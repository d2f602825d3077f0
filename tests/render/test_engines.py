"""What Graphviz may do wrong, and how little it matters: missing, broken, slow, dying, stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from time import monotonic, sleep

import pytest

from argmap.model import ArgumentMap, Contradiction, Question
from argmap.render import render_svg
from argmap.render.boxes import boxes_of
from argmap.render.content import content_of
from argmap.render.engines import graphviz as layered
from argmap.render.engines.base import LayoutFailedError
from argmap.render.engines.dot import dot_source, geometry_of
from argmap.render.engines.graphviz import GraphvizEngine
from argmap.render.engines.judge import judge
from argmap.render.engines.tree import TreeEngine
from argmap.render.graph import Graph, graph_of
from tests.render.made_maps import claim, small, step

unix_only = pytest.mark.skipif(os.name != "posix", reason="writes a program as a shell script")


def graph(argument_map: ArgumentMap) -> Graph:
    content = content_of(argument_map)
    parents = tuple(section.parent for section in argument_map.sections)
    return graph_of(content, boxes_of(content), parents)[0]


@pytest.fixture
def fake_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder first on PATH, and no wheel: what is put there as `dot` is what is used."""
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(layered, "has_wheel", lambda: False)
    return tmp_path


def put(folder: Path, script: str) -> None:
    program = folder / "dot"
    program.write_text("#!/bin/sh\n" + script)
    program.chmod(0o755)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().split(")")[1].split()[0] != "Z"


def ends_soon(process: int) -> bool:
    until = monotonic() + 5
    while is_running(process) and monotonic() < until:
        sleep(0.02)
    return not is_running(process)


@unix_only
def test_a_dot_on_the_path_will_do(fake_dot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = graph(small())
    plain = layered._in_process(dot_source(made))
    (fake_dot / "answer").write_text(plain)
    put(
        fake_dot,
        f'cat > "{fake_dot}/asked"\necho "$@" > "{fake_dot}/how"\ncat "{fake_dot}/answer"\n',
    )
    assert GraphvizEngine().available()
    assert GraphvizEngine().layout(made, 20) == geometry_of(made, plain)
    assert (fake_dot / "asked").read_text().strip() == dot_source(made)
    assert "-Tplain" in (fake_dot / "how").read_text()
    monkeypatch.setenv("PATH", os.devnull)
    assert not GraphvizEngine().available()


@unix_only
@pytest.mark.parametrize(
    "script",
    ["cat >/dev/null\nexit 3\n", "kill -SEGV $$\n", "cat >/dev/null\necho 'node ? ? ?'\n", "\n"],
    ids=["fails", "crashes", "babbles", "says nothing"],
)
def test_a_dot_that_misbehaves_is_no_matter(fake_dot: Path, script: str) -> None:
    put(fake_dot, script)
    picture = render_svg(small())
    assert picture.layouts[0].engine == "tree"
    assert picture.notices


@unix_only
def test_a_dot_that_hangs_is_stopped_and_all_it_started(fake_dot: Path) -> None:
    put(fake_dot, f'echo $$ > "{fake_dot}/pid"\nexec sleep 60\n')
    started = monotonic()
    with pytest.raises(LayoutFailedError, match="longer than 2 s"):
        GraphvizEngine().layout(graph(small()), 2)
    assert monotonic() - started < 10
    assert ends_soon(int((fake_dot / "pid").read_text()))


@unix_only
def test_ctrl_c_leaves_no_child_behind(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    child = f"import os, time; open({str(note)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    code = (
        "import signal\n"
        "from argmap.render.engines import graphviz as layered\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "try:\n"
        f"    layered._by_child({child!r}, '', 60)\n"
        "except KeyboardInterrupt:\n"
        "    print('stopped')\n"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=env
    ) as running:
        until = monotonic() + 20
        while not (note.exists() and note.read_text()) and monotonic() < until:
            sleep(0.02)
        running.send_signal(signal.SIGINT)
        said, _ = running.communicate(timeout=20)
    assert said == "stopped\n"
    assert ends_soon(int(note.read_text()))


@unix_only
def test_a_child_that_nobody_stops_ends_by_itself() -> None:
    child = "from resource import RLIMIT_CPU, getrlimit; print(*getrlimit(RLIMIT_CPU))"
    assert layered._by_child(child, "", 6.5).split() == ["8", "8"]


def test_a_broken_wheel_is_no_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layered, "has_wheel", lambda: True)
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    picture = render_svg(small())
    assert picture.notices == (
        "9 boxes were laid out by the tree engine: Graphviz could not lay it out",
    )


def test_much_crossed_graphs_are_not_laid_out_in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"c{at}" for at in range(60)]
    crossed = ArgumentMap(
        claims=tuple(claim(name) for name in names),
        steps=tuple(
            step(f"{one}-{other}", "support", f"c{other}", f"c{one}")
            for one in range(50)
            for other in range(one + 1, min(one + 5, 60))
        ),
    )

    def never(_: str) -> str:
        raise AssertionError

    monkeypatch.setattr(layered, "_in_process", never)
    monkeypatch.setattr(layered, "_CHILD", "import time; time.sleep(60)")
    with pytest.raises(LayoutFailedError, match="longer than"):
        GraphvizEngine().layout(graph(crossed), 0.3)


def test_the_best_of_a_few_answers_is_taken() -> None:
    """What only a contradiction holds stands near what it contradicts, not at the far end."""
    names = "abcdefg"
    apart = ArgumentMap(
        claims=tuple(claim(name) for name in (*names, "x", "y")),
        steps=(
            *(step(f"s{b}", "support", b, a) for a, b in pairwise(names)),
            step("sx", "rebuttal", "y", "x"),
        ),
        contradictions=(Contradiction(("d", "x")),),
    )
    made = graph(apart)
    layout = GraphvizEngine().layout(made, 20)
    assert abs(layout.columns[3] - layout.columns[7]) <= 1
    assert judge(made, layout).asunder < 800
    tree = TreeEngine().layout(made, 20)
    assert tree.columns[3] == tree.columns[7]


def test_the_tree_sets_answers_in_one_column_beside_their_question() -> None:
    asked = ArgumentMap(
        claims=tuple(claim(name) for name in ("go", "stay", "end", "middle")),
        questions=(Question("q", "Go?", ("go", "stay")),),
        steps=(step("s1", "support", "go", "middle"), step("s2", "support", "middle", "end")),
    )
    columns = TreeEngine().layout(graph(asked), 1).columns
    assert columns[:5] == (1, 2, 2, 0, 1)


def test_crossings_are_counted() -> None:
    crossed = ArgumentMap(
        claims=tuple(claim(name) for name in "abcd"),
        steps=tuple(
            step(f"s{at}", "support", *pair) for at, pair in enumerate(("ca", "cb", "da", "db"))
        ),
    )
    made = graph(crossed)
    assert judge(made, GraphvizEngine().layout(made, 20)).crossings == 1
