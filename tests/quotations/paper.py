"""Makes PDFs as the tests need them, sound or broken, with nothing but this module."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Objects = list[bytes]

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_WIDTH = 500
"""Every letter is as wide, in thousandths of its size."""


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream with its length, and what else stands in its dictionary."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def packed(data: bytes, times: int = 1) -> bytes:
    """A stream that is packed, `times` over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [%s]" % (b"/FlateDecode " * times))


def written(objects: Sequence[bytes]) -> bytes:
    """A file of some objects, the first of which is the catalog."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
    )
    return bytes(out)


def one_page(content: bytes, resources: bytes = b"", *others: bytes) -> Objects:
    """The objects of a file of one page; `others` are number 5 and up."""
    return [
        CATALOG,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << %s >> >>" % resources,
        content,
        *others,
    ]


def paper(pages: Sequence[Sequence[str]], labels: bytes = b"") -> bytes:
    """A file with the given lines on each page, one below the other; `labels` number its pages."""
    count = len(pages)
    numbering = b"/PageLabels << /Nums [%s] >> " % labels if labels else b""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count))
    objects = [
        CATALOG.replace(b"/Pages", numbering + b"/Pages", 1),
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 0 /LastChar 255 "
        b"/Widths [%s] /Encoding /WinAnsiEncoding >>" % (b"%d " % _WIDTH * 256),
    ]
    for number, lines in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * number)
        )
        shown = b"\n".join(b"(%s) Tj T*" % _literal(line) for line in lines)
        objects.append(packed(b"BT /F 11 Tf 14 TL 60 740 Td\n%s\nET" % shown))
    return written(objects)


def _literal(line: str) -> bytes:
    data = line.encode("cp1252")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def scan() -> bytes:
    """A page that is a picture."""
    picture = stream(
        b"\0", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray"
    )  # fmt: skip
    content = stream(b"q 612 0 0 792 0 0 cm /Scan Do Q")
    return written(one_page(content, b"/XObject << /Scan 5 0 R >>", picture))


def bomb(times: int = 1) -> bytes:
    """A page of some kilobytes that unpacks to ninety megabytes, or more than once."""
    return written(one_page(packed(b" " * 90_000_000, times)))


def endless() -> bytes:
    """A page that shows itself, twice."""
    form = stream(
        b"/Again Do /Again Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 1 1] "
        b"/Resources << /XObject << /Again 5 0 R >> >>",
    )
    return written(one_page(stream(b"/Again Do"), b"/XObject << /Again 5 0 R >>", form))


def tangled() -> bytes:
    """A tree of pages that is its own branch."""
    objects = one_page(stream(b""))
    objects[1] = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"
    return written(objects)


def bushy() -> bytes:
    """A tree of pages each level of which has the next one three times."""
    level = b"<< /Type /Pages /Kids [%d 0 R %d 0 R %d 0 R] /Count 1 >>"
    levels = [level % (n, n, n) for n in range(3, 42)]
    return written([CATALOG, *levels, b"<< /Type /Page /MediaBox [0 0 1 1] >>"])


def brackets() -> bytes:
    """A page with arrays in arrays in arrays."""
    return written(one_page(stream(b"BT " + b"[" * 100_000 + b" TJ ET")))


def surprising() -> bytes:
    """A page that its reader has no answer to."""
    return written(one_page(b"<< /Length true >>\nstream\nBT ET\nendstream"))


def slow() -> bytes:
    """A small file that takes its reader many seconds: pages that all show the same long text."""
    objects = one_page(packed(b"BT /F 9 Tf (a) Tj ET\n" * 250_000), b"/Font << /F 5 0 R >>", _FONT)
    page, first, count = objects[2], len(objects) + 1, 20
    kids = b" ".join(b"%d 0 R" % number for number in range(first, first + count))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return written([*objects, *[page] * count])


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
