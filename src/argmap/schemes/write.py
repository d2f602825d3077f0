"""Writes schemes as JSON, in the fields in which a project describes its own: see `read`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from json import dumps

from argmap.schemes.scheme import Scheme


def write_schemes(schemes: Iterable[Scheme]) -> str:
    """The schemes by their names, with a line break at the end."""
    tables = {scheme.name: _table(scheme) for scheme in schemes}
    return dumps({"schemes": tables}, ensure_ascii=False, indent=2) + "\n"


def _table(scheme: Scheme) -> Mapping[str, object]:
    return {
        "title": scheme.title,
        "about": scheme.about,
        "premises": {premise.name: premise.text for premise in scheme.premises},
        "conclusion": scheme.conclusion,
        "questions": {
            question.name: {"asks": question.text, "challenges": question.challenges}
            for question in scheme.questions
        },
        "example": scheme.example,
        "references": scheme.references,
        "aliases": scheme.aliases,
    }
