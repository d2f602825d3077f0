"""A quotation of a source is found however it is set, and one that is not is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.quotations.verify import Verdict, verify

from .texts import MINUTES, TEXTS, UNSPACED, finder, reset, words

FINDERS = {name: finder(text) for name, text in TEXTS.items()}
LONG = " ".join(f"w{n * 7919 % 10_007} der {'und ' * (n % 3)}" for n in range(4000))
"""A source of several blocks, no passage of which stands in it twice."""


def judged(quotation: str, source: str = MINUTES) -> Verdict:
    return verify(finder(source), quotation)


@st.composite
def passage(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and a passage of it that has a word in it."""
    name = draw(st.sampled_from(sorted(TEXTS)))
    text = TEXTS[name]
    if name in UNSPACED:
        start = draw(st.integers(0, len(text) - 2))
        cut = text[start : draw(st.integers(start + 1, len(text)))]
    else:
        pieces = words(text)
        start = draw(st.integers(0, len(pieces) - 1))
        cut = " ".join(pieces[start : draw(st.integers(start + 1, len(pieces)))])
    if not any(character.isalnum() for character in cut):
        cut = text
    return name, cut


@given(st.data())
def test_any_passage_of_any_source_is_found(data: st.DataObject) -> None:
    name, cut = data.draw(passage())
    verdict = verify(FINDERS[name], cut)
    assert verdict.status == "exact"
    start, end = FINDERS[name].span(verdict.hits[0])
    ours, theirs = "".join(cut.split()), "".join(TEXTS[name][start:end].split())
    assert theirs.casefold() in ours.casefold()


@given(st.data())
def test_a_quotation_may_be_set_in_another_way_than_its_source(data: st.DataObject) -> None:
    name, cut = data.draw(passage())
    assert verify(FINDERS[name], data.draw(reset(cut))).status == "exact"


@given(st.data())
def test_a_source_may_be_set_in_another_way_than_what_is_quoted(data: st.DataObject) -> None:
    name, cut = data.draw(passage())
    text = data.draw(reset(TEXTS[name].replace("\n", " ")))
    assert verify(finder(text), cut).status == "exact"


@given(st.data())
def test_a_passage_with_a_changed_word_is_not_found(data: st.DataObject) -> None:
    name, cut = data.draw(passage())
    pieces = [cut] if name in UNSPACED else cut.split()
    at = data.draw(st.integers(0, len(pieces) - 1))
    letters = [n for n, one in enumerate(pieces[at]) if one.isalnum()]
    if not letters:
        return
    n = data.draw(st.sampled_from(letters))
    pieces[at] = f"{pieces[at][:n]}ж{pieces[at][n + 1 :]}"
    verdict = verify(FINDERS[name], " ".join(pieces))
    assert verdict.status == "absent"


@given(st.data())
def test_a_passage_without_one_of_its_words_is_not_found(data: st.DataObject) -> None:
    pieces = [one for one in words(MINUTES.replace("–", "")) if any(map(str.isalnum, one))]
    start = data.draw(st.integers(0, len(pieces) - 7))
    end = data.draw(st.integers(start + 7, len(pieces)))
    gone = data.draw(st.integers(start + 3, end - 4))
    cut = " ".join((*pieces[start:gone], *pieces[gone + 1 : end]))
    assert verify(FINDERS["english"], cut).status in ("absent", "disordered")


@given(st.data())
def test_an_omission_stands_for_any_gap(data: st.DataObject) -> None:
    pieces = words(MINUTES)
    places = sorted(data.draw(st.sets(st.integers(0, len(pieces)), min_size=4, max_size=8)))
    kept = [
        " ".join(pieces[start:end])
        for start, end in zip(places[::2], places[1::2], strict=False)
        if any(one.isalnum() for one in " ".join(pieces[start:end]))
    ]
    mark = data.draw(st.sampled_from([" … ", " [...] ", " (…) ", " ... ", " . . . ", " […] "]))
    assert verify(FINDERS["english"], mark.join(kept)).status in ("exact", "empty")


LONG_FINDER = finder(LONG)


@given(st.integers(0, len(LONG) - 60), st.integers(60, 9000))
def test_a_long_source_is_searched_as_a_short_one(start: int, length: int) -> None:
    cut = " ".join(LONG[start : start + length].split()[1:-1])
    verdict = verify(LONG_FINDER, cut)
    assert verdict.status == "exact"
    first, last = LONG_FINDER.span(verdict.hits[0])
    assert " ".join(LONG[first:last].split()) == cut
    assert verify(LONG_FINDER, f"{cut} жжж").status == "absent"


