"""What changes is noticed, once, whichever way a program changes it: told by the system and by looking again and again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cjmgen.shell.preview.bell import Bell, Change
from cjmgen.shell.preview.territory import differences, matters, stamps
from cjmgen.shell.preview.watch import Watcher, watch
from shell.previewing import previewed, until

QUIET = 0.45
"""Seconds in which a watcher that tells of a change twice would have done so."""


@pytest.fixture(params=[False, True], ids=["told", "polling"])
def poll(request: pytest.FixtureRequest) -> bool:
    """Both ways of learning of a change."""
    return bool(request.param)


@pytest.fixture
def watcher(project: Path, bell: Bell, poll: bool) -> Iterator[Watcher]:
    """A watcher of the small project, whose site stands in a folder of its own."""
    (project / "themes" / "default" / "words").mkdir(parents=True)
    made = watch(project, bell, "site", poll)
    yield made
    made.stop()


def save(place: Path) -> None:
    place.write_text("title: Saved\n", "utf-8")


def save_atomically(place: Path) -> None:
    """As Vim, VS Code and most others do: a new file takes the name of the old one."""
    beside = place.with_name(f".{place.name}.swp123")
    beside.write_text("title: Saved\n", "utf-8")
    os.replace(beside, place)


def save_with_copy(place: Path) -> None:
    """As JetBrains' editors do: a copy beside it, and the old one away before the new one comes."""
    new, old = place.with_name(f"{place.name}___jb_tmp___"), place.with_name(f"{place.name}___jb_old___")
    new.write_text("title: Saved\n", "utf-8")
    os.replace(place, old)
    os.replace(new, place)
    old.unlink()


def save_with_backup(place: Path) -> None:
    """As Emacs does: the old one becomes a backup."""
    os.replace(place, place.with_name(f"{place.name}~"))
    save(place)


def emptied_and_filled(place: Path) -> None:
    with open(place, "w", encoding="utf-8") as file:
        file.write("title: Sav")
        file.flush()
        os.fsync(file.fileno())
        file.write("ed\n")


SAVES = [save, save_atomically, save_with_copy, save_with_backup, emptied_and_filled]


@pytest.mark.parametrize("way", SAVES, ids=lambda way: way.__name__)
def test_one_save_is_one_change(project: Path, bell: Bell, watcher: Watcher, way: Callable[[Path], None]) -> None:
    way(project / "maps" / "journeys" / "first-pair.yml")
    assert bell.change(10) == Change(("maps/journeys/first-pair.yml",), folders=False)
    assert bell.change(QUIET) is None


def new_file(root: Path) -> None:
    save(root / "maps" / "journeys" / "second.yml")


def deleted_file(root: Path) -> None:
    (root / "maps" / "personas" / "anna.yml").unlink()


def renamed_file(root: Path) -> None:
    os.rename(root / "maps" / "personas" / "anna.yml", root / "maps" / "personas" / "nina.yml")


def new_folder(root: Path) -> None:
    (root / "maps" / "journeys" / "deep" / "deeper").mkdir(parents=True)
    save(root / "maps" / "journeys" / "deep" / "deeper" / "second.yml")


def moved_folder(root: Path) -> None:
    os.rename(root / "maps" / "journeys", root / "maps" / "travels")


def folder_moved_in(root: Path) -> None:
    (root.parent / "drawer").mkdir()
    save(root.parent / "drawer" / "second.yml")
    os.rename(root.parent / "drawer", root / "maps" / "drawer")


def folder_moved_out(root: Path) -> None:
    os.rename(root / "maps" / "journeys", root.parent / "journeys")


def deleted_folder(root: Path) -> None:
    shutil.rmtree(root / "maps" / "journeys")


def settings(root: Path) -> None:
    save(root / "cjmgen.yml")


def logo(root: Path) -> None:
    (root / "logo.svg").write_text("<svg/>", "utf-8")


def words(root: Path) -> None:
    (root / "themes" / "default" / "words" / "en.yml").write_text("nav: {home: Start}\n", "utf-8")


def all_maps_moved(root: Path) -> None:
    os.rename(root / "maps", root / "old")


