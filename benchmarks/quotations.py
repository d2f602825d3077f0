"""What looking quotations up costs: sources of growing size, in each format, with many quotations.

    python benchmarks/quotations.py
    python benchmarks/quotations.py --megabytes 10 --quotations 1000 --formats txt md --runs 5

A source has words as frequent as in a language: the n-th occurs 1/n as often as the first. All
quotations are exact, or in the row "mixed" a fifth has other capitals and a fifth a wrong word.
Cold is the whole of `argmap check`, from its start to its end; figures are medians.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate
from pathlib import Path

from run import measure

SYLLABLES = [first + rest for first in "kmrtv" for rest in ("a", "en", "i", "ost")]
WORDS = 30_000
"""How many words the language of the sources has."""
LINE = 11
"""How many words stand on a line, about."""
SHORTEST, LONGEST = 4, 30
"""How many words are quoted."""


def words(characters: int, dice: random.Random) -> Iterator[str]:
    """The words of a source of about so many characters."""
    known = ["".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _ in range(WORDS)]
    weights = list(accumulate(1 / (rank + 1) for rank in range(WORDS)))
    written = 0
    while written < characters:
        for word in dice.choices(known, cum_weights=weights, k=1_000):
            ended = f"{word}{dice.choice('.,;')}" if dice.random() < 0.05 else word
            written += len(ended) + 1
            yield ended


def paragraphs(text: Sequence[str], dice: random.Random) -> Iterator[list[str]]:
    """The words in lines, and these in paragraphs of some five lines."""
    at, lines = 0, list[str]()
    while at < len(text):
        lines.append(" ".join(text[at : at + LINE]))
        at += LINE
        if dice.random() < 0.2:
            yield lines
            lines = []
    yield lines


def source(form: str, text: Sequence[str], dice: random.Random) -> str:
    """A source as a file of a format."""
    blocks = ["\n".join(lines) for lines in paragraphs(text, dice)]
    if form == "html":
        body = "".join(f"<p>{escape(block)}</p>\n" for block in blocks)
        return f"<!doctype html><meta charset=utf-8><title>Source</title>\n{body}"
    return "\n\n".join(blocks)


def quoting(form: str, text: Sequence[str], count: int, *, mixed: bool, dice: random.Random) -> str:
    """A map with many quotations of a source."""
    pieces = [f"@s Source  {{file: source.{form}}}\n\n[root] All of it stands.\n"]
    for number in range(count):
        start = dice.randrange(len(text) - LONGEST)
        cut = list(text[start : start + dice.randint(SHORTEST, LONGEST)])
        if mixed and number % 5 == 3:
            cut = [word.upper() for word in cut]
        elif mixed and number % 5 == 4:
            cut[len(cut) // 2] = "zzz"
        pieces.append(f"  + [c{number}] Claim {number}.\n      > {' '.join(cut)}  @s\n")
    return "".join(pieces)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--megabytes", type=float, nargs="+", default=[0.1, 1, 10])
    parser.add_argument("--quotations", type=int, default=1_000)
    parser.add_argument("--formats", nargs="+", default=["txt", "md", "html"])
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    print("| source | MB | quotations | cold, s | CPU, s | peak, MB |\n|---|--:|--:|--:|--:|--:|")
    for form in given.formats:
        for megabytes in given.megabytes:
            dice = random.Random(1)
            text = list(words(int(megabytes * 1e6), dice))
            written = source(form, text, dice)
            for mixed in (False, True) if form == "txt" else (False,):
                with tempfile.TemporaryDirectory() as made:
                    folder = Path(made)
                    (folder / f"source.{form}").write_text(written, encoding="utf-8")
                    file = folder / "map.arg"
                    text_of = quoting(form, text, given.quotations, mixed=mixed, dice=dice)
                    file.write_text(text_of, encoding="utf-8")
                    command = [sys.executable, "-m", "argmap", "check", str(file)]
                    cold = measure(command, given.runs, fine=(0, 1))
                if cold is None:
                    raise SystemExit(1)
                name = f"{form}, mixed" if mixed else form
                print(
                    f"| {name} | {len(written) / 1e6:,.1f} | {given.quotations:,} "
                    f"| {cold.wall:.2f} | {cold.cpu:.2f} | {cold.peak:.0f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