def test_passages_over_the_seams_of_blocks_are_found() -> None:
    words_, at = LONG.split(), 0
    starts = LONG_FINDER.index.starts[1:]
    assert len(starts) > 5
    for number, word in enumerate(words_):
        if starts and at > starts[0]:
            starts.pop(0)
            for before in range(4):
                for after in range(1, 5):
                    cut = " ".join(words_[number - 1 - before : number + after])
                    assert verify(LONG_FINDER, cut).status == "exact", cut
                    assert verify(LONG_FINDER, cut.upper()).status == "drift", cut
        at = LONG.index(word, at) + len(word)
    assert not starts


@given(st.text(), st.text())
def test_any_text_is_looked_up_in_any(source: str, quotation: str) -> None:
    verdict = verify(finder(source), quotation)
    if verdict.holds and verdict.status != "empty":
        assert verdict.hits


@pytest.mark.parametrize(
    "quotation",
    [
        "the opening of the bridge",
        "The steel for its northern arch",
        "“The opening of the bridge is put off until spring.”",
        "[T]he steel for its northern arch",
        "[t]he contractor apologised",
        "The contractor apologised, and will pay for the ferry 'as long as it takes'",
        "the ferryman’s own",
        "well-\nkept boat",
        "3—4 % more",
        "from six to midnight -- on Sundays",
        "[The firm] apologised, and will pay for [it] “as long as it takes”",
        "the steel for its [...] arch",
        "Nothing else was decided …",
        "… Nothing else was decided",
        "at 19:30",
        "is put off until [S]pring",
        "is put off ⋯ has not come",
    ],
)
def test_holds_word_for_word(quotation: str) -> None:
    assert judged(quotation).status == "exact"


@pytest.mark.parametrize(
    ("quotation", "kinds"),
    [
        ("the opening of the Bridge", {"capitals"}),
        ("THE FERRY CARRIES", {"capitals"}),
        ("put off, until spring", {"marks"}),
        ("its northern arch has not come, The contractor", {"marks"}),
        ("nothing-else was decided", {"marks"}),
        ("a wellkept boat", {"marks"}),
        ("its north ern arch", {"spaces"}),
        ("the ferry carries 1,500 people á day", {"accents"}),
        ("the ferrymans own", {"marks"}),
    ],
)
def test_small_differences_are_drift(quotation: str, kinds: set[str]) -> None:
    verdict = judged(quotation)
    assert (verdict.status, set(verdict.kinds)) == ("drift", kinds)


@pytest.mark.parametrize(
    "quotation",
    [
        "The ferry carries 1500 people",
        "The ferry carries 1.500 people",
        "it needs £45 a head",
        "it needs $4.5 a head",
        "it needs 4.5 a head",
        "34 % more than last year",
        "at 1930",
        "the opening of the bridges",
        "The bridge is not put off",
        "The contractor apologizes",
        "the 2 of April",
    ],
)
def test_a_letter_a_digit_or_a_symbol_is_no_small_difference(quotation: str) -> None:
    assert judged(quotation).status == "absent"


@pytest.mark.parametrize(
    ("source", "quotation", "status"),
    [
        ("The oﬃcer ﬁnds ﬂour", "the officer finds flour", "exact"),
        ("The officer finds flour", "the oﬃcer ﬁnds ﬂour", "exact"),
        ("ＡＢＣ １２３", "ABC 123", "exact"),
        ("It fell by -5 degrees", "by 5 degrees", "absent"),
        ("It fell by .5 degrees", "by 5 degrees", "absent"),
        ("an area of 10² m", "an area of 102 m", "absent"),
        ("the contract-\nor pays", "the contractor pays", "exact"),
        ("the contract\xad\nor pays", "the contractor pays", "exact"),
        ("the well-\nkept boat", "the well-kept boat", "exact"),
        ("the well-\nkept boat", "the wellkept boat", "exact"),
        ("1990-\n2000 was", "19902000 was", "absent"),
        ("*Never* again", "Never again", "exact"),
        ("a __very__ old boat", "a very old boat", "exact"),
        ("x*y is", "xy is", "drift"),
        ("die Straße", "die Strasse", "drift"),
        ("قال: ﻻ", "قال: لا", "exact"),
        ("l’œuvre d’un cœur", "l'oeuvre d'un coeur", "drift"),
        ("Aesop and Caesar", "Æsop and Cæsar", "drift"),
        ("كلمـــة طويلة", "كلمة طويلة", "exact"),
        ("قرأ كِتَاب", "كتاب", "drift"),
        ("می\u200cخواهم", "میخواهم", "exact"),
        ("a co\u200boper\u2060ation", "cooperation", "exact"),
        ("some 40,000 crowns", "some 40", "absent"),
        ("some 40,000 crowns", "some 40,", "absent"),
        ("some 40,000 crowns", "some 40,000", "exact"),
        ("some 40, 50 crowns", "some 40", "exact"),
        ("by 12.5 % in all", "5 % in all", "absent"),
        ("by 12.5 % in all", ".5 % in all", "absent"),
        ("by 12.5 % in all", "-12.5 % in all", "absent"),
        ("by 12.5 % in all", "12.5 % in all", "exact"),
        ("by 5 degrees", ".5 degrees", "absent"),
        ("by .5 degrees", ".5 degrees", "exact"),
        ("by .5 degrees", "5 degrees", "absent"),
        ("by -5 degrees", "5 degrees", "absent"),
        ("-5 degrees", "5 degrees", "absent"),
        ("by -.5 degrees", "5 degrees", "absent"),
        ("by −5 degrees", "-5 degrees", "exact"),
        ("in 1953-57 it", "57 it", "exact"),
        ("COVID-19 came", "19 came", "exact"),
        ("- 5 apples", "5 apples", "exact"),
        ("1\u202f250\u202f000 francs", "250 000 francs", "absent"),
        ("3/4 of it", "4 of it", "absent"),
        ("1’250 of it", "250 of it", "absent"),
        ("in 1953.2 Farmers left", "in 1953", "exact"),
        ("in 1953,12 farmers left", "in 1953", "exact"),
        ("he says “-5 degrees”", "5 degrees", "absent"),
        ("a 5 and -5 degrees, then 5 degrees", "5 degrees", "exact"),
    ],
)
def test_pairs(source: str, quotation: str, status: str) -> None:
    assert judged(quotation, source).status == status


