"""Writes schemes as Markdown: a page each, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from argmap.schemes.catalogue import GROUPS, SCHEMES
from argmap.schemes.scheme import CONCLUSION, STEP, Question, Scheme

_WIDTH = 98


def one_scheme(scheme: Scheme, example: str = "") -> str:
    """The page of a scheme; `example` is a map to show where it has none of its own."""
    return "\n".join([f"# {scheme.name}", "", *_page(scheme, scheme.example or example)]) + "\n"


def _page(scheme: Scheme, example: str) -> Iterator[str]:
    yield _wrapped(f"{scheme.title}. {scheme.about}")
    if scheme.aliases:
        yield from ("", _wrapped(f"Also called {', '.join(f'`{a}`' for a in scheme.aliases)}."))
    yield from ("", "## Premises", "")
    for premise in scheme.premises:
        yield _item(f"`{premise.name}`: {premise.text}")
    yield from ("", _wrapped(f"Conclusion: {scheme.conclusion}"))
    if scheme.questions:
        yield from ("", "## Critical questions", "")
        for question in scheme.questions:
            yield _item(f"`{question.name}`, {_about(question)}: {question.text}")
    if example:
        yield from ("", "## Example", "", f"```arg\n{example.strip()}\n```")
    if scheme.references:
        yield from ("", "## References", "")
        yield from (_item(f"{reference}.") for reference in scheme.references)


def _about(question: Question) -> str:
    if question.challenges in (STEP, CONCLUSION):
        return f"of the {question.challenges}"
    return f"of `{question.challenges}`"


def _wrapped(text: str) -> str:
    return fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _item(text: str) -> str:
    return fill(
        f"- {text}",
        _WIDTH,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def all_schemes() -> str:
    """The page that lists the catalogue."""
    out = [
        "# Argument schemes",
        "",
        _wrapped(
            f"The {len(SCHEMES)} patterns of argument that argmap knows. Each has a page, which "
            "`argmap scheme NAME` shows as well: its premises, the critical questions that test "
            "it, and an example. [Argument schemes](../schemes.md) says how to use them, and how "
            "to add your own."
        ),
    ]
    for group, schemes in GROUPS.items():
        out += ["", f"## {group}", "", "| scheme | what it argues | also called |", "|---|---|---|"]
        for scheme in schemes:
            aliases = ", ".join(f"`{alias}`" for alias in scheme.aliases)
            out.append(f"| [{scheme.name}]({scheme.name}.md) | {scheme.about} | {aliases} |")
    return "\n".join(out) + "\n"


def pages() -> dict[str, str]:
    """All pages, by file name."""
    return {
        "README.md": all_schemes(),
        **{f"{scheme.name}.md": one_scheme(scheme) for scheme in SCHEMES},
    }
