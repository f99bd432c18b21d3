"""What a build remembers: nothing to do is done quickly, a spoilt memory is no harm, and several processes give the same bytes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ROOT = Path(__file__).parent.parent.parent


def listing(folder: Path) -> dict[str, bytes]:
    return {place.relative_to(folder).as_posix(): place.read_bytes() for place in sorted(folder.rglob("*")) if place.is_file()}


def store(project: Path) -> Path:
    (found,) = (project / ".cjmgen").glob("memo-*.sqlite")
    return found


def edit(project: Path, old: str, new: str) -> None:
    journey = project / "maps" / "journeys" / "first-pair.yml"
    text = journey.read_text("utf-8")
    assert old in text
    journey.write_text(text.replace(old, new), "utf-8")


def test_what_is_remembered_ignores_itself(run: Run, project: Path) -> None:
    run("-C", "shop", "build")
    assert (project / ".cjmgen" / ".gitignore").read_text("utf-8") == "*\n"
    assert store(project).stat().st_size > 0


def test_an_edit_is_explained(run: Run, project: Path) -> None:
    run("-C", "shop", "build")
    edit(project, "title: ", "title: New ")
    ran = run("-C", "shop", "build", "--explain")
    assert "journeys/first-pair/index.html: the journey 'first-pair' has changed\n" in ran.out
    assert "404.html" not in ran.out
    assert "files, 0 changed" in run("-C", "shop", "build").out


def test_a_touched_page_is_made_again(run: Run, project: Path) -> None:
    run("-C", "shop", "build")
    before = listing(project / "site")
    (project / "site" / "index.html").write_text("nothing", "utf-8")
    (project / "site" / "stranger.html").write_text("nothing", "utf-8")
    (project / "site" / "journeys" / "first-pair" / "index.html").unlink()
    ran = run("-C", "shop", "build", "--explain")
    assert "index.html: its file was changed, moved or removed" in ran.out
    assert "2 changed, 1 removed" in ran.out
    assert listing(project / "site") == before


def test_a_site_that_became_a_link_is_refused_though_nothing_changed(run: Run, project: Path, tmp_path: Path) -> None:
    run("-C", "shop", "build")
    (project / "site").rename(tmp_path / "elsewhere")
    (project / "site").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / ".cjmgen-new").mkdir()
    ran = run("-C", "shop", "build")
    assert ran.code == 2
    assert (tmp_path / "elsewhere" / ".cjmgen-new").is_dir()


def test_a_build_is_verified(run: Run, project: Path) -> None:
    run("-C", "shop", "build")
    edit(project, "title: ", "title: New ")
    ran = run("-C", "shop", "build", "--verify")
    assert ran.code == 0
    assert ran.out.endswith("Verified: a build from nothing makes the same files, byte for byte.\n")


def test_a_memory_that_lies_is_found_out(run: Run, project: Path) -> None:
    run("-C", "shop", "build")
    edit(project, "title: ", "title: New ")
    import sqlite3

    with sqlite3.connect(store(project)) as file:
        # every page now claims to depend on nothing
        file.execute("UPDATE kept SET value = '[{},[]]' || substr(value, instr(value, char(10))) WHERE step = 'page'")
    ran = run("-C", "shop", "build", "--verify")
    assert ran.code == 1
    assert "journeys/first-pair/index.html: differs" in ran.err


SPOILT: dict[str, Callable[[Path], object]] = {
    "truncated": lambda place: place.write_bytes(place.read_bytes()[:5000]),
    "no database": lambda place: place.write_bytes(b"nothing of the kind" * 500),
    "empty": lambda place: place.write_bytes(b""),
    "full of holes": lambda place: place.write_bytes(place.read_bytes()[:4096] + b"\0" * 20_000),
    "a folder": lambda place: (place.unlink(), place.mkdir()),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_memory_is_no_harm(run: Run, project: Path, how: str) -> None:
    run("-C", "shop", "build")
    for beside in (project / ".cjmgen").glob("*.sqlite-*"):
        beside.unlink()
    SPOILT[how](store(project))
    edit(project, "title: ", "title: New ")
    ran = run("-C", "shop", "build")
    assert ran.code == 0
    assert "Traceback" not in ran.err
    warm = listing(project / "site")
    assert run("-C", "shop", "build", "--output", "../clean", "--verify").code == 0
    assert warm == listing(project.parent / "clean")


def test_texts_that_are_gone_are_made_again(run: Run, project: Path) -> None:
    run("-C", "shop", "build")
    import sqlite3

    with sqlite3.connect(store(project)) as file:
        file.execute("DELETE FROM kept WHERE step = 'text'")
    edit(project, "title: ", "title: New ")
    ran = run("-C", "shop", "build", "--verify")
    assert ran.code == 0
    assert "spoilt" in ran.err


def test_a_memory_that_is_a_link_is_not_used(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (project / ".cjmgen").symlink_to(tmp_path / "theirs")
    ran = run("-C", "shop", "build")
    assert ran.code == 0
    assert "nothing is remembered in .cjmgen" in ran.err
    assert list((tmp_path / "theirs").iterdir()) == []


def test_a_memory_that_somebody_brought_along_is_not_believed(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("-C", "shop", "build")
    theirs = store(project)
    monkeypatch.setenv("XDG_CACHE_HOME", str(project.parent / "another-user"))
    run("-C", "shop", "build")
    assert len(set((project / ".cjmgen").glob("memo-*.sqlite")) - {theirs}) == 1


def test_several_processes_give_the_same_bytes(run: Run, project: Path) -> None:
    text = (project / "maps" / "journeys" / "first-pair.yml").read_text("utf-8")
    for number in range(30):
        (project / "maps" / "journeys" / f"more-{number}.yml").write_text(text, "utf-8")
    one = subprocess.run(_build(project, "1", "../one"), capture_output=True, text=True, check=False, env=_env(project, "a"))
    many = subprocess.run(_build(project, "3", "../many"), capture_output=True, text=True, check=False, env=_env(project, "b"))
    assert (one.returncode, many.returncode) == (0, 0), one.stderr + many.stderr
    assert listing(project.parent / "one") == listing(project.parent / "many")


def test_nothing_to_do_loads_neither_models_nor_templates(run: Run, project: Path) -> None:
    run("-C", "shop", "build")
    code = (
        "import sys; from cjmgen.shell.group import cli; cli.main(['-C', sys.argv[1], 'build'], standalone_mode=False); "
        "print([name for name in ('pydantic', 'jinja2', 'markdown_it', 'yaml', 'babel') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code, str(project)], capture_output=True, text=True, check=False, env=_env(project))
    assert " 0 changed" in ran.stdout, ran.stdout + ran.stderr
    assert ran.stdout.endswith("[]\n")


def _build(project: Path, jobs: str, output: str) -> list[str]:
    return [sys.executable, "-m", "cjmgen", "-C", str(project), "build", "--jobs", jobs, "--output", str(project / output)]


def _env(project: Path, user: str = "") -> dict[str, str]:
    home = {"XDG_CACHE_HOME": str(project.parent / f"user-{user}")} if user else {}
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), **home}
