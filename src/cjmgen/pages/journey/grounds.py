"""grounds: what a measured figure leans on: how many, how sure, from which product and days, and whether it moved."""

import datetime
from dataclasses import replace

from cjmgen.atlas.fill import CLOCKED
from cjmgen.model.amount import Amount, Kind, half_up
from cjmgen.numbers.change.step import Step
from cjmgen.numbers.digits import alike, apart, worth
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.measured import Measured
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Move:
    """The figure of the period before, and what a test says of the difference: `beyond` noise, `within` it, or `unknown`."""

    period: str
    before: Amount
    noise: str


@dataclass(frozen=True, slots=True)
class Open:
    """A period that some began in too late to have the time that a journey may take: after this day they had less than `time`.

    Its figure is `shown` where no other is; else it is left out, and all later ones with it.
    """

    period: str
    after: datetime.date
    time: Amount
    shown: bool


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a figure was counted from. `n` is 0 where no export says of how many it is; `low` and `high` are its 95 % interval."""

    n: int
    few: bool
    low: Amount | None
    high: Amount | None
    move: Move | None
    profiles: tuple[str, ...]
    last: datetime.date | None
    open: Open | None = None
    """What is no whole period yet; None where all are."""
    part: bool = False
    """Whether the figure's period is not whole."""


def grounds(measured: Measured | None, beside: Step | None = None) -> Grounds | None:
    """The grounds of a metric's latest figure; None of one without exports or without a figure.

    `beside` is its last change as all metrics of the journey together have it.
    """
    latest = measured.latest if measured else None
    if measured is None or latest is None:
        return None
    low, high = ends_of(latest, measured.kind, coarse(latest, measured))
    return Grounds(
        latest.n, latest.n > 0 and latest.is_small, low, high, _move(measured, beside), profiles(measured),
        measured.as_of, still_open(measured), measured.partial is not None,
    )  # fmt: skip


def profiles(measured: Measured) -> tuple[str, ...]:
    """By which profiles the files were read, each once; the theme's words name the products."""
    return tuple(dict.fromkeys(each.profile for each in measured.files if each.profile))


def still_open(measured: Measured) -> Open | None:
    """The first period that is no whole one yet: what is shown, else what is left out."""
    first = next(iter(measured.immature), None)
    return Open(first.period, first.after, Amount(first.seconds, "time"), first.shown) if first else None


def amount_of(value: float, kind: Kind, digits: int | None) -> Amount:
    """A figure of this kind, told with so many decimals; a plain number without those that its interval makes meaningless."""
    told = half_up(value, digits) if kind == "number" and digits is not None else value
    return Amount(told, kind, kind == "time" and value < CLOCKED, None if kind == "time" else digits)


def ends_of(of: Estimate, kind: Kind, digits: int | None) -> tuple[Amount | None, Amount | None]:
    """Both ends of an interval, told with as many decimals as it takes to see that they differ, and with the same: `2.07%–2.30%`."""
    if of.low is None or of.high is None:
        return None, None
    finer = apart((of.low, of.high), kind, digits)
    even = alike((of.low, of.high), kind, finer)
    low, high = amount_of(of.low, kind, finer), amount_of(of.high, kind, finer)
    return (replace(low, digits=even, even=True), replace(high, digits=even, even=True)) if even else (low, high)


def coarse(of: Estimate, measured: Measured) -> int | None:
    """The decimals of a figure where it stands among many: shares are whole there, and only the interval of a number says more."""
    return None if measured.kind == "share" else worth(of, measured.kind, measured.is_score)


def _move(measured: Measured, beside: Step | None) -> Move | None:
    change = measured.change
    if change is None:
        return None
    digits = apart((change.before.value, change.after.value), measured.kind, coarse(change.before, measured))
    return Move(measured.series[-2].period, amount_of(change.before.value, measured.kind, digits), str((beside or change).noise))
