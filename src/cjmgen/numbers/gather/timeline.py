"""timeline: the records of exports by the period that they count in, the oldest first."""

from collections.abc import Iterable, Mapping, Sequence

from cjmgen.numbers.gather import immature
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.period import ordered
from cjmgen.numbers.measured import Immature
from cjmgen.numbers.sheet import Sheet
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Timeline:
    """The records by period, and the periods whose people had less time than others."""

    periods: Mapping[str, Sequence[Dated]]
    young: tuple[Immature, ...]

    @property
    def ripe(self) -> dict[str, Sequence[Dated]]:
        """The periods that count."""
        return {each: self.periods[each] for each in immature.without(tuple(self.periods), self.young)}


def timeline(dated: Iterable[Dated], sheets: Sequence[Sheet]) -> Timeline:
    """Lay records, each with its period, on a line; `sheets` are the files of theirs."""
    found: dict[str, list[Dated]] = {}
    for each in dated:
        found.setdefault(each.period, []).append(each)
    periods = {period: found[period] for period in ordered(list(found))}
    return Timeline(periods, immature.immature(tuple(periods), periods, sheets))
