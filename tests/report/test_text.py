"""The text report: places, carets under the right letters, hints, tally, and nothing a terminal would obey."""

import json

import pytest

from cjmgen.atlas.telling import SILENT, Telling
from cjmgen.problem import Keys, Place, Problem, Related, Span, problem
from cjmgen.report.as_json import as_json
from cjmgen.report.spot import find
from cjmgen.report.text import ACROSS, text
from cjmgen.report.width import safe, width
from cjmgen.tree import Tree

FILE = "maps/journeys/first-pair.yml"


def shown(content: str, *problems: Problem, **options: bool) -> str:
    return text(find(problems, Tree.of({FILE: content.encode()})), 1, **options)


def at(line: int, column: int, length: int = 1) -> Place:
    return Place(FILE, Span(line, column, length))


def test_a_finding_looks_as_the_manual_says() -> None:
    content = "\n" * 47 + "      channel: instagramm\n"
    found = problem("unknown-channel", "there is no channel 'instagramm'", at(48, 16, 10), "did you mean 'instagram'?")
    assert shown(content, found) == (
        "maps/journeys/first-pair.yml:48:16: error[unknown-channel]: there is no channel 'instagramm'\n"
        "   48 |       channel: instagramm\n"
        "      |                ^^^^^^^^^^ did you mean 'instagram'?\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_a_key_path_is_looked_up() -> None:
    found = problem("unknown-persona", "there is no persona 'ana'", Place(FILE, Keys(("personas", 0))))
    assert ":2:12: error" in shown("title: A\npersonas: [ana]\n", found)


@pytest.mark.parametrize(
    ("line", "column", "length", "carets"),
    [
        ("- Звонит #123", 10, 4, "               ^^^^"),
        ("- 🙂 ok", 5, 2, "           ^^"),
        ("- 日本 ok", 3, 2, "        ^^^^"),
        ("- e\u0301te\u0301 ok", 9, 2, "            ^^"),
        ("\tkey: x", 2, 3, "          ^^^"),
        ("key", 9, 5, "         ^"),
        ("key: value", 6, 99, "           ^^^^^"),
    ],
)
def test_carets_stand_under_what_is_meant(line: str, column: int, length: int, carets: str) -> None:
    report = shown(line + "\n", problem("wrong-type", "no", at(1, column, length)))
    assert report.splitlines()[2] == "      | " + carets[6:]


def test_a_long_line_is_cut_around_the_carets() -> None:
    line = "a" * 500 + "HERE" + "b" * 500
    lines = shown(line + "\n", problem("wrong-type", "no", at(1, 501, 4), "mend it")).splitlines()
    shown_line, carets = lines[1][8:], lines[2][8:]
    assert len(shown_line) <= ACROSS + 2
    assert shown_line.startswith("…")
    assert shown_line.endswith("…")
    start = carets.index("^")
    assert shown_line[start : start + 4] == "HERE"
    assert carets.endswith("^^^^ mend it")


def test_a_long_span_at_the_end_of_a_long_line_stays_on_the_page() -> None:
    lines = shown("k: " + "x" * 3000 + "\n", problem("text-too-long", "long", at(1, 4, 3000), "shorten it")).splitlines()
    assert all(len(line) <= ACROSS + 12 for line in lines[1:])
    assert any("help: shorten it" in line for line in lines)


def test_a_hint_of_several_lines_stands_below() -> None:
    report = shown("a: b: c\n", problem("text-became-mapping", "no", at(1, 1), "put this in quotes:\na: \"b: c\""))
    assert '      | ^\n      | help: put this in quotes:\n      |       a: "b: c"\n' in report


def test_the_other_place_is_shown_too() -> None:
    other = Related(at(1, 5), "first used here")
    report = shown("id: a\nid: a\n", problem("duplicate-id", "'a' is used twice", at(2, 5), "rename one", [other]))
    assert report.startswith(
        f"{FILE}:2:5: error[duplicate-id]: 'a' is used twice\n    2 | id: a\n      |     ^ rename one\n"
        f"      = {FILE}:1:5: first used here\n    1 | id: a\n      |     -\n"
    )


def test_a_file_that_is_not_there_has_no_excerpt() -> None:
    report = shown("", problem("file-not-read", "this link is not followed", Place("maps/link.yml", Span(1, 1)), "put the file here"))
    assert report.startswith("maps/link.yml: warning[file-not-read]: this link is not followed\n      = put the file here\n\n")


def test_findings_are_sorted_counted_and_shown_once() -> None:
    last = problem("unknown-key", "last", at(3, 1))
    first = problem("claim-without-evidence", "first", at(1, 1))
    middle = problem("empty-stage", "middle", at(2, 1))
    report = shown("a\nb\nc\n", last, middle, first, last)
    assert [line.split(": ")[-1] for line in report.splitlines() if line.startswith(FILE)] == ["first", "middle", "last"]
    assert report.endswith("\n1 error, 1 warning, 1 note in 1 file\n")


def test_nothing_found() -> None:
    assert text((), 14) == "no problems in 14 files\n"


def test_light_findings_can_be_only_counted() -> None:
    report = text(find([problem("claim-without-evidence", "a note", at(1, 1))], Tree.of({FILE: b"a"})), 1, least="warning")
    assert report == "1 note in 1 file\n"


def test_a_map_can_not_command_the_terminal() -> None:
    report = shown("k: \x1b[2J\u202e\r\n", problem("control-character", "found \x1b[31m", at(1, 4), "delete \x07"))
    assert "\x1b" not in report
    assert "\x07" not in report
    assert "\u202e" not in report
    assert "␛[2J" in report


def test_colour_changes_nothing_but_colour() -> None:
    import re

    content, found = "k: v\n", problem("wrong-type", "no", at(1, 4), "so", [Related(at(1, 1), "there")])
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown(content, found, color=True)) == shown(content, found)


