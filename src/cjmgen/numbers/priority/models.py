"""models: scores of opportunities: impact for effort, RICE, ICE and Ulwick's, with what the doubt about each figure makes of them.

Sources: S. McBride (2018), *RICE: Simple prioritization for product managers* (Intercom); S. Ellis and M. Brown (2017), *Hacking Growth*,
for ICE; A. W. Ulwick (2005), *What Customers Want*, for importance + max(importance - satisfaction, 0). Doubts are added up as
independent: JCGM 100:2008 (GUM), 5.1.2, by differences as in 5.1.3.
"""

import math
from collections.abc import Callable, Sequence

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.share import Count, share
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Guess:
    """A figure somebody stated and the range it is thought to lie in, nineteen times of twenty; a ValueError unless low ≤ value ≤ high."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        sound.finite("a guess", (self.value, self.low, self.high))
        if not self.low <= self.value <= self.high:
            raise ValueError(f"a guess: {self.value} doesn't lie from {self.low} to {self.high}")


def guess(value: float, give: float = 0, least: float = -math.inf, most: float = math.inf) -> Guess:
    """A figure give or take so much, within its scale."""
    return Guess(value, max(least, value - give), min(most, value + give))


def rated(by: Count) -> Guess | None:
    """How important, or how satisfying, from 0 to 10: ten times the share of those who gave one of the two best answers; None of nobody."""
    part = share(by)
    if part is None or part.low is None or part.high is None:
        return None
    return Guess(10 * part.value, 10 * part.low, 10 * part.high)


def impact_effort(impact: Guess, effort: Guess) -> Guess:
    """Impact ÷ effort, both on the same scale and effort above 0."""
    sound.positive("an effort", effort.low)
    return _scored(lambda one, two: one / two, (impact, effort))


def rice(reach: Guess, impact: Guess, confidence: Guess, effort: Guess) -> Guess:
    """Reach × impact × confidence ÷ effort: people a period, 0.25 to 3, a share from 0 to 1, person-months above 0."""
    sound.positive("an effort", effort.low)
    sound.part("a confidence", confidence.low, confidence.high)
    return _scored(lambda one, two, three, four: one * two * three / four, (reach, impact, confidence, effort))


def ice(impact: Guess, confidence: Guess, ease: Guess) -> Guess:
    """Impact × confidence × ease, each from 1 to 10."""
    return _scored(lambda one, two, three: one * two * three, (impact, confidence, ease))


def ulwick(importance: Guess, satisfaction: Guess) -> Guess:
    """Importance + what satisfaction falls short of it, each from 0 to 10: from 0 to 20, above 10 worth a look, above 15 extreme."""
    for part in (importance, satisfaction):
        sound.part("a rating from 0 to 10, by ten", part.low / 10, part.high / 10)
    return _scored(lambda one, two: one + max(one - two, 0.0), (importance, satisfaction))


def measured(estimate: Estimate) -> Guess:
    """A measured figure as one to score with; without an interval it is taken as it stands."""
    low = estimate.value if estimate.low is None else estimate.low
    return Guess(estimate.value, low, estimate.value if estimate.high is None else estimate.high)


def _scored(model: Callable[..., float], guesses: Sequence[Guess]) -> Guess:
    """The score, and how far it moves up and down as each figure moves within its range."""
    values = [each.value for each in guesses]
    score = model(*values)
    rises, falls = [0.0], [0.0]
    for at, each in enumerate(guesses):
        ends = [model(*values[:at], end, *values[at + 1 :]) - score for end in (each.low, each.high)]
        rises.append(max(0.0, *ends))
        falls.append(max(0.0, *(-end for end in ends)))
    return Guess(score, score - math.hypot(*falls), score + math.hypot(*rises))
