"""disk: a project on disk as a tree; what it may read and what it leaves alone."""

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from cjmgen.problem import Checked, Place, Problem, Span, problem
from cjmgen.shell.wrong import Refused
from cjmgen.tree import Blob, Tree

SETTINGS = ("cjmgen.yml", "cjmgen.yaml")

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")
"""Endings of files beside `maps/` that may be the logo."""

FOLDERS = ("maps", "themes", "journeys", "personas", "evidence", "metrics", "comparisons")
"""The folders of a project that are looked into: maps and themes, and where somebody may have put maps by mistake.

Everything else may hold what it likes, a million files of code included.
"""

DEEPEST = 32
"""Folders inside one another that are looked into: a path may not outgrow what a disk can hold, nor a site's addresses."""

MOST = 8_000_000
"""Bytes read of one file at most: more than any limit further in, so that those can tell what is too large."""


def find_project(start: Path) -> Path:
    """The folder at or above `start` that has a cjmgen.yml."""
    here = start.resolve()
    for place in (here, *here.parents):
        if any((place / name).is_file() for name in SETTINGS):
            return place
    raise Refused(
        "[no-project] there is no cjmgen.yml here or in a folder above\n"
        "Start a project with `cjmgen new DIR`, or name the folder of one with `-C DIR`."
    )


def project(root: Path) -> Checked[Tree]:
    """The project's files, and the links that lead out of it and are not followed."""
    blobs: dict[str, Blob] = {}
    problems: list[Problem] = []
    for path, place in _candidates(root):
        match _goal(path, place, root):
            case Problem() as complaint:
                problems.append(complaint)
            case goal:
                blobs[path] = _blob(goal)
    return Checked(Tree(blobs), tuple(problems))


def folder(root: Path) -> Tree:
    """All files below a folder; links are left out."""
    return Tree({path[1:]: _blob(place) for path, place in _walk(root, "") if not place.is_symlink()})


def _candidates(root: Path) -> Iterator[tuple[str, Path]]:
    """The YAML files and pictures beside `maps/`, settings and logo among them, and everything in the folders looked into."""
    for entry in sorted(os.scandir(root), key=lambda entry: entry.name):
        if entry.name.startswith(".") or entry.is_dir():
            continue
        if entry.name.endswith((".yml", ".yaml")) or (entry.name.lower().endswith(PICTURES) and not entry.is_symlink()):
            yield entry.name, Path(entry.path)
    for name in FOLDERS:
        yield from _walk(root / name, name)


def _walk(place: Path, path: str) -> Iterator[tuple[str, Path]]:
    """Files and links below a folder with their paths; neither hidden ones nor what lies behind a link to a folder."""
    if place.is_symlink():
        yield path, place
        return
    if not place.is_dir():
        return
    for entry in sorted(os.scandir(place), key=lambda entry: entry.name):
        below = f"{path}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() or entry.is_file(follow_symlinks=False):
            yield below, Path(entry.path)
        elif entry.is_dir(follow_symlinks=False):
            yield from ((below, Path(entry.path)),) if below.count("/") >= DEEPEST else _walk(Path(entry.path), below)


def _goal(path: str, place: Path, root: Path) -> Path | Problem:
    """The file that is read for a path, or why none is."""
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode(errors="surrogateescape").decode(errors="replace")
        return _unread(shown, "the name of this file is no UTF-8; it is not read", "rename it")
    if path.count("/") >= DEEPEST:
        return _unread(path, f"this lies below {DEEPEST} folders; nothing down there is read", "move it up")
    if not place.is_symlink():
        return place
    message = "this link leads to a folder, out of the project or nowhere; it is not followed"
    return _inside(place, root) or _unread(path, message, "put the file itself into the project")


def _inside(link: Path, root: Path) -> Path | None:
    """The file of this project that a link leads to; hidden files, which may hold secrets, count as outside."""
    goal = Path(os.path.realpath(link))
    if not goal.is_relative_to(root) or not goal.is_file():
        return None
    return None if any(part.startswith(".") for part in goal.relative_to(root).parts) else goal


def _unread(path: str, message: str, hint: str) -> Problem:
    return problem("file-not-read", message, Place(path, Span(1, 1)), hint)


def _blob(place: Path) -> Blob:
    return Blob(partial(_read, place))


def _read(place: Path) -> bytes:
    """The bytes of a regular file; the last step of its path may not be a link, even one that came just now."""
    handle = os.open(place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    with open(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(f"not a file: {place}")
        return file.read(MOST)
