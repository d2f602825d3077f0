"""The contract of `argmap check`: exit codes, options, settings, fixes, baselines, discovery."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.helpers import BAD, GOOD, Result, environment

LONELY = "[a] A.\n  + [b] B.\n\n[c] C.\n"
CIRCLE = "[a] A.\n  + [a]\n\n[b] B.\n  + [c] C.\n"
TWICE = "[a] A.\n  + [b] B.\n\n[a]\n  + [b]\n"


class Place:
    """A folder to run `argmap check` in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def check(self, *arguments: str, stdin: str = "") -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", "check", *arguments],
            input=stdin.encode(),
            capture_output=True,
            cwd=self.folder,
            env=environment(),
            timeout=60,
            check=False,
        )
        result = Result(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in result.err
        return result

    def names(self, *arguments: str) -> list[str]:
        out = self.check("--output-format", "json", *arguments).out
        return [f"{Path(one['path']).name} {one['name']}" for one in json.loads(out)]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    made.write("good.arg", GOOD)
    made.write("lonely.arg", LONELY)
    made.write("circle.arg", CIRCLE)
    return made


def test_exit_codes(place: Place) -> None:
    assert place.check("good.arg").code == 0
    assert place.check("lonely.arg").code == 0
    assert place.check("--fail-on", "info", "lonely.arg").code == 1
    assert place.check("circle.arg").code == 1
    assert place.check("--severity", "self-support=warning", "--fail-on", "error").code == 0
    assert place.check("no-such.arg").code == 2
    assert place.check("--select", "no-such-rule").code == 2
    assert place.check("--severity", "self-support").code == 2
    assert place.check("--per-file-ignores", "nothing").code == 2
    assert place.check("--update-baseline").code == 2


def test_selection(place: Place) -> None:
    assert place.names() == ["circle.arg self-support", "lonely.arg isolated-claim"]
    assert place.names("--select", "ARG101") == ["circle.arg self-support"]
    assert place.names("--ignore", "self-support,ARG107") == []
    assert place.names("--per-file-ignores", "lonely.arg:ARG1") == ["circle.arg self-support"]
    place.write("why.arg", "[a] So it is because it is.\n")
    assert place.names("why.arg", "--extend-select", "compound-claim") == ["why.arg compound-claim"]


def test_a_wrong_rule_is_told(place: Place) -> None:
    result = place.check("--select", "self-suport")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "argmap: --select: no rule is called `self-suport`; did you mean `self-support`?\n"
    )


def test_errors_of_the_language_come_alone(place: Place) -> None:
    place.write("bad.arg", f"{BAD}\n[lonely] Nobody.\n")
    assert place.names("bad.arg", "--select", "ARG") == ["bad.arg undefined-id"]


def test_settings_in_a_file(place: Place) -> None:
    place.write(
        "argmap.toml", 'ignore = ["ARG107"]\nfail-on = "error"\n[severity]\nARG101 = "info"'
    )
    result = place.check()
    assert result.code == 0
    assert "info[ARG101]" in result.out
    assert "ARG107" not in result.out
    assert place.check("--severity", "ARG101=error").code == 1
    assert place.names("--select", "ARG107") == ["lonely.arg isolated-claim"]


def test_the_nearest_file_of_settings(place: Place) -> None:
    place.write("argmap.toml", 'select = ["ARG101"]')
    place.write("inner/pyproject.toml", '[tool.argmap]\nselect = ["ARG107"]')
    place.write("other/pyproject.toml", "[project]\n")
    for folder in ("inner", "other"):
        place.write(f"{folder}/m.arg", LONELY + "[d] D.\n  + [d]\n")
    assert place.names("inner") == ["m.arg isolated-claim"]
    assert place.names("other") == ["m.arg self-support"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct = []", "argmap.toml:1: there is no setting `selct`; did you mean `select`?"),
        (
            'x-y = 1\nselect = [\n  "ARG1",\n  "self-suport"]',
            "argmap.toml:1: there is no setting `x-y`;",
        ),
        (
            'select = [\n  "ARG1",\n  "self-suport"]',
            "argmap.toml:3: no rule is called `self-suport`; did you mean `self-support`?",
        ),
        ('output-format = "sarf"', "there is no output format `sarf`; did you mean `sarif`?"),
    ],
)
def test_wrong_settings(place: Place, text: str, said: str) -> None:
    place.write("argmap.toml", text)
    result = place.check()
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_shown_settings_can_be_used(place: Place) -> None:
    place.write(
        "argmap.toml",
        'ignore = ["ARG107"]\nexclude = ["a \\"b\\""]\n[severity]\nARG1="info"\n'
        '[schemes."größe"]\nabout = "A."\nconclusion = "C."\npremises = { p = "{x}" }\n'
        'aliases = ["b"]\nreferences = ["R"]\nexample = "[a] A.\\n"\n'
        '[schemes."größe".questions]\nq = { asks = "Q?", challenges = "p" }\n',
    )
    shown = place.check("--show-settings").out
    assert shown.startswith("# from argmap.toml\n")
    place.write("argmap.toml", shown)
    assert place.check("--show-settings").out == shown
    for part in ('[schemes."größe"]', '"p" = "{x}"', 'aliases = ["b"]', 'challenges = "p"'):
        assert part in shown


