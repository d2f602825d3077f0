"""A source that has changed since it was quoted.

What it does
    Compares `sha256:` of a source with its file, and names the quotations that the file no longer
    has.

Why it is bad
    What was read then may not be what is there now. The claims that rest on it need another look.

Example
    @minutes Minutes of the council
      {file: minutes.txt, sha256: 0000000000000000000000000000000000000000000000000000000000000000}

    [late] The bridge opens late.
      > The opening of the bridge is put off until spring  @minutes

Use instead
    @minutes Minutes of the council
      {file: minutes.txt, sha256: 8464eb6fb22533b953f758f63ea92c2c9847ba3def185b5ac8b063adf4f68025}

    [late] The bridge opens late.
      > The opening of the bridge is put off until spring  @minutes

Reference
    `argmap source pin MAP` writes `sha256:` when all is well again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Related
from argmap.lint.context import Context
from argmap.lint.rule import Rule
from argmap.model import Source

if TYPE_CHECKING:
    from argmap.lint.quoting import Looked

RULE = Rule("ARG505", "source-changed", "warning")

_SHOWN = 8
"""How many quotations are shown at most."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Each source whose file is not the one that was quoted."""
    library = context.library
    if library is None:
        return
    for source in context.sources:
        pinned = next((one for one in source.attributes if one.key == "sha256"), None)
        digest = library.digest(source) if pinned is not None else None
        if pinned is None or digest is None or digest == str(pinned.value).lower():
            continue
        file = library.file(source)
        lost, quoted = _lost(context, source)
        if lost:
            many = f"{len(lost)} of its {quoted} quotations" if quoted > 1 else "its one quotation"
            said = f"{many} no longer hold{'' if quoted > 1 and len(lost) > 1 else 's'}"
            mend = "look them up anew; then `argmap source pin` writes the new `sha256:`"
        else:
            said = "its quotations still hold" if quoted else "nothing is quoted from it here"
            mend = "look at what changed; then `argmap source pin` writes the new `sha256:`"
        yield RULE.found(
            pinned.at,
            f"`{file.path if file else ''}` has changed since it was pinned; {said}",
            mend,
            related=tuple(Related(at.entry.focus, "no longer there") for at in lost[:_SHOWN]),
        )


def _lost(context: Context, source: Source) -> tuple[list[Looked], int]:
    quoted = [one for one in context.looked_up if one.source.id == source.id and one.verdict]
    return [one for one in quoted if one.verdict and not one.verdict.holds], len(quoted)
