"""Arguments as code: write an argument as plain text, have it checked and drawn.

    >>> import argmap
    >>> result = argmap.parse("The bridge should open.\\n  + The detour costs an hour a day.")
    >>> result.ok, len(result.map.claims), len(result.map.steps)
    (True, 2, 1)
    >>> argmap.check(result)
    ()

What is named here is the public library; all else may change. It is loaded when it is first used,
so that the command line starts fast.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in `typing`, which a start should not have to load
if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic, Edit, Fix, Related
    from argmap.extras import MissingExtra
    from argmap.library import (
        CannotRead,
        Result,
        check,
        load,
        parse,
        read,
        write,
    )
    from argmap.model import (
        ArgumentMap,
        Attribute,
        Citation,
        Claim,
        Contradiction,
        Import,
        Note,
        Question,
        Role,
        Section,
        Source,
        Step,
    )
    from argmap.render.picture import render
    from argmap.semantics.evaluate import UnknownClaim, evaluate
    from argmap.semantics.evaluation import (
        AnswerResult,
        ClaimResult,
        Evaluation,
        QuestionResult,
        Reason,
    )
    from argmap.source import Span

__all__ = [
    "AnswerResult",
    "ArgumentMap",
    "Attribute",
    "CannotRead",
    "Citation",
    "Claim",
    "ClaimResult",
    "Contradiction",
    "Diagnostic",
    "Edit",
    "Evaluation",
    "Fix",
    "Import",
    "MissingExtra",
    "Note",
    "Question",
    "QuestionResult",
    "Reason",
    "Related",
    "Result",
    "Role",
    "Section",
    "Source",
    "Span",
    "Step",
    "UnknownClaim",
    "check",
    "evaluate",
    "load",
    "parse",
    "read",
    "render",
    "write",
]

_HOMES = {
    "argmap.library": (
        "CannotRead",
        "Result",
        "check",
        "load",
        "parse",
        "read",
        "write",
    ),
    "argmap.diagnostics": ("Diagnostic", "Edit", "Fix", "Related"),
    "argmap.extras": ("MissingExtra",),
    "argmap.semantics.evaluate": ("UnknownClaim", "evaluate"),
    "argmap.semantics.evaluation": (
        "AnswerResult",
        "ClaimResult",
        "Evaluation",
        "QuestionResult",
        "Reason",
    ),
    "argmap.source": ("Span",),
}


def __getattr__(name: str) -> object:
    """A public name, from the module that has it."""
    if name not in __all__:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - not at every start

    if name == "render":  # the package, which can be called
        return import_module("argmap.render")
    homes = (home for home, names in _HOMES.items() if name in names)
    return getattr(import_module(next(homes, "argmap.model")), name)
