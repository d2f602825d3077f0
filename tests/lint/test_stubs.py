"""Open critical questions as comments: each at its place, once, and nothing else changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from argmap.cli.starter import starter
from argmap.diagnostics import Diagnostic, has_errors
from argmap.lint.context import Context
from argmap.lint.fixes import mend
from argmap.schemes import Scheme
from argmap.schemes.catalogue import SCHEMES
from argmap.source import SourceFile
from argmap.syntax import format_document
from argmap.workspace import load_text
from argmap.workspace.findings import findings_of
from tests.lint.run import settings as rules

from .run import check

OPEN = rules(select=("unanswered-critical-question",))

every_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)


def fixed(text: str) -> str:
    """A text with the stubs that it lacks."""

    def find(now: str) -> tuple[Diagnostic, ...]:
        return findings_of(load_text(now, "map.arg"), OPEN)

    return mend(SourceFile("map.arg", text), find, lambda _: 0, unsafe=False).text


def found(text: str) -> tuple[Diagnostic, ...]:
    return check(text, select=("unanswered-critical-question",))


def without_comments(text: str) -> str:
    return re.sub(r"^ *//.*\n", "", text, flags=re.MULTILINE)


@every_scheme
def test_they_are_what_a_new_map_of_the_scheme_has(scheme: Scheme) -> None:
    text = starter(scheme)
    head = "".join(f"{line}\n" for line in text.split("\n") if line.startswith("//"))
    assert head + fixed(without_comments(text)) == text


@every_scheme
def test_they_are_not_written_again(scheme: Scheme) -> None:
    text = starter(scheme)
    (one,) = found(text)
    assert one.fix is None
    assert fixed(text) == text


BEFORE = """\
[a] A.
  +(sign, role: sign) [b] B.
    ! [x] X.
      - [y] Y.
    + [z] Z.
    > A quotation.
  & [c] C.
    +(sign) [d] D.
  - [e] E.
  -(popular-practice) [f] F.
    !(bias) [g] G.
"""

AFTER = """\
[a] A.
  +(sign, role: sign) [b] B.
    // !(answers: other-causes) Could something else account for {sign} here?
    ! [x] X.
      - [y] Y.
    + [z] Z.
    > A quotation.
  & [c] C.
    +(sign) [d] D.
      // !(answers: observed) Is {sign} really there?
      // !(answers: strength) How closely do {sign} and {thing} go together?
      // !(answers: other-causes) Could something else account for {sign} here?
  - [e] E.
  -(popular-practice) [f] F.
    // !(answers: reasons) Do they do it for a good reason, or because others do?
    !(bias) [g] G.
      // !(answers: quoted) Is that what {person} asserts?
      // !(answers: shown) What shows that {person} has taken sides?
      // !(answers: expected) Is this a talk in which all are expected to take sides?
      // !(answers: other-grounds) Are there grounds given that do not rest on {person}?
    // -(answers: shown) What shows that nearly everyone does it?
  // +(answers: harm) What speaks against {act}, even if it is usual?
