"""answers: answers to a question on a scale, or requests to support that were rated."""

from collections import Counter

from cjmgen.model.metric import Metric
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.mean import sample
from cjmgen.numbers.measure.nps import groups
from cjmgen.numbers.measure.survey import FIVE, SEVEN, Scale, answered, best, ces, csat
from cjmgen.numbers.records import Record
from cjmgen.numbers.tally.figure import Figure, Records, Stages, of

TEN = Scale(1, 10)
LIKELY = Scale(0, 10)
"""The scale of a Net Promoter Score, which is the same everywhere."""


def impossible(record: Record, metric: Metric) -> str:
    """Why nobody can have given this answer; "" of one that can be, and where there is none or its question has no scale."""
    score = record.values.get("score")
    if metric.type not in ("nps", "csat", "ces") or not isinstance(score, float):
        return ""
    widest = LIKELY if metric.type == "nps" else TEN
    if not widest.lowest <= score <= widest.highest:
        return f"{score:g} is no answer from {widest.lowest} to {widest.highest}"
    return "" if score.is_integer() else f"{score:g} is no answer of a scale: these are whole"


def scale_of(records: Records, metric: Metric) -> Scale:
    """The scale that the answers of all periods, files and groups settle together: the narrowest usual one that has them all.

    Those of one month may lack the best answers, and would seem to be on a smaller scale.
    """
    if metric.type == "nps":
        return LIKELY
    highest = max(_scores(records), default=0)
    usual = (SEVEN, TEN) if metric.type == "ces" else (FIVE, SEVEN, TEN)
    return next((each for each in usual if highest <= each.highest), TEN)


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
            return Figure(Estimate(len(records), None, None, len(records), "count")) if records else None
    return None


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
