"""immature: periods whose people had less time than a journey may take, as a snapshot's last: beside others they look like a loss.

In the words of survival analysis these are right-censored. They are left out of a series, so that no change, no trend and no goal is told
by them; where there is nothing else, the oldest stands alone, as its people had the most time, and whoever shows it says so.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cjmgen.model.amount import DAY, HOUR, MINUTE
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.period import bounds
from cjmgen.numbers.measured import Immature
from cjmgen.numbers.sheet import Sheet
from cjmgen.value import dataclass

_SAID = re.compile(r"A journey may take (\d{1,10}) seconds; those begun after (\d{4}-\d\d-\d\d) had less$")
"""As `cjmgen pull` writes it above its tables."""


@dataclass(frozen=True, slots=True)
class Late:
    """The seconds that a journey may take, and the day after which those who began had less: the events end before they had so long."""

    seconds: int
    after: datetime.date


def late_of(sheet: Sheet) -> Late | None:
    """Who had less time than others, as a snapshot says; None where all had the same, and of an export that knows nothing of it."""
    found = next((match for row in sheet.comments if (match := _SAID.search(row.cells[0]))), None)
    try:
        return Late(int(found[1]), datetime.date.fromisoformat(found[2])) if found else None
    except ValueError:
        return None


def immature(listed: Sequence[str], dated: Mapping[str, Sequence[Dated]], sheets: Sequence[Sheet]) -> tuple[Immature, ...]:
    """Of these periods, the oldest first, those that are no whole ones; `sheets` are the files of their records."""
    late = [late_of(sheet) for sheet in sheets]
    found = [each for period in listed if (each := _of(period, [late[at] for at in {of.file for of in dated[period]}]))]
    alone = len(found) == len(listed)
    return tuple(replace(each, shown=alone and at == 0) for at, each in enumerate(found))


def _of(period: str, late: Sequence[Late | None]) -> Immature | None:
    """What a period lacks by the file that is the furthest behind; who began late on the day itself had less as well."""
    days, told = bounds(period), [each for each in late if each]
    if not days or not told:
        return None
    worst = min(told, key=lambda each: each.after)
    try:
        whole = days[1] + datetime.timedelta(days=1, seconds=worst.seconds)
    except OverflowError:
        return None
    return Immature(period, worst.after, worst.seconds, whole, False) if worst.after <= days[1] else None


def without(listed: Sequence[str], of: Sequence[Immature]) -> list[str]:
    """The periods that count."""
    left = {each.period for each in of if not each.shown}
    return [each for each in listed if each not in left]


def told(of: Sequence[Immature], dated: Mapping[str, Sequence[Dated]], files: Sequence[str]) -> Iterator[Misread]:
    """A word about the one that is shown, and about the first that is left out, at its first row."""
    left = [each for each in of if not each.shown]
    for each in (*(each for each in of if each.shown), *left[:1]):
        first = dated[each.period][0]
        so = "no other had more, so it is shown and marked" if each.shown else "it is left out"
        later = len(left) - 1 if each in left else 0
        more = f", as {'is the one' if later == 1 else f'are the {later}'} after it" if later else ""
        message = f"those who began in {each.period} after {each.after} had less than {_time(each.seconds)} to go on; {so}{more}"
        hint = f"{each.period} is whole once events up to {each.whole} are counted"
        yield Misread(files[first.file], "snapshot-immature", Fault(first.record.line, 1, message, hint))


def _time(seconds: int) -> str:
    """A time in the largest unit that it is a whole number of."""
    size, name = next(unit for unit in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"), (1, "second")) if seconds % unit[0] == 0)
    return f"{seconds // size} {name}{'s' if seconds != size else ''}"
