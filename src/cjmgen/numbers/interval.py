"""interval: how far off a measured mean may be: its 95 % confidence interval."""

from cjmgen.numbers.mean import Sample
from cjmgen.numbers.mean import mean as estimated


def interval(mean: float, n: int, sd: float, low: float, high: float) -> tuple[float, float] | None:
    """The 95 % interval of a mean, cut to the scale; None below two answers, where a spread says nothing."""
    found = estimated(Sample(mean, sd, n), low=low, high=high)
    return None if found is None or found.low is None or found.high is None else (found.low, found.high)
