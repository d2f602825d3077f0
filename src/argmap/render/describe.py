"""What a reader who does not see the picture is told about it."""

from __future__ import annotations

from argmap.model import NO_SECTION, ArgumentMap, value_of
from argmap.render.content import Content
from argmap.render.look import Look
from argmap.render.reading import Reading
from argmap.sentences import counted

_MOST = 8_000
"""So many characters, or a sentence more: some eighty claims, read aloud in ten minutes."""


def size_of(argument_map: ArgumentMap, content: Content) -> str:
    """How much there is: `40 claims, 38 steps`."""
    claims = sum(1 for item in content.items if item.kind not in ("question", "reference"))
    steps = sum(1 for link in content.links if link.kind not in ("answer", "raised"))
    counts = [counted(claims, "claim"), counted(steps, "step")]
    sections = _sections(argument_map, content)
    if sections:
        counts.append(counted(sections, "section"))
    return ", ".join(counts)


def facts(argument_map: ArgumentMap, size: str) -> str:
    """How much there is, who wrote it and when: `40 claims, 38 steps · author · date`."""
    made = (value_of(argument_map.attributes, key) for key in ("author", "date"))
    return " · ".join([size, *(value for value in made if isinstance(value, str))])


def _sections(argument_map: ArgumentMap, content: Content) -> int:
    """How many sections have something drawn in them, or in a section they hold."""
    used: set[int] = set()
    for item in content.items:
        section = item.section
        while section != NO_SECTION and section not in used:
            used.add(section)
            section = argument_map.sections[section].parent
    return len(used)


def description(content: Content, look: Look, size: str, verdicts: tuple[str, ...]) -> str:
    """The map in a paragraph that can be read aloud: its size, its verdicts, and what speaks for
    what, until it grows long."""
    out = [f"An argument map of {size}.", *verdicts]
    reading = Reading(content, look)
    left = _MOST - sum(map(len, out))
    for sentence in reading.sentences():
        if any(verdict.startswith(sentence[:-1]) for verdict in verdicts):
            continue
        out.append(sentence)
        left -= len(sentence)
        if left < 0:
            break
    untold = reading.untold()
    if untold:
        out.append(f"The picture has {counted(untold, 'more claim')}.")
    return " ".join(out)
