"""Reads what stands between braces or parentheses: items separated by commas."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r'[^\s,:"(){}]+')
_SPACES = re.compile(r"\s*")
_BARE = {"}": re.compile(r'[^,"{}]*'), ")": re.compile(r'[^,"()]*')}
_BEFORE_QUOTE = re.compile(r'(\\+)"')


class Item(NamedTuple):
    """`key: value` or a bare word (value None), where it stands, and how it is written."""

    key: str
    value: str | None
    start: int
    end: int
    written: str


class Unread(NamedTuple):
    """Why the items do not read, and from where on."""

    at: int
    reason: str
    unclosed: bool = False


def read_items(text: str, start: int, close: str) -> tuple[tuple[Item, ...], int] | Unread:
    """The items from `start` (just inside the opening mark) and the index after `close`."""
    items: list[Item] = []
    at = start
    while True:
        at = _skip(text, at)
        word = _WORD.match(text, at)
        if word is None:
            return _no_word(text, at, close, items)
        key, begin, at = word[0], at, _skip(text, word.end())
        if text.startswith(":", at):
            value = _read_value(text, _skip(text, at + 1), key, close)
            if isinstance(value, Unread):
                return value
            item = Item(key, value[0], begin, value[1], f"{key}: {value[2]}")
            at = _skip(text, value[1])
        else:
            item = Item(key, None, begin, word.end(), key)
        items.append(item)
        if text.startswith(close, at):
            return tuple(items), at + 1
        if not text.startswith(",", at):
            return _no_comma(text, at, item)
        at += 1


def _skip(text: str, at: int) -> int:
    match = _SPACES.match(text, at)
    return match.end() if match else at


def _no_word(text: str, at: int, close: str, items: list[Item]) -> Unread:
    if at >= len(text):
        return Unread(at, "it is not closed", unclosed=True)
    if text[at] == close:
        last = f"nothing follows the comma after `{items[-1].written}`" if items else "it is empty"
        return Unread(at, last)
    return Unread(at, f"`{text[at]}` stands where a word is expected")


def _no_comma(text: str, at: int, item: Item) -> Unread:
    if at >= len(text):
        return Unread(at, "it is not closed", unclosed=True)
    word = _WORD.match(text, at)
    if word:
        return Unread(at, f"there is no comma between `{item.written}` and `{word[0]}`")
    return Unread(at, f"`{text[at]}` stands after `{item.written}`")


def _read_value(text: str, at: int, key: str, close: str) -> tuple[str, int, str] | Unread:
    """The value, the index after it, and how it is written."""
    if text.startswith('"', at):
        end = _closing_quote(text, at + 1)
        if end < 0:
            return Unread(at, f"the quote of `{key}` is not closed")
        inner = text[at + 1 : end]
        trailing = len(inner) - len(inner.rstrip("\\"))
        inner = inner[: len(inner) - trailing] + "\\" * (trailing // 2)
        value = _BEFORE_QUOTE.sub(lambda m: "\\" * (len(m[1]) // 2) + '"', inner)
        return value, end + 1, text[at : end + 1]
    match = _BARE[close].match(text, at)
    value = match[0].rstrip() if match else ""
    if not value:
        if text.startswith((",", close), at):
            return Unread(at, f"`{key}:` has no value")
        return Unread(at, "it is not closed", unclosed=at >= len(text))
    if text.startswith('"', at + len(match[0]) if match else at):
        return Unread(at, f"a quote stands inside the value of `{key}`; quote the whole value")
    return value, at + len(value), value


def _closing_quote(text: str, at: int) -> int:
    """The index of the quote that closes; one after an odd run of backslashes does not."""
    while (at := text.find('"', at)) >= 0:
        slashes = at
        while text[slashes - 1] == "\\":
            slashes -= 1
        if (at - slashes) % 2 == 0:
            return at
        at += 1
    return -1


def quoted(value: str) -> str:
    """A value as it is written in items: bare where that reads back the same, else quoted."""
    if value and value == value.strip() and not re.search(r'[,"(){}]', value):
        return value
    escaped = re.sub(r'(\\*)"', lambda m: m[1] * 2 + '\\"', value)
    trailing = len(escaped) - len(escaped.rstrip("\\"))
    return f'"{escaped}{chr(92) * trailing}"'
