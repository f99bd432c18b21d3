"""chapter: changes by the entity they were made in, in the order they are told: what fares worst comes first."""

from collections.abc import Iterable, Iterator

from cjmgen.diff.change import Place, Renamed
from cjmgen.diff.changes import Changes, Told
from cjmgen.diff.effect import Shift
from cjmgen.insight.meet.spine import drift
from cjmgen.value import dataclass

WEIGHT = {"breaking": 0, "worse": 1, "better": 2, "neutral": 3}


@dataclass(frozen=True, eq=False, slots=True)
class Chapter:
    """What changed in one entity, worst first; `shift` are a journey's figures where they are told."""

    place: Place
    told: tuple[Told, ...]
    shift: Shift | None


def chapters(changes: Changes) -> tuple[Chapter, ...]:
    """The entities with changes or other figures: journeys first, those that fare worst before the others."""
    shifts = {shift.id: shift for shift in changes.shifts}
    found: dict[tuple[str, str], list[Told]] = {("journey", id): [] for id in shifts}
    places: dict[tuple[str, str], Place] = {("journey", id): Place("journey", id, shift.card.title) for id, shift in shifts.items()}
    names = dict(_renamed(changes))
    for told in changes.told:
        name = told.place.kind, names.get((told.place.kind, told.place.id), told.place.id)
        places.setdefault(name, Place(*name, told.place.title))
        found.setdefault(name, []).append(told)
    every = [Chapter(places[name], ordered(told), shifts.get(name[1]) if name[0] == "journey" else None) for name, told in found.items()]
    return tuple(sorted(every, key=_grief))


def _renamed(changes: Changes) -> Iterator[tuple[tuple[str, str], str]]:
    """The entities that go by another id, by kind and old id: what is gone from one is told under the new one."""
    for change in (told.change for told in changes.told):
        if isinstance(change, Renamed) and not change.new.steps and change.old.id != change.new.id:
            yield (change.old.kind, change.old.id), change.new.id


def ordered(told: Iterable[Told]) -> tuple[Told, ...]:
    """Changes with what breaks first, then what is worse, then what is better."""
    return tuple(sorted(told, key=lambda each: WEIGHT[each.sign]))


def _grief(chapter: Chapter) -> tuple[bool, float, int, int, str, str]:
    """Journeys by what they lost, then by how many changes are worse; other things after them."""
    lost = min(0.0, change(chapter.shift) or 0.0) if chapter.shift else 0.0
    worse = sum(each.sign in ("breaking", "worse") for each in chapter.told)
    return chapter.place.kind != "journey", lost, -worse, -len(chapter.told), chapter.place.kind, chapter.place.id


def change(shift: Shift) -> float | None:
    """By how much a journey's score changed."""
    return drift(shift.old.score, shift.new.score) if shift.old and shift.new else None


def by_team(told: Iterable[Told]) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """The changes of each team, worst first, those of the worst news before the others; "" for what nobody answers for."""
    groups: dict[str, list[Told]] = {}
    for each in told:
        groups.setdefault(each.owner, []).append(each)
    every = sorted(groups.items(), key=lambda group: (_weight(group[1]), group[0] == "", group[0]))
    return tuple((team, ordered(group)) for team, group in every)


def _weight(every: Iterable[Told]) -> tuple[int, int, int]:
    signs = [told.sign for told in every]
    return -signs.count("breaking"), -signs.count("worse"), -signs.count("better")
