"""A site's folder held alone: what stands, what is laid aside by whom, what settling does, who waits, and what a stranger's journal can't."""

import json
import os
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from cjmgen.shell.site_folder import MARKER, Staged, Written, as_files, lock, opened, write
from cjmgen.shell.wrong import Refused
from cjmgen.tree import Tree
from one_build import files, started

STAGE = ".cjmgen-new"
SITE = {"index.html": b"1", "journeys/a/index.html": b"2", "journeys/b/index.html": b"3"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that stands."""
    write(as_files(Tree.of(SITE)), tmp_path / "site")
    return tmp_path / "site"


def test_what_stands_is_stamped_and_links_do_not_stand(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref")
    (site / "linked.html").symlink_to(site / "index.html")
    (site / "linked").symlink_to(site / "journeys")
    with opened(site) as place:
        standing = place.standing()
    assert sorted(standing) == sorted(SITE)
    for path, stamp in standing.items():
        found = (site / path).stat()
        assert (stamp.size, stamp.mtime_ns, stamp.inode) == (found.st_size, found.st_mtime_ns, found.st_ino)


def test_only_what_differs_is_laid_aside_and_only_settling_shows_it(site: Path) -> None:
    before = (site / "index.html").stat()
    with opened(site) as place:
        assert place.stage("index.html", b"1") == Staged("index.html", aside=False)
        assert place.stage("journeys/a/index.html", b"two") == Staged("journeys/a/index.html", aside=True)
        assert place.stage("new/index.html", b"4").aside
        assert files(site) == SITE
        written = place.settle(["index.html", "journeys/a/index.html", "new/index.html"], ["journeys/a/index.html", "new/index.html"])
        assert set(place.standing()) == {"index.html", "journeys/a/index.html", "new/index.html"}
    assert written == Written(3, 2, 1)
    assert files(site) == {"index.html": b"1", "journeys/a/index.html": b"two", "new/index.html": b"4"}
    assert not (site / "journeys" / "b").exists()
    assert (site / "index.html").stat().st_mtime_ns == before.st_mtime_ns
    assert not (site / STAGE).exists()


def test_nothing_is_touched_where_nothing_changed(site: Path) -> None:
    before = site.stat().st_mtime_ns
    with opened(site) as place:
        assert place.settle(place.standing(), []) == Written(3, 0, 0)
    assert site.stat().st_mtime_ns == before


def test_several_rounds_in_one_hold(site: Path) -> None:
    with opened(site) as place:
        for text in (b"x", b"y"):
            place.stage("index.html", text)
            place.settle(SITE, ["index.html"])
            assert (site / "index.html").read_bytes() == text


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows doesn't fork")
def test_forked_processes_lay_aside(site: Path) -> None:
    # in a process of its own: forking this one, which has threads, would be asking for it
    process = started(partial(_stage_in_children, site))
    process.join()
    assert process.exitcode == 0
    assert files(site) == {f"p{number}/index.html": b"%d" % number for number in range(4)}


def _stage_in_children(site: Path) -> None:
    with opened(site) as place:
        children = []
        for number in range(4):
            child = os.fork()
            if not child:
                place.stage(f"p{number}/index.html", b"%d" % number)
                os._exit(0)
            children.append(child)
        assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0, 0]
        paths = [f"p{number}/index.html" for number in range(4)]
        place.settle(paths, paths)


def test_a_site_with_a_hole_is_not_settled(site: Path) -> None:
    with pytest.raises(Refused, match="went away"), opened(site) as place:
        place.settle([*SITE, "missing.html"], [])
    with pytest.raises(ValueError, match="no part of the site"), opened(site) as place:
        place.settle(SITE, [place.stage("more.html", b"").path])
    with pytest.raises(ValueError, match="hidden"), opened(site) as place:
        place.stage(MARKER, b"")
    assert files(site) == SITE


@pytest.mark.parametrize(
    "told",
    [
        {"moves": ["../outside"], "removed": [], "emptied": []},
        {"moves": [], "removed": ["journeys/../../outside"], "emptied": []},
        {"moves": [], "removed": [".git/HEAD"], "emptied": []},
        {"moves": [], "removed": [], "emptied": ["/"]},
        {"moves": [], "removed": [7], "emptied": []},
        {"moves": []},
        [],
    ],
)
def test_a_journal_that_leads_out_of_the_folder_is_not_carried_out(site: Path, told: object) -> None:
    outside, head = site.parent / "outside", site / ".git" / "HEAD"
    head.parent.mkdir()
    for place in (outside, head):
        place.write_text("theirs")
    (site / STAGE).mkdir()
    (site / STAGE / "journal").write_text(json.dumps(told))
    with opened(site):
        assert not (site / STAGE).exists()
    assert files(site) == SITE
    assert outside.read_text() == head.read_text() == "theirs"


@pytest.mark.parametrize("said", [b"", b"\xff", b"{", b"[" * 100_000])
def test_a_journal_that_is_none_is_forgotten(site: Path, said: bytes) -> None:
    (site / STAGE).mkdir()
    (site / STAGE / "journal").write_bytes(said)
    with opened(site):
        assert not (site / STAGE).exists()


def test_a_journal_does_not_remove_through_a_link(site: Path) -> None:
    outside = site.parent / "outside"
    outside.mkdir()
    (outside / "file").write_text("theirs")
    (site / "linked").symlink_to(outside)
    (site / STAGE).mkdir()
    (site / STAGE / "journal").write_text(json.dumps({"moves": [], "removed": ["linked/file"], "emptied": ["linked"]}))
    with opened(site):
        pass
    assert (outside / "file").read_text() == "theirs"


def test_who_waits_long_says_so_and_a_killed_process_lets_go(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    process = started(partial(_hold, site))
    while not (site / "held").exists():
        time.sleep(0.01)
    monkeypatch.setattr(sys, "stderr", _Killing(process))
    with opened(site):
        pass
    assert sys.stderr.said == [f"Waiting for another cjmgen that writes {site} …\n"]  # type: ignore[attr-defined]


class _Killing:
    """Where the waiting is said, which ends it."""

    def __init__(self, process: object) -> None:
        self.process, self.said = process, list[str]()

    def write(self, text: str) -> None:
        self.said.append(text)
        self.process.kill()  # type: ignore[attr-defined]

    def flush(self) -> None: ...


def _hold(site: Path) -> None:
    with opened(site):
        (site / "held").write_text("")
        time.sleep(60)
