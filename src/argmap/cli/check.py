"""`argmap check`: all that could be wrong in maps."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import strftime
from typing import Annotated, Literal

from argmap.cli import options
from argmap.cli.around import Around
from argmap.cli.console import emit, tell, watched
from argmap.cli.inputs import Input, inputs, none_found
from argmap.cli.judge import Judged, judge, judge_all, not_read, together
from argmap.cli.project import Project, find_project, shown_settings
from argmap.cli.telling import Telling
from argmap.config import SEVERITIES, Config, Override, PerFile
from argmap.diagnostics import Severity, did_you_mean
from argmap.lint.settings import Settings
from argmap.report import FORMATS, Findings, visible
from argmap.sentences import counted
from argmap.workspace import CannotRead, read_bytes, shown, write_file

EXAMPLES = (
    "argmap check                        all maps in this folder and below",
    "argmap check maps debate.arg        some of them",
    "argmap check --select ARG1 maps     only what is wrong with the structure",
    "argmap check --fix maps             mend what can be mended without a doubt",
    "argmap check --output-format concise --fail-on error maps",
    "cat debate.arg | argmap check -     what is on standard input",
)

OutputFormat = Literal[
    "full", "concise", "json", "json-lines", "github", "gitlab", "junit", "rdjson", "sarif"
]
_RULES = "a name, a code, or the beginning of codes; several with commas"


def command(
    paths: options.Paths = None,
    *,
    select: Annotated[
        list[str] | None,
        options.Option(
            metavar="RULES",
            autocompletion=options.rules,
            help=f"Apply these rules and no others: {_RULES}.",
        ),
    ] = None,
    extend_select: Annotated[
        list[str] | None,
        options.Option(
            metavar="RULES", autocompletion=options.rules, help="Apply these rules as well."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        options.Option(
            metavar="RULES", autocompletion=options.rules, help="Do not apply these rules."
        ),
    ] = None,
    per_file_ignores: Annotated[
        list[str] | None,
        options.Option(
            metavar="PATTERN:RULES", help="Do not apply these rules to files of this name or path."
        ),
    ] = None,
    severity: Annotated[
        list[str] | None,
        options.Option(metavar="RULE=LEVEL", help="How grave findings are: info, warning, error."),
    ] = None,
    fail_on: Annotated[
        Severity | None,
        options.Option(
            help="Exit with 1 for findings as grave as this, or graver; `warning` if not given."
        ),
    ] = None,
    fix: Annotated[
        bool, options.Option("--fix", help="Mend what can be mended and keeps its meaning.")
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        options.Option("--unsafe-fixes", help="With --fix or --diff: mend more; look at it after."),
    ] = False,
    diff: Annotated[
        bool, options.Option("--diff", help="Write nothing; show what --fix would change.")
    ] = False,
    baseline: Annotated[
        str | None,
        options.Option(metavar="FILE", help="Say nothing of the findings listed in this file."),
    ] = None,
    update_baseline: Annotated[
        bool, options.Option("--update-baseline", help="List what is found in the --baseline file.")
    ] = False,
    statistics: Annotated[
        bool, options.Option("--statistics", help="Count the findings of each rule.")
    ] = False,
    exclude: Annotated[
        list[str] | None,
        options.Option(metavar="PATTERN", help="Leave these out of what is found in folders."),
    ] = None,
    today: Annotated[
        str | None,
        options.Option(metavar="DATE", help="What day it is, for `review:` dates."),
    ] = None,
    show_settings: Annotated[
        bool, options.Option("--show-settings", help="Show the settings that hold, as TOML.")
    ] = False,
    output_format: Annotated[
        OutputFormat | None,
        options.Option(help="How to write the findings; `full` if not given."),
    ] = None,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = False,
    color: options.Color = "auto",
) -> int:
    """Find what is wrong in maps.

    Exits with 0 if there is nothing, 1 if there are findings, 2 if a file, a setting or an option
    cannot be used. Settings are read from the nearest argmap.toml or pyproject.toml.
    """
    arguments = paths or ["."]
    around = Around(arguments, exclude or ())
    maps = inputs(arguments, stdin_filename, around)
    own = Config(
        select=None if select is None else _names(select),
        extend_select=_names(extend_select),
        ignore=_names(ignore),
        per_file_ignores=tuple(map(_per_file, per_file_ignores or ())),
        severity=tuple(map(_override, severity or ())),
    )
    project = find_project(around, own)
    settled = project.settings
    dated = replace(settled, options=settled.options._replace(today=_day(today)))
    project = project._replace(settings=dated)
    telling = Telling(
        output_format or _format(project),
        fail_on or project.config.fail_on or "warning",
        statistics=statistics,
        unsafe=unsafe_fixes,
        quiet=quiet,
        color=color,
        maps=frozenset(one.name for one in maps),
    )
    if show_settings:
        emit(shown_settings(project, telling.format, telling.fail_on))
        return 0
    if not maps and not quiet:
        tell(none_found(arguments))
    file = _baseline(project, baseline)
    if update_baseline and file is None:
        raise options.BadParameter("say with --baseline where to write", param_hint="FILE")
    if fix or diff:
        if update_baseline:
            raise options.BadParameter("fix first, then update the baseline")
        return _repair(maps, project, telling, file, write=not diff)
    judging = judge_all(maps, [_settings(project, one) for one in maps])
    results = watched(judging, "checking", len(maps), quiet)
    findings = together(results)
    unread = not_read(results)
    if file is not None and update_baseline:
        return _update(findings, unread, file, quiet=quiet)
    return telling.tell(_new(findings, file), unread)


def _settings(project: Project, one: Input) -> Settings:
    return project.settings.for_file(project.name(one.name), one.name)


def _repair(
    maps: Sequence[Input], project: Project, telling: Telling, file: Path | None, *, write: bool
) -> int:
    """Fix maps, or show what fixing them would change."""
    from argmap.cli.repair import repair  # noqa: PLC0415 - only with --fix
    from argmap.cli.rewriting import put_back, show_difference  # noqa: PLC0415

    results: list[Judged] = []
    fixed, changed = 0, set[str]()
    repairing = (repair(one, _settings(project, one), unsafe=telling.unsafe) for one in maps)
    repaired = watched(repairing, "fixing", len(maps), telling.quiet)
    for one, done in zip(maps, repaired, strict=True):
        results.append(done.judged)
        fixed += done.fixed
        if done.before != done.after:
            changed.add(one.name)
        if not write:
            show_difference(one.name, done.before, done.after)
        else:
            put_back(one, done.before, done.after)
    if write:
        results = [
            judge(one, _settings(project, one)) if _is_outdated(one, result, changed) else result
            for one, result in zip(maps, results, strict=True)
        ]
    unread = not_read(results)
    if not write:
        for error in unread:
            tell(f"argmap: {visible(error)}")
        return 2 if unread else int(bool(changed))
    beside = any(one.path is None for one in maps)
    return telling.tell(_new(together(results), file), unread, fixed=fixed, beside=beside)


def _is_outdated(one: Input, judged: Judged, changed: Set[str]) -> bool:
    """Whether something was found in an import of a map that has been fixed since."""
    return one.path is not None and any(
        found.span.path in changed and found.span.path != one.name for found in judged.findings
    )


# Settings and options -------------------------------------------------------------------------


def _names(given: Sequence[str] | None) -> tuple[str, ...]:
    """The rules in options such as `--select a,b --select c`."""
    names = (name.strip() for one in given or () for name in one.split(","))
    return tuple(name for name in names if name)


def _day(given: str | None) -> str:
    """A date as it is written in maps; today's if none is given."""
    if given is None:
        return strftime("%Y-%m-%d")
    from datetime import date  # noqa: PLC0415 - only with --today

    with suppress(ValueError):
        if date.fromisoformat(given).isoformat() == given:
            return given
    raise options.BadParameter(f"`{given}` is not a date such as 2026-01-31", param_hint="--today")


