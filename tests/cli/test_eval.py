"""`argmap eval` and `argmap crux`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.cli.crux import strength_told, told
from argmap.formats.evaluation.prose import Assessor
from argmap.semantics.crux import all_cruxes
from argmap.semantics.evaluate import evaluate
from argmap.semantics.questions import brief
from argmap.semantics.sensitivity import Sensitivity
from argmap.workspace import load_text

from .helpers import Runner

MAP = """? [when] When should it move?
  = [now] It moves now.
  = [later] It moves later.

[now]
  +(strong) [faster] It would be faster.
    + [tested] It was tested.
      ! [staging] Only in staging.
        - [rerun] It was run again.

[later]
  + [frozen] It is frozen.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "m.arg"
    path.write_text(MAP, encoding="utf-8")
    return path


def test_the_verdict_and_the_reasons(run: Runner, file: Path) -> None:
    result = run("eval", file.name)
    assert result.code == 0
    assert "→ The answer is [now] It moves now." in result.out
    assert "[staging]" in result.out


def test_what_changes_comes_first(run: Runner, file: Path) -> None:
    result = run("eval", file.name, "--without", "rerun")
    lines = result.out.splitlines()
    assert lines[0] == "What changes:"
    assert lines[1] == "  ? [when] [now] → [later]"
    assert any(line.startswith("  [staging] falls → stands") for line in lines)
    assert run("eval", file.name, "--assume", "frozen").out.startswith("Nothing changes.")
    assert "nothing to withdraw" in run("eval", file.name, "--without", "now").out


def test_one_claim_is_explained(run: Runner, file: Path) -> None:
    result = run("eval", file.name, "--explain", "now")
    assert result.out.splitlines()[0] == "[now] It moves now.  m.arg:2"
    [faster] = [line for line in result.out.splitlines() if line.startswith("  +(strong) [faster]")]
    assert faster.endswith("  line 6")
    refused = run("eval", file.name, "--explain", "now", "--to", "json")
    assert refused.code == 2
    assert "the story of a claim is text; leave out `--to json`" in refused.err


def test_the_answers_to_a_question_are_explained(run: Runner, file: Path) -> None:
    """The one that stands first; what it has told of is only pointed to."""
    lines = run("eval", file.name, "--explain", "when").out.splitlines()
    assert lines[:3] == [
        "? When should it move?  m.arg:1",
        "  → The answer is [now] It moves now.",
        "  = [now] It moves now.  line 2",
    ]
    assert lines[-1] == "  = [later]  ✗ falls: as told above.  line 3"


def test_a_question_cannot_be_withdrawn(run: Runner, file: Path) -> None:
    """It is told what it is, and what could be."""
    for option in ("--without", "--assume"):
        result = run("eval", file.name, option, "when", "--explain", "when")
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            "argmap: `when` is a question, not a claim; name one of its answers, [now] or [later]\n"
        )
        assert "did you mean" not in run("eval", file.name, option, "whem").err
    assert "did you mean `when`?" in run("eval", file.name, "--explain", "whem").err
    assert run("eval", file.name, "--explain", "").code == 2


def test_what_is_withdrawn_and_assumed_at_once_is_assumed(run: Runner, file: Path) -> None:
    given = ("--without", "frozen", "--assume", "frozen", "--assume", "frozen")
    out = run("eval", file.name, *given).out
    assert out.startswith("[frozen] is withdrawn and assumed at once; it is taken as assumed.\n")
    assert "\nThis is how it stands taking [frozen] for a fact.\n" in out


def test_the_json(run: Runner, file: Path) -> None:
    found = json.loads(run("eval", file.name, "--to", "json").out)
    assert found["semantics"] == "grounded"
    assert found["claims"]["now"]["label"] == "in"
    assert found["questions"]["when"]["verdict"] == "now"
    assert found["extensions"] == [["now", "faster", "tested", "rerun", "frozen"]]


def test_the_assessment(run: Runner, file: Path) -> None:
    result = run("eval", file.name, "--to", "markdown")
    assert result.out.startswith("**When should it move?** The map favors *It moves now*")


def test_where_there_is_nothing_to_try_that_is_said(run: Runner) -> None:
    assert run("crux", "-", stdin="One claim.\n").out.startswith("The map asks no question and")


def test_long_claims_stand_below_what_is_said_of_them(run: Runner) -> None:
    text = f"[a] A.\n  + [b] {'It is so, and not otherwise. ' * 6}\n"
    lines = run("crux", "-", "a", stdin=text).out.splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[3] == "    [b]  it has nothing to rest on"
    assert lines[4].startswith("         (It is so,")


def test_cruxes(run: Runner, file: Path) -> None:
    result = run("crux", file.name)
    assert "It hangs on 2 of the 4 claims it starts from; without" in result.out
    assert "[tested]  the answer is [later]" in result.out
    assert "it has nothing to rest on" in run("crux", file.name, "faster").out


