"""balance: whether people were dealt out to the variants as planned; if not, something is broken and no result can be trusted.

Source: A. Fabijan and others (2019), *Diagnosing Sample Ratio Mismatch in Online Controlled Experiments*; R. Kohavi, D. Tang and Y. Xu
(2020), *Trustworthy Online Controlled Experiments*, chapter 21: the chi-square test of Pearson (1900), with an alarm only where p is
below 0.001, as it is made of every trial.
"""

import math
from collections.abc import Sequence

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import Signal
from cjmgen.numbers.law import chi_square

ALARM = 0.001
"""Below this p-value the split isn't the planned one."""


def balance(people: Sequence[int], split: Sequence[float] = ()) -> Signal | None:
    """The test of people by variant against the planned split, in any unit, equal without one; None below two variants and of nobody."""
    sound.whole("a variant", *people)
    planned = tuple(split) or (1.0,) * len(people)
    sound.positive("a split", *planned)
    if len(planned) != len(people):
        raise ValueError(f"a split: {len(planned)} parts for {len(people)} variants")
    n = sum(people)
    if len(people) < 2 or not n:
        return None
    whole = math.fsum(planned)
    expected = [n * part / whole for part in planned]
    square = math.fsum((seen - due) ** 2 / due for seen, due in zip(people, expected, strict=True))
    return Signal(square, chi_square.above(square, len(people) - 1), "chi-square")