def _per_file(given: str) -> PerFile:
    pattern, colon, rules = given.rpartition(":")
    if not colon or not pattern or not _names([rules]):
        raise options.BadParameter(
            f"`{given}` is not PATTERN:RULES, such as `drafts/*:isolated-claim`",
            param_hint="--per-file-ignores",
        )
    return PerFile(pattern, _names([rules]))


def _override(given: str) -> Override:
    rule, _, level = given.partition("=")
    for severity in SEVERITIES:
        if level == severity:
            return Override(rule, severity)
    raise options.BadParameter(
        f"`{given}` is not RULE=LEVEL, where LEVEL is {', '.join(SEVERITIES)}",
        param_hint="--severity",
    )


def _format(project: Project) -> str:
    name = project.config.output_format or "full"
    if name in FORMATS:
        return name
    near = did_you_mean(name, FORMATS)
    mend = f"did you mean `{near}`?" if near else f"there are {', '.join(FORMATS)}"
    raise options.BadParameter(f"{project.file}: there is no output format `{name}`; {mend}")


# Baseline -------------------------------------------------------------------------------------


def _baseline(project: Project, given: str | None) -> Path | None:
    if given is not None:
        return Path(given)
    named = project.config.baseline
    return None if named is None else project.folder / named


def _new(findings: Findings, file: Path | None) -> Findings:
    """The findings that are not in the baseline."""
    if file is None:
        return findings
    from argmap.lint.baseline import new_findings, read_baseline  # noqa: PLC0415 - loads json

    known = read_baseline(read_bytes(file).decode("utf-8", "replace"))
    if isinstance(known, str):
        raise CannotRead(f"cannot use {shown(file)}: {known}; write it anew with --update-baseline")
    new = new_findings(findings.diagnostics, findings.files, _from(file, findings), known)
    return findings._replace(diagnostics=new)


def _update(findings: Findings, unread: Sequence[str], file: Path, *, quiet: bool) -> int:
    """Write the baseline anew, unless a map could not be read and would fall out of it."""
    from argmap.lint.baseline import in_baseline, write_baseline  # noqa: PLC0415 - loads json

    for error in unread:
        tell(f"argmap: {visible(error)}")
    if unread:
        return 2
    told = in_baseline(findings.diagnostics)
    write_file(file, write_baseline(told, findings.files, _from(file, findings)).encode())
    if not quiet:
        tell(f"Listed {counted(len(told), 'finding')} in {visible(shown(file))}.")
    return 0


def _from(file: Path, findings: Findings) -> Mapping[str, str]:
    """By shown path: the path of a map, counted from the folder of a baseline."""
    folder = os.path.realpath(file.parent)
    return {path: Path(os.path.relpath(path, folder)).as_posix() for path in findings.files}
