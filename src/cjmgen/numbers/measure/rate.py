"""rate: events that have no upper limit, such as clicks or contacts, per visit, order or day.

Source: F. Garwood (1936), *Fiducial limits for the Poisson distribution*; the test is that of J. Przyborowski and H. Wilenski (1940),
*Homogeneity of results in testing samples from Poisson series*.
"""

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import LEVEL, Estimate, Signal
from cjmgen.numbers.law import binomial, chi_square
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Events:
    """Events, and what they are counted per: visits, orders, days; a ValueError unless that is above 0 and the events are a count."""

    count: int
    per: float

    def __post_init__(self) -> None:
        sound.whole("a rate", self.count)
        sound.positive("a rate, counted per", self.per)


def rate(of: Events, level: float = LEVEL) -> Estimate:
    """Events per unit with their exact interval, taken as independent of each other; n are the events."""
    sound.level(level)
    tail = (1 - level) / 2
    low = chi_square.quantile(tail, 2 * of.count) / 2 if of.count else 0.0
    high = chi_square.quantile(1 - tail, 2 * of.count + 2) / 2
    return Estimate(of.count, low, high, of.count, "garwood").scaled(1 / of.per)


def rates_test(before: Events, after: Events) -> Signal | None:
    """Whether two rates differ by more than noise: exact, given all events of both; None of none. The statistic is their ratio less 1."""
    whole = before.count + after.count
    if not whole:
        return None
    chance = after.per / (before.per + after.per)
    tail = min(binomial.at_most(after.count, whole, chance), binomial.at_least(after.count, whole, chance))
    first = before.count / before.per
    ratio = after.count / after.per / first - 1 if first else float("inf")
    return Signal(ratio, min(1.0, 2 * tail), "przyborowski-wilenski")
