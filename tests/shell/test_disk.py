"""Reading a project: what belongs to it, and links that would lead out of it."""

from pathlib import Path

import click
import pytest

from cjmgen.shell import disk
from cjmgen.shell.disk import find_project
from cjmgen.shell.disk import project as read_project


def test_only_maps_and_settings_are_read(project: Path) -> None:
    for path in ("src/code.py", "node_modules/x/index.js", ".git/HEAD", "maps/.hidden.yml", "maps/.git/config", "README.md"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("x")
    (project / "teams.yml").write_text("misplaced: {title: Seen, so that it can be told}")
    assert list(read_project(project).value) == [
        "cjmgen.yml", "maps/journeys/first-pair.yml", "maps/personas/anna.yml", "teams.yml"
    ]  # fmt: skip


def test_a_logo_may_stand_beside_the_settings(project: Path) -> None:
    before = set(read_project(project).value)
    (project / "logo.PNG").write_bytes(b"\x89PNG")
    (project / "secret.pem").write_bytes(b"key")
    (project / "linked.png").symlink_to(project / "secret.pem")
    assert set(read_project(project).value) - before == {"logo.PNG"}


def test_a_link_inside_the_project_is_followed(project: Path) -> None:
    (project / "maps" / "journeys" / "second.yml").symlink_to(project / "maps" / "journeys" / "first-pair.yml")
    read = read_project(project)
    assert read.value["maps/journeys/second.yml"] == read.value["maps/journeys/first-pair.yml"]
    assert read.problems == ()


@pytest.mark.parametrize("goal", ["/etc/passwd", "../secret.yml", "../..", "maps/personas", ".env", "gone.yml", "second.yml"])
def test_other_links_are_told_and_not_followed(project: Path, goal: str) -> None:
    (project.parent / "secret.yml").write_text("password: 1234")
    (project / ".env").write_text("PASSWORD=1234")
    link = project / "maps" / "second.yml"
    link.symlink_to(goal if goal.startswith("/") or goal == "second.yml" else project / goal)
    read = read_project(project)
    assert "maps/second.yml" not in read.value
    assert [(problem.code, problem.place.file) for problem in read.problems] == [("file-not-read", "maps/second.yml")]


def test_a_folder_of_maps_that_is_a_link_is_not_followed(project: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "a.yml").write_text("title: A")
    (project / "maps" / "comparisons").symlink_to(tmp_path / "theirs")
    read = read_project(project)
    assert not any(path.startswith("maps/comparisons") for path in read.value)
    assert read.problems[0].place.file == "maps/comparisons"


def test_a_file_swapped_for_a_link_after_the_look_is_not_followed(project: Path) -> None:
    files = read_project(project).value
    place = project / "maps" / "personas" / "anna.yml"
    place.unlink()
    place.symlink_to("/etc/passwd")
    with pytest.raises(OSError, match="symbolic links"):
        files["maps/personas/anna.yml"]


def test_a_huge_file_is_not_read_whole(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "MOST", 10)
    assert read_project(project).value["cjmgen.yml"] == b"title: Nor"


def test_a_pipe_is_no_map(project: Path) -> None:
    import os

    os.mkfifo(project / "maps" / "journeys" / "pipe.yml")
    assert "maps/journeys/pipe.yml" not in read_project(project).value


def test_the_project_is_the_nearest_folder_with_settings(project: Path) -> None:
    inner = project / "maps" / "inner"
    (inner / "deep").mkdir(parents=True)
    assert find_project(inner / "deep") == project
    (inner / "cjmgen.yaml").write_text("")
    assert find_project(inner / "deep") == inner


def test_no_project(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match=r"no-project.*cjmgen\.yml"):
        find_project(tmp_path)
