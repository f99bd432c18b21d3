"""custom: customers who come, stay and leave: reach, churn and repeat rate, each a share of those who could."""

from cjmgen.numbers.estimate import LEVEL, Estimate
from cjmgen.numbers.share import Count, share


def churn(lost: int, at_start: int, level: float = LEVEL) -> Estimate | None:
    """The share of the customers at the start of a period who left within it, from 0 to 1; whoever came meanwhile counts on neither side.

    Source: P. W. Farris, N. T. Bendle, P. E. Pfeifer and D. J. Reibstein (2010), *Marketing Metrics*, 5.1. None without customers.
    """
    return share(Count(lost, at_start), level)


def repeat_rate(again: int, customers: int, level: float = LEVEL) -> Estimate | None:
    """The share of the customers of a period who bought more than once, from 0 to 1; source as above. None without customers."""
    return share(Count(again, customers), level)


def reach(reached: int, audience: int, level: float = LEVEL) -> Estimate | None:
    """The share of an audience that was reached, each person once, from 0 to 1; source as above, 9.3. None without an audience."""
    return share(Count(reached, audience), level)
