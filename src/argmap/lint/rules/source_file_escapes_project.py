"""A source whose file lies outside of the project.

What it does
    Finds a `file:` that leads out of the project: the nearest folder above the map with an
    argmap.toml, a pyproject.toml or a .git in it, else the map's own folder. Links are followed.

Why it is bad
    Others who have the project do not have the file. Nor should checking a map that someone else
    wrote read any file it likes; nothing outside is read.

Example
    @notes Notes of the mayor  {file: ../../../../../../../../../../etc/hosts}

    [late] The bridge opens late.  @notes

Use instead
    @minutes Minutes of the council  {file: minutes.txt}

    [late] The bridge opens late.  @minutes
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG504", "source-file-escapes-project", "error")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each file that is outside."""
    for _, at, file in context.source_files:
        if file.trouble == "outside":
            yield RULE.found(
                at,
                f"`{file.path}` lies outside of {file.reason}",
                "copy it into the project, and name the copy",
            )
