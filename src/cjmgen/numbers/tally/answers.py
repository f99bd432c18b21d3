"""answers: answers to a question on a scale, or requests to support that were rated."""

from collections import Counter

from cjmgen.model.metric import Metric
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.mean import sample
from cjmgen.numbers.measure.nps import groups
from cjmgen.numbers.measure.survey import FIVE, SEVEN, Scale, answered, best, ces, csat
from cjmgen.numbers.tally.figure import Figure, Records, Stages, of

TEN = Scale(1, 10)


def tally(records: Records, metric: Metric, stages: Stages) -> Figure | None:
    """Net Promoter Score, satisfaction, ease, the mean of what was answered, or how many answered."""
    scores = [value for record in records if isinstance(value := record.values.get("score"), float)]
    match metric.type:
        case "nps" if _whole(scores, 0):
            return of(groups(int(score) for score in scores))
        case "csat" if _whole(scores, 1):
            return _satisfied(Counter(int(score) for score in scores), metric.method)
        case "ces" if _whole(scores, 1):
            return _eased(Counter(int(score) for score in scores), metric.method)
        case "custom" | None:
            return of(sample(scores))
        case "reach":
            return Figure(Estimate(len(records), None, None, len(records), "count")) if records else None
    return None


def _whole(scores: list[float], least: int) -> bool:
    """Whether these can be answers on a scale that begins so low."""
    return bool(scores) and all(score.is_integer() and least <= score <= TEN.highest for score in scores)


def _satisfied(answers: Counter[int], method: str | None) -> Figure | None:
    scale = next(each for each in (FIVE, SEVEN, TEN) if max(answers) <= each.highest)
    if method == "top2box":
        found = csat(answers, "top2box", scale)
        return Figure(found, best(answers, scale.highest - 1), "share") if found else None
    found = csat(answers, "mean", scale)
    return Figure(found, answered(answers, scale)) if found else None


def _eased(answers: Counter[int], method: str | None) -> Figure | None:
    scale = SEVEN if max(answers) <= SEVEN.highest else TEN
    if method == "top3box":
        found = ces(answers, "top3box", scale)
        return Figure(found, best(answers, scale.highest - 2), "share") if found else None
    found = ces(answers, "mean", scale)
    return Figure(found, answered(answers, scale)) if found else None
