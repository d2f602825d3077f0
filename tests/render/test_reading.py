"""What a reader hears who does not see the picture."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

import argmap
from argmap.model import ArgumentMap
from argmap.render import RenderOptions, render_svg
from argmap.render.content import content_of
from argmap.render.look import look_of, quoted
from argmap.render.reading import Reading
from tests.render.made_maps import fan, maps
from tests.render.svg_reading import SVG, read

DEBATE = """# A debate

@log The keeper's log

? [q] Who was first?
  = [ann] Ann was first.
  = [bob] Bob was first.

[ann]
  + [seen] She was seen there
      at six in the evening.
  & [alone] Nobody else was there.
    - [crowd] A crowd was there.
  - [late] Her train came late.
    ! [watch] The station's clock is fast.
      ! [mended] It had been mended.  @log(p. 4)

[bob]
  +(weak) [says] He says so.
  + [ann]

[watch]
  ? [clock] Whose clock is it?

[crowd]
  >< [alone]
"""


def heard(map_: ArgumentMap, plain: bool = False) -> str:
    evaluation = None if plain else argmap.evaluate(map_)
    picture = render_svg(map_, RenderOptions(engine="tree"), evaluation)
    return read(picture.svg).root.findtext(f"{SVG}desc") or ""


HEARD = """\
Question: Who was first? Answers: “Ann was first”, which is contested; “Bob was first”, which is
contested. For “Ann was first”: “She was seen there at six in the evening” together with “Nobody
else was there”, which is contested. Against “Ann was first”: “Her train came late”. That “Her
train came late” bears on “Ann was first” is denied: “The station's clock is fast”. That “The
station's clock is fast” bears on this is denied in turn: “It had been mended”. For “Bob was
first”: “He says so” (weak); “Ann was first”. Against “Nobody else was there”: “A crowd was
there”, which is contested. Question about “The station's clock is fast”: Whose clock is it? No
answer is given. “A crowd was there” and “Nobody else was there” cannot both hold.
"""


def test_a_map_is_read_aloud() -> None:
    said = heard(argmap.parse(DEBATE).map)
    assert said.startswith(
        "An argument map of 9 claims, 7 steps. Open. Both answers are contested;"
    )
    assert said[said.index("Question:") :] == " ".join(HEARD.split())


def test_a_bare_argument_says_nothing_of_how_it_fares() -> None:
    said = heard(argmap.parse(DEBATE).map, plain=True)
    assert "Answers: “Ann was first”; “Bob was first”. For “Ann was first”: “She was" in said
    assert "stands" not in said
    assert "falls" not in said


def test_a_conclusion_is_stated_once() -> None:
    text = "[a] The roof leaks.\n  + [b] The floor is wet.\n\n[c] It will rain.\n"
    said = heard(argmap.parse(text).map)
    assert said.startswith(
        "An argument map of 3 claims, 1 step. “The roof leaks” stands, strength 0.62."
    )
    assert said.endswith(" For “The roof leaks”: “The floor is wet”. “It will rain” stands.")
    assert said.count("“The roof leaks” stands") == 1


def test_what_is_long_is_cut_short() -> None:
    said = heard(fan(5_000))
    assert said.count(";") == 12
    assert "; and 4,988 more." in said
    assert len(said) < 12_000
    assert said.endswith(" more claims.")


def test_a_source_has_its_title_and_not_its_id() -> None:
    svg = render_svg(
        argmap.parse(DEBATE).map, evaluation=argmap.evaluate(argmap.parse(DEBATE).map)
    ).svg
    assert "the source “The keeper's log” (moderate) backs it" in svg
    assert "@log" not in svg


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(map_=maps())
def test_every_claim_of_any_map_comes_up(map_: ArgumentMap) -> None:
    content = content_of(map_)
    reading = Reading(content, look_of(map_, content, None))
    said = " ".join(reading.sentences())
    assert reading.untold() == 0
    for claim in map_.claims:
        assert quoted(claim.text, 400) in said
    for contradiction in map_.contradictions:
        assert ("all hold" if len(contradiction.claims) > 2 else "both hold") in said
