"""The legend below the map: the signs that occur in it, and the sources with their numbers.

Samples are the real drawings. It knows how wide it may be, and flows into as many rows as needed.
"""

from __future__ import annotations

from typing import NamedTuple

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
_CHIP_GAP = 6.0
_COLON_GAP = 10.0
_FIRST_ROW = 20.0


class Legend(NamedTuple):
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
            for at, sample in enumerate(samples):
                flow.sample(sample, max(one.rise for one in samples[at:]))
    if content.notes:
        flow.head("Sources")
        _sources(flow, argument_map, content)
    return Legend("".join(flow.out), flow.height)


def _sources(flow: _Flow, argument_map: ArgumentMap, content: Content) -> None:
    by_source: dict[int, list[int]] = {}
    for at, place in enumerate(content.notes):
        by_source.setdefault(place.source, []).append(at)
    for source, notes in by_source.items():
        whole = next((note for note in notes if not content.notes[note].locator), None)
        places = [note for note in notes if note != whole]
        first = flow.width_of_note(places[0], content.notes[places[0]].locator) if places else 0.0
        flow.source(argument_map.sources[source], whole, first)
        for note in places:
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

    def sample(self, sample: Sample, rise: float) -> None:
        """A drawing and what it means; a row that begins with it is set so much lower."""
        words = width_of(sample.words, SIZE)
        self._make_room(sample.width + _SAMPLE_GAP + words, rise)
        place = f"translate({number(self._x)} {number(self._y)})"
        self.out.append(f'<g transform="{place}">{sample.drawing}</g>')
        self._words(self._x + sample.width + _SAMPLE_GAP, sample.words)
        self._x += sample.width + _SAMPLE_GAP + words + _ITEM_GAP

    def source(self, source: Source, whole: int | None, first: float) -> None:
        """The title of a source, linked where it has a safe address, and before it the number of
        the note that stands for all of it, if one does. `first` is the width of the note after it,
        which has to stand in the same row, and 0 if none comes."""
        end = ":" if first else ""
        grade = value_of(source.attributes, "grade")
        words = source.title or source.id
        if isinstance(grade, str):
            words += f" (grade {grade})"
        chip = 0.0 if whole is None else chip_width(whole) + _CHIP_GAP
        room = self._width - _HEAD - chip - width_of(end, SIZE)
        words = shorten(words, room, SIZE) + end
        width = width_of(words, SIZE)
        together = chip + width + (_COLON_GAP + first if first else 0)
        self._make_room(together if together <= self._width - _HEAD else chip + width)
        if whole is not None:
            self._chip(whole)
            self._x += chip
        url = value_of(source.attributes, "url")
        link = safe_link(url) if isinstance(url, str) else None
        if link is not None:
            self.out.append(f'<a href="{escape(link)}">')
        self._words(self._x, words)
        if link is not None:
            self.out.append("</a>")
        self._x += width + (_COLON_GAP if end else _NOTE_GAP)

    def note(self, note: int, locator: str) -> None:
        """The number of a note and the place it stands for."""
        width = self.width_of_note(note, locator)
        self._make_room(width)
        self._chip(note)
        self._words(self._x + chip_width(note) + _CHIP_GAP, self._locator(note, locator))
        self._x += width + _NOTE_GAP

    def width_of_note(self, note: int, locator: str) -> float:
        """What a note takes of a row."""
        return chip_width(note) + _CHIP_GAP + width_of(self._locator(note, locator), SIZE)

    def _locator(self, note: int, locator: str) -> str:
        return shorten(locator, self._width - _HEAD - chip_width(note) - _CHIP_GAP, SIZE)

    def end_source(self) -> None:
        """The next source stands apart."""
        self._x += _ITEM_GAP - _NOTE_GAP

    def _chip(self, note: int) -> None:
        self.out.append(marks.chip(self._x, self._y + 3.7, chip_width(note), str(note + 1)))

    def _words(self, x: float, words: str) -> None:
        self.out.append(text_line((x, self._y + 4), words, "small", SIZE))

    def _make_room(self, width: float, rise: float = 0.0) -> None:
        if self._x > _HEAD and self._x + width > self._width:
            self._row(ROW - 6 + rise)

    def _row(self, by: float) -> None:
        self._y += by
        self._x = _HEAD
        self.height = self._y + _FIRST_ROW
