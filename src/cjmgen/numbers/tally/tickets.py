"""tickets: requests to support: how many there are, how long they take, and how they were rated."""

from cjmgen.model.metric import Metric
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.measure.survey import Scale
from cjmgen.numbers.tally import answers
from cjmgen.numbers.tally.deals import spent
from cjmgen.numbers.tally.figure import Figure, Records, Stages


def tally(records: Records, metric: Metric, stages: Stages, scale: Scale) -> Figure | None:
    """The median time to an answer, the rating, or the number of requests."""
    match metric.type:
        case "time":
            return spent(((each.values.get("created"), each.values.get("closed")) for each in records), metric)
        case "csat" | "nps" | "ces":
            return answers.tally(records, metric, stages, scale)
        case "reach" | "custom" | None:
            return Figure(Estimate(len(records), None, None, len(records), "count")) if records else None
    return None
