"""Paths in messages have `/` on every system: here a path that is filled into a text as it is reads as one of Windows, and none does."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PosixPath, PureWindowsPath

import pytest

from cjmgen.shell import shown as place_of_shown
from cjmgen.shell.shown import shown, slashed
from shell.conftest import Run
from shell.repository import JOURNEY, Repo, repository


@contextmanager
def as_on_windows() -> Iterator[None]:
    """Have paths be written with backslashes wherever they become text without being asked for slashes."""
    whole = PosixPath.__str__
    with pytest.MonkeyPatch.context() as patch:
        for name in ("__fspath__", "as_posix"):
            patch.setattr(PosixPath, name, lambda self: whole(self))
        patch.setattr(PosixPath, "__str__", lambda self: whole(self).replace("/", "\\"))
        yield


def test_the_trap_works(tmp_path: Path) -> None:
    with as_on_windows():
        said, meant = f"{tmp_path / 'a'}", slashed(tmp_path / "a")
        (tmp_path / "a").write_text("x", "utf-8")
    assert (said[-2:], meant[-2:]) == ("\\a", "/a")
    assert (tmp_path / "a").read_text("utf-8") == "x"


def test_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place_of_shown, "Path", PureWindowsPath)
    assert slashed("maps\\journeys\\a.yml") == "maps/journeys/a.yml"
    monkeypatch.setattr(place_of_shown.os.path, "relpath", lambda place: "site\\index.html")
    assert shown(Path("x")) == "site/index.html"
    monkeypatch.setattr(place_of_shown.os.path, "relpath", lambda place: "..\\..\\site")
    assert shown(PureWindowsPath("D:\\maps\\site")) == "D:/maps/site"

    def elsewhere(place: Path) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr(place_of_shown.os.path, "relpath", elsewhere)
    assert shown(PureWindowsPath("D:\\maps\\site")) == "D:/maps/site"


Do = Callable[[Repo], object]


def nothing(_repo: Repo) -> None:
    """Leave everything as it is."""


def broken(repo: Repo) -> None:
    """A file with a mistake, in a folder of its own."""
    repo.write(**{"maps/journeys/deep/broken.yml": "title: [\n"})


def renamed(repo: Repo) -> None:
    """A team that is gone while others refer to it."""
    repo.write(**{"maps/teams.yml": "store: {title: The store}\n", "maps/journeys/deep/new.yml": JOURNEY})


def linked(repo: Repo) -> None:
    """Links out of the project, and one in the way of a file that is to be written."""
    (repo.project / "maps" / "journeys" / "out.yml").symlink_to("/etc/hostname")
    (repo.top / ".github").symlink_to(repo.top / "nowhere")


def in_the_way(repo: Repo) -> None:
    """A folder that is not ours where the site should be."""
    repo.write(**{"site/thesis.doc": "years of work"})


COMMANDS: list[tuple[Do, tuple[str, ...], int]] = [
    (nothing, ("build",), 0), (nothing, ("build", "--output", "out/site", "--explain"), 0), (in_the_way, ("build",), 2), (nothing, ("build", "--output", "maps/site"), 2),
    (nothing, ("build", "--output", "."), 2), (nothing, ("build", "--output", "cjmgen.yml"), 2), (broken, ("build",), 1), (linked, ("build",), 0),
    (broken, ("check",), 1), (renamed, ("check", "--format", "github"), 1), (renamed, ("check", "--since", "HEAD", "--format", "gitlab"), 1), (broken, ("check", "--format", "sarif"), 1),
    (nothing, ("check", "maps/none/a.yml"), 2), (nothing, ("check", "../elsewhere"), 2), (linked, ("check", "--format", "json"), 0),
    (renamed, ("diff", "HEAD"), 0), (renamed, ("diff", "HEAD", "--format", "json"), 0), (broken, ("diff", "HEAD", "--format", "json"), 0), (nothing, ("diff", "HEAD", "--only", "../../x"), 2),
    (nothing, ("diff", "--from", "none/changes.json"), 2), (nothing, ("diff", "../elsewhere", "."), 2),
    (nothing, ("owners",), 0), (nothing, ("owners", "--check"), 1), (linked, ("owners",), 2),
    (broken, ("fmt", "--check"), 1), (renamed, ("fmt",), 0), (nothing, ("fmt", "none/a.yml"), 2), (nothing, ("fmt", "README.md"), 2), (renamed, ("fmt", "--diff"), 0),
    (nothing, ("merge", "none/a", "none/b", "none/c"), 2), (nothing, ("merge", "--resolve"), 0),
    (nothing, ("convert", "none/a.csv", "--to", "yaml"), 2), (nothing, ("convert", "maps/journeys/first-pair.yml", "--to", "markdown", "--output", "out/md"), 0),
    (nothing, ("export", "first-pair", "--to", "svg", "--output", "out/"), 0), (nothing, ("export", "first-pair", "--to", "svg", "--output", "maps/journeys"), 0),
    (nothing, ("export", "first-pair", "--to", "png", "--browser", "none/chrome"), 2),
    (nothing, ("new", "made/demo", "--empty", "--github"), 0), (nothing, ("new", ".", "--stages", "five"), 2), (linked, ("new", ".", "--github"), 2), (nothing, ("new", "made/a", "--from", "none/a.csv"), 2),
]  # fmt: skip


@pytest.mark.parametrize(("do", "words", "code"), COMMANDS, ids=lambda value: " ".join(value) if isinstance(value, tuple) else "")
def test_no_message_has_a_path_of_this_system(run: Run, tmp_path: Path, do: Do, words: tuple[str, ...], code: int) -> None:
    repo = repository(tmp_path / "repo", "docs/maps")
    (repo.project.parent / "elsewhere").mkdir()
    (repo.project / "out").mkdir()
    do(repo)
    with as_on_windows():
        ran = run("-C", repo.project.as_posix(), *words)
    assert "\\" not in re.sub(r'\\[n"]', "", ran.out) + ran.err, "but for those of JSON"
    assert ran.code == code, ran.err + ran.out
