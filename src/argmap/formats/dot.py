"""A map in DOT, the language of Graphviz and of many programs that draw graphs.

The `graphviz` package does the quoting; a label is also kept from being read as HTML or as one of
DOT's escapes. Sections are clusters, and reasons stand to the right of what they speak for. The id
of a claim or question is the comment of its box.
"""

from __future__ import annotations

import re
import textwrap
from typing import Final

import graphviz

from argmap.formats.drawing import Box, BoxKind, LineKind, Opened, drawing_of
from argmap.formats.losses import Written
from argmap.model.map import ArgumentMap

_MEASURE: Final = 36
# Graphviz reads entities of HTML in every label.
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_DARK: Final = "#16202C"
_BOXES: Final[dict[BoxKind, dict[str, str]]] = {
    "question": {"style": "rounded,filled", "fillcolor": _DARK, "fontcolor": "#FFFFFF"},
    "answer": {"penwidth": "2"},
    "claim": {},
    "evidence": {"shape": "note"},
    "assumption": {"style": "dashed"},
    "fact": {"peripheries": "2"},
}
_LINES: Final[dict[LineKind, dict[str, str]]] = {
    "support": {"color": "#0B7A6B", "arrowhead": "normal"},
    "rebuttal": {"color": "#C43A1D", "arrowhead": "tee"},
    "undercut": {"color": "#6B45BF", "arrowhead": "odot", "style": "dashed"},
    "contradiction": {"color": "#A8123E:#A8123E", "dir": "both", "constraint": "false"},
    "answer": {"color": "#7C8794", "arrowhead": "none"},
    "raised": {"color": "#7C8794", "arrowhead": "dot", "style": "dotted"},
}


def write(map_: ArgumentMap) -> Written:
    """The map as a graph in DOT."""
    drawing = drawing_of(map_)
    graph = graphviz.Digraph(
        graph_attr={"rankdir": "RL", "newrank": "true", "fontname": "Arial"},
        node_attr={"shape": "box", "fontname": "Arial", "fontsize": "12"},
        edge_attr={"fontname": "Arial", "fontsize": "10"},
    )
    for part in drawing.in_sections():
        if isinstance(part, Box):
            _write_box(graph, part)
        elif isinstance(part, Opened):
            graph.body.append(f"\tsubgraph cluster_{part.number} {{\n")
            graph.attr("graph", label=_label(part.title, 60) or "", labeljust="l")
        else:
            graph.body.append("\t}\n")
    for line in drawing.lines:
        attributes = _LINES[line.kind]
        if not line.ends:
            attributes = {**attributes, "arrowhead": "none"}
        graph.edge(line.tail, line.head, _label(line.label, _MEASURE), **attributes)
    if drawing.title:
        # Here and not before the clusters, which would inherit it.
        graph.attr(label=_label(drawing.title, 80), labelloc="t", fontsize="20")
    return Written(graph.source, drawing.losses)


def _write_box(graph: graphviz.Digraph, box: Box) -> None:
    if box.kind is not None:
        comment = {"comment": graphviz.escape(box.id)} if box.id else {}
        # Without a label Graphviz would show the box's own name.
        label = _label(box.label, _MEASURE) or ""
        graph.node(box.name, label, **_BOXES[box.kind], **comment)
    elif box.label:
        size = {"shape": "circle", "width": "0", "margin": "0.02"}
        graph.node(box.name, _label(box.label, 12), **size)
    else:
        graph.node(box.name, "", shape="circle", width="0.1", fixedsize="true")


def _label(text: str, measure: int) -> str | None:
    """A label in lines, in which nothing means anything but itself; None where there is none."""
    breaker = textwrap.TextWrapper(measure, break_long_words=False, break_on_hyphens=False)
    lines = [part for line in text.split("\n") for part in breaker.wrap(line)]
    lines = [graphviz.escape(_ENTITY.sub("&amp;", line)) for line in lines]
    return graphviz.nohtml("\\n".join(lines)) if lines else None
