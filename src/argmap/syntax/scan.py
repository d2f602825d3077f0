"""Reads one entry: marker, qualifier, id, text and trailer, over the lines it is written on.

Knows nothing of other entries. A fault of form makes the entry unsound and is reported alone;
a fault in one part (a bad value, say) leaves the rest of the entry standing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.diagnostics import Diagnostic
from argmap.source import Span
from argmap.syntax import messages
from argmap.syntax.document import Cite, Entry, Name, Pair, Qualifier, Tag, Written
from argmap.syntax.ids import is_id, is_reference, leading_id, nfc
from argmap.syntax.items import Item, Unread, read_items
from argmap.syntax.markers import FORMS, Form, Kind
from argmap.syntax.qualifier import read_qualifier
from argmap.syntax.trailer import Part, Split, allowed_in, kinds_of, split
from argmap.syntax.vocabulary import KEYS, spelled_out


class Line(NamedTuple):
    """One line of an entry without its indentation, its line break and the space at its end."""

    number: int
    column: int
    content: str


@dataclass(slots=True, eq=False, repr=False)
class Scan:
    """What was read of an entry so far."""

    kind: Kind
    path: str
    lines: list[Line]
    problems: list[Diagnostic] = field(default_factory=list)
    sound: bool = True
    name: Name | None = None
    qualifier: Qualifier | None = None
    text: str = ""
    tags: tuple[Tag, ...] = ()
    cites: tuple[Cite, ...] = ()
    pairs: tuple[Pair, ...] = ()
    written: tuple[Written, ...] = ()
    head: str = ""
    marker: Span | None = None
    focus: Span | None = None

    @property
    def form(self) -> Form:
        """How an entry of this kind is written."""
        return FORMS[self.kind]

    def place(self, start: int, end: int, line: int = 0) -> Span:
        """The span from one index of a line's content to another."""
        number, column, _ = self.lines[line]
        return Span(self.path, number, column + start + 1, number, column + end + 1)

    def broken(self, problem: Diagnostic) -> None:
        """The entry's form is at fault: this is all that is said of it."""
        self.sound = False
        self.problems = [problem]


def scan(
    kind: Kind, path: str, lines: list[Line], parent: int, column: int
) -> tuple[Entry, list[Diagnostic]]:
    """Read an entry; what is wrong with it in itself comes beside it."""
    read = Scan(kind, path, lines)
    _READERS.get(kind, _read_entry)(read)
    first, last = lines[0], lines[-1]
    end = last.column + (len(last.content) or 1) + 1
    whole = Span(path, first.number, first.column + 1, last.number, end)
    focus = read.focus or read.place(0, len(first.content) or 1)
    entry = Entry(
        kind,
        parent,
        column,
        whole,
        focus,
        read.marker or focus,
        read.sound,
        True,
        read.name,
        read.text,
        read.qualifier,
        read.tags,
        read.cites,
        read.pairs,
        read.written,
        read.head,
    )
    return entry, read.problems


# Entries with a text --------------------------------------------------------------------------


def _read_entry(entry: Scan) -> None:
    form, content = entry.form, entry.lines[0].content
    at = len(form.marker) if entry.kind is not Kind.SECTION else _hashes(content)
    if at:
        entry.head = content[:at]
        entry.marker = entry.place(0, at)
    if form.qualifier and content.startswith("(", at):
        end = _read_qualifier(entry, at)
        if end < 0:
            return
        at = end
    at = _skip(content, at)
    if form.id and content.startswith("[", at):
        end = _read_name(entry, at)
        if end < 0:
            return
        at = _skip(content, end)
    if _read_text(entry, at):
        _judge_whole(entry, at)


def _hashes(content: str) -> int:
    return len(content) - len(content.lstrip("#"))


def _skip(content: str, at: int) -> int:
    while at < len(content) and content[at].isspace():
        at += 1
    return at


