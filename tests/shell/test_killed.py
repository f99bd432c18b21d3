"""Killed: at any moment of a build the old site stands, or every file is whole and the next command finishes the new one."""

import itertools
import random
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from long import times

if sys.platform == "win32":
    pytest.skip("Windows has no SIGKILL", allow_module_level=True)

from cjmgen.shell.site_folder import Written, as_files, opened, write
from cjmgen.tree import Tree
from one_build import Work, command, ended, files, killed_at, started, writing

STAGE, JOURNAL = ".cjmgen-new", ".cjmgen-new/journal"
KILLED = -9
OLD = {
    "a/index.html": b"old a",
    "a/b/index.html": b"old b",
    "turns": b"file",
    "turned/x": b"below",
    "gone/index.html": b"x",
    "same": b"same",
}
NEW = {"a/index.html": b"new a", "a/c/index.html": b"new c", "turns/index.html": b"folder", "turned": b"file", "same": b"same"}


def put(site: dict[str, bytes], folder: Path) -> Written:
    return write(as_files(Tree.of(site)), folder)


def is_as_promised(folder: Path, old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    """Whether a build was stopped before its site took effect; what stands is checked in either case."""
    found = files(folder)
    if (folder / JOURNAL).exists():
        assert {path: found[path] for path in found if found[path] not in (old.get(path), new.get(path))} == {}
        return False
    assert found in (old, new)
    return found == old


def is_settled(folder: Path, site: dict[str, bytes]) -> None:
    assert files(folder) == site
    assert [place for place in folder.rglob("*") if place.is_dir() and not any(place.iterdir())] == []
    assert not (folder / STAGE).exists()


def stopped(folder: Path, site: dict[str, bytes]) -> Iterator[int]:
    """Every n for which a kill before the nth call that changes the folder stops the writing, each tried on the old site."""
    for call in itertools.count(1):
        shutil.rmtree(folder, ignore_errors=True)
        put(OLD, folder)
        if ended(killed_at(call, writing(site, folder))) == 0:
            return
        yield call


def test_killed_before_any_call_that_changes_the_folder(tmp_path: Path) -> None:
    site, seen = tmp_path / "site", []
    for _ in stopped(site, NEW):
        before = is_as_promised(site, OLD, NEW)
        seen.append(before)
        with opened(site) as place:
            assert set(place.standing()) == set(OLD if before else NEW)
            is_settled(site, OLD if before else NEW)
        put(NEW, site)
        is_settled(site, NEW)
    assert seen == sorted(seen, reverse=True), "once the new site has taken effect there is no way back"
    assert seen.count(True) >= 5
    assert seen.count(False) >= 10


@pytest.mark.long
def test_killed_again_while_the_next_command_finishes(tmp_path: Path) -> None:
    site, fate, left = tmp_path / "site", random.Random(4), 0
    for _ in stopped(site, NEW):
        for _ in range(times(1, 20)):
            code = ended(killed_at(fate.randint(1, 12), writing(OLD, site)))
            assert code in (0, KILLED)
            left += code == KILLED
            is_as_promised(site, NEW, OLD) if code else is_settled(site, OLD)
        put(NEW, site)
        is_settled(site, NEW)
    assert left >= 10


def test_killed_before_the_first_site_stands(tmp_path: Path) -> None:
    for call in itertools.count(1):
        site = tmp_path / str(call)
        if ended(killed_at(call, writing(NEW, site))) == 0:
            break
        is_as_promised(site, {}, NEW) if site.exists() else None
        put(NEW, site)
        is_settled(site, NEW)
    assert call > 10


def kill(work: Work, moment: float, watched: Path | None) -> None:
    """Start the work and kill it after a while; where a file is watched, a while after it has come to be."""
    process = started(work)
    while watched and not watched.exists() and process.is_alive():
        pass
    time.sleep(moment)
    process.kill()
    process.join()


MAP = "title: {title}\npersonas: [anna]\nstages:\n- title: Decision\n  touchpoints:\n  - {{title: Size guide, channel: online-shop}}\n"


def tell(root: Path, turn: int) -> None:
    """The maps of an odd or an even turn: every page differs, and one journey is there in the one only."""
    maps = root / "maps" / "journeys"
    for name in ("first-pair", "second-pair"):
        (maps / f"{name}.yml").write_text(MAP.format(title=f"{name} in turn {turn % 2}"), "utf-8")
    (maps / "odd.yml").write_text(MAP.format(title="Odd"), "utf-8") if turn % 2 else (maps / "odd.yml").unlink(missing_ok=True)


@pytest.mark.slow
@pytest.mark.long
def test_killed_at_random_moments_of_a_build(project: Path, tmp_path: Path) -> None:
    fate, site, sites, cut = random.Random(), project / "site", [], []
    build = command("-C", str(project), "build", "--today", "2026-11-21")
    for turn in (1, 0):
        tell(project, turn)
        began = time.monotonic()
        assert ended(build) == 0
        took = time.monotonic() - began
        sites.insert(0, files(site))
    for turn in range(1, times(20, 200) + 1):
        old, new = sites[(turn - 1) % 2], sites[turn % 2]
        tell(project, turn)
        late = turn % 4 == 0
        moment = fate.random() * (0.01 if late else took)
        kill(build, moment, site / JOURNAL if late else None)
        cut.append(is_as_promised(site, old, new))
        assert ended(build) == 0
        is_settled(site, new)
    assert {True, False} == set(cut), "some were stopped before and some after"
