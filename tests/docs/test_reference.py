"""The language reference says what the code does: its tables are those of the code."""

from __future__ import annotations

import re

import pytest

from argmap.syntax.markers import FORMS, Form, Kind
from argmap.syntax.messages import LANGUAGE_ERRORS
from argmap.syntax.placement import PLACES
from argmap.syntax.vocabulary import BASES, KEYS, LIKELIHOODS, STRENGTHS
from argmap.workspace import LARGEST, MOST_LINES
from tests.docs.examples import ROOT

LANGUAGE = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")


def table(head: str, after: str = "") -> list[list[str]]:
    """The rows of the first table after `after` whose head begins with the cell `head`."""
    text = LANGUAGE[LANGUAGE.index(after) :]
    body = re.search(rf"^\| {head} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert body is not None, head
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in body[1].splitlines()]


def code(cell: str) -> list[str]:
    """What stands between backticks."""
    return re.findall(r"`([^`]+)`", cell)


def test_errors_are_all_there() -> None:
    rows = [(row[0], *code(row[1])) for row in table("code")]
    assert rows == [(error.code, error.name) for error in LANGUAGE_ERRORS]


def test_warnings_are_called_so() -> None:
    called = {row[0] for row in table("code") if row[2].startswith("*A warning.*")}
    assert called == {error.code for error in LANGUAGE_ERRORS if error.severity == "warning"}


def test_errors_say_what_and_how() -> None:
    for row in table("code"):
        assert len(row) == 4
        assert row[2].endswith(".")
        assert row[3].endswith(".")


def parts(form: Form) -> str:
    held = {
        "qualifier": form.qualifier,
        "id": form.id,
        "tags": form.tags,
        "sources": form.cites,
        "attributes": form.attributes,
    }
    return ", ".join(name for name, has in held.items() if has) or "text only"


def test_entries_are_those_of_the_table_of_marks() -> None:
    rows = table("marker")
    forms = [form for kind, form in FORMS.items() if kind not in (Kind.GLUED, Kind.STRAY)]
    assert rows == [
        [
            f"`{form.marker}`" if form.marker else "",
            form.noun,
            PLACES[form.kind].words,
            parts(form),
        ]
        for form in forms
    ]


@pytest.mark.parametrize(
    ("kind", "after"),
    [
        (Kind.STATEMENT, "On a **claim**"),
        (Kind.QUESTION, "On a **question**"),
        (Kind.SOURCE, "On a **source**"),
        (Kind.TITLE, "On the **title**"),
    ],
)
def test_attributes_are_those_of_the_vocabulary(kind: Kind, after: str) -> None:
    rows = table("key", after)
    assert [code(row[0])[0] for row in rows] == list(KEYS[kind])
    for row in rows:
        key = KEYS[kind][code(row[0])[0]]
        if key.words:
            assert code(row[1]) == list(key.words)
        assert (row[1] == "a flag") == (key.read(True) is True)
        assert (row[1] == "a date") == (key.read("2020-01") is not None and key.read("x") is None)


def test_likelihoods_have_their_bands() -> None:
    rows = [(code(row[0])[0], float(row[1]), float(row[2])) for row in table("word")]
    assert rows == [(word, low, high) for word, (low, high) in LIKELIHOODS.items()]


def test_bases_and_strengths() -> None:
    basis = next(row for row in table("key", "On a **claim**") if row[0] == "`basis`")
    assert code(basis[1]) == list(BASES)
    written = re.findall(r"`(\w+)`(?: is)? (\d(?:\.\d+)?)[,.;\n]", LANGUAGE.replace("\n  ", " "))
    assert {word: float(value) for word, value in written} == STRENGTHS


def test_limits() -> None:
    assert f"{LARGEST // 1024**2} MB" in LANGUAGE
    assert MOST_LINES == 1_000_000
    assert "a million lines" in LANGUAGE


def test_contents_lead_somewhere() -> None:
    prose = re.sub(r"^```.*?^```$", "", LANGUAGE, flags=re.MULTILINE | re.DOTALL)
    heads = re.findall(r"^## (.+)$", prose, re.MULTILINE)
    assert re.findall(r"\[([^\]]+)\]\(#", LANGUAGE.partition("## Lines")[0]) == heads
