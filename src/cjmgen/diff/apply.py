"""apply: changes put back: the entities of the old atlas with the changes are the entities of the new one."""

from collections.abc import Collection, Iterable, Mapping

from cjmgen.diff.between import Differences
from cjmgen.diff.change import Added, Change, Moved, Place, Removed, Renamed, Reordered, Updated, place_of
from cjmgen.diff.follow import Compass, renamed_inside
from cjmgen.diff.node import Node, Plain
from cjmgen.diff.parts import put
from cjmgen.diff.stand import Name
from cjmgen.diff.twig import Twig

Entities = Mapping[Name, Node]
"""Entities by kind and id."""


def apply(entities: Entities, differences: Differences) -> dict[Name, Node]:
    """Carry out changes. References go on leading to what was renamed or moved, where they did."""
    every = tuple(differences.every)
    whole = [each for each in every if not place_of(each).steps]
    gone = {(each.old.kind, each.old.id) for each in whole if isinstance(each, Removed)}
    names = {(each.old.kind, each.old.id): each.new.id for each in whole if isinstance(each, Renamed)}
    kept = {name: _Work(name, node, [each for each in every if _of(each, name)]) for name, node in entities.items() if name not in gone}
    for work in kept.values():
        work.build()
    renames = {**names, **{key: new for (_, id), work in kept.items() for key, new in work.stages(id)}}
    follow = {name: renames if name in differences.followers else {} for name in kept}
    left = {(each.entity, each.way, each.field) for each in differences.left}
    result = {(kind, names.get((kind, id), id)): work.finish(follow[kind, id], left) for (kind, id), work in kept.items()}
    new = {(each.new.kind, each.new.id): each.node for each in whole if isinstance(each, Added)}
    return {**{(kind, id): Node(n.model, id, n.fields, n.lists) for (kind, id), n in result.items()}, **new}


def _of(change: Change, name: Name) -> bool:
    """Whether a change is one of something inside an entity of the old atlas, or of itself."""
    if isinstance(change, Added):
        return bool(change.new.steps) and change.within == name
    return (change.old.kind, change.old.id) == name


class _Work:
    """One entity on its way: a tree that stays as it was, and one on which the changes are carried out, twig by twig its mate."""

    def __init__(self, name: Name, node: Node, changes: list[Change]) -> None:
        self._name, self._old, self._now, self._changes = name, Twig(node), Twig(node), changes
        _link(self._old, self._now)
        self._places = {twig.way: twig.mate for twig in (self._old, *self._old.below()) if twig.mate}

    def build(self) -> None:
        """Take away, reorder, rename, and put in what is new or moved, from the outside in and from the front."""
        arrivals: list[tuple[Place, int, Twig]] = []
        for change in self._changes:
            match change:
                case Removed():
                    self._leave(change.old)
                case Moved():
                    arrivals.append((change.new, change.at, self._leave(change.old)))
                case Added():
                    arrivals.append((change.new, change.at, Twig(change.node)))
        for change in self._changes:
            match change:
                case Reordered():
                    self._reorder(self._places[change.old.way], change.lane, change.order)
                case Renamed():
                    self._say(change.old, {part.path: part.new for part in change.parts})
        for place, at, twig in sorted(arrivals, key=lambda each: (len(each[0].steps), each[1])):
            self._arrive(place, at, twig)

    def _leave(self, place: Place) -> Twig:
        twig = self._places[place.way]
        assert twig.parent
        twig.parent.inside[twig.lane].remove(twig)
        twig.parent = None
        return twig

    @staticmethod
    def _reorder(parent: Twig, lane: str, order: tuple[str, ...]) -> None:
        parent.inside[lane].sort(key=lambda twig: order.index(twig.key))

    def _say(self, place: Place, values: Mapping[tuple[str, ...], Plain]) -> None:
        twig = self._places[place.way]
        for path, value in values.items():
            put(twig.fields, path, value)
        twig.rename()

    def _arrive(self, place: Place, at: int, twig: Twig) -> None:
        parent = self._now
        for lane, key in place.way[:-1]:
            parent = next(each for each in parent.inside[lane] if each.key == key)
        twig.parent, twig.lane = parent, place.steps[-1].lane
        parent.inside.setdefault(twig.lane, []).insert(at, twig)

    def stages(self, id: str) -> Iterable[tuple[Name, str]]:
        """What became of stages and phases, for references from other entities."""
        return renamed_inside(self._old, id)

    def finish(self, renames: Mapping[Name, str], left: Collection[tuple[Name, tuple[tuple[str, str], ...], str]]) -> Node:
        """Let references follow, and give fields their new values."""
        compass = Compass(self._old, renames)
        for twig in (self._old, *self._old.below()):
            if twig.mate:
                ahead = compass.fields(twig)
                changed = {name for name in {**ahead, **twig.fields} if ahead.get(name) != twig.fields.get(name)}
                for name in sorted(name for name in changed if (self._name, twig.way, name) not in left):
                    put(twig.mate.fields, (name,), ahead.get(name))
        for change in self._changes:
            if isinstance(change, Updated):
                self._say(change.old, {change.part.path: change.part.new})
        return self._now.node()


def _link(old: Twig, now: Twig) -> None:
    old.mate, now.mate = now, old
    for lane, twigs in old.inside.items():
        for one, other in zip(twigs, now.inside[lane], strict=True):
            _link(one, other)
