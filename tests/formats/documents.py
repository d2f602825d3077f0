"""Arbitrary .arg files: trees of entries, references in every direction, texts full of marks."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = (
    "tea is hot",
    "we wait",
    "a",
    "b",
    "a",
    "#tag",
    "@s",
    "{x: y}",
    "\\",
    "[x]",
    "(p. 2)",
    "+ more",
    "- less",
    "// no",
    'say "it"',
    "C#",
    "naïve 🧩",
    "import x.arg",
    "{open",
    "@s(open",
)
words = st.sampled_from(WORDS)
prose = st.lists(words, min_size=1, max_size=3).map(" ".join)
QUALIFIERS = (
    "",
    "",
    "(strong)",
    "(0.3)",
    "(expert-opinion)",
    "(sign, weak, note: x)",
    "(1)",
    "(sign, role: rule)",
    "(answers: é-1, role: b)",
)
ROLES = ("", "", "(role: sign)", "(role: b.2)")
TRAILERS = (
    "",
    "",
    "",
    "  #t",
    "  @s(p. 2)",
    "  @s {likely, by: me}",
    "  {fact}",
    '  {x-a: "b, c"}',
)
MARKERS = ("+", "+", "+", "-", "-", "!", "&", "&", "><", "?", ":", ">")
NAMES = ("n1", "n2", "n3", "n4", "n5", "n6")


@st.composite
def documents(draw: st.DrawFn) -> str:
    """The text of a file. It can have errors (an `!` with nothing to cut, say): the caller
    throws those away."""
    lines = ["# Title  {lang: en}", "@s A source  {grade: B2}"]
    undefined = list(NAMES)
    stack: list[str] = []  # the markers of the open entries
    steps: list[bool] = []  # whether they take part in a step

    def claim(marker: str) -> str:
        name = draw(st.sampled_from(NAMES)) if draw(st.booleans()) else ""
        head = f"{marker} " if marker else ""
        if not name:
            return f"{head}{_plain(draw)}{draw(st.sampled_from(TRAILERS))}"
        if name in undefined and draw(st.booleans()):
            undefined.remove(name)
            return f"{head}[{name}] {_plain(draw)}{draw(st.sampled_from(TRAILERS))}"
        return f"{head}[{name}]"

    for _ in range(draw(st.integers(0, 14))):
        depth = draw(st.integers(0, min(len(stack), 4)))
        depth = max(depth, draw(st.integers(0, min(len(stack), 4))))
        above = stack[depth - 1] if depth else None
        marker = ""
        if above is None:
            marker = draw(st.sampled_from(("", "", "", "", "?", "##", ":")))
        elif above == "?":
            marker = draw(st.sampled_from(("=", "=", "=", ":")))
        elif above in (":", ">", "##"):
            continue
        else:
            marker = draw(st.sampled_from(MARKERS))
        if marker == "!" and not steps[depth - 1]:
            marker = "+"
        joins = depth < len(stack) and marker == "&" and steps[depth]
        qualifier = ""
        if marker in ("+", "-", "!") or joins:
            qualifier = draw(st.sampled_from(ROLES if joins else QUALIFIERS))
        if marker in (":", ">", "##", "?"):
            # A question that reads like a claim may need an id; test_arg.py has that case.
            line = f"{marker} {'Say why ' if marker == '?' else ''}{_plain(draw)}"
        else:
            line = claim(marker + qualifier)
        lines.append("  " * depth + line)
        del stack[depth:], steps[depth:]
        stack.append(marker)
        steps.append(marker in ("+", "-", "!") or joins)
    lines += [f"[{name}] Defined last." for name in undefined]
    return "\n".join(lines) + "\n"


def _plain(draw: st.DrawFn) -> str:
    """A text that is written as it is, or with what a backslash makes plain."""
    from argmap.syntax.trailer import escape

    return escape(draw(prose)) or "x"
