"""From the bytes of a source to its characters. What cannot be read is said to be so: a guess at
the encoding would show up as quotations that are not there."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple


class Unreadable(NamedTuple):
    """Why a source cannot be read, as the end of a sentence, and what can be done about it."""

    reason: str
    mend: str


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, as Word and OpenDocument files are"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "compressed"),
)
_WINDOWS = frozenset({"latin-1", "iso8859-1", "ascii"})
"""What the web writes and does not mean: by its standard these names stand for windows-1252."""


def decode(data: bytes, declared: str | None = None) -> str | Unreadable:
    """The characters of a text file, its lines ended by LF.

    The encoding is the one of its byte-order mark, else the declared one, else UTF-8.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :], name)
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), None)
    if kind is not None or b"\0" in data:
        return Unreadable(
            f"it is {kind or 'no text: it has NUL bytes'}",
            "save its text as a file of its own, as .txt, .md or .html, or name the PDF",
        )
    return _as(data, declared or "utf-8")


def _as(data: bytes, name: str) -> str | Unreadable:
    try:
        codec = codecs.lookup(name).name
        text = data.decode("windows-1252" if codec in _WINDOWS else codec)
    except LookupError:
        return Unreadable(f"it declares the unknown encoding `{name}`", "save it as UTF-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        shown = {"utf-8": "UTF-8"}.get(name, name)
        return Unreadable(
            f"it is not {shown}: byte 0x{data[error.start]:02X} on line {line:,} "
            "belongs to no character",
            "save it as UTF-8" if name == "utf-8" else "declare its true encoding, or save it anew",
        )
    except ValueError:
        return Unreadable(f"`{name}` is no encoding of a text", "save it as UTF-8")
    return text.replace("\r\n", "\n").replace("\r", "\n")


_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)


def declared_charset(data: bytes) -> str | None:
    """The encoding that the beginning of an HTML file declares."""
    match = _CHARSET.search(data[:2048])
    return (match[1] or match[2]).decode("ascii") if match else None
