"""The three ways in which an evaluation is written: text, JSON, and the assessment in Markdown."""

from __future__ import annotations

import json as reader
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap.formats.evaluation import json, markdown, text
from argmap.model import ArgumentMap
from argmap.semantics.evaluate import evaluate
from argmap.workspace import load
from tests.conftest import Golden
from tests.semantics.maps import maps
from tests.semantics.test_reasons import LARGE, read

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "assessments"


@pytest.fixture(params=["move-the-ledger", "stay-or-go"])
def real(request: pytest.FixtureRequest) -> tuple[str, ArgumentMap]:
    """A map of the project, with its name."""
    name: str = request.param
    return name, load(ROOT / "maps" / f"{name}.arg").map


def test_assessment(real: tuple[str, ArgumentMap], golden: Golden) -> None:
    """Read it as one who was not there: it must be prose that a person would sign."""
    name, map_ = real
    golden(GOLDEN / f"{name}.md", markdown.write(map_, evaluate(map_)))


def test_the_docs_show_the_assessment_of_the_flagship() -> None:
    """Whole, below its picture."""
    page = (ROOT / "docs" / "stay-or-go.md").read_text(encoding="utf-8")
    written = (GOLDEN / "stay-or-go.md").read_text(encoding="utf-8")
    assert page.endswith(f"-->\n\n{written}")


def test_text(real: tuple[str, ArgumentMap], golden: Golden) -> None:
    """Questions first, then what is contested, falls, has nothing to rest on, stands."""
    name, map_ = real
    golden(GOLDEN / f"{name}.txt", text.write(map_, evaluate(map_)))


def test_json(real: tuple[str, ArgumentMap]) -> None:
    """The keys are those that are promised, in their order."""
    _, map_ = real
    evaluation = evaluate(map_)
    data = reader.loads(json.write(map_, evaluation))
    assert list(data) == [
        "semantics", "converged", "claims", "steps", "questions", "sensitivity", "extensions",
    ]  # fmt: skip
    assert list(data["claims"]) == [claim.id for claim in map_.claims]
    assert list(data["steps"]) == [step.id for step in map_.steps]
    for id_, claim in data["claims"].items():
        result = evaluation.claims[id_]
        assert list(claim) == ["label", "strength", "because"]
        assert list(claim["because"]) == ["kind", "steps", "text"]
        assert claim["strength"] == result.strength
        assert claim["because"]["text"] == result.because.text
    assert {id_: one["label"] for id_, one in data["steps"].items()} == evaluation.steps
    for id_, question in data["questions"].items():
        assert question == {
            "verdict": evaluation.questions[id_].verdict,
            "answers": list(map_.question[id_].answers),
        }
    assert data["extensions"] == [list(evaluation.extensions[0])]


def test_strengths_that_did_not_settle_are_told() -> None:
    """In every form."""
    map_ = read("[a] A.\n  - [b] B.\n    - [a]\n")
    evaluation = replace(evaluate(map_), converged=False)
    assert "did not settle" in text.write(map_, evaluation)
    assert "did not settle" in markdown.write(map_, evaluation)
    assert reader.loads(json.write(map_, evaluation))["converged"] is False


def test_an_empty_map() -> None:
    """There is nothing to say, and that is said."""
    map_ = ArgumentMap()
    evaluation = evaluate(map_)
    assert text.write(map_, evaluation) == "The map makes no claim.\n"
    assert reader.loads(json.write(map_, evaluation)) == {
        "semantics": "grounded",
        "converged": True,
        "claims": {},
        "steps": {},
        "questions": {},
        "sensitivity": {},
        "extensions": [[]],
    }
    assert markdown.write(map_, evaluation).startswith("The map makes no claim.\n\n*Which claims")


