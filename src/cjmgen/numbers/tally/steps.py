"""steps: a funnel that somebody else drew: each row a step with its people."""

from collections.abc import Mapping

from cjmgen.model.metric import Metric
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.fit import plain
from cjmgen.numbers.tally.figure import Figure, Records, Stages, along, rest


def people(records: Records, stages: Stages) -> Mapping[str, int]:
    """The people who reach each stage. Of several steps of one stage the one with most people counts: all who are in it pass that one."""
    steps: dict[str, int] = {}
    for record in records:
        count = record.values.get("people")
        if isinstance(count, float):
            name = plain(str(record.values["step"]))
            steps[name] = steps.get(name, 0) + int(count)
    counts = {stage: [steps[name] for name in names if name in steps] for stage, names in stages.items()}
    return {stage: max(found) for stage, found in counts.items() if found}


def tally(records: Records, metric: Metric, stages: Stages) -> Figure | None:
    """The share that comes from the first stage to the last, the share that does not, or the people at the one stage that is named."""
    counted = list(people(records, stages).values())
    match metric.type:
        case "funnel" | "conversion" | "repeat":
            return along(counted)
        case "drop-off" | "churn":
            return rest(counted[-1], counted[0]) if len(counted) > 1 else None
        case "reach" | "clicks" | "custom" | None:
            return Figure(Estimate(counted[-1], None, None, counted[-1], "count")) if counted else None
    return None
