"""test_open_deals: a share of deals some of which are open says what it was counted from, and what its interval holds."""

import datetime
import re

import pytest

from cjmgen import pipeline
from cjmgen.shell import bundled
from cjmgen.tree import Tree

DEALS = "Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date\n" + "".join(
    f"{at},Deal {at},{stage},100,2026-09-02 10:00,{'' if stage == 'Demo' else '2026-09-20 10:00'}\n"
    for at, stage in enumerate(["Closed Won"] * 12 + ["Closed Lost"] * 20 + ["Demo"] * 8)
)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("metrics/won/index.html", "95%, from all open deals lost to all of them won (Manski)"),
        ("ru/metrics/won/index.html", "95 %, от «все открытые сделки проиграны» до «все выиграны» (Мански)"),
    ],
)
def test_the_page_names_the_bounds_and_the_counts(page: str, said: str) -> None:
    files = {
        "cjmgen.yml": "title: Shop\nlanguages: [en, ru]\n",
        "maps/metrics/won.yml": "title: Won\ntype: conversion\nsource: {file: won.csv, profile: hubspot-deals}\n",
        "maps/metrics/won.csv": DEALS,
    }
    made = pipeline.build(
        Tree.of({path: text.encode() for path, text in files.items()}), bundled.themes().under("default"), datetime.date(2026, 11, 26)
    )
    shown = re.sub(r"(<[^>]+>|\s)+", " ", made.value[page].decode())
    assert said in shown
    assert "12 ÷ 32" in shown
