"""steps: the steps of a funnel and the stages of deals as an export calls them, each once and in the order of its pipeline."""

from collections.abc import Iterable, Sequence
from itertools import permutations

from cjmgen.numbers.column import Value, opened
from cjmgen.numbers.days import Order
from cjmgen.numbers.deal import LOST, WON, bare, stood
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import Fit, plain
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.sheet import Sheet


def steps_of(sheet: Sheet, fit: Fit, reading: Reading) -> list[str]:
    """What `stages` of a source map: the steps of a funnel, the stages of deals; how a deal ended is none."""
    if fit.profile.shape == "deals":
        entered = [name for name in _ordered(sheet, fit) if bare(name) not in WON | LOST]
        return _piped(_once([*entered, *(name for record in reading.records for name in stood(record.values))]), fit, len(entered))
    if fit.profile.shape != "steps":
        return []
    return list(dict.fromkeys(str(record.values["step"]) for record in reading.records if "step" in record.values))


def _piped(names: list[str], fit: Fit, told: int) -> list[str]:
    """Stages of which no column says when deals came to them, in the order that the product begins with, its own before others."""
    place = {name: at for at, name in enumerate(fit.profile.pipeline)}
    return names if told else sorted(names, key=lambda name: place.get(bare(name), len(place)))


def _once(names: Iterable[str]) -> list[str]:
    """Each stage once. Where it comes with and without its pipeline, the name without stands for both, as a source that maps it does."""
    forms: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        forms.setdefault(bare(name), []).append(name)
    return [name for key, every in forms.items() for name in _forms(key, every)]


def _forms(key: str, every: Sequence[str]) -> list[str]:
    short = [name for name in every if plain(name) == key]
    return short[:1] or list({plain(name): name for name in reversed(every)}.values())[::-1]


def _ordered(sheet: Sheet, fit: Fit) -> list[str]:
    """The stages of the columns that say when a deal came to them, as deals came to one after another; those nobody came to at the end."""
    rows = sheet.rows[fit.header + fit.profile.heads :]
    days = {at: _days([row.cells[at] if at < len(row.cells) else "" for row in rows], fit.profile.order) for at in fit.entered}
    ahead = dict.fromkeys(days, 0)
    for one, other in permutations(days, 2):
        pairs = [(str(a), str(b)) for a, b in zip(days[one], days[other], strict=True) if a and b]
        earlier, later = sum(a < b for a, b in pairs), sum(a > b for a, b in pairs)
        ahead[one] += (earlier > later) - (later > earlier)
    return [fit.entered[at] for at in sorted(days, key=lambda at: (not any(days[at]), -ahead[at], at))]


def _days(cells: Sequence[str], order: Order) -> tuple[Value | None, ...]:
    """The days of a column; none of one that contradicts itself."""
    found = opened("date", cells, order, comma=False)
    return (None,) * len(cells) if isinstance(found, Fault) else found.values
