"""test_spend: what is spent by a metric, and what is said where that is not of the people of the journey."""

import datetime
from typing import Any

import pytest
import yaml

from cjmgen.atlas.cards.card import CostCard
from cjmgen.memo.store import Shortlived
from cjmgen.pipeline import load
from cjmgen.tree import Tree

TODAY = datetime.date(2026, 11, 26)
OCTOBER = {"title": "Spent", "type": "cost", "value": 300, "period": "2026-10"}
EXPORT = {"title": "Spent", "type": "cost", "source": {"file": "spend.csv", "period": "Month", "value": "Cost"}}
MONTHS = "Month,Cost\n2026-09,250\n2026-10,300\n"
FUNNEL = {"title": "Ways", "type": "funnel", "people": {"see": 900, "buy": 90}, "period": "2026-10"}


def loaded(cost: Any, metric: dict[str, Any], journey: dict[str, Any], rows: str = MONTHS) -> tuple[CostCard | None, list[tuple[str, str]]]:
    """The cost of the one touchpoint, and what is told of it, with the keys where it stands."""
    stages = [
        {"id": "see", "title": "See", "touchpoints": [{"title": "Ad", "channel": "ads", "cost": cost}]},
        {"id": "buy", "title": "Buy", "touchpoints": [{"title": "Shop", "channel": "shop"}]},
    ]
    data = {
        "cjmgen.yml": {"title": "Shop", "currency": "EUR"},
        "maps/journeys/a.yml": {"title": "A", **journey, "stages": stages},
        "maps/metrics/spend.yml": metric,
        "maps/metrics/ways.yml": FUNNEL,
    }
    files = {path: yaml.safe_dump(each).encode() for path, each in data.items()}
    found = load(Tree.of({**files, "maps/metrics/spend.csv": rows.encode()}), TODAY, Shortlived())
    told = [(each.code, each.message) for each in found.problems if each.code in ("cost-unmeasured", "typed-and-read", "unknown-metric")]
    return found.value.journeys["a"].touchpoints[0].cost, told


NAMED = {"metric": "spend"}


@pytest.mark.parametrize(
    ("cost", "metric", "journey", "card"),
    [
        (NAMED, OCTOBER, {"period": "2026-10"}, CostCard(300, "", "spend", "2026-10")),
        (NAMED, EXPORT, {"period": "2026-10"}, CostCard(300, "", "spend", "2026-10")),
        (NAMED, EXPORT, {"period": "2026-09"}, CostCard(250, "", "spend", "2026-09")),
        (NAMED, EXPORT, {"funnel": "ways"}, CostCard(300, "", "spend", "2026-10")),
        ({"metric": "spend", "currency": "USD"}, OCTOBER, {"period": "2026-10"}, CostCard(300, "USD", "spend", "2026-10")),
        (NAMED, {**OCTOBER, "unit": "CHF"}, {"period": "2026-10"}, CostCard(300, "CHF", "spend", "2026-10")),
        (NAMED, {**OCTOBER, "unit": "thousands"}, {"period": "2026-10"}, CostCard(300, "", "spend", "2026-10")),
        ({"spent": 12}, OCTOBER, {"period": "2026-10"}, CostCard(12, "")),
        ("about 90 a month", OCTOBER, {"period": "2026-10"}, None),
    ],
)
def test_what_fits_is_taken_in_silence(cost: Any, metric: dict[str, Any], journey: dict[str, Any], card: CostCard | None) -> None:
    assert loaded(cost, metric, journey) == (card, [])


@pytest.mark.parametrize(
    ("cost", "metric", "journey", "card", "told"),
    [
        (NAMED, EXPORT, {"period": "2026-11"}, CostCard(300, "", "spend", "2026-10", "2026-11"), "counted in 2026-11, and the metric 'spend' has no amount of it, only of 2026-09 to 2026-10"),
        (NAMED, OCTOBER, {"period": "2026-Q4"}, CostCard(300, "", "spend", "2026-10", "2026-Q4"), "only of 2026-10"),
        (NAMED, OCTOBER, {}, CostCard(300, "", "spend", "2026-10", ""), "nobody says in which one the people of this journey are counted"),
        (NAMED, {**OCTOBER, "type": "csat"}, {"period": "2026-10"}, None, "doesn't add up what is spent: its type is csat"),
        (NAMED, {**OCTOBER, "method": "per-visit"}, {"period": "2026-10"}, None, "it shares costs out by `method: per-visit`"),
        (NAMED, {"title": "Spent", "type": "cost", "value": 300}, {"period": "2026-10"}, None, "has no amount of any period"),
        (NAMED, {"title": "Spent", "type": "cost", "value": "58%", "period": "2026-10"}, {"period": "2026-10"}, None, "has no amount of any period"),
        ({"metric": "spend", "spent": 12}, OCTOBER, {"period": "2026-10"}, CostCard(300, "", "spend", "2026-10"), "so 12 is not used"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(cost: Any, metric: dict[str, Any], journey: dict[str, Any], card: CostCard | None, told: str) -> None:
    found, ((_, message),) = loaded(cost, metric, journey)
    assert found == card
    assert told in message


def test_a_metric_that_is_not_there_is_no_amount() -> None:
    assert loaded({"metric": "spent"}, OCTOBER, {"period": "2026-10"})[0] is None
    assert [code for code, _ in loaded({"metric": "spent"}, OCTOBER, {"period": "2026-10"})[1]] == ["unknown-metric"]


@pytest.mark.parametrize("state", ["future", "competitor"])
def test_of_plans_and_competitors_nothing_can_be_measured(state: str) -> None:
    assert loaded(NAMED, EXPORT, {"period": "2027-06", "state": state}) == (CostCard(300, "", "spend", "2026-10", "2027-06"), [])
