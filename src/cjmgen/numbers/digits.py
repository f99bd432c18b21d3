"""digits: with how many decimals figures are told: with the usual ones, and with more where two that differ would look the same."""

from collections.abc import Sequence

from cjmgen.model.amount import DAY, HOUR, MINUTE, NOTED, Kind, half_up
from cjmgen.numbers.estimate import Estimate

MOST = 2
"""Decimals by which figures are told apart at most: further ones are of no use to anybody."""

EXACT = 4
"""Decimals of a goal in percent that somebody may have written; one with more was reckoned."""

WIDE, NARROW = 0.1, 0.01
"""A share whose interval is wider is told in whole percents; one that is known better than this, in hundredths of them."""


def worth(of: Estimate | None, kind: Kind, is_score: bool = False) -> int | None:
    """The decimals that say anything, by how wide the interval is; None for the usual ones.

    A score in points, as NPS is, is told in whole ones, and with a decimal where its interval is narrower than ten.
    """
    width = of.high - of.low if of and of.low is not None and of.high is not None else None
    if of is None or kind == "time" or (width is None and kind == "share"):
        return None
    if width is None:
        return 0 if is_score else 2
    wide, narrow = (WIDE, NARROW) if kind == "share" else (10, 1)
    return 0 if width >= wide else 1 if width >= narrow or is_score else 2


def apart(figures: Sequence[float], kind: Kind, digits: int | None = None, goal: float | None = None) -> int | None:
    """Decimals by which figures that differ look apart, from `digits` on and up to `MOST`; None where the usual ones do.

    A `goal` beside them is one of them, and a share is told with all decimals that it was written with: 12.5 % is not 13 %.
    """
    if kind == "time":
        return digits
    if goal is not None:
        figures, digits = (*figures, goal), written(goal, kind, digits)
    differing = len(set(figures))
    tries = (digits, *range(0 if digits is None else digits + 1, MOST + 1))
    return next((each for each in tries if len({shown(figure, kind, each) for figure in figures}) == differing), max(MOST, digits or 0))


def written(goal: float, kind: Kind, digits: int | None = None) -> int | None:
    """The decimals that a goal was written with, and no fewer than `digits`; None where the usual ones hold them."""
    own = next((each for each in range(EXACT + 1) if half_up(goal * 100, each) == half_up(goal * 100, EXACT + 6)), None)
    if kind != "share" or own is None or (digits is None and shown(goal, kind) == shown(goal, kind, own)):
        return digits
    return max(own, digits or 0)


def shown(figure: float, kind: Kind, digits: int | None = None) -> float:
    """A figure as it is told, a share in percent: whole, and with one decimal below ten; a number with two decimals at most."""
    if kind == "share":
        return half_up(figure * 100, digits if digits is not None else 1 if abs(figure) < NOTED else 0)
    return half_up(figure, 2 if digits is None else digits)


def alike(figures: Sequence[float], kind: Kind, digits: int | None = None) -> int | None:
    """The decimals of figures that are told alike: as many as one of them needs; None of times."""
    if kind == "time":
        return None
    most = digits if digits is not None else 2 if kind == "number" else int(any(abs(figure) < NOTED for figure in figures))
    told = [shown(figure, kind, most) for figure in figures]
    return next(each for each in range(most + 1) if [half_up(figure, each) for figure in told] == told)


def both(before: float, after: float, kind: Kind) -> str:
    """Two figures as problems tell them, in English: `15,710 → 15,230`, `18% → 18.1%`, `3:40 → 3:10`."""
    digits = apart((before, after), kind)
    return " → ".join(alone(each, kind, digits) for each in (before, after))


def alone(figure: float, kind: Kind, digits: int | None = None) -> str:
    """A figure as problems tell it, in English."""
    if kind == "time":
        return _clock(figure)
    return f"{shown(figure, kind, digits):,.12g}".replace("-", "−") + ("%" if kind == "share" else "")


def _clock(seconds: float) -> str:
    if seconds >= 3 * HOUR:
        unit, name = (DAY, "days") if seconds >= DAY else (HOUR, "h")
        return f"{half_up(seconds / unit, 2):g} {name}"
    minutes, rest = divmod(int(half_up(seconds)), MINUTE)
    return f"{minutes}:{rest:02}"