def _read_qualifier(entry: Scan, at: int) -> int:
    """Read `(…)`; the index after it, or -1 if the entry is broken."""
    content, marker = entry.lines[0].content, entry.form.marker
    read = read_items(content, at + 1, ")")
    if isinstance(read, Unread):
        if read.unclosed or content.find(")", read.at) < 0:
            mend = f"close it with `)`, or write a space after `{marker}` if this is prose"
            entry.broken(messages.unclosed(entry.place(at, at + 1), "(", ")", mend))
        else:
            end = content.find(")", read.at) + 1
            span = entry.place(at, end)
            entry.broken(messages.bad_attributes(span, read.reason, qualifier=True))
        return -1
    items, end = read
    written = content[: at + 1].strip()[: len(marker)]
    entry.head = f"{written}({', '.join(item.written for item in items)})"
    if end < len(content) and not content[end].isspace():
        entry.broken(messages.glued_id(entry.place(0, end), content[:end]))
        return -1
    entry.marker = entry.place(0, end)
    entry.qualifier, found = read_qualifier(entry.kind, items, entry.marker, entry.place)
    entry.problems += found
    return end


def _read_name(entry: Scan, at: int) -> int:
    """Read `[id]`; the index after it, or -1 if the entry is broken."""
    content = entry.lines[0].content
    close = content.find("]", at)
    if close < 0:
        guess = leading_id(content[at + 1 :])
        mend = f"write `[{guess}]`" if guess else "close it with `]`"
        entry.broken(
            messages.unclosed(
                entry.place(at, at + 1), "[", "]", f"{mend}, or `\\[` if this is prose"
            )
        )
        entry.name = Name(guess, entry.place(at, at + 1)) if guess else None
        return -1
    inner, span = content[at + 1 : close], entry.place(at, close + 1)
    if not is_reference(inner):
        guess = "-".join(re.findall(r"\w+", inner.casefold())[:3])
        example = f"write an id such as `[{guess if is_id(guess) else 'reason'}]`"
        entry.broken(messages.not_an_id(span, inner, f"{example}, or `\\[` if this is prose"))
        return -1
    entry.name = Name(nfc(inner), span)
    if close + 1 < len(content) and not content[close + 1].isspace():
        entry.broken(messages.glued_id(span, content[at : close + 1]))
        return -1
    entry.head += f" [{inner}]" if entry.head else f"[{inner}]"
    entry.focus = span
    return close + 1


def _read_text(entry: Scan, at: int) -> bool:
    """Read the text from `at` on, over all lines, and the trailer at its end; whether it reads."""
    kinds = _PARTS[entry.kind]
    last = len(entry.lines) - 1
    pieces: list[str] = []
    written: list[Written] = []
    for index, line in enumerate(entry.lines):
        start = 0 if index else at
        taken = split(line.content[start:], kinds)
        if taken.fault and _report_fault(entry, taken, start, index):
            return False
        if taken.parts and index == last:
            _read_parts(entry, taken.parts, start, index)
        elif taken.parts:
            first, end = taken.parts[0].start, taken.parts[-1].end
            span = entry.place(start + first, start + end, index)
            entry.problems.append(messages.early_trailer(span, taken.trailer))
        if entry.kind is Kind.QUOTATION and index == last and not taken.parts:
            _report_buried_citation(entry, line.content[start:], start, index)
        if taken.text:
            pieces.append(taken.text)
            if entry.focus is None and index == 0:
                entry.focus = entry.place(start, start + len(taken.body))
        written.append(Written(line.number, taken.body, taken.trailer))
    entry.text = " ".join(pieces)
    entry.written = tuple(written)
    return True


def _report_buried_citation(entry: Scan, body: str, start: int, index: int) -> None:
    """A citation after a quotation that a tag or attributes follow would be taken for its words."""
    parts = split(body).parts
    if any(part.kind == "cite" for part in parts):
        for part in parts:
            if part.kind != "cite":
                span = entry.place(start + part.start, start + part.end, index)
                mend = "put it on the claim; if it is among the words, cite the source after it"
                problem = messages.wrong_part(span, entry.form.noun, _PART_NOUNS[part.kind], mend)
                entry.problems.append(problem)


