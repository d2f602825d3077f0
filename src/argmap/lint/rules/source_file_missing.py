"""A source whose file is not there.

What it does
    Finds a source with a `file:` that does not exist, or is a folder, a pipe or a device. The path
    counts from the folder of the map.

Why it is bad
    Nothing that is quoted from it can be checked, by argmap or by a reader.

Example
    @minutes Minutes of the council  {file: minuets.txt}

    [late] The bridge opens late.  @minutes

Use instead
    @minutes Minutes of the council  {file: minutes.txt}

    [late] The bridge opens late.  @minutes
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.lint.context import Context
from argmap.lint.rule import Rule

RULE = Rule("ARG503", "source-file-missing", "error")


def check(context: Context) -> Iterator[Diagnostic]:
    """Each file that is not there."""
    for source, at, file in context.source_files:
        name = source.id.rpartition("/")[2]
        if file.trouble in ("folder", "device"):
            of = "in it" if file.trouble == "folder" else "of its text"
            what = f"cannot use `{file.path}` for `@{name}`: {file.reason}, not a file"
            yield RULE.found(at, what, f"name a file {of}")
        if file.trouble != "missing":
            continue
        if "://" in file.path:
            mend = "write `url:` for an address, and `file:` for a copy of it in the project"
        elif file.near is not None:
            mend = f"did you mean `{file.near}`?"
        else:
            mend = "the path counts from the folder of this map"
        yield RULE.found(at, f"cannot find `{file.path}` for `@{name}`: {file.reason}", mend)
