"""changes: all that a reader of a change wants to know: what changed, what it means, what follows, who should look."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from cjmgen.atlas.atlas import Atlas
from cjmgen.diff.between import Differences, Once, between
from cjmgen.diff.breaks import Break, Lost, breaks, lost
from cjmgen.diff.change import Change, Place, Removed, Renamed, place_of
from cjmgen.diff.effect import RankShift, Shift, Tilt, ranks, shifts, tilts
from cjmgen.diff.glimpse import Glimpses
from cjmgen.diff.meaning import Meaning, meaning
from cjmgen.diff.people import Ask, asks, owner
from cjmgen.diff.remeasured import Remeasured, follows, remeasured
from cjmgen.diff.same import same
from cjmgen.diff.stand import Name, unlike
from cjmgen.diff.sure import Sure
from cjmgen.diff.titled import titled
from cjmgen.diff.unread import Homes, Side, is_same_file, unread, within
from cjmgen.numbers.estimate import Noise
from cjmgen.value import dataclass

Sign = Literal["breaking", "worse", "better", "neutral"]


@dataclass(frozen=True, eq=False, slots=True)
class Told:
    """A change and what it means. `owner` is the team that answers, `heirs` the patches that take it over, by the journeys' ids."""

    change: Change
    meaning: Meaning
    owner: str
    heirs: tuple[Place, ...] = ()
    breaks: tuple[Break, ...] = ()
    measured: Remeasured | None = None
    """Of a metric's value, what it was counted from, where exports say that on both sides."""

    @property
    def place(self) -> Place:
        """Where it is seen."""
        return place_of(self.change)

    @property
    def is_step(self) -> bool:
        """Whether it is told as a step of a journey's funnel."""
        return bool(self.measured and self.measured.same and self.measured.same.steps)

    @property
    def sign(self) -> Sign:
        """What weighs most of what is to be said of it."""
        return "breaking" if self.breaks else self.meaning


@dataclass(frozen=True, eq=False, slots=True)
class Changes:
    """What two versions of a project differ in. `unread` are the entities that one side could not read, which are left out."""

    told: tuple[Told, ...]
    shifts: tuple[Shift, ...]
    ranks: tuple[RankShift, ...]
    tilts: tuple[Tilt, ...]
    asks: tuple[Ask, ...]
    unread: tuple[Name, ...]
    """What one side could not read, or what was not to be compared."""
    differences: Differences
    tested: int = 0
    """How many figures were tested together, each p raised for the others."""

    def count(self, meaning: Meaning) -> int:
        """How many changes mean this for the customer; what is told as a step of a funnel counts as one."""
        return sum(each.meaning == meaning and not each.is_step for each in self.told)

    def steps(self, meaning: Meaning) -> int:
        """How many steps of funnels are this for the customer now."""
        return sum(step.meaning == meaning for shift in self.shifts for step in shift.told)

    @property
    def breaking(self) -> int:
        """How many changes leave references behind that lead nowhere now."""
        return sum(bool(each.breaks) for each in self.told)


def changes(old: Side, new: Side, only: Collection[str] = (), without: Collection[Name] = ()) -> Changes:
    """Compare two versions of a project, `without` some entities; or what of it stands in some files and folders."""
    hidden = tuple(dict.fromkeys((*unread(old, new), *unread(new, old), *without)))
    every = between(old.atlas, new.atlas, hidden)
    gone = lost(old, new)
    if only:
        every = replace(every, changes=tuple(_only(every.changes, old, new, only)))
    renamed = [each for each in every.every if isinstance(each, Renamed) and each.new.kind == "journey"]
    ids = {each.old.id: each.new.id for each in renamed if not each.new.steps}
    kept = [_told(once, old, new, gone) for once in every.changes if not follows(once.change, old.atlas, new.atlas)]
    touched = {place.id: None for each in kept for place in (each.place, *each.heirs) if place.kind == "journey"}
    stages = _stages(renamed)
    found = shifts(old.atlas, new.atlas, ids, stages, touched)
    shifted = tuple(shift for shift in found if ("journey", shift.id) not in hidden)
    if only:
        shifted = tuple(shift for shift in shifted if within(shift.card.file, only))
    told, shifted, tested = _judged(kept, shifted)
    names = {now: was for was, now in ids.items()}
    glimpses = Glimpses()
    moved = [(names.get(shift.id, shift.id), shift.id) for shift in shifted]
    return Changes(
        told,
        shifted,
        ranks(old, new, moved, stages, glimpses),
        tilts(old.atlas, new.atlas, ids, [shift.id for shift in shifted if shift.moved]),
        asks((each.change for each in told), old.atlas, new.atlas, glimpses),
        _but_alike(hidden, old, new),
        every,
        tested,
    )


