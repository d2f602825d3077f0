"""The legend below the map: the signs that occur in it, and the sources with their numbers.

Samples are the real drawings. It knows how wide it may be, and flows into as many rows as needed.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model import ArgumentMap, Source, value_of
from argmap.render import marks
from argmap.render.content import Content
from argmap.render.foot import chip_width
from argmap.render.look import Look
from argmap.render.measure import Face, width_of
from argmap.render.samples import Sample, claim_samples, step_samples
from argmap.render.wrap import shorten
from argmap.render.xml import escape, number, safe_link, text_line

SIZE = 11.5
ROW = 30.0
_HEAD = 92.0
_ITEM_GAP = 26.0
_SAMPLE_GAP = 8.0
_NOTE_GAP = 18.0
_FIRST_ROW = 20.0


@dataclass(frozen=True, slots=True)
class Legend:
    """A drawn legend from (0, 0) and the height it takes, 0 if there is nothing to explain."""

    drawing: str
    height: float


def legend_of(
    argument_map: ArgumentMap, content: Content, look: Look, width: float, gone: str
) -> Legend:
    """The legend of a map, in a width (px); `gone` says where claims are that are not drawn."""
    flow = _Flow(width)
    for head, samples in (
        ("Steps", step_samples(content, look)),
        ("Claims", claim_samples(content, look, gone)),
    ):
        if samples:
            flow.head(head)
            for sample in samples:
                flow.sample(sample)
    if content.notes:
        flow.head("Sources")
        _sources(flow, argument_map, content)
    return Legend("".join(flow.out), flow.height)


def _sources(flow: _Flow, argument_map: ArgumentMap, content: Content) -> None:
    by_source: dict[int, list[int]] = {}
    for at, place in enumerate(content.notes):
        by_source.setdefault(place.source, []).append(at)
    for source, notes in by_source.items():
        flow.source(argument_map.sources[source])
        for note in notes:
            flow.note(note, content.notes[note].locator)
        flow.end_source()


class _Flow:
    """Sets things in rows, from the head's column to the right edge."""

    def __init__(self, width: float) -> None:
        self.out: list[str] = []
        self.height = 0.0
        self._width = max(width, _HEAD + 240)
        self._x = 0.0
        self._y = _FIRST_ROW - ROW

    def head(self, words: str) -> None:
        """Open a row with a head."""
        self._row(ROW)
        self.out.append(text_line((0, self._y + 4), words, "small head", SIZE, Face.BOLD))

    def sample(self, sample: Sample) -> None:
        """A drawing and what it means."""
        words = width_of(sample.words, SIZE)
        self._make_room(sample.width + _SAMPLE_GAP + words)
        place = f"translate({number(self._x)} {number(self._y)})"
        self.out.append(f'<g transform="{place}">{sample.drawing}</g>')
        self._words(self._x + sample.width + _SAMPLE_GAP, sample.words)
        self._x += sample.width + _SAMPLE_GAP + words + _ITEM_GAP

    def source(self, source: Source) -> None:
        """The title of a source, linked where it has a safe address."""
        grade = value_of(source.attributes, "grade")
        words = source.title or source.id
        if isinstance(grade, str):
            words += f" (grade {grade})"
        words = shorten(words, self._width - _HEAD, SIZE)
        width = width_of(words, SIZE)
        self._make_room(width)
        url = value_of(source.attributes, "url")
        link = safe_link(url) if isinstance(url, str) else None
        if link is not None:
            self.out.append(f'<a href="{escape(link)}">')
        self._words(self._x, words)
        if link is not None:
            self.out.append("</a>")
        self._x += width + _NOTE_GAP - 6

    def note(self, note: int, locator: str) -> None:
        """The number of a note and the place it stands for."""
        chip = chip_width(note)
        words = shorten(locator, self._width - _HEAD - chip - 6, SIZE)
        width = chip + (6 + width_of(words, SIZE) if words else 0)
        self._make_room(width)
        self.out.append(marks.chip(self._x, self._y + 3.7, chip, str(note + 1)))
        if words:
            self._words(self._x + chip + 6, words)
        self._x += width + _NOTE_GAP

    def end_source(self) -> None:
        """The next source stands apart."""
        self._x += _ITEM_GAP - _NOTE_GAP

    def _words(self, x: float, words: str) -> None:
        self.out.append(text_line((x, self._y + 4), words, "small", SIZE))

    def _make_room(self, width: float) -> None:
        if self._x > _HEAD and self._x + width > self._width:
            self._row(ROW - 6)

    def _row(self, by: float) -> None:
        self._y += by
        self._x = _HEAD
        self.height = self._y + _FIRST_ROW
