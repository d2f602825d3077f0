"""`argmap crux`: what a conclusion hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from argmap.cli import options
from argmap.cli.console import emit, tell, waiting
from argmap.cli.eval import visible_lines
from argmap.cli.one_map import read_one, without_such_a_claim
from argmap.model import ArgumentMap
from argmap.semantics.crux import Cruxes, all_cruxes

EXAMPLES = (
    "argmap crux debate.arg          for each question: the claims that alone decide it",
    "argmap crux debate.arg costs    the same for one claim",
)


def command(
    map_: Annotated[
        str,
        options.Argument(
            metavar="MAP", help="The map, or `-` for standard input.", show_default=False
        ),
    ],
    id_: Annotated[
        str | None,
        options.Argument(
            metavar="[ID]",
            help="A claim or question; otherwise all questions, else all main claims.",
            show_default=False,
        ),
    ] = None,
    *,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
) -> int:
    """Find the single claims that a conclusion hangs on.

    Such a claim is put forward as it stands; withdrawing it alone changes the label of the claim,
    or the verdict on the question.
    """
    with waiting("looking for what it hangs on", quiet):
        loaded = read_one(map_, stdin_filename, color)
        if loaded is None:
            return 1
        read = loaded.map
        if id_ is not None and id_ not in read.claim and id_ not in read.question:
            tell(without_such_a_claim(read, id_))
            return 2
        found = all_cruxes(read, [id_] if id_ is not None else _targets(read))
    blocks = ["\n".join(told(read, cruxes)) for cruxes in found.values()]
    emit(visible_lines("\n\n".join(blocks)) + "\n" if blocks else "")
    return 0


def _targets(map_: ArgumentMap) -> list[str]:
    """The questions with answers; in a map without, the claims that others bear on and that bear
    on none."""
    questions = [question.id for question in map_.questions if question.answers]
    if questions:
        return questions
    used = {premise for step in map_.steps for premise in step.premises}
    borne_on = {step.target for step in map_.steps}
    return [claim.id for claim in map_.claims if claim.id in borne_on and claim.id not in used]


def told(map_: ArgumentMap, found: Cruxes) -> Iterator[str]:
    """What a claim or question hangs on, in lines."""
    question = map_.question.get(found.id)
    if question is not None:
        yield f"? {question.text}"
        now = "open" if found.now == "open" else f"[{found.now}]"
        yield f"  The answer is {now}." if question.exclusive else f"  What stands: {now}."
    else:
        yield f"[{found.id}] {map_.claim[found.id].text}"
        yield f"  It {_said(found.now)}."
    if not found.leaves:
        yield "  It rests on no claim that is put forward as it stands."
    elif not found.cruxes:
        which = f"{found.leaves:,} claims it starts from"
        if found.untried:
            which = f"{found.survives:,} claims that were tried"
        yield f"  No single one of the {which} would turn it."
    else:
        many = f"{len(found.cruxes):,} of the {found.leaves:,} claims it starts from"
        yield f"  {'So far it' if found.untried else 'It'} hangs on {many}; without"
        width = min(max(len(crux.leaf) for crux in found.cruxes), 24)
        for crux in found.cruxes:
            after = f"it {_said(crux.after)}" if question is None else _answer(crux.after)
            leaf = f"[{crux.leaf}]"
            yield f"    {leaf:<{width + 2}}  {after}  ({map_.claim[crux.leaf].text})"
    if found.untried:
        were = "claim was" if len(found.untried) == 1 else "claims were"
        yield f"  Stopped early: {len(found.untried):,} {were} not tried, for to try one claim in a"
        yield "  large circle is to judge the whole circle again. The nearest were tried first."


def _said(label: str) -> str:
    return {"in": "stands", "undecided": "is contested", "out": "falls"}.get(
        label, "has nothing to rest on"
    )


def _answer(after: str) -> str:
    return "it is open" if after == "open" else f"the answer is [{after}]"
