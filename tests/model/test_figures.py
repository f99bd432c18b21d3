"""Figures of a metric: which value counts, and what is its goal."""

import pytest

from cjmgen.model.amount import Amount
from cjmgen.model.figures import figures, meant
from cjmgen.model.metric import Metric, StageMetric


@pytest.mark.parametrize(
    ("written", "value", "goal"),
    [
        ({"value": "26%", "target": "36%"}, Amount(0.26, "share"), Amount(0.36, "share")),
        ({"value": 36, "target": "36%", "unit": "%"}, Amount(0.36, "share"), Amount(0.36, "share")),
        ({"series": ["3:40", "3:10"], "target": "3:20", "type": "time"}, Amount(190, "time", True), Amount(200, "time", True)),
        ({"value": "many", "series": [4.1, 4.4]}, Amount(4.4, "number"), None),
        ({"value": 4.4, "target": "5 days"}, Amount(4.4, "number"), None),
        ({"target": 5}, None, None),
        ({"value": 12, "target": 10, "better": "lower"}, Amount(12, "number"), Amount(10, "number")),
    ],
)
def test_values_and_goals(written: dict[str, object], value: Amount | None, goal: Amount | None) -> None:
    read = figures(Metric.model_construct(**written))
    assert (read.value, read.goal) == (value, goal)


def test_a_series_keeps_what_is_of_one_kind() -> None:
    read = figures(Metric.model_construct(series=(4, "50%", "3 days", 5)))
    assert read.alike("number") == (4.0, 5.0)
    assert read.alike("share") == (0.5,)


def test_a_stage_means_the_file_it_names_or_what_it_says_itself() -> None:
    kept = Metric.model_construct(id="nps", value=40)
    assert meant(StageMetric.model_construct(metric="nps"), {"nps": kept}) is kept
    lost = StageMetric.model_construct(metric="gone", value=3)
    assert meant(lost, {"nps": kept}) is lost
