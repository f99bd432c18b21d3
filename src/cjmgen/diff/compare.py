"""compare: two versions of an entity whose things have found their mates, to the changes between them."""

from collections.abc import Iterator

from cjmgen.diff.change import Added, Change, Moved, Place, Removed, Renamed, Reordered, Step, Updated
from cjmgen.diff.node import NAMES
from cjmgen.diff.order import staying
from cjmgen.diff.parts import is_named_anew, parts
from cjmgen.diff.twig import Twig, name_of
from cjmgen.value import dataclass


@dataclass(frozen=True, eq=False, slots=True)
class Version:
    """An entity in one of the two atlases."""

    kind: str
    id: str
    root: Twig

    def place(self, twig: Twig) -> Place:
        """Where something of it stands."""
        steps: list[Step] = []
        here = twig
        while here.parent:
            steps.append(Step(here.lane, here.key, name_of(here) or ""))
            here = here.parent
        return Place(self.kind, self.id, name_of(self.root) or "", tuple(reversed(steps)))


def compare(old: Version, new: Version) -> Iterator[Change]:
    """The changes inside an entity, in the order of the new version; what is gone comes where it stood."""
    yield from _same(old, new, old.root, new.root)


def _same(old: Version, new: Version, one: Twig, other: Twig) -> Iterator[Change]:
    """What became of a thing that is there in both versions, and of all that is inside it."""
    yield from _said(old, new, one, other)
    for lane in dict.fromkeys((*one.inside, *other.inside)):
        mine, theirs = one.inside.get(lane, []), other.inside.get(lane, [])
        yield from (Removed(old.place(twig), twig.node(mated=False)) for twig in mine if not twig.mate)
        yield from _reordered(old, new, one, other, lane)
        for twig in theirs:
            yield from _there(old, new, twig)


def _there(old: Version, new: Version, twig: Twig) -> Iterator[Change]:
    """What became of a thing of the new version."""
    if twig.mate:
        if not twig.home:
            yield Moved(old.place(twig.mate), new.place(twig), twig.at)
        yield from _same(old, new, twig.mate, twig)
        return
    if not twig.parent or twig.parent.mate:
        yield Added(new.place(twig), twig.at, twig.node(mated=False), (old.kind, old.id))
    for twigs in twig.inside.values():
        for each in twigs:
            yield from _there(old, new, each)


def _said(old: Version, new: Version, one: Twig, other: Twig) -> Iterator[Change]:
    """The fields that differ: those that name it as one change, each other one as its own."""
    found = {part.path[0]: part for part in parts(one.model, one.fields, other.fields) if part.path[0] in NAMES}
    anew = is_named_anew(found) or (not one.parent and old.id != new.id)
    before, after = old.place(one), new.place(other)
    if anew:
        yield Renamed(before, after, tuple(found.values()))
    for part in parts(one.model, one.fields, other.fields):
        if not (anew and part.path[0] in NAMES):
            yield Updated(before, after, part, other.fields)


def _reordered(old: Version, new: Version, one: Twig, other: Twig, lane: str) -> Iterator[Change]:
    stay = [twig for twig in other.inside.get(lane, ()) if twig.mate and twig.home]
    mates = [twig.mate for twig in stay if twig.mate]
    kept = staying([mate.at for mate in mates])
    if len(kept) < len(stay):
        moved = tuple(Step(lane, twig.key, name_of(twig) or "") for at, twig in enumerate(stay) if at not in kept)
        yield Reordered(old.place(one), new.place(other), lane, tuple(mate.key for mate in mates), moved)
