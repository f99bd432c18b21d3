"""numbers: the funnel and the metrics of a journey."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from cjmgen.atlas.cards.score import entries
from cjmgen.insight.charts.curve import across
from cjmgen.insight.charts.spark import MOST, spark
from cjmgen.insight.flow.family import family
from cjmgen.insight.flow.funnel import Passage, draw, passages
from cjmgen.insight.flow.gap import misses
from cjmgen.model.amount import Amount
from cjmgen.model.figures import Figures, figures, meant
from cjmgen.model.metric import MONEY, Metric, StageMetric
from cjmgen.numbers.aim import aim
from cjmgen.numbers.change.step import Step as Changed
from cjmgen.numbers.change.target import Standing
from cjmgen.numbers.digits import apart, written
from cjmgen.numbers.measured import Measured
from cjmgen.pages.journey.grounds import Grounds, Open, coarse, grounds, profiles, still_open
from cjmgen.pages.journey.lanes import Lane, lane
from cjmgen.pages.journey.scene import Scene
from cjmgen.pages.parts.over import Over, over
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

Points = tuple[tuple[float, float], ...]

_drawing_of, _spark_of = lru_cache(maxsize=64)(draw), lru_cache(maxsize=64)(spark)
"""Drawn once for all languages of a journey."""


@dataclass(frozen=True, slots=True)
class Count:
    """People who reach a stage; `x` in percent of the plot."""

    x: float
    people: int
    stage: Said
    of: Said


@dataclass(frozen=True, slots=True)
class Step:
    """The way from one counted stage to the next: the share that comes on, and the goal; `below` where it surely misses it."""

    x: float
    share: float
    target: float | None
    below: bool
    start: Said
    end: Said


@dataclass(frozen=True, slots=True)
class Funnel:
    """The funnel lane. `band` and `losses` are SVG paths in a view box of 1000 × 100."""

    counts: tuple[Count | None, ...]
    """By stage; None where nobody counted."""
    steps: tuple[Step, ...]
    band: str
    losses: tuple[str, ...]
    worst: Step | None
    """The step furthest below its goal, else the one that loses the largest share."""
    profiles: tuple[str, ...] = ()
    """By which profiles the people were read, where one metric counts all stages."""
    open: Open | None = None
    """The period of that metric that is no whole one yet."""
    href: str = ""
    """The address of that metric's page."""
    part: str = ""
    """The period that the people are of, where it is not whole."""


@dataclass(frozen=True, slots=True)
class Spark:
    """A sparkline in a box of 64 × 24; `goal` is the height of the goal's line, `last` the last point."""

    points: Points
    goal: float | None
    values: int

    @property
    def last(self) -> tuple[float, float]:
        """The last point."""
        return self.points[-1]


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric on a stage. `stands` says how it is to its goal: met, close, short, missed, open, or bare where it is as good and no
    interval says how sure that is; "" without one. `lower` when smaller is better."""

    id: str
    said: Said
    value: Amount | None
    target: Amount | None
    baseline: Amount | None
    unit: Said
    stands: str
    lower: bool
    spark: Spark | None
    period: str
    more: Said
    grounds: Grounds | None = None
    """What it was counted from; None of a figure that was typed."""
    href: str = ""
    """The address of the metric's page; "" of one that is written on the stage alone."""
    over: Over | None = None
    """What became of a goal whose day has passed."""


def funnel(scene: Scene) -> Funnel | None:
    """The funnel of a journey; None unless two stages are counted."""
    people = entries(scene.journey, scene.edition.atlas.metrics)
    drawing = _drawing_of(people)
    if not drawing:
        return None
    counts = tuple(None if count is None else _count(scene, at, count) for at, count in enumerate(people))
    goals = [stage.entry.target if stage.entry else None for stage in scene.journey.stages]
    steps = tuple(_step(counts, way) for way in passages(people, goals))
    of = scene.edition.atlas.measured.get(scene.journey.funnel or "")
    told = (profiles(of), still_open(of)) if of else ((), None)
    part = of.partial.period if of and of.partial else ""
    return Funnel(counts, steps, drawing.band, drawing.losses, _worst(steps), *told, metric_way(scene, scene.journey.funnel), part)


