"""meeting: journeys side by side: the rows of their stages, and within a row those of their touchpoints."""

from collections.abc import Iterator, Sequence

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.meet.align import Given, Row, align, alone
from cjmgen.insight.meet.gist import names
from cjmgen.insight.meet.sketch import Sketch, stage_sketches, touchpoint_sketches
from cjmgen.model.comparison import Comparison


def given_rows(comparison: Comparison) -> Iterator[Given]:
    """The rows of a comparison file, whose subjects are its journeys in the order in which they stand there."""
    for row in comparison.align:
        told = row.model_extra or {}
        stages = (told.get(journey) for journey in comparison.journeys)
        yield Given(row.key, names(row.title), tuple(_ids(ids) for ids in stages))


def _ids(told: str | list[str] | None) -> tuple[str, ...] | None:
    return None if told is None else (told,) if isinstance(told, str) else tuple(told)


def meet(journeys: Sequence[JourneyCard], given: Sequence[Given] = ()) -> tuple[Row, ...]:
    """The rows in which the stages of journeys meet."""
    if len(journeys) == 1 and not given:
        return alone(len(journeys[0].stages))
    return align([stage_sketches(journey) for journey in journeys], given)


def touchpoints(journeys: Sequence[JourneyCard], row: Row) -> tuple[Row, ...]:
    """The rows in which touchpoints meet inside a row of stages; positions count through all stages of a journey in it."""
    if len(journeys) == 1:
        stages = [journeys[0].stages[at].id for at in row.members[0]]
        return alone(sum(stages.count(point.stage) for point in journeys[0].touchpoints))
    return align([tuple(_touchpoints(journey, members)) for journey, members in zip(journeys, row.members, strict=True)])


def _touchpoints(journey: JourneyCard, members: Sequence[int]) -> Iterator[Sketch]:
    for at in members:
        yield from touchpoint_sketches(journey, journey.stages[at].id)
