"""Reads PDF: its text, page by page, with the numbers that are printed on the pages.

A PDF knows where letters stand and not what a word, a line or a paragraph is; where these end is
worked out from the places, so the spaces are a guess.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from argmap.quotations.decode import Unreadable, without_controls
from argmap.quotations.running import without_running
from argmap.quotations.text import Page, SourceText

_HEAD = b"%PDF-"
_WITHIN = 1024
"""How far from the beginning of a file the head may stand."""
_ANEW = "fetch it again, or open it in a PDF viewer and print it to a new PDF"


def read(data: bytes) -> SourceText | Unreadable:
    """The text of a PDF. Raises ModuleNotFoundError if what deciphers it is not installed."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # it tells of all that it mends
    if _HEAD not in data[:_WITHIN]:
        return Unreadable(
            "it is no PDF, whatever its name says",
            "fetch it again, or name it by what it is: .html, .md or .txt",
        )
    number = 0
    try:
        reader = PdfReader(BytesIO(data))
        count = len(reader.pages)
        texts: list[str] = []
        for number in range(1, count + 1):
            texts.append(_clean(reader.pages[number - 1].extract_text()))
        if not any(text.strip() for text in texts):
            return _without_text(reader)
        number = 0
        return _joined(texts, reader.page_labels)
    except FileNotDecryptedError:
        return Unreadable(
            "it opens with a password only",
            "save a copy without the password, such as with "
            "`qpdf --decrypt --password=… FILE COPY`, and name that",
        )
    except DependencyError as error:
        raise ModuleNotFoundError(str(error), name="cryptography") from error
    except LimitReachedError as error:
        return Unreadable(
            f"{_part(number)} is larger than its reader allows ({_said(error)})", _ANEW
        )
    except PyPdfError as error:
        return Unreadable(f"{_part(number)} is damaged ({_said(error)})", _ANEW)
    except RecursionError:
        return Unreadable(f"{_part(number)} is damaged (its parts contain each other)", _ANEW)


def _part(number: int) -> str:
    return f"page {number:,}" if number else "it"


def _said(error: PyPdfError) -> str:
    return str(error).rstrip(".")


def _clean(text: str) -> str:
    """A text without what is no character, its lines ended by LF."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    return without_controls(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _without_text(reader: PdfReader) -> Unreadable:
    if not reader.pages:
        return Unreadable("it has no pages", _ANEW)
    if any(page.images.keys() for page in reader.pages):
        return Unreadable(
            "it has pictures of pages and no text",
            "have its text recognized (OCR), such as with `ocrmypdf FILE COPY`, and name the copy",
        )
    return Unreadable("there is no text in it", "name a file that has the words")


def _joined(texts: Sequence[str], labels: Sequence[str]) -> SourceText:
    """The pages one after the other, so that what goes on from one to the next is in one piece;
    behind the last, what runs along their edges."""
    names = [
        (str(number), label) if label and label != str(number) else (str(number),)
        for number, label in enumerate(labels, 1)
    ]
    bodies, running = without_running(texts, names)
    pages: list[Page] = []
    at = 0
    for body, called in zip(bodies, names, strict=True):
        pages.append(Page(at, at + len(body), called))
        at += len(body) + 1
    return SourceText(
        "\f".join((*bodies, *running)),
        tuple(pages),
        blocks=(),
        line_numbers=(),
        loose_spaces=True,
    )
