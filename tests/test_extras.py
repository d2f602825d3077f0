"""What is told when a library that few maps need is not installed."""

from __future__ import annotations

from importlib import import_module

import pytest

from argmap.extras import MissingExtra, extra


def test_names_the_extra_and_how_to_get_it() -> None:
    told = r"^reading refs\.bib takes the extra `sources`.*`pip install 'argmap\[sources\]'`$"
    with pytest.raises(MissingExtra, match=told), extra("sources", "reading refs.bib"):
        import_module("a_library_that_nobody_has")


def test_what_else_goes_wrong_goes_through() -> None:
    with pytest.raises(ZeroDivisionError), extra("sources", "reading refs.bib"):
        _ = 1 / 0


def test_what_is_missing_of_our_own_is_a_mistake() -> None:
    with pytest.raises(ModuleNotFoundError), extra("sources", "reading refs.bib"):
        import_module("argmap.nothing")
