"""over: what became of a goal whose day has passed, by the figure of that day and not by one that came later."""

import datetime

from cjmgen.model.amount import Amount, Kind
from cjmgen.numbers.aim import Aim
from cjmgen.numbers.digits import apart, worth
from cjmgen.numbers.measured import Measured
from cjmgen.pages.parts.corrected import amount
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Over:
    """How the figure of the day stands to the goal: met, close, behind, missed, open, or older if no whole period reaches so far.

    `then` is that figure, where it is not the newest; `digits` are the decimals of a share.
    """

    day: datetime.date
    stands: str
    then: Amount | None
    digits: int | None


def over(aim: Aim | None, kind: Kind, measured: Measured | None) -> Over | None:
    """What became of a goal that was due; None of others."""
    if aim is None or aim.due is None:
        return None
    then = aim.figure.value if aim.period else None
    digits = apart((aim.figure.value,), kind, worth(aim.figure, kind, bool(measured and measured.is_score)), aim.goal)
    return over_of(aim.due, aim.outcome, then, kind, digits)


def over_of(day: datetime.date, stands: str, then: float | None, kind: Kind, digits: int | None) -> Over:
    """The same of its parts."""
    return Over(day, stands, None if then is None else amount(then, kind, digits), digits)
