"""What the legend explains: a small drawing for each sign that occurs in the picture, with words.

The drawings are those of the map, about the line y = 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from argmap.render import marks
from argmap.render.content import Content
from argmap.render.density import FOOT_SIZE
from argmap.render.draw_boxes import outline, tab
from argmap.render.graph import LABEL_SIZE
from argmap.render.look import WORDS, Look
from argmap.render.measure import Face, width_of
from argmap.render.xml import text_line

if TYPE_CHECKING:
    from argmap.render.look import CutState
    from argmap.semantics.evaluation import StepLabel

_BAR = 40.0
_QUESTION, _ROLE = "so?", "as …"
_FLAT = 6.0
"""How far above its line a sample reaches at most as a rule."""
_OWN: dict[CutState, StepLabel] = {"made": "in", "contested": "undecided", "failed": "out"}
"""How an undercut's own line is drawn."""


class Sample(NamedTuple):
    """A drawing from x = 0, its width, what it means, and how far it reaches above all others."""

    drawing: str
    width: float
    words: str
    rise: float = 0.0


def step_samples(content: Content, look: Look, *, snug: bool = False) -> tuple[Sample, ...]:
    """Steps and contradictions, in the order in which they are best learned; `snug` ones keep to
    rows that stand close."""
    return tuple(_steps(content, look, -11 if snug else -18))


def claim_samples(content: Content, look: Look, gone: str) -> tuple[Sample, ...]:
    """How claims fare, what they rest on, and where those behind them are that are not drawn."""
    return tuple(_claims(content, look, gone))


def _steps(content: Content, look: Look, high: int) -> Iterator[Sample]:
    kinds = {link.kind for link in content.links}
    if "support" in kinds:
        yield Sample(
            f'<path class="line support" d="M46 0H9"/>{marks.support_head((0, 0))}'
            f"{marks.plug('support', (46, 0))}",
            54,
            "reason for",
        )
    if "rebuttal" in kinds:
        yield Sample(
            f'<path class="line rebuttal" d="M46 0H5"/>{marks.rebuttal_head((0, 0))}'
            f"{marks.plug('rebuttal', (46, 0))}",
            54,
            "reason against",
        )
    if "undercut" in kinds:
        yield from _undercuts(look, high)
    if any(len(link.premises) > 1 for link in content.links):
        yield Sample(
            '<path class="line support" d="M44-8C34-8 34 0 22 0M44 8C34 8 34 0 22 0M22 0H0"/>'
            f"{marks.dot('solid support', (44, -8))}{marks.dot('solid support', (44, 8))}"
            f"{marks.joint('support', (22, 0))}",
            48,
            "linked: stand or fall together",
        )
    if content.contradictions:
        yield Sample(
            '<path class="contradiction" d="M10 0H36"/><path class="core" d="M10 0H36"/>'
            f"{marks.contradiction_head((-1, 0), -1)}{marks.contradiction_head((47, 0), 1)}",
            48,
            "cannot both hold",
        )
    if "raised" in kinds:
        yield Sample(
            '<path class="line neutral raised" d="M0 0H44"/>'
            f"{marks.dot('dot', (0, 0))}{marks.dot('dot', (44, 0))}",
            48,
            "open question about a claim",
        )
    if any(link.asks for link in content.links):
        width = width_of(_QUESTION, LABEL_SIZE, Face.ITALIC)
        words = text_line((0, 3.6), _QUESTION, "label open", width)
        yield Sample(words, width, "takes up this critical question")
    if "out" in look.after:
        yield Sample(
            f'<path class="line out support" d="M40 0H9"/>{marks.support_head((0, 0), "out")}'
            f"{marks.plug('support', (42, 0), 'out')}",
            50,
            "thin and hollow: the step fails",
        )


def _undercuts(look: Look, high: int) -> Iterator[Sample]:
    """The rings that occur, the first of them struck by its undercut from a height."""
    made = "undercut: breaks the step it meets" if look.evaluated else "undercut: denies the step"
    for state, words in (
        ("made", made),
        ("contested", "undercut: whether it breaks is contested"),
        ("failed", "undercut that fails"),
    ):
        if state in look.cuts:
            yield _ring(state, words if high else words.removeprefix("undercut: "), look, high)
            high = 0


def _ring(state: CutState, words: str, look: Look, high: int) -> Sample:
    """A step with the ring of an undercut that fares in some way, and the undercut's line, from
    a height if there is one."""
    step: StepLabel = "undecided" if state == "contested" else "in"
    beyond: StepLabel = "out" if state == "made" and look.evaluated else step
    at, end = (20, 56) if high else (16, 32)
    drawn = (
        f'<path class="line {marks.style_of("support", beyond)}" d="M{at} 0H0"/>'
        f'<path class="line {marks.style_of("support", step)}" d="M{end} 0H{at}"/>'
    )
    if high:
        own = _OWN[state]
        drawn += (
            f'<path class="line {marks.style_of("undercut", own)}" '
            f'd="M50{high}C30{high} 20{high + 3} 20 0"/>'
            f"{marks.plug('undercut', (50, high), own)}"
        )
    rise = -high - _FLAT if high else 0.0
    return Sample(drawn + marks.ring((at, 0), state), end + (1 if high else 0), words, rise)


def _claims(content: Content, look: Look, gone: str) -> Iterator[Sample]:
    fares = [fare for fare in look.fares if fare is not None]
    labels = {fare.label for fare in fares}
    for label, word in WORDS.items():
        if label in labels:
            yield Sample(marks.label_mark(label, (5, 0)), 10, word)
    if any(fare.strength is not None for fare in fares):
        yield Sample(marks.strength_bar(0, 0, _BAR, 0.65), _BAR, "strength, 0 to 1")
    bases = {item.basis for item in content.items}
    for basis, meaning in (
        ("evidence", "rests on a source"),
        ("assumption", "assumption"),
        ("fact", "fact: common ground"),
    ):
        if basis in bases:
            yield Sample(outline("claim", basis, 0, -7, 26, 14), 26, meaning)
    if any(item.kind == "reference" for item in content.items):
        yield Sample(
            outline("reference", "plain", 0, -8, 30, 16) + marks.elsewhere((20, 0)),
            30,
            "stands elsewhere in the map",
        )
    if any(item.roles for item in content.items):
        width = width_of(_ROLE, FOOT_SIZE)
        words = text_line((0, 3.6), _ROLE, "foot", width)
        yield Sample(words, width, "role in its scheme of argument")
    if any(item.hidden for item in content.items):
        yield Sample(tab(26, 3.7, 3), 26, f"so many claims behind it are {gone}")
