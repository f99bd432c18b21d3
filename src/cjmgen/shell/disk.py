"""disk: a project on disk as a tree; what it may read and what it leaves alone."""

import os
import stat
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from cjmgen.digest import Digest, digest
from cjmgen.problem import Checked, Place, Problem, Span, problem
from cjmgen.shell.ledger import Ledger
from cjmgen.shell.shown import slashed
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

Entry = os.DirEntry[str]

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


def project(root: Path, ledger: Ledger | None = None) -> Checked[Tree]:
    """The project's files, and the links that lead out of it and are not followed."""
    blobs: dict[str, Blob] = {}
    problems: list[Problem] = []
    for path, entry in _candidates(root):
        match _goal(path, entry, root):
            case Problem() as complaint:
                problems.append(complaint)
            case goal:
                blobs[path] = _blob(path, goal, entry, ledger)
    return Checked(Tree(blobs), tuple(problems))


def again(root: Path, looked: Checked[Tree], paths: Iterable[str], ledger: Ledger) -> Checked[Tree] | None:
    """The project after these files of it changed; None where that takes a look at all of it: one came, went, or lies behind a link."""
    blobs: dict[str, Blob] = {}
    for path in paths:
        place = str(root / path)
        if path not in looked.value or os.path.realpath(place) != place or not os.path.isfile(place):
            return None
        blobs[path] = _file(path, place, os.lstat(place), ledger)
    return Checked(looked.value | Tree(blobs), looked.problems)


def folder(root: Path, ledger: Ledger | None = None) -> Tree:
    """All files below a folder; links are left out."""
    found = ((path[1:], entry) for path, entry in _walk(root, "") if not entry.is_symlink())
    return Tree({path: _blob(path, entry.path, entry, ledger) for path, entry in found})


def _candidates(root: Path) -> Iterator[tuple[str, Entry]]:
    """The YAML files and pictures beside `maps/`, settings and logo among them, and everything in the folders looked into."""
    beside = {entry.name: entry for entry in os.scandir(root)}
    for name, entry in sorted(beside.items()):
        if name.startswith(".") or entry.is_dir():
            continue
        if name.endswith((".yml", ".yaml")) or (name.lower().endswith(PICTURES) and not entry.is_symlink()):
            yield name, entry
    for name in FOLDERS:
        if name in beside and beside[name].is_symlink():
            yield name, beside[name]
        elif name in beside and beside[name].is_dir():
            yield from _walk(beside[name].path, name)


def _walk(place: str | Path, path: str) -> Iterator[tuple[str, Entry]]:
    """Files and links below a folder with their paths; neither hidden ones nor what lies behind a link to a folder."""
    for entry in sorted(os.scandir(place), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        below = f"{path}/{entry.name}"
        if entry.is_symlink() or entry.is_file(follow_symlinks=False):
            yield below, entry
        elif entry.is_dir(follow_symlinks=False):
            yield from ((below, entry),) if below.count("/") >= DEEPEST else _walk(entry.path, below)


def _goal(path: str, entry: Entry, root: Path) -> str | Problem:
    """The file that is read for a path, or why none is."""
    if complaint := refused(path):
        return complaint
    if not entry.is_symlink():
        return entry.path
    message = "this link leads to a folder, out of the project or nowhere; it is not followed"
    return _inside(entry.path, root) or unread(path, message, "put the file itself into the project")


def refused(path: str) -> Problem | None:
    """Why nothing is read at a path, whatever stands there."""
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode(errors="surrogateescape").decode(errors="replace")
        return unread(shown, "the name of this file is no UTF-8; it is not read", "rename it")
    if path.count("/") >= DEEPEST:
        return unread(path, f"this lies below {DEEPEST} folders; nothing down there is read", "move it up")
    return None


def _inside(link: str, root: Path) -> str | None:
    """The file of this project that a link leads to; hidden files, which may hold secrets, count as outside."""
    goal = Path(os.path.realpath(link))
    if not goal.is_relative_to(root) or not goal.is_file():
        return None
    return None if any(part.startswith(".") for part in goal.relative_to(root).parts) else str(goal)


def unread(path: str, message: str, hint: str) -> Problem:
    """That a file is not read, and why."""
    return problem("file-not-read", message, Place(path, Span(1, 1)), hint)


def _blob(path: str, place: str, entry: Entry, ledger: Ledger | None) -> Blob:
    """A file. Its digest comes from the ledger, asked at once, so that it is that of the moment when the file was looked at."""
    if ledger is None or entry.is_symlink():
        return Blob(partial(_read, place))
    return _file(path, place, entry.stat(follow_symlinks=False), ledger)


def _file(path: str, place: str, seen: os.stat_result, ledger: Ledger) -> Blob:
    name = ledger.digest(path, ledger.stamp(seen), partial(_read, place))
    return Blob(partial(_same, place, name), lambda: name)


def _same(place: str, name: Digest) -> bytes:
    """The bytes of a file that was looked at before; what is remembered under their name must have been made of them."""
    content = _read(place)
    if digest(content) != name:
        raise Refused(f"{slashed(place)} was changed while it was read; once more, please")
    return content


def _read(place: str) -> bytes:
    """The bytes of a regular file; the last step of its path may not be a link, even one that came just now."""
    handle = os.open(place, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    with open(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(f"not a file: {slashed(place)}")
        return file.read(MOST)