def test_fix(place: Place) -> None:
    path = place.write("twice.arg", TWICE)
    diff = place.check("--diff", "twice.arg")
    assert diff.code == 1
    assert "-  + [b]\n" in diff.out
    assert path.read_text() == TWICE
    before = place.check("twice.arg")
    assert before.out.endswith("1 finding in 1 file (1 warning); 1 can be fixed with --fix\n")
    fixed = place.check("--fix", "twice.arg")
    assert (fixed.code, fixed.out) == (0, "1 map, no findings; 1 fix made\n")
    assert path.read_text() == TWICE.removesuffix("  + [b]\n")
    assert place.check("--diff", "twice.arg").code == 0


def test_fix_of_standard_input(place: Place) -> None:
    result = place.check("--fix", "-", stdin=TWICE)
    assert (result.code, result.out) == (0, TWICE.removesuffix("  + [b]\n"))
    assert result.err == "1 map, no findings; 1 fix made\n"


def test_no_fix_is_promised_for_what_is_only_imported(place: Place) -> None:
    place.write("main.arg", "import other.arg\n\n[a] A.\n  + [other/b]\n")
    other = place.write("other.arg", "[b] B.\n\t+ [c] C.\n")
    before = other.read_text()
    assert place.check("main.arg").out.endswith("1 finding in 1 file (1 error)\n")
    assert "fixed" not in place.check("--statistics", "main.arg").out
    assert place.check("--fix", "main.arg").out.endswith("1 finding in 1 file (1 error)\n")
    assert other.read_text() == before
    assert place.check("main.arg", "other.arg").out.endswith("; 1 can be fixed with --fix\n")
    assert place.check("--fix", "main.arg", "other.arg").out == "2 maps, no findings; 1 fix made\n"


def test_unsafe_fixes_are_asked_for(place: Place) -> None:
    path = place.write("same.arg", "[a] A.\n  + [b] Same.\n\n[c] C.\n  - Same.\n")
    assert "1 can be fixed with --fix --unsafe-fixes" in place.check("same.arg").out
    assert place.check("--fix", "same.arg").code == 1
    assert place.check("--fix", "--unsafe-fixes", "same.arg").code == 0
    assert path.read_text().endswith("  - [b]\n")


def test_baseline(place: Place) -> None:
    written = place.check("--baseline", "base.json", "--update-baseline")
    assert (written.code, written.err) == (0, "Listed 2 findings in base.json.\n")
    assert place.names("--baseline", "base.json") == []
    circle = place.write("circle.arg", f"// moved\n{CIRCLE}")
    assert place.names("--baseline", "base.json") == []
    circle.write_text(CIRCLE + "\n[d] D.\n  + [d]\n")
    assert place.names("--baseline", "base.json") == ["circle.arg self-support"]
    assert place.check("--baseline", "no.json").code == 2
    place.write("no.json", "[]")
    assert "it is no baseline" in place.check("--baseline", "no.json").err


def test_a_baseline_hides_no_errors_of_the_language(place: Place) -> None:
    place.write("bad.arg", BAD)
    place.check("--baseline", "base.json", "--update-baseline")
    assert place.names("--baseline", "base.json") == ["bad.arg undefined-id"]


def test_statistics(place: Place) -> None:
    place.write("more.arg", LONELY + "\n[d] D.\n")
    assert place.check("--statistics").out == (
        "3  ARG107  isolated-claim\n1  ARG101  self-support\n"
        "4 findings in 3 files (1 error, 3 info)\n"
    )


def test_what_git_ignores_is_not_looked_for(place: Place) -> None:
    (place.folder / ".git").mkdir()
    place.write(".gitignore", "/circle.arg\n")
    assert place.names("--select", "ARG101") == []
    assert place.names("--select", "ARG101", "circle.arg") == ["circle.arg self-support"]


def test_exclude(place: Place) -> None:
    place.write("drafts/x.arg", CIRCLE)
    assert place.names("--exclude", "drafts", "--select", "ARG101") == ["circle.arg self-support"]
    place.write("argmap.toml", 'exclude = ["circle.arg"]')
    assert place.names("--select", "ARG101") == ["x.arg self-support"]


def test_rule(place: Place) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "rule", "self-support"],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    page = Path(__file__).parents[2] / "docs" / "rules" / "self-support.md"
    assert done.stdout == page.read_text()