"""


def test_each_stands_where_its_answer_can() -> None:
    assert fixed(BEFORE) == AFTER
    assert format_document(load_text(AFTER, "x.arg").document) == AFTER


def test_stubs_that_are_there_stay_where_they_belong() -> None:
    stubs = r"^ {2,4}// .*(nearly everyone|even if it is usual).*\n"
    without = re.sub(stubs, "", AFTER, flags=re.MULTILINE)
    assert without.count("\n") == AFTER.count("\n") - 2
    assert fixed(without) == AFTER


def test_steps_for_one_claim_share_a_question_about_it() -> None:
    after = fixed("[a] A.\n  +(sacrifice) [b] B.\n  +(sacrifice) [c] C.\n")
    assert after.count("answers: judgment") == 2
    assert after.count("answers: others") == 1
    assert fixed(after) == after


def test_where_a_suppression_stands_below() -> None:
    """A comment that silences a rule has to stay right above its entry."""
    text = "[a] A.\n  +(sacrifice) [b] B.\n  // argmap: ignore[x] why\n  + [c] C.\n"
    lines = fixed(text).split("\n")
    assert lines[-4].startswith("  // -(answers: others)")
    assert lines[-3:] == ["  // argmap: ignore[x] why", "  + [c] C.", ""]


@pytest.mark.parametrize(
    ("before", "there"),
    [
        ("[a] A.\n  +(memory) [b] B.", "[a] A.\n  +(memory) [b] B.\n    // !(answers: mixed) C"),
        ("[a] A.\r\n  +(memory) [b] B.\r\n", "\r\n    // !(answers: mixed) Could it be mixed with"),
        ("[a] A.\n    +(memory) B\n        c.\n", "B\n        c.\n      // !(answers: mixed)"),
        ("[a] A.\n +(memory) B.\n    + C.\n", "B.\n    // !(answers: mixed)"),
    ],
)
def test_layout(before: str, there: str) -> None:
    after = fixed(before)
    assert there in after
    assert fixed(after) == after


def test_a_stub_that_was_changed_is_not_written_again() -> None:
    stub = "    //!(strong, answers: mixed) Perhaps she read of it.\n"
    after = fixed(f"[a] A.\n  +(memory) [b] B.\n    + [c] C.\n{stub}")
    assert after.count("answers: mixed") == 1


def test_of_a_step_written_twice_the_first_place_gets_them() -> None:
    after = fixed("[a] A.\n  + [b] B.\n\n[a]\n  +(memory) [b]\n    + [c] C.\n")
    assert after.startswith("[a] A.\n  + [b] B.\n    // !(answers: mixed) Could")
    assert after.endswith("\n\n[a]\n  +(memory) [b]\n    + [c] C.\n")


MARKS = ("+", "+", "-", "&", "!")
QUALIFIERS = (
    "",
    "(sign)",
    "(sign, role: sign)",
    "(bias, role: assertion)",
    "(memory)",
    "(answers: shown)",
    "(answers: mixed)",
)
ROLES = ("", "(role: link)", "(role: bias)", "(role: other-causes)")


@st.composite
def trees(draw: st.DrawFn) -> str:
    """A map of nested steps with schemes, some with stubs already."""
    lines = ["[a] A."]
    depth = 0
    for number in range(draw(st.integers(1, 9))):
        depth = draw(st.integers(0, depth))
        mark = draw(st.sampled_from(MARKS))
        said = draw(st.sampled_from(ROLES if mark == "&" else QUALIFIERS))
        name = draw(st.sampled_from((f"[n{number}] N{number}.", f"[n{number}] N.", "[a]")))
        lines.append(f"{'  ' * (depth + 1)}{mark}{said} {name}")
        comment = draw(st.sampled_from(("", "", "// x", "// !(answers: mixed) Q", "")))
        if comment:
            lines.append(f"{'  ' * draw(st.integers(0, depth + 2))}{comment}")
        depth += 1
    return "\n".join(lines) + "\n"


@settings(suppress_health_check=[HealthCheck.filter_too_much], deadline=None)
@given(trees())
def test_whatever_the_map_only_comments_are_added(text: str) -> None:
    before = load_text(text, "map.arg")
    assume(not has_errors(before.diagnostics))
    text = format_document(before.document)
    after = fixed(text)
    assert without_comments(after) == without_comments(text)
    assert load_text(after, "map.arg").map == before.map
    assert format_document(load_text(after, "map.arg").document) == after
    assert fixed(after) == after
    assert [one.message for one in found(after)] == [one.message for one in found(text)]


@settings(suppress_health_check=[HealthCheck.filter_too_much], deadline=None)
@given(trees())
def test_each_stub_answers_its_question_when_it_becomes_an_entry(text: str) -> None:
    before = load_text(without_comments(text), "map.arg")
    assume(not has_errors(before.diagnostics))
    after = fixed(without_comments(text))
    said = re.sub(r"^( *)// ([-+!]\()", r"\1\2", after, flags=re.MULTILINE)
    loaded = load_text(said, "map.arg")
    assert not has_errors(loaded.diagnostics), said
    assert found(said) == ()


def test_ten_thousand_steps_at_one_claim() -> None:
    """Every step asks, and every other answers; all is looked at once."""
    lines = ["[a] A."]
    for number in range(10_000):
        lines.append(f"  +(sign, role: sign) [b{number}] B.")
        lines.append(f"  -(answers: strength) [c{number}] C.")
    loaded = load_text("\n".join(lines) + "\n", "map.arg")
    context = Context(loaded.map, loaded.document)
    asked = [list(context.schemes.open_questions(step)) for step in context.steps[::2]]
    assert {len(questions) for questions in asked} == {2}
