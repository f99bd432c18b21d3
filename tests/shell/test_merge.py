"""test_merge: `cjmgen merge` as git's driver in a repository, and on conflicts that stand there already."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjmgen.shell import merge as merging

Run = Callable[..., Any]

MAP = "maps/journeys/first-pair.yml"
BASE = """\
# the map
title: A
personas: [anna]
stages:
- id: one
  title: One  # note
  emotion: -1
  touchpoints:
  - {id: shop, title: Shop, emotion: 1}
  - {id: cart, title: Cart}
"""
OURS = BASE.replace("emotion: 1", "emotion: 2").replace("emotion: -1", "emotion: -2")
THEIRS = BASE.replace("title: Shop", "title: Store").replace("# note", "# noted")
BOTH = OURS.replace("title: Shop", "title: Store").replace("# note", "# noted")
CLASH = BASE.replace("emotion: -1", "emotion: 0")
KEYS = [f"k{number}" for number in range(48)]
MARKED = BASE.replace("  emotion: -1\n", "<<<<<<< ours\n  emotion: -2\n=======\n  emotion: 0\n>>>>>>> theirs\n").replace("emotion: 1", "emotion: 2")


@pytest.fixture
def git(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The project as a repository with one commit, and git in it."""
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)

    def run(*words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        named = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *named, *words], cwd=project, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        return done

    (project / MAP).write_text(BASE, "utf-8")
    run("init", "-q", "-b", "main")
    run("add", ".")
    run("commit", "-qm", "base")
    return run


Git = Callable[..., subprocess.CompletedProcess[str]]


def branches(git: Git, project: Path, ours: str, theirs: str, path: str = MAP) -> None:
    """A branch `topic` with one edit and `main` with another."""
    git("checkout", "-qb", "topic")
    (project / path).write_text(theirs, "utf-8", newline="")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "main")
    (project / path).write_text(ours, "utf-8", newline="")
    git("commit", "-qam", "ours")


def with_driver(git: Git, project: Path) -> None:
    """Set the driver up as the manual says, with the command of this environment."""
    sources = Path(merging.__file__).parent.parent.parent
    command = f"PYTHONPATH='{sources}' '{sys.executable}' -m cjmgen merge %O %A %B --path %P --marker-size %L"
    git("config", "merge.cjmgen.driver", command)
    (project / ".gitattributes").write_text("maps/**/*.yml merge=cjmgen\n", "utf-8")
    git("add", ".")
    git("commit", "-qm", "attributes")


def test_git_merges_by_field(git: Git, project: Path) -> None:
    with_driver(git, project)
    branches(git, project, OURS, THEIRS)
    git("merge", "-q", "-m", "merge", "topic")
    assert (project / MAP).read_text("utf-8") == BOTH
    git("checkout", "-q", "topic")
    git("rebase", "-q", "main~1")


def test_git_sees_a_conflict_and_people_its_markers(git: Git, project: Path) -> None:
    with_driver(git, project)
    branches(git, project, OURS, CLASH)
    done = git("merge", "-q", "topic", code=1)
    assert "CONFLICT (content)" in done.stdout
    assert f"{MAP}: both sides changed one place" in done.stderr
    assert (project / MAP).read_text("utf-8") == MARKED
    assert git("diff", "--check", code=2).stdout.count("leftover conflict marker") == 3
    assert git("ls-files", "-u").stdout.count("\n") == 3


def test_a_name_is_a_name(git: Git, project: Path) -> None:
    with_driver(git, project)
    path = "maps/journeys/-a b'\"$(touch x).yml"
    (project / path).write_text(BASE, "utf-8")
    git("add", ".")
    git("commit", "-qm", "named")
    branches(git, project, OURS, THEIRS, path)
    git("merge", "-q", "-m", "merge", "topic")
    assert (project / path).read_text("utf-8") == BOTH
    assert not (project / "x").exists()


def test_what_is_no_map_is_merged_line_by_line(git: Git, project: Path) -> None:
    with_driver(git, project)
    branches(git, project, "title: [x\na: 1\nb: 1\nc: 1\n", "title: [x\na: 1\nb: 1\nc: 2\n")
    done = git("merge", "-q", "topic", code=1)
    assert "merged line by line" in done.stderr
    assert (project / MAP).read_text("utf-8").count("<<<<<<< ours\n") == 1


