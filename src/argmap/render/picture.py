"""From an argument map to a finished SVG: the stages of the renderer, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.collector import collector_held
from argmap.model import ArgumentMap
from argmap.render.boxes import boxes_of
from argmap.render.compose import on_screen
from argmap.render.content import content_of
from argmap.render.density import ROOMY, Density
from argmap.render.describe import size_of
from argmap.render.frames import frames_of
from argmap.render.graph import graph_of
from argmap.render.labels import place_words
from argmap.render.layout import EngineChoice, LayoutUse, lay_out
from argmap.render.look import look_of
from argmap.render.mirror import Direction, is_mirrored, mirrored
from argmap.render.pages import Page
from argmap.render.palette import ThemeName
from argmap.render.paper import PAPERS, PageSize
from argmap.render.references import with_references
from argmap.render.roles import with_roles
from argmap.render.route import route
from argmap.render.scene import Scene, Subject, Words
from argmap.render.sections import with_questions_at_home
from argmap.render.select import Selected, View, select
from argmap.render.svg import write_svg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.render.hinges import Hinges
    from argmap.semantics.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How a map is to be drawn.

    `engine` is `graphviz` (layered), `tree` (built in, any size) or `auto`: Graphviz for each
    part of the map that it can lay out in reasonable time. `theme` is `light`, `dark`, `print`,
    `mono` or `auto`, which follows the reader's setting and needs a viewer that knows CSS
    variables; `css` is a style sheet that is put after the theme's. `direction` is the side at
    which conclusions stand; `auto` is left unless the map is written from right to left. With a
    `page` the picture has the size of that paper, and the map is set so as to fill it. `view` is
    the part that is drawn.
    """

    engine: EngineChoice = "auto"
    theme: ThemeName = "auto"
    css: str = ""
    direction: Direction = "auto"
    page: PageSize | None = None
    view: View = View()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished picture: its SVG in pieces of UTF-8, its size in px, and how it was laid out.

    `notices` are lines for the user about what was done differently than asked for.
    """

    pieces: tuple[bytes, ...]
    width: float
    height: float
    layouts: tuple[LayoutUse, ...]
    notices: tuple[str, ...]

    @property
    def svg(self) -> str:
        """The text of the SVG."""
        return b"".join(self.pieces).decode()


DEFAULT_OPTIONS = RenderOptions()


def render_svg(
    argument_map: ArgumentMap,
    options: RenderOptions = DEFAULT_OPTIONS,
    evaluation: Evaluation | None = None,
) -> Picture:
    """Draw a map as SVG, with what its evaluation says if one is given.

    The same map, options and version of Graphviz give the same text. A map that Graphviz cannot
    lay out is laid out by the built-in engine, with a notice. Raises NoSuchPart if the options ask
    for a part that the map does not have, and nothing else.
    """
    page = Page("", select(argument_map, options.view))
    return next(render_pages(argument_map, (page,), options, evaluation))


def render_pages(
    argument_map: ArgumentMap,
    pages: Iterable[Page],
    options: RenderOptions = DEFAULT_OPTIONS,
    evaluation: Evaluation | None = None,
) -> Iterator[Picture]:
    """Draw `pages` of a map, each when it is asked for. Of the options, the view was needed to make
    the pages."""
    hinges: Hinges | None = None
    if evaluation is not None:
        from argmap.render.hinges import Hinges  # noqa: PLC0415 - a plain picture needs none

        hinges = Hinges(argument_map)
    for page in pages:
        with collector_held():
            subject = subject_of(argument_map, page.selected, options, evaluation, hinges)
            picture = _drawn(subject, options)
        yield picture


def render(
    argument_map: ArgumentMap,
    *,
    engine: EngineChoice = "auto",
    theme: ThemeName = "auto",
    page: PageSize | None = None,
    plain: bool = False,
) -> str:
    """The picture of a map, as the text of an SVG file.

    With a `page` it has the size of that paper, across, in mm, and the map is set so as to fill
    it. `plain` leaves out how claims fare.
    """
    options = RenderOptions(engine=engine, theme=theme, page=page)
    if plain:
        return render_svg(argument_map, options).svg
    from argmap.semantics.evaluate import evaluate  # noqa: PLC0415 - a plain picture needs none

    return render_svg(argument_map, options, evaluate(argument_map)).svg


def _drawn(subject: Subject, options: RenderOptions) -> Picture:
    small: tuple[str, ...] = ()
    if options.page is None:
        scene = scene_of(subject, options.engine, ROOMY)
        composition = on_screen(scene)
    else:
        from argmap.render.page import fitted, too_small  # noqa: PLC0415 - few pictures need it

        paper = PAPERS[options.page]
        scene, composition, text = fitted(
            lambda density: scene_of(subject, options.engine, density), subject.content, paper
        )
        small = tuple(too_small(text, paper))
    pieces = write_svg(scene, composition, options.theme, options.css)
    notices = tuple(
        f"{use.boxes:,} boxes were laid out by the {use.engine} engine: {use.reason}"
        for use in scene.layout.uses
        if use.reason
    )
    return Picture(pieces, *composition.pixels, scene.layout.uses, (*notices, *small))


def subject_of(
    whole: ArgumentMap,
    selected: Selected,
    options: RenderOptions,
    evaluation: Evaluation | None,
    hinges: Hinges | None = None,
) -> Subject:
    """What is drawn of a map; `hinges` are those of all pictures of it, if there are more."""
    argument_map = selected.map
    content = content_of(argument_map, selected.hidden, selected.focus)
    content = with_references(with_questions_at_home(content, argument_map), argument_map)
    content = with_roles(content, argument_map)
    look = look_of(whole, content, evaluation)
    said: tuple[str, ...] = ()
    if evaluation is not None:
        from argmap.render.verdicts import UNSETTLED, verdicts  # noqa: PLC0415 - as above

        said = verdicts(whole, content, look, evaluation, hinges)
        said += () if evaluation.converged else (UNSETTLED,)
    return Subject(
        argument_map,
        content,
        look,
        Words(said, size_of(argument_map, content), selected.note, selected.gone),
        is_mirrored(options.direction, argument_map),
    )


def scene_of(subject: Subject, engine: EngineChoice, density: Density) -> Scene:
    """All that is drawn of a subject, with its places, set with a density."""
    argument_map, content, look, _, backwards = subject
    boxes = boxes_of(content, look, density)
    parents = tuple(section.parent for section in argument_map.sections)
    graph, chains = graph_of(content, boxes, parents, density)
    layout = lay_out(graph, engine)
    frames = tuple(frames_of(part, layout, graph) for part in layout.parts)
    titles = tuple(section.title for section in argument_map.sections)
    routes = route(content, graph, chains, layout, frames, titles)
    if backwards:
        layout, frames, routes = mirrored(layout, frames, routes)
    way = 1 if backwards else -1
    spots = place_words(content, graph, chains, layout, routes, frames, titles, way)
    return Scene(subject, boxes, graph, chains, layout, frames, routes, spots)
