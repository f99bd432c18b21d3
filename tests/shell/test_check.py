"""`cjmgen check`: every mistake in one run, in both formats, of everything or of some files."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def broken(project: Path) -> Path:
    """The project with an error in one file and a note in another."""
    journey = project / "maps" / "journeys" / "first-pair.yml"
    journey.write_text(journey.read_text().replace("channel: online-shop", "channel: instagramm"), "utf-8")
    (project / "maps" / "journeys" / "more").mkdir()
    second = "title: Returning a pair\npersonas: [anna]\nstages:\n- {title: Sending, actions: [Packs]}\n"
    (project / "maps" / "journeys" / "more" / "second.yml").write_text(second, "utf-8")
    return project


def test_text(run: Run, broken: Path) -> None:
    ran = run("-C", "shop", "check")
    assert ran.code == 1
    assert ran.out == (
        "maps/journeys/first-pair.yml:6:34: error[unknown-channel]: there is no channel 'instagramm'\n"
        "    6 |   - {title: Size guide, channel: instagramm}\n"
        "      |                                  ^^^^^^^^^^ did you mean 'instagram'?\n"
        "\n" + ran.out.split("\n\n", 1)[1]
    )
    assert ran.out.endswith("\n1 error, 1 note in 4 files\n")
    assert not (broken / "site").exists()


def test_json(run: Run, broken: Path) -> None:
    ran = run("-C", "shop", "check", "--format", "json", "--color")
    report = json.loads(ran.out)
    assert ran.code == 1
    assert [problem["code"] for problem in report["problems"]] == ["unknown-channel", "stage-without-touchpoint"]
    assert report["problems"][0]["end"] == {"line": 6, "column": 44}
    assert report["summary"] == {"files": 4, "errors": 1, "warnings": 0, "notes": 1}


@pytest.mark.parametrize(
    ("words", "code", "tally"),
    [
        (("-C", "shop", "check", "maps/journeys/more"), 0, "1 note in 1 file\n"),
        (("-C", "shop", "check", "maps/personas/anna.yml"), 0, "no problems in 1 file\n"),
        (("-C", "shop", "check", "maps/personas/anna.yml", "maps/journeys/"), 1, "1 error, 1 note in 3 files\n"),
        (("-C", "shop/maps/journeys", "check", "first-pair.yml"), 1, "1 error in 1 file\n"),
        (("-C", "shop", "check", "."), 1, "1 error, 1 note in 4 files\n"),
    ],
)
def test_only_some_files(run: Run, broken: Path, words: tuple[str, ...], code: int, tally: str) -> None:
    ran = run(*words)
    assert ran.code == code
    assert ran.out.endswith(tally)


@pytest.mark.parametrize("path", ["gone.yml", ".."])
def test_files_that_are_not_part_of_it(run: Run, project: Path, path: str) -> None:
    assert run("-C", "shop", "check", path).code == 2


def test_rules_weigh_links_too(run: Run, project: Path) -> None:
    (project / "maps" / "journeys" / "second.yml").symlink_to("/etc/passwd")
    assert "warning[file-not-read]" in run("-C", "shop", "check").out
    (project / "cjmgen.yml").write_text("rules: {file-not-read: error}\n", "utf-8")
    assert run("-C", "shop", "check").code == 1
    (project / "cjmgen.yml").write_text("rules: {file-not-read: off}\n", "utf-8")
    assert run("-C", "shop", "check").out == "no problems in 3 files\n"


def test_bytes_of_any_kind_make_no_traceback(run: Run, project: Path) -> None:
    odd = [b"", b"\xff\xfe\x00", b"\x00", b"[" * 100_000, b"{" * 100_000, b"- " * 50_000, b"&a [*a]", b"\x1b[2J"]
    for number, content in enumerate(odd):
        (project / "maps" / "journeys" / f"odd-{number}.yml").write_bytes(content)
        (project / "maps" / "journeys" / f"odd-md-{number}.md").write_bytes(content)
        (project / "maps" / "journeys" / f"odd-csv-{number}.csv").write_bytes(content)
    ran = run("-C", "shop", "check")
    assert (ran.code, ran.err) == (1, "")
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("git", [True, False], ids=["in-a-repository", "alone"])
@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_a_forge_knows_files_by_their_paths_in_the_repository(run: Run, broken: Path, form: str, git: bool) -> None:
    if git:
        (broken.parent / ".git").mkdir()
    ran = run("-C", "shop", "check", "--format", form)
    place = {
        "github": lambda: ran.out.partition("file=")[2].partition(",")[0],
        "gitlab": lambda: json.loads(ran.out)[0]["location"]["path"],
        "sarif": lambda: json.loads(ran.out)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
    }[form]()
    assert ran.code == 1
    assert place == ("shop/" if git else "") + "maps/journeys/first-pair.yml"


def test_github_is_told_all_in_the_summary_of_the_step(run: Run, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# What came before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    ran = run("-C", "shop", "check", "--format", "github")
    assert [line.partition(" ")[0] for line in ran.out.splitlines()] == ["::error", "::notice", "1"]
    told = summary.read_text("utf-8")
    assert told.startswith("# What came before\n### cjmgen: 1 error, 1 note in 4 files\n")
    assert told.count("\n| ") == 3


def test_a_summary_that_is_full_is_left_as_it_is(run: Run, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_bytes(b"x" * 999_990)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert run("-C", "shop", "check", "--format", "github").code == 1
    assert summary.stat().st_size == 999_990


def test_a_summary_that_cannot_be_written_is_one_line(run: Run, broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary.md"))
    ran = run("-C", "shop", "check", "--format", "github")
    assert ran.code == 2
    assert "GITHUB_STEP_SUMMARY" in ran.err
    assert "Traceback" not in ran.err


def test_the_last_line_says_how_well_claims_are_backed(run: Run, project: Path) -> None:
    """Of counted journeys alone, and of those named where files are named."""
    pains = "pains: [{title: A, evidence: [{id: talks, n: 2}]}, {title: B}]"
    live = f"title: Live\nstatus: live\nstages:\n- {{title: Sending, emotion: 0, touchpoints: [Post], {pains}}}\n"
    journeys = project / "maps" / "journeys"
    (journeys / "live.yml").write_text(live, "utf-8")
    (journeys / "plan.yml").write_text(live.replace("title: Live", "title: Plan\nstate: future"), "utf-8")
    (project / "maps" / "evidence").mkdir(exist_ok=True)
    (project / "maps" / "evidence" / "talks.yml").write_text("title: Talks\nkind: interview\n", "utf-8")
    ran = run("-C", "shop", "check", "maps/journeys/live.yml")
    assert ran.out.endswith("; of 2 claims, 50% validated, 26% by weight\n")
    report = json.loads(run("-C", "shop", "check", "maps/journeys/live.yml", "--format", "json").out)
    assert (report["evidence"], report["evidence_by_weight"], report["claims"]["validated"]) == (0.5, 0.26195, 1)
    assert "claims" not in run("-C", "shop", "check", "maps/journeys/plan.yml").out.splitlines()[-1]
