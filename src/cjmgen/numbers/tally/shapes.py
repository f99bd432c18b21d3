"""shapes: the way to count the records of each shape, and the people who reach each stage where that can be told."""

from collections.abc import Callable, Mapping

from cjmgen.model.metric import Metric
from cjmgen.numbers.measure.survey import Scale
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.tally import answers, deals, events, figures, steps, tickets
from cjmgen.numbers.tally.figure import Figure, Records, Stages, Tally

TALLIES: Mapping[Shape, Tally] = {
    "steps": steps.tally,
    "deals": deals.tally,
    "events": events.tally,
}

RATED: Mapping[Shape, Callable[[Records, Metric, Stages, Scale], Figure | None]] = {"answers": answers.tally, "tickets": tickets.tally}
"""Shapes whose records hold answers on a scale, which all of them settle together."""

PEOPLE: Mapping[Shape, Callable[[Records, Stages], Mapping[str, int]]] = {
    "steps": steps.people,
    "deals": deals.people,
    "events": events.people,
}
"""Shapes whose records stand in stages."""


def tally_of(shape: Shape, metric: Metric, every: Records) -> Tally:
    """The way to count some of the records of a metric's exports; `every` are all that there are."""
    if shape == "figures":
        return lambda records, metric, stages: figures.tally(records, metric, stages, every)
    if shape not in RATED:
        return TALLIES[shape]
    scale = answers.scale_of(every, metric)
    return lambda records, metric, stages: RATED[shape](records, metric, stages, scale)
