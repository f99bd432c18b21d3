"""gathered: the bytes of a metric's exports to what was measured, with everything that is wrong on the way."""

import datetime
from collections.abc import Sequence

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.gather import distinct, everybody, little, unfit
from cjmgen.numbers.gather.complaint import Complaint, refused
from cjmgen.numbers.gather.counting import Counting
from cjmgen.numbers.gather.known import Asking
from cjmgen.numbers.gather.measuring import Work, measured, rows_told
from cjmgen.numbers.gather.opened import Opened, open_export
from cjmgen.numbers.gather.stack import stacked
from cjmgen.numbers.gather.stages import stages_of
from cjmgen.numbers.gather.timeline import timeline
from cjmgen.numbers.gather.undated import placed, undated
from cjmgen.numbers.measured import Measured
from cjmgen.numbers.reading import empty
from cjmgen.numbers.tally.shapes import tally_of
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the exports say, None where that is nothing, and what is wrong with them or with the way they are read."""

    measured: Measured | None
    complaints: tuple[Complaint, ...]


def gathered(metric: Metric, source: Source, files: Sequence[tuple[str, bytes]], today: datetime.date) -> Gathered:
    """Read exports, each by its name in the project, and count what they hold. A period that ends after `today` is not over."""
    opened: list[Opened] = []
    complaints: list[Complaint] = []
    for name, content in files:
        found = open_export(name, content, metric, source)
        if not isinstance(found, Opened):
            complaints.append(found)
            continue
        complaints += refused(name, found.reading)
        if spoilt := little.mostly_refused(name, found.reading):
            complaints.append(spoilt)
        else:
            opened.append(found)
    shapes = {each.shape for each in opened}
    complaints += unfit.mixed(shapes)
    complaints += unfit.hollow([(each.name, each.reading, empty(each.asked.sheet, each.asked.fit)) for each in opened])
    unfitting: list[Complaint] = [*little.blank(opened, source)]
    unfitting += [told for each in opened for told in undated(each.name, each.asked.sheet, each.asked.fit, each.reading, source)]
    complaints += unfitting
    if len(shapes) != 1 or unfitting:
        return Gathered(None, tuple(dict.fromkeys(complaints)))
    made, told = _counted(opened, source, Asking(metric, shapes.pop(), today))
    return Gathered(made, tuple(dict.fromkeys((*complaints, *told))))


def _counted(opened: Sequence[Opened], source: Source, asking: Asking) -> tuple[Measured | None, list[Complaint]]:
    """What exports whose rows are of one kind hold."""
    readings = [(each.name, each.reading) for each in opened]
    stack = stacked(readings, asking.shape, asking.metric, source)
    if stack.undated:
        return None, list(stack.undated)
    dated = everybody.whole(placed(stack.dated, asking.shape), asking.shape)
    if repeated := tuple(distinct.told(dated, readings, asking.metric, asking.shape, stack.parts)):
        return None, [*repeated]
    tally = tally_of(asking.shape, asking.metric, [each.record for each in dated])
    counting = Counting(asking.metric, asking.shape, stages_of(source, asking.shape, readings), tally)
    work = Work(asking, opened, stack, timeline(dated, [each.asked.sheet for each in opened]), counting)
    told = list(rows_told(work, source))
    made, more = measured(work)
    return made, told + more
