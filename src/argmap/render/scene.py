"""All that is known about a picture before it is put together and written."""

from __future__ import annotations

from typing import NamedTuple

from argmap.model import ArgumentMap
from argmap.render.boxes import Box
from argmap.render.content import Content
from argmap.render.frames import Frame
from argmap.render.graph import Chain, Graph
from argmap.render.labels import Spots
from argmap.render.layout import Layout
from argmap.render.look import Look
from argmap.render.route import Routes


class Words(NamedTuple):
    """What stands under the title: the verdicts, how much there is, and what is left out; and
    where that is."""

    verdicts: tuple[str, ...]
    size: str
    note: str
    gone: str


class Subject(NamedTuple):
    """What is drawn, before it has places: `backwards` is with conclusions at the right."""

    argument_map: ArgumentMap
    content: Content
    look: Look
    words: Words
    backwards: bool


class Scene(NamedTuple):
    """A subject with its places, each in the coordinates of its part."""

    subject: Subject
    boxes: tuple[Box, ...]
    graph: Graph
    chains: tuple[Chain, ...]
    layout: Layout
    frames: tuple[tuple[Frame, ...], ...]
    routes: Routes
    spots: Spots

    def by_part(self) -> tuple[list[list[int]], list[list[int]]]:
        """The links and the contradictions of each part."""
        part, content = self.layout.part, self.subject.content
        links: list[list[int]] = [[] for _ in self.layout.parts]
        contradictions: list[list[int]] = [[] for _ in self.layout.parts]
        for at, link in enumerate(content.links):
            links[part[link.premises[0]]].append(at)
        for at, claims in enumerate(content.contradictions):
            contradictions[part[claims[0]]].append(at)
        return links, contradictions
