"""test_fmt: `cjmgen fmt` writes what it should, whole and nothing else, and leaves alone what it must."""

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjmgen.shell import rewrite as rewriting
from cjmgen.shell.rewrite import rewrite
from cjmgen.shell.wrong import Refused

Run = Callable[..., Any]

MAP = "maps/journeys/first-pair.yml"
UNTIDY = "personas: [anna]  # one\ntitle: 'A'\nstages:\n- {title: Decision, id: d}\n"
TIDY = "title: A\npersonas: [anna]  # one\nstages:\n- {id: d, title: Decision}\n"


@pytest.fixture
def untidy(project: Path) -> Path:
    """The project with one file in canonical form and one that isn't."""
    (project / MAP).write_text(UNTIDY, "utf-8")
    return project


def test_it_writes_what_differs_and_nothing_else(run: Run, untidy: Path) -> None:
    anna = untidy / "maps" / "personas" / "anna.yml"
    os.chmod(untidy / MAP, 0o640)
    before = anna.stat()
    ran = run("-C", "shop", "fmt")
    assert (ran.code, ran.out, ran.err) == (0, f"formatted {MAP}\n1 file formatted, 2 files unchanged\n", "")
    assert (untidy / MAP).read_text("utf-8") == TIDY
    assert stat.S_IMODE((untidy / MAP).stat().st_mode) == 0o640
    after = anna.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(path.name for path in (untidy / MAP).parent.iterdir()) == ["first-pair.yml"]
    assert run("-C", "shop", "fmt").out == "3 files unchanged\n"
    assert run("-C", "shop", "fmt", "--check").code == 0


def test_check_lists_and_writes_nothing(run: Run, untidy: Path) -> None:
    ran = run("-C", "shop", "fmt", "--check")
    assert (ran.code, ran.out) == (1, f"would format {MAP}\n1 file would be formatted, 2 files unchanged\n")
    assert (untidy / MAP).read_text("utf-8") == UNTIDY


def test_a_diff_is_one_that_git_can_apply(run: Run, untidy: Path) -> None:
    ran = run("-C", "shop", "fmt", "--diff")
    assert (ran.code, ran.err) == (0, "1 file would be formatted, 2 files unchanged\n")
    assert (untidy / MAP).read_text("utf-8") == UNTIDY
    done = subprocess.run(["git", "apply", "-"], cwd=untidy, input=ran.out.encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (untidy / MAP).read_text("utf-8") == TIDY
    (untidy / MAP).write_bytes(UNTIDY.rstrip("\n").encode())
    ran = run("-C", "shop", "fmt", "--diff", "--check")
    assert "\n\\ No newline at end of file\n" in ran.out
    assert ran.code == 1
    subprocess.run(["git", "apply", "-"], cwd=untidy, input=ran.out.encode(), check=True)
    assert (untidy / MAP).read_text("utf-8") == TIDY


def test_lines_keep_their_ends(run: Run, untidy: Path) -> None:
    (untidy / MAP).write_bytes(b"\xef\xbb\xbf" + UNTIDY.replace("\n", "\r\n").encode())
    assert run("-C", "shop", "fmt").code == 0
    assert (untidy / MAP).read_bytes() == TIDY.replace("\n", "\r\n").encode()


def test_a_file_with_mistakes_is_told_and_left(run: Run, untidy: Path) -> None:
    other = untidy / "maps" / "journeys" / "other.yml"
    other.write_text("titel: B\nstages: [One]\n", "utf-8")
    ran = run("-C", "shop", "fmt")
    assert ran.code == 1
    assert "maps/journeys/other.yml:1:1: error[unknown-key]" in ran.out
    assert ran.out.endswith("1 file formatted, 2 files unchanged, 1 file left as it is\n")
    assert (other.read_text("utf-8"), (untidy / MAP).read_text("utf-8")) == ("titel: B\nstages: [One]\n", TIDY)


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (("-C", "shop", "fmt", "maps/personas"), "1 file unchanged\n"),
        (("-C", "shop", "fmt", "maps/personas/anna.yml", MAP), f"formatted {MAP}\n1 file formatted, 1 file unchanged\n"),
        (("fmt", "shop/maps"), f"formatted {MAP}\n1 file formatted, 1 file unchanged\n"),
        (("-C", "shop/maps/journeys", "fmt", "first-pair.yml"), f"formatted {MAP}\n1 file formatted\n"),
        (("fmt", "shop"), f"formatted {MAP}\n1 file formatted, 2 files unchanged\n"),
    ],
)
def test_only_some_files(run: Run, untidy: Path, words: tuple[str, ...], out: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (0, out)


def test_what_is_no_map_is_left_alone(run: Run, untidy: Path) -> None:
    (untidy / "maps" / "README.md").write_text("*  x\n", "utf-8")
    ran = run("-C", "shop", "fmt", "maps/README.md", "maps/personas/anna.yml")
    assert (ran.code, ran.out, ran.err) == (0, "1 file unchanged\n", "maps/README.md is no map; left alone\n")
    assert run("-C", "shop", "fmt", "gone.yml").code == 2
    assert run("fmt").code == 2


def test_no_link_is_followed(run: Run, untidy: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(UNTIDY, "utf-8")
    (untidy / "maps" / "journeys" / "out.yml").symlink_to(outside)
    (untidy / "maps" / "journeys" / "in.yml").symlink_to("first-pair.yml")
    (untidy / "maps" / "evidence").symlink_to(tmp_path)
    ran = run("-C", "shop", "fmt")
    assert ran.out == f"formatted {MAP}\n1 file formatted, 2 files unchanged\n"
    assert outside.read_text("utf-8") == UNTIDY
    assert (untidy / "maps" / "journeys" / "in.yml").is_symlink()


def test_a_file_is_replaced_whole_or_not_at_all(untidy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="was changed"):
        rewrite(untidy, MAP, b"something else", b"new")

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(rewriting.os, "replace", full)
    with pytest.raises(OSError, match="no space"):
        rewrite(untidy, MAP, UNTIDY.encode(), b"new")
    assert (untidy / MAP).read_text("utf-8") == UNTIDY
    assert [path.name for path in (untidy / MAP).parent.iterdir()] == ["first-pair.yml"]
    link = untidy / "maps" / "journeys" / "link.yml"
    link.symlink_to("first-pair.yml")
    with pytest.raises(Refused, match="behind a link"):
        rewrite(untidy, "maps/journeys/link.yml", UNTIDY.encode(), b"new")


def test_names_and_texts_are_shown_and_not_obeyed(run: Run, untidy: Path) -> None:
    name = "a\x1b[31m\nb.yml"
    (untidy / "maps" / "journeys" / name).write_text(UNTIDY, "utf-8")
    ran = run("-C", "shop", "fmt")
    assert "\x1b" not in ran.out
    assert ran.out.count("\n") == 3
