"""events: what people did, one event a row: how many came to each stage, having come to those before it first."""

from collections.abc import Mapping

from cjmgen.model.metric import Metric
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.fit import plain
from cjmgen.numbers.tally.figure import Figure, Records, Stages, along, rest


def people(records: Records, stages: Stages) -> Mapping[str, int]:
    """The people who reach each stage in the order of our stages. Of events with one time, the one that stands first was first."""
    order = list(stages)
    places = {name: at for at, names in enumerate(stages.values()) for name in names}
    came: dict[str, int] = {}
    for record in sorted(records, key=lambda each: str(each.values["date"])):
        person, at = str(record.values["person"]), places.get(plain(str(record.values.get("event", ""))))
        if at is not None and at <= came.get(person, 0):
            came[person] = max(came.get(person, 0), at + 1)
    return {stage: sum(1 for far in came.values() if far > at) for at, stage in enumerate(order)}


def tally(records: Records, metric: Metric, stages: Stages) -> Figure | None:
    """The share of those at the first stage who come to the last, the share that does not, or how many people there are."""
    counted = list(people(records, stages).values())
    match metric.type:
        case "funnel" | "conversion" | "repeat":
            return along(counted)
        case "drop-off" | "churn":
            return rest(counted[-1], counted[0]) if len(counted) > 1 else None
        case "reach" | "custom" | None:
            everybody = len({record.values["person"] for record in records})
            return Figure(Estimate(everybody, None, None, everybody, "count"))
    return None
