"""survey: answers on a scale: satisfaction (CSAT) and effort (CES), as a mean or as the share of the best answers.

Sources: M. Dixon, K. Freeman and N. Toman (2010), *Stop Trying to Delight Your Customers*, and M. Dixon, N. Toman and R. DeLisi (2013),
*The Effortless Experience*, for CES; J. Sauro and J. R. Lewis (2016), *Quantifying the User Experience*, for both ways of scoring; the
intervals are those of a mean and of a share.
"""

import math
from collections.abc import Mapping
from typing import Literal

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import LEVEL, Estimate
from cjmgen.numbers.mean import Sample, mean
from cjmgen.numbers.share import Count, share
from cjmgen.value import dataclass

Satisfaction = Literal["mean", "top2box"]
Ease = Literal["mean", "top3box"]
"""The ways to score, as a metric's `method` names them."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers that can be given, from lowest to highest, both among them."""

    lowest: int
    highest: int

    def __post_init__(self) -> None:
        if not self.lowest < self.highest:
            raise ValueError(f"a scale goes up, not from {self.lowest} to {self.highest}")


FIVE, SEVEN = Scale(1, 5), Scale(1, 7)


def csat(answers: Mapping[int, int], method: Satisfaction = "mean", scale: Scale = FIVE, level: float = LEVEL) -> Estimate | None:
    """Satisfaction from counts by answer: the mean on its scale, or the share of the two best answers from 0 to 1; None of no answers."""
    return _scored(answers, scale, scale.highest - 1 if method == "top2box" else None, level)


def ces(answers: Mapping[int, int], method: Ease = "mean", scale: Scale = SEVEN, level: float = LEVEL) -> Estimate | None:
    """Ease from counts by answer, 7 being very easy: the mean on its scale, or the share of the three best answers; None of no answers.

    A question that asks for effort, where the lowest answer is the best, gives a mean only.
    """
    return _scored(answers, scale, scale.highest - 2 if method == "top3box" else None, level)


def answered(answers: Mapping[int, int], scale: Scale) -> Sample | None:
    """Mean and deviation of counts by answer; None of no answers, a ValueError for an answer that the scale doesn't have."""
    for answer, count in answers.items():
        sound.whole("answers", count)
        if not scale.lowest <= answer <= scale.highest:
            raise ValueError(f"answers: {answer} is not on the scale from {scale.lowest} to {scale.highest}")
    n = sum(answers.values())
    if not n:
        return None
    middle = sum(answer * count for answer, count in answers.items()) / n
    spread = math.fsum(count * (answer - middle) ** 2 for answer, count in sorted(answers.items()))
    return Sample(middle, math.sqrt(spread / (n - 1)) if n > 1 else 0.0, n)


def best(answers: Mapping[int, int], least: int) -> Count:
    """How many answered so much or more."""
    return Count(sum(count for answer, count in answers.items() if answer >= least), sum(answers.values()))


def _scored(answers: Mapping[int, int], scale: Scale, least: int | None, level: float) -> Estimate | None:
    of = answered(answers, scale)
    if least is not None:
        return share(best(answers, least), level)
    return None if of is None else mean(of, level, scale.lowest, scale.highest)
