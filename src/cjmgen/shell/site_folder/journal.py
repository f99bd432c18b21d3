"""journal: how a staged site takes its place: what will be moved and removed is written down first, then done, and again if need be."""

import json
import os
import shutil
import stat
from contextlib import suppress
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path

from cjmgen.shell.site_folder.claim import MARKER, STAGE
from cjmgen.value import dataclass

_WRITTEN = "journal"


@dataclass(frozen=True, slots=True)
class Journal:
    """Paths: files to move from the stage to their places, files to remove, folders to remove once they are empty."""

    moves: tuple[str, ...]
    removed: tuple[str, ...]
    emptied: tuple[str, ...]


def staged(folder: Path, path: str) -> str:
    """Where a file is laid aside: all in one folder, as making folders costs more than the rest of it."""
    return f"{os.fspath(folder)}/{STAGE}/{blake2b(path.encode(), digest_size=16).hexdigest()}"


def is_left(folder: Path) -> bool:
    """Whether a journal waits to be carried out. Nothing is read through a link."""
    stage = folder / STAGE
    return stage.is_dir() and not stage.is_symlink() and os.path.lexists(stage / _WRITTEN)


def commit(folder: Path, journal: Journal) -> None:
    """Write the journal, on the disk itself and in one step: from here on, the new site is the site."""
    stage = folder / STAGE
    stage.mkdir(exist_ok=True)
    with open(stage / f"{_WRITTEN}.part", "w", encoding="utf-8") as part:
        json.dump({field.name: getattr(journal, field.name) for field in fields(journal)}, part)
        part.flush()
        os.fsync(part.fileno())
    os.replace(stage / f"{_WRITTEN}.part", stage / _WRITTEN)
    _to_disk(stage)


def _to_disk(folder: Path) -> None:
    """Have a folder's names written; not every system lets a folder be opened for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def carry_out(folder: Path) -> None:
    """Do what the journal says and forget it. What is done already is passed over, so it may stop anywhere and start anew."""
    journal = _read(folder / STAGE / _WRITTEN)
    if journal:
        ready = {""}
        for path in journal.moves:
            _make_way(folder, path.rpartition("/")[0], ready)
            _move(staged(folder, path), f"{os.fspath(folder)}/{path}")
        for path in journal.removed:
            _remove(folder, path)
        for path in journal.emptied:
            with suppress(OSError):
                os.rmdir(folder / path)
    os.unlink(folder / STAGE / _WRITTEN)


def _read(file: Path) -> Journal | None:
    """The journal; none if it isn't one of ours, as a site mended by the next build beats one that can't be built."""
    if file.is_symlink() or not file.is_file():
        return None
    try:
        said = json.loads(file.read_bytes())
        lists = [tuple(said[field.name]) for field in fields(Journal)]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return Journal(*lists) if all(_is_inside(path) for paths in lists for path in paths) else None


def _is_inside(path: object) -> bool:
    """Whether a path stays in the folder, and out of what is hidden there."""
    if path == MARKER:
        return True
    if not isinstance(path, str) or "\0" in path or path.startswith("."):
        return False
    return not os.path.isabs(path) and not os.path.splitdrive(path)[0] and not {"", ".", ".."} & set(path.replace("\\", "/").split("/"))


def _make_way(folder: Path, parent: str, ready: set[str]) -> None:
    """Make the folder that something will stand in; a link or a file where a folder must be is removed."""
    if parent in ready:
        return
    for step in steps(parent):
        if step not in ready:
            _make_folder(f"{os.fspath(folder)}/{step}")
            ready.add(step)


def _make_folder(place: str) -> None:
    try:
        os.mkdir(place)
    except FileExistsError:
        if not stat.S_ISDIR(os.lstat(place).st_mode):
            os.unlink(place)
            os.mkdir(place)


def steps(path: str) -> tuple[str, ...]:
    """`a/b/c` as `a`, `a/b`, `a/b/c`."""
    names = path.split("/") if path else []
    return tuple("/".join(names[: at + 1]) for at in range(len(names)))


def _move(new: str, goal: str) -> None:
    """One rename: a file is the old one or the new one, whole. Only a folder in its place goes first."""
    try:
        os.replace(new, goal)
    except OSError:
        if not os.path.lexists(new):
            return  # it was moved before the work was stopped
        if not os.path.isdir(goal):
            raise
        clear(Path(goal))
        os.replace(new, goal)


def _remove(folder: Path, path: str) -> None:
    """Remove a file or a link, unless something new has taken its place or that of its folder."""
    if any((folder / step).is_symlink() for step in steps(path)[:-1]):
        return
    place = folder / path
    if os.path.lexists(place) and (place.is_symlink() or not place.is_dir()):
        place.unlink()


def clear(place: Path) -> None:
    """Remove a folder, a file or a link, if there is one."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    elif os.path.lexists(place):
        place.unlink()
