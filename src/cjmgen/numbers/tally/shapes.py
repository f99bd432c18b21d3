"""shapes: the way to count the records of each shape, and the people who reach each stage where that can be told."""

from collections.abc import Callable, Mapping

from cjmgen.numbers.profile import Shape
from cjmgen.numbers.tally import answers, deals, events, figures, steps, tickets
from cjmgen.numbers.tally.figure import Records, Stages, Tally

TALLIES: Mapping[Shape, Tally] = {
    "steps": steps.tally,
    "figures": figures.tally,
    "answers": answers.tally,
    "deals": deals.tally,
    "events": events.tally,
    "tickets": tickets.tally,
}

PEOPLE: Mapping[Shape, Callable[[Records, Stages], Mapping[str, int]]] = {
    "steps": steps.people,
    "deals": deals.people,
    "events": events.people,
}
"""Shapes whose records stand in stages."""
