"""survey: what stands in a site's folder, seen in one walk."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Stamp:
    """What changes when a file does, to be had without reading it."""

    size: int
    mtime_ns: int
    inode: int

    @classmethod
    def of(cls, seen: os.stat_result) -> "Stamp":
        """The stamp of a file."""
        return cls(seen.st_size, seen.st_mtime_ns, seen.st_ino)


@dataclass(frozen=True, slots=True)
class Survey:
    """Paths below the folder: regular files, folders, and whatever else lies there, such as links, which are never followed."""

    files: dict[str, Stamp]
    folders: frozenset[str]
    others: frozenset[str]


def survey(folder: Path) -> Survey:
    """Walk the folder; hidden names at its top, such as .git and our own, are no part of a site."""
    files: dict[str, Stamp] = {}
    folders: set[str] = set()
    others: set[str] = set()
    waiting = [(os.fspath(folder), "")]
    while waiting:
        place, before = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                path = before + entry.name
                if not before and path.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.add(path)
                    waiting.append((entry.path, f"{path}/"))
                elif entry.is_file(follow_symlinks=False):
                    files[path] = Stamp.of(entry.stat(follow_symlinks=False))
                else:
                    others.add(path)
    return Survey(files, frozenset(folders), frozenset(others))


def after(before: Survey, folder: Path, moved: Iterable[str], removed: Iterable[str]) -> Survey:
    """What stands after these files were put there and those removed, without another walk; folders and the rest as they were."""
    files = dict(before.files)
    for path in (*removed, *moved):
        files.pop(path, None)
    for path in moved:
        with suppress(FileNotFoundError):
            files[path] = Stamp.of(os.lstat(folder / path))
    return Survey(files, before.folders, before.others - frozenset(removed))
