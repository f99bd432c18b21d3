"""match: which thing of one tree is which of the other: by id, by an earlier id, and by likeness where neither is known.

An id that stays is the same thing, wherever it went inside its entity. What is left is compared by title, by text and by what it holds;
and where nothing else changed in a list, whatever stands in the same place under another name was renamed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from cjmgen.diff.alike import KEYS, Look, bare, likeness
from cjmgen.diff.twig import Twig, name_of

MANY = 4_000
"""Pairs that are compared with one another at most; of more, only those that are equal but for their names."""


LAST = "handoffs"
"""A list of things without ids, told apart by the teams and stages they refer to."""


def match(old: Twig, new: Twig) -> None:
    """Find the mates of everything inside two versions of one entity."""
    _meet(old, new)
    _wandered(old, new, _key)
    _recognise_inside([(old, new)])
    _recognise_inside([pair for pair in _wandered(old, new, _title) if pair[0].mate is pair[1]])
    _let_go(old)


def _recognise_inside(pairs: list[tuple[Twig, Twig]]) -> None:
    """Find mates in all lists of these, and in those of what is found."""
    for mine, theirs in pairs:
        for lane in dict.fromkeys((*mine.inside, *theirs.inside)):
            if lane != LAST:
                recognise(mine.inside.get(lane, []), theirs.inside.get(lane, []))
        pairs += [(twig, twig.mate) for twigs in mine.inside.values() for twig in twigs if twig.mate]


def match_last(old: Twig, new: Twig) -> None:
    """Find the mates of what is only known by what it refers to; ask when its references follow."""
    mine, theirs = old.inside.get(LAST, []), new.inside.get(LAST, [])
    for twig in mine:
        if not twig.mate:
            twig.rename()
    _meet(old, new)
    recognise(mine, theirs)


def _meet(old: Twig, new: Twig) -> None:
    """Make two twigs mates, and what is inside them as far as ids go."""
    old.mate, new.mate = new, old
    for lane, twigs in old.inside.items():
        free = {twig.key: twig for twig in new.inside.get(lane, ()) if not twig.mate}
        earlier = {was: twig for twig in free.values() for was in twig.fields.get("was", ())}
        for twig in twigs:
            if not twig.mate and (found := free.get(twig.key) or earlier.get(twig.key)) and not found.mate:
                _meet(twig, found)


def _wandered(old: Twig, new: Twig, name: Callable[[Twig], str]) -> list[tuple[Twig, Twig]]:
    """What has the same name in another place moved there, if there is only one of it on either side."""
    lost, found = (_once((twig for twig in root.below() if not twig.mate), name) for root in (old, new))
    pairs = [(twig, found[called]) for called, twig in lost.items() if called in found]
    _pair(pairs)
    return pairs


def _once(twigs: Iterable[Twig], name: Callable[[Twig], str]) -> dict[tuple[object, str], Twig]:
    """Those whose names no other of their kind has."""
    every = [((twig.model, name(twig)), twig) for twig in twigs]
    count = Counter(called for called, _ in every)
    return {called: twig for called, twig in every if count[called] == 1 and called[1]}


def _key(twig: Twig) -> str:
    return twig.key


def _title(twig: Twig) -> str:
    return repr(name_of(twig)) if name_of(twig) else ""


def recognise(old: Sequence[Twig], new: Sequence[Twig], ordered: bool = True) -> None:
    """Find mates among those of two lists that have none. Places say nothing where the list is not `ordered`."""
    mine, theirs = [twig for twig in old if not twig.mate], [twig for twig in new if not twig.mate]
    if not mine or not theirs:
        return
    _pair(_alike(mine, theirs) if len(mine) * len(theirs) <= MANY else _titled(mine, theirs))
    _pair(_placed(mine, theirs, _gaps(old, new)) if ordered else _equal(mine, theirs))


def _pair(pairs: Iterable[tuple[Twig, Twig]]) -> None:
    for one, other in pairs:
        if not one.mate and not other.mate:
            _meet(one, other)


def _alike(old: Sequence[Twig], new: Sequence[Twig]) -> list[tuple[Twig, Twig]]:
    """The pairs that are surely the same, the surest first."""
    looks = [Look.of(twig) for twig in new]
    sure = [
        (found.strength, abs(one.twig.at - other.twig.at), one.twig.at, other.twig.at, one.twig, other.twig)
        for one in map(Look.of, old)
        for other in looks
        if (found := likeness(one, other))
    ]
    return [(one, other) for *_, one, other in sorted(sure, key=lambda each: each[:4])]


def _equal(old: Sequence[Twig], new: Sequence[Twig]) -> list[tuple[Twig, Twig]]:
    """The pairs that say the same and say more than their names."""
    return [pair for pair in _zipped(old, new) if _speaks(pair[0])]


def _titled(old: Sequence[Twig], new: Sequence[Twig]) -> Iterator[tuple[Twig, Twig]]:
    """The pairs that say the same, then those of which each is the only one with its title."""
    yield from _equal(old, new)
    mine, theirs = (Counter(repr(name_of(twig)) for twig in twigs) for twigs in (old, new))
    known = {repr(name_of(twig)): twig for twig in new}
    for twig in old:
        name = repr(name_of(twig))
        if name_of(twig) and mine[name] == theirs[name] == 1:
            yield twig, known[name]


def _speaks(twig: Twig) -> bool:
    return bool(twig.inside) or any(name not in KEYS for name in twig.fields)


def _zipped(old: Iterable[Twig], new: Iterable[Twig]) -> Iterator[tuple[Twig, Twig]]:
    """Those whose contents are equal but for the names, in their order."""
    waiting: dict[str, list[Twig]] = {}
    for twig in new:
        waiting.setdefault(bare(twig), []).append(twig)
    for twig in old:
        if same := waiting.get(bare(twig)):
            yield twig, same.pop(0)


Gaps = tuple[dict[Twig, int], dict[Twig, int]] | None


def _gaps(old: Sequence[Twig], new: Sequence[Twig]) -> Gaps:
    """By twig how many before it stayed in this list; None for a list that was reordered, where places say nothing."""
    stay = [twig.mate.at for twig in old if twig.mate and twig.home]
    if any(one > other for one, other in pairwise(stay)):
        return None
    return _counted(old), _counted(new)


def _counted(twigs: Sequence[Twig]) -> dict[Twig, int]:
    stayed, found = 0, {}
    for twig in twigs:
        found[twig] = stayed
        stayed += twig.home
    return found


def _placed(old: Sequence[Twig], new: Sequence[Twig], gaps: Gaps) -> Iterator[tuple[Twig, Twig]]:
    """Those that have the same place and the same contents; in a list that was reordered, the same contents alone."""
    left, right = [twig for twig in old if not twig.mate], [twig for twig in new if not twig.mate]
    if gaps is None:
        yield from _zipped(left, right)
        return
    before, after = gaps
    for gap in dict.fromkeys(before[twig] for twig in left):
        yield from _zipped((twig for twig in left if before[twig] == gap), (twig for twig in right if after[twig] == gap))


def _let_go(old: Twig) -> None:
    """What went with the thing it was in and came back inside a new one was not moved: both are told as a whole."""
    for twig in old.below():
        mate = twig.mate
        if mate and twig.parent and mate.parent and not twig.parent.mate and not mate.parent.mate:
            twig.mate = mate.mate = None
