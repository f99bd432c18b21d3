"""survey: what stands in a site's folder, seen in one walk."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """What changes when a file does, to be had without reading it."""

    size: int
    mtime_ns: int
    inode: int


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
    for path, entry in _walk(folder):
        if entry.is_dir(follow_symlinks=False):
            folders.add(path)
        elif entry.is_file(follow_symlinks=False):
            found = entry.stat(follow_symlinks=False)
            files[path] = Stamp(found.st_size, found.st_mtime_ns, found.st_ino)
        else:
            others.add(path)
    return Survey(files, frozenset(folders), frozenset(others))


def _walk(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    waiting = [(str(folder), "")]
    while waiting:
        place, before = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if not before and entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{before}{entry.name}/"))
                yield before + entry.name, entry
