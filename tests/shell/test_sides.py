"""Two versions of a project looked at in turn don't make the memory of one another worthless."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjmgen.atlas.desk import Desk
from cjmgen.shell import comparing

Run = Callable[..., Any]


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often journeys were linked."""
    times: list[int] = []
    link = Desk.link

    def noted(desk: Desk) -> object:
        times.append(1)
        return link(desk)

    monkeypatch.setattr(Desk, "link", noted)
    return times


def test_a_look_at_an_earlier_version_leaves_what_is_known_of_this_one(run: Run, project: Path, linked: list[int]) -> None:
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "First")
    journey = project / "maps" / "journeys" / "first-pair.yml"
    journey.write_text(journey.read_text("utf-8").replace("title: ", "title: New ", 1), "utf-8")
    run("-C", "shop", "build")
    assert len(linked) == 1
    assert "New" in run("-C", "shop", "diff", "HEAD").out
    assert len(linked) == 2, "the base alone"
    run("-C", "shop", "diff", "HEAD")
    run("-C", "shop", "check", "--since", "HEAD")
    journey.write_text(journey.read_text("utf-8") + "# a comment\n", "utf-8")
    run("-C", "shop", "build")
    assert len(linked) == 2


def test_a_broken_reference_is_told_even_where_the_project_takes_it_for_a_note(run: Run, project: Path) -> None:
    settings, persona = project / "cjmgen.yml", next((project / "maps" / "personas").glob("*.yml"))
    settings.write_text(settings.read_text("utf-8") + "\nrules: {unknown-persona: info}\n", "utf-8")
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "First")
    persona.unlink()
    for _ in "cold", "warm":
        told = run("-C", "shop", "diff", "HEAD", "--format", "json").out
        assert json.loads(told)["summary"]["breaking"] == 1


def test_what_was_told_is_told_again_until_anything_in_it_is_another(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "First")
    journey = project / "maps" / "journeys" / "first-pair.yml"
    journey.write_text(journey.read_text("utf-8").replace("title: ", "title: New ", 1), "utf-8")
    compared: list[str] = []
    compare = comparing.compare

    def noted(*words: Any) -> tuple[str, bool]:
        compared.append(words[2])
        return compare(*words)

    monkeypatch.setattr(comparing, "compare", noted)
    words = ("-C", "shop", "diff", "HEAD", "--exit-code", "--today", "2026-11-26")
    first = run(*words)
    assert first.code == 1
    assert (run(*words), len(compared)) == (first, 1)
    for more in (["--today", "2026-11-27"], ["--only", "maps/teams.yml"], ["--color"], ["--format", "json"]):
        before = len(compared)
        other, again = run(*words, *more), run(*words, *more)
        assert (other, len(compared)) == (again, before + 1), more
    assert run("-C", "shop", "diff", "HEAD", "HEAD", "--exit-code").code == 0
    journey.write_text(journey.read_text("utf-8").replace("New ", "Newer ", 1), "utf-8")
    assert "Newer" in run(*words).out
