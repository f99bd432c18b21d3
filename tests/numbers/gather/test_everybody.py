"""test_everybody: a group that is all people is counted once, and is no segment."""

import datetime
from typing import Any

import pytest

from cjmgen.model.metric import Metric
from cjmgen.numbers.gather.gathered import Gathered, gathered

MAPPED = {"a": "see", "b": "buy"}


TODAY = datetime.date(2027, 6, 1)


def of(rows: str, **metric: Any) -> Gathered:
    source = {"file": "ways.csv", "segment": "device", "period": "2026-10", **metric.pop("source", {})}
    made = Metric.model_validate({"title": "Ways", **metric, "source": source})
    assert made.source
    return gathered(made, made.source, [("ways.csv", rows.encode())], TODAY)


def funnel(rows: str) -> Gathered:
    return of(rows, type="funnel", source={"stage": "step", "value": "n", "stages": MAPPED})


@pytest.mark.parametrize("name", ["All Users", "all users", "All  visitors", "Все пользователи", "все", "Everyone"])
def test_everybody_is_the_whole_of_a_funnel_and_no_segment(name: str) -> None:
    found = funnel(f"device,step,n\n{name},a,3000\n{name},b,1500\nphone,a,2000\nphone,b,500\nlaptop,a,900\nlaptop,b,900\n")
    assert found.measured
    assert found.measured.stages == (("see", 3000), ("buy", 1500))
    assert [each.name for each in found.measured.segments] == ["phone", "laptop"]
    assert found.measured.crowded is None
    assert [each.code for each in found.complaints] == ["export-assumed"]


def test_without_everybody_all_groups_are_the_whole() -> None:
    found = funnel("device,step,n\nphone,a,2000\nphone,b,500\nlaptop,a,900\nlaptop,b,900\n")
    assert found.measured
    assert (found.measured.stages, found.complaints) == ((("see", 2900), ("buy", 1400)), ())


@pytest.mark.parametrize(("new", "stage"), [(1000, None), (1001, "see"), (1800, "see")])
def test_segments_with_more_people_than_there_are_overlap(new: int, stage: str | None) -> None:
    found = funnel(f"device,step,n\nAll Users,a,3000\nAll Users,b,1500\nphone,a,2000\nphone,b,500\nnew,a,{new}\nnew,b,900\n")
    assert found.measured
    assert found.measured.crowded == stage


def test_a_sum_counts_everybody_once() -> None:
    found = of("device,n\nAll Users,300\nphone,200\nlaptop,100\n", type="reach", source={"value": "n"})
    assert found.measured
    assert found.measured.latest
    assert found.measured.latest.value == 300


def test_everybody_alone_is_no_news() -> None:
    found = funnel("device,step,n\nAll Users,a,3000\nAll Users,b,1500\n")
    assert found.measured
    assert (found.measured.stages, found.complaints) == ((("see", 3000), ("buy", 1500)), ())
