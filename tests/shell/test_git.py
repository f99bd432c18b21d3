"""test_git: revisions read as trees: what of a commit is read, what is left alone and said, and that nothing of a repository is run."""

from pathlib import Path

import pytest

from cjmgen.digest import digest
from cjmgen.memo.store import Shortlived
from cjmgen.shell.disk import DEEPEST, MOST, project
from cjmgen.shell.git import Repository
from cjmgen.shell.revision import project_at
from cjmgen.shell.wrong import Refused
from shell.repository import FILES, Repo, repository


def read(repo: Repo, name: str = "HEAD") -> tuple[dict[str, bytes], list[str]]:
    """The files of a revision, and the messages about what was not read."""
    git = Repository(repo.project)
    found = project_at(git, git.commit(name), Shortlived())
    return dict(found.value), [problem.message for problem in found.problems]


@pytest.mark.parametrize("inside", [".", "deep/shop maps"])
def test_a_revision_is_read_as_the_disk_is(tmp_path: Path, inside: str) -> None:
    repo = repository(tmp_path / "repo", inside)
    repo.commit(**{"maps/.hidden.yml": "x", "src/code.py": "x", "maps/journeys/images/a.png": "no picture", "README.md": "x", "logo.png": "x"})
    files, problems = read(repo)
    assert files == dict(project(repo.project).value)
    assert problems == []
    assert set(files) == {*FILES, "maps/journeys/images/a.png", "logo.png"}


def test_digests_are_those_of_the_contents_and_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo, store = repository(tmp_path / "repo"), Shortlived()
    git = Repository(repo.project)
    first = project_at(git, git.commit("main"), store).value
    names = {path: first.digest(path) for path in first}
    assert names == {path: digest(text.encode()) for path, text in FILES.items()}
    again = project_at(git, git.commit("main"), store).value
    monkeypatch.delattr(Repository, "blobs")
    assert {path: again.digest(path) for path in again} == names


@pytest.mark.parametrize("name", ["-q.yml", "--help.yml", "a b.yml", "it's.yml", 'say "x".yml', "two\nlines.yml", "tab\there.yml", "ж.yml", "a:b.yml", "*.yml"])
def test_names_that_would_mean_something_to_a_shell(tmp_path: Path, name: str) -> None:
    repo = repository(tmp_path / "repo")
    repo.commit(**{f"maps/journeys/{name}": "title: Strange\nstages: [One]\n"})
    files, problems = read(repo)
    assert files[f"maps/journeys/{name}"] == b"title: Strange\nstages: [One]\n"
    assert problems == []


def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    with open(bytes(repo.project / "maps" / "journeys") + b"/odd-\xff.yml", "wb") as file:
        file.write(b"title: X\n")
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "A name")
    files, problems = read(repo)
    assert set(files) == set(FILES)
    assert problems == ["the name of this file is no UTF-8; it is not read"]


def test_submodules_and_links_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    (repo.project / "maps" / "journeys" / "inside.yml").symlink_to("first-pair.yml")
    (repo.project / "maps" / "journeys" / "around.yml").symlink_to("around.yml")
    (repo.project / "maps" / "journeys" / "outside.yml").symlink_to("/etc/passwd")
    (repo.project / "maps" / "journeys" / "above.yml").symlink_to("../../../secret.yml")
    (repo.project / "themes").symlink_to("maps")
    repo.git("add", "-A")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{repo.git('rev-parse', 'HEAD')},maps/journeys/module")
    repo.git("commit", "-q", "-m", "Links")
    files, problems = read(repo)
    assert set(files) == {*FILES, "maps/journeys/inside.yml"}
    assert files["maps/journeys/inside.yml"] == FILES["maps/journeys/first-pair.yml"].encode()
    assert sum("link" in problem for problem in problems) == 4
    assert sum("submodule" in problem for problem in problems) == 1


def test_what_is_too_deep_or_too_large(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    deep = "maps/journeys/" + "d/" * DEEPEST + "x.yml"
    repo.commit(**{deep: "title: X\n", "maps/journeys/large.yml": "#" * (MOST + 10)})
    files, problems = read(repo)
    assert len(files["maps/journeys/large.yml"]) == MOST
    assert deep not in files
    assert problems == [f"this lies below {DEEPEST} folders; nothing down there is read"]


@pytest.mark.parametrize("name", ["", "-h", "--help", "--output=/x", "main\nmain", "main\0", "nothing", "main:maps", "HEAD~99", "@{-1}", "^main", "main..main"])
def test_names_that_are_no_revision(tmp_path: Path, name: str) -> None:
    repo = repository(tmp_path / "repo")
    with pytest.raises(Refused, match="revision"):
        Repository(repo.project).commit(name)


def test_nothing_of_the_repository_is_run_and_no_variable_of_a_hook_is_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo, other = repository(tmp_path / "repo"), repository(tmp_path / "other")
    other.commit(**{"maps/journeys/other.yml": "title: Other\nstages: [One]\n"})
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch '{sprung}'\n")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "diff.external", "filter.x.smudge", "uploadpack.packObjectsHook"):
        repo.git("config", name, str(trap))
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.top))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    files, _ = read(repo)
    assert set(files) == set(FILES)
    assert not sprung.exists()


def test_where_a_branch_left_the_default_branch(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    start = repo.git("rev-parse", "HEAD")
    repo.git("checkout", "-q", "-b", "topic")
    repo.commit(**{"maps/personas/oleg.yml": "title: Oleg\n"})
    repo.git("checkout", "-q", "main")
    repo.commit(**{"maps/personas/vera.yml": "title: Vera\n"})
    repo.git("checkout", "-q", "topic")
    assert Repository(repo.project).merge_base() == (start, "main")
    repo.git("update-ref", "refs/remotes/origin/trunk", "main")
    repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert Repository(repo.project).merge_base() == (start, "origin/HEAD")


def test_a_shallow_clone_says_what_to_do(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    old = repo.git("rev-parse", "HEAD")
    repo.git("checkout", "-q", "-b", "topic")
    repo.commit(**{"maps/personas/oleg.yml": "title: Oleg\n"})
    repo.git("checkout", "-q", "main")
    repo.commit(**{"maps/personas/vera.yml": "title: Vera\n"})
    repo.git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{repo.top}", str(tmp_path / "shallow"))
    shallow = Repo(tmp_path / "shallow", tmp_path / "shallow")
    shallow.git("checkout", "-q", "topic")
    with pytest.raises(Refused, match=r"shallow.*fetch-depth: 0"):
        Repository(shallow.project).merge_base()
    with pytest.raises(Refused, match="shallow"):
        Repository(shallow.project).commit(old)


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    alone = tmp_path / "alone"
    alone.mkdir()
    with pytest.raises(Refused, match="no git repository\nCompare two folders"):
        Repository(alone)
    monkeypatch.setenv("PATH", str(alone))
    with pytest.raises(Refused, match="git is not installed"):
        Repository(alone)
