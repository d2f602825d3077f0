"""What the formats for machines make of a finding, where their rules are easily broken."""

from __future__ import annotations

import json
from xml.etree import ElementTree

from argmap.diagnostics import Diagnostic, Edit, Fix, Related
from argmap.report import Findings, writer
from argmap.source import SourceFile, Span
from argmap.workspace import load_text
from argmap.workspace.findings import findings_of
from tests.lint.run import settings

SOURCE = SourceFile("a,b: c%.arg", "[é🙂] A.\n  + [水]\n")
HOSTILE = Diagnostic(
    "ARG101",
    "self-support",
    "warning",
    Span(SOURCE.path, 2, 5, 2, 8),
    "100% <b> & \x1b[0m\ud800\uffff ]]>",
    help="a::b\r\nc",
    related=(Related(Span(SOURCE.path, 1, 1, 1, 5), "there"),),
    fix=Fix("safe", "take it out", (Edit(Span(SOURCE.path, 2, 1, 3, 1), ""),)),
)
FINDINGS = Findings((HOSTILE, HOSTILE), {SOURCE.path: SOURCE}, 1)


def report(name: str, findings: Findings = FINDINGS) -> str:
    return writer(name)(findings, False)


def test_github_escapes_what_ends_a_command() -> None:
    first, second = report("github").splitlines()
    assert first == second
    head, _, message = first.removeprefix("::").partition("::")
    assert head == (
        "warning file=a%2Cb%3A c%25.arg,line=2,endLine=2,col=5,endColumn=8,"
        "title=self-support (ARG101)"
    )
    assert message.startswith("100%25 <b> & ")
    assert message.endswith("%0Aa::b␍␊c")


def test_gitlab_tells_like_findings_apart() -> None:
    first, second = json.loads(report("gitlab"))
    assert first["fingerprint"] != second["fingerprint"]
    assert first["location"] == {"path": SOURCE.path, "lines": {"begin": 2, "end": 2}}


def test_junit_is_xml_whatever_it_says() -> None:
    root = ElementTree.fromstring(report("junit"))
    assert (root.tag, root.get("tests"), root.get("failures")) == ("testsuites", "2", "2")
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert "<b> &" in (failure.get("message") or "")
    passed = ElementTree.fromstring(report("junit", Findings((), {}, 3)))
    assert (passed.get("failures"), len(passed.findall("testsuite/testcase"))) == ("0", 1)


def test_rdjson_counts_bytes() -> None:
    first = json.loads(report("rdjson"))["diagnostics"][0]
    assert first["location"]["range"]["end"] == {"line": 2, "column": 10}
    assert first["relatedLocations"][0]["location"]["range"]["end"]["column"] == 9
    assert first["suggestions"][0]["text"] == ""


def test_sarif_has_what_code_scanning_reads() -> None:
    log = json.loads(report("sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("ARG101", "self-support")
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert "## Use instead" in rule["help"]["markdown"]
    first, second = run["results"]
    assert first["partialFingerprints"] != second["partialFingerprints"]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {
        "uri": "a%2Cb%3A%20c%25.arg",
        "uriBaseId": "%SRCROOT%",
    }
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": {"startLine": 2, "startColumn": 1, "endLine": 3, "endColumn": 1}}
    ]


def test_json_lines() -> None:
    loaded = load_text("[a] A.\n  + [a]\n\n[b] B.\n", "map.arg")
    found = findings_of(loaded, settings())
    lines = report("json-lines", Findings(found, loaded.files, 1)).splitlines()
    whole = json.loads(report("json", Findings(found, loaded.files, 1)))
    assert [json.loads(line) for line in lines] == whole
