"""answers: answers to a question on a scale, or requests to support that were rated."""

from collections import Counter

from cjmgen.model.metric import Metric
from cjmgen.model.quantity import ends_of
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.mean import sample
from cjmgen.numbers.measure.nps import groups
from cjmgen.numbers.measure.survey import FIVE, SEVEN, Scale, answered, best, ces, csat
from cjmgen.numbers.reason import Reason
from cjmgen.numbers.records import Record
from cjmgen.numbers.tally.figure import Figure, Records, Stages, of

TEN = Scale(1, 10)
LIKELY = Scale(0, 10)
"""The scale of a Net Promoter Score, which is the same everywhere."""
_POINTS = 100
"""The points of a score that everybody agrees on."""


def named(metric: Metric) -> Scale | None:
    """The scale that a metric's source names."""
    scale = metric.source.scale if metric.source else None
    return Scale(*ends_of(scale)) if scale else None


def impossible(record: Record, metric: Metric) -> Reason | None:
    """Why nobody can have given this answer; None of one that can be, and where there is none or its question has no scale."""
    score, scaled = record.values.get("score"), metric.type in ("nps", "csat", "ces")
    scale = named(metric) or (LIKELY if metric.type == "nps" else TEN if scaled else None)
    if not scale or not isinstance(score, float):
        return None
    if not scale.lowest <= score <= scale.highest:
        return Reason("off_scale", value=score, low=scale.lowest, high=scale.highest)
    return None if score.is_integer() or not scaled else Reason("broken_grade", value=score)


def misgiven(record: Record, metric: Metric) -> Reason | None:
    """Why this score, which came ready made, is none of its kind; None of one that is."""
    score = record.values.get("score")
    if not isinstance(score, float):
        return None
    if metric.type == "nps":
        return None if -_POINTS <= score <= _POINTS else Reason("no_nps", value=score)
    return Reason("bad_score", value=score) if metric.type in ("csat", "ces") and score < 0 else None


def scale_of(records: Records, metric: Metric) -> Scale:
    """The scale that the source names, else the narrowest usual one that has the answers of all periods, files and groups.

    Those of one month may lack the best answers, and would seem to be on a smaller scale.
    """
    if metric.type == "nps":
        return LIKELY
    highest = max(_scores(records), default=0)
    return named(metric) or next((each for each in usual(metric) if highest <= each.highest), TEN)


def usual(metric: Metric) -> tuple[Scale, ...]:
    """The scales that are usual for a metric's question, the narrowest first."""
    return (SEVEN, TEN) if metric.type == "ces" else (FIVE, SEVEN, TEN)


def above(records: Records, highest: int) -> tuple[int, int]:
    """How many answers are above one, and how many there are."""
    scores = _scores(records)
    return sum(score > highest for score in scores), len(scores)


def given(records: Records, metric: Metric) -> tuple[tuple[int, int], ...]:
    """How many gave each answer to a question on a scale, the lowest first; none of other questions."""
    if metric.type not in ("nps", "csat", "ces"):
        return ()
    return tuple(sorted(Counter(int(score) for score in _scores(records)).items()))


def tally(records: Records, metric: Metric, stages: Stages, scale: Scale) -> Figure | None:
    """Net Promoter Score, satisfaction, ease, the mean of what was answered, or how many answered."""
    scores = _scores(records)
    match metric.type:
        case "nps":
            return of(groups(int(score) for score in scores)) if scores else None
        case "csat":
            return _satisfied(Counter(int(score) for score in scores), metric.method, scale)
        case "ces":
            return _eased(Counter(int(score) for score in scores), metric.method, scale)
        case "custom" | None:
            return of(sample(scores))
        case "reach":
            return counted(len(scores) if is_named(metric) else len(records))
    return None


def is_named(metric: Metric) -> bool:
    """Whether the source names the column of answers: then nothing is counted but these."""
    return metric.source is not None and metric.source.value is not None


def counted(n: int) -> Figure | None:
    """A number of rows; none is no figure."""
    return Figure(Estimate(n, None, None, n, "count")) if n else None


def _scores(records: Records) -> list[float]:
    return [value for record in records if isinstance(value := record.values.get("score"), float)]


def _satisfied(answers: Counter[int], method: str | None, scale: Scale) -> Figure | None:
    if method == "top2box":
        found = csat(answers, "top2box", scale)
        return Figure(found, best(answers, scale.highest - 1), "share") if found else None
    found = csat(answers, "mean", scale)
    return Figure(found, answered(answers, scale)) if found else None


def _eased(answers: Counter[int], method: str | None, scale: Scale) -> Figure | None:
    if method == "top3box":
        found = ces(answers, "top3box", scale)
        return Figure(found, best(answers, scale.highest - 2), "share") if found else None
    found = ces(answers, "mean", scale)
    return Figure(found, answered(answers, scale)) if found else None
