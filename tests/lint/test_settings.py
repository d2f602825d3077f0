"""Which rules run: selection by name, code and prefix, in layers; severities; files left out."""

from __future__ import annotations

import pytest

from argmap.config import Config, Override, PerFile, fits
from argmap.lint import registry
from argmap.lint.settings import Settings, codes_of, default_codes, settle
from tests.lint.run import check, names, settings


def enabled(*layers: Config) -> set[str]:
    found = settle(*layers)
    assert isinstance(found, Settings)
    return {registry.NAMES[code] for code in found.enabled}


def test_selectors() -> None:
    assert codes_of("isolated-claim") == codes_of("ARG107") == ("ARG107",)
    assert set(codes_of("ARG9")) == {"ARG901", "ARG902", "ARG903"}
    assert len(codes_of("ARG")) == len(registry.MODULES)
    assert codes_of("") == codes_of("ARG0") == codes_of("isolated") == codes_of("107") == ()


def test_by_default() -> None:
    assert enabled() == {registry.NAMES[code] for code in default_codes()}
    assert "one-sided" not in enabled()


def test_select_starts_afresh() -> None:
    assert enabled(Config(select=("self-support",))) == {"self-support"}
    assert enabled(Config(select=())) == set()
    low, high = Config(ignore=("self-support",)), Config(select=("ARG101",))
    assert enabled(low, high) == {"self-support"}
    assert enabled(Config(select=("ARG101",)), Config(extend_select=("ARG102",))) == {
        "self-support",
        "self-attack",
    }


def test_the_exact_selector_decides_and_ignore_on_a_tie() -> None:
    assert enabled(Config(select=("ARG9",), ignore=("ARG902",))) == {
        "unused-suppression",
        "invalid-suppression",
    }
    assert enabled(Config(select=("ARG902",), ignore=("ARG9",))) == {"suppression-without-reason"}
    assert enabled(Config(select=("ARG902",), ignore=("suppression-without-reason",))) == set()


def test_what_no_rule_is_called() -> None:
    found = settle(Config(select=("self-suport",), severity=(Override("XYZ1", "info"),)))
    assert not isinstance(found, Settings)
    assert [str(one) for one in found] == [
        "no rule is called `self-suport`; did you mean `self-support`?",
        "no rule is called `XYZ1`; `argmap rule` lists them",
    ]


def test_severity() -> None:
    text = "[a] A.\n  + [a]\n"
    (found,) = check(text, severity=(Override("ARG101", "info"), Override("ARG1", "warning")))
    assert (found.name, found.severity) == ("self-support", "info")


@pytest.mark.parametrize(
    ("pattern", "name", "fitting"),
    [
        ("*.arg", "a/b.arg", True),
        ("b.arg", "a/b.arg", True),
        ("a", "a/b.arg", True),
        ("a/", "x/a/b.arg", True),
        ("a/*.arg", "a/b.arg", True),
        ("b", "a/b.arg", False),
        ("c/*.arg", "a/b.arg", False),
    ],
)
def test_patterns(pattern: str, name: str, fitting: bool) -> None:
    assert fits(pattern, name) is fitting


def test_per_file_ignores() -> None:
    found = settings(per_file_ignores=(PerFile("drafts/*", ("self-support",)),))
    assert "ARG101" in found.for_file("maps/a.arg").enabled
    assert "ARG101" not in found.for_file("drafts/a.arg").enabled


def test_longest_claim() -> None:
    text = f"[a] {'so ' * 30}on.\n  + [b] B.\n"
    assert names(check(text)) == []
    assert names(check(text, longest_claim=10)) == ["over-long-claim"]
