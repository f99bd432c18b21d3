"""Reports for programs: what GitHub, GitLab and readers of SARIF are told, whatever stands in the maps."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from cjmgen.problem import CODES, Place, Problem, Related, Span, problem
from cjmgen.report.as_github import annotations, step_summary
from cjmgen.report.as_gitlab import as_gitlab
from cjmgen.report.as_sarif import as_sarif
from cjmgen.report.explain import sections
from cjmgen.report.spot import Finding, find
from cjmgen.tree import Tree

FILE = "maps/journeys/first-pair.yml"
ESCAPED = "maps/journeys/first\\-pair\\.yml"
MANUAL = sections((Path(__file__).parent.parent.parent / "docs" / "problems.md").read_text("utf-8"))
HOSTILE = "@everyone ![x](http://evil) <script>|`\u202e\x1b[31m%0A\r\n::stop-commands::x, a:b www.evil.org"

PLACE = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": {"$ref": "#/$defs/message"},
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "required": ["uri"],
                    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9/._~%-]+$"}, "uriBaseId": {"const": "%SRCROOT%"}},
                    "additionalProperties": False,
                },
                "region": {
                    "type": "object",
                    "required": ["startLine"],
                    "properties": {name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endColumn")},
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}, "markdown": {"type": "string"}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "help"],
    "properties": {
        "id": {"enum": list(CODES)},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "helpUri": {"type": "string", "format": "uri", "pattern": "^https://"},
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}, "additionalProperties": False},
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": {"$ref": "#/$defs/message"},
        "locations": {"type": "array", "items": PLACE, "minItems": 1, "maxItems": 1},
        "relatedLocations": {"type": "array", "items": {**PLACE, "required": ["id", "physicalLocation", "message"]}, "minItems": 1},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string", "minLength": 32}},
    },
    "additionalProperties": False,
}
SARIF = {
    "$defs": {"message": TEXT},
    "type": "object",
    "required": ["version", "runs", "$schema"],
    "properties": {
        "$schema": {"type": "string", "pattern": r"sarif-schema-2\.1\.0\.json$"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {"driver": {"type": "object", "required": ["name"], "properties": {"rules": {"type": "array", "items": RULE}}}},
                    },
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
"""What the specification asks for of everything that is said here, and nothing beside it."""


def found(*problems: Problem, files: dict[str, bytes] | None = None) -> tuple[Finding, ...]:
    return find(problems, Tree.of(files or {FILE: b"title: A\npersonas: [ana]\n" * 40}))


def at(line: int, column: int = 1, length: int = 3, file: str = FILE) -> Place:
    return Place(file, Span(line, column, length))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (problem("unknown-persona", "no 'ana'", at(2, 12)), f"::error file={FILE},line=2,col=12,endColumn=15,title=unknown-persona::no 'ana'"),
        (problem("empty-stage", "50% of it", at(1), "one\ntwo"), f"::warning file={FILE},line=1,col=1,endColumn=4,title=empty-stage::50%25 of it%0Aone%0Atwo"),
        (problem("unused-persona", "nobody", at(1)), f"::notice file={FILE},line=1,col=1,endColumn=4,title=unused-persona::nobody"),
        (problem("no-project", "a\nb\rc", at(99)), f"::error file={FILE},title=no-project::a␊b␍c"),
        (problem("bad-yaml", "::error::x", at(99)), f"::error file={FILE},title=bad-yaml::::error::x"),
        (problem("bad-yaml", "x", at(1, file="maps/a:b,c %0A.yml")), "::error file=maps/a%3Ab%2Cc %250A.yml,title=bad-yaml::x"),
        (problem("bad-yaml", "\x1b[31m\u202ex", at(99)), f"::error file={FILE},title=bad-yaml::␛[31m\ufffdx"),
    ],
)
def test_an_annotation(given: Problem, told: str) -> None:
    assert annotations(found(given), 1, elsewhere=True).splitlines()[0] == told


def test_the_most_severe_ten_are_annotations_and_the_others_are_told_elsewhere() -> None:
    notes = [problem("unused-persona", f"note {n}", at(n)) for n in range(1, 13)]
    many = found(*notes, problem("empty-stage", "warned", at(30)), problem("bad-yaml", "wrong", at(40)))
    told = annotations(many, 3, elsewhere=True).splitlines()
    assert [line.partition(" ")[0] for line in told[:-1]] == ["::error", "::warning", *["::notice"] * 8]
    assert told[-1] == "1 error, 1 warning, 12 notes in 3 files; 4 more in the summary of this step"
    alone = annotations(many, 3, elsewhere=False).splitlines()
    assert alone[:10] == told[:10]
    assert [line.partition(":")[0] for line in alone[10:14]] == [f"info[unused-persona] {FILE}"] * 4
    assert alone[14] == "1 error, 1 warning, 12 notes in 3 files"


def test_nothing_in_a_map_is_a_command() -> None:
    hostile = found(*(problem("bad-yaml", f"{HOSTILE} {n}", at(n), HOSTILE) for n in range(1, 20)))
    for elsewhere in (True, False):
        lines = annotations(hostile, 1, elsewhere).replace("\r", "\n").split("\n")
        assert len(lines) == 12 + (0 if elsewhere else 9)
        assert all(line.startswith(f"::error file={FILE},") for line in lines[:10])
        assert not any(line.lstrip().startswith("::") for line in lines[10:])


def test_the_summary_of_a_step_holds_all_in_a_table() -> None:
    told = step_summary(found(problem("unused-persona", HOSTILE, at(1)), problem("bad-yaml", "a | b", at(2, 12), "one\ntwo")), 2)
    lines = told.splitlines()
    assert lines[:4] == ["### cjmgen: 1 error, 1 note in 2 files", "", "| | Where | What |", "|---|---|---|"]
    assert lines[4] == f"| error | {ESCAPED}:2:12 | **bad-yaml** a \\| b<br>one<br>two |"
    assert len(lines) == 7
    assert len(re.findall(r"(?<!\\)\|", lines[5])) == 4
    harm = ("@everyone", "<script>", "://evil", "www.evil", "\u202e", "\x1b", "](")
    assert [part for part in harm if part in lines[5]] == []
    assert step_summary((), 3) == "### cjmgen: no problems in 3 files\n\n\n"


@pytest.mark.parametrize("room", [0, 1, 40, 110, 200, 1000, 20_000])
def test_the_summary_of_a_step_keeps_within_its_room(room: int) -> None:
    many = found(*(problem("bad-yaml", f"ошибка {n}", at(n % 80 + 1)) for n in range(500)))
    told = step_summary(many, 1, room)
    assert len(told.encode()) <= room
    rows = told.count("| error |")
    assert not told or told.endswith(f"\nand {500 - rows} more, which `cjmgen check` tells\n\n")
    assert bool(rows) == (room >= 200)


def test_gitlab_is_told_where_and_how_bad_under_a_name_of_its_own() -> None:
    given = [problem("unknown-persona", "no 'ana'", at(2, 12), "add one\nor two"), problem("empty-stage", "x", at(1)), problem("unused-persona", "y", at(999))]
    issues = json.loads(as_gitlab(found(*given)))
    assert sorted(issues[0]) == ["check_name", "description", "fingerprint", "location", "severity"]
    assert [(issue["check_name"], issue["severity"], issue["location"]["lines"]["begin"]) for issue in issues] == [
        ("unused-persona", "info", 1),
        ("empty-stage", "minor", 1),
        ("unknown-persona", "major", 2),
    ]
    assert issues[2]["description"] == "no 'ana'; add one; or two"
    assert issues[2]["location"]["path"] == FILE
    assert len({issue["fingerprint"] for issue in issues}) == 3
    assert json.loads(as_gitlab(())) == []


def test_sarif_is_what_the_specification_asks_for() -> None:
    related = (Related(at(1), "first used here"),)
    given = [
        problem("duplicate-id", HOSTILE, at(5), "mend it", related),
        problem("bad-yaml", "x", Place("maps/mit Leerzeichen/ä:#?.yml", Span(1, 1))),
        problem("unused-persona", "y", at(2, 12)),
        problem("unused-persona", "z", at(3)),
    ]
    report = json.loads(as_sarif(found(*given), MANUAL, "1.2.3"))
    jsonschema.Draft202012Validator(SARIF, format_checker=jsonschema.FormatChecker()).validate(report)
    run = report["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert [rule["id"] for rule in rules] == ["bad-yaml", "duplicate-id", "unused-persona"]
    shown = {result["ruleId"]: result for result in run["results"]}
    odd = shown["bad-yaml"]["locations"][0]["physicalLocation"]
    assert odd == {"artifactLocation": {"uri": "maps/mit%20Leerzeichen/%C3%A4%3A%23%3F.yml", "uriBaseId": "%SRCROOT%"}}
    assert shown["duplicate-id"]["locations"][0]["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 1, "endColumn": 4}
    assert "](" not in shown["duplicate-id"]["message"]["text"]
    assert shown["duplicate-id"]["relatedLocations"][0]["message"]["text"] == "first used here"
    assert json.loads(as_sarif((), MANUAL, "1.2.3"))["runs"][0]["results"] == []


@pytest.mark.parametrize("code", CODES)
def test_every_code_makes_a_rule_with_help(code: str) -> None:
    rule = json.loads(as_sarif(found(problem(code, "x", at(1))), MANUAL, "1.2.3"))["runs"][0]["tool"]["driver"]["rules"][0]
    jsonschema.Draft202012Validator(RULE).validate(rule)
    assert 10 < len(rule["shortDescription"]["text"]) < 1024
    assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"][:-1])
    assert "](problems.md" not in rule["help"]["markdown"]
