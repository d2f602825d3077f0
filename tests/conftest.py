"""The golden mechanism: what a stage makes of a case is compared with the file beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same every time", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("new every time", deadline=None, max_examples=5_000)

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` takes what the stages make now as what is expected."""
    parser.addoption("--accept", action="store_true", help="write the golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    """The same examples in every run, so that a change is to blame for a failure; new ones, and
    many more, with `pytest -m fuzz`."""
    fuzzing = config.getoption("-m") == "fuzz"
    settings.load_profile("new every time" if fuzzing else "same every time")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long fuzzing is run by hand only; with `-m fuzz`, so are the laws."""
    fuzzing = config.getoption("-m") == "fuzz"
    for item in items:
        if fuzzing and getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("fuzz")
    if not fuzzing:
        skipped = [item for item in items if item.get_closest_marker("fuzz")]
        items[:] = [item for item in items if item not in skipped]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file, byte for byte; with `--accept`, write the file."""
    accept = bool(request.config.getoption("--accept"))

    def compare(path: Path, text: str) -> None:
        data = text.encode("utf-8")
        if accept:
            path.write_bytes(data)
            return
        assert path.exists(), f"{path.name} is missing; look at it after `pytest --accept`"
        assert data.decode("utf-8") == path.read_bytes().decode("utf-8")

    return compare
