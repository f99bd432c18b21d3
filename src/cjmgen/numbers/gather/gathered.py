"""gathered: the bytes of a metric's exports to what was measured, with everything that is wrong on the way."""

import datetime
from collections.abc import Iterator, Sequence
from hashlib import sha256

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.asked import Asked, Misnamed, asked
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather import deals, everybody, immature, ready, restated, unfinished, unfit
from cjmgen.numbers.gather.complaint import Complaint, Misread, refused
from cjmgen.numbers.gather.period import come, ordered, spelled
from cjmgen.numbers.gather.possible import possible
from cjmgen.numbers.gather.scale import scaled
from cjmgen.numbers.gather.stack import Dated, stacked
from cjmgen.numbers.gather.stages import stages_of, unmatched
from cjmgen.numbers.gather.undated import apart, placed, undated
from cjmgen.numbers.gather.without import between, without
from cjmgen.numbers.measured import Export, Measured, Part, Point, Segment
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.profiles import PROFILES
from cjmgen.numbers.reading import Reading, empty, read
from cjmgen.numbers.sheet import sheet
from cjmgen.numbers.tally.answers import given
from cjmgen.numbers.tally.figure import Figure, Stages, Tally
from cjmgen.numbers.tally.shapes import PEOPLE, RATED, tally_of
from cjmgen.value import dataclass

KEPT = 20
"""Rows of a file that are kept with what is wrong with them: more nobody reads on a page, and a broken file has millions."""


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


def gathered(metric: Metric, source: Source, files: Sequence[tuple[str, bytes]], today: datetime.date) -> Gathered:
    """Read exports, each by its name in the project, and count what they hold. A period that ends after `today` is not over."""
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
    complaints += unfit.mixed(shapes)
    complaints += unfit.hollow([(each.name, each.reading, empty(each.asked.sheet, each.asked.fit)) for each in opened])
    several = [told for each in opened for told in undated(each.name, each.asked.sheet, each.asked.fit, each.reading, source)]
    complaints += several
    measured = _measured(metric, source, opened, shapes.pop(), today, complaints) if len(shapes) == 1 and not several else None
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


def _measured(
    metric: Metric, source: Source, opened: Sequence[_Opened], shape: Shape, today: datetime.date, complaints: list[Complaint]
) -> Measured | None:
    readings = [(each.name, each.reading) for each in opened]
    stack, stages = stacked(readings, shape, metric, source), stages_of(source, shape, readings)
    complaints += stack.undated
    if stack.undated:
        return None
    complaints += unmatched(source, shape, readings, every=metric.type == "funnel")
    complaints += everybody.told(stack.dated, [name for name, _ in readings], shape)
    complaints += apart(stack.dated, shape, [name for name, _ in readings])
    dated = everybody.whole(placed(stack.dated, shape), shape)
    periods: dict[str, list[Dated]] = {}
    for each in dated:
        periods.setdefault(each.period, []).append(each)
    listed = ordered(list(periods))
    young = immature.immature(listed, periods, [each.asked.sheet for each in opened])
    complaints += immature.told(young, periods, [each.name for each in opened])
    ripe = immature.without(listed, young)
    tally = tally_of(shape, metric, [each.record for each in dated])
    corrected = restated.Corrections(stack, shape, _counting(tally, metric, shape, stages))
    complaints += restated.told(corrected, readings)
    complaints += scaled(metric, shape, [each.record for each in dated])
    counted = list(_figures(tally, metric, stages, [(period, periods[period]) for period in ripe]))
    every = unfinished.held(counted, periods, readings, unfinished.Asking(metric, shape, today))
    complaints += unfinished.told(every)
    figures = unfinished.whole(every)
    last = (figures[-1].period if figures else ripe[-1]) if ripe else None
    latest = periods[last] if last is not None else []
    groups = [each for each in everybody.parts(stack.dated, shape) if each.period == last]
    series = tuple(Point(each.period, each.figure.estimate, each.figure.counted, each.figure.open) for each in figures)
    people = _people(metric, shape, stages, latest)
    standing = deals.standing(metric, shape, stages, {each: periods[each] for each in listed}, readings)
    complaints += deals.told(standing, [each.period for each in every if each.part])
    scores = ready.scores(metric, shape, {each: periods[each] for each in listed})
    complaints += unfit.told(metric, shape, scores.single, bool(series or people or not listed), bool(standing.open))
    complaints += ready.told(scores, readings)
    if not series and not people:
        return None
    complaints += without({each: periods[each] for each in ripe}, dict(counted), metric, shape, [name for name, _ in readings])
    complaints += between(listed)
    kind = figures[-1].figure.kind if figures else "number"
    files = tuple(_export(each, standing, today) for each in opened)
    segments = tuple(_segments(tally, metric, shape, stages, groups, people))
    parts = tuple(Part(each.period, each.figure.estimate, each.days, each.figure.open) for each in every if each.part)
    answers = given([each.record for each in latest], metric) if shape in RATED else ()
    return Measured(series, people, segments, files, kind, young, parts, tuple(corrected.periods()), answers, metric.type == "nps")


def _counting(tally: Tally, metric: Metric, shape: Shape, stages: Stages) -> restated.Counting:
    """The figure of some records, and of a funnel the people at its stages."""
    return lambda dated: (tally([each.record for each in dated], metric, stages), dict(_people(metric, shape, stages, dated)))


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


def _segments(
    tally: Tally, metric: Metric, shape: Shape, stages: Stages, latest: Sequence[Dated], counted: Sequence[tuple[str, int]]
) -> Iterator[Segment]:
    """Each group of the latest period, at the stages that can be counted in all of them."""
    known = dict(counted)
    groups: dict[str, list[Dated]] = {}
    for each in latest:
        if "segment" in each.record.values:
            groups.setdefault(str(each.record.values["segment"]), []).append(each)
    for name, dated in groups.items() if len(groups) > 1 else ():
        figure = tally([each.record for each in dated], metric, stages)
        people = tuple((stage, count) for stage, count in _people(metric, shape, stages, dated) if stage in known)
        if figure or people:
            yield Segment(name, figure.estimate if figure else None, figure.counted if figure else None, people)


def _export(of: _Opened, standing: deals.Standing, today: datetime.date) -> Export:
    told, profile = of.reading.provenance, of.asked.fit.profile
    known = next((each for each in PROFILES if each.name == profile.name), None)
    days = (told.span.first, told.span.last) if told.span else spelled(of.reading.records)
    first, last = (days and come(days, today)) or (None, None)
    return Export(
        of.name, sha256(of.content).hexdigest(), profile.name, profile.product, len(of.reading.records), len(told.totals),
        len(told.refused), tuple(each.name for each in told.used), told.ignored, first, last, known is None or bool(known.seen),
        standing.open_in(of.name), standing.unplaced_in(of.name), told.refused[:KEPT], told.totals[:KEPT], told.again[:KEPT],
    )  # fmt: skip