def _judge_whole(entry: Scan, at: int) -> None:
    """Something must be said; a reference has no trailer; a definition belongs to this file."""
    content, name = entry.lines[0].content, entry.name
    if name is None:
        if not entry.text:
            marker = entry.head if entry.kind is Kind.SECTION else entry.form.marker
            span = entry.place(0, len(marker) or len(content))
            entry.broken(messages.empty_entry(span, entry.form.noun, marker))
    elif entry.text:
        if "/" in name.id:
            entry.broken(messages.foreign_definition(name.span, name.id))
    elif any(line.trailer for line in entry.written):
        span = entry.place(at, max(len(content), at + 1))
        entry.problems = [messages.trailer_on_reference(span, name.id)]


def _report_fault(entry: Scan, taken: Split, start: int, index: int) -> bool:
    """Report a trailer that does not read; whether that makes the entry unsound."""
    fault = taken.fault
    if fault is None:
        return False
    if fault.opener:
        at = entry.place(start + fault.start, start + fault.start + 1, index)
        close = "}" if fault.opener == "{" else ")"
        what = "\\{" if fault.opener == "{" else "\\@"
        mend = f"close it with `{close}`, or write `{what}` if this is prose"
        entry.broken(messages.unclosed(at, fault.opener, close, mend))
        return True
    span = entry.place(start + fault.start, start + fault.end, index)
    entry.problems.append(messages.bad_attributes(span, fault.reason))
    return False


# The trailer ----------------------------------------------------------------------------------

_PARTS: dict[Kind, frozenset[str]] = {kind: kinds_of(form) for kind, form in FORMS.items()}

_ALLOWED: dict[Kind, frozenset[str]] = {kind: allowed_in(form) for kind, form in FORMS.items()}

_PART_NOUNS = {"tag": "tag", "cite": "citation", "attributes": "attributes"}

_NOT_HERE: dict[str, Callable[[str], str]] = {
    "tag": lambda written: f"write `\\{written}` if it is part of the text",
    "cite": lambda written: f"cite it below a claim, or write `\\{written}` if it is prose",
    "attributes": lambda _: "take it out, or write `\\{` if it is prose",
}


def _read_parts(entry: Scan, parts: tuple[Part, ...], start: int, index: int) -> None:
    allowed = _ALLOWED[entry.kind]
    tags: list[Tag] = []
    cites: list[Cite] = []
    pairs_at: Span | None = None
    for part in parts:
        span = entry.place(start + part.start, start + part.end, index)
        if part.kind not in allowed:
            mend = _NOT_HERE[part.kind](part.written)
            problem = messages.wrong_part(span, entry.form.noun, _PART_NOUNS[part.kind], mend)
            entry.problems.append(problem)
        elif part.kind == "tag":
            tags.append(Tag(nfc(part.name), span))
        elif part.kind == "cite":
            cites.append(Cite(nfc(part.name), part.locator, span))
        elif pairs_at is not None:
            entry.problems.append(messages.second_attributes(span, pairs_at))
        else:
            pairs_at = span
            entry.pairs = _pairs(entry, part.items, start, index)
    entry.tags, entry.cites = tuple(tags), tuple(cites)


def _pairs(entry: Scan, items: tuple[Item, ...], start: int, index: int) -> tuple[Pair, ...]:
    known = KEYS[entry.kind]
    pairs: dict[str, Pair] = {}
    for item in items:
        span = entry.place(start + item.start, start + item.end, index)
        key, value = item.key, item.value
        if value is None:
            key, value = spelled_out(entry.kind, key) or (key, None)
        if key in pairs:
            entry.problems.append(messages.given_twice(span, key))
            continue
        given: str | bool = True if value is None else value
        if key not in known:
            pairs[key] = Pair(key, given, span)
            continue
        read = known[key].read(given)
        if read is None:
            expects, words = known[key].expects, known[key].words
            entry.problems.append(messages.bad_value(span, key, given, expects, words))
        else:
            pairs[key] = Pair(key, read, span)
    return tuple(pairs.values())


