"""Ids come from content, so an edit elsewhere leaves them as they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model.naming import id_from_text, step_id
from argmap.syntax.ids import is_id
from argmap.workspace import load_text

MAP = """[top] The bridge should open.
  + The detour costs an hour.
    ! [ferry] The ferry takes the trucks.
      ! But not in winter.
  & Hours matter.
  - Two piers have cracks.
"""


def ids(text: str) -> tuple[set[str], set[str]]:
    loaded = load_text(text, "x.arg")
    assert loaded.diagnostics == ()
    return {c.id for c in loaded.map.claims}, {s.id for s in loaded.map.steps}


def test_an_edit_elsewhere_changes_no_id() -> None:
    claims, steps = ids(MAP)
    before = "# T\n@s S\n[new] New.\n  + Another.\n    ! Cut.\n\n"
    more_claims, more_steps = ids(before + MAP + "\n[last] Last.\n  - [ferry]\n")
    assert claims < more_claims
    assert steps < more_steps


def test_the_order_of_premises_makes_no_difference() -> None:
    assert step_id("support", ("b", "a"), "c") == step_id("support", ("a", "b"), "c")


@given(st.text(max_size=200))
def test_any_text_makes_an_id(text: str) -> None:
    made = id_from_text(text)
    assert made.startswith("~")
    assert is_id(made[1:]), made
    assert len(made) < 60


@given(st.lists(st.sampled_from(["A b.", "The a b.", "a b 2", "A b", "x"]), max_size=12))
def test_made_ids_are_unique(texts: list[str]) -> None:
    loaded = load_text("".join(f"{text}\n" for text in texts), "x.arg")
    assert len({claim.id for claim in loaded.map.claims}) == len(texts)
