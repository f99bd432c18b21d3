"""unfinished: periods that exports hold only a part of, as the current month is: beside whole ones their sums would look like a loss."""

import datetime
from collections.abc import Iterator, Sequence

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
    """A period with its figure, and the days that the exports hold of it where these are not all."""

    period: str
    figure: Figure
    part: Days | None


def held(figures: Sequence[tuple[str, Figure]], dated: dict[str, list[Dated]], readings: Sequence[Reading], shape: Shape) -> list[Held]:
    """The figures with what is known of their periods: only the first and the last of several can be parts."""
    ends = {0, len(figures) - 1}
    return [
        Held(period, figure, part(period, dated[period], readings, shape) if at in ends and figure.estimate.method in ADDED else None)
        for at, (period, figure) in enumerate(figures)
    ]


def part(period: str, of: Sequence[Dated], readings: Sequence[Reading], shape: Shape) -> Days | None:
    """The days that exports hold of a period, as they say, else by rows where each day has one; None of all, and where nobody knows."""
    whole = bounds(period)
    days = _told(of, readings) or _seen(of, shape)
    if not whole or not days or (days[0] <= whole[0] and days[1] >= whole[1]):
        return None
    return max(days[0], whole[0]), min(days[1], whole[1])


def _told(of: Sequence[Dated], readings: Sequence[Reading]) -> Days | None:
    """The days that all files say of themselves."""
    spans = [readings[at].provenance.span for at in {each.file for each in of}]
    told = [span for span in spans if span and span.told == "comment"]
    return (min(each.first for each in told), max(each.last for each in told)) if told and len(told) == len(spans) else None


def _seen(of: Sequence[Dated], shape: Shape) -> Days | None:
    days = sorted({day for each in of if (day := day_of(each.record, shape))})
    if len(days) < DAILY or (days[-1] - days[0]).days + 1 != len(days):
        return None
    return days[0], days[-1]


def whole(every: Sequence[Held]) -> list[Held]:
    """Those that are whole; all where none is."""
    return [each for each in every if not each.part] or list(every)


def told(every: Sequence[Held]) -> Iterator[Misnamed]:
    """A word about each that is not."""
    stays = not any(each.part is None for each in every)
    for each in every:
        if each.part:
            first, last = each.part
            so = "and is shown all the same, as there is no whole one" if stays else "so it is left out until it is whole"
            yield Misnamed(("source", "file"), "export-unfinished", f"the exports hold {each.period} from {first} to {last} only, {so}")
