"""step: a figure in two periods: how far apart, in its unit and as a part of the first, and whether that is more than noise.

Both periods are taken as samples of different people. The tests are those of the kind of figure: see `share`, `mean`, `measure.nps` and
`measure.rate`.
"""

from dataclasses import replace

from cjmgen.numbers.estimate import LEVEL, Estimate, Noise, Signal, difference, noise
from cjmgen.numbers.mean import Sample, mean, means_apart, means_test
from cjmgen.numbers.measure.nps import Groups, nps, nps_apart, nps_test
from cjmgen.numbers.measure.rate import Events, rate, rates_test
from cjmgen.numbers.share import Count, share, shares_apart, shares_test
from cjmgen.value import dataclass

Counted = Count | Sample | Groups | Events
"""What was counted or asked, enough for a figure with its interval."""


@dataclass(frozen=True, slots=True)
class Step:
    """Before, after, after less before, that as a part of before where it is above 0, the test if there was one, and what it says."""

    before: Estimate
    after: Estimate
    apart: Estimate
    relative: float | None
    signal: Signal | None
    noise: Noise


def step(before: Counted, after: Counted, level: float = LEVEL) -> Step | None:
    """The change between two figures of one kind; None if one of them has nobody to count, a ValueError if they are of two kinds."""
    first, second = estimated(before, level), estimated(after, level)
    if first is None or second is None:
        return None
    apart, signal = _compared(before, after, level)
    bare = Estimate(second.value - first.value, None, None, min(first.n, second.n), second.method)
    found = _told(first, second, apart or bare, signal, noise(signal))
    # a score that can be negative has no parts
    return replace(found, relative=None) if isinstance(before, Groups) else found


def interval_step(before: Estimate, after: Estimate) -> Step:
    """The change where only intervals are known, as of medians: more than noise if that of the difference has no 0 in it."""
    apart = difference(before, after)
    if apart.low is None or apart.high is None:
        return _told(before, after, apart, None, Noise.UNKNOWN)
    return _told(before, after, apart, None, Noise.WITHIN if apart.low <= 0 <= apart.high else Noise.BEYOND)


def best_step(before: Estimate, after: Estimate, first: Counted | None, second: Counted | None) -> Step | None:
    """The change by a test where both know what they were counted from, in one way; else by their intervals."""
    if first is not None and second is not None and type(first) is type(second):
        return step(first, second)
    return interval_step(before, after)


def estimated(of: Counted, level: float = LEVEL) -> Estimate | None:
    """The figure of what was counted, with its interval; None of nobody."""
    match of:
        case Count():
            return share(of, level)
        case Sample():
            return mean(of, level)
        case Groups():
            found = nps(of, level)
            return found.score if found else None
        case Events():
            return rate(of, level)


def _compared(before: Counted, after: Counted, level: float) -> tuple[Estimate | None, Signal | None]:
    match before, after:
        case Count(), Count():
            return shares_apart(before, after, level), shares_test(before, after)
        case Sample(), Sample():
            return means_apart(before, after, level), means_test(before, after)
        case Groups(), Groups():
            return nps_apart(before, after, level), nps_test(before, after)
        case Events(), Events():
            return difference(rate(before, level), rate(after, level)), rates_test(before, after)
    raise ValueError(f"a change: {type(before).__name__} and {type(after).__name__} are figures of two kinds")


def _told(before: Estimate, after: Estimate, apart: Estimate, signal: Signal | None, said: Noise) -> Step:
    return Step(before, after, apart, apart.value / before.value if before.value > 0 else None, signal, said)
