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


REQUESTS = "Ticket ID,Status,Created at,Solved at,Subject\n" + "".join(
    f"{at},{'open' if at > 20 else 'solved'},2026-09-01 00:00,{'' if at > 20 else f'2026-09-01 {at:02}:00'},X\n" for at in range(1, 26)
)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("metrics/wait/index.html", ("95%, from the order of the values; those still open taken as the longest", "5 are still open and stand in the interval only")),
        ("ru/metrics/wait/index.html", ("95 %, по порядку значений; открытые — как самые долгие", "ещё открыто: 5, учтено только в интервале")),
    ],
)
def test_the_page_says_how_many_requests_are_open(page: str, said: tuple[str, ...]) -> None:
    files = {
        "cjmgen.yml": "title: Shop\nlanguages: [en, ru]\n",
        "maps/metrics/wait.yml": 'title: Wait\ntype: time\ntarget: "11:00:00"\nsource: {file: t.csv, profile: support-tickets}\n',
        "maps/metrics/t.csv": REQUESTS,
    }
    made = pipeline.build(
        Tree.of({path: text.encode() for path, text in files.items()}), bundled.themes().under("default"), datetime.date(2026, 11, 26)
    )
    shown = re.sub(r"(<[^>]+>|\s)+", " ", made.value[page].decode()).replace("\u00a0", " ")
    for each in said:
        assert each in shown
