"""between: what changed between two atlases, thing by thing, each change once."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from cjmgen.atlas.atlas import Atlas
from cjmgen.diff.change import Added, Change, Moved, Place, Removed, Renamed, Reordered, Updated
from cjmgen.diff.compare import Version, compare
from cjmgen.diff.follow import Compass, renamed_inside
from cjmgen.diff.match import match, match_last, recognise
from cjmgen.diff.node import Plain
from cjmgen.diff.parts import put
from cjmgen.diff.stand import Name, stand, unlike
from cjmgen.diff.twig import Twig, name_of
from cjmgen.value import dataclass


@dataclass(frozen=True, eq=False, slots=True)
class Once:
    """A change, and the same change in the journeys that are patches over the one it was made in."""

    change: Change
    heirs: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """A field whose references were left behind: the entity and the way inside it, by the names of the old atlas."""

    entity: Name
    way: tuple[tuple[str, str], ...]
    field: str


@dataclass(frozen=True, eq=False, slots=True)
class Differences:
    """What changed, entity by entity. Of references to what was renamed or moved, `followers` are the entities where they follow, by the
    names of the old atlas, and `left` those references that did not."""

    changes: tuple[Once, ...]
    followers: tuple[Name, ...] = ()
    left: tuple[Left, ...] = ()

    @property
    def every(self) -> Iterator[Change]:
        """All changes, those that patches take over among them."""
        return (change for each in self.changes for change in (each.change, *each.heirs))


def between(old: Atlas, new: Atlas, unread: Collection[Name] = ()) -> Differences:
    """What changed between two atlases, apart from entities that one of them could not read."""
    mine = {name: Twig(stand(old, name)) for name in unlike(old, new) if name not in unread}
    theirs = {name: Twig(stand(new, name)) for name in unlike(new, old) if name not in unread}
    pairs = list(_paired(mine, theirs))
    follow = _matched(pairs)
    found = _found(mine, theirs, pairs)
    cards = {id: new.journeys[id] for kind, id in found if kind == "journey" and id in new.journeys}
    once = _once(found, {id: card.extends for id, card in cards.items() if card.extends})
    followers = tuple(name for name, each in follow.items() if each.does)
    return Differences(tuple(once), followers, tuple(left for each in follow.values() for left in each.left))


def _matched(pairs: Sequence[tuple[Version, Version]]) -> dict[Name, "_Following"]:
    """Find the mates of everything, and let references follow."""
    whole = {(one.kind, one.id): other.id for one, other in pairs if one.id != other.id}
    for one, other in pairs:
        _match(one.root, other.root, whole)
    renames = {**whole, **{name: id for one, _ in pairs for name, id in renamed_inside(one.root, one.id)}}
    found: dict[Name, _Following] = {}
    for one, other in pairs:
        found[one.kind, one.id] = _follow(one, renames)
        match_last(one.root, other.root)
    return found


def _found(mine: Mapping[Name, Twig], theirs: Mapping[Name, Twig], pairs: Iterable[tuple[Version, Version]]) -> dict[Name, list[Change]]:
    """The changes by the entity they are seen in."""
    found: dict[Name, list[Change]] = {}
    met = {(other.kind, other.id): one for one, other in pairs}
    for (kind, id), twig in mine.items():
        if not twig.mate:
            found[kind, id] = [Removed(Place(kind, id, name_of(twig) or ""), twig.node())]
    for (kind, id), twig in theirs.items():
        version = Version(kind, id, twig)
        changes = list(compare(met[kind, id], version)) if twig.mate else [Added(version.place(twig), 0, twig.node(), (kind, id))]
        found.setdefault((kind, id), []).extend(changes)
    return {name: changes for name, changes in found.items() if changes}


def _paired(old: Mapping[Name, Twig], new: Mapping[Name, Twig]) -> Iterator[tuple[Version, Version]]:
    """The entities that are the same: by id, by an earlier id, by likeness."""
    for kind in dict.fromkeys(kind for kind, _ in (*old, *new)):
        mine, theirs = ({id: twig for (each, id), twig in twigs.items() if each == kind} for twigs in (old, new))
        for id, twig in mine.items():
            if id in theirs:
                twig.mate, theirs[id].mate = theirs[id], twig
        for twig in theirs.values():
            for was in twig.fields.get("was", ()):
                if not twig.mate and was in mine and not mine[was].mate:
                    mine[was].mate, twig.mate = twig, mine[was]
        recognise(list(mine.values()), list(theirs.values()), ordered=False)
        known = {twig: id for id, twig in theirs.items()}
        for id, twig in mine.items():
            if twig.mate:
                yield Version(kind, id, twig), Version(kind, known[twig.mate], twig.mate)


def _match(old: Twig, new: Twig, renames: Mapping[Name, str]) -> None:
    """Find the mates inside an entity; that others are called otherwise by now makes nothing in it unlike."""
    every = (old, *old.below()) if renames else ()
    said = [twig.fields for twig in every]
    compass = Compass(old, renames)
    for twig in every:
        twig.fields = compass.fields(twig)
    match(old, new)
    for twig, fields in zip(every, said, strict=True):
        twig.fields = fields


@dataclass(frozen=True, eq=False, slots=True)
class _Following:
    """Whether references of an entity follow, and which were left behind."""

    does: bool
    left: tuple[Left, ...]


def _follow(version: Version, renames: Mapping[Name, str]) -> _Following:
    """Let the references of an old version follow, unless they were left behind."""
    compass, does, left = Compass(version.root, renames), False, []
    for twig in (version.root, *version.root.below()):
        ahead, theirs = compass.fields(twig), twig.mate.fields if twig.mate else {}
        changed = [name for name in dict.fromkeys((*ahead, *twig.fields)) if ahead.get(name) != twig.fields.get(name)]
        behind = [name for name in changed if twig.mate and theirs.get(name) == twig.fields.get(name)]
        does = does or any(theirs.get(name) == ahead.get(name) for name in changed)
        left += [Left((version.kind, version.id), twig.way, name) for name in behind]
        for name in changed:
            if name not in behind:
                put(twig.fields, (name,), ahead.get(name))
    return _Following(does, tuple(left))


def _once(found: Mapping[Name, list[Change]], bases: Mapping[str, str]) -> Iterator[Once]:
    """The changes without those that a patch takes over from its base."""
    journeys = {id: changes for (kind, id), changes in found.items() if kind == "journey"}
    heirs: dict[str, dict[str, list[Change]]] = {}
    for id, base in bases.items():
        told = {_deed(change) for change in journeys.get(base, ())}
        for change in journeys[id]:
            if (deed := _deed(change)) in told and deed:
                heirs.setdefault(base, {}).setdefault(deed, []).append(change)
    inherited = {id: {_deed(change) for change in journeys.get(base, ())} - {""} for id, base in bases.items()}
    for (kind, id), changes in found.items():
        own = inherited.get(id, set()) if kind == "journey" else set()
        for change in changes:
            deed = _deed(change)
            if deed not in own:
                yield Once(change, tuple(_heirs(heirs, id, deed)) if kind == "journey" else ())


def _heirs(heirs: Mapping[str, Mapping[str, list[Change]]], id: str, deed: str) -> Iterator[Change]:
    """The same change in all patches, and in patches over these."""
    for change in heirs.get(id, {}).get(deed, ()):
        yield change
        yield from _heirs(heirs, change.new.id if not isinstance(change, Removed) else change.old.id, deed)


def _deed(change: Change) -> str:
    """What a change does, whichever journey it does it to; "" for what it does to the journey itself as a whole."""
    told: tuple[Plain, ...]
    match change:
        case Added():
            told = change.new.way
        case Removed():
            told = change.old.way
        case Moved():
            told = (change.old.way, change.new.way)
        case Renamed():
            told = (change.old.way, change.new.way, [(part.path, part.old, part.new) for part in change.parts])
        case Updated():
            told = (change.old.way, change.new.way, change.part.path, change.part.old, change.part.new)
        case Reordered():
            told = (change.old.way, change.lane, [step.key for step in change.moved])
    return repr((type(change).__name__, told)) if told else ""
