"""tickets: requests to support: how many there are, how long they take, and how they were rated.

One that is open has no time yet, and will have a longer one than most: left out, it would make a slow month look fast. So it stands in the
interval of the time, as if it took longer than any that ended.
"""

from cjmgen.model.metric import Metric
from cjmgen.numbers.fit import plain
from cjmgen.numbers.measure.survey import Scale
from cjmgen.numbers.measure.time import beside_longer
from cjmgen.numbers.records import Record
from cjmgen.numbers.tally import answers
from cjmgen.numbers.tally.answers import counted, is_named
from cjmgen.numbers.tally.deals import spans
from cjmgen.numbers.tally.figure import Figure, Records, Stages

ENDED = frozenset({"solved", "closed", "resolved", "done", "решено", "решена", "закрыто", "закрыта", "выполнено"})
"""How help desks call a request that was answered; without its day nobody knows how long it took, and it is not open either."""


def is_open(record: Record) -> bool:
    """Whether a request has not been answered."""
    return "created" in record.values and "closed" not in record.values and plain(str(record.values.get("status", ""))) not in ENDED


def tally(records: Records, metric: Metric, stages: Stages, scale: Scale) -> Figure | None:
    """The median time to an answer, the rating, or the number of requests."""
    match metric.type:
        case "time":
            return _time(records, metric)
        case "csat" | "nps" | "ces":
            return answers.tally(records, metric, stages, scale)
        case "reach" | "custom" | None:
            return answers.tally(records, metric, stages, scale) if is_named(metric) else counted(len(records))
    return None


def _time(records: Records, metric: Metric) -> Figure | None:
    """The median time in seconds, or with the method `p90` that within which nine of ten are done; None where it is that of an open one."""
    listed = sorted(spans((each.values.get("created"), each.values.get("closed")) for each in records))
    still = sum(is_open(each) for each in records)
    found = beside_longer(listed, 0.9 if metric.method == "p90" else 0.5, still) if listed else None
    return Figure(found, kind="time", open=still) if found else None