def test_an_open_question_says_what_would_settle_it() -> None:
    """Who leads, why neither stands, and the point to settle first."""
    map_ = read(
        "? [q] Left or right?\n  = [left] We go left.\n  = [right] We go right.\n\n"
        "[left]\n  +(strong) [quick] It is quick.\n    -(weak) [slow] It is slow.\n\n"
        "[right]\n  + [fair] It is fair.\n"
    )
    written = markdown.write(map_, evaluate(map_))
    assert written == (
        "**Left or right?** The question is open. The map leans to *We go left* ([left], strength "
        "0.66 to 0.62). [left] is contested: its only reason, [quick], is itself contested. *We go "
        "right* ([right]) is contested: [fair] (moderate) supports it, but its rival [left] "
        "(strong) is contested and may yet stand.\n\n"
        "A single withdrawal would settle it: without *It is quick* ([quick]) the answer is "
        "[right]; without *It is slow* ([slow]) the answer is [left]. One point is contested, "
        "[quick]: if it holds, the answer is [left], and if not, the answer is [right]. The "
        "strength of [left] moves most with [quick]: it would be 0.50 without that claim, and 0.88 "
        "if that were beyond doubt.\n\n"
        "Named here: [fair] It is fair.\n\n"
        "*Which claims stand: grounded semantics. Strengths: DF-QuAD.*\n"
    )


def test_many_claims_that_decide_are_a_list() -> None:
    """In their words, a line each, below what would follow."""
    map_ = read(
        "? [q] Left?\n  = [left] We go left.\n  = [right] We go right.\n\n"
        "[left]\n  + [a] A is so.\n  & [b] B is so.\n  & [c] C is so.\n  & [d] D is so.\n"
    )
    assert (
        "It hangs on each of four claims. Without any one of these the question is open:\n\n"
        "- *A is so* ([a])\n- *B is so* ([b])\n- *C is so* ([c])\n- *D is so* ([d])\n"
    ) in markdown.write(map_, evaluate(map_))


def test_an_answer_that_only_its_best_reason_favors() -> None:
    """That another is ahead by strength is explained."""
    map_ = read(
        "? [q] Whom?\n  = [ada] Ada.\n  = [ben] Ben.\n\n[ada]\n  +(strong) [built] She built it."
        "\n\n"
        "[ben]\n  + [near] He is near.\n  + [knows] He knows it.\n  + [soon] He can come.\n"
    )
    assert (
        "The map favors *Ada* ([ada], strength 0.69). By strength, which adds up all that is said "
        "instead of comparing the best of each side, *Ben* ([ben], 0.79) is ahead."
    ) in markdown.write(map_, evaluate(map_))


def test_what_is_open_and_turned_by_nothing_says_so() -> None:
    """Two linked reasons, a rival with two of its own, and a quotation within a quotation."""
    map_ = read(
        "? [q] Which?\n  = [a] This.\n  = [b] That.\n\n[a]\n  + [p] They say “so”.\n  & [r] R.\n"
        "  + [s] S.\n\n[b]\n  + [x] X.\n  + [y] Y.\n"
    )
    found = evaluate(map_)
    assert "No single withdrawal would settle it." in markdown.write(map_, found)
    assert found.claims["b"].because.text == (
        "contested: its best reason, [x], and the best for its rival [a] ([p] and [r] together) "
        "are both moderate."
    )
    assumed = evaluate(map_, assume=["a", "b"], without=["s"])
    decided = markdown.write(map_, evaluate(map_, without=["x", "y", "s"]))
    assert "[p], “They say ‘so’”, together with [r], “R”" in decided
    assert "None" not in markdown.write(map_, assumed)
    fact = markdown.write(map_, evaluate(map_, assume=["a"]))
    assert "[a] is beyond dispute, whatever speaks for another answer." in fact


