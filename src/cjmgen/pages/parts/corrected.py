"""corrected: a period that has another figure than before, with both of them as pages tell them."""

from cjmgen.atlas.fill import CLOCKED
from cjmgen.model.amount import Amount, Kind
from cjmgen.numbers.digits import apart, shown
from cjmgen.numbers.measured import Restated
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Corrected:
    """Both figures of a period; of people at a `stage` of a funnel, else of the metric. `digits` are the decimals of shares."""

    period: str
    old: Amount
    new: Amount
    digits: int | None
    stage: str = ""


def corrected(of: Restated, digits: int | None = None) -> Corrected:
    """Both figures with as many decimals as it takes to see that they differ, and no fewer than `digits`."""
    told = apart((of.before, of.after), of.kind, digits)
    old, new = (amount(each, of.kind, told) for each in (of.before, of.after))
    return Corrected(of.period, old, new, told, of.stage.replace("-", " "))


def amount(value: float, kind: Kind, digits: int | None) -> Amount:
    """A figure as pages are given it."""
    return Amount(shown(value, kind, digits) if kind == "number" else value, kind, kind == "time" and value < CLOCKED)
