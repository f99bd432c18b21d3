"""metrics: figures that miss their goal, go the wrong way, or contradict what the map says of their stage."""

from collections.abc import Iterator

from cjmgen.atlas.cards.card import StageCard
from cjmgen.insight.flow.gauge import Gauge, gauge
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Severity, counts, says
from cjmgen.insight.kinds.censored import lacking
from cjmgen.insight.kinds.goals import held, missed, older, one
from cjmgen.insight.kinds.readings import aged, gauges, last, lasting, latest, measured, spot_of, trend, way
from cjmgen.model.metric import StageMetric
from cjmgen.numbers.aim import Aim
from cjmgen.numbers.change.groups import farthest
from cjmgen.numbers.change.target import Standing
from cjmgen.numbers.estimate import Noise

FAR = 0.15
"""From this part of its goal on a figure is far from it."""

APART = 1.0
"""A point of the scale of emotions: as far as the team's score may lie from the survey's before it is worth a sentence."""

SCALE = 3.0
"""The middle of answers from 1 to 5, which is the 0 of the scale of emotions; one answer more is one point more."""


DELIGHT = 0.6
"""From here on a stage delights, as in the heat map."""

MIDDLE = {("csat", "number"): SCALE, ("csat", "share"): 0.5, ("nps", "number"): 0.0}
"""The middle of the scale: of a mean of 1 … 5, of a share of the satisfied, of promoters less detractors."""


def short_of_goal(ground: Ground) -> Insights:
    """Metrics that miss their goal, and whether they go the wrong way."""
    for stage, found in gauges(ground):
        if found.aim is None or not found.aim.is_behind:
            continue
        worse, far = way(found) == "worse", abs(found.aim.figure.value - found.aim.goal) >= FAR * abs(found.aim.goal)
        severity: Severity = 3 if far and worse else 2 if far or worse else 1
        day = (*older(found), *aged(ground, found), *measured(found))
        why = (*day, *trend(found), *last(ground, found), *_segments(ground, found), *lacking(found.measured))
        yield Insight("metric", missed(found, found.aim), (spot_of(ground, stage, found),), severity, held(found, found.aim), why)


def wrong_way(ground: Ground) -> Insights:
    """Metrics without a goal, or that still reach it, and go the wrong way by more than noise."""
    for stage, found in gauges(ground):
        if not found.is_short and way(found) == "worse":
            value = found.number(found.value)
            said = says("metric.worse", title=found.title, first=found.number(found.series[0]), value=value)
            why = (*aged(ground, found), *trend(found), *lacking(found.measured))
            yield Insight("metric", said, (spot_of(ground, stage, found),), 2, (("value", value),), why)


def fell(ground: Ground) -> Insights:
    """Metrics that neither miss their goal nor go the wrong way over all periods, and got worse in the last one by more than noise."""
    for stage, found in gauges(ground):
        step = lasting(ground).get(found.id)
        if step is None or found.is_short or way(found) == "worse" or (step.apart.value > 0) != found.lower:
            continue
        before, value = found.number(step.before), found.number(found.value)
        periods = dict(zip(("before", "after"), latest(found), strict=True))
        said = says("metric.fell", title=found.title, first=before, value=value, **periods)
        why = (*aged(ground, found), *measured(found), *trend(found), *lacking(found.measured))
        yield Insight("metric", said, (spot_of(ground, stage, found),), 2, (("value", value), ("before", before)), why)


def met(ground: Ground) -> Insights:
    """Metrics that surely reach their goal, in one sentence; those of which nobody can be sure are told below it and not counted."""
    every = [(stage, found, found.aim) for stage, found in gauges(ground) if found.aim]
    good = [each for each in every if each[2].standing is Standing.MET]
    close = [each for each in every if each[2].standing is Standing.CLOSE or (each[2].standing is Standing.OPEN and each[2].reached)]
    if not good and not close:
        return
    count, of, near = (Number(len(each), "count") for each in (good, every, close))
    said = counts("metric.met", count, of) if good else counts("metric.close", near, of)
    spots = tuple(spot_of(ground, *each[:2]) for each in good or close)
    why = tuple(clue for stage, found, aim in good + close for clue in _told(ground, stage, found, aim))
    yield Insight("metric", said, spots, 1, (("met", count), ("close", near), ("metrics", of)), why, good=bool(good))


