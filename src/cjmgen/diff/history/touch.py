"""touch: the cells of journeys that changes touch, and what happens to journeys and stages as a whole, as values that can be kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from cjmgen.diff.change import Added, Change, Moved, Place, Removed, Renamed, Reordered, Updated
from cjmgen.value import dataclass

Act = Literal["new", "gone", "called", "born", "dead", "renamed", "cell"]
"""A journey is new, gone or goes by another id; a stage is born, dead or goes by another id; or a cell is another one."""


@dataclass(frozen=True, slots=True)
class Touch:
    """One thing that happened to a journey. A cell is a lane of a stage, or with no stage a field of the journey itself.

    Of what goes by another id now `old` is the earlier one.
    """

    act: Act
    journey: str
    stage: str = ""
    lane: str = ""
    old: str = ""


def touches(changes: Iterable[Change]) -> tuple[Touch, ...]:
    """What changes do to journeys. What is gone or dead is told by the ids it had, all else by those it has now."""
    found = [touch for change in changes for touch in _of(change)]
    called = {touch.old: touch.journey for touch in found if touch.act == "called"}
    renamed = {(touch.journey, touch.old): touch.stage for touch in found if touch.act == "renamed"}
    return tuple(_today(touch, called, renamed) if touch.lane and touch.old == _BEFORE else touch for touch in found)


_BEFORE = "*"
"""Marks a cell that is told by the ids that its journey and stage had."""


def _today(touch: Touch, called: Mapping[str, str], renamed: Mapping[tuple[str, str], str]) -> Touch:
    id = called.get(touch.journey, touch.journey)
    return Touch("cell", id, renamed.get((id, touch.stage), touch.stage), touch.lane)


def _of(change: Change) -> Iterator[Touch]:
    place = change.old if isinstance(change, Removed) else change.new
    if place.kind != "journey":
        return
    match change:
        case Added() | Removed() if not place.steps:
            yield Touch("new" if isinstance(change, Added) else "gone", place.id)
        case Added() | Removed() if _is_stage(place):
            yield Touch("born" if isinstance(change, Added) else "dead", place.id, place.steps[0].key)
        case Renamed():
            yield from _renamed(change.old, change.new)
        case Removed():
            yield replace(_cell(place), old=_BEFORE)
        case Moved():
            yield _cell(place)
            yield replace(_cell(change.old), old=_BEFORE)
        case Updated():
            yield _cell(place) if len(place.steps) > 1 else _field(place, change.part.path[0])
        case Reordered():
            yield _cell(place) if len(place.steps) > 1 else _field(place, change.lane)
        case _:
            yield _cell(place)


def _renamed(old: Place, new: Place) -> Iterator[Touch]:
    if not new.steps:
        if old.id != new.id:
            yield Touch("called", new.id, old=old.id)
        yield Touch("cell", new.id, "", "title")
    elif _is_stage(new):
        if old.steps[0].key != new.steps[0].key:
            yield Touch("renamed", new.id, new.steps[0].key, old=old.steps[0].key)
        yield Touch("cell", new.id, new.steps[0].key, "title")
    else:
        yield _cell(new)


def _is_stage(place: Place) -> bool:
    return len(place.steps) == 1 and place.steps[0].lane == "stages"


def _cell(place: Place) -> Touch:
    """The cell that something stands in: deep inside it is still that of the stage."""
    first = place.steps[0]
    if first.lane != "stages":
        return Touch("cell", place.id, "", first.lane)
    return Touch("cell", place.id, first.key, _lane(place) if len(place.steps) > 1 else "title")


def _lane(place: Place) -> str:
    return place.steps[1].lane


def _field(place: Place, name: str) -> Touch:
    """A field of a stage, or of the journey."""
    return Touch("cell", place.id, place.steps[0].key if _is_stage(place) else "", name)
