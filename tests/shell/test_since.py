"""`cjmgen check --since`: what a revision did not have, and what is said where there is none to compare with."""

import json
from pathlib import Path

import pytest

from shell.conftest import Run
from shell.repository import JOURNEY, Repo, repository

FILE = "maps/journeys/first-pair.yml"
WRONG = JOURNEY.replace("channel: site", "channel: sitee")
WORSE = WRONG.replace("personas: [anna]", "personas: [ana]")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository whose last revision has one mistake."""
    made = repository(tmp_path / "repo", "shop")
    assert JOURNEY != WRONG != WORSE
    made.commit(**{FILE: WRONG})
    return made


@pytest.mark.parametrize(
    ("now", "codes"),
    [
        ({}, []),
        ({FILE: JOURNEY}, []),
        ({FILE: "# a line above\n\n" + WRONG}, []),
        ({FILE: WORSE}, ["unknown-persona"]),
        ({FILE: JOURNEY, "maps/journeys/renamed.yml": WRONG}, []),
        ({"maps/journeys/copied.yml": WRONG}, ["unknown-channel"]),
        ({FILE: WRONG.replace("sitee", "sitte")}, ["unknown-channel"]),
        ({FILE: "title: ["}, ["wrong-type", "unclosed-bracket"]),
    ],
)
def test_only_what_the_base_did_not_have(run: Run, repo: Repo, now: dict[str, str], codes: list[str]) -> None:
    repo.write(**now)
    ran = run("-C", str(repo.project), "check", "--since", "HEAD", "--format", "json")
    told = [problem["code"] for problem in json.loads(ran.out)["problems"] if problem["severity"] == "error"]
    assert (told, ran.err) == (codes, "")
    assert ran.code == int(bool(codes))


def test_without_it_the_old_ones_are_told_too(run: Run, repo: Repo) -> None:
    assert run("-C", str(repo.project), "check").code == 1
    assert run("-C", str(repo.project), "check", "--since", "HEAD~1").code == 1


def test_what_could_not_be_read_in_the_base_is_new(run: Run, repo: Repo) -> None:
    repo.commit(**{FILE: "title: ["})
    repo.write(**{FILE: WRONG})
    ran = run("-C", str(repo.project), "check", "--since", "HEAD")
    assert ran.code == 1
    assert "unknown-channel" in ran.out


def test_a_base_without_the_project_has_nothing(run: Run, repo: Repo) -> None:
    repo.git("checkout", "-q", "--orphan", "empty")
    repo.git("rm", "-rfq", "--cached", ".")
    repo.git("commit", "-q", "--allow-empty", "-m", "empty")
    ran = run("-C", str(repo.project), "check", "--since", "empty")
    assert ran.code == 1
    assert ran.err == "empty has no cjmgen.yml in this place: everything is new\n"
    assert "unknown-channel" in ran.out


@pytest.mark.parametrize("name", ["nowhere", "", "-x", "a\nb", "HEAD:cjmgen.yml", "$(id)"])
def test_a_name_that_is_no_revision(run: Run, repo: Repo, name: str) -> None:
    ran = run("-C", str(repo.project), "check", f"--since={name}")
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert "revision" in ran.err


def test_outside_of_a_repository(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    ran = run("-C", "shop", "check", "--since", "HEAD")
    assert ran.code == 2
    assert "is in no git repository; --since needs one" in ran.err
    assert "cjmgen diff" not in ran.err
