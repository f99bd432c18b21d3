"""stack: the records of several exports one upon another; where two say something of the same, the later file has it."""

from collections.abc import Callable, Iterator, Sequence

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import plain
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.period import period_of, told_period
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.records import Record
from cjmgen.value import dataclass

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A record, the position of its file, and its period."""

    record: Record
    file: int
    period: str


@dataclass(frozen=True, slots=True)
class Stack:
    """All records that count, in the order of the files and of their rows, and where a file says otherwise than an earlier one."""

    dated: tuple[Dated, ...]
    restated: tuple[Misread, ...]
    periods: tuple[str, ...] = ()
    """Those of what is said otherwise."""
    undated: tuple[Misread, ...] = ()
    """Files that would stand for one another, as none of them says of which period it is."""


def stacked(readings: Sequence[tuple[str, Reading]], shape: Shape, metric: Metric, source: Source) -> Stack:
    """The records of exports of one shape, by the name of their file."""
    every = [
        Dated(record, at, period_of(record, shape, metric, source, reading.provenance.span))
        for at, (_, reading) in enumerate(readings)
        for record in reading.records
    ]
    key = _KEYS.get(shape)
    if not key or len(readings) < 2:
        return Stack(tuple(every), ())
    latest: dict[Key, int] = {}
    for each in every:
        latest[key(each)] = each.file
    kept = tuple(each for each in every if latest[key(each)] == each.file)
    changed = tuple(_changed(every, key, latest)) if shape in ("steps", "figures") else ()
    dated: list[tuple[Dated, Dated]] = []
    undated: list[tuple[Dated, Dated]] = []
    for before, after in changed:
        about = readings[after.file][1].provenance.span
        (dated if told_period(after.record, shape, metric, source, about) else undated).append((before, after))
    periods = tuple(dict.fromkeys(after.period for _, after in dated))
    return Stack(kept, tuple(_restated(dated, readings)), periods, tuple(_undated(undated, readings)))


def _of_step(each: Dated) -> Key:
    return (*_of_figure(each), plain(str(each.record.values.get("step", ""))))


def _of_figure(each: Dated) -> Key:
    values = each.record.values
    return (str(values.get("date", each.period)), plain(str(values.get("segment", ""))))


_KEYS: dict[Shape, Callable[[Dated], Key]] = {
    "steps": _of_step,
    "figures": _of_figure,
    "deals": lambda each: (str(each.record.values.get("deal", "")),),
    "tickets": lambda each: (str(each.record.values.get("ticket", "")),),
}
"""By what records of two files are known to be about the same; of answers and events nobody knows."""


def _changed(every: Sequence[Dated], key: Callable[[Dated], Key], latest: dict[Key, int]) -> Iterator[tuple[Dated, Dated]]:
    """What an earlier file has otherwise, with what counts."""
    earlier = {key(each): each for each in every if latest[key(each)] != each.file}
    for each in every:
        before = earlier.get(key(each))
        if before and latest[key(each)] == each.file and before.record.values != each.record.values:
            yield before, each


def _restated(changed: Sequence[tuple[Dated, Dated]], readings: Sequence[tuple[str, Reading]]) -> Iterator[Misread]:
    """One word a file about the first value that an earlier file has otherwise."""
    told: set[int] = set()
    for before, each in changed:
        if each.file not in told:
            told.add(each.file)
            message = f"{each.period or 'this'} stood otherwise in {readings[before.file][0]}; the later file counts"
            column = _differs(each.record, before.record, readings[each.file][1])
            yield Misread(readings[each.file][0], "export-restated", Fault(each.record.line, column, message))


def _undated(changed: Sequence[tuple[Dated, Dated]], readings: Sequence[tuple[str, Reading]]) -> Iterator[Misread]:
    """One word about the first file that would stand for another without saying that it is of the same time."""
    for before, each in changed[:1]:
        message = f"neither this nor {readings[before.file][0]} says of which period it is, so that one would stand for the other"
        hint = "name them by their month, such as visits-2026-09.csv, or name the column that says when as `period`"
        yield Misread(readings[each.file][0], "export-unfit", Fault(each.record.line, 1, message, hint))


def _differs(record: Record, before: Record, reading: Reading) -> int:
    """The first column that says something else than before; 1 where that is one of theirs only."""
    columns = sorted((each.column, each.role) for each in reading.provenance.used)
    return next((column for column, role in columns if record.values.get(role) != before.values.get(role)), 1)
