"""A project's own schemes: what is read, and what is said where it cannot be."""

from __future__ import annotations

import pytest

from argmap.config import Config, read_config
from argmap.schemes import known_schemes, no_scheme
from argmap.schemes.read import is_name

SOUND = """\
[schemes.field-test]
title = "Argument from a field test"
about = "What worked   in a field test will work in use."
conclusion = "{product} will work in use."
references = ["The house rules"]
aliases = ["trial"]
example = '''
[a] A.
  +(field-test) [b] B.
'''

[schemes.field-test.premises]
test = "{product} worked in {trial}."
likeness = "{trial} was like real use."

[schemes.field-test.questions]
fair = { asks = "Who ran {trial}?", challenges = "test" }
season = { asks = "Was it winter?", challenges = "step" }
"""


def mistakes(text: str) -> list[str]:
    found = read_config("argmap.toml", text)
    assert isinstance(found, tuple)
    return [str(one) for one in found]


def test_a_scheme_is_read() -> None:
    config = read_config("argmap.toml", SOUND)
    assert isinstance(config, Config)
    (scheme,) = config.schemes
    assert scheme.title == "Argument from a field test"
    assert scheme.about == "What worked in a field test will work in use."
    assert scheme.roles == ("test", "likeness", "fair", "season")
    assert [question.challenges for question in scheme.questions] == ["test", "step"]
    assert scheme.example == "[a] A.\n  +(field-test) [b] B.\n"
    known = known_schemes(config.schemes)
    assert known["field-test"] is known["trial"] is scheme
    assert known["sign"].name == "sign"


def test_a_scheme_of_the_project_goes_before_one_of_the_catalogue() -> None:
    text = SOUND.replace("[schemes.field-test", "[schemes.sign").replace("trial", "authority")
    config = read_config("argmap.toml", text)
    assert isinstance(config, Config)
    known = known_schemes(config.schemes)
    assert known["sign"] is known["authority"] is config.schemes[0]
    assert known["expert-opinion"].name == "expert-opinion"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("[schemes.field-test]", "[schemes.field-test]\nabuot = 1", 2, "has no field `abuot`; did"),
        ("conclusion =", "# conclusion =", 1, "has no `conclusion`; say what follows"),
        (
            'about = "What',
            'about = ""\ntitel = "What',
            4,
            "has no field `titel`; did you mean `tit",
        ),
        ('challenges = "test"', 'challenges = "tests"', 17, "no premise of the scheme; did you"),
        (', challenges = "step"', "", 18, "`season` has no `challenges`; name what it casts"),
        ('asks = "Was', 'ask = "Was', 18, "`season` has no field `ask`; did you mean `asks`?"),
        ("fair = {", "test = {", 17, "`test` is a premise already; give the question another"),
        ("fair = {", '"fair play" = {', 17, "`fair play` cannot name a question: a name is"),
        ("likeness =", "step =", 14, "a premise cannot be called `step`"),
        ("likeness =", "like_ness =", 14, "`like_ness` cannot name a premise: a name is words"),
        ('"{trial} was like real use."', "3", 14, "`likeness` must be a text in quotes"),
        ('["trial"]', '["field-test"]', 6, "`field-test` is a name of `field-test` already"),
        ('["trial"]', '"trial"', 6, "`aliases` must be a list of texts"),
        ('["The house rules"]', "[1]", 5, "`references` must be a list of texts"),
        ("example = '''", "example = 3\nx = '''", 7, "`example` must be a text in quotes"),
    ],
)
def test_mistakes(old: str, new: str, line: int, said: str) -> None:
    assert SOUND.count(old) == 1
    found = mistakes(SOUND.replace(old, new))
    assert any(one.startswith(f"argmap.toml:{line}: ") and said in one for one in found), found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'schemes = ["a"]',
            "argmap.toml:1: `schemes` must be tables, such as [schemes.our-scheme]",
        ),
        ("schemes.a = 3", "argmap.toml:1: `a` must be a table of title, about, premises, concl"),
        (
            '[schemes.a]\nabout = "A."\nconclusion = "C."\n',
            "argmap.toml:1: the scheme `a` needs `premises`: a table of name",
        ),
        (
            '[schemes.a]\npremises = []\nabout = "A."\nconclusion = "C."',
            "argmap.toml:2: the scheme",
        ),
        (
            '[schemes."a b"]\nabout = "A."\nconclusion = "C."\npremises.p = "P."\n',
            "argmap.toml:1: `a b` cannot name a scheme",
        ),
    ],
)
def test_a_single_mistake(text: str, said: str) -> None:
    (found,) = mistakes(text)
    assert found.startswith(said)


def test_names() -> None:
    good = ("sign", "a-b", "2-person", "Größe", "論証", "क्षेत्र")
    bad = ("a_b", "a b", "-a", "a-", "a--b", "7", "1-2", "a.b", "e\u0301", "\u0301a", "")
    assert all(map(is_name, good))
    assert not any(map(is_name, bad))


def test_a_scheme_that_there_is_not() -> None:
    assert no_scheme("expert-opinon").endswith("did you mean `expert-opinion`?")
    assert no_scheme("xyz").endswith("`argmap scheme` lists them all")
