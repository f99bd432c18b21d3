"""peaks: what customers will remember: the strongest moment, and how it ends.

Source: D. Kahneman, B. L. Fredrickson, C. A. Schreiber and D. A. Redelmeier (1993), *When More Pain Is Preferred to Less*.
"""

from cjmgen.atlas.cards.card import TouchpointCard
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, says
from cjmgen.model.amount import half_up

FEWEST = 3
"""Of fewer moments nobody can say which is the strongest."""

WARM = 0.6


def peak_and_end(ground: Ground) -> Insights:
    """The moment farthest from neutral and the last one; told where either is bad, or both are good. Stages that not everyone comes to
    are no end."""
    optional = {stage.key for stage in ground.journey.stages if stage.optional}
    felt = [(point, point.score) for point in ground.card.touchpoints if point.score is not None and point.stage not in optional]
    if len(felt) < FEWEST:
        return
    peak, last = max(felt, key=_strength), felt[-1]
    peak_score, end_score = half_up(peak[1], 1), half_up(last[1], 1)
    key = "low_peak" if peak_score < 0 else "low_end" if end_score < 0 else "good" if min(peak_score, end_score) >= WARM else ""
    if not key:
        return
    highest, end = Number(peak[1], "score"), Number(last[1], "score")
    mean = Number(sum(score for _, score in felt) / len(felt), "score")
    if peak[0] is last[0]:
        said = says("peak.good_both" if key == "good" else "peak.low_both", peak=peak[0].title, high=highest, mean=mean)
    else:
        said = says(f"peak.{key}", peak=peak[0].title, high=highest, last=last[0].title, end=end, mean=mean)
    points = (peak[0],) if peak[0] is last[0] else (peak[0], last[0])
    spots = tuple(ground.at(point.stage, "touchpoint", point.id, point.title) for point in points)
    numbers = (("peak", highest), ("end", end), ("mean", mean))
    why = (Clue(says("peak.everybody")),) if optional else ()
    yield Insight("peak", said, spots, 1 if key == "good" else 3, numbers, why, good=key == "good")


def _strength(felt: tuple[TouchpointCard, float]) -> float:
    return abs(half_up(felt[1], 1))
