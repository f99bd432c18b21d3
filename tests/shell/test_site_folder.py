"""Writing a site: only inside its folder, only what changed, all or nothing, and never through a link."""

import os
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cjmgen.shell.site_folder import MARKER, Written, as_files, check_place, write
from cjmgen.tree import Tree


def put(folder: Path, **files: str) -> Written:
    return write(as_files(Tree.of({name.replace("__", "/").replace("_", "."): text.encode() for name, text in files.items()})), folder)


def listing(folder: Path) -> dict[str, str]:
    return {place.relative_to(folder).as_posix(): place.read_text() for place in sorted(folder.rglob("*")) if place.is_file()}


def test_files_are_written_replaced_and_removed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert put(site, index_html="1", journeys__a__index_html="a", journeys__b__index_html="b") == Written(3, 3, 0)
    before = (site / "index.html").stat()
    assert put(site, index_html="1", journeys__a__index_html="A") == Written(2, 1, 1)
    assert {name: text for name, text in listing(site).items() if name != MARKER} == {"index.html": "1", "journeys/a/index.html": "A"}
    assert not (site / "journeys/b").exists()
    after = (site / "index.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_file_may_become_a_folder_and_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, a="file")
    put(site, a__b="below")
    assert (site / "a" / "b").read_text() == "below"
    put(site, a="file")
    assert (site / "a").read_text() == "file"


def test_hidden_files_at_the_top_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(site, index_html="1")
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref")
    (site / "own.txt").write_text("x")
    put(site, index_html="1")
    assert (site / ".git" / "HEAD").exists()
    assert not (site / "own.txt").exists()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, RuntimeError])
def test_what_stood_there_stays_when_the_work_stops(tmp_path: Path, stop: type[BaseException]) -> None:
    site = tmp_path / "site"
    put(site, index_html="old", gone_html="old")
    before = listing(site)

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        yield "more.html", b"new"
        raise stop

    with pytest.raises(stop):
        write(broken(), site)
    assert listing(site) == before


def test_nothing_is_left_of_a_first_site_that_failed(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(broken(), tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_a_link_inside_the_site_is_replaced_and_not_followed(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("theirs")
    put(site, index_html="1", journeys__index_html="2")
    (site / "journeys" / "index.html").unlink()
    (site / "journeys").rmdir()
    (site / "journeys").symlink_to(outside)
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(outside / "index.html")
    (site / "extra").symlink_to(outside)
    put(site, index_html="1", journeys__index_html="2")
    assert (outside / "index.html").read_text() == "theirs"
    assert not (site / "journeys").is_symlink()
    assert not (site / "index.html").is_symlink()
    assert not os.path.lexists(site / "extra")


def test_a_folder_somebody_else_filled_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.doc").write_text("years of work")
    with pytest.raises(click.ClickException, match="not empty and was not made by cjmgen"):
        check_place(tmp_path / "site", tmp_path)


@pytest.mark.parametrize("place", [".", "..", "maps", "maps/journeys/site", "cjmgen.yml"])
def test_places_that_can_not_hold_a_site(tmp_path: Path, place: str) -> None:
    root = tmp_path / "project"
    (root / "maps").mkdir(parents=True)
    (root / "cjmgen.yml").write_text("")
    with pytest.raises(click.ClickException, match="can't be written"):
        check_place(root / place, root)


def test_a_link_is_no_place_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "outside")
    with pytest.raises(click.ClickException, match="symbolic link"):
        check_place(tmp_path / "site", tmp_path)


def test_an_empty_folder_or_none_will_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert check_place(tmp_path / "empty", tmp_path) == tmp_path / "empty"
    assert check_place(tmp_path / "new", tmp_path) == tmp_path / "new"
