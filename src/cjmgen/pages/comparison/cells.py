"""cells: what a comparison shows of a stage, row by row; in each cell one entry a subject, None where it has no such stage."""

from collections.abc import Callable

from cjmgen.insight.meet.side import Stance
from cjmgen.insight.meet.spine import Column, drift, points
from cjmgen.numbers.digits import apart
from cjmgen.pages.comparison.entries import Aches, Cell, Chances, Entry, Felt, Lane, Onward, Span, Trust, Way
from cjmgen.pages.comparison.scene import Scene
from cjmgen.pages.comparison.together import dials, touches

Maker = Callable[[Scene, Column, int], object]


def lanes(scene: Scene) -> tuple[Lane, ...]:
    """The rows that are filled, in their order; `show` of the comparison's file leaves some."""
    shown = scene.contest.show or (*MAKERS, "touchpoints", "metrics")
    made: dict[str, tuple[Cell[object], ...]] = {}
    for key, maker in MAKERS.items():
        if key in shown and not (scene.together and key in COMMON):
            made[key] = tuple(_cell(scene, column, key, maker) for column in scene.spine.columns)
    if "touchpoints" in shown:
        made["touchpoints"] = tuple(Cell(f"c-touchpoints-{column.id}", touches(scene, column)) for column in scene.spine.columns)  # type: ignore[arg-type]
    if "metrics" in shown and not scene.together:
        made["metrics"] = tuple(Cell(f"c-metrics-{column.id}", dials(scene, column)) for column in scene.spine.columns)  # type: ignore[arg-type]
    return tuple(Lane(key, made[key]) for key in ORDER if key in made and _filled(made[key]))


def _filled(cells: tuple[Cell[object], ...]) -> bool:
    return any(not isinstance(entry, Entry) or entry.value is not None for cell in cells for entry in cell.entries)


def _cell(scene: Scene, column: Column, key: str, make: Maker) -> Cell[object]:
    entries = tuple(
        Entry(at + 1, stance is not None, make(scene, column, at) if stance else None) for at, stance in enumerate(column.stances)
    )
    return Cell(f"c-{key}-{column.id}", entries)


def _stance(column: Column, at: int) -> Stance:
    stance = column.stances[at]
    assert stance is not None
    return stance


def _felt(scene: Scene, column: Column, at: int) -> Felt | None:
    first, score = column.stances[0], _stance(column, at).score
    return None if score is None else Felt(score, drift(first.score if first else None, score) if at else None)


def _onward(scene: Scene, column: Column, at: int) -> Onward | None:
    first, share = column.stances[0], _stance(column, at).onward
    beside = tuple(stance.onward for stance in column.stances if stance and stance.onward is not None)
    change = points(first.onward if first else None, share, *beside) if at else None
    return None if share is None else Onward(share, change, apart(beside, "share"))


def _aches(scene: Scene, column: Column, at: int) -> Aches | None:
    """None for a subject of which no pain is told anywhere: that is not the same as none."""
    if "pains" not in scene.spine.sides[at].has:
        return None
    first, severe = column.stances[0], _stance(column, at).severe
    change = float(len(severe) - len(first.severe)) if at and first and "pains" in scene.spine.sides[0].has else None
    items = tuple(scene.part(at, "p", pain.stage, pain.id, pain.title) for pain in severe)
    return Aches(len(severe), severe[0].severity if severe else 0, items, change)


def _chances(scene: Scene, column: Column, at: int) -> Chances | None:
    if "chances" not in scene.spine.sides[at].has:
        return None
    found = _stance(column, at).chances
    return Chances(tuple((scene.part(at, "o", each.stage, each.id, each.title), each.status) for each in found))


def _ways(scene: Scene, column: Column, at: int) -> tuple[Way, ...] | None:
    first = column.stances[0]
    here = _stance(column, at).channels
    before = first.channels if first and at else here
    lost = tuple(id for id in before if id not in here)
    ways = (*(_way(scene, id, "" if id in before else "+") for id in here), *(_way(scene, id, "-") for id in lost))
    return ways or None


def _way(scene: Scene, id: str, sign: str) -> Way:
    channel = scene.edition.atlas.channels.get(id)
    return Way(scene.edition.say(channel.title if channel else id), (channel.icon if channel else None) or "touchpoint", sign)


def _span(scene: Scene, column: Column, at: int) -> Span | None:
    stance = _stance(column, at)
    if not stance.duration and not stance.wait:
        return None
    return Span(scene.edition.say(stance.duration), scene.edition.say(stance.wait))


def _trust(scene: Scene, column: Column, at: int) -> Trust | None:
    coverage = _stance(column, at).coverage
    return None if coverage.share is None else Trust(coverage.share, coverage.by_weight or 0.0, coverage.validated, coverage.total)


MAKERS: dict[str, Maker] = {
    "emotion": _felt,
    "conversion": _onward,
    "pains": _aches,
    "opportunities": _chances,
    "channels": _ways,
    "time": _span,
    "evidence": _trust,
}
"""How the entry of one subject in one row is made."""

COMMON = frozenset({"conversion", "time"})
"""Rows that people of one journey share: there is nothing to compare."""

ORDER = ("emotion", "conversion", "pains", "opportunities", "channels", "touchpoints", "time", "evidence", "metrics")