def test_passages_out_of_order_are_told_apart_from_ones_that_are_not_there() -> None:
    assert judged("Nothing else was decided … put off until spring").status == "disordered"
    assert judged("Nothing else was decided … put off until summer").status == "absent"


@pytest.mark.parametrize("quotation", ["", "…", "[...]", "“”", " — "])
def test_a_quotation_without_a_word_holds(quotation: str) -> None:
    assert judged(quotation).status == "empty"


@pytest.mark.parametrize("source", ["", " ", "\n\n", "—", "\u200b" * 9000])
def test_a_source_without_a_word_has_nothing(source: str) -> None:
    verdict = judged("put off", source)
    assert (verdict.status, verdict.nearest) == ("absent", None)


def test_the_nearest_passage_is_the_one_with_most_of_the_words() -> None:
    noise = "The ferry of the council is put off until the steel for the bridge has come. " * 2000
    verdict = judged("the steel for its southern arch has not come", noise + MINUTES + noise)
    assert verdict.nearest is not None
    said = " ".join(token.raw for token in verdict.nearest.source)
    assert said == "the steel for its northern arch has not come"
    (change,) = verdict.nearest.changes
    assert verdict.nearest.quoted[change.first].raw == "southern"


def test_a_difference_far_on_in_a_long_passage_is_shown() -> None:
    pieces = LONG.split()
    for at in (0, 399, 400, 1999):
        said = pieces[:2000]
        said[at] = "Brücke"
        verdict = judged(" ".join(said), LONG)
        assert verdict.nearest is not None
        (change,) = verdict.nearest.changes
        near = verdict.nearest
        assert [one.text for one in near.quoted[change.first : change.last]] == ["Brücke"]
        assert [one.text for one in near.source[change.other_first : change.other_last]] == [
            pieces[at]
        ]


def test_thousands_of_omissions_are_looked_up_in_order() -> None:
    pieces = [one for one in LONG.split() if one[-1].isdigit()][:2000]
    assert judged(" … ".join(pieces), LONG).status == "exact"
    pieces[400], pieces[401] = pieces[401], pieces[400]
    verdict = judged(" … ".join(pieces), LONG)
    assert (verdict.status, verdict.missing and verdict.missing.texts) == (
        "disordered",
        [pieces[401]],
    )


def test_the_nearest_passage_has_whole_numbers() -> None:
    source = "The cost was 1.234,56 € on the 3rd."
    for quotation, there in (("234,56 €", "1.234,56 €"), ("cost was 1.234", "cost was 1.234,56")):
        verdict = judged(quotation, source)
        assert verdict.nearest is not None
        row = verdict.nearest.source
        assert source[row[0].start : row[-1].end] == there


def test_a_source_full_of_parts_of_a_number_is_searched_in_bounded_time() -> None:
    assert judged("5", "1,5 " * 30_000).status == "absent"


def test_a_word_far_off_is_no_part_of_the_nearest_passage() -> None:
    nearest = judged("the Northe arch has not come in").nearest
    assert nearest is not None
    assert " ".join(token.raw for token in nearest.source) == "its northern arch has not come ."


def test_many_words_that_are_everywhere_are_looked_up_in_bounded_time() -> None:
    source = "a b " * 200_000
    assert judged("a b " * 500, source).status == "exact"
    assert judged("a b " * 500 + "c", source).status == "absent"
    assert judged("b b", source).status == "absent"


def test_a_word_longer_than_a_block_is_found() -> None:
    source = f"before {'x' * 20_000} after {MINUTES}"
    assert judged(f"{'x' * 20_000} after", source).status == "exact"
    assert judged("after Minutes of the council", source).status == "exact"