def test_a_map_without_questions_is_assessed_by_its_main_claims() -> None:
    """How each fares, what it hangs on, and what moves it."""
    map_ = read(
        "[ready] The ship is ready.\n  +(strong) [engine] The engine runs.\n"
        "    + [report] The yard says so.\n  - [crew] Two of the crew are ill.\n"
    )
    assert markdown.write(map_, evaluate(map_)) == (
        "*The ship is ready* ([ready], strength 0.61) stands: [engine] (strong) supports it and "
        "outweighs the rebuttal by [crew] (moderate).\n\n"
        "It hangs on one claim: without *The yard says so* ([report]) it falls. Its strength "
        "moves most with *Two of the crew are ill* ([crew]): it would be 0.73 without that "
        "claim, and 0.48 if that were beyond doubt.\n\n"
        "Named here: [engine] The engine runs.\n\n"
        "*Which claims stand: grounded semantics. Strengths: DF-QuAD.*\n"
    )


def test_where_nothing_leads_to_anything_every_claim_is_told() -> None:
    """Claims alone, and those that all speak against each other."""
    alone = read("[a] A.\n")
    assert "- *A* ([a]) stands: nothing speaks" in markdown.write(alone, evaluate(alone))
    circle = read("[a] A.\n  - [b] B.\n    - [a]\n")
    written = markdown.write(circle, evaluate(circle))
    assert "- *A* ([a]) is contested" in written
    assert "- *B* ([b]) is contested" in written


def test_what_if_is_said() -> None:
    """An assessment of what is only supposed says so."""
    map_ = read("[a] A.\n  + [b] B.\n  + [c] C.\n")
    evaluation = evaluate(map_, without=["b"], assume=["c"])
    assert "with [b] withdrawn and with [c] taken as given" in markdown.write(map_, evaluation)
    assert "without [b] and taking [c] for a fact" in text.write(map_, evaluation)


def test_markdown_in_a_map_is_plain_text() -> None:
    """Emphasis, code, links and HTML of a map do not get into the assessment."""
    map_ = read("A *bold* `claim` [x](http://example.org) <b>.\n  + Its _reason_.\n")
    written = markdown.write(map_, evaluate(map_))
    assert r"A \*bold\* \`claim\` [x]\(http://example.org) \<b\>" in written
    assert r"Its \_reason\_" in written


@given(maps)
@settings(max_examples=100, suppress_health_check=LARGE)
def test_everything_can_be_written(map_: ArgumentMap) -> None:
    """Whatever a map is like, its evaluation can be written in every format."""
    evaluation = evaluate(map_)
    assert reader.loads(json.write(map_, evaluation))["semantics"] == "grounded"
    lines = text.write(map_, evaluation).splitlines()
    assert all(len(line) <= text.WIDTH for line in lines)
    for line in markdown.write(map_, evaluation).splitlines():
        assert "  " not in line
        assert ".." not in line
        assert "None" not in line


def test_a_rival_that_is_rebutted_is_not_weighed_against_the_case_for_the_answer() -> None:
    """It falls to something else than the answer, and that is what is told."""
    map_ = read(
        "? [q] Left or right?\n  = [left] We go left.\n  = [right] We go right.\n\n"
        "[left]\n  + [quick] It is quick.\n\n"
        "[right]\n  + [fair] It is fair.\n  -(strong) [shut] It is shut.\n"
    )
    written = markdown.write(map_, evaluate(map_))
    assert "[right] falls: [shut] (strong) rebuts it" in written
    assert "while the case for" not in written


def test_what_is_alike_is_said_once() -> None:
    """Bare premises together, and answers without reasons together."""
    bare = read("? [q] Left?\n  = [left] We go left.\n\n[left]\n  + [a] A.\n  & [b] B.\n")
    assert "[a] and [b] are put forward without a source." in markdown.write(bare, evaluate(bare))
    none = read("? [q] Left or right?\n  = [left] We go left.\n  = [right] We go right.\n")
    assert "for *We go left* ([left]) or *We go right* ([right])." in markdown.write(
        none, evaluate(none)
    )


