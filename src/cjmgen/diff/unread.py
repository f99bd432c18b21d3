"""unread: what a side does not show because its file is broken: it is neither gone nor new, it could not be read."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.files.sort import sources
from cjmgen.diff.stand import Name, names
from cjmgen.model.kinds import KIND
from cjmgen.problem import Problem
from cjmgen.tree import Tree

FORM = frozenset({
    "not-utf-8", "control-character", "file-too-large", "too-deep", "too-many-nodes", "bad-yaml", "tab-indent", "bad-indent",
    "unclosed-bracket", "unclosed-quote", "tag-not-allowed", "anchor-not-allowed", "merge-conflict", "several-documents",
})  # fmt: skip
"""Problems of files of which nobody knows what they would say."""


@dataclass(frozen=True)
class Side:
    """One side of a comparison: its atlas, its files, and everything wrong with them."""

    atlas: Atlas
    files: Tree
    problems: tuple[Problem, ...] = ()
    rest: Callable[[], Atlas] | None = None
    """How to load the whole, where the atlas is without maps that are the same on the other side and have to do with nothing else."""

    @property
    def whole(self) -> Atlas:
        """The atlas with all its maps."""
        return self.rest() if self.rest else self.atlas

    @property
    def language(self) -> str:
        """The language that plain texts are in."""
        return self.atlas.settings.languages[0]

    def broken(self) -> frozenset[str]:
        """The files that have an error."""
        return frozenset(problem.place.file for problem in self.problems if problem.severity == "error")

    def spoilt(self) -> frozenset[str]:
        """The files that could be read in part at most."""
        return frozenset(problem.place.file for problem in self.problems if problem.code in FORM)


def unread(old: Side, new: Side) -> tuple[Name, ...]:
    """The entities that one side or the other could not read, or of which it read too little to compare them."""
    spoilt = old.spoilt() | new.spoilt()
    found = dict.fromkeys((*_lost(old, new, spoilt), *_lost(new, old, spoilt)))
    return tuple(found)


def _lost(one: Side, other: Side, spoilt: frozenset[str]) -> tuple[Name, ...]:
    """Of the entities that `one` has, those that stand in a spoilt file, those whose file is there and broken while the entity is
    missing, and patches over such."""
    broken = other.broken()
    if not broken and not spoilt:
        return ()
    there = frozenset(names(other.atlas))
    homes = Homes(one, other)
    found = {name for name in names(one.atlas) if homes.of(name) & spoilt or (name not in there and homes.of(name) & broken)}
    patches = {id: card.extends for id, card in one.atlas.journeys.items() if card.extends}
    while more := {("journey", id) for id, base in patches.items() if ("journey", base) in found} - found:
        found |= more
    return tuple(sorted(found))


class Homes:
    """The files that the entities of one side stand in."""

    def __init__(self, one: Side, other: Side) -> None:
        self._atlas = one.atlas
        # of what one side could not read, the other may still know the file
        every = (*sources(one.files).value, *sources(other.files).value)
        self._own = {(source.kind, source.id): source.file for source in every}
        self._shared = {kind: frozenset(source.file for source in every if source.kind == kind) for kind, each in KIND.items() if each.file}
        self._shared["settings"] = frozenset(source.file for source in every if source.kind == "settings")

    def of(self, name: Name) -> frozenset[str]:
        """The file of an entity, or the files of its kind where they hold many."""
        kind, id = name
        if kind in self._shared:
            return self._shared[kind]
        return frozenset({_file(self._atlas, kind, id) or self._own.get(name, "")})


def is_same_file(file: str, one: Side, other: Side) -> bool:
    """Whether both sides have the same file at a path."""
    return file in one.files and file in other.files and one.files.digest(file) == other.files.digest(file)


def within(file: str, paths: Collection[str]) -> bool:
    """Whether a file is one of some paths or lies below one; "." is everything."""
    return any(path in (".", file) or file.startswith(f"{path}/") for path in paths)


def _file(atlas: Atlas, kind: str, id: str) -> str:
    """The file that an entity stands in, as far as the atlas knows."""
    if kind == "journey":
        return atlas.journeys[id].file if id in atlas.journeys else ""
    if kind == "persona":
        return atlas.personas[id].file if id in atlas.personas else ""
    return atlas.files.get(f"{kind}/{id}", "")
