"""Each report of the same findings, held against its golden file, and what all have in common."""

from __future__ import annotations

import json
import re

import pytest

from argmap.diagnostics import Diagnostic, Edit, Fix, Related
from argmap.report import FORMATS, Findings, summary, visible, writer
from argmap.source import SourceFile, Span

IRAQ = SourceFile(
    "maps/iraq.arg",
    "# Iraq\n\n[received] The letter was received on 6 January.\n  + [recieved]\n",
)
ROUTE = SourceFile(
    "maps/route.arg", "[x] Take the bus.\n  + [n] It is Tuesday.\n\n[y] Walk.\n  + [n]\n"
)

FINDINGS = Findings(
    (
        Diagnostic(
            "ARG012",
            "undefined-id",
            "error",
            Span(IRAQ.path, 4, 5, 4, 15),
            "no claim has the id `recieved`",
            help="write `[received]`, or give this claim a text to define it",
            hint="did you mean [received]?",
            related=(Related(Span(IRAQ.path, 3, 2, 3, 10), "a claim with nearly this id"),),
            fix=Fix("unsafe", "rename", (Edit(Span(IRAQ.path, 4, 6, 4, 14), "received"),)),
        ),
        Diagnostic(
            "ARG304",
            "non-diagnostic",
            "warning",
            Span(ROUTE.path, 2, 5, 2, 8),
            "`n` supports every answer of [q], so it cannot tell them apart",
            help="take it out, or say what it shows about one route and not the other",
            label="for [x] here",
            related=(Related(Span(ROUTE.path, 5, 5, 5, 8), "and for [y] here"),),
        ),
    ),
    {IRAQ.path: IRAQ, ROUTE.path: ROUTE},
    2,
)

HOSTILE = "\x1b]0;owned\x07 \x9b31m \u202eevil\u2066 \u200b\ufeff \u2028 \udce9 \r"
ESCAPE = re.compile("\x1b\\[[0-9;]*m")


FULL = """\
error[ARG012]: no claim has the id `recieved`
  ┌─ maps/iraq.arg:4:5
  │
4 │   + [recieved]
  │     ^^^^^^^^^^
  ┌─ maps/iraq.arg:3:2
  │
3 │ [received] The letter was received on 6 January.
  │  -------- a claim with nearly this id
  = help: write `[received]`, or give this claim a text to define it

warning[ARG304]: `n` supports every answer of [q], so it cannot tell them apart
  ┌─ maps/route.arg:2:5
  │
2 │   + [n] It is Tuesday.
  │     ^^^ for [x] here
  ┌─ maps/route.arg:5:5
  │
5 │   + [n]
  │     --- and for [y] here
  = help: take it out, or say what it shows about one route and not the other

"""

CONCISE = """\
maps/iraq.arg:4:5: error[ARG012] no claim has the id `recieved`; did you mean [received]?
maps/route.arg:2:5: warning[ARG304] `n` supports every answer of [q], so it cannot tell them apart
"""

JSON = [
    {
        "code": "ARG012",
        "name": "undefined-id",
        "severity": "error",
        "message": "no claim has the id `recieved`",
        "help": "write `[received]`, or give this claim a text to define it",
        "path": "maps/iraq.arg",
        "start": {"line": 4, "column": 5},
        "end": {"line": 4, "column": 15},
        "related": [
            {
                "path": "maps/iraq.arg",
                "start": {"line": 3, "column": 2},
                "end": {"line": 3, "column": 10},
                "message": "a claim with nearly this id",
            }
        ],
        "fix": {
            "safety": "unsafe",
            "edits": [
                {
                    "path": "maps/iraq.arg",
                    "start": {"line": 4, "column": 6},
                    "end": {"line": 4, "column": 14},
                    "text": "received",
                }
            ],
        },
    },
    {
        "code": "ARG304",
        "name": "non-diagnostic",
        "severity": "warning",
        "message": "`n` supports every answer of [q], so it cannot tell them apart",
        "help": "take it out, or say what it shows about one route and not the other",
        "path": "maps/route.arg",
        "start": {"line": 2, "column": 5},
        "end": {"line": 2, "column": 8},
        "related": [
            {
                "path": "maps/route.arg",
                "start": {"line": 5, "column": 5},
                "end": {"line": 5, "column": 8},
                "message": "and for [y] here",
            }
        ],
        "fix": None,
    },
]


def test_full() -> None:
    assert writer("full")(FINDINGS, False) == FULL


def test_concise() -> None:
    assert writer("concise")(FINDINGS, False) == CONCISE


def test_json() -> None:
    assert json.loads(writer("json")(FINDINGS, False)) == JSON


def test_json_of_nothing_is_an_empty_list() -> None:
    assert writer("json")(Findings((), {}, 3), False) == "[]\n"


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.for_people])
def test_colour_changes_no_character(name: str) -> None:
    colored = writer(name)(FINDINGS, True)
    assert colored != writer(name)(FINDINGS, False)
    assert ESCAPE.sub("", colored) == writer(name)(FINDINGS, False)


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_reaches_no_terminal(name: str) -> None:
    path = f"m{HOSTILE}.arg"
    span = Span(path, 1, 1, 1, 9)
    found = Diagnostic(
        "ARG001",
        "name",
        "error",
        span,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        (Related(span, HOSTILE),),
    )
    text = writer(name)(Findings((found,), {path: SourceFile(path, HOSTILE)}, 1), False)
    harmful = {character for character in HOSTILE if not character.isprintable()}
    assert not harmful & set(text)
    text.encode()


def test_visible_leaves_plain_text_alone() -> None:
    plain = "Ça va — 漢字, مرحبا, 👩\u200d👩\u200d👧, a\u00a0b"
    assert visible(plain) == plain
    assert visible("a\tb\x7f\x85") == "a␉b␡<U+0085>"


@pytest.mark.parametrize(
    ("severities", "maps", "expected"),
    [
        ("", 5, "5 maps, no findings"),
        ("", 1, "1 map, no findings"),
        ("e", 1, "1 finding in 1 file (1 error)"),
        ("ewwi", 1, "4 findings in 1 file (1 error, 2 warnings, 1 info)"),
        ("w", 3, "1 finding in 1 file (1 warning)"),
    ],
)
def test_summary(severities: str, maps: int, expected: str) -> None:
    full = {"e": "error", "w": "warning", "i": "info"}
    found = tuple(
        Diagnostic("ARG001", "name", full[one], Span("m.arg", n, 1, n, 2), "wrong")  # type: ignore[arg-type]
        for n, one in enumerate(severities, 1)
    )
    assert summary(Findings(found, {}, maps)) == expected


def test_a_thousand_findings_on_one_long_line_take_no_time() -> None:
    source = SourceFile("m.arg", "x " * 100_000)
    found = tuple(
        Diagnostic("ARG001", "name", "error", Span("m.arg", 1, n, 1, n + 1), "wrong")
        for n in range(1, 200_000, 200)
    )
    text = writer("full")(Findings(found, {"m.arg": source}, 1), False)
    assert len(text) < 600 * len(found)
