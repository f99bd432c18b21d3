"""withheld: what readers may not see now, and could in an earlier version, out of which it must not come back to them."""

from collections.abc import Iterator

from cjmgen.atlas.atlas import Atlas
from cjmgen.diff.node import Node
from cjmgen.diff.stand import Name, names, stand
from cjmgen.value import dataclass

INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Withheld:
    """Entities that are left out now, and those that are shown although something inside became internal: these are not compared."""

    things: frozenset[Name]
    spoilt: tuple[Name, ...]


def withheld(old: Atlas, new: Atlas, part: Atlas) -> Withheld:
    """What `part` of a new version leaves out of what an old one had; both versions are whole."""
    shown = frozenset(names(part))
    things = frozenset(name for name in names(new) if name not in shown)
    return Withheld(things, tuple(dict.fromkeys(_spoilt(old, new, shown))))


def _spoilt(old: Atlas, new: Atlas, shown: frozenset[Name]) -> Iterator[Name]:
    before, after = frozenset(names(old)), frozenset(names(new))
    lost = sorted(before - after)
    for kind, id in sorted(shown):
        if not _has_internal(new, kind, id):
            continue
        hidden = frozenset(_keys(stand(new, (kind, id)), internal=True))
        # what goes by another id now may be any of those that are gone
        for name in [(kind, id)] if (kind, id) in before else [each for each in lost if each[0] == kind]:
            if hidden & frozenset(_keys(stand(old, name), internal=False)):
                yield from (name, (kind, id))


def _has_internal(atlas: Atlas, kind: str, id: str) -> bool:
    """Whether anything inside an entity is internal."""
    if kind in ("journey", "persona"):
        return bool(atlas.journeys[id].private if kind == "journey" else atlas.personas[id].private)
    return kind == "comparison" and any(row.audience == INTERNAL for row in atlas.comparisons[id].align)


def _keys(node: Node, internal: bool, inside: bool = False) -> Iterator[tuple[str, str]]:
    """The things inside a node that are internal, or those that are not, by list and key; what is in an internal thing is that too."""
    for lane, nodes in node.lists.items():
        for each in nodes:
            own = inside or each.fields.get("audience") == INTERNAL
            if own == internal:
                yield lane, each.key
            yield from _keys(each, internal, own)
