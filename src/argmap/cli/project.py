"""What the project around some maps says about checking them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.cli.around import Around, Found, WrongSettings, counted
from argmap.config import PYPROJECT, TABLE, Config, Mistake, line_of
from argmap.lint import registry
from argmap.lint.settings import Settings, UnknownRule, settle
from argmap.report import visible
from argmap.workspace import shown

if TYPE_CHECKING:
    from argmap.schemes import Scheme


class Project(NamedTuple):
    """The settings that hold, and where they were found.

    `file` is the shown path of the file, empty if there is none; paths in it count from `folder`.
    """

    settings: Settings
    config: Config
    file: str
    folder: Path

    def name(self, path: str) -> str:
        """The path of a map, counted from the folder of the settings."""
        return counted(path, self.folder)


def find_project(around: Around, options: Config) -> Project:
    """The project around a call, with the options of the call on top.

    Raises WrongSettings if something is wrong in its file, or among the options.
    """
    found = around.found
    wrong = settle(options)
    if not isinstance(wrong, Settings):
        raise WrongSettings(f"--{one.key}: {one}" for one in wrong)
    config = found.config if found else Config()
    settings = settle(config, options)
    if isinstance(settings, Settings):
        file, folder = (shown(found.path), found.path.parent) if found else ("", Path.cwd())
        return Project(settings, config, file, folder)
    raise WrongSettings(_told(found, one) for one in settings if found)


def _told(found: Found, wrong: UnknownRule) -> str:
    header = TABLE if found.path.name == PYPROJECT else ()
    lines = found.text.split("\n")
    for number in range(line_of(lines, (*header, wrong.key)), len(lines) + 1):
        if wrong.selector in lines[number - 1]:
            return str(Mistake(shown(found.path), number, str(wrong)))
    return str(Mistake(shown(found.path), 1, str(wrong)))


def shown_settings(project: Project, format_: str, fail_on: str) -> str:
    """The settings that hold, as the text of an argmap.toml that says the same."""
    settings, config = project.settings, project.config
    rules = [registry.rule(code).rule for code in settings.enabled]
    origin = f"from {visible(project.file)}" if project.file else "no argmap.toml was found"
    lines = [f"# {origin}", "", "select = ["]
    lines += [f'  "{rule.name}",  # {rule.code}' for rule in rules]
    lines += ["]", f"exclude = {_listed(config.exclude)}", f'fail-on = "{fail_on}"']
    lines.append(f'output-format = "{format_}"')
    if config.baseline is not None:
        lines.append(f"baseline = {_quoted(config.baseline)}")
    if settings.options.tags is not None:
        lines.append(f"tags = {_listed(settings.options.tags)}")
    lines.append(f"longest-claim = {settings.options.longest_claim}")
    lines += ["", "[severity]"]
    lines += [
        f'{rule.name} = "{settings.severity.get(rule.code, rule.severity)}"' for rule in rules
    ]
    lines += ["", "[per-file-ignores]"]
    for pattern, codes in settings.per_file:
        lines.append(f"{_quoted(pattern)} = {_listed(registry.NAMES[code] for code in codes)}")
    for scheme in settings.options.schemes:
        lines += _scheme(scheme)
    return "\n".join(lines) + "\n"


def _scheme(scheme: Scheme) -> Iterator[str]:
    """A scheme of the project as a table."""
    name = _quoted(scheme.name)
    yield from ("", f"[schemes.{name}]")
    for key in ("title", "about", "conclusion", "example"):
        if text := getattr(scheme, key):
            yield f"{key} = {_quoted(text)}"
    for key in ("references", "aliases"):
        if texts := getattr(scheme, key):
            yield f"{key} = {_listed(texts)}"
    yield from ("", f"[schemes.{name}.premises]")
    for premise in scheme.premises:
        yield f"{_quoted(premise.name)} = {_quoted(premise.text)}"
    for question in scheme.questions:
        yield from ("", f"[schemes.{name}.questions.{_quoted(question.name)}]")
        yield f"asks = {_quoted(question.text)}"
        yield f"challenges = {_quoted(question.challenges)}"


def _listed(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    """A TOML string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    printable = (c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped)
    return f'"{"".join(printable)}"'
