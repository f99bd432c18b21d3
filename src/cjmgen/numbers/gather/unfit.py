"""unfit: why exports give no figure of a metric's type, or not the one that was meant."""

from collections.abc import Collection, Iterator, Sequence

from cjmgen.model.metric import Metric
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.tally.method import misnamed
from cjmgen.numbers.tally.shapes import PEOPLE

_ROWS: dict[Shape, str] = {
    "steps": "steps of a funnel", "figures": "figures of days or groups", "answers": "answers to a survey", "deals": "deals",
    "events": "events", "tickets": "requests to support",
}  # fmt: skip


def mixed(shapes: Collection[Shape]) -> Iterator[Misnamed]:
    """Exports of several shapes are no one metric."""
    if len(shapes) > 1:
        message = f"these exports hold {' and '.join(sorted(_ROWS[shape] for shape in shapes))}"
        yield Misnamed(("source", "file"), "export-unfit", message, "name the `profile` of those that are meant")


def hollow(opened: Sequence[tuple[str, Reading, Fault | None]]) -> Iterator[Misread]:
    """Exports without a row, which is no mistake where others have some; and such of which no row can be read."""
    some = any(reading.records for _, reading, _ in opened)
    for name, reading, fault in opened:
        if fault:
            yield Misread(name, "export-gap" if some else "export-unreadable", fault)
        elif not some:
            message = "no row of this export can be read"
            yield Misread(name, "export-unreadable", Fault(reading.provenance.header, 1, message, "see what is wrong with its rows"))


def told(metric: Metric, shape: Shape, single: bool, counted: bool, unended: bool) -> Iterator[Misnamed]:
    """What doesn't fit. `single`: scores may be those of single people; `counted`: there is a figure; `unended`: deals are open."""
    if wrong := misnamed(metric, shape):
        yield wrong
    if single:
        yield _single(metric)
    elif not counted:
        mapped = metric.type != "funnel" or (metric.source and metric.source.stages)
        yield _unended(shape) if unended and mapped else _nothing(metric, shape)


def _nothing(metric: Metric, shape: Shape) -> Misnamed:
    message = f"nothing of the type '{metric.type or 'custom'}' can be counted in {_ROWS[shape]}"
    named = "name its `value` column, or see what an export gives in docs/exports.md"
    hint = "map their steps below `stages`" if shape in PEOPLE else named
    return Misnamed(("source",), "export-unfit", message, hint)


def _unended(shape: Shape) -> Misnamed:
    if shape == "tickets":
        message = "too many of these requests are open to tell how long they take"
        return Misnamed(("source", "file"), "export-unfinished", message, "export older ones, too")
    return Misnamed(("source",), "export-unfit", "none of these deals has ended, so there is no share yet", "export those that ended, too")


def _single(metric: Metric) -> Misnamed:
    message = f"several rows of one period have a score, and the mean of these is no {(metric.type or '').upper()}"
    hint = "name a `profile` of answers, such as `typeform`, `google-forms` or `surveymonkey`, or a column of `people`"
    return Misnamed(("source",), "export-unfit", message, hint)
