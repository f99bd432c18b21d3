"""target: how a figure stands to its goal, its interval heeded: met, missed, or too close to tell."""

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


def standing(figure: Estimate, goal: float, is_lower_better: bool, is_due: bool) -> Standing:
    """How a figure stands to a goal in the same unit, by which side is better and whether the goal's day has come."""
    sound.finite("a goal", (goal,))
    sign = -1 if is_lower_better else 1
    scaled = figure.scaled(sign)
    low, high = scaled.value if scaled.low is None else scaled.low, scaled.value if scaled.high is None else scaled.high
    if low >= goal * sign:
        return Standing.CLOSE if scaled.low is None else Standing.MET
    if high >= goal * sign:
        return Standing.CLOSE
    return Standing.MISSED if is_due else Standing.SHORT