# Entries of another shape ---------------------------------------------------------------------


def _read_source(entry: Scan) -> None:
    content = entry.lines[0].content
    word = content.split(maxsplit=1)[0]
    inner = word[1:]
    entry.head = word
    if not is_id(inner):
        if not inner:
            entry.broken(messages.empty_entry(entry.place(0, 1), entry.form.noun, "@"))
            return
        guess = leading_id(inner)
        span = entry.place(0, len(word))
        if "(" in inner:
            entry.broken(messages.leading_citation(span, inner.partition("(")[0]))
        else:
            mend = f"write `@{guess or 'source'} Title of the source`"
            entry.broken(messages.not_an_id(span, inner, mend))
        entry.name = Name(guess, entry.place(0, len(word))) if guess else None
        return
    entry.name = Name(nfc(inner), entry.place(0, len(word)))
    entry.focus = entry.place(0, len(word))
    _read_text(entry, _skip(content, len(word)))


_IMPORT = re.compile(r'import\s+(?:"([^"]*)"|(\S+))(?:\s+(as)(?:\s+(.*))?)?$')


def _read_import(entry: Scan) -> None:
    content = entry.lines[0].content
    match = _IMPORT.match(content)
    if match is None or not (match[1] or match[2]):
        entry.broken(messages.empty_entry(entry.place(0, 6), entry.form.noun, "import"))
        return
    if len(entry.lines) > 1:
        span = entry.place(0, len(entry.lines[1].content), 1)
        mend = "start it in column 1 to make it a claim, or take it out"
        entry.broken(messages.wrong_part(span, entry.form.noun, "text", mend))
        return
    path = match[1] or match[2]
    start, end = match.span(1) if match[1] else match.span(2)
    entry.text = path
    entry.focus = entry.place(start, end)
    written = f'"{path}"' if match[1] else path
    entry.head = "import"
    if match[3]:
        alias, span = (match[4] or "").strip(), entry.place(*match.span(3))
        if not is_id(alias):
            entry.broken(messages.not_an_id(span, alias, "write `import PATH as id`"))
            return
        entry.name = Name(nfc(alias), entry.place(*match.span(4)))
        entry.written = (Written(entry.lines[0].number, f"{written} as {alias}", ""),)
        return
    stem = path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    if not is_id(stem):
        entry.broken(messages.alias_is_no_id(entry.place(start, end), stem))
        return
    entry.name = Name(nfc(stem), entry.place(start, end))
    entry.written = (Written(entry.lines[0].number, written, ""),)


_GLUED = re.compile(r"#+|><|[+\-!&?=>:]")


def _read_glued(entry: Scan) -> None:
    content = entry.lines[0].content
    match = _GLUED.match(content)
    marker = match[0] if match else content[:1]
    rest = content[len(marker) :]
    short = rest if len(rest) <= 24 else rest[:23] + "…"
    entry.marker = entry.place(0, len(marker))
    entry.broken(messages.glued_marker(entry.marker, marker, short))
    if rest.startswith("["):
        guess = leading_id(rest[1:])
        entry.name = Name(guess, entry.marker) if guess else None


def _read_stray(entry: Scan) -> None:
    """A text that belongs to nothing; where it stands is what is wrong with it."""
    entry.text = " ".join(line.content for line in entry.lines)
    entry.sound = False


_READERS: dict[Kind, Callable[[Scan], None]] = {
    Kind.SOURCE: _read_source,
    Kind.IMPORT: _read_import,
    Kind.GLUED: _read_glued,
    Kind.STRAY: _read_stray,
}