def _told(ground: Ground, stage: StageCard, found: Gauge, aim: Aim) -> Iterator[Clue]:
    """A metric that reaches its goal, or may: as a reason, with what its figure lacks."""
    yield Clue(one(found, aim), spot_of(ground, stage, found))
    yield from (*older(found), *aged(ground, found), *lacking(found.measured))


def team_against_survey(ground: Ground) -> Insights:
    """A stage's score lies far from what customers answered there, both on one scale: answers from 1 to 5 less three."""
    for stage, found in gauges(ground):
        if found.type != "csat" or found.unit != "number" or not 1 <= found.value.value <= 5 or stage.score is None:
            continue
        survey, score = found.value.value - SCALE, Number(stage.score, "score")
        if abs(survey - stage.score) >= APART:
            felt, answered = Number(survey, "score"), found.number(found.value)
            key = "contradiction.survey_better" if survey > stage.score else "contradiction.survey_worse"
            said = says(key, stage=stage.title, score=score, title=found.title, value=answered, felt=felt)
            spots = (spot_of(ground, stage, found), ground.at(stage.id))
            yield Insight("contradiction", said, spots, 3, (("score", score), ("value", answered), ("felt", felt)))


def csat_low_and_delight(ground: Ground) -> Insights:
    """A stage delights by the map, and the satisfaction measured there misses its goal and falls."""
    for stage, found in gauges(ground):
        if found.type in ("csat", "nps", "ces") and found.is_short and way(found) == "worse" and (stage.score or 0.0) >= DELIGHT:
            score, value = Number(stage.score or 0.0, "score"), found.number(found.value)
            said = says("contradiction.falls", stage=stage.title, score=score, title=found.title, value=value)
            yield Insight("contradiction", said, (spot_of(ground, stage, found),), 3, (("score", score), ("value", value)))


def low_and_delight(ground: Ground) -> Insights:
    """A stage delights by the map, and customers answer below the middle of the scale there, as far as the interval tells."""
    for stage, found in gauges(ground):
        middle = MIDDLE.get((found.type, found.unit))
        felt = stage.score or 0.0
        if middle is None or felt < DELIGHT or (found.value.value if found.value.high is None else found.value.high) >= middle:
            continue
        if found.type == "csat" and found.unit == "number" and felt - (found.value.value - SCALE) >= APART:
            continue  # that they lie apart is told with both figures on one scale
        score, value = Number(felt, "score"), found.number(found.value)
        said = says("contradiction.low", stage=stage.title, score=score, title=found.title, value=value)
        yield Insight("contradiction", said, (spot_of(ground, stage, found),), 3, (("score", score), ("value", value)))


def moments_unmeasured(ground: Ground) -> Insights:
    """Moments of truth in stages without any figure."""
    for stage in ground.journey.stages:
        points = [point for point in stage.touchpoints if point.moment == "truth"]
        if points and not stage.metrics:
            point = points[0]
            spot = ground.at(stage.key, "touchpoint", point.key, point.title)
            yield Insight("contradiction", says("contradiction.moment", title=point.title), (spot,), 2)


def done_and_unmoved(ground: Ground) -> Insights:
    """Opportunities that are done, and whose metric did not go where it should."""
    for chance in ground.card.opportunities:
        hoped = chance.expects[0] if chance.expects else ""
        if chance.status != "done" or hoped not in ground.atlas.metrics or hoped != (ground.metric or hoped):
            continue
        found = gauge(ground.atlas, StageMetric.model_construct(metric=hoped))
        if found and way(found) in ("level", "worse"):
            spot = ground.at(chance.stage, "opportunity", chance.id, chance.title)
            key = "contradiction.backfired" if way(found) == "worse" else "contradiction.unmoved"
            said = says(key, title=chance.title, metric=found.title)
            yield Insight("contradiction", said, (spot,), 3, (("value", found.number(found.value)),), tuple(trend(found)))


def _segments(ground: Ground, found: Gauge) -> Iterator[Clue]:
    """The worst and the best segment, where they differ by more than noise among all that were compared."""
    apart_from = found.measured.segments if found.measured and not found.measured.crowded else ()
    known = [(each.name, each.estimate, each.counted) for each in apart_from if each.estimate]
    apart = farthest([(estimate, counted) for _, estimate, counted in known])
    if apart and apart[2].noise is Noise.BEYOND:
        worst, best = (known[at] for at in (apart[:2][::-1] if found.lower else apart[:2]))
        figures = {"low": found.number(worst[1]), "high": found.number(best[1])}
        yield Clue(says("metric.segments", worst=ground.verbatim(worst[0]), best=ground.verbatim(best[0]), **figures))
