"""site_folder: a site on disk: files that differ are replaced, files that no longer belong removed, or nothing happens."""

import os
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from cjmgen.shell.wrong import Refused
from cjmgen.tree import Tree

MARKER = ".cjmgen-site"
_NOTE = "cjmgen writes this folder: it replaces the files in it and removes those that are no longer part of the site.\n"
_STAGE = ".cjmgen-new"


@dataclass(frozen=True, slots=True)
class Written:
    """What writing a site did."""

    files: int
    changed: int
    removed: int


def check_place(folder: Path, root: Path) -> Path:
    """The folder, if a site may be written there; it need not exist yet."""
    place = Path(os.path.abspath(folder))
    real = Path(os.path.realpath(place))
    if real == root or root.is_relative_to(real):
        raise Refused(f"the site can't be written to {folder}: that folder holds the project; name one of its own, such as 'site'")
    if real.is_relative_to(root / "maps"):
        raise Refused(f"the site can't be written to {folder}: it is part of the folder of maps")
    if place.is_symlink():
        raise Refused(f"the site can't be written to {folder}: it is a symbolic link; name the folder itself")
    if place.exists() and not place.is_dir():
        raise Refused(f"the site can't be written to {folder}: it is a file")
    if place.is_dir() and not _is_ours(place) and any(entry.name != _STAGE for entry in place.iterdir()):
        raise Refused(
            f"the site can't be written to {folder}: the folder is not empty and was not made by cjmgen (it has no {MARKER} file); "
            "empty it or name another with --output"
        )
    return place


def _is_ours(folder: Path) -> bool:
    """Whether cjmgen made the folder: its marker is a file there, and no link to one elsewhere."""
    marker = folder / MARKER
    return marker.is_file() and not marker.is_symlink()


def write(site: Iterator[tuple[str, bytes]], folder: Path) -> Written:
    """Write a site file by file. Until the last one was made, what stood in the folder stays as it was."""
    new = not folder.exists()
    with _alone(folder):
        return _written(site, folder, new)


def _written(site: Iterator[tuple[str, bytes]], folder: Path, new: bool) -> Written:
    stage = folder / _STAGE
    _clear(stage)
    try:
        paths, staged = _stage(site, folder, stage)
        (stage / MARKER).write_text(_NOTE, "utf-8")
        with _uninterrupted():
            _settle(folder, stage, staged)
            removed = _remove_others(folder, frozenset(paths))
        return Written(len(paths), len(staged), removed)
    except BaseException:
        if new and not (folder / MARKER).exists():
            shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        _clear(stage)


def as_files(site: Tree, languages: Iterable[str] = ()) -> Iterator[tuple[str, bytes]]:
    """The files of a tree, each made when its turn comes; a page's languages follow one another and share what is made for them."""
    folders = frozenset(languages)

    def turn(path: str) -> tuple[str, str]:
        first, _, rest = path.partition("/")
        return (rest if first in folders else path), path

    return ((path, site[path]) for path in sorted(site, key=turn))


def _stage(site: Iterator[tuple[str, bytes]], folder: Path, stage: Path) -> tuple[list[str], list[str]]:
    """Lay aside every file that differs from the one in the folder; all paths of the site, and the paths laid aside."""
    paths, staged = [], []
    stage.mkdir()
    folders: set[str] = set()
    for path, content in site:
        paths.append(path)
        if not _same(folder, path, content):
            parent, _, _ = path.rpartition("/")
            if parent not in folders:
                (stage / parent).mkdir(parents=True, exist_ok=True)
                folders.add(parent)
            (stage / path).write_bytes(content)
            staged.append(path)
    return paths, staged


def _same(folder: Path, path: str, content: bytes) -> bool:
    place = folder / path
    if not os.path.lexists(place) or any((folder / step).is_symlink() for step in _steps(path)):
        return False
    return place.is_file() and place.stat().st_size == len(content) and place.read_bytes() == content


def _steps(path: str) -> Iterator[str]:
    """`a/b/c` as `a`, `a/b`, `a/b/c`."""
    names = path.split("/")
    return ("/".join(names[: at + 1]) for at in range(len(names)))


def _settle(folder: Path, stage: Path, staged: Iterable[str]) -> None:
    """Move everything to its place: whole folders where nothing stands yet, else file by file. The marker goes first."""
    ready: set[Path] = set()
    _place(folder, MARKER, stage / MARKER, ready)
    moved = {name for name in os.listdir(stage) if not os.path.lexists(folder / name)}
    for name in sorted(moved):
        os.replace(stage / name, folder / name)
    for path in staged:
        if path.partition("/")[0] not in moved:
            _place(folder, path, stage / path, ready)


def _place(folder: Path, path: str, new: Path, ready: set[Path]) -> None:
    """Move a file to its place; what stands in its way goes first. `ready` are the folders that need no second look."""
    goal = folder / path
    if goal.parent not in ready:
        _make_way(folder, path)
        ready.add(goal.parent)
    if goal.is_dir() and not goal.is_symlink():
        shutil.rmtree(goal)
    os.replace(new, goal)


def _make_way(folder: Path, path: str) -> None:
    """Make the folder that a file stands in; a link or a file where a folder must be is removed."""
    *parents, last = _steps(path)
    for step in parents:
        place = folder / step
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            place.unlink()
    (folder / last).parent.mkdir(parents=True, exist_ok=True)


def _remove_others(folder: Path, belong: frozenset[str]) -> int:
    """Remove files that are no part of the site and folders left empty; hidden ones at the top, such as .git, stay."""
    removed = 0
    walked: list[str] = []
    for current, folders, files in os.walk(folder):
        below = current[len(str(folder)) + 1 :].replace(os.sep, "/")
        if not below:
            folders[:] = [name for name in folders if not name.startswith(".")]
            files = [name for name in files if not name.startswith(".")]
        else:
            walked.append(current)
        links = [name for name in folders if os.path.islink(os.path.join(current, name))]
        for name in (*files, *links):
            if (f"{below}/{name}" if below else name) not in belong:
                os.unlink(os.path.join(current, name))
                removed += 1
    for current in reversed(walked):
        if not os.listdir(current):
            os.rmdir(current)
    return removed


def _clear(stage: Path) -> None:
    if stage.is_dir() and not stage.is_symlink():
        shutil.rmtree(stage)
    else:
        stage.unlink(missing_ok=True)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else writes the folder. The lock goes with its process, however that ends."""
    if sys.platform == "win32":
        folder.mkdir(parents=True, exist_ok=True)
        yield
        return
    import fcntl

    while True:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            if _is_still(folder, handle):
                yield
                return
        finally:
            os.close(handle)


def _is_still(folder: Path, handle: int) -> bool:
    """Whether the folder that was waited for is there: who made it takes it away again where the work fails."""
    try:
        return os.path.samestat(folder.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait until the block is done: the moves take milliseconds and leave a half site if stopped between."""
    pressed: list[int] = []

    def remember(number: int, frame: FrameType | None) -> None:
        pressed.append(number)

    try:
        before = signal.signal(signal.SIGINT, remember)
    except ValueError:
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
