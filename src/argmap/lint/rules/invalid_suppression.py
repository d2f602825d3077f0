"""A comment that was meant to silence something and cannot.

What it does
    Finds a comment that begins with `// argmap:` and does not read, one that names a rule that
    does not exist, and one that names something that cannot be silenced: errors of the language
    and findings about such comments.

Why it is bad
    It silences nothing, and looks as if it did. There is no form that silences all rules.

Example
    // argmap: ignore[isolated-clam] it will be linked later
    [move] We should move.

Use instead
    [move] We should move.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint import registry
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.lint.settings import guess
from argmap.lint.suppressions import Named
from argmap.syntax.messages import LANGUAGE_ERRORS

RULE = Rule("ARG903", "invalid-suppression", "warning", of_comments=True)

_FORM = "`// argmap: ignore[rule-name] why`"


def check(context: Context) -> Iterator[Diagnostic]:
    """Each comment that does not read, and each name that cannot be silenced."""
    for one in context.suppressions:
        if not one.reads:
            yield RULE.found(
                one.span,
                "this does not read, so it silences nothing",
                f"write {_FORM}, or `file-ignore` for the whole file; each rule is named",
            )
        for name in one.names if one.reads else ():
            if name.code is None:
                yield _unknown(name)
            elif registry.rule(name.code).rule.of_comments:
                yield RULE.found(
                    name.span,
                    f"`{name.written}` cannot be silenced in a file",
                    "mend the comment that it is about, or turn the rule off in argmap.toml",
                )


def _unknown(name: Named) -> Diagnostic:
    if any(name.written in (error.code, error.name) for error in LANGUAGE_ERRORS):
        return RULE.found(
            name.span,
            f"`{name.written}` is an error and cannot be silenced",
            "mend what it is about",
        )
    near = guess(name.written)
    mend = f"did you mean `{near}`?" if near else "`argmap rule` lists the rules"
    return RULE.found(name.span, f"no rule is called `{name.written}`", mend)
