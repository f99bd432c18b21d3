"""headline: the few things that a reader of changes should know first: severe pains that are new, stages and shares that moved."""

from collections.abc import Iterator, Mapping
from typing import Literal

from cjmgen.atlas.cards.card import JourneyCard, Text
from cjmgen.diff.change import Added, Place, Step
from cjmgen.diff.changes import Changes
from cjmgen.diff.effect import Shift
from cjmgen.diff.passing import Passing
from cjmgen.insight.meet.spine import drift, points
from cjmgen.insight.ranking import CLOSED
from cjmgen.value import dataclass

MOST = 3
"""Headlines that lead."""


@dataclass(frozen=True, slots=True)
class Headline:
    """One of them. `news` is how good they are, below 0 for bad ones; `old` and `new` are scores or shares, none for a pain."""

    kind: Literal["pain", "stage", "conversion", "step"]
    news: float
    journey: Place
    part: Place | None = None
    """The stage or the pain; of a step the stage it leads to."""
    start: Place | None = None
    """Of a step, the stage it leads from."""
    old: float | None = None
    new: float | None = None
    by: float = 0.0
    goal: float | None = None
    """The goal that is told where the share is."""
    severity: str = ""
    eased: bool = False
    """Whether somebody has an opportunity for the pain."""


def headlines(changes: Changes) -> tuple[Headline, ...]:
    """What leads, the worst first."""
    found = [*_pains(changes), *_stages(changes), *_shares(changes)]
    return tuple(sorted(found, key=lambda each: each.news)[:MOST])


def _stages(changes: Changes) -> Iterator[Headline]:
    for shift in _own(changes):
        for stage in shift.stages:
            old, new = (each.score if each else None for each in (stage.old, stage.new))
            by = drift(old, new)
            if by and abs(by) >= 0.2:
                yield Headline("stage", by, _journey(shift), _place(shift, "stages", stage.id, stage.title), None, old, new, by)


def _shares(changes: Changes) -> Iterator[Headline]:
    """Of each journey the step that moved farthest, and its conversion where no step did: each by more than noise."""
    for shift in _own(changes):
        sure = [step for step in shift.steps if step.meaning != "neutral"]
        if sure:
            step = max(sure, key=lambda step: abs(step.share[1] - step.share[0]))
            start, end = (_place(shift, "stages", *stage) for stage in (step.start, step.end))
            yield from _moved(shift, step, "step", end, start)
        elif shift.whole and shift.whole.meaning != "neutral":
            yield from _moved(shift, shift.whole, "conversion")


def _moved(
    shift: Shift, way: Passing, kind: Literal["step", "conversion"], part: Place | None = None, start: Place | None = None
) -> Iterator[Headline]:
    by = points(*way.share, goal=way.goal)
    if by and abs(by) >= 1:
        yield Headline(kind, by / 10, _journey(shift), part, start, *way.share, by, way.goal)


def _own(changes: Changes) -> Iterator[Shift]:
    """The journeys of our own customers."""
    return (shift for shift in changes.shifts if shift.card.state != "competitor")


def _pains(changes: Changes) -> Iterator[Headline]:
    """Severe pains that are new, the more so where nobody has thought of what to do."""
    cards: Mapping[str, JourneyCard] = {shift.id: shift.card for shift in changes.shifts}
    for told in changes.told:
        change, place = told.change, told.place
        if not isinstance(change, Added) or not place.steps or place.steps[-1].lane != "pains" or told.meaning != "worse":
            continue
        severity, card = change.node.fields.get("severity"), cards.get(place.id)
        if severity in ("high", "critical") and card:
            eased = _eased(card, place.steps[0].key, place.steps[-1].key)
            whole = Place(place.kind, place.id, place.title)
            yield Headline("pain", -1.0 if eased else -3.0, whole, place, severity=severity, eased=eased)


def _eased(card: JourneyCard, stage: str, pain: str) -> bool:
    return any((stage, pain) in chance.pains for chance in card.opportunities if chance.status not in CLOSED)


def _journey(shift: Shift) -> Place:
    return Place("journey", shift.id, shift.card.title)


def _place(shift: Shift, lane: str, key: str, title: Text) -> Place:
    return Place("journey", shift.id, shift.card.title, (Step(lane, key, title),))
