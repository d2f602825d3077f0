"""`argmap render` to PNG."""

from __future__ import annotations

from pathlib import Path

from .helpers import GOOD, Runner

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def test_the_suffix_says_png(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "m.arg").write_text(GOOD, encoding="utf-8")
    assert run("render", "m.arg", "-o", "m.png").code == 0
    first = (tmp_path / "m.png").read_bytes()
    assert first.startswith(_SIGNATURE)
    assert run("render", "m.arg", "--to", "png", "--theme", "dark").code == 0
    assert (tmp_path / "m.png").read_bytes() != first