def test_what_turns_which_answers_stand(run: Runner) -> None:
    """Answers that do not exclude each other do not hang on what keeps another from standing."""
    text = "? [q] Which?  {any}\n  = [a] A.\n  = [b] B.\n[a]\n  + [c] C.\n"
    text += "[b]\n  + [d] D.\n  - [e] E.\n"
    assert "→ One answer stands: [a] A.\n" in run("eval", "-", stdin=text).out
    lines = run("crux", "-", "q", stdin=text).out.splitlines()
    assert lines[1:5] == [
        "  Only [a] stands.",
        "  That hangs on 2 of the 3 claims it starts from; without",
        "    [c]  no answer stands  (C.)",
        "    [e]  [b] stands as well  (E.)",
    ]
    assert "  No answer stands.\n" in run("crux", "-", "q", stdin=f"{text}[a]\n  - [f] F.\n").out
    both = run("eval", "-", "--without", "e", stdin=text).out
    assert "→ Two answers stand: [a] and [b].\n" in both
    assert "  ? [q] [a] → [a] and [b]\n" in both
    neither = run("eval", "-", "--without", "c", stdin=text).out
    assert "→ No answer stands.\n" in neither
    assert "  ? [q] [a] → none\n" in neither


def test_an_answer_may_be_called_open(run: Runner) -> None:
    """Which is not to say that its question is."""
    text = "? [q] Which?\n  = [open] It stays open.\n[open]\n  + [why] Why.\n"
    assert run("crux", "-", "q", stdin=text).out.splitlines()[1:4] == [
        "  The answer is [open].",
        "  It hangs on the one claim it starts from; without",
        "    [why]  the question is open  (Why.)",
    ]
    assert "  ? [q] [open] → open\n" in run("eval", "-", "--without", "why", stdin=text).out
    assert (
        "It hangs on one claim: without [why] the"
        in run("eval", "-", "--to", "markdown", stdin=text).out
    )


@pytest.mark.parametrize("command", [("eval", "--explain"), ("crux",)])
def test_an_unknown_claim(run: Runner, file: Path, command: tuple[str, ...]) -> None:
    name, *option = command
    result = run(name, file.name, *option, "fastr")
    assert (result.code, result.out) == (2, "")
    assert result.err == "argmap: no claim has the id `fastr`; did you mean `faster`?\n"


@pytest.mark.parametrize("command", ["eval", "crux"])
def test_a_map_with_errors_is_not_evaluated(run: Runner, file: Path, command: str) -> None:
    file.write_text("[a] A.\n  +B\n", encoding="utf-8")
    result = run(command, file.name)
    assert (result.code, result.out) == (1, "")
    assert "ARG005" in result.err


def test_an_empty_map(run: Runner, file: Path) -> None:
    file.write_text("", encoding="utf-8")
    assert run("eval", file.name).code == 0
    assert run("crux", file.name).code == 0


def test_what_moves_the_strength(run: Runner, file: Path) -> None:
    """Of the favored answer, by the model that is asked for."""
    lines = run("crux", file.name).out.splitlines()
    first = lines.index("  The strength of [now], 0.73, moves most with") + 1
    assert lines[first] == (
        "    [tested]   slope +0.08; 0.69 without it, 0.76 as a fact  (It was tested.)"
    )
    assert any(line.startswith("    [staging]  slope -0.0") for line in lines[first:])
    assert "0.57, moves most" in run("crux", file.name, "--strength", "euler").out
    assert "moves most" not in run("crux", file.name, "frozen").out


def test_a_strength_that_does_not_settle_is_said() -> None:
    found = Sensitivity("c", 0.25, (), (), settled=False)
    (line,) = strength_told(load_text("[c] C.", "c.arg").map, found)
    assert line.startswith("  The strength of [c], 0.25, comes from a circle that does not settle")


def test_cruxes_of_a_large_circle_are_told_as_far_as_the_budget_goes() -> None:
    """Both say how far they got, and neither claims to have tried all."""
    size = 60
    ring = "".join(
        f"[c{n}] Claim {n}.  {{basis: reported}}\n  +(strong) [c{(n + 1) % size}]\n"
        for n in range(size)
    )
    ring += "[c1]\n  -(strong) [doubt] Doubt.\n"
    map_ = load_text(f"? [q] Which?\n  = [a] This.\n\n[a]\n  + [c0]\n\n{ring}", "ring.arg").map
    found = all_cruxes(map_, ["c1", "q"], budget=0)
    text = "\n".join(told(map_, found["c1"]))
    assert "So far it hangs on" in text
    assert "claims were not tried" in text
    question = map_.question["q"]
    evaluation = evaluate(map_)
    brief_ = brief(map_, evaluation, question)
    parts = Assessor(map_, evaluation).question(0, question, brief_, found["q"], None)
    written = "\n".join(parts)
    assert "of its claims were not tried" in written
    assert "No single claim decides" not in written
