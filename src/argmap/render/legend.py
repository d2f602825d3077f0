"""The legend of a map: the signs that occur in it, and the sources with their numbers.

Samples are the real drawings. It knows how wide it may be, and flows into as many rows as needed.
On a page it is set more closely, and in a narrow place its heads stand above what they head.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from argmap.model import ArgumentMap, Source, value_of
from argmap.render import marks
from argmap.render.block import Block
from argmap.render.content import Content
from argmap.render.foot import chip_width
from argmap.render.measure import Face, width_of
from argmap.render.samples import Sample, claim_samples, step_samples
from argmap.render.scene import Subject
from argmap.render.wrap import shorten, wrap
from argmap.render.xml import escape, number, safe_link, text_line

SIZE = 11.5
ROW = 30.0
_SAMPLE_GAP = 8.0
_CHIP_GAP = 6.0
_COLON_GAP = 10.0
_FIRST_ROW = 20.0
_LEAST = 150.0
_NARROW = 440.0
"""Under this width a snug legend has its heads above what they head."""


class _Setting(NamedTuple):
    """The distances of a legend: the column of its heads, between rows, things, notes, and from
    one line of a title to the next."""

    head: float
    row: float
    next_row: float
    item_gap: float
    note_gap: float
    leading: float


_ROOMY = _Setting(92.0, ROW, ROW - 6, 26.0, 18.0, 0.0)
_SNUG = _Setting(62.0, 24.0, 23.0, 20.0, 13.0, 15.0)
_UNDER_HEADS = _SNUG._replace(head=0.0)

_Explain = Callable[["_Flow"], None]
"""Sets one head of a legend with all below it."""


def legend_of(subject: Subject, width: float) -> Block:
    """The legend of a map, in a width (px)."""
    block = _set(_explanations(subject, snug=False), width, _ROOMY)
    return block._replace(width=width)


class SnugLegend:
    """The same set closely, in any width; what there is to explain is found once."""

    def __init__(self, subject: Subject) -> None:
        self._explanations = tuple(_explanations(subject, snug=True))

    def whole(self, width: float) -> Block:
        """As one: long titles are broken, and it is no wider than it needs to be."""
        return _set(self._explanations, width, _UNDER_HEADS if width < _NARROW else _SNUG)

    def pieces(self, width: float) -> tuple[Block, ...]:
        """In narrow pieces, one for each of its heads."""
        return tuple([_set([explain], width, _UNDER_HEADS) for explain in self._explanations])


def _set(explanations: Iterable[_Explain], width: float, setting: _Setting) -> Block:
    flow = _Flow(width, setting)
    for explain in explanations:
        explain(flow)
    return Block("".join(flow.out), flow.right, flow.height)


def _explanations(subject: Subject, *, snug: bool) -> Iterator[_Explain]:
    """What sets each head of a legend with all below it."""
    argument_map, content, look, words, _ = subject
    for head, samples in (
        ("Steps", step_samples(content, look, snug=snug)),
        ("Claims", claim_samples(content, look, words.gone)),
    ):
        if samples:
            yield partial(_signs, head, samples)
    if content.notes:
        yield partial(_sources, argument_map, content)


def _signs(head: str, samples: tuple[Sample, ...], flow: _Flow) -> None:
    flow.head(head)
    for at, sample in enumerate(samples):
        flow.sample(sample, max(one.rise for one in samples[at:]))


def _sources(argument_map: ArgumentMap, content: Content, flow: _Flow) -> None:
    flow.head("Sources")
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

    def __init__(self, width: float, setting: _Setting) -> None:
        self.out: list[str] = []
        self.height = 0.0
        self.right = 0.0
        self._setting = setting
        self._width = max(width, setting.head + (_LEAST if setting.leading else 240))
        self._room = self._width - setting.head
        self._x = 0.0
        self._y = _FIRST_ROW - setting.row

    def head(self, words: str) -> None:
        """Open a row with a head, or one below it."""
        self._row(self._setting.row)
        width = width_of(words, SIZE, Face.BOLD)
        self.out.append(text_line((0, self._y + 4), words, "small head", width))
        if not self._setting.head:
            self._row(self._setting.next_row)

    def sample(self, sample: Sample, rise: float) -> None:
        """A drawing and what it means; a row that begins with it is set so much lower."""
        before = sample.width + _SAMPLE_GAP
        lines: tuple[str, ...] = (sample.words,)
        if self._setting.leading:
            lines = _wrapped(sample.words, self._room - before)
        words = max(width_of(line, SIZE) for line in lines)
        self._make_room(before + words, rise)
        place = f"translate({number(self._x)} {number(self._y)})"
        self.out.append(f'<g transform="{place}">{sample.drawing}</g>')
        self._put(self._x + before, lines)
        self._x += before + words + self._setting.item_gap

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
        room = self._room - chip - width_of(end, SIZE)
        lines = _wrapped(words, room) if self._setting.leading else (shorten(words, room, SIZE),)
        lines = (*lines[:-1], lines[-1] + end)
        width = max(width_of(line, SIZE) for line in lines)
        together = chip + width + (_COLON_GAP + first if first else 0)
        if not self._setting.head and self._x > 0:
            self._row(self._setting.next_row)
        self._make_room(together if together <= self._room else chip + width)
        if whole is not None:
            self._chip(whole)
            self._x += chip
        url = value_of(source.attributes, "url")
        link = safe_link(url) if isinstance(url, str) else None
        if link is not None:
            self.out.append(f'<a href="{escape(link)}">')
        self._put(self._x, lines)
        if link is not None:
            self.out.append("</a>")
        self._x += width_of(lines[-1], SIZE) + (_COLON_GAP if end else self._setting.note_gap)

    def note(self, note: int, locator: str) -> None:
        """The number of a note and the place it stands for."""
        words = self._locator(note, locator)
        width = _width_of_note(note, words)
        self._make_room(width)
        self._chip(note)
        self._words(self._x + chip_width(note) + _CHIP_GAP, words)
        self._x += width + self._setting.note_gap

    def width_of_note(self, note: int, locator: str) -> float:
        """What a note takes of a row."""
        return _width_of_note(note, self._locator(note, locator))

    def _locator(self, note: int, locator: str) -> str:
        return shorten(locator, self._room - chip_width(note) - _CHIP_GAP, SIZE)

    def end_source(self) -> None:
        """The next source stands apart."""
        self._x += self._setting.item_gap - self._setting.note_gap

    def _chip(self, note: int) -> None:
        self.out.append(marks.chip(self._x, self._y + 3.7, chip_width(note), str(note + 1)))

    def _put(self, x: float, lines: tuple[str, ...]) -> None:
        """Lines below each other."""
        for at, line in enumerate(lines):
            if at:
                self._lower(self._setting.leading)
            self._words(x, line)

    def _words(self, x: float, words: str) -> None:
        width = width_of(words, SIZE)
        self.out.append(text_line((x, self._y + 4), words, "small", width))
        self.right = max(self.right, x + width)

    def _make_room(self, width: float, rise: float = 0.0) -> None:
        if self._x > self._setting.head and self._x + width > self._width:
            self._row(self._setting.next_row + rise)

    def _row(self, by: float) -> None:
        self._x = self._setting.head
        self._lower(by)

    def _lower(self, by: float) -> None:
        self._y += by
        self.height = self._y + _FIRST_ROW


def _wrapped(words: str, room: float) -> tuple[str, ...]:
    return tuple(line.text for line in wrap(words, room, SIZE))


def _width_of_note(note: int, words: str) -> float:
    return chip_width(note) + _CHIP_GAP + width_of(words, SIZE)
