"""origin: where each part of an entity's data stands, across patches, sidecars and what was left out."""

from dataclasses import field

from cjmgen.problem import KeyPath, Keys, Place
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The file and key path an entity's data begins at, and every part of it that stands somewhere else."""

    file: str
    prefix: KeyPath = ()
    moved: dict[KeyPath, tuple[str, KeyPath]] = field(default_factory=dict)

    def find(self, path: KeyPath) -> tuple[str, KeyPath]:
        """The file and the path in it for a path of the entity: the nearest part that moved says where."""
        for depth in range(len(path), 0, -1) if self.moved else ():
            if start := self.moved.get(path[:depth]):
                return start[0], start[1] + path[depth:]
        return self.file, self.prefix + path

    def place(self, path: KeyPath, at_key: bool = False) -> Place:
        """The place of a path of the entity."""
        file, keys = self.find(path)
        return Place(file, Keys(keys, "key" if at_key else "value"))

    def without(self, path: KeyPath, position: int, length: int) -> "Origin":
        """The origin after the item at a position of the list at `path`, `length` long, was taken out."""
        after = {(*path, at): self.find((*path, at + 1)) for at in range(position, length - 1)}
        kept = {}
        for key, start in self.moved.items():
            if key[: len(path)] != path or len(key) <= len(path):
                kept[key] = start
            elif isinstance(at := key[len(path)], int) and at != position:
                kept[(*path, at - 1 if at > position else at, *key[len(path) + 1 :])] = start
        return Origin(self.file, self.prefix, {**after, **kept})

    def renamed(self, path: KeyPath, wrong: str, right: str) -> "Origin":
        """The origin after a misspelt key was read as the one that was meant."""
        return Origin(self.file, self.prefix, {**self.moved, (*path, right): self.find((*path, wrong))})
