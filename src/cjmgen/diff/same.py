"""same: a metric whose change is that of a step, or of the conversion, of a journey's funnel: the same people, counted once."""

from collections.abc import Iterable
from math import isclose

from cjmgen.diff.effect import Shift
from cjmgen.diff.passing import Passing
from cjmgen.diff.remeasured import Same
from cjmgen.numbers.change.step import Step
from cjmgen.numbers.estimate import Estimate


def same(test: Step | None, shifted: Iterable[Shift]) -> Same | None:
    """Where the change of a metric is told already, by the figures of both sides; None where it is told by the metric alone."""
    if test is None:
        return None
    for shift in shifted:
        journey = shift.id, shift.card.title
        for way in shift.told:
            if _is(way, test):
                return Same(journey, (way.start, way.end), way.goal)
        if shift.whole and shift.whole.moved and _is(shift.whole, test):
            return Same(journey)
    return None


def _is(way: Passing, test: Step) -> bool:
    """Whether a step counts the same people, or those who leave there."""
    found = way.test
    return found is not None and any(
        _alike(found.before, before) and _alike(found.after, after)
        for before, after in ((test.before, test.after), (test.before.rest(), test.after.rest()))
    )


def _alike(one: Estimate, other: Estimate) -> bool:
    return one.n == other.n > 0 and one.method == other.method and isclose(one.value, other.value, rel_tol=1e-12)