def test_a_leaf_that_is_a_fact_is_only_withdrawn() -> None:
    """It cannot be more certain than it is."""
    map_ = read("? [q] Left?\n  = [left] We go left.\n\n[left]\n  + [a] A.  {fact}\n")
    written = markdown.write(map_, evaluate(map_))
    assert written.count("it would be 0.50 without that claim.") == 1


MANY = """\
? [q] Which help?  {any}
  = [roof] The roof.
  = [boiler] The boiler.

[roof]
  + [leak] Heat leaves by it.
  + [cheap] It is cheap.

[boiler]
  + [old] It is old.
    - [new] It was replaced.
"""


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (
            "",
            "One of the answers stands: *The roof* ([roof], strength 0.72).\n\nWhat carries it is "
            "[leak], “Heat leaves by it”, which is put forward without a source. [cheap] points "
            "the same way.\n\n*The boiler* ([boiler]) has nothing left to rest on: its only "
            "reason, [old], falls. One point made along the way has been answered: [old] by [new]."
            "\n\nWithout *It was replaced* ([new]), [boiler] stands as well. [roof] itself hangs "
            "on no single claim.",
        ),
        (
            "[roof]\n  -(strong) [nest] A stork nests on it.\n",
            "No answer stands. The strongest is *The boiler* ([boiler], strength 0.59).",
        ),
        (
            "  + [loud] It is loud.\n[roof]\n  -(strong) [nest] A stork nests on it.\n",
            "Without [loud], no answer stands; without *A stork nests on it* ([nest]), [roof] "
            "stands as well. The strength",
        ),
        ("  + [loud] It is loud.\n", "*The roof* ([roof], strength 0.72) and *The boiler*"),
        (
            "  + [loud] It is loud.\n",
            "Without *It is loud* ([loud]), only [roof] stands.",
        ),
        (
            "  + [loud] It is loud.\n  + [late] It comes on late.\n",
            "Without any one of the six claims that this starts from, the same answers would ",
        ),
    ],
)
def test_answers_that_do_not_exclude_each_other(more: str, told: str) -> None:
    """It is told which stand, and what is not told to hang on anything but that."""
    map_ = read(MANY + more)
    assert told in markdown.write(map_, evaluate(map_))


TRIALS = """\
? [q] Does it help?
  = [yes] It does.
  = [no] It does not.

[yes]
  + [trial] They got well.
    ! [blind] They knew.
  +(weak) [felt] It is felt.

[no]
  + [again] It did not, again.
"""


def test_reasons_that_are_lost_are_not_passed_over() -> None:
    """The best of what is left is not called the best, and what undercuts the others is told."""
    written = markdown.write(map_ := read(TRIALS), evaluate(map_))
    assert "The best reason left for [yes] is [felt], “It is felt”, which is put forward" in written
    assert "One point made along the way has been answered: [trial] by [blind]." in written


def test_that_nothing_is_left_for_an_answer_is_not_that_nothing_was_given() -> None:
    """Its premises may well stand."""
    map_ = read(TRIALS.replace("  +(weak) [felt] It is felt.\n", ""))
    assert "Nothing is left that speaks for [yes]." in markdown.write(map_, evaluate(map_))
    map_ = read("? [q] Which?\n  = [a] A.\n  = [b] B.\n  = [c] C.\n\n[a]\n  + [x] X.\n")
    written = markdown.write(map_, evaluate(map_))
    assert "No reason is given for [b] or *C* ([c])." in written


def test_of_many_points_that_were_answered_some_are_told() -> None:
    """All are counted, and none is told again in another part."""
    against = "".join(f"  - [n{at}] Not {at}.\n    - [y{at}] Yet {at}.\n" for at in range(6))
    map_ = read(
        f"? [q] Which?\n  = [a] A.\n  = [b] B.\n\n[a]\n  + [x] X.\n{against}"
        "  +(weak) [w] W.\n    -(weak) [v] V.\n"
        "? [r] What else?\n  = [c] C.\n  = [d] D.\n\n[c]\n  + [a]\n"
    )
    written = markdown.write(map_, evaluate(map_))
    assert written.count("Six points made along the way have been answered: [n0] by [y0]") == 1
    assert "[n3] by [y3] and two more." in written
    assert written.count("been answered") == 1
    assert written.count("One point is contested") == 1


