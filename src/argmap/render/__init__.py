"""From an argument map to a picture: `render_svg` is the door, the rest is private.

The package can be called: `argmap.render(map)` is both the name of the library's function and of
this package, and importing the package would otherwise take the function's place.
"""

import sys
from types import ModuleType

from argmap.render.layout import EngineChoice, LayoutUse
from argmap.render.mirror import Direction
from argmap.render.pages import Page, pages
from argmap.render.palette import ThemeName
from argmap.render.paper import PageSize
from argmap.render.picture import Picture, RenderOptions, render, render_pages, render_svg
from argmap.render.select import DEFAULT_DEPTH, NoSuchPart, View, select

__all__ = [
    "DEFAULT_DEPTH",
    "Direction",
    "EngineChoice",
    "LayoutUse",
    "NoSuchPart",
    "Page",
    "PageSize",
    "Picture",
    "RenderOptions",
    "ThemeName",
    "View",
    "pages",
    "render",
    "render_pages",
    "render_svg",
    "select",
]


class _Callable(ModuleType):
    """A module that draws when it is called."""

    __call__ = staticmethod(render)


sys.modules[__name__].__class__ = _Callable
