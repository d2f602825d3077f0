"""Runs code in a process of its own, where hashes of texts have another order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def written(code: str, seed: str, **environment: str) -> bytes:
    """What code writes that runs in the project's folder, with a seed for the hashes of texts."""
    paths = os.pathsep.join(sys.path)
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths, **environment},
        capture_output=True,
        check=True,
        cwd=ROOT,
    ).stdout
