"""cells: of everything that a map shows by now, the revision that changed it last."""

from collections.abc import Iterable, Iterator, Mapping

from cjmgen.diff.history.tale import Past, Revision
from cjmgen.model.journey import Journey, Stage
from cjmgen.model.lane import LANES, lane_named
from cjmgen.value import dataclass

WHOLE = ""
"""Stands for a stage itself, or for the journey, among their lanes."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A lane of a stage with the revision that changed it last; None where that was before the first that is looked at."""

    lane: str
    revision: Revision | None


@dataclass(frozen=True, slots=True)
class StageCells:
    """The filled lanes of a stage; with no id what is said of the journey as a whole."""

    stage: str
    cells: tuple[Cell, ...]


def cells(journey: Journey, past: Past, hidden: frozenset[str] = frozenset()) -> tuple[StageCells, ...]:
    """What is there by now; of what is not, nothing is told, whatever was known of it once."""
    order = {moment.revision: at for at, moment in enumerate(past.moments)}
    found = [StageCells("", (Cell(WHOLE, _last(past.cells.get("", {}).values(), past.begun, order)),))]
    for stage in journey.stages:
        fields = past.cells.get(stage.key, {})
        known, born = _by_lane(fields, order), fields.get(WHOLE) or past.begun
        lanes = [lane for lane in _filled(stage) if lane not in hidden]
        found.append(StageCells(stage.key, tuple(Cell(lane, known.get(lane) or born) for lane in lanes)))
    return tuple(found)


def _by_lane(fields: Mapping[str, Revision], order: Mapping[Revision, int]) -> dict[str, Revision]:
    """The lanes of the map by the fields that they show."""
    found: dict[str, Revision] = {}
    for field, revision in fields.items():
        lane = _lane(field)
        if lane not in found or order.get(revision, 0) > order.get(found[lane], 0):
            found[lane] = revision
    return found


def _lane(field: str) -> str:
    first, _, free = field.partition(".")
    if first == "lanes":
        return free
    named = {"emotion_evidence": "emotion", "description": "goal"}.get(first, first)
    return lane_named(named) if named != "title" else WHOLE


def _filled(stage: Stage) -> Iterator[str]:
    """The lanes in which a stage has something, in the order of the map; the stage itself comes first."""
    shown = {_lane(field) for field in type(stage).model_fields if getattr(stage, field)}
    yield WHOLE
    yield from (lane for lane in LANES if lane in shown)
    yield from (lane for lane, items in stage.lanes.items() if items)


def _last(revisions: Iterable[Revision], begun: Revision | None, order: Mapping[Revision, int]) -> Revision | None:
    return max(revisions, key=lambda each: order.get(each, 0), default=begun)
