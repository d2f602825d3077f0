"""From what a project and a call say to which rules run, and how grave their findings are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.config import Config, Override, PerFile, fits
from argmap.diagnostics import Severity, did_you_mean
from argmap.lint import registry

if TYPE_CHECKING:
    from argmap.schemes import Scheme

LONGEST_CLAIM = 100
"""How many words a claim may have, if nobody says otherwise."""


class Options(NamedTuple):
    """What single rules can be told.

    `tags` lists the tags that may be used, None if any may; `schemes` are the project's own
    argument schemes; `longest_claim` is in words; `today` is a date such as `2026-01-31`, empty if
    no one says what day it is.
    """

    tags: tuple[str, ...] | None = None
    schemes: tuple[Scheme, ...] = ()
    longest_claim: int = LONGEST_CLAIM
    today: str = ""


DEFAULTS = Options()


@dataclass(frozen=True, slots=True)
class Settings:
    """The rules that run, by code, and what else was settled."""

    enabled: tuple[str, ...]
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file: tuple[PerFile, ...] = ()
    options: Options = DEFAULTS

    def for_file(self, *names: str) -> Settings:
        """The same without the rules that are not to be applied to a file.

        `names` are the paths by which patterns may know it.
        """
        off: set[str] = set()
        for pattern, codes in self.per_file:
            if fits(pattern, *names):
                off.update(codes)
        if not off:
            return self
        return replace(self, enabled=tuple(code for code in self.enabled if code not in off))


class UnknownRule(NamedTuple):
    """A selector that no rule has: under which setting it was given, and what might be meant."""

    key: str
    selector: str
    guess: str | None

    def __str__(self) -> str:
        mend = f"did you mean `{self.guess}`?" if self.guess else "`argmap rule` lists them"
        return f"no rule is called `{self.selector}`; {mend}"


def default_codes() -> tuple[str, ...]:
    """The rules that run if nobody says otherwise."""
    return tuple(code for code in registry.MODULES if registry.rule(code).rule.default)


def settle(*layers: Config) -> Settings | tuple[UnknownRule, ...]:
    """What several places say together; a later one has the last word.

    Where `select` is given it starts afresh. Of two selectors in one place that fit a rule the
    longer one decides, and of equally long ones `ignore`.
    """
    unknown = tuple(wrong for layer in layers for wrong in _unknown(layer))
    if unknown:
        return unknown
    enabled = dict.fromkeys(default_codes())
    severity: dict[str, Severity] = {}
    options = Options()
    per_file: list[PerFile] = []
    for layer in layers:
        enabled = dict.fromkeys(_enabled(layer, enabled))
        for override in sorted(layer.severity, key=_reach):
            severity |= dict.fromkeys(codes_of(override.rule), override.severity)
        per_file += [
            PerFile(one.pattern, tuple(code for rule in one.rules for code in codes_of(rule)))
            for one in layer.per_file_ignores
        ]
        options = Options(
            options.tags if layer.tags is None else layer.tags,
            (*options.schemes, *layer.schemes),
            layer.longest_claim or options.longest_claim,
        )
    return Settings(tuple(enabled), severity, tuple(per_file), options)


def codes_of(selector: str) -> tuple[str, ...]:
    """The rules that a name, a code or the beginning of codes means."""
    if selector in registry.CODES:
        return (registry.CODES[selector],)
    if not selector.startswith("ARG"):
        return ()
    return tuple(code for code in registry.MODULES if code.startswith(selector))


def _reach(override: Override) -> int:
    """What holds for many rules comes before what holds for one."""
    return -len(codes_of(override.rule))


def _enabled(layer: Config, before: Iterable[str]) -> Iterator[str]:
    weights: list[tuple[str, int, bool]] = []  # code, how exactly it is meant, whether on
    for code in before if layer.select is None else ():
        weights.append((code, 0, True))
    for selectors, on in (
        (layer.select or (), True),
        (layer.extend_select, True),
        (layer.ignore, False),
    ):
        for selector in selectors:
            codes = codes_of(selector)
            exact = len(selector) if selector not in registry.CODES else len("ARG000")
            weights += [(code, exact, on) for code in codes]
    heaviest: dict[str, tuple[int, bool]] = {}
    for code, exact, on in weights:
        known = heaviest.get(code)
        if known is None or exact > known[0] or (exact == known[0] and not on):
            heaviest[code] = (exact, on)
    return (code for code in registry.MODULES if heaviest.get(code, (0, False))[1])


def _unknown(layer: Config) -> Iterator[UnknownRule]:
    given = (
        ("select", layer.select or ()),
        ("extend-select", layer.extend_select),
        ("ignore", layer.ignore),
        ("severity", [override.rule for override in layer.severity]),
        ("per-file-ignores", [rule for one in layer.per_file_ignores for rule in one.rules]),
    )
    for key, selectors in given:
        for selector in selectors:
            if not codes_of(selector):
                yield UnknownRule(key, selector, guess(selector))


def guess(selector: str) -> str | None:
    """The name or code of a rule that a wrong one was probably meant to be."""
    return did_you_mean(selector, (*registry.CODES, *registry.MODULES))
