"""twig: a node where it stands in its tree, with the one in the other tree that is the same thing."""

from collections.abc import Iterator
from typing import Optional

from cjmgen.diff.node import Node, Plain, keyed


class Twig:
    """A node in its place. Matching sets `mate`; putting changes back changes everything."""

    __slots__ = ("at", "fields", "inside", "key", "lane", "mate", "model", "parent")

    def __init__(self, node: Node, parent: Optional["Twig"] = None, lane: str = "", at: int = 0) -> None:
        self.model, self.key, self.fields = node.model, node.key, dict(node.fields)
        self.parent, self.lane, self.at = parent, lane, at
        self.mate: Twig | None = None
        self.inside = {name: [Twig(each, self, name, n) for n, each in enumerate(nodes)] for name, nodes in node.lists.items()}

    def below(self) -> Iterator["Twig"]:
        """All twigs inside this one, those further out first."""
        for twigs in self.inside.values():
            for twig in twigs:
                yield twig
                yield from twig.below()

    @property
    def way(self) -> tuple[tuple[str, str], ...]:
        """Lists and keys from the entity to here."""
        return (*self.parent.way, (self.lane, self.key)) if self.parent else ()

    def up(self, lane: str) -> "Twig | None":
        """This twig or the nearest around it that stands in a list of this name."""
        twig: Twig | None = self
        while twig and twig.lane != lane:
            twig = twig.parent
        return twig

    @property
    def home(self) -> bool:
        """Whether it stands in the same list of the same thing as its mate does."""
        mine, theirs = self.parent, self.mate.parent if self.mate else None
        return mine is not None and theirs is not None and mine.mate is theirs and self.mate is not None and self.lane == self.mate.lane

    def rename(self) -> None:
        """Go by the name that the fields say now."""
        if self.lane:
            self.key = keyed(self.fields)

    def node(self, mated: bool = True) -> Node:
        """The node again; without `mated`, those inside that have a mate are left out."""
        lists = {name: tuple(each.node(mated) for each in twigs if mated or not each.mate) for name, twigs in self.inside.items()}
        return Node(self.model, self.key, dict(self.fields), {name: nodes for name, nodes in lists.items() if nodes})


def name_of(twig: Twig | Node) -> Plain:
    """What a thing is called: its title or its words; None for what has neither."""
    return twig.fields.get("title") or twig.fields.get("text")
