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
    (b"From: <Saved by ", "a web archive (MHTML)"),
    (b"bplist00", "a web archive of Safari"),
)
_PLAIN = """
utf-8 gb18030 euc_jp iso2022_jp koi8-r koi8-u mac-roman mac-cyrillic cp866 cp874 cp932
cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10
iso8859-13 iso8859-14 iso8859-15 iso8859-16
"""
_ON_THE_WEB = {
    **{name: name for name in _PLAIN.split()},
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""What the encodings that a page may declare are taken for, after the Encoding Standard of the
web: often not for what their name says."""


def decode(data: bytes, declared: str | None = None) -> str | Unreadable:
    """The characters of a text file, its lines ended by LF.

    The encoding is the one of its byte-order mark, else the declared one, else UTF-8; a declared
    one is what a browser takes it for.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _as(
                data[len(mark) :], name, name.upper().removesuffix("-LE").removesuffix("-BE")
            )
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), None)
    if kind is not None or b"\0" in data:
        return Unreadable(
            f"it is {kind or 'no text: it has NUL bytes'}",
            "save its text as a file of its own, as .txt, .md or .html, or name the PDF",
        )
    if declared is None:
        return _as(data, "utf-8")
    meant = _meant(declared)
    return meant if isinstance(meant, Unreadable) else _as(data, meant, declared)


def decode_html(data: bytes) -> str | Unreadable:
    """The characters of an HTML file, which may declare its encoding."""
    return decode(data, declared_charset(data))


def _meant(declared: str) -> str | Unreadable:
    """The encoding in which a browser reads a page that declares one."""
    try:
        name = codecs.lookup(declared.lower().removeprefix("x-").replace("windows-", "cp")).name
        return _ON_THE_WEB[name]
    except LookupError:
        return Unreadable(f"it declares the unknown encoding `{declared}`", "save it as UTF-8")


def _as(data: bytes, name: str, called: str = "UTF-8") -> str | Unreadable:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Unreadable(
            f"it is not {called}: byte 0x{data[error.start]:02X} on line {line:,} "
            "belongs to no character",
            "save it as UTF-8"
            if called.startswith("UTF-")
            else "declare its true encoding, or save it as UTF-8",
        )
    return without_controls(text.replace("\r\n", "\n").replace("\r", "\n"))


_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


def without_controls(text: str) -> str:
    """A text without the characters that neither show anything nor set words apart."""
    return _CONTROLS.sub("", text)


_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)


_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_PROLOGUE = 4096
"""In how many bytes at the beginning the encoding is declared; browsers look in 1,024."""


def declared_charset(data: bytes) -> str | None:
    """The encoding that the beginning of an HTML file declares."""
    match = _CHARSET.search(_COMMENT.sub(b"", data[:_PROLOGUE]))
    return (match[1] or match[2]).decode("ascii") if match else None
