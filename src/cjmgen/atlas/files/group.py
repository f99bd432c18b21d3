"""group: a file and the sidecars that translate it, kind by kind in the order that linking needs."""

from collections.abc import Callable, Iterable

from cjmgen.atlas.files.sort import ORDER, Source
from cjmgen.problem import Checked
from cjmgen.syntax.document import Document
from cjmgen.tree import Tree
from cjmgen.value import dataclass

Read = Callable[[str], Checked[Document]]
"""Reads the file at a path of the project."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files that belong together, before they are read."""

    source: Source
    sidecars: tuple[Source, ...] = ()

    def key(self, files: Tree) -> str:
        """The name of all that is read here: what these files are, and their bytes."""
        every = (self.source, *self.sidecars)
        return "\n".join([f"{each.file} {each.kind} {each.id} {each.language} {files.digest(each.file)}" for each in every])

    def read(self, read: Read) -> "Group":
        """The group that these files hold."""
        return Group(self.source, read(self.source.file), tuple((source, read(source.file)) for source in self.sidecars))


@dataclass(frozen=True, slots=True)
class Group:
    """A file and the sidecars that translate it, read."""

    source: Source
    document: Checked[Document]
    sidecars: tuple[tuple[Source, Checked[Document]], ...] = ()


def grouped(sources: Iterable[Source]) -> dict[str, list[Files]]:
    """Files with their sidecars by kind; kinds in the order they are read in, files in the order of `sources`."""
    every = tuple(sources)
    beside: dict[str, list[Source]] = {}
    for source in every:
        if source.translates:
            beside.setdefault(source.translates, []).append(source)
    groups: dict[str, list[Files]] = {kind: [] for kind in ORDER}
    for source in every:
        if not source.translates:
            groups[source.kind].append(Files(source, tuple(beside.get(source.file, ()))))
    return groups
