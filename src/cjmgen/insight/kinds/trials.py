"""trials: experiments that ended and wait for a decision, and decisions that the figures speak against."""

from collections.abc import Iterator

from cjmgen.atlas.cards.card import OpportunityCard
from cjmgen.atlas.cards.experiment import AGAINST, ExperimentCard, phase, tried
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Severity, says
from cjmgen.numbers.experiment.trial import Trial, Verdict
from cjmgen.value import dataclass

CLEAR = (Verdict.BETTER, Verdict.WORSE)


@dataclass(frozen=True, slots=True)
class _Ended:
    """An experiment that ended and has figures, and what they say."""

    chance: OpportunityCard
    card: ExperimentCard
    trial: Trial


def undecided(ground: Ground) -> Insights:
    """Experiments that ended, and about which nothing is decided."""
    for each in _ended(ground):
        if each.card.decision is None:
            severity: Severity = 3 if each.trial.verdict is Verdict.BETTER else 2
            yield _told(ground, each, f"trial.undecided.{each.trial.verdict.value}", severity)


def against(ground: Ground) -> Insights:
    """What was shipped against its figures, and what was stopped although it does better."""
    for each in _ended(ground):
        if each.card.decision == "ship" and each.trial.verdict in AGAINST:
            yield _told(ground, each, f"trial.shipped.{each.trial.verdict.value}", 3)
        elif each.card.decision == "stop" and each.trial.verdict is Verdict.BETTER:
            yield _told(ground, each, "trial.stopped", 2)


def of_trials(ground: Ground) -> Insights:
    """All of these, from a journey's card."""
    yield from undecided(ground)
    yield from against(ground)


def _ended(ground: Ground) -> Iterator[_Ended]:
    for chance in ground.card.opportunities:
        for card in chance.experiments:
            found = tried(card, ground.atlas.metrics.get(card.metric) if card.metric else None)
            if found and found.n and phase(card, ground.atlas.today) == "ended":
                yield _Ended(chance, card, found)


def _told(ground: Ground, each: _Ended, key: str, severity: Severity) -> Insight:
    spot = ground.at(each.chance.stage, "opportunity", each.chance.id, each.chance.title)
    apart = _apart(ground, each)
    numbers = (("n", Number(each.trial.n, "count")), *([("apart", apart)] if apart else []))
    return Insight("experiment", says(key, title=each.card.title), (spot,), severity, numbers, tuple(_by(each, apart)))


def _apart(ground: Ground, each: _Ended) -> Number | None:
    """How far the variant that the verdict is about lies from the control, where that is more than noise."""
    told = next((found for found in each.trial.comparisons if found.verdict is each.trial.verdict), None)
    if each.trial.verdict not in CLEAR or told is None or told.uplift is None:
        return None
    if each.card.variants[0].conversions is not None:
        return Number.of(told.uplift.absolute, "points")
    metric = ground.atlas.metrics.get(each.card.metric or "")
    unit = metric.unit if metric and isinstance(metric.unit, str) else ""
    return Number.of(told.uplift.absolute, "number", unit)


def _by(each: _Ended, apart: Number | None) -> Iterator[Clue]:
    """The difference with its interval, told as more or less than the control, and so without signs."""
    if apart is None or apart.low is None or apart.high is None:
        return
    ends = sorted((abs(apart.low), abs(apart.high)))
    size, low, high = (Number(value, apart.unit, apart.code) for value in (abs(apart.value), *ends))
    key = f"trial.{'points' if apart.unit == 'points' else 'apart'}_{'more' if apart.value > 0 else 'less'}"
    yield Clue(says(key, by=size, low=low, high=high, n=Number.sample(each.trial.n)))
