"""From a Document to the argument map."""

from argmap.model.map import (
    NO_SECTION,
    ArgumentMap,
    Attribute,
    Attributes,
    AttributeValue,
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
    value_of,
)

__all__ = [
    "NO_SECTION",
    "ArgumentMap",
    "Attribute",
    "AttributeValue",
    "Attributes",
    "Citation",
    "Claim",
    "Contradiction",
    "Import",
    "Note",
    "Question",
    "Role",
    "Section",
    "Source",
    "Step",
    "value_of",
]
