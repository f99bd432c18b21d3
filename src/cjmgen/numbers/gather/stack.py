"""stack: the records of several exports one upon another; where two say something of the same, the later file has it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import plain
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.overlap import laid
from cjmgen.numbers.gather.period import Days, period_of, told_period
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.value import dataclass

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """All records that count, in the order of the files and of their rows; `before` is what an earlier file has otherwise, by its place."""

    dated: tuple[Dated, ...]
    before: Mapping[int, Dated] = field(default_factory=dict)
    undated: tuple[Misread, ...] = ()
    """Files that would stand for one another, as none of them says of which period it is."""
    told: tuple[Misread, ...] = ()
    """Files that hold parts of one period."""
    parts: Mapping[int, Days] = field(default_factory=dict)
    """By file the days of those that hold a part of a period each, and are added up."""
    apart: tuple[str, ...] = ()
    """The periods that have no figure by that."""

    @property
    def places(self) -> Mapping[str, Sequence[int]]:
        """By period the places of its records."""
        found: dict[str, list[int]] = {}
        for at, each in enumerate(self.dated):
            found.setdefault(each.period, []).append(at)
        return found


def stacked(readings: Sequence[tuple[str, Reading]], shape: Shape, metric: Metric, source: Source) -> Stack:
    """The records of exports of one shape, by the name of their file."""
    every = [
        Dated(record, at, period_of(record, shape, metric, source, reading.provenance.span))
        for at, (_, reading) in enumerate(readings)
        for record in reading.records
    ]
    about = _KEYS.get(shape)
    if not about or len(readings) < 2:
        return Stack(tuple(every))
    parts = laid(every, readings, shape, source)
    every = list(parts.dated)

    def key(each: Dated) -> Key:
        return (*about(each), str(parts.added.get(each.file, "")))

    latest: dict[Key, int] = {}
    for each in every:
        latest[key(each)] = each.file
    kept = tuple(each for each in every if latest[key(each)] == each.file)
    before = dict(_before(every, kept, key, latest)) if shape in ("steps", "figures") else {}
    spans = [reading.provenance.span for _, reading in readings]
    undated = [
        (was, kept[at]) for at, was in before.items() if not told_period(kept[at].record, shape, metric, source, spans[kept[at].file])
    ]
    return Stack(kept, before, tuple(_undated(undated, readings)), parts.told, parts.added, parts.apart)


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


def _before(
    every: Sequence[Dated], kept: Sequence[Dated], key: Callable[[Dated], Key], latest: Mapping[Key, int]
) -> Iterator[tuple[int, Dated]]:
    """What an earlier file has otherwise, by the place of what counts instead."""
    earlier = {key(each): each for each in every if latest[key(each)] != each.file}
    for at, each in enumerate(kept):
        before = earlier.get(key(each))
        if before and before.record.values != each.record.values:
            yield at, before


def _undated(changed: Sequence[tuple[Dated, Dated]], readings: Sequence[tuple[str, Reading]]) -> Iterator[Misread]:
    """One word about the first file that would stand for another without saying that it is of the same time."""
    for before, each in changed[:1]:
        message = f"neither this nor {readings[before.file][0]} says of which period it is, so that one would stand for the other"
        hint = "name them by their month, such as visits-2026-09.csv, or name the column that says when as `period`"
        yield Misread(readings[each.file][0], "export-unfit", Fault(each.record.line, 1, message, hint))
