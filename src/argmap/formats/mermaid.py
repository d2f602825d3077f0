"""A map as a Mermaid flowchart, which many web pages and editors draw where it stands in Markdown.

Every character of a label that could mean something to Mermaid, to the Markdown within its labels
or to HTML is written as the number of its code point (`#34;`). Sections are subgraphs. Comments say
which box has which id.
"""

from __future__ import annotations

import re
from json.encoder import encode_basestring
from typing import Final

from argmap.formats.drawing import Box, BoxKind, Line, LineKind, Opened, drawing_of
from argmap.formats.losses import Written
from argmap.model.map import ArgumentMap

# Each class of boxes: the brackets that give its shape, and its style.
_BOXES: Final[dict[BoxKind, tuple[str, str, str]]] = {
    "question": ("([", "])", "fill:#16202C,stroke:#16202C,color:#FFFFFF"),
    "answer": ("[", "]", "fill:#FFFFFF,stroke:#16202C,stroke-width:2px,color:#16202C"),
    "claim": ("[", "]", "fill:#FFFFFF,stroke:#B9C1CB,color:#16202C"),
    "evidence": ("[/", "/]", "fill:#FFFFFF,stroke:#B9C1CB,color:#16202C"),
    "assumption": ("[", "]", "fill:#FFFFFF,stroke:#7C8794,stroke-dasharray:5 3,color:#16202C"),
    "fact": ("[[", "]]", "fill:#FFFFFF,stroke:#7C8794,color:#16202C"),
}
_JUNCTION: Final = "junction"
_JUNCTION_STYLE: Final = "fill:#FFFFFF,stroke:#566170,color:#16202C"
# The line with its sign at the end, the line without, and its colour.
_LINES: Final[dict[LineKind, tuple[str, str, str]]] = {
    "support": ("-->", "---", "#0B7A6B"),
    "rebuttal": ("--x", "---", "#C43A1D"),
    "undercut": ("-.-o", "-.-", "#6B45BF"),
    "contradiction": ("<-->", "---", "#A8123E"),
    "answer": ("---", "---", "#7C8794"),
    "raised": ("-.-", "-.-", "#7C8794"),
}
_NOT_PLAIN: Final = re.compile(r"[^\w ,.?!'()/-]|_|^[^\w]|-(?=-)|(?<=-)-")
_NUMBERED: Final = re.compile(r"^(\d+)([.)])")


def write(map_: ArgumentMap) -> Written:
    """The map as a flowchart."""
    drawing = drawing_of(map_)
    out = []
    if drawing.title:
        # A title stands in YAML, where a string of JSON is a string; its `#` would be misread.
        title = drawing.title.replace("\n", " ").replace("#", "\uff03")
        out = ["---", f"title: {encode_basestring(title)}", "---"]
    out.append("flowchart RL")
    depth = 1
    for part in drawing.in_sections():
        if isinstance(part, Box):
            out.append("  " * depth + _box(part))
        elif isinstance(part, Opened):
            out.append("  " * depth + f'subgraph g{part.number}["{_escaped(part.title) or " "}"]')
            depth += 1
        else:
            depth -= 1
            out.append("  " * depth + "end")
    out += ["  " + _line(line) for line in drawing.lines]
    out += _styles(drawing.boxes, drawing.lines)
    out += [f"  %% {box.name}: {_escaped(box.id)}" for box in drawing.boxes if box.id]
    return Written("\n".join(out) + "\n", drawing.losses)


def _box(box: Box) -> str:
    label = _escaped(box.label) or " "
    if box.kind is None:
        return f'{box.name}(("{label}")):::{_JUNCTION}'
    opening, closing, _ = _BOXES[box.kind]
    return f'{box.name}{opening}"{label}"{closing}:::{box.kind}'


def _line(line: Line) -> str:
    ending, plain, _ = _LINES[line.kind]
    label = f'|"{_escaped(line.label)}"|' if line.label else ""
    return f"{line.tail} {ending if line.ends else plain}{label} {line.head}"


def _styles(boxes: tuple[Box, ...], lines: tuple[Line, ...]) -> list[str]:
    """The styles of the boxes and lines that occur."""
    kinds = {box.kind for box in boxes}
    out = [f"  classDef {kind} {style}" for kind, (_, _, style) in _BOXES.items() if kind in kinds]
    if None in kinds:
        out.append(f"  classDef {_JUNCTION} {_JUNCTION_STYLE}")
    numbers: dict[LineKind, list[str]] = {}
    for at, line in enumerate(lines):
        numbers.setdefault(line.kind, []).append(str(at))
    out += [f"  linkStyle {','.join(at)} stroke:{_LINES[kind][2]}" for kind, at in numbers.items()]
    return out


def _escaped(text: str) -> str:
    """A label in which nothing means anything but itself; a line break is `<br/>`."""
    return "<br/>".join(map(_escaped_line, text.split("\n")))


def _escaped_line(line: str) -> str:
    """A line that Markdown takes for no list, no heading and no emphasis."""
    line = _NOT_PLAIN.sub(lambda found: f"#{ord(found[0])};", line)
    return _NUMBERED.sub(lambda found: f"{found[1]}#{ord(found[2])};", line)
