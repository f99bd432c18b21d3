"""gathered: the bytes of a metric's exports to what was measured, with everything that is wrong on the way."""

from collections.abc import Iterator, Sequence

from cjmgen.digest import digest
from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.asked import Asked, Misnamed, asked
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather import unfinished
from cjmgen.numbers.gather.complaint import Complaint, Misread, refused
from cjmgen.numbers.gather.period import missing, ordered
from cjmgen.numbers.gather.possible import possible
from cjmgen.numbers.gather.stack import Dated, stacked
from cjmgen.numbers.gather.stages import stages_of, unmatched
from cjmgen.numbers.gather.without import without
from cjmgen.numbers.measured import Export, Measured, Point, Segment
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.profiles import PROFILES
from cjmgen.numbers.reading import Reading, read
from cjmgen.numbers.sheet import sheet
from cjmgen.numbers.tally.figure import Figure, Stages, Tally
from cjmgen.numbers.tally.figures import raw
from cjmgen.numbers.tally.method import misnamed
from cjmgen.numbers.tally.shapes import PEOPLE, tally_of
from cjmgen.value import dataclass

_ROWS: dict[Shape, str] = {
    "steps": "steps of a funnel", "figures": "figures of days or groups", "answers": "answers to a survey", "deals": "deals",
    "events": "events", "tickets": "requests to support",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the exports say, None where that is nothing, and what is wrong with them or with the way they are read."""

    measured: Measured | None
    complaints: tuple[Complaint, ...]


@dataclass(frozen=True, slots=True)
class _Opened:
    """An export that could be read."""

    name: str
    content: bytes
    asked: Asked
    reading: Reading


def gathered(metric: Metric, source: Source, files: Sequence[tuple[str, bytes]]) -> Gathered:
    """Read exports, each by its name in the project, and count what they hold."""
    opened: list[_Opened] = []
    complaints: list[Complaint] = []
    for name, content in files:
        found = _open(name, content, metric, source)
        if isinstance(found, _Opened):
            opened.append(found)
            complaints += refused(name, found.reading)
        else:
            complaints.append(found)
    shapes = {each.asked.fit.profile.shape for each in opened}
    if len(shapes) > 1:
        message = f"these exports hold {' and '.join(sorted(_ROWS[shape] for shape in shapes))}"
        complaints.append(Misnamed(("source", "file"), "export-unfit", message, "name the `profile` of those that are meant"))
    measured = _measured(metric, source, opened, shapes.pop(), complaints) if len(shapes) == 1 else None
    return Gathered(measured, tuple(dict.fromkeys(complaints)))


def _open(name: str, content: bytes, metric: Metric, source: Source) -> _Opened | Complaint:
    found = sheet(content)
    if isinstance(found, Fault):
        return Misread(name, "export-unreadable", found)
    wanted = asked(found, metric, source)
    if isinstance(wanted, Misnamed):
        return wanted
    reading = read(wanted.sheet, wanted.fit, name)
    if isinstance(reading, Fault):
        return Misread(name, "export-unreadable", reading)
    return _Opened(name, content, wanted, possible(reading, metric, wanted.fit.profile.shape))


def _measured(metric: Metric, source: Source, opened: Sequence[_Opened], shape: Shape, complaints: list[Complaint]) -> Measured | None:
    readings = [(each.name, each.reading) for each in opened]
    stack, stages = stacked(readings, shape, metric, source), stages_of(source, shape, readings)
    complaints += stack.restated
    complaints += unmatched(source, shape, readings, every=metric.type == "funnel")
    periods: dict[str, list[Dated]] = {}
    for each in stack.dated:
        periods.setdefault(each.period, []).append(each)
    listed = ordered(list(periods))
    tally = tally_of(shape, metric, [each.record for each in stack.dated])
    counted = list(_figures(tally, metric, stages, [(period, periods[period]) for period in listed]))
    every = unfinished.held(counted, periods, [reading for _, reading in readings], shape)
    complaints += unfinished.told(every)
    figures = unfinished.whole(every)
    latest = periods[figures[-1].period if figures else listed[-1]] if listed else []
    series = tuple(Point(each.period, each.figure.estimate, each.figure.counted) for each in figures)
    people = _people(metric, shape, stages, latest)
    single = shape == "figures" and any(raw([each.record for each in dated], metric) for dated in periods.values())
    complaints += filter(None, (misnamed(metric, shape), _single(metric) if single else None))
    if not series and not people:
        complaints += () if single else (_unfit(metric, shape),)
        return None
    complaints += without({each: periods[each] for each in listed}, dict(counted), metric, shape, [name for name, _ in readings])
    if gap := missing(listed):
        told = ", ".join(gap[:6]) + (f" and {len(gap) - 6} more" if len(gap) > 6 else "")
        complaints.append(Misnamed(("source", "file"), "export-gap", f"the exports hold nothing of {told}"))
    kind = figures[-1].figure.kind if figures else "number"
    return Measured(series, people, tuple(_segments(tally, metric, shape, stages, latest)), tuple(map(_export, opened)), kind)


def _figures(tally: Tally, metric: Metric, stages: Stages, periods: Sequence[tuple[str, list[Dated]]]) -> Iterator[tuple[str, Figure]]:
    for period, dated in periods:
        figure = tally([each.record for each in dated], metric, stages)
        if figure:
            yield period, figure


def _people(metric: Metric, shape: Shape, stages: Stages, latest: Sequence[Dated]) -> tuple[tuple[str, int], ...]:
    """Of a funnel, the people at each stage."""
    if metric.type != "funnel" or shape not in PEOPLE or not stages:
        return ()
    return tuple(PEOPLE[shape]([each.record for each in latest], stages).items())


def _segments(tally: Tally, metric: Metric, shape: Shape, stages: Stages, latest: Sequence[Dated]) -> Iterator[Segment]:
    groups: dict[str, list[Dated]] = {}
    for each in latest:
        if "segment" in each.record.values:
            groups.setdefault(str(each.record.values["segment"]), []).append(each)
    for name, dated in groups.items() if len(groups) > 1 else ():
        figure, people = tally([each.record for each in dated], metric, stages), _people(metric, shape, stages, dated)
        if figure or people:
            yield Segment(name, figure.estimate if figure else None, figure.counted if figure else None, people)


def _export(of: _Opened) -> Export:
    told, profile = of.reading.provenance, of.asked.fit.profile
    known = next((each for each in PROFILES if each.name == profile.name), None)
    about = told.span
    return Export(
        of.name, digest(of.content), profile.name, profile.product, len(of.reading.records), len(told.totals), len(told.refused),
        tuple(each.name for each in told.used), told.ignored, about.first if about else None, about.last if about else None,
        known is None or bool(known.seen),
    )  # fmt: skip


def _unfit(metric: Metric, shape: Shape) -> Misnamed:
    message = f"nothing of the type '{metric.type or 'custom'}' can be counted in {_ROWS[shape]}"
    named = "name its `value` column, or see what an export gives in docs/exports.md"
    hint = "map their steps below `stages`" if shape in PEOPLE else named
    return Misnamed(("source",), "export-unfit", message, hint)


def _single(metric: Metric) -> Misnamed:
    message = f"several rows of one period have a score, and the mean of these is no {(metric.type or '').upper()}"
    hint = "name a `profile` of answers, such as `typeform`, `google-forms` or `surveymonkey`, or a column of `people`"
    return Misnamed(("source",), "export-unfit", message, hint)
