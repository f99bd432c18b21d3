"""territory: which paths of a project matter to a preview, and how all of them stand right now."""

import os
from collections.abc import Iterator
from pathlib import Path

from cjmgen.shell.disk import DEEPEST, FOLDERS, PICTURES

Stamp = tuple[int, int, int]
"""When a file was changed, how large it is, and which file it is."""

_LEFT_BEHIND = ("~", ".tmp", ".swp", ".swx", ".part", ".crswap", "___jb_tmp___", "___jb_old___")
"""What editors put beside a file for a moment."""


def matters(path: str, output: str = "", folder: bool = False) -> bool:
    """Whether a change of a path can change the site: a map, a theme, the settings, a picture; never a site's own folder.

    Every file that is read has an ending; what has none is a folder, or what some tool puts beside a file while it writes.
    """
    parts = path.split("/")
    if not folder and "." not in parts[-1]:
        return False
    if any(part.startswith((".", "#")) for part in parts) or parts[-1].endswith(_LEFT_BEHIND):
        return False
    if output and (path == output or path.startswith(f"{output}/")):
        return False
    if len(parts) == 1:
        return (folder and path in FOLDERS) or path.lower().endswith((".yml", ".yaml", *PICTURES))
    return parts[0] in FOLDERS


def stamps(root: Path, output: str = "") -> dict[str, Stamp]:
    """Every file that matters, with its stamp."""
    found: dict[str, Stamp] = {}
    for path, place in _files(root, output):
        try:
            seen = os.stat(place)
        except OSError:
            continue
        found[path] = seen.st_mtime_ns, seen.st_size, seen.st_ino
    return found


def differences(before: dict[str, Stamp], now: dict[str, Stamp]) -> tuple[str, ...]:
    """The paths that came, went or changed, in order."""
    return tuple(sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path)))


def _files(root: Path, output: str) -> Iterator[tuple[str, str]]:
    for entry in _entries(str(root)):
        if not entry.is_dir() and matters(entry.name, output):
            yield entry.name, entry.path
    for name in FOLDERS:
        if not (root / name).is_symlink():
            yield from _walk(os.path.join(root, name), name, output)


def _walk(place: str, path: str, output: str) -> Iterator[tuple[str, str]]:
    for entry in _entries(place):
        below = f"{path}/{entry.name}"
        if not matters(below, output, entry.is_dir(follow_symlinks=False)):
            continue
        if entry.is_dir(follow_symlinks=False):
            if below.count("/") < DEEPEST:
                yield from _walk(entry.path, below, output)
        else:
            yield below, entry.path


def _entries(place: str) -> list["os.DirEntry[str]"]:
    """What a folder holds; nothing if it went away meanwhile."""
    try:
        with os.scandir(place) as found:
            return list(found)
    except OSError:
        return []
