"""The table of widths says what the fonts of the package say."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.render import metrics
from tests.render.make_fonts import UNSEEN
from tests.render.make_metrics import FACES, advances, runs

FONTS = Path(metrics.__file__).parent / "fonts"


@pytest.mark.parametrize("face", FACES)
def test_the_table_has_the_widths_of_the_font(face: str) -> None:
    pytest.importorskip("fontTools", reason="fonttools is in the extra dev")
    font = advances(FONTS / f"ArgmapSans-{face}.ttf")
    made = {start + at: width for start, run in runs(font) for at, width in enumerate(run)}
    table = {
        start + at: width
        for start, run in metrics.face(face.lower())
        for at, width in enumerate(run)
    }
    unseen = dict.fromkeys(set(made) & set(UNSEEN), 0)
    assert table | unseen == made