def _count(scene: Scene, at: int, people: int) -> Count:
    stage = scene.journey.stages[at]
    x = across(at, len(scene.journey.stages)) / 10
    return Count(round(x, 2), people, scene.say(stage.title), scene.say(stage.entry.of if stage.entry else None))


def _step(counts: tuple[Count | None, ...], way: Passage) -> Step:
    """A step between two counted stages."""
    first, last = counts[way.start], counts[way.end]
    assert first is not None
    assert last is not None
    below = misses(last.people, first.people, way.goal)
    x = (way.start + 1 + way.end) / 2 / len(counts) * 100
    return Step(round(x, 2), way.share, way.goal, below, first.stage, last.stage)


def _worst(steps: tuple[Step, ...]) -> Step | None:
    short = [step for step in steps if step.target and step.below]
    if short:
        return min(short, key=lambda step: step.share / (step.target or 1))
    return min(steps, key=lambda step: step.share, default=None)


def metrics(scene: Scene) -> Lane[Figure] | None:
    """The metrics of each stage."""
    atlas = scene.edition.atlas
    steps = family(atlas, atlas.journeys[scene.id]).steps
    return lane("metrics", scene, lambda stage: (_figure(scene, written, steps) for written in stage.metrics))


def _figure(scene: Scene, written: StageMetric, steps: Mapping[str, Changed]) -> Figure:
    """A metric of a stage: written there, or kept in a file of its own."""
    metric = meant(written, scene.edition.atlas.metrics)
    title = scene.say(metric.title or written.metric or metric.key.replace("-", " "))
    read, measured = figures(metric), scene.edition.atlas.measured.get(metric.key)
    found = aim(metric, measured, scene.edition.atlas.today)
    stands = "" if found is None else "bare" if found.is_bare and found.standing is Standing.CLOSE else str(found.standing)
    beside = grounds(measured, steps.get(metric.key))
    return Figure(
        metric.key, title, _told(read, measured), _goal(read, measured), read.baseline, _unit(scene, metric), stands, read.lower,
        _spark(read), metric.period or "", scene.say(metric.description), beside, metric_way(scene, written.metric),
        over(found, read.goal.kind, measured) if read.goal else None,
    )  # fmt: skip


def _told(read: Figures, measured: Measured | None) -> Amount | None:
    """The value, with the decimals by which it looks unlike its goal and the value before."""
    return read.value and replace(read.value, digits=_digits(read, measured))


def _goal(read: Figures, measured: Measured | None) -> Amount | None:
    """The goal, a share with the decimals of the value; a number is told as it was written."""
    if read.target is None or read.target.kind != "share":
        return read.target
    beside = _digits(read, measured) if read.goal else None
    return replace(read.target, digits=written(read.target.value, "share", beside))


def _digits(read: Figures, measured: Measured | None) -> int | None:
    if read.value is None:
        return None
    latest, change = (measured.latest, measured.change) if measured else (None, None)
    beside = (change.before.value,) if change else ()
    usual = coarse(latest, measured) if latest and measured else None
    return apart((read.value.value, *beside), read.value.kind, usual, read.goal.value if read.goal else None)


def metric_way(scene: Scene, id: str | None) -> str:
    """The address of a metric's page; "" where it has none."""
    return scene.edition.anchor(scene.path, Subject("metric", id), "").href if id else ""


def _unit(scene: Scene, metric: Metric) -> Said:
    currency = scene.edition.atlas.settings.currency if metric.type in MONEY else None
    return scene.say(metric.unit) or Said(currency or "")


def _spark(read: Figures) -> Spark | None:
    """A sparkline of at least two values of one kind."""
    kind = read.series[-1].kind if read.series else ""
    values = read.alike(kind)
    if len(values) < 2:
        return None
    points, goal = _spark_of(values, read.target.value if read.target and read.target.kind == kind else None)
    return Spark(points, goal, min(len(values), MOST))
