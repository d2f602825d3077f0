"""What the project around some maps says about checking them, and which maps it leaves out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from argmap.cli.console import tell
from argmap.cli.inputs import STDIN, Input
from argmap.config import FILE, PYPROJECT, TABLE, Config, Mistake, line_of, read_config
from argmap.lint import registry
from argmap.lint.settings import Settings, UnknownRule, fits, settle
from argmap.report import visible
from argmap.workspace import read_bytes, shown
from argmap.workspace.ignored import ignored_by_git

if TYPE_CHECKING:
    from argmap.schemes import Scheme


class Found(NamedTuple):
    """A file of settings: where it is, its text, what it says."""

    path: Path
    text: str
    config: Config


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
        return Path(os.path.relpath(path, self.folder)).as_posix()


def find_project(arguments: Sequence[str], options: Config) -> Project | tuple[str, ...]:
    """The project that the arguments lie in, with the options of the call on top.

    What is wrong in its file, or among the options, comes back as sentences.
    """
    found = _nearest(_common_folder(arguments))
    if isinstance(found, tuple) and not isinstance(found, Found):
        return tuple(str(mistake) for mistake in found)
    wrong = settle(options)
    if not isinstance(wrong, Settings):
        return tuple(f"--{one.key}: {one}" for one in wrong)
    config = found.config if found else Config()
    settings = settle(config, options)
    if isinstance(settings, Settings):
        file, folder = (shown(found.path), found.path.parent) if found else ("", Path.cwd())
        return Project(settings, config, file, folder)
    return tuple(_told(found, one) for one in settings) if found else ()


def project_schemes() -> tuple[Scheme, ...] | None:
    """The argument schemes of the project that the current folder is in.

    None if its settings cannot be read; that has then been told.
    """
    found = _nearest(Path.cwd())
    if isinstance(found, tuple) and not isinstance(found, Found):
        for mistake in found:
            tell(f"argmap: {visible(str(mistake))}")
        return None
    return found.config.schemes if found else ()


def _told(found: Found, wrong: UnknownRule) -> str:
    header = TABLE if found.path.name == PYPROJECT else ()
    lines = found.text.split("\n")
    for number in range(line_of(lines, (*header, wrong.key)), len(lines) + 1):
        if wrong.selector in lines[number - 1]:
            return str(Mistake(shown(found.path), number, str(wrong)))
    return str(Mistake(shown(found.path), 1, str(wrong)))


def _common_folder(arguments: Sequence[str]) -> Path:
    """The folder that all arguments lie in; the current one for standard input."""
    paths = [os.path.realpath(one) for one in arguments if one != STDIN] or [str(Path.cwd())]
    common = Path(os.path.commonpath(paths))
    return common if common.is_dir() else common.parent


def _nearest(folder: Path) -> Found | tuple[Mistake, ...] | None:
    """The settings in a folder, or in the nearest one above it in the same repository."""
    for one in (folder, *folder.parents):
        for path in (one / FILE, one / PYPROJECT):
            if path.is_file():
                text = read_bytes(path).decode("utf-8", "replace")
                config = read_config(shown(path), text)
                if isinstance(config, Config):
                    return Found(path, text, config)
                if config is not None:
                    return config
        if (one / ".git").exists():
            break
    return None


def wanted(
    maps: Iterable[Input], arguments: Sequence[str], project: Project, exclude: Sequence[str]
) -> tuple[Input, ...]:
    """The maps without those found in folders that git ignores or that are excluded.

    A map that is named itself is always wanted. `exclude` holds the patterns of the call; those
    of the project are added.
    """
    named = {os.path.realpath(one) for one in arguments if not Path(one).is_dir()}

    def is_wanted(one: Input) -> bool:
        if one.path is None or os.path.realpath(one.path) in named:
            return True
        names = (project.name(one.name), one.name)
        if any(fits(pattern, *names) for pattern in (*project.config.exclude, *exclude)):
            return False
        return not ignored_by_git(one.path)

    return tuple(one for one in maps if is_wanted(one))


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
