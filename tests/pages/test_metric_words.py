"""test_metric_words: what the page of a metric says of money, of a figure that did not change, and of touchpoints that cost what it counts."""

import json

import pytest

from cjmgen import pipeline
from diff.test_table import side
from pages.changed import theme
from pages.test_told import words

SPENT = "title: Ads\ntype: cost\nunit: RUB\nsource: {file: ads.csv, period: m, value: spent}\n"
MONTHS = "m,spent\n2026-05,1090000\n2026-06,1120000\n2026-07,1060000\n2026-08,1130000\n2026-09,1210000\n2026-10,1260000\n"


def site(language: str, **more: str) -> dict[str, str]:
    made = side({
        "cjmgen.yml": f"languages: [{language}]\n",
        "maps/journeys/buying.yml": "title: Buying\nperiod: 2026-10\nstages:\n- id: seek\n  title: Seek\n"
        "  touchpoints: [{id: ad, title: Ad, channel: Ads, cost: {metric: ads}}]\n",
        "maps/metrics/ads.yml": SPENT, "maps/metrics/ads.csv": MONTHS, **{f"maps/metrics/{id}.yml": text for id, text in more.items()},
    })  # fmt: skip
    found = pipeline.site(made.atlas, theme(), made.files)
    return {path: found[path].decode() for path in found if path.endswith((".html", "index.json"))}


@pytest.mark.parametrize(("language", "by", "slope"), [("en", "+RUB 50,000", "+RUB 34,000 a period"), ("ru", "+50 000 ₽", "+34 000 ₽ за период")])
def test_differences_of_money_are_money(language: str, by: str, slope: str) -> None:
    page = words(site(language)["metrics/ads/index.html"])
    assert by in page
    assert slope in page


def test_a_slope_of_thousands_has_no_decimals() -> None:
    page = words(site("en", calls="title: Calls\ntype: reach\nseries: [1000, 1123.4, 1251, 1377.7, 1500.2]\n")["metrics/calls/index.html"])
    assert "+126 a period" in page


@pytest.mark.parametrize(("language", "said"), [("en", "No change"), ("ru", "Без изменений")])
def test_a_figure_that_stayed_did_not_change(language: str, said: str) -> None:
    """And nobody asks whether that is noise."""
    page = words(site(language, same="title: Same\ntype: custom\nseries: [4.1, 4.4, 4.4]\n")["metrics/same/index.html"])
    assert said in page
    assert "noise can’t" not in page
    assert "Шум ли" not in page


@pytest.mark.parametrize(("language", "said"), [("en", "Says what touchpoints cost"), ("ru", "Говорит, сколько стоят точки контакта")])
def test_a_metric_is_used_by_what_costs_as_much(language: str, said: str) -> None:
    made = site(language)
    page = words(made["metrics/ads/index.html"])
    assert f"Buying {said}" in page
    assert "No map shows it yet" not in page
    assert [each["id"] for each in json.loads(made["metrics/ads/index.json"])["computed"]["journeys"]] == ["buying"]