def test_what_else_follows_gives_the_words_of_what_it_names() -> None:
    """Like every part."""
    map_ = read(
        "? [q] Which?\n  = [a] A.\n  = [b] B.\n\n[a]\n  + [x] X.\n\n"
        "[more] More.\n  + [y] It is Y.\n"
    )
    assert (
        "## What else follows\n\n- *More* ([more]) stands: [y] (moderate) supports it, and nothing "
        "speaks against it.\n\nNamed here: [y] It is Y.\n"
    ) in markdown.write(map_, evaluate(map_))


def test_every_script_has_its_own_full_stop() -> None:
    """It is taken off within a sentence, and never doubled at the end of one."""
    map_ = read(
        "? [q] 続けるべきか。\n  = [a] 続ける。\n  = [b] やめる。\n\n"
        "[a]\n  + [x] 安い。\n  + [y] 速い。\n"
    )
    written = markdown.write(map_, evaluate(map_))
    assert "*続ける* ([a], strength" in written
    assert "[x], “安い”, which is" in written
    assert "Named here: [y] 速い。\n" in written


@pytest.mark.parametrize(
    ("likelihood", "told"),
    [
        ("0.58334", "each side, *B* ([b], likelihood 0.58334, 0.69) is level with it."),
        (
            "0.5850",
            "([a], strength 0.688). By strength, which adds up all that is said instead of ",
        ),
        ("0.5850", "each side, *B* ([b], likelihood 0.585, 0.689) is ahead."),
        (
            "0.5820",
            "favors *A* ([a], strength 0.688), ahead of *B* ([b], likelihood 0.582, 0.686).",
        ),
    ],
)
def test_figures_tell_apart_what_is_compared(likelihood: str, told: str) -> None:
    """No answer is ahead of another by strength that has the same, or would seem to."""
    map_ = read(
        f"? [q] Which?\n  = [a] A.\n  = [b] B.  {{likelihood: {likelihood}}}\n\n"
        "[a]\n  +(strong) [x] X.\n\n[b]\n  + [y] Y.\n"
    )
    assert told in markdown.write(map_, evaluate(map_))


@pytest.mark.parametrize(
    ("likelihood", "told"),
    [
        ("", "([a], strength 0.62)"),
        ("  {very-likely}", "([a], judged very likely, strength 0.91)"),
        ("  {likelihood: 0.7}", "([a], likelihood 0.7, strength 0.77)"),
    ],
)
def test_how_likely_an_answer_is_said_to_be_is_told(likelihood: str, told: str) -> None:
    """Beside its strength, which is another thing."""
    map_ = read(f"? [q] Which?\n  = [a] A.{likelihood}\n  = [b] B.\n\n[a]\n  + [x] X.\n")
    assert f"The map favors *A* {told}, ahead of" in markdown.write(map_, evaluate(map_))


def test_the_source_that_is_named_is_the_one_that_counts() -> None:
    """The best of several; and none is called the same before it has been named."""
    map_ = read(
        "@blog A blog  {grade: D4}\n@trial A trial  {grade: A1}\n"
        "? [q] Which?\n  = [a] A.\n  = [b] B.\n\n[a]\n"
        "  +(strong) [x] X.\n    + [p] P.  @trial\n    & [r] R.  @trial\n"
        "  & [y] Y.  @blog @trial(p. 2)\n  & [z] Z.  @trial\n"
    )
    assert (
        "Behind [x] stand [p] and [r]; [y] comes from *A trial* (p. 2); [z] comes from the same "
        "source."
    ) in markdown.write(map_, evaluate(map_))
