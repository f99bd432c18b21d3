"""cells: what a comparison shows of a stage, row by row; in each cell one entry a subject, None where it has no such stage."""

from collections.abc import Callable
from typing import Generic, TypeVar

from cjmgen.insight.meet.side import Stance
from cjmgen.insight.meet.spine import Column, Contact, drift, points
from cjmgen.model.amount import Amount, half_up
from cjmgen.model.figures import figures, meant
from cjmgen.model.metric import StageMetric
from cjmgen.pages.comparison.scene import Scene
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """One subject in a cell. `there` says whether it has the stage at all, `value` is None where nobody noted one."""

    style: int
    there: bool
    value: T | None


@dataclass(frozen=True, slots=True)
class Cell(Generic[T]):
    """A cell with its id in the page."""

    spot: str
    entries: tuple[Entry[T], ...]


@dataclass(frozen=True, slots=True)
class Felt:
    """A score, and how far it is from the first subject's; `change` is None for the first and where one is missing."""

    score: float
    change: float | None


@dataclass(frozen=True, slots=True)
class Onward:
    """The share that moves on, and the difference in percentage points."""

    share: float
    change: float | None


@dataclass(frozen=True, slots=True)
class Aches:
    """Severe pains: how many, how bad the worst, which."""

    count: int
    worst: int
    items: tuple[Anchor, ...]
    change: float | None


@dataclass(frozen=True, slots=True)
class Chances:
    """Opportunities, each with its status."""

    items: tuple[tuple[Anchor, str], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A channel. `sign` is + for one the first subject lacks, - for one only the first has, else ""."""

    said: Said
    icon: str
    sign: str


@dataclass(frozen=True, slots=True)
class Span:
    """How long a stage takes, and what is waited before."""

    duration: Said
    wait: Said


@dataclass(frozen=True, slots=True)
class Trust:
    """Claims, how many of them are validated, and what all of them weigh, 0 … 1."""

    share: float
    weight: float
    validated: int
    total: int


@dataclass(frozen=True, slots=True)
class Gauge:
    """A metric of one subject; `change` is the difference in the metric's own measure, better or worse."""

    value: Amount | None
    change: float | None
    better: bool | None


@dataclass(frozen=True, slots=True)
class Dial:
    """A metric that two subjects or more have in a column."""

    said: Said
    unit: Said
    gauges: tuple[tuple[int, Gauge], ...]


@dataclass(frozen=True, slots=True)
class Touch:
    """A touchpoint of a column. `sign` is + where the first subject lacks it, - where only the first has it, else "".

    `names` are what it is called, each with the styles of the subjects that call it so.
    """

    sign: str
    names: tuple[tuple[Anchor, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the table: entries by subject, or for touchpoints and metrics what the subjects share."""

    key: str
    cells: tuple[Cell[object], ...]


Maker = Callable[[Scene, Column, int], object]


def lanes(scene: Scene) -> tuple[Lane, ...]:
    """The rows that are filled, in their order; `show` of the comparison's file leaves some."""
    shown = scene.contest.show or (*MAKERS, "touchpoints", "metrics")
    made: dict[str, tuple[Cell[object], ...]] = {}
    for key, maker in MAKERS.items():
        if key in shown and not (scene.together and key in COMMON):
            made[key] = tuple(_cell(scene, column, key, maker) for column in scene.spine.columns)
    if "touchpoints" in shown:
        made["touchpoints"] = tuple(Cell(f"c-touchpoints-{column.id}", _touches(scene, column)) for column in scene.spine.columns)  # type: ignore[arg-type]
    if "metrics" in shown and not scene.together:
        made["metrics"] = tuple(Cell(f"c-metrics-{column.id}", _dials(scene, column)) for column in scene.spine.columns)  # type: ignore[arg-type]
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
    return None if share is None else Onward(share, points(first.onward if first else None, share) if at else None)


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


def _touches(scene: Scene, column: Column) -> tuple[Touch, ...]:
    return tuple(_touch(scene, contact) for contact in column.contacts)


def _touch(scene: Scene, contact: Contact) -> Touch:
    """A touchpoint under all its names, that of the first subject that has it first."""
    found = [(at, touch) for at, touch in enumerate(contact.members) if touch]
    names: dict[str, tuple[Anchor, tuple[int, ...]]] = {}
    for at, touch in found:
        anchor = scene.part(at, "t", touch.stage, touch.id, touch.title)
        first, styles = names.get(anchor.said.text, (anchor, ()))
        names[anchor.said.text] = first, (*styles, at + 1)
    sign = "+" if contact.members[0] is None else "-" if len(found) == 1 else ""
    return Touch(sign, tuple(names.values()))


def _dials(scene: Scene, column: Column) -> tuple[Dial, ...]:
    """Metrics that stand in a column at two subjects or more, by their ids; one file is one value, so that is no comparison."""
    found: dict[str, dict[int, StageMetric]] = {}
    for at, stance in enumerate(column.stances):
        for metric in stance.metrics if stance else ():
            found.setdefault(metric.metric or metric.key, {}).setdefault(at, metric)
    return tuple(_dial(scene, each) for each in found.values() if len(each) > 1 and not all(written.metric for written in each.values()))


def _dial(scene: Scene, by: dict[int, StageMetric]) -> Dial:
    metrics = {at: meant(written, scene.edition.atlas.metrics) for at, written in by.items()}
    read, metric = {at: figures(each) for at, each in metrics.items()}, next(iter(metrics.values()))
    lower, base = next(iter(read.values())).lower, read[0].value if 0 in read else None
    gauges = tuple((at + 1, _gauge(each.value, base if at else None, lower)) for at, each in read.items())
    title = metric.title or metric.key.replace("-", " ")
    return Dial(scene.edition.say(title), scene.edition.say(metric.unit), gauges)


def _gauge(value: Amount | None, base: Amount | None, lower: bool) -> Gauge:
    if value is None or base is None or value.kind != base.kind:
        return Gauge(value, None, None)
    change = half_up((value.value - base.value) * (100 if value.kind == "share" else 1), 2)
    return Gauge(value, change, None if change == 0 else (change < 0) == lower)


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
