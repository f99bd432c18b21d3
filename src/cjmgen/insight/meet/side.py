"""side: one subject of a comparison, stage by stage, in the figures that comparisons look at."""

from collections.abc import Iterable, Sequence

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards import score
from cjmgen.atlas.cards.backed import coverage_of
from cjmgen.atlas.cards.card import Coverage, Text
from cjmgen.atlas.cards.gather import severity_level
from cjmgen.insight.meet.contest import Contender
from cjmgen.model.claim import Claim, Quote
from cjmgen.model.feeling import Emotion
from cjmgen.model.journey import Journey, Stage
from cjmgen.model.metric import StageMetric
from cjmgen.model.opportunity import Opportunity
from cjmgen.model.touchpoint import Touchpoint
from cjmgen.value import dataclass

SEVERE = 3
"""From here on a pain is severe: high and critical."""


@dataclass(frozen=True, slots=True)
class Ache:
    """A pain, with the stage it stands in; `severity` is 1 … 4, 0 without one."""

    stage: str
    id: str
    title: Text
    severity: int


@dataclass(frozen=True, slots=True)
class Touch:
    """A touchpoint with the stage it stands in."""

    stage: str
    id: str
    title: Text
    channel: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Chance:
    """An opportunity that was not dropped, with the stage it stands in."""

    stage: str
    id: str
    title: Text
    status: str


@dataclass(frozen=True, slots=True)
class Stance:
    """A stage as one subject has it. `people` reach it; `onward` is the share that comes to the next counted stage, 0 … 1."""

    id: str
    title: Text
    phase: str | None
    score: float | None
    people: int | None
    onward: float | None
    pains: tuple[Ache, ...]
    chances: tuple[Chance, ...]
    touches: tuple[Touch, ...]
    coverage: Coverage
    duration: Text | None
    wait: Text | None
    metrics: tuple[StageMetric, ...]

    @property
    def severe(self) -> tuple[Ache, ...]:
        """High and critical pains, worst first."""
        return tuple(sorted((pain for pain in self.pains if pain.severity >= SEVERE), key=lambda pain: -pain.severity))

    @property
    def silent(self) -> bool:
        """Whether nothing is told of it that comparisons look at."""
        return self.score is None and not (self.pains or self.chances or self.touches or self.coverage.total)

    @property
    def channels(self) -> tuple[str, ...]:
        """The channels of its touchpoints, each once."""
        return tuple(dict.fromkeys(touch.channel for touch in self.touches if touch.channel))


@dataclass(frozen=True, slots=True)
class Side:
    """A subject with its stages and its mean. What nobody noted at all is told apart from none: `has` names what there is."""

    contender: Contender
    state: str
    score: float | None
    coverage: Coverage
    stages: tuple[Stance, ...]
    has: frozenset[str]


def side(atlas: Atlas, contender: Contender) -> Side:
    """Read a subject: a whole journey, or what of it is about some people."""
    journey, card = atlas.journey(contender.journey), atlas.journeys[contender.journey]
    people = score.entries(journey, atlas.metrics)
    stages = tuple(_stance(atlas, journey, at, people, contender.who) for at in range(len(journey.stages)))
    has = frozenset(name for name in ("pains", "chances") if any(getattr(stage, name) for stage in stages))
    felt = _mean(stage.score for stage in stages)
    return Side(contender, card.state, felt, sum((stage.coverage for stage in stages), Coverage()), stages, has)


def _stance(atlas: Atlas, journey: Journey, at: int, people: Sequence[int | None], who: tuple[str, ...]) -> Stance:
    stage = journey.stages[at]
    touches = tuple(each for each in stage.touchpoints if _touches(each, journey, who))
    every: tuple[Claim | Quote, ...] = (*stage.pains, *stage.gains, *stage.quotes)
    claims = [each for each in every if _about(each.who, journey, who)]
    return Stance(
        stage.key,
        stage.title,
        score.phase_of(stage, atlas.phases),
        _felt(stage, touches, journey, who),
        people[at],
        onward(people, at, at),
        tuple(
            Ache(stage.key, each.key, each.title, severity_level(each.severity)) for each in stage.pains if _about(each.who, journey, who)
        ),
        tuple(_chance(stage, each) for each in stage.opportunities if each.status != "dropped" and _about(each.who, journey, who)),
        tuple(
            Touch(stage.key, each.key, each.title, each.channel or "", _emotion(each.emotion, each.who, journey, who)) for each in touches
        ),
        coverage_of(claims, atlas.evidence, atlas.today),
        stage.duration,
        stage.wait,
        stage.metrics,
    )


def onward(people: Sequence[int | None], first: int, last: int) -> float | None:
    """The share of those who reach a stage that comes to the next counted one after `last`."""
    start, after = people[first], next((count for count in people[last + 1 :] if count is not None), None)
    return after / start if start and after is not None else None


def _chance(stage: Stage, written: Opportunity) -> Chance:
    return Chance(stage.key, written.key, written.title, written.status)


def _about(named: tuple[str, ...], journey: Journey, who: tuple[str, ...]) -> bool:
    """Whether an item is about any of some people; without a name it is about the journey's personas."""
    return not who or bool(set(named or journey.personas) & set(who))


def _touches(touchpoint: Touchpoint, journey: Journey, who: tuple[str, ...]) -> bool:
    own = touchpoint.emotion.by if touchpoint.emotion else {}
    return _about(touchpoint.who, journey, who) or any(each in own for each in who)


def _felt(stage: Stage, touches: Iterable[Touchpoint], journey: Journey, who: tuple[str, ...]) -> float | None:
    """The mean of the touchpoints that are felt, else what the stage says itself."""
    found = _mean(_emotion(each.emotion, each.who, journey, who) for each in touches)
    return found if found is not None else _emotion(stage.emotion, stage.who, journey, who)


def _emotion(emotion: Emotion | None, named: tuple[str, ...], journey: Journey, who: tuple[str, ...]) -> float | None:
    """What some people feel, each counting once; a value for everybody is theirs where it is about them."""
    if emotion is None or not who:
        return emotion.mean if emotion else None
    common = emotion.overall.mean if emotion.overall else None
    about = named or journey.personas
    return _mean(emotion.by[each].mean if each in emotion.by else common if each in about else None for each in who)


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def merged(stances: Sequence[Stance], people: Sequence[int | None], places: Sequence[int]) -> Stance | None:
    """Several stages of one subject that stand in one column, as one; None for no stage."""
    if len(stances) < 2:
        return stances[0] if stances else None
    first = stances[0]
    return Stance(
        first.id,
        first.title,
        first.phase,
        _mean(each.score for each in stances),
        first.people,
        onward(people, places[0], places[-1]),
        tuple(pain for each in stances for pain in each.pains),
        tuple(chance for each in stances for chance in each.chances),
        tuple(touch for each in stances for touch in each.touches),
        sum((each.coverage for each in stances), Coverage()),
        None,
        None,
        tuple(metric for each in stances for metric in each.metrics),
    )


def sides(atlas: Atlas, contenders: Sequence[Contender]) -> tuple[Side, ...]:
    """All subjects of a comparison."""
    return tuple(side(atlas, contender) for contender in contenders)
