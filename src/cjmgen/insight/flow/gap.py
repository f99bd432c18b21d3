"""gap: the steps of a funnel that miss their goal, and what closing each would bring in people and in money."""

from collections.abc import Sequence

from cjmgen.atlas.cards.card import JourneyCard, StageCard
from cjmgen.insight.flow.funnel import Passage, passages
from cjmgen.numbers.change.target import Standing, standing
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.share import Count, share
from cjmgen.numbers.worth import Worth, worth
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A counted step of a journey's funnel, with the share that goes on."""

    start: StageCard
    end: StageCard
    entered: int
    share: Estimate
    goal: float | None

    @property
    def standing(self) -> Standing | None:
        """How its share stands to its goal; None without one."""
        return None if self.goal is None else standing(self.share, self.goal, False, False)


@dataclass(frozen=True, slots=True)
class Gap:
    """A step that misses its goal. `until` is the stage to which people are carried: the outcome, else where the step ends."""

    step: Step
    goal: float
    worth: Worth
    until: StageCard
    currency: str
    period: str

    @property
    def is_sure(self) -> bool:
        """Whether all of the share's interval misses the goal: else the miss may be noise."""
        return self.step.standing is not Standing.CLOSE


def stands(came: int | None, entered: int | None, goal: float | None) -> Standing | None:
    """How the share that goes on stands to its goal, its interval heeded; None without either. Of more than came nobody can tell."""
    if came is None or not entered or goal is None:
        return None
    part = share(Count(came, entered)) if came <= entered else None
    return standing(part, goal, False, False) if part else Standing.CLOSE


def misses(came: int | None, entered: int | None, goal: float | None) -> bool:
    """Whether surely fewer go on than a goal asks for: else the miss may be noise."""
    return stands(came, entered, goal) is Standing.SHORT


def steps(card: JourneyCard) -> tuple[Step, ...]:
    """The counted steps; one that grows is no share, and is left out."""
    found = (_step(card, way) for way in _ways(card))
    return tuple(step for step in found if step)


def chain(card: JourneyCard) -> tuple[Step, ...]:
    """The steps from the first counted stage to the last; none where one grows or nobody comes to it, so that no shares lead through."""
    found, counted = steps(card), sum(stage.people is not None for stage in card.stages)
    return found if len(found) == counted - 1 else ()


def _ways(card: JourneyCard) -> tuple[Passage, ...]:
    return passages([stage.people for stage in card.stages], [stage.goal for stage in card.stages])


def _step(card: JourneyCard, way: Passage) -> Step | None:
    start, end = card.stages[way.start], card.stages[way.end]
    entered, came = start.people or 0, end.people or 0
    part = share(Count(came, entered)) if came <= entered else None
    return Step(start, end, entered, part, way.goal) if part else None


def gaps(card: JourneyCard, currency: str = "") -> tuple[Gap, ...]:
    """The steps that miss their goal, in the order of the journey. `currency` is that of amounts that name none."""
    found = (_gap(card, step, currency) for step in steps(card))
    return tuple(gap for gap in found if gap)


def gap_at(card: JourneyCard, stage: str, currency: str = "") -> Gap | None:
    """The gap of the step that begins at a stage, if it has one; the others are not reckoned."""
    for way in _ways(card):
        if card.stages[way.start].id == stage:
            step = _step(card, way)
            return _gap(card, step, currency) if step else None
    return None


def _gap(card: JourneyCard, step: Step, currency: str) -> Gap | None:
    if step.goal is None or not 0 <= step.goal <= 1 or step.share.value >= step.goal:
        return None
    ids = [stage.id for stage in card.stages]
    end = ids.index(step.end.id)
    aim = ids.index(card.outcome) if card.outcome in ids else -1
    onward = _onward(card, end, aim) if end <= aim else None
    value = card.value if onward is not None else None
    brought = worth(step.entered, step.share, step.goal, onward or (), value.amount if value else None)
    until = card.stages[aim] if onward is not None else step.end
    return Gap(step, step.goal, brought, until, (value.currency if value else "") or currency, value.period if value else "")


def _onward(card: JourneyCard, start: int, aim: int) -> Sequence[float] | None:
    """The shares from one stage to the outcome; None where they can't be known."""
    if card.stages[aim].people is None:
        return None
    shares = [way.share for way in _ways(card) if way.start >= start and way.end <= aim]
    return shares if all(part <= 1 for part in shares) else None
