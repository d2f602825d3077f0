"""Reads a picture back: boxes, lines, junctions and texts in the coordinates of the canvas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

Point = tuple[float, float]
SVG = "{http://www.w3.org/2000/svg}"
_BLOCKS = ("heading", "legend")
_TOKEN = re.compile(r"[MHVLCQZ]|-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class SeenBox:
    """A drawn box."""

    id: str
    kind: str
    title: str
    words: str
    line: str | None
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, at: Point, margin: float = 0.0) -> bool:
        """Whether a point lies inside, a margin away from the edge."""
        return (
            self.left + margin < at[0] < self.right - margin
            and self.top + margin < at[1] < self.bottom - margin
        )

    def edge_distance(self, at: Point) -> float:
        """How far a point is from the left or right edge; large if it is beside neither."""
        if not self.top - 1 <= at[1] <= self.bottom + 1:
            return 1e9
        return min(abs(at[0] - self.left), abs(at[0] - self.right))

    def level_distance(self, at: Point) -> float:
        """How far a point is from the top or bottom edge; large if it is above or below neither."""
        if not self.left <= at[0] <= self.right:
            return 1e9
        return min(abs(at[1] - self.top), abs(at[1] - self.bottom))


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A drawn line as a chain of points."""

    kind: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class SeenFrame:
    """The frame of a section."""

    title: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, box: SeenBox) -> bool:
        """Whether a box and the frame share a point."""
        across = box.left < self.right and box.right > self.left
        return across and box.top < self.bottom and box.bottom > self.top

    def encloses(self, box: SeenBox) -> bool:
        """Whether a box lies wholly inside."""
        across = box.left >= self.left and box.right <= self.right
        return across and box.top >= self.top and box.bottom <= self.bottom


