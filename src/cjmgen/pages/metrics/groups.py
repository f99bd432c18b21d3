"""groups: the people behind a metric's newest figure: by segment, by stage of a funnel, and by what they answered."""

from collections.abc import Iterator, Sequence

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.charts.series import across
from cjmgen.model.amount import Amount, half_up
from cjmgen.model.metric import Metric, is_lower_better
from cjmgen.numbers.change.groups import farthest
from cjmgen.numbers.digits import worth
from cjmgen.numbers.estimate import Estimate, Noise
from cjmgen.numbers.measure.nps import PASSIVES, PROMOTERS, Groups, nps
from cjmgen.numbers.measured import Measured, Segment
from cjmgen.pages.journey.grounds import amount_of, ends_of
from cjmgen.pages.parts.cells import stage_link
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass

SHOWN = 24
"""Segments that are told: of more nobody sees which is which."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A segment's figure with its interval, which is drawn from `left`, `width` wide, with the figure `at`, all in percent."""

    name: str
    value: Amount
    unit: Said
    digits: int | None
    low: Amount | None
    high: Amount | None
    n: int
    few: bool
    at: float
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Slices:
    """The segments of the newest period, in the order of the export; `worst` and `best` differ by more than noise, else both are empty.

    `tested` says whether any two could be tested at all.
    """

    rows: tuple[Slice, ...]
    more: int
    worst: str
    best: str
    tested: bool


@dataclass(frozen=True, slots=True)
class Passing:
    """People at a stage of a funnel: the part of those at the stage before, and of those at the first. `width` is in percent."""

    stage: Anchor
    people: int
    onward: float | None
    whole: float
    width: float
    segments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The stages of a funnel; `segments` name the columns of people by segment."""

    rows: tuple[Passing, ...]
    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of those who answered: promoters, passives or detractors, with the part of all that they are."""

    key: str
    n: int
    share: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Answer:
    """How many gave an answer; `width` is in percent of the most that any has, `group` the group of those who gave it, or ""."""

    answer: int
    n: int
    share: float
    width: float
    group: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What people answered in the newest period."""

    n: int
    groups: tuple[Group, ...]
    rows: tuple[Answer, ...]


def slices(metric: Metric, measured: Measured, unit: Said) -> Slices | None:
    """The segments; None unless two have a figure."""
    known = [(each, each.estimate) for each in measured.segments if each.estimate]
    if len(known) < 2:
        return None
    ends = [end for _, estimate in known for end in (estimate.value, estimate.low, estimate.high) if end is not None]
    least, most = min(0.0, *ends), max(ends)
    rows = tuple(_slice(each, estimate, measured, unit, least, most) for each, estimate in known[:SHOWN])
    apart = farthest([(estimate, each.counted) for each, estimate in known])
    alike = len({estimate.value for _, estimate in known}) == 1 and all(each.counted for each, _ in known)
    tested = alike or (apart is not None and apart[2].noise is not Noise.UNKNOWN)
    worst, best = "", ""
    if apart and apart[2].noise is Noise.BEYOND:
        low, high = known[apart[0]][0].name, known[apart[1]][0].name
        worst, best = (high, low) if is_lower_better(metric) else (low, high)
    return Slices(rows, len(known) - len(rows), worst, best, tested)


def _slice(of: Segment, estimate: Estimate, measured: Measured, unit: Said, least: float, most: float) -> Slice:
    digits = worth(estimate, measured.kind, measured.is_score)
    value, (low, high) = amount_of(estimate.value, measured.kind, digits), ends_of(estimate, measured.kind, digits)
    ends = [estimate.value if end is None else end for end in (estimate.low, estimate.high)]
    at, left, right = (across(each, least, most) for each in (estimate.value, *ends))
    few = estimate.n > 0 and estimate.is_small
    return Slice(of.name, value, unit, digits, low, high, estimate.n, few, at, left, half_up(right - left, 2))


def passage(edition: Edition, start: str, measured: Measured, cards: Sequence[JourneyCard]) -> Passage | None:
    """The stages of a funnel, named as a journey of `cards` names them; None of a metric that is none."""
    if not measured.stages:
        return None
    segments = tuple(each for each in measured.segments if each.stages)[:6]
    rows = tuple(_passing(edition, start, measured, segments, at, cards) for at in range(len(measured.stages)))
    return Passage(rows, tuple(each.name for each in segments))


def _passing(
    edition: Edition, start: str, measured: Measured, segments: Sequence[Segment], at: int, cards: Sequence[JourneyCard]
) -> Passing:
    id, people = measured.stages[at]
    before, first = measured.stages[at - 1][1] if at else 0, measured.stages[0][1]
    most = max(count for _, count in measured.stages) or 1
    places = ((card, stage) for card in cards for stage in card.stages if stage.id == id)
    place = next(places, None)
    anchor = stage_link(edition, start, *place) if place else Anchor(Said(id.replace("-", " ")))
    return Passing(
        anchor, people, people / before if at and before else None, people / first if first else 0.0, half_up(people / most * 100, 2),
        tuple(dict(each.stages).get(id, 0) for each in segments),
    )  # fmt: skip


def answers(measured: Measured) -> Answers | None:
    """What people answered; None where that isn't known."""
    counted = measured.series[-1].counted if measured.series else None
    groups = tuple(_groups(counted)) if isinstance(counted, Groups) else ()
    n = sum(count for _, count in measured.answers)
    if not n:
        return Answers(counted.n, groups, ()) if isinstance(counted, Groups) and groups else None
    most, known = max(count for _, count in measured.answers), dict(measured.answers)
    scale = range(min(0 if groups else 1, *known), max(10 if groups else 5, *known) + 1)
    rows = tuple(_answer(each, known.get(each, 0), n, most, bool(groups)) for each in scale)
    return Answers(n, groups, rows)


def _answer(answer: int, count: int, n: int, most: int, grouped: bool) -> Answer:
    group = "promoters" if answer >= PROMOTERS else "passives" if answer >= PASSIVES else "detractors"
    return Answer(answer, count, count / n, half_up(count / most * 100, 2), group if grouped else "")


def _groups(counted: Groups) -> Iterator[Group]:
    found = nps(counted)
    if found:
        for key, n, share in (
            ("promoters", counted.promoters, found.promoters),
            ("passives", counted.passives, found.passives),
            ("detractors", counted.detractors, found.detractors),
        ):
            yield Group(key, n, share.value, share.low, share.high)