@pytest.mark.parametrize(("style", "ends"), [("merge", "\r\n"), ("diff3", "\n"), ("zdiff3", "\n")])
def test_a_conflict_that_is_there_already(git: Git, project: Path, run: Run, style: str, ends: str) -> None:
    git("config", "core.autocrlf", "true" if ends == "\r\n" else "false")
    git("config", "merge.conflictStyle", style)
    branches(git, project, OURS.replace("\n", ends), THEIRS.replace("\n", ends))
    git("merge", "-q", "topic", code=1)
    assert b"<<<<<<<" in (project / MAP).read_bytes()
    ran = run("-C", "shop", "merge", "--resolve")
    assert (ran.code, ran.out, ran.err) == (0, f"merged {MAP}; look at it, then `git add` it\n", "")
    assert (project / MAP).read_bytes() == BOTH.replace("\n", ends).encode()
    assert git("ls-files", "-u").stdout
    assert run("-C", "shop/maps", "merge", "--resolve", "journeys/first-pair.yml").code == 0
    git("add", ".")
    assert run("-C", "shop", "merge", "--resolve").out == ""


def test_what_somebody_began_to_resolve_is_left_alone(git: Git, project: Path, run: Run) -> None:
    branches(git, project, OURS, THEIRS)
    git("merge", "-q", "topic", code=1)
    begun = (project / MAP).read_text("utf-8").replace("title: A", "title: My own")
    (project / MAP).write_text(begun, "utf-8")
    ran = run("-C", "shop", "merge", "--resolve")
    assert ran.code == 1
    assert "edited since git left it" in ran.err
    assert (project / MAP).read_text("utf-8") == begun
    git("checkout", "--merge", "--", MAP)
    assert run("-C", "shop", "merge", "--resolve", MAP).code == 0


def test_what_is_left_of_a_conflict(git: Git, project: Path, run: Run) -> None:
    branches(git, project, OURS, CLASH.replace("title: Cart", "title: Basket"))
    git("merge", "-q", "topic", code=1)
    ran = run("-C", "shop", "merge", "--resolve")
    assert (ran.code, ran.out) == (1, "")
    assert (project / MAP).read_text("utf-8") == MARKED.replace("title: Cart", "title: Basket")


def test_a_file_that_one_side_removed(git: Git, project: Path, run: Run) -> None:
    git("checkout", "-qb", "topic")
    git("rm", "-q", MAP)
    git("commit", "-qm", "gone")
    git("checkout", "-q", "main")
    (project / MAP).write_text(OURS, "utf-8")
    git("commit", "-qam", "ours")
    git("merge", "-q", "topic", code=1)
    ran = run("-C", "shop", "merge", "--resolve")
    assert ran.code == 1
    assert "removed on one side" in ran.err
    assert (project / MAP).read_text("utf-8") == OURS


@pytest.fixture
def three(project: Path) -> Path:
    """Three versions beside the project."""
    for name, text in (("base", BASE), ("ours", OURS), ("theirs", THEIRS)):
        (project / name).write_text(text, "utf-8")
    return project


def test_three_files(three: Path, run: Run) -> None:
    ran = run("-C", "shop", "merge", "base", "ours", "theirs", "--path", MAP)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (three / "ours").read_text("utf-8") == BOTH
    (three / "ours").write_text(OURS, "utf-8")
    (three / "theirs").write_text(CLASH, "utf-8")
    assert run("-C", "shop", "merge", "base", "ours", "theirs", "--path", MAP, "--marker-size", "9").code == 1
    assert "<<<<<<<<< ours\n" in (three / "ours").read_text("utf-8")


def test_a_mistake_that_neither_side_had(three: Path, run: Run) -> None:
    texts = {name: "".join(f"  {key}: 1\n" for key in keys) for name, keys in {"base": KEYS, "ours": [*KEYS, "x", "y"], "theirs": [*KEYS, "z"]}.items()}
    for name, tags in texts.items():
        (three / name).write_text(f"{BASE}tags:\n{tags}", "utf-8")
    ran = run("-C", "shop", "merge", "base", "ours", "theirs", "--path", MAP)
    assert ran.code == 1
    assert "expected at most 50 tags" in ran.err
    assert ran.err.endswith(f"{MAP}: merged, but together the changes make a mistake that neither had\n")
    assert (three / "ours").read_text("utf-8") == f"{BASE}tags:\n{texts['base']}  x: 1\n  y: 1\n  z: 1\n"


def test_a_mistake_of_ours_costs_nobody_their_work(three: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("unforeseen")

    monkeypatch.setattr(merging, "by_field", broken)
    (three / "theirs").write_text(BASE.replace("title: Cart", "title: Basket"), "utf-8")
    ran = run("-C", "shop", "merge", "base", "ours", "theirs", "--path", MAP)
    assert "internal error: ValueError" in ran.err
    assert "Basket" in (three / "ours").read_text("utf-8")
    assert "emotion: 2" in (three / "ours").read_text("utf-8")


@pytest.mark.parametrize("words", [(), ("a", "b"), ("a", "b", "c", "d"), ("gone", "ours", "theirs"), ("--resolve",)])
def test_wrong_usage(three: Path, run: Run, words: tuple[str, ...]) -> None:
    assert run("-C", "shop", "merge", *words).code == 2