def _but_alike(hidden: tuple[Name, ...], old: Side, new: Side) -> tuple[Name, ...]:
    """Without what says the same on both sides, in files that are the same: however little of them was read, nothing changed there."""
    if not hidden:
        return ()
    differing, homes = {*unlike(old.atlas, new.atlas), *unlike(new.atlas, old.atlas)}, Homes(old, new)
    return tuple(name for name in hidden if name in differing or not all(is_same_file(file, old, new) for file in homes.of(name)))


def _only(every: Iterable[Once], old: Side, new: Side, only: Collection[str]) -> Iterator[Once]:
    """The changes that stand in some files and folders."""
    before, after = Homes(old, new), Homes(new, old)
    for once in every:
        place, homes = place_of(once.change), before if isinstance(once.change, Removed) else after
        if any(within(file, only) for file in homes.of((place.kind, place.id))):
            yield once


def _told(once: Once, old: Side, new: Side, gone: Lost) -> Told:
    change, heirs = once.change, tuple(place_of(heir) for heir in once.heirs)
    means: Meaning = "neutral" if _elsewhere(place_of(change), new.atlas, old.atlas) else meaning(change)
    counted = remeasured(change, old.atlas, new.atlas)
    by = owner(change, old.atlas, new.atlas)
    return Told(titled(change, old.atlas, new.atlas), means, by, heirs, tuple(breaks(change, gone)), counted)


def _judged(told: Sequence[Told], shifted: Sequence[Shift]) -> tuple[tuple[Told, ...], tuple[Shift, ...], int]:
    """Figures that were measured with what a test says of all together, and of how many: what may be noise is neither better nor worse."""
    ways = [way for shift in shifted for way in (*shift.steps, *([shift.whole] if shift.whole else []))]
    sure = Sure([*(each.measured.test for each in told if each.measured), *(way.test for way in ways)])
    steps = (replace(shift, steps=tuple(way.judged(sure) for way in shift.steps)) for shift in shifted)
    judged = tuple(replace(shift, whole=shift.whole.judged(sure)) if shift.whole else shift for shift in steps)
    return tuple(_sure(each, sure, judged) for each in told), judged, sure.tested


def _sure(told: Told, sure: Sure, shifted: Sequence[Shift]) -> Told:
    if not told.measured:
        return told
    measured = replace(told.measured.judged(sure), same=same(told.measured.test, shifted))
    return replace(told, measured=measured, meaning=told.meaning if measured.noise is Noise.BEYOND else "neutral")


def _elsewhere(place: Place, new: Atlas, old: Atlas) -> bool:
    """Whether a place is in the journey of a competitor, whose customers are not ours."""
    card = (new.journeys.get(place.id) or old.journeys.get(place.id)) if place.kind == "journey" else None
    return card is not None and card.state == "competitor"


def _stages(renamed: Iterable[Renamed]) -> Mapping[str, Mapping[str, str]]:
    """By journey the stages that go by other ids now."""
    found: dict[str, dict[str, str]] = {}
    for change in renamed:
        if len(change.new.steps) == 1 and change.new.steps[0].lane == "stages":
            found.setdefault(change.new.id, {})[change.old.steps[0].key] = change.new.steps[0].key
    return found
