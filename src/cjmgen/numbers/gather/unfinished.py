"""unfinished: periods that exports hold a part of, or whose deals are mostly open: beside whole ones they would look like a loss."""

import datetime
from collections.abc import Iterator, Sequence

from cjmgen.model.metric import Metric
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.gather.period import bounds, day_of
from cjmgen.numbers.gather.stack import Dated
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.tally.figure import Figure
from cjmgen.value import dataclass

ADDED = ("count", "sum")
"""Methods of figures that grow while a period goes on; of shares and means a part of it says much the same."""

DAILY = 5
"""Rows of so many days in a row are an export by day, whose first and last row are the first and last day that it knows of."""

Days = tuple[datetime.date, datetime.date]


@dataclass(frozen=True, slots=True)
class Held:
    """A period with its figure, and why it is only a part of what it will be, in words; "" of a whole one.

    `days` are those that the exports hold of it, where these are not all.
    """

    period: str
    figure: Figure
    part: str
    days: Days | None = None


def held(
    figures: Sequence[tuple[str, Figure]], dated: dict[str, list[Dated]], readings: Sequence[Reading], shape: Shape, metric: Metric
) -> list[Held]:
    """The figures with what is known of their periods. Of a sum only the first period and the last can be a part."""
    ends = {0, len(figures) - 1}
    grows = [at in ends and figure.estimate.method in ADDED for at, (_, figure) in enumerate(figures)]
    days = [
        some(period, dated[period], readings, shape, metric) if growing else None
        for (period, _), growing in zip(figures, grows, strict=True)
    ]
    every = zip(figures, days, strict=True)
    return [Held(period, figure, _open(period, figure) or _only(period, part), part) for (period, figure), part in every]


def _open(period: str, figure: Figure) -> str:
    """Why deals that began together can't be told yet: most of them are open, and the first to end are not like the others."""
    if figure.open <= figure.estimate.n:
        return ""
    return f"{figure.open} of the {figure.open + figure.estimate.n} deals{f' that began in {period}' if period else ''} are open"


def some(period: str, of: Sequence[Dated], readings: Sequence[Reading], shape: Shape, metric: Metric) -> Days | None:
    """The days that exports hold of a period, as they say, else by rows where each day has one; None if these are all of its days."""
    whole = bounds(period)
    days = _told(of, readings) or _seen(of, shape, metric)
    if not whole or not days or (days[0] <= whole[0] and days[1] >= whole[1]):
        return None
    return max(days[0], whole[0]), min(days[1], whole[1])


def _only(period: str, days: Days | None) -> str:
    return f"the exports hold {period} from {days[0]} to {days[1]} only" if days else ""


def _told(of: Sequence[Dated], readings: Sequence[Reading]) -> Days | None:
    """The days that all files say of themselves."""
    spans = [readings[at].provenance.span for at in {each.file for each in of}]
    told = [span for span in spans if span and span.told == "comment"]
    return (min(each.first for each in told), max(each.last for each in told)) if told and len(told) == len(spans) else None


def _seen(of: Sequence[Dated], shape: Shape, metric: Metric) -> Days | None:
    days = sorted({day for each in of if (day := day_of(each.record, shape, metric))})
    if len(days) < DAILY or (days[-1] - days[0]).days + 1 != len(days):
        return None
    return days[0], days[-1]


def whole(every: Sequence[Held]) -> list[Held]:
    """Those that are whole; all where none is."""
    return [each for each in every if not each.part] or list(every)


def told(every: Sequence[Held]) -> Iterator[Misnamed]:
    """A word about each that is not."""
    stays = all(each.part for each in every)
    for each in every:
        if each.part:
            until = "most have ended" if each.figure.open else "it is whole"
            so = "and this is shown all the same, as there is nothing better" if stays else f"so it is left out until {until}"
            yield Misnamed(("source", "file"), "export-unfinished", f"{each.part}, {so}")
