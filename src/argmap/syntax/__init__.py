"""From text to Document, and from a Document to its canonical text."""

from argmap.syntax.document import FILE, Cite, Document, Entry, Name, Pair, Qualifier, Tag, Written
from argmap.syntax.format import format_document
from argmap.syntax.markers import FORMS, Form, Kind
from argmap.syntax.parse import Parsed, parse, parse_bytes

__all__ = [
    "FILE",
    "FORMS",
    "Cite",
    "Document",
    "Entry",
    "Form",
    "Kind",
    "Name",
    "Pair",
    "Parsed",
    "Qualifier",
    "Tag",
    "Written",
    "format_document",
    "parse",
    "parse_bytes",
]
