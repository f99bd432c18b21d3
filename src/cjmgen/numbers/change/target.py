"""target: how a figure stands to its goal, its interval heeded: met, missed, or too close to tell. Whoever judges a goal asks here."""

from enum import StrEnum

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import Estimate


class Standing(StrEnum):
    """How a figure stands to its goal; the value is the end of the words' key."""

    MET = "met"
    """All of the interval is as good as the goal."""
    CLOSE = "close"
    """The goal lies in the interval, or there is none and the figure is as good as the goal."""
    SHORT = "short"
    """All of the interval is worse, and there is time."""
    MISSED = "missed"
    """All of the interval is worse, and the day has come."""
    OPEN = "open"
    """More may still come of its period: the figure is worse, or it is as good and may not stay so."""


def reaches(value: float, goal: float, is_lower_better: bool) -> bool:
    """Whether a value by itself is as good as its goal, which says nothing of how sure that is."""
    return value <= goal if is_lower_better else value >= goal


def standing(figure: Estimate, goal: float, is_lower_better: bool, is_due: bool, is_open: bool = False) -> Standing:
    """How a figure stands to a goal in the same unit: by which side is better, whether its day has come, whether more may come of it."""
    sound.finite("a goal", (goal,))
    if is_open and not reaches(figure.value, goal, is_lower_better):
        return Standing.OPEN
    sign = -1 if is_lower_better else 1
    scaled = figure.scaled(sign)
    low, high = scaled.value if scaled.low is None else scaled.low, scaled.value if scaled.high is None else scaled.high
    if low >= goal * sign:
        return Standing.CLOSE if scaled.low is None else Standing.MET
    if high >= goal * sign:
        return Standing.CLOSE
    return Standing.MISSED if is_due else Standing.SHORT
