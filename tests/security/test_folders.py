"""A stranger's folders: links, depths and names that lead a read or a write astray."""

import os
import threading
from pathlib import Path

import click
import pytest

from cjmgen.shell.disk import DEEPEST, project
from cjmgen.shell.site_folder import MARKER, as_files, check_place, write
from cjmgen.tree import Tree

SITE = Tree.of({"index.html": b"1", "journeys/a/index.html": b"2"})


@pytest.mark.parametrize("name", [MARKER, ".cjmgen-new", "index.html", "journeys", "journeys/a", "old", ".cjmgen-new/journeys"])
def test_a_link_laid_into_the_site_leads_no_write_out_of_it(tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    (victim / "a").mkdir(parents=True)
    (victim / "a" / "index.html").write_text("keep")
    (victim / "file").write_text("keep")
    link = tmp_path / "site" / name
    link.parent.mkdir(parents=True)
    if name != MARKER:
        (tmp_path / "site" / MARKER).write_text("")
    link.symlink_to(victim / "file" if name in (MARKER, "index.html") else victim)
    write(as_files(SITE), tmp_path / "site")
    assert (victim / "file").read_text() == (victim / "a" / "index.html").read_text() == "keep"
    assert sorted(place.name for place in victim.rglob("*")) == ["a", "file", "index.html"]
    assert (tmp_path / "site/journeys/a/index.html").read_bytes() == b"2"
    assert not (tmp_path / "site" / MARKER).is_symlink()


def test_a_marker_that_is_a_link_makes_no_folder_ours(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "marker").write_text("")
    (tmp_path / "other" / MARKER).symlink_to(tmp_path / "marker")
    with pytest.raises(click.ClickException, match="not made by cjmgen"):
        check_place(tmp_path / "other", tmp_path / "project")


def test_a_file_where_the_new_site_is_laid_aside_is_in_nobodys_way(tmp_path: Path) -> None:
    write(as_files(SITE), tmp_path)
    (tmp_path / ".cjmgen-new").write_text("in the way")
    assert write(as_files(SITE), tmp_path).changed == 0
    assert not (tmp_path / ".cjmgen-new").exists()


def test_who_comes_second_waits_until_the_first_is_done(tmp_path: Path) -> None:
    site, done = tmp_path / "site", []
    second = threading.Thread(target=lambda: done.append(write(as_files(SITE), site)))

    def first() -> "object":
        yield "index.html", b"1"
        second.start()
        second.join(0.1)
        assert not done
        yield "journeys/a/index.html", b"2"

    assert write(first(), site).changed == 2  # type: ignore[arg-type]
    second.join()
    assert [written.changed for written in done] == [0]


def test_folders_beyond_measure_are_told_and_not_entered(tmp_path: Path) -> None:
    (tmp_path / "cjmgen.yml").write_text("title: x")
    place = tmp_path / "maps"
    for _ in range(DEEPEST + 5):
        place /= "d"
    place.mkdir(parents=True)
    (place / "x.yml").write_text("title: x")
    read = project(tmp_path)
    assert list(read.value) == ["cjmgen.yml"]
    assert [(problem.code, problem.place.file.count("/")) for problem in read.problems] == [("file-not-read", DEEPEST)]


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    place = os.fsencode(tmp_path) + b"/maps/\xff.yml"
    try:
        os.close(os.open(place, os.O_CREAT))
    except OSError:
        pytest.skip("this disk takes no such name")
    read = project(tmp_path)
    assert list(read.value) == []
    assert [problem.place.file for problem in read.problems] == ["maps/�.yml"]