CHANGES = [
    new_file, deleted_file, renamed_file, new_folder, moved_folder, folder_moved_in, folder_moved_out, deleted_folder, settings, logo, words, all_maps_moved,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_whatever_comes_goes_or_moves_is_noticed(project: Path, bell: Bell, watcher: Watcher, change: Callable[[Path], None]) -> None:
    before = stamps(project, "site")
    change(project)
    assert bell.change(10)
    wanted = stamps(project, "site")
    assert differences(before, wanted)
    # and what stands there afterwards is watched as well
    watcher.settle()
    for folder in sorted({place.parent for place in (project / "maps").rglob("*.yml")}):
        while bell.change(0.25):
            pass
        save(folder / "after.yml")
        found = bell.change(10)
        assert found
        assert (folder / "after.yml").relative_to(project).as_posix() in found.paths


FOLDERS_IN_FOLDERS = """
import sys
from pathlib import Path
from cjmgen.shell.preview.bell import Bell
from cjmgen.shell.preview.watch import watch
root, bell = Path(sys.argv[1]), Bell()
watcher = watch(root, bell, "site", False)
for at in range(300):
    (root / "maps" / f"f{at}" / "deeper").mkdir(parents=True)
while bell.change(0.5):
    pass
(root / "maps" / "f299" / "deeper" / "last.yml").write_text("title: Last")
print(bell.change(10).paths)
watcher.stop()
"""


def test_folders_that_come_in_folders_are_watched_without_a_word(project: Path) -> None:
    """The system tells twice of a folder that comes while its parent is looked through."""
    ran = subprocess.run([sys.executable, "-W", "default", "-c", FOLDERS_IN_FOLDERS, str(project)], capture_output=True, text=True, check=True)
    assert (ran.stdout.strip(), ran.stderr) == ("('maps/f299/deeper/last.yml',)", "")


def hidden(root: Path) -> None:
    save(root / "maps" / ".hidden.yml")


def store(root: Path) -> None:
    (root / ".cjmgen").mkdir()
    save(root / ".cjmgen" / "store.yml")


def site(root: Path) -> None:
    (root / "site" / "journeys").mkdir(parents=True)
    save(root / "site" / "journeys" / "index.yml")


def other_folder(root: Path) -> None:
    (root / "node_modules" / "a").mkdir(parents=True)
    save(root / "node_modules" / "a" / "package.yml")


def other_file(root: Path) -> None:
    (root / "README.md").write_text("# Maps\n", "utf-8")


def probe(root: Path) -> None:
    (root / "maps" / "4913").write_text("", "utf-8")
    (root / "maps" / "4913").unlink()


def swap(root: Path) -> None:
    for name in ("a.yml.swp", "#a.yml#", "a.yml~", "a.yml.tmp", ".#a.yml"):
        (root / "maps" / name).write_text("", "utf-8")


def reading(root: Path) -> None:
    for place in (root / "maps").rglob("*.yml"):
        place.read_text("utf-8")


@pytest.mark.parametrize("change", [hidden, store, site, other_folder, other_file, probe, swap, reading], ids=lambda change: change.__name__)
def test_what_is_no_part_of_the_maps_is_left_alone(project: Path, bell: Bell, watcher: Watcher, change: Callable[[Path], None]) -> None:
    change(project)
    assert bell.change(QUIET) is None


@pytest.mark.slow
def test_a_switch_of_a_thousand_files_misses_none(project: Path, poll: bool) -> None:
    with previewed(project, poll) as preview:
        folder = project / "maps" / "journeys" / "branch"
        folder.mkdir()
        for at in range(1000):
            (folder / f"j{at}.yml").write_text(f"title: Journey {at}\npersonas: [anna]\nstages: [{{title: Look}}]\n", "utf-8")
        until(lambda: len(preview.showing.now.newest.sources) == 1003, 60)  # type: ignore[union-attr]
        grown = preview.showing.now.number
        assert grown < 60
        assert b"Journey 999" in preview.ask("/journeys/branch/j999/")[2]
        shutil.rmtree(folder)
        until(lambda: len(preview.showing.now.newest.sources) == 3, 60)  # type: ignore[union-attr]
        assert preview.ask("/journeys/branch/j999/")[0] == 404


def test_the_system_may_keep_changes_to_itself_when_there_are_many(project: Path) -> None:
    """What a watcher that lost its notices would leave out of date is found when it is quiet again."""
    with previewed(project) as preview:
        lost = project / "maps" / "journeys" / "lost.yml"
        seen = preview.showing.now.number
        preview.bell.ring(*(f"maps/journeys/j{at}.yml" for at in range(100)))
        preview.newer(seen)
        lost.write_text("title: Lost\npersonas: [anna]\nstages: [{title: Look}]\n", "utf-8")
        until(lambda: preview.ask("/journeys/lost/")[0] == 200)


def test_a_folder_that_takes_the_place_of_another_is_watched(project: Path) -> None:
    """As `git checkout` or a script does it: the whole of maps/ is another folder."""
    with previewed(project) as preview:
        shutil.copytree(project / "maps", project.parent / "next")
        os.rename(project / "maps", project.parent / "before")
        os.rename(project.parent / "next", project / "maps")
        until(lambda: preview.showing.now.number > 1 and not preview.showing.now.failed)
        save(project / "maps" / "personas" / "nina.yml")
        until(lambda: preview.ask("/personas/nina/")[0] == 200)


@pytest.mark.parametrize(
    ("path", "so"),
    [
        ("cjmgen.yml", True), ("teams.yaml", True), ("logo.PNG", True), ("README.md", False), ("maps/README.md", True), ("maps/.git/x.yml", False),
        ("site/index.yml", False), ("themes/default/templates/home.html", True), ("docs/a.yml", False), ("public/a.yml", False), (".cjmgen/a.yml", False),
    ],
)  # fmt: skip
def test_what_matters(path: str, so: bool) -> None:
    assert matters(path, "public") is so
