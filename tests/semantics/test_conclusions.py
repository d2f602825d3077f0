"""What a map is there to settle."""

from __future__ import annotations

from argmap.semantics.conclusions import concluded, conclusions, favored
from argmap.semantics.evaluate import evaluate
from tests.semantics.test_reasons import read

HIRE = read("""? [who] Whom should we hire?
  = [ada] Ada.
  = [ben] Ben.

[ada]
  +(strong) [built] She has built one.

[ben]
  + [near] He lives near.
  + [knows] He knows the team.
  + [soon] He can begin tomorrow.

? [when] When?
  = [now] Now.
  = [ben]
""")
DEBATE = read("[top] T.\n  + [why] W.\n    - [but] B.\n\n[other] O.\n  - [no] N.\n\n[alone] A.")


def test_the_verdict_is_favored_over_the_answer_that_leads_by_strength() -> None:
    result = evaluate(HIRE).questions["who"]
    assert (result.verdict, result.leader) == ("ada", "ben")
    assert favored(result) == "ada"


def test_where_there_are_questions_they_and_their_answers_are_concluded() -> None:
    assert conclusions(HIRE) == ["who", "when"]
    assert concluded(HIRE) == ["ada", "ben", "now"]


def test_else_the_main_claims_are() -> None:
    assert conclusions(DEBATE) == concluded(DEBATE) == ["top", "other"]
