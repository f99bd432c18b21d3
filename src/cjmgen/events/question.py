"""question: what a metric asks of a table of events, as a value: columns, stages and touchpoints in order, window, periods."""

from cjmgen.events.shapes import SHAPES
from cjmgen.model.amount import read_duration
from cjmgen.model.events import Columns, Events, Match
from cjmgen.value import dataclass

MOST_STAGES = 12
"""A route through more stages does not fit into the number that engines count it by."""
MOST_TOUCHPOINTS = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A stage or a touchpoint by its id, with the events that belong to it: any of these will do."""

    id: str
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be asked."""

    columns: Columns
    stages: tuple[Named, ...]
    touchpoints: tuple[Named, ...]
    window: int
    """Milliseconds."""
    segment: str | None
    local: bool
    threshold: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """What keeps a question from being asked, by the keys below the metric's `events` that is to blame."""

    keys: tuple[str, ...]
    message: str
    hint: str = ""


class Missing(Exception):
    """A table has no such column, and its events no such property."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def question(events: Events) -> Question | Unclear:
    """What is asked for, with what a named shape knows of its columns."""
    known = SHAPES[events.shape] if events.shape else None
    names = known.columns if known else _NAMELESS
    names = names.model_copy(update={name: value for name in _COLUMNS if (value := getattr(events.columns, name, None))})
    lacking = next((name for name in _COLUMNS[:3] if not getattr(names, name)), None)
    if lacking:
        return Unclear(("columns",), f"nobody says which column is the {lacking}", f"name it as `columns: {{{lacking}: …}}`, or a `shape`")
    if trouble := _place(events) or _stages(events):
        return trouble
    span = read_duration(events.window)
    assert span  # the model takes nothing else
    local = events.local if events.local is not None else bool(known and known.local)
    stages, touchpoints = (tuple(Named(id, matches) for id, matches in each.items()) for each in (events.stages, events.touchpoints))
    return Question(names, stages, touchpoints, round(span.high * 1000), events.segment, local, events.threshold)


_NAMELESS = Columns(user=None, time=None, event=None, properties=None)
_COLUMNS = ("user", "time", "event", "properties")


def _place(events: Events) -> Unclear | None:
    if bool(events.files) == bool(events.table):
        return Unclear(("files",) if events.files else (), "either `files` or `table` says where the events are")
    if events.table and not events.url:
        return Unclear(("table",), "nobody says in which database the table is", "name the environment variable with its address in `url`")
    if events.since and events.until and events.since > events.until:
        return Unclear(("until",), "the last day is before the first")
    return None


def _stages(events: Events) -> Unclear | None:
    if not 2 <= len(events.stages) <= MOST_STAGES:
        return Unclear(("stages",), f"a funnel has from 2 to {MOST_STAGES} stages, and this one {len(events.stages)}")
    if len(events.touchpoints) > MOST_TOUCHPOINTS:
        return Unclear(("touchpoints",), f"more than {MOST_TOUCHPOINTS} touchpoints are no picture that anybody reads")
    for key, named in (("stages", events.stages), ("touchpoints", events.touchpoints)):
        for id, matches in named.items():
            if not matches or any(match.event is None and not match.where for match in matches):
                return Unclear((key, id), "this would match every event", "say which with `event` or `where`")
    return None
