"""revision: a project as it stood in a commit, as a tree like one from disk: the same files, the same limits."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from cjmgen.digest import Digest, digest
from cjmgen.memo.store import Store
from cjmgen.problem import Checked, Problem
from cjmgen.shell.disk import FOLDERS, MOST, PICTURES, SETTINGS, refused, unread
from cjmgen.shell.git import Repository
from cjmgen.tree import Blob, Tree

STEP = "git-blob"
"""Under this name the store keeps the digests of git's objects: what is in one never changes."""

TOGETHER = 64_000_000
"""Bytes that are read in one go; of a larger project each file when it is asked for."""

FOLDER, LINK, SUBMODULE = "040000", "120000", "160000"
"""The modes of entries that are no files."""

LINKS = 8
"""Links from one to the next that are followed."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file or link in a commit."""

    path: str
    mode: str
    name: str
    size: int


def project_at(repository: Repository, commit: str, store: Store) -> Checked[Tree]:
    """The project's files in a commit, and what of it is not read; nothing where the project was not there."""
    tree = repository.folder_of(commit)
    if tree is None:
        return Checked(Tree({}))
    beside = list(_entries(repository.listing(tree)))
    folders = [entry.path for entry in beside if entry.path in FOLDERS and entry.mode == FOLDER]
    below = _entries(repository.listing(tree, folders, deep=True)) if folders else iter(())
    return _tree(repository, [*(entry for entry in beside if _wanted(entry)), *below], store)


def has_settings(files: Tree) -> bool:
    """Whether a tree is that of a project."""
    return any(name in files for name in SETTINGS)


def _wanted(entry: _Entry) -> bool:
    """Whether something beside `maps/` is looked at: YAML files, pictures, and what stands in the place of a folder."""
    path, name = entry.path, entry.path.lower()
    if entry.mode == FOLDER or path.startswith("."):
        return False
    return path.endswith((".yml", ".yaml")) or path in FOLDERS or (name.endswith(PICTURES) and entry.mode != LINK)


def _entries(listing: list[bytes]) -> Iterator[_Entry]:
    """The entries that a listing holds: mode, type, name, size, and the path behind a tab."""
    for entry in listing:
        told, _, path = entry.partition(b"\t")
        mode, _, name, size = told.split()
        yield _Entry(path.decode("utf-8", "surrogateescape"), mode.decode(), name.decode(), int(size) if size.isdigit() else 0)


def _tree(repository: Repository, entries: list[_Entry], store: Store) -> Checked[Tree]:
    problems: list[Problem] = []
    files = {entry.path: entry for entry in entries}
    found: dict[str, _Entry] = {}
    for path, entry in sorted(files.items()):
        if any(part in ("", "..") or part.startswith(".") for part in path.split("/")):
            continue
        match _goal(entry, files, repository):
            case Problem() as complaint:
                problems.append(complaint)
            case goal:
                found[path] = goal
    shelf = _Shelf(repository, store, list(found.values()))
    return Checked(Tree({path: shelf.blob(entry) for path, entry in found.items()}), tuple(problems))


def _goal(entry: _Entry, files: dict[str, _Entry], repository: Repository) -> _Entry | Problem:
    """The file that is read for a path, or why none is."""
    path = entry.path
    if complaint := refused(path):
        return complaint
    if entry.mode == SUBMODULE:
        return unread(path, "this is a submodule; what is in it is not read", "put the files themselves into the project")
    return _followed(entry, files, repository) if entry.mode == LINK else entry


def _followed(entry: _Entry, files: dict[str, _Entry], repository: Repository) -> _Entry | Problem:
    """The file of this project that a link leads to, as on disk."""
    here, path = entry, entry.path
    for _ in range(LINKS):
        goal = repository.blobs([here.name])[here.name].decode("utf-8", "replace") if here.size < 4096 else ""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), goal))
        known = files.get(path)
        if not goal or known is None or any(part.startswith(".") for part in path.split("/")):
            break
        if known.mode != LINK:
            return known
        here = known
    message = "this link leads to a folder, out of the project or nowhere; it is not followed"
    return unread(entry.path, message, "put the file itself into the project")


@dataclass
class _Shelf:
    """The objects of a tree: all texts are taken in together when a second one is asked for, as the first may be all there is to read."""

    repository: Repository
    store: Store
    entries: list[_Entry]
    taken: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def known(self) -> dict[str, Digest]:
        """The digests that are remembered, of another version that was looked at since as well."""
        kept = self.store.some(STEP, [entry.name for entry in self.entries])
        return {name: Digest(each) for name, each in kept.items()}

    def blob(self, entry: _Entry) -> Blob:
        """A file."""
        return Blob(self._reader(entry), lambda: self._digest(entry))

    def _reader(self, entry: _Entry) -> Callable[[], bytes]:
        return lambda: self._read(entry)

    def _read(self, entry: _Entry) -> bytes:
        if entry.size > MOST:
            return self.repository.start(entry.name, MOST)
        if entry.name not in self.taken:
            like = [each for each in self.entries if self._is_like(each, entry)]
            every = like if self.taken and sum(each.size for each in like) <= TOGETHER else [entry]
            self.taken.update(self.repository.blobs(each.name for each in every))
        return self.taken[entry.name]

    def _is_like(self, each: _Entry, entry: _Entry) -> bool:
        """Whether one is read together with the other: both texts or not, both for the sake of a digest or not."""
        known = self.known
        return each.size <= MOST and _is_text(each) == _is_text(entry) and (each.name in known) == (entry.name in known)

    def _digest(self, entry: _Entry) -> Digest:
        if entry.name not in self.known:
            self.known[entry.name] = digest(self._read(entry))
            self.store.put(STEP, entry.name, self.known[entry.name])
        return self.known[entry.name]


def _is_text(entry: _Entry) -> bool:
    return not entry.path.lower().endswith(PICTURES)
