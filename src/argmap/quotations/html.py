"""Reads HTML: what a reader of the page sees, with its headings and paragraphs.

Browsers and this reader agree on the tree, since it is the one that the standard has a parser
make. What can only be known from a style sheet is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Set

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from argmap.quotations.text import SourceText, with_parts

_UNSEEN = ", ".join(
    (
        "head, script, style, template, noscript, iframe, object, audio, video, canvas, datalist",
        "rt, rp, svg title, svg desc, svg metadata, annotation, annotation-xml",
        "[hidden], [aria-hidden=true i], dialog:not([open])",
        "[role=doc-noteref], [role=doc-backlink], .footnote-ref, .footnote-backref",
    )
)
"""What is no text of the page: not shown, shown above its letters, or a link to a note.

What is hidden from screen readers alone is ornament, or said a second time for them.
"""
_NOT_SHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)

_SET_APART = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li listing main menu nav ol
optgroup option p plaintext pre search section select summary table tbody textarea tfoot thead tr
ul xmp
"""
_BLOCKS = frozenset(_SET_APART.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_AS_WRITTEN = frozenset(("listing", "plaintext", "pre", "textarea", "xmp"))
_TELLING = _BLOCKS | {"br", "td", "th", "q", "sup"}
"""The elements that do more than pass their text on."""

_SPACE = re.compile(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")  # but a single space, which stays
_SPACES = re.compile(r"  +")
_AROUND_BREAK = re.compile(r" ?([\n\t]) ?")
_EMPTY_IN_XML = re.compile(r"<(script|style|title|textarea|iframe|noscript)\b([^<>]*)/>", re.I)

_LONGEST = 40
"""How many characters a mark or a power has at most."""
_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_POWER = re.compile(r"[0-9+\-−()]+")
_ALWAYS_A_MARK = re.compile(r"\[.*\]|[*†‡§¶‖#]+", re.DOTALL)
_MAYBE_A_MARK = re.compile(r"[0-9]+(?:\s*[,–-]\s*[0-9]+)*|[a-z]")
_WHERE_MARKS_STAND = re.compile(r"(?:[.,;:!?…)\]”’»\"']|[^\W\d_A-Z]{3})\s*\Z")


def read(text: str) -> SourceText:
    """The text of an HTML page as it is shown, without a style sheet and without scripts.

    Raises MemoryError if there is not enough of it.
    """
    if text.lstrip().startswith("<?xml"):
        text = _EMPTY_IN_XML.sub(r"<\1\2></\1>", text)
    try:
        page = LexborHTMLParser(text)
    except SelectolaxError as error:  # any text is HTML; nothing else can be wrong
        raise MemoryError from error
    unseen = {node.mem_id for node in page.css(_UNSEEN)}
    unseen.update(node.mem_id for node in page.css("[style]") if _is_styled_away(node))
    writer = _Writer()
    if page.root is not None:
        _walk(page.root, unseen, writer)
    return writer.written()


def _is_styled_away(node: LexborNode) -> bool:
    return bool(_NOT_SHOWN.search(node.attributes["style"] or ""))


def _walk(root: LexborNode, unseen: Set[int], writer: _Writer) -> None:
    """Tell the writer of each text, and of each element that begins and ends, but for those that
    are unseen and what is in them."""
    path: list[int] = []
    open_: list[tuple[str, int]] = []  # the telling ones of the path, with their depths
    within_unseen = 0  # how deep the path was when it came to an unseen one
    for node in root.traverse(include_text=True):
        parent = node.parent.mem_id if node.parent is not None else 0
        while path and path[-1] != parent:
            path.pop()
            if open_ and open_[-1][1] == len(path):
                writer.end(open_.pop()[0])
        if within_unseen > len(path):
            within_unseen = 0
        tag = node.tag
        if tag == "-text":
            if not within_unseen:
                writer.say(node.text_content or "")
            continue
        own = node.mem_id
        if not within_unseen:
            if own in unseen:
                within_unseen = len(path) + 1
            elif tag in _TELLING:
                writer.begin(tag, node)
                open_.append((tag, len(path)))
            elif tag == "a":
                writer.link(node)
        path.append(own)
    while open_:
        writer.end(open_.pop()[0])


class _Writer:
    """Puts the text of a page together, block by block."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._length = 0
        self._pieces: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._paragraphs: list[tuple[int, int]] = []
        self._headings: list[tuple[str, int, int]] = []
        self._begun: list[tuple[int, int]] = []  # of headings and paragraphs: block and place
        self._as_written = 0
        self._raised: list[tuple[int, bool]] = []  # of each `sup`: its first piece, if a link
        self._whole = 0  # from which of them on no block ended inside

    def say(self, text: str) -> None:
        """A text inside of the elements that are open."""
        self._pieces.append(text if self._as_written else _SPACE.sub(" ", text))

    def begin(self, tag: str, node: LexborNode) -> None:
        """An element begins."""
        if tag in _BLOCKS:
            self._break()
            if tag == "p" or tag in _HEADINGS:
                self._begun.append((len(self._blocks), self._length))
            elif tag in _AS_WRITTEN:
                self._as_written += 1
        elif tag == "br":
            self._pieces.append("\n")
        elif tag == "q":
            self._pieces.append("“")
        elif tag == "sup":
            parent = node.parent
            linked = parent is not None and parent.tag == "a" and _is_inner(parent)
            self._raised.append((len(self._pieces), linked))

    def link(self, node: LexborNode) -> None:
        """A link begins."""
        if self._raised and _is_inner(node):
            self._raised[-1] = self._raised[-1][0], True

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _BLOCKS:
            if tag in _AS_WRITTEN:
                self._break()
                self._as_written -= 1
                return
            self._break()
            if tag == "p" or tag in _HEADINGS:
                self._end_of_text(tag)
        elif tag in ("td", "th"):
            self._pieces.append("\t")
        elif tag == "q":
            self._pieces.append("”")
        elif tag == "sup":
            self._end_of_raised(*self._raised.pop())

    def _end_of_raised(self, first: int, linked: bool) -> None:
        if len(self._raised) < self._whole:  # a block ended inside of it
            self._whole = len(self._raised)
            return
        pieces = self._pieces[first:]
        if len(pieces) > _LONGEST or sum(map(len, pieces)) > _LONGEST:
            return
        del self._pieces[first:]
        if not linked:
            before = "".join(piece[-_LONGEST:] for piece in self._pieces[-4:])
            self._pieces.append(_raised("".join(pieces), before))

    def _end_of_text(self, tag: str) -> None:
        block, start = self._begun.pop()
        said = self._blocks[block:]
        if not said:
            return
        if tag == "p":
            self._paragraphs.append((start, self._spans[-1][1]))
        else:
            self._headings.append((" ".join("".join(said).split()), _HEADINGS[tag], start))

    def _break(self) -> None:
        """A block ends; nothing if it has no text."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        self._whole = len(self._raised)
        if not self._as_written:
            text = _AROUND_BREAK.sub(r"\1", _SPACES.sub(" ", text))
        text = text.strip("\n") if self._as_written else text.strip()
        if not text.strip():
            return
        self._spans.append((self._length, self._length + len(text)))
        self._blocks.append(f"{text}\n\n")
        self._length += len(text) + 2

    def written(self) -> SourceText:
        """All that was said. Paragraphs are what the page says are some; its blocks, if none."""
        self._break()
        headings = sorted(self._headings, key=lambda one: one[2])  # one may lie in the other
        heads = {start for _, _, start in headings}
        blocks = sorted(self._paragraphs) or [one for one in self._spans if one[0] not in heads]
        return SourceText(
            "".join(self._blocks),
            headings=with_parts(headings, self._length),
            blocks=tuple(blocks),
            line_numbers=(),
        )


def _is_inner(link: LexborNode) -> bool:
    """Whether a link leads to a place in a page, as those to notes do."""
    return "#" in (link.attributes.get("href") or "")


def _raised(text: str, before: str) -> str:
    """What a text means that is set higher: a mark of a note, which is left out; a power; or a
    part of the word."""
    said = text.strip()
    if _ALWAYS_A_MARK.fullmatch(said):
        return ""
    if _MAYBE_A_MARK.fullmatch(said) and _WHERE_MARKS_STAND.search(before):
        return ""
    return said.translate(_RAISED) if _POWER.fullmatch(said) else text
