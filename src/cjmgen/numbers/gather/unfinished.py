"""unfinished: periods that exports hold a part of, or whose deals are mostly open: beside whole ones they would look like a loss."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather.complaint import Complaint, Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.known import Asking, said, some
from cjmgen.numbers.gather.period import Days, bounds
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.tally.figure import Figure
from cjmgen.value import dataclass

ADDED = ("count", "sum")
"""Methods of figures that grow while a period goes on; of shares and means a part of it says much the same."""

_COUNTING = "funnel"
"""The type whose people are sums although its figure is a share: a part of a month has fewer of them at every stage."""


@dataclass(frozen=True, slots=True)
class Held:
    """A period with its figure, and why it is only a part of what it will be, in words; "" of a whole one.

    `days` are those that the exports hold of it, where these are not all. `left` says that it is left out where another is whole: a share
    is shown all the same, and known as that of a part.
    """

    period: str
    figure: Figure
    part: str
    days: Days | None = None
    ahead: Dated | None = None
    """The first row of a period that has not begun: what it says is a plan or a slip of the pen, and no measurement."""
    left: bool = False


def held(
    figures: Sequence[tuple[str, Figure]], dated: Mapping[str, Sequence[Dated]], readings: Sequence[tuple[str, Reading]], asking: Asking
) -> list[Held]:
    """The figures with what is known of their periods. Only the first of those that have begun and the last can be a part.

    The first month of a share is shown as it is: nothing more will come of it, and no goal is held against it.
    """
    periods = [period for period, _ in figures]
    ahead, coming = _coming(periods, asking.today, begun=True), _coming(periods, asking.today)
    end = len(figures) - len(ahead) - 1
    every: list[Held] = []
    for at, (period, figure) in enumerate(figures):
        growing = _grows(figure, asking)
        ask = some if growing else said
        days = ask(period, dated[period], readings, asking, last=at == end) if at == end or (growing and at == 0) else None
        if days and period in coming and not asking.today >= days[1]:
            days = None
        if period in ahead:
            every.append(Held(period, figure, f"{period} has not begun", None, dated[period][0], left=True))
            continue
        why = _open(period, figure) or _only(period, days) or (f"{period} is not over" if period in coming else "")
        every.append(Held(period, figure, why, days, left=bool(why) and (growing or bool(_open(period, figure)))))
    return every


def _grows(figure: Figure, asking: Asking) -> bool:
    return figure.estimate.method in ADDED or asking.metric.type == _COUNTING


def _coming(periods: Sequence[str], today: datetime.date, begun: bool = False) -> frozenset[str]:
    """Those of some periods, the oldest first, that are not over, or have not `begun`.

    Only as many are asked as it takes, as each is a thing to depend on.
    """
    ends = ((period, bounds(period)) for period in reversed(periods))

    def is_to_come(each: tuple[str, Days | None]) -> bool:
        return each[1] is not None and not (today >= each[1][0] if begun else today > each[1][1])

    return frozenset(period for period, _ in takewhile(is_to_come, ends))


def _open(period: str, figure: Figure) -> str:
    """Why deals that began together can't be told yet: most of them are open, and the first to end are not like the others."""
    if figure.open <= figure.estimate.n:
        return ""
    return f"{figure.open} of the {figure.open + figure.estimate.n} deals{f' that began in {period}' if period else ''} are open"


def _only(period: str, days: Days | None) -> str:
    return f"the exports hold {period} from {days[0]} to {days[1]} only" if days else ""


def whole(every: Sequence[Held]) -> list[Held]:
    """Those that are not left out; else those that have begun; all where none has."""
    return [each for each in every if not each.left] or [each for each in every if not each.ahead] or list(every)


def parts(every: Sequence[Held]) -> list[Held]:
    """Those that are a part of what they will be. Periods to come are not shown beside others."""
    shown = whole(every)
    return [each for each in every if each.part and (not each.ahead or each in shown)]


def told(every: Sequence[Held], readings: Sequence[tuple[str, Reading]]) -> Iterator[Complaint]:
    """A word about each that is left out where another is whole, of one to come at its first row."""
    shown = whole(every)
    for each in every:
        if not each.left:
            continue
        until = "" if each.ahead else " until most have ended" if each.figure.open else " until it is whole"
        so = "and this is shown all the same, as there is nothing better" if each in shown else f"so it is left out{until}"
        if each.ahead:
            file, reading = readings[each.ahead.file]
            place = next((used.column for used in reading.provenance.used if used.role in ("period", "date")), 1)
            hint = "see whether its year and month are right; a plan is no measurement"
            yield Misread(file, "export-unfinished", Fault(each.ahead.record.line, place, f"{each.part}, {so}", hint))
        else:
            yield Misnamed(("source", "file"), "export-unfinished", f"{each.part}, {so}")
