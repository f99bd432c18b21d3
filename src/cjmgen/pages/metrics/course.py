"""course: where a metric goes: its newest value beside the one before it, and the whole series."""

from cjmgen.model.amount import Amount
from cjmgen.model.figures import Figures
from cjmgen.numbers.change.step import Step, interval_step
from cjmgen.numbers.digits import apart
from cjmgen.numbers.estimate import Noise, given
from cjmgen.numbers.heading import ENOUGH, heading
from cjmgen.numbers.measured import Measured
from cjmgen.pages.journey.grounds import amount_of
from cjmgen.pages.metrics.apart import LARGE, Apart, apart_of, places
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """The value less that of the period before. `noise` is beyond, within or unknown; `test` names what was tried, with its p.

    `good` says whether it went the right way; None where it didn't move by more than noise.
    """

    period: str
    before: Amount
    apart: Apart
    noise: str
    test: str
    p: float | None
    good: bool | None


@dataclass(frozen=True, slots=True)
class Course:
    """Where the series goes: better, worse or level, or few where there are too few periods to tell; `slope` is the change a period."""

    way: str
    slope: Apart
    p: float
    periods: int


def change(read: Figures, measured: Measured | None) -> Change | None:
    """The newest value beside the one before it; None where there is none."""
    found, period = _last_step(read, measured)
    if found is None or read.value is None:
        return None
    kind, is_score = read.value.kind, bool(measured and measured.is_score)
    finer = apart((found.before.value, found.after.value), kind, places(found.after, kind, is_score)) or 0
    before = amount_of(found.before.value, kind, finer)
    moved = found.noise is Noise.BEYOND and found.apart.value != 0
    good = (found.apart.value < 0) == read.lower if moved else None
    signal, by = found.signal, apart_of(found.apart, kind, finer)
    test, p = (signal.method, signal.p) if signal else ("", None)
    return Change(period, before, by, str(found.noise), test, p, good)


def _last_step(read: Figures, measured: Measured | None) -> tuple[Step | None, str]:
    """The newest value beside the one before it; of values that were typed nobody knows what is noise."""
    if measured and measured.series:
        return measured.change, measured.series[-2].period if len(measured.series) > 1 else ""
    values = read.alike(read.value.kind) if read.value else ()
    if len(values) < 2 or not read.series or read.value is None or read.series[-1].value != read.value.value:
        return None, ""
    before, after = map(given, values[-2:])
    return interval_step(before, after), ""


def course(read: Figures, measured: Measured | None) -> Course | None:
    """Where the series goes; None of fewer than three values."""
    found, periods = heading(measured, read.alike(read.value.kind) if read.value else ())
    known = (measured.latest if measured else None) or (given(read.value.value) if read.value else None)
    if found is None or read.value is None or known is None:
        return None
    finer = min(places(known, read.value.kind, bool(measured and measured.is_score)) + 1, 2)
    rising = found.signal.statistic > 0
    seen = "better" if rising != read.lower else "worse"
    way = "few" if periods < ENOUGH else seen if found.signal.noise is Noise.BEYOND else "level"
    digits = 0 if read.value.kind == "number" and abs(found.slope.value) >= LARGE else finer
    return Course(way, apart_of(found.slope, read.value.kind, digits), found.signal.p, periods)