def test_the_json_report_says_the_same() -> None:
    found = problem("duplicate-id", "twice", at(2, 5, 3), "", [Related(Place("gone.yml", Span(1, 1)), "there")])
    report = json.loads(as_json(find([found], Tree.of({FILE: b"a\nid: a b\n"})), 1))
    assert report == {
        "version": 1,
        "problems": [
            {
                "code": "duplicate-id",
                "severity": "error",
                "message": "twice",
                "hint": None,
                "file": FILE,
                "line": 2,
                "column": 5,
                "end": {"line": 2, "column": 8},
                "related": [{"message": "there", "file": "gone.yml", "line": None, "column": None, "end": None}],
            }
        ],
        "summary": {"files": 1, "errors": 1, "warnings": 0, "notes": 0},
        "translations": [],
        "evidence": None,
        "evidence_by_weight": None,
        "claims": {"validated": 0, "reasoned": 0, "assumed": 0},
    }


@pytest.mark.parametrize(
    ("telling", "line"),
    [
        (SILENT, "no problems in 3 files\n"),
        (Telling(0, {"en": 0, "ru": 0}), "no problems in 3 files\n"),
        (Telling(1, {"en": 1, "ru": 0}), "no problems in 3 files; of 1 text, 1 in en, 0 in ru (0%)\n"),
        (Telling(1000, {"en": 1000, "ru": 999}), "no problems in 3 files; of 1000 texts, 1000 in en, 999 in ru (99%)\n"),
    ],
)
def test_the_last_line_says_how_much_is_translated(telling: Telling, line: str) -> None:
    assert text([], 3, telling=telling) == line


@pytest.mark.parametrize(("words", "columns"), [("abc", 3), ("Звонит", 6), ("日本", 4), ("👍", 2), ("❤️", 2), ("é", 1), ("e\u0301", 1)])
def test_width(words: str, columns: int) -> None:
    assert width(words) == columns


def test_safe_keeps_what_is_harmless() -> None:
    assert safe("Анна, 👍 — 39 %") == "Анна, 👍 — 39 %"
    assert safe("a\tb\nc") == "a    b␊c"
