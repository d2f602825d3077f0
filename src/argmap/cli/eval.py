"""`argmap eval`: which claims stand, and why."""

from __future__ import annotations

from typing import Annotated, Literal

from argmap.cli import options
from argmap.cli.console import emit, tell, waiting
from argmap.cli.one_map import read_one, without_such_a_claim
from argmap.collector import collector_held
from argmap.formats.evaluation import json, markdown, story, text
from argmap.model import ArgumentMap, Question
from argmap.report import visible_lines
from argmap.semantics.evaluate import evaluate
from argmap.semantics.evaluation import Evaluation
from argmap.semantics.models import Model
from argmap.semantics.whatif import Change, Changes, compare
from argmap.sentences import listed

EXAMPLES = (
    "argmap eval debate.arg                       verdicts, labels and reasons",
    "argmap eval debate.arg --explain costs       the story of one claim",
    "argmap eval debate.arg --without survey      what changes if it is withdrawn",
    "argmap eval debate.arg --to markdown         a written assessment",
)

Form = Literal["text", "json", "markdown"]


@collector_held()
def command(
    map_: options.Map,
    *,
    to: Annotated[Form, options.Option(help="How to write what was found.")] = "text",
    explain_: Annotated[
        str | None,
        options.Option(
            "--explain",
            metavar="ID",
            autocompletion=options.claims,
            help="Tell why this claim, or the answers to a question, fare as they do.",
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        options.Option(
            metavar="ID",
            autocompletion=options.claims,
            help="Withdraw this claim; may be given several times.",
        ),
    ] = None,
    assume: Annotated[
        list[str] | None,
        options.Option(
            metavar="ID",
            autocompletion=options.claims,
            help="Take this claim for a fact; likewise.",
        ),
    ] = None,
    strength: Annotated[
        Model, options.Option(help="The model by which strengths are found.")
    ] = "df-quad",
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
) -> int:
    """Say which claims of a map stand, and why.

    Questions come first, with the answer that the map favors; with --without or --assume, before
    them what changes. If the map has errors, they are shown, nothing is evaluated, and the exit
    code is 1.
    """
    if explain_ is not None and to != "text":
        raise options.BadParameter(f"the story of a claim is text; leave out `--to {to}`")
    with waiting("evaluating", quiet):
        loaded = read_one(map_, stdin_filename, color)
        if loaded is None:
            return 1
        read = loaded.map
        withdrawn, assumed = tuple(without or ()), tuple(assume or ())
        for id_ in (*withdrawn, *assumed):
            if id_ not in read.claim:
                tell(without_such_a_claim(read, id_, or_question=False))
                return 2
        if explain_ is not None and explain_ not in {**read.claim, **read.question}:
            tell(without_such_a_claim(read, explain_, or_question=True))
            return 2
        found = evaluate(read, model=strength, without=withdrawn, assume=assumed)
        result = _written(read, found, to, explain_)
        if to == "text" and (withdrawn or assumed):
            result = f"{_changes(read, compare(read, withdrawn, assumed))}\n{result}"
    emit(result)
    return 0


def _written(map_: ArgumentMap, found: Evaluation, to: Form, explained: str | None) -> str:
    if explained is not None:
        return visible_lines(story.write(map_, found, explained))
    if to == "json":
        return json.write(map_, found)
    return visible_lines((markdown if to == "markdown" else text).write(map_, found))


_SAID = {
    "in": "stands",
    "undecided": "contested",
    "out": "falls",
    "unsupported": "rests on nothing",
}


def _changes(map_: ArgumentMap, changes: Changes) -> str:
    """What is different, a line each."""
    lines = [
        f"[{problem.id}] is not put forward as it stands, so there is nothing to withdraw."
        for problem in changes.problems
        if problem.fault == "no-leaf"
    ]
    lines += [
        f"[{problem.id}] is withdrawn and assumed at once; it is taken as assumed."
        for problem in changes.problems
        if problem.fault == "both"
    ]
    told = [_turned(map_.question[change.id], change) for change in changes.questions]
    told += [_told(change) for change in changes.claims]
    lines += ["What changes:", *(f"  {line}" for line in told)] if told else ["Nothing changes."]
    return visible_lines("\n".join(lines)) + "\n"


def _turned(question: Question, change: Change) -> str:
    """What a question came to, and comes to now."""
    none = "open" if question.exclusive else "none"
    was, now = (listed([f"[{one}]" for one in some]) or none for some in change.settled)
    return f"? [{change.id}] {was} → {now}"


def _told(change: Change) -> str:
    before, after, through = _SAID[change.before], _SAID[change.after], ""
    if change.cause is not None:
        cause = change.cause
        through = f", through [{cause.id}]" if cause.kind == "claim" else f", through {cause.id}"
    return f"[{change.id}] {before} → {after}{through}"
