"""Hypothesis strategies for .arg files: honest ones, careless ones and hostile ones."""

from __future__ import annotations

from hypothesis import strategies as st

PROSE = "aB9 é水ع\u0301🙂.,;'\"-–()[]{}#@:!?+&=></\\"

_word = st.text(PROSE, min_size=1, max_size=6)
_prose = st.lists(_word, min_size=1, max_size=4).map(" ".join)
_id = st.sampled_from(["a", "b", "go", "stay", "x-1", "é", "水", "a.b"])
_trailer = st.lists(
    st.sampled_from(
        [
            "#tag",
            "@s",
            "@s(p. 2)",
            "@s(p. 2 (b))",
            "{likely}",
            '{by: "a, b"}',
            "{fact}",
            "{likelihood: 0.5, x-k: v}",
            "\\#tag",
            "\\@s",
            "\\{likely}",
            "\\\\#tag",
            "{a b}",
            "{",
            "{a",
            "}",
            ")",
            "@s(",
        ]
    ),
    max_size=3,
).map(" ".join)
_marker = st.sampled_from(
    [
        "",
        "+ ",
        "- ",
        "& ",
        "! ",
        ">< ",
        "? ",
        "= ",
        "> ",
        ": ",
        "+(strong) ",
        "-(sign, 0.5) ",
        "!(weak) ",
        "+(sign, role: a) ",
        "&(role: b) ",
        "!(answers: c) ",
        "# ",
        "## ",
        "@s ",
        "import x.arg",
        "+",
        "-[",
        "+(",
        "//",
        "\\",
        "@",
        "&(x)",
    ]
)
_named = st.one_of(st.just(""), _id.map("[{}] ".format), st.just("[a"), st.just("[]"))
_indent = st.sampled_from(["", "  ", "    ", "      ", " ", "   ", "\t", "\u3000"])
_line = st.builds(
    lambda *parts: "".join(parts),
    _indent,
    _marker,
    _named,
    _prose | st.just(""),
    st.just("  "),
    _trailer,
)
_break = st.sampled_from(
    ["\n", "\n", "\n", "\r\n", "\n\n", "\n  \n", "\n// note\n", "\n    // n\n"]
)

careless = st.lists(st.tuples(_line, _break), max_size=12).map(
    lambda lines: "".join(part for line in lines for part in line)
)
"""Files that look like maps, most of them with errors."""

_kinds = st.sampled_from(
    ["+ ", "- ", "+(strong) ", "-(0.25) ", ">< ", "+(sign,role:  a) ", "-( answers : c) "]
)
_words = st.text("abcdef éع水🙂.,;'\"-–()[#@:!?+&=>/\\", min_size=1, max_size=20)


@st.composite
def honest(draw: st.DrawFn) -> str:
    """A file in loose layout that has no errors of form or place."""
    lines = ["# A title  {date: 2020-01-06}", "@s  A source", ""]
    depth = 0
    for number in range(draw(st.integers(0, 12))):
        depth = draw(st.integers(0, depth + 1)) if number else 0
        indent = "   " * depth
        text = f"x{draw(_words).strip()}e."
        marker = draw(_kinds) if depth else ""
        name = f"[n{number}]" + draw(st.sampled_from([" ", "   "]))
        trailer = draw(st.sampled_from(["", "  #t", "  @s( p. 1 )   {likely,by :Bob}", " \\#t"]))
        wrap = draw(st.sampled_from(["", "\n\n", "\n"]))
        more = draw(st.sampled_from(["", "y z", "\\- y", "\\[z", "\\#q"]))
        if more:
            lines.append(f"{indent}{marker}{name}{text}{wrap.replace(chr(10), '', 1)}")
            lines.append(f"{indent}        {more} w{trailer}")
        else:
            lines.append(f"{indent}{marker}{name}{text}{trailer}")
        note = draw(st.sampled_from([None, "// note", f"{indent}//note", "", f"{indent}     //x"]))
        if note is not None:
            lines.append(note)
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)
