"""One line of an .arg file: a text with its escapes, and the trailer behind it.

Whatever is put together here is taken apart again with the parser's own scanner; what does not
come out as it went in is left out and named as a loss, so that no written line has an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from argmap.formats.losses import Losses
from argmap.model.map import Attribute, AttributeValue, Citation, Step
from argmap.syntax.ids import is_id, nfc
from argmap.syntax.items import Unread, quoted, read_items
from argmap.syntax.markers import Kind
from argmap.syntax.trailer import escape, split
from argmap.syntax.vocabulary import KEYS, STEP_KEYS, STRENGTHS, number, spelled_out

UNTITLED: Final = "(untitled)"
"""What stands where a text is missing and an entry needs one."""

ALL_PARTS: Final = frozenset({"tag", "cite", "attributes"})
CITES: Final = frozenset({"cite"})
NO_PARTS: Final[frozenset[str]] = frozenset()

_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f]+")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_WORDS: Final = {value: word for word, value in STRENGTHS.items()}


def clean(text: str, what: str, losses: Losses) -> str:
    """A text as one line without control characters and without space at its ends."""
    if text.isprintable() and text[:1] != " " and text[-1:] != " ":
        return text
    plain = _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", text)).strip()
    if plain != text:
        if _SURROGATE.search(text):
            losses.add(f"{what} holds half a surrogate pair, which becomes U+FFFD.")
        if _CONTROL.search(text):
            losses.add(f"{what} holds line breaks or control characters, which become spaces.")
        if text.strip() != text:
            losses.add(f"{what} begins or ends with white space, which is lost.")
    return plain


def line(text: str, parts: Iterable[str] = (), kinds: frozenset[str] = ALL_PARTS) -> str:
    """A text and its trailer, two spaces between them."""
    trailer = " ".join(filter(None, parts))
    return "  ".join(filter(None, (escape(text, kinds), trailer)))


def reads_back(written: str, text: str, parts: int, kinds: frozenset[str] = ALL_PARTS) -> bool:
    """Whether the parser finds this text in a line, and so many parts behind it."""
    taken = split(written, kinds)
    return taken.fault is None and taken.text == text and len(taken.parts) == parts


def tag(name: str, what: str, losses: Losses) -> str:
    """A tag as it is written, or nothing if it is none."""
    parts = split(f"#{name}").parts
    if len(parts) == 1 and parts[0].kind == "tag" and parts[0].name == name == nfc(name):
        return f"#{name}"
    losses.add(f"{what} has the tag `{name}`, which cannot be written as a tag.")
    return ""


def cite(source: str, citation: Citation, what: str, losses: Losses) -> str:
    """A citation as it is written; without its locator if that cannot be."""
    if citation.locator is None:
        return f"@{source}"
    written = f"@{source}({citation.locator})"
    if citation.locator.isprintable():
        parts = split(written).parts
        if len(parts) == 1 and (parts[0].name, parts[0].locator) == (source, citation.locator):
            return written
    losses.add(f"{what} cites `{source}` at “{citation.locator}”, which cannot be written.")
    return f"@{source}"


def attributes(
    kind: Kind,
    given: Sequence[Attribute],
    what: str,
    losses: Losses,
    renamed: Mapping[str, Mapping[str, str]],
) -> str:
    """The attributes that an entry of this kind can have, in braces; nothing if there are none.

    `renamed` has new ids by old ones, for those keys whose values are ids.
    """
    items: dict[str, str] = {}
    for attribute in given:
        key, value = attribute.key, attribute.value
        if isinstance(value, str):
            value = renamed.get(key, {}).get(value, value)
        item = _attribute(kind, key, value) if _is_clean(key) else None
        if item is None or key in items or (not items and not item[:1].isalpha()):
            losses.add(f"{what} has the attribute `{key}: {_shown(value)}`, which is lost.")
        else:
            items[key] = item
    return f"{{{', '.join(items.values())}}}" if items else ""


def _attribute(kind: Kind, key: str, value: AttributeValue) -> str | None:
    """An attribute as it is written, or None if the parser would not read the same again."""
    if value is True:
        item, given, read_key = key, None, key
    elif isinstance(value, str):
        if not _is_clean(value):
            return None
        if spelled_out(kind, value) == (key, value):
            return value
        item, given, read_key = f"{key}: {quoted(value)}", value, key
    elif isinstance(value, bool):
        return None
    else:
        given = repr(int(value) if value == int(value) else float(value))
        item, read_key = f"{key}: {given}", key
    read = read_items(f"{item}}}", 0, "}")
    if isinstance(read, Unread) or [(i.key, i.value) for i in read[0]] != [(read_key, given)]:
        return None
    if given is None and spelled_out(kind, key) is not None:
        return None
    known = KEYS[kind].get(key)
    back = known.read(True if given is None else given) if known else given or (value is True)
    if known is None and given == "":
        back = ""
    return item if type(back) is type(_plain(value)) and back == value else None


def _plain(value: AttributeValue) -> AttributeValue:
    return value if isinstance(value, bool | str) else float(value)


def role(step: Step, premise: str, losses: Losses) -> str:
    """The role of a co-premise in parentheses; nothing if it has none."""
    item = _role(step, premise, losses)
    return f"({item})" if item else ""


def _role(step: Step, premise: str, losses: Losses) -> str:
    name = step.role_of(premise)
    if name is None:
        return ""
    return _name("role", name, f"The premise [{premise}] of the step `{step.id}`", losses)


def _name(key: str, name: str, what: str, losses: Losses) -> str:
    """`role` or `answers` with its name, or nothing if that is none."""
    if STEP_KEYS[key].read(name) == name:
        return f"{key}: {name}"
    losses.add(f"{what} has the attribute `{key}: {name}`, which cannot be written.")
    return ""


def qualifier(step: Step, losses: Losses) -> str:
    """How a step works, and what its first premise is in it, in parentheses; nothing if nothing
    is said."""
    what = f"The step `{step.id}`"
    items: list[str] = []
    if step.scheme is not None:
        if is_id(step.scheme or " ") and not _is_strength(step.scheme):
            items.append(step.scheme)
        else:
            losses.add(f"{what} has the scheme `{step.scheme}`, which cannot be written.")
    if step.strength is not None:
        if 0 <= step.strength <= 1:
            items.append(_WORDS.get(step.strength) or repr(float(step.strength)))
        else:
            losses.add(f"{what} has the strength {step.strength}, which is not from 0 to 1.")
    items += filter(None, (_role(step, step.premises[0], losses),))
    if step.answers is not None:
        items += filter(None, (_name("answers", step.answers, what, losses),))
    keys: set[str] = set(STEP_KEYS)
    for attribute in step.attributes:
        key, value = attribute.key, attribute.value
        if isinstance(value, str) and _is_clean(key + value) and key not in keys:
            item = f"{key}: {quoted(value)}"
            read = read_items(f"{item})", 0, ")")
            if not isinstance(read, Unread) and [(i.key, i.value) for i in read[0]] == [
                (key, value)
            ]:
                items.append(item)
                keys.add(key)
                continue
        losses.add(f"{what} has the attribute `{key}: {_shown(value)}`, which is lost.")
    return f"({', '.join(items)})" if items else ""


def _is_strength(word: str) -> bool:
    return word in STRENGTHS or number(word) is not None


def _is_clean(value: str) -> bool:
    return not (_CONTROL.search(value) or _SURROGATE.search(value))


def _shown(value: AttributeValue) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
