"""uplift: by how much a variant does better than the control, in the figure's unit and as a part of the control's."""

import math

from cjmgen.numbers.estimate import LEVEL, Estimate, Signal
from cjmgen.numbers.law import normal, student
from cjmgen.numbers.mean import Sample, means_apart, means_test
from cjmgen.numbers.share import Count, shares_apart, shares_test
from cjmgen.value import dataclass

Seen = Count | Sample
"""What was seen of a variant: conversions of people, or the mean of a figure."""


@dataclass(frozen=True, slots=True)
class Uplift:
    """Variant less control, that as a part of the control (0.1 is a tenth more), each with its interval, and the test of a difference."""

    absolute: Estimate
    relative: Estimate | None
    signal: Signal | None


def uplift(control: Seen, variant: Seen, level: float = LEVEL) -> Uplift | None:
    """How a variant compares; None if there is nobody, or a single figure, on a side; a ValueError for a share against a mean."""
    match control, variant:
        case Count(), Count():
            apart = shares_apart(control, variant, level)
            return None if apart is None else Uplift(apart, share_ratio(control, variant, level), shares_test(control, variant))
        case Sample(), Sample():
            apart = means_apart(control, variant, level)
            return None if apart is None else Uplift(apart, mean_ratio(control, variant, level), means_test(control, variant))
    raise ValueError("an uplift: a share can't be compared with a mean")


def share_ratio(control: Count, variant: Count, level: float = LEVEL) -> Estimate | None:
    """One share over another, less 1. None unless the control has a conversion; without interval unless the variant has one too.

    Source: D. Katz, J. Baptista, S. P. Azen and M. C. Pike (1978), *Obtaining confidence intervals for the risk ratio in cohort studies*:
    by the logarithm of the ratio.
    """
    n = min(control.n, variant.n)
    if not control.k or not variant.n:
        return None
    ratio = variant.part / control.part
    if not variant.k:
        return Estimate(-1.0, None, None, n, "katz")
    error = math.sqrt(max(0.0, 1 / control.k - 1 / control.n + 1 / variant.k - 1 / variant.n))
    reach = math.exp(normal.factor(level) * error)
    return Estimate(ratio - 1, ratio / reach - 1, ratio * reach - 1, n, "katz")


def mean_ratio(control: Sample, variant: Sample, level: float = LEVEL) -> Estimate | None:
    """One mean over another, less 1. None unless the control's is above 0; without interval where that could as well be 0.

    Source: E. C. Fieller (1954), *Some problems in interval estimation*: all ratios that a t-test of variant - ratio · control doesn't
    rule out, with Welch's degrees of freedom.
    """
    if control.n < 2 or variant.n < 2 or control.mean <= 0:
        return None
    ratio, n = variant.mean / control.mean, min(control.n, variant.n)
    first, second = (each.sd / math.sqrt(each.n) / control.mean for each in (control, variant))
    whole = math.hypot(first, second)
    if not whole:
        return Estimate(ratio - 1, None, None, n, "fieller")
    t = student.factor(level, 1 / ((first / whole) ** 4 / (control.n - 1) + (second / whole) ** 4 / (variant.n - 1)))
    g = (t * first) ** 2
    if g >= 1:
        return Estimate(ratio - 1, None, None, n, "fieller")
    half = t * math.sqrt((1 - g) * second**2 + (ratio * first) ** 2)
    return Estimate(ratio - 1, (ratio - half) / (1 - g) - 1, (ratio + half) / (1 - g) - 1, n, "fieller")
