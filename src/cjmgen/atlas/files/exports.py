"""exports: the files that metrics are read from, by the pattern that a metric names them with."""

import posixpath
import re
from collections.abc import Iterator

from cjmgen.atlas.files.sort import EXPORTS, ending
from cjmgen.digest import Digest, digest
from cjmgen.tree import Tree

MOST = 400
"""Files that one metric is read from at most: a month each for thirty years."""


_COPY = re.compile(
    r"(?P<name>.*[^/ _.-])(?:[ _-]*\((?P<copy>\d{1,3})\)|[ _.-]+v(?P<version>\d{1,3})"
    r"|[ _.-]+\(?(?P<word>new|newer|fixed|updated|final|copy|копия|новый|новая|новое|испр|исправленный|обновленный)\)?)",
    re.IGNORECASE,
)
"""How browsers and people mark another download of a file: `visits (1)`, `visits-v2`, `visits_new`."""


class Exports:
    """The exports of a project."""

    def __init__(self, files: Tree) -> None:
        self._files = files
        self._paths = tuple(path for path in files if path.startswith("maps/") and ending(path) in EXPORTS)

    @property
    def paths(self) -> tuple[str, ...]:
        """All files below `maps/` that could be exports."""
        return self._paths

    def matching(self, pattern: str) -> tuple[str, ...]:
        """The exports that a pattern names, in the order of their names; it is one of the project, as `resolve` makes it.

        A newer download of a file comes after it, as the later file counts.
        """
        wanted = _expression(pattern)
        return tuple(sorted((path for path in self._paths if wanted.fullmatch(path)), key=_order))

    def read(self, pattern: str) -> tuple[tuple[str, bytes], ...]:
        """The exports that a pattern names, the first of them if there are too many."""
        return tuple((path, self._files[path]) for path in self.matching(pattern)[:MOST])

    def seen(self, pattern: str) -> Digest:
        """What reading a pattern depends on: the names and bytes of what it names, and where that is nothing, of what else it could."""
        found = self.matching(pattern)
        return digest("\n".join(f"{path} {self._files.digest(path)}" for path in found) if found else "\n".join(self._paths))


def resolve(file: str, pattern: str) -> str | None:
    """A pattern of the project, which `file` names relative to itself; None where it leads out of `maps/`."""
    if pattern.startswith("/") or "\\" in pattern or "\0" in pattern or ":" in pattern.split("/")[0]:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), pattern))
    return path if path.startswith("maps/") else None


def _order(path: str) -> tuple[str, tuple[tuple[bool, int, str], ...], str]:
    """The name of a file without the marks of a copy, and these in their order: `(2)` before `(10)`, both after none and before `new`."""
    name, end = posixpath.splitext(path)
    marks: list[tuple[bool, int, str]] = []
    while found := _COPY.fullmatch(name):
        name = found["name"]
        marks.insert(0, (bool(found["word"]), int(found["copy"] or found["version"] or 0), (found["word"] or "").lower()))
    return f"{name}{end}", tuple(marks), path


def _expression(pattern: str) -> re.Pattern[str]:
    """`*` stands for anything within a folder, `?` for one letter; nothing else has a meaning of its own."""
    return re.compile("".join(_piece(letter) for letter in re.sub(r"\*+", "*", pattern)))


def _piece(letter: str) -> str:
    return {"*": "[^/]*", "?": "[^/]"}.get(letter) or re.escape(letter)


def names(paths: tuple[str, ...], folder: str) -> Iterator[str]:
    """Paths as a file in a folder would write them."""
    return (path.removeprefix(folder) for path in paths if path.startswith(folder))
