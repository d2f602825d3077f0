"""`argmap rule`: what `argmap check` looks for, and why."""

from __future__ import annotations

from typing import Annotated

from argmap.cli import options
from argmap.cli.console import emit
from argmap.lint import registry
from argmap.lint.document import GROUPS, one_rule, read_doc
from argmap.lint.settings import guess
from argmap.lint.suppressions import code_of
from argmap.syntax.messages import LANGUAGE_ERRORS, LanguageError

EXAMPLES = (
    "argmap rule                   all rules, a line each",
    "argmap rule non-diagnostic    one of them, with an example",
    "argmap rule ARG304            the same",
)


def command(
    name: Annotated[
        str | None,
        options.Argument(
            metavar="[NAME]",
            help="A rule's name or code.",
            show_default=False,
            autocompletion=options.rules,
        ),
    ] = None,
) -> int:
    """Show what a rule looks for, why that is bad, and what to write instead.

    Without a name, all rules are listed; one marked with `-` is off unless it is selected.
    """
    if name is None:
        emit(_listed())
        return 0
    code = code_of(name)
    if code is not None:
        emit(one_rule(registry.rule(code)))
        return 0
    for error in LANGUAGE_ERRORS:
        if name in (error.code, error.name):
            emit(_of_language(error))
            return 0
    near = guess(name)
    hint = f"did you mean `{near}`?" if near else "`argmap rule` lists them all"
    raise options.BadParameter(f"no rule is called `{name}`; {hint}")


def _listed() -> str:
    lines: list[str] = []
    width = max(map(len, registry.CODES))
    for group, about in GROUPS.items():
        lines += ["", about] if lines else [about]
        for code, name in registry.NAMES.items():
            if code.startswith(group):
                loaded = registry.rule(code)
                mark = " " if loaded.rule.default else "-"
                title = read_doc(loaded.doc).title.rstrip(".")
                lines.append(f"{mark} {code}  {name:<{width}}  {title}")
    return "\n".join(lines) + "\n"


def _of_language(error: LanguageError) -> str:
    return (
        f"# {error.name} ({error.code})\n\n{error.summary[:1].upper()}{error.summary[1:]}.\n\n"
        f"{error.severity.capitalize()} of the language; it cannot be turned off. "
        "docs/language.md says what is right.\n"
    )
