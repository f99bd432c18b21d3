"""ready: several ready-made scores of one period, such as an NPS a week, of which nobody says how many answers each has."""

from collections.abc import Iterator, Mapping, Sequence

from cjmgen.model.metric import Metric
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather.complaint import MOST, Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.tally import figures
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Scores:
    """The periods that have several scores, and whether these may be the answers of single people."""

    periods: Mapping[str, Sequence[Dated]]
    single: bool


def scores(metric: Metric, shape: Shape, periods: Mapping[str, Sequence[Dated]]) -> Scores:
    """The periods that have several, of a metric whose scores have no mean."""
    if shape != "figures":
        return Scores({}, single=False)
    found = {period: dated for period, dated in periods.items() if figures.several([each.record for each in dated], metric)}
    return Scores(found, bool(found) and figures.single([each.record for dated in periods.values() for each in dated]))


def told(of: Scores, readings: Sequence[tuple[str, Reading]]) -> Iterator[Misread]:
    """Which score stands for a period: the last, at its cell. Of answers of single people that is told elsewhere, as they give none."""
    hint = "name the column that says of how many answers each is as `people`, and all of them count"
    for period, dated in list(of.periods.items())[-MOST:] if not of.single else ():
        scored = (each for each in dated if "score" in each.record.values)
        *_, last = sorted(scored, key=lambda each: str(each.record.values.get("date", "")))
        file, reading = readings[last.file]
        column = next((each.column for each in reading.provenance.used if each.role == "score"), 1)
        message = f"{period or 'this export'} has several scores, whose mean is none; it is assumed that the last stands for them"
        yield Misread(file, "export-assumed", Fault(last.record.line, column, message, hint))
