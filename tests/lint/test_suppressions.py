"""Comments that silence findings: where they hold, and what is said of those that do not."""

from __future__ import annotations

import pytest

from tests.lint.run import check, names

LONELY = "[a] A.\n  + [b] B.\n\n{}[c] C.\n"


@pytest.mark.parametrize(
    "comment",
    [
        "// argmap: ignore[isolated-claim] why",
        "//argmap:ignore[ARG107]why",
        "  //  argmap : ignore [ self-support , isolated-claim ]  why",
        "// argmap: file-ignore[isolated-claim] why",
        "// argmap: ignore[isolated-claim] why\n// a comment between\n",
    ],
)
def test_silences(comment: str) -> None:
    found = check(LONELY.format(f"{comment}\n"), ignore=("unused-suppression",))
    assert names(found) == []


def test_is_about_the_entry_below_and_nothing_else() -> None:
    text = LONELY.format("// argmap: ignore[isolated-claim] why\n") + "\n[d] D.\n"
    found = check(text)
    assert [(one.name, one.span.line) for one in found] == [("isolated-claim", 7)]


def test_for_the_file_it_may_stand_anywhere() -> None:
    text = LONELY.format("") + "[d] D.\n// argmap: file-ignore[isolated-claim] why\n"
    assert names(check(text)) == []


def test_unused() -> None:
    text = LONELY.format("// argmap: ignore[isolated-claim, self-support] why\n")
    (found,) = check(text)
    assert found.name == "unused-suppression"
    assert found.message == "`self-support` has nothing to silence on the entry below"
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == ["isolated-claim"]


def test_a_rule_that_is_off_is_not_judged() -> None:
    text = LONELY.format("// argmap: ignore[isolated-claim] why\n")
    assert names(check(text, ignore=("isolated-claim",))) == []


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("// argmap: ignore", "this does not read, so it silences nothing"),
        ("// argmap: ignore[]", "this does not read, so it silences nothing"),
        ("// argmap: noqa", "this does not read, so it silences nothing"),
        ("// argmap: ignore[ARG1] why", "no rule is called `ARG1`"),
        ("// argmap: ignore[isolated-clam] why", "no rule is called `isolated-clam`"),
        ("// argmap: ignore[ARG012] why", "`ARG012` is an error and cannot be silenced"),
        ("// argmap: ignore[undefined-id] w", "`undefined-id` is an error and cannot be silenced"),
        (
            "// argmap: ignore[unused-suppression] why",
            "`unused-suppression` cannot be silenced in a file",
        ),
    ],
)
def test_what_silences_nothing(comment: str, said: str) -> None:
    found = check(LONELY.format(f"{comment}\n"), ignore=("isolated-claim",))
    assert [one.message for one in found] == [said]


def test_other_comments_are_left_alone() -> None:
    assert names(check("// see argmap: ignore\n// argmap is a tool\n[a] A.\n")) == []