@dataclass(frozen=True, slots=True)
class SeenWords:
    """The words on a step's line, or those of a contradiction with what is around them."""

    kind: str
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class SeenDisc:
    """A plug, a joint, a ring, or the dot at the end of a line."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class SeenBlock:
    """The heading, or a piece of the legend: the rectangle around its words."""

    kind: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Seen:
    """All that was found in a picture."""

    width: float
    height: float
    boxes: tuple[SeenBox, ...]
    frames: tuple[SeenFrame, ...]
    lines: tuple[SeenLine, ...]
    junctions: tuple[Point, ...]
    words: tuple[SeenWords, ...]
    discs: tuple[SeenDisc, ...]
    texts: tuple[str, ...]
    ids: tuple[str, ...]
    blocks: tuple[SeenBlock, ...]
    root: ElementTree.Element


def read(svg: str) -> Seen:
    """Read a picture; fails if it is not well-formed."""
    root = ElementTree.fromstring(svg)
    boxes: list[SeenBox] = []
    frames: list[SeenFrame] = []
    lines: list[SeenLine] = []
    junctions: list[Point] = []
    words: list[SeenWords] = []
    discs: list[SeenDisc] = []
    for part in root.findall(f"{SVG}g"):
        if part.get("class") != "part":
            continue
        dx, dy = moved(part)
        for group in part.iter(f"{SVG}g"):
            if group.get("role") == "graphics-symbol":
                boxes.append(_box(group, dx, dy))
        frames += _frames(part, dx, dy)
        for path in part.iter(f"{SVG}path"):
            style = (path.get("class") or "").split()
            if style[0] == "line" or style[0] == "contradiction":
                points = tuple((x + dx, y + dy) for x, y in flatten(path.get("d") or ""))
                lines.append(SeenLine(style[-1], points))
        words += _words(part, dx, dy)
        for circle in part.iter(f"{SVG}circle"):
            x, y, radius = (float(circle.get(name, "0")) for name in ("cx", "cy", "r"))
            discs.append(SeenDisc(x + dx, y + dy, radius))
            if circle.get("class") == "ring" or circle.get("r") == "8.5":
                at = (float(circle.get("cx", "0")) + dx, float(circle.get("cy", "0")) + dy)
                junctions.append(at)
    width, height = map(float, (root.get("viewBox") or "").split()[2:])
    return Seen(
        width,
        height,
        tuple(boxes),
        tuple(frames),
        tuple(lines),
        tuple(junctions),
        tuple(words),
        tuple(discs),
        tuple("".join(text.itertext()) for text in root.iter(f"{SVG}text")),
        tuple(found for one in root.iter() if (found := one.get("id")) is not None),
        tuple(_block(one) for one in root.findall(f"{SVG}g") if one.get("class") in _BLOCKS),
        root,
    )


def moved(part: ElementTree.Element) -> Point:
    """How far a part is moved."""
    numbers = re.findall(r"-?[\d.]+", part.get("transform", ""))
    return float(numbers[0]), float(numbers[1])


def _box(group: ElementTree.Element, dx: float, dy: float) -> SeenBox:
    shape = group[1]
    if shape.tag == f"{SVG}rect":
        left, top = float(shape.get("x", "0")), float(shape.get("y", "0"))
        right = left + float(shape.get("width", "0"))
        bottom = top + float(shape.get("height", "0"))
    else:
        points = flatten(shape.get("d") or "")
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
    words = " ".join(
        "".join(text.itertext()).strip("\u2067\u2069")
        for text in group.findall(f"{SVG}text")
        if (text.get("class") or "").startswith("text")
    )
    title = group[0].text or ""
    return SeenBox(
        group.get("id", ""),
        (group.get("class") or "").split()[0],
        title,
        words,
        group.get("data-line"),
        left + dx,
        top + dy,
        right + dx,
        bottom + dy,
    )


def _block(group: ElementTree.Element) -> SeenBlock:
    left = top = right = bottom = 0.0
    scale = re.search(r"scale\(([\d.]+)\)", group.get("transform", ""))
    for at, text in enumerate(one for one in group.iter(f"{SVG}text") if one.get("x")):
        if text.get("text-anchor") or (text.get("class") or "").startswith(("label", "and")):
            continue
        x, y, width = (float(text.get(name, "0")) for name in ("x", "y", "textLength"))
        ends = (x, y - 8, x + width, y + 3)
        if at == 0:
            left, top, right, bottom = ends
        left, top = min(left, ends[0]), min(top, ends[1])
        right, bottom = max(right, ends[2]), max(bottom, ends[3])
    times = float(scale[1]) if scale else 1.0
    dx, dy = moved(group)
    kind = group.get("class", "")
    return SeenBlock(
        kind,
        *(a * times + b for a, b in zip((left, top, right, bottom), (dx, dy, dx, dy), strict=True)),
    )


def _words(part: ElementTree.Element, dx: float, dy: float) -> list[SeenWords]:
    found = []
    for text in part.findall(f"{SVG}text"):
        if (text.get("class") or "").split()[0] == "label":
            left, base, width = (float(text.get(name, "0")) for name in ("x", "y", "textLength"))
            left, base = left + dx, base + dy
            said = "".join(text.itertext())
            found.append(SeenWords("label", said, left, base - 8, left + width, base + 2))
    for rect in part.findall(f"{SVG}rect"):
        if rect.get("class") == "pill":
            left, top, width, height = (
                float(rect.get(name, "0")) for name in ("x", "y", "width", "height")
            )
            left, top = left + dx, top + dy
            found.append(SeenWords("pill", "", left, top, left + width, top + height))
    return found


def _frames(part: ElementTree.Element, dx: float, dy: float) -> list[SeenFrame]:
    titles = [text for text in part.findall(f"{SVG}text") if text.get("class") == "frame-title"]
    rects = [rect for rect in part.findall(f"{SVG}rect") if rect.get("class") == "frame"]
    found = []
    for rect, title in zip(rects, titles, strict=True):
        left, top, width, height = (
            float(rect.get(name, "0")) for name in ("x", "y", "width", "height")
        )
        left, top = left + dx, top + dy
        found.append(SeenFrame(title.text or "", left, top, left + width, top + height))
    return found


def flatten(data: str) -> list[Point]:
    """The points of a path, curves in 24 steps; knows the commands that the writer uses."""
    tokens = _TOKEN.findall(data)
    points: list[Point] = []
    at, x, y = 0, 0.0, 0.0
    command = ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
            if command == "Z":
                continue
        count = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4}[command]
        given = [float(token) for token in tokens[at : at + count]]
        at += count
        if command == "H":
            target = (given[0], y)
        elif command == "V":
            target = (x, given[0])
        else:
            target = (given[-2], given[-1])
        handles = {
            "C": [(given[0], given[1]), (given[2], given[3])] if command == "C" else [],
            "Q": [(given[0], given[1])] if command == "Q" else [],
        }.get(command, [])
        if command == "M":
            points.append(target)
        else:
            points += _steps([(x, y), *handles, target])
        x, y = target
    return points


def _steps(control: list[Point], steps: int = 24) -> list[Point]:
    found = []
    for step in range(1, steps + 1):
        t, level = step / steps, control
        while len(level) > 1:
            level = [
                (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(level)
            ]
        found.append(level[0])
    return found


def crosses(one: Point, other: Point, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether a straight piece runs through a rectangle (Liang and Barsky, 1984).

    The renderer asks the same by `taken.meets`; what it draws is judged without its help.
    """
    low, high = 0.0, 1.0
    dx, dy = other[0] - one[0], other[1] - one[1]
    for step, room in (
        (-dx, one[0] - left), (dx, right - one[0]), (-dy, one[1] - top), (dy, bottom - one[1])
    ):  # fmt: skip
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            low = max(low, room / step)
        else:
            high = min(high, room / step)
    return low < high
