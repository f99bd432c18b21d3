"""trials: an experiment as pages show it: its arms, each against the control, and how far its figures can be trusted."""

import datetime
from collections.abc import Iterable

from cjmgen.atlas.cards.experiment import ExperimentCard, VariantCard, against, effect, phase, seen, tried
from cjmgen.model.amount import Amount, half_up
from cjmgen.model.metric import Metric, is_lower_better
from cjmgen.numbers.estimate import SMALL, Estimate
from cjmgen.numbers.experiment.balance import ALARM
from cjmgen.numbers.experiment.trial import Comparison, Trial
from cjmgen.numbers.mean import Sample, mean
from cjmgen.numbers.share import Count, share
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

_ROOM = 0.12
"""Of the drawing this part stays free on both sides."""


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure with its interval: a share from 0 to 1, or a mean in the metric's unit. Of a difference of shares percentage points."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Arm:
    """A variant with what was counted. `share` or `mean` is None where that was not; `small` marks figures that lean on few."""

    said: Said
    n: int | None
    conversions: int | None
    share: Figured | None
    mean: Amount | None
    small: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """The interval of a difference against zero, all in percent of the width; `goal` is the planned effect, None where none was."""

    zero: float
    low: float
    high: float
    at: float
    goal: float | None


@dataclass(frozen=True, slots=True)
class Contrast:
    """A variant against the control. `verdict` is better, worse, no-gain, unclear, running or unbalanced; `p` counts every look."""

    arm: Said
    apart: Figured | None
    part: Figured | None
    """The difference as a part of the control's figure."""
    p: float | None
    verdict: str
    drawn: Drawn | None


@dataclass(frozen=True, slots=True)
class TrialView:
    """An experiment. `phase` is planned, running or ended; `verdict` is the best that can be said of a variant, "" without figures.

    `planned`, `needed` and `reached` are people in all arms together; `mismatch` is the p-value of a split that is not the planned one.
    """

    said: Said
    metric: Said
    unit: Said
    hypothesis: Said
    phase: str
    started: datetime.date | None
    ended: datetime.date | None
    arms: tuple[Arm, ...]
    contrasts: tuple[Contrast, ...]
    main: Contrast | None
    """The one that the verdict is about."""
    verdict: str
    level: float
    small: bool
    early: bool
    mismatch: float | None
    stated: bool
    """Whether somebody said how people were to be dealt out."""
    looks: int
    reached: int
    planned: int | None
    needed: int | None
    effect: float | None
    """The planned effect: percentage points of a share, else the metric's unit."""
    power: float | None
    shares: bool
    decision: str
    against: bool
    """Whether it was shipped although the figures speak against it, or say nothing."""
    link: str
    internal: bool


def trial_views(edition: Edition, cards: Iterable[ExperimentCard]) -> tuple[TrialView, ...]:
    """Experiments in the order of the map."""
    return tuple(trial_view(edition, card) for card in cards)


def trial_view(edition: Edition, card: ExperimentCard) -> TrialView:
    """An experiment in one language."""
    metric = edition.atlas.metrics.get(card.metric) if card.metric else None
    found = tried(card, metric)
    control = seen(card.variants[0]) if found else None
    unit = 100 if isinstance(control, Count) else 1
    planned = effect(card, control) if control and control.n else None
    goal = abs(planned) * unit * _sign(control, metric) if planned else None
    contrasts = tuple(_contrast(edition, card, each, unit, goal) for each in found.comparisons) if found else ()
    arms = tuple(_arm(edition, each, metric) for each in card.variants)
    verdict = found.verdict.value if found and found.n else ""
    return TrialView(
        edition.say(card.title), edition.say(metric.title or card.metric if metric else None), edition.say(metric.unit if metric else None),
        edition.say(card.hypothesis), phase(card, edition.atlas.today), card.started, card.ended, arms, contrasts,
        next((each for each in contrasts if each.verdict == verdict), None), verdict, found.level if found else 0.95,
        any(each.small for each in arms), found.is_early if found else False, _mismatch(found), bool(card.split), card.looks or 0,
        sum(each.n or 0 for each in card.variants), card.n, found.needed if found else None, goal, found.power if found else None,
        unit == 100, card.decision or "", bool(against(card, metric)), card.link, card.internal,
    )  # fmt: skip


def _sign(control: Count | Sample | None, metric: Metric | None) -> int:
    return -1 if isinstance(control, Sample) and metric is not None and is_lower_better(metric) else 1


def _mismatch(found: Trial | None) -> float | None:
    return found.balance.p if found and found.balance and found.balance.p < ALARM else None


def _arm(edition: Edition, card: VariantCard, metric: Metric | None) -> Arm:
    figure, name = seen(card), edition.say(card.title or card.id)
    part = share(figure) if isinstance(figure, Count) else None
    middle = mean(figure) if isinstance(figure, Sample) else None
    kind = "time" if metric and metric.type == "time" and not metric.unit else "number"
    average = Amount(half_up(middle.value, 2), kind) if middle else None  # type: ignore[arg-type]
    few = figure is not None and figure.n < SMALL
    return Arm(name, card.n, card.conversions, figured(part, 1) if part else None, average, few)


def _contrast(edition: Edition, card: ExperimentCard, told: Comparison, unit: float, goal: float | None) -> Contrast:
    variant, found = card.variants[told.at], told.uplift
    apart = figured(found.absolute, unit) if found else None
    part = figured(found.relative, 1) if found and found.relative else None
    drawn = _drawn(apart, goal) if apart else None
    return Contrast(edition.say(variant.title or variant.id), apart, part, told.p, told.verdict.value, drawn)


def figured(found: Estimate, unit: float) -> Figured:
    """An estimate in another unit."""
    return Figured(found.value * unit, None if found.low is None else found.low * unit, None if found.high is None else found.high * unit)


def _drawn(apart: Figured, goal: float | None) -> Drawn | None:
    """The interval on a line that holds zero, the interval and the planned effect; None without an interval, or where all is one point."""
    if apart.low is None or apart.high is None:
        return None
    marks = (0.0, apart.low, apart.high, *(() if goal is None else (goal,)))
    least, most = min(marks), max(marks)
    if least == most:
        return None
    free = (most - least) * _ROOM

    def at(value: float) -> float:
        return half_up((value - least + free) / (most - least + 2 * free) * 100, 2)

    return Drawn(at(0), at(apart.low), at(apart.high), at(apart.value), None if goal is None else at(goal))
