"""Reads the documentation of a rule from its module's docstring, and writes it as Markdown.

The docstring is a title, then parts: a heading at the margin with an indented body below it. The
bodies of the two examples are maps.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent
from typing import NamedTuple

from argmap.lint import registry
from argmap.lint.rule import Loaded, Rule

_MAPS = ("Example", "Use instead")


class Doc(NamedTuple):
    """The documentation of a rule: its title, and its parts by heading."""

    title: str
    parts: tuple[tuple[str, str], ...]

    def part(self, heading: str) -> str:
        """The body of a part."""
        return dict(self.parts)[heading]


def read_doc(docstring: str) -> Doc:
    """The documentation in a docstring."""
    title, *lines = docstring.strip().split("\n")
    parts: list[tuple[str, list[str]]] = []
    for line in lines:
        if line and not line.startswith(" "):
            parts.append((line, []))
        elif parts:
            parts[-1][1].append(line)
    bodies = tuple((heading, dedent("\n".join(body)).strip("\n")) for heading, body in parts)
    return Doc(title, bodies)


def one_rule(loaded: Loaded) -> str:
    """The page of a rule."""
    rule, doc = loaded.rule, read_doc(loaded.doc)
    return "\n".join([f"# {rule.name} ({rule.code})", "", *_page(rule, doc)]) + "\n"


def _page(rule: Rule, doc: Doc) -> Iterator[str]:
    yield doc.title
    yield ""
    yield f"{_severity(rule)}."
    for heading, body in doc.parts:
        yield from ("", f"## {heading}", "")
        yield f"```arg\n{body}\n```" if heading in _MAPS else body


def _severity(rule: Rule) -> str:
    fix = f", with {'a safe' if rule.fix == 'safe' else 'an unsafe'} fix" if rule.fix else ""
    off = "" if rule.default else "; off unless it is selected"
    return f"{rule.severity.capitalize()}{fix}{off}"


GROUPS = {
    "ARG1": "Structure",
    "ARG2": "Consistency",
    "ARG3": "Support",
    "ARG4": "Text",
    "ARG5": "Sources",
    "ARG6": "Schemes",
    "ARG9": "Suppressions",
}
"""What rules are about, by how their codes begin."""


def all_rules() -> str:
    """The page that lists all rules."""
    out = [
        "# The rules of `argmap check`",
        "",
        "Each rule has a page, which `argmap rule NAME` shows as well. A rule can be named by its",
        "name, its code, or with others by the beginning of their codes. The errors of the",
        "language (`ARG0…`) are in [the language](../language.md); they cannot be turned off.",
    ]
    for group, about in GROUPS.items():
        out += ["", f"## {group}: {about.lower()}", "", "| code | rule | what it finds | |"]
        out.append("|---|---|---|---|")
        for code, name in registry.NAMES.items():
            if code.startswith(group):
                loaded = registry.rule(code)
                title = read_doc(loaded.doc).title.rstrip(".").replace("|", "\\|")
                told = _severity(loaded.rule).lower()
                out.append(f"| {code} | [{name}]({name}.md) | {title} | {told} |")
    return "\n".join(out) + "\n"


def pages() -> dict[str, str]:
    """All pages, by file name."""
    found = {f"{name}.md": one_rule(registry.rule(code)) for code, name in registry.NAMES.items()}
    return {"README.md": all_rules(), **found}
