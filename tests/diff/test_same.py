"""test_same: what became of the same people is told once: as a step of the journey that they take, to which their metric refers."""

import pytest

from cjmgen.diff.changes import Changes, changes
from cjmgen.diff.unread import Side
from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.from_json import from_json
from cjmgen.report.review.markdown import markdown
from cjmgen.report.review.review import Review
from cjmgen.report.review.story import tally
from cjmgen.report.review.terminal import terminal
from diff.test_table import side
from pages.changed import html, laid
from pages.test_told import words

WAY = "title: The way\ntype: funnel\nowner: web\nsource: {file: way.csv, period: m, stage: s, people: n, stages: {look: seek, cart: choose, buy: pay}}\n"
ORDERS = "title: Orders\ntype: conversion\ntarget: 36%\nowner: web\nsource: {file: o.csv, period: m, value: k, people: n}\n"
JOURNEY = "title: Buying\nfunnel: way\nstages:\n- {id: seek, title: Seek}\n- {id: choose, title: Choose, entry: {target: 90%}}\n- {id: pay, title: Pay}\n"


def version(paid: int, language: str = "en", orders: str = ORDERS, of: int = 7900, looked: int = 20_000) -> Side:
    rows = f"2026-10,look,{looked}\n2026-10,cart,7900\n2026-10,buy,{paid}\n"
    kept = paid if "conversion" in orders else of - paid
    return side({
        "cjmgen.yml": f"languages: [{language}]\n", "maps/teams.yml": "web: {title: Web}\n", "maps/journeys/buying.yml": JOURNEY,
        "maps/metrics/way.yml": WAY, "maps/metrics/way.csv": "m,s,n\n" + rows,
        "maps/metrics/orders.yml": orders, "maps/metrics/o.csv": f"m,k,n\n2026-10,{kept},{of}\n",
    })  # fmt: skip


def said(found: Changes) -> str:
    return " ".join(terminal(Review(found, "before", "after", "en")).split())


def test_a_metric_refers_to_the_step_that_its_people_take() -> None:
    found = changes(version(2050), version(1820))
    told = said(found)
    assert told.count("26% → 23%") == 1
    assert "▼ Choose → Pay: 26% → 23% (n 7,900, more than noise)" in told
    assert "Metric Orders ▼ value: told as “Choose” → “Pay” of “Buying” (2026-10, goal 36%)" in told
    assert "Metric The way ▼ value: told as conversion of “Buying” (2026-10)" in told
    assert "people" not in told
    assert told.count("10% → 9.1%") == 1
    assert "Web: owns metric “Orders”" in told
    assert tally(found) == "2 changes: 1 worse for the customer, 1 funnel step worse"


def test_the_share_of_those_who_leave_is_that_of_the_step_too() -> None:
    exits = ORDERS.replace("conversion", "drop-off").replace("36%", "70%")
    assert "told as “Choose” → “Pay” of “Buying”" in said(changes(version(2050, orders=exits), version(1820, orders=exits)))


def test_other_people_are_told_as_ever() -> None:
    told = said(changes(version(2050, of=7901), version(1820, of=7901)))
    assert "Metric Orders ▼ value 26% → 23% (2026-10, n 7,901, more than noise, goal 36%)" in told


def test_people_at_a_stage_are_told_where_no_journey_is_counted_by_them() -> None:
    old, new = (
        side({"maps/metrics/way.yml": WAY, "maps/metrics/way.csv": f"m,s,n\n2026-10,look,9000\n2026-10,buy,{n}\n"}) for n in (900, 700)
    )
    assert "people pay 900 → 700" in said(changes(old, new))


def test_it_is_told_again_from_json_word_for_word() -> None:
    review = Review(changes(version(2050), version(1820)), "before", "after", "en")
    read = from_json(as_json(review).encode())
    assert (terminal(read), markdown(read), as_json(read)) == (terminal(review), markdown(review), as_json(review))
    assert markdown(review).count("23%") == 2, "what leads, and the journey's row"


@pytest.mark.parametrize(
    ("language", "step"), [("en", "Told as Choose → Pay of “Buying”"), ("ru", "То же, что Choose → Pay на карте «Buying»")]
)
def test_the_page_of_changes_refers_to_it_too(language: str, step: str) -> None:
    new, _ = laid(version(1820, language), old=version(2050, language))
    shown = words(html(new))
    assert step in shown
    assert shown.replace("\u00a0", " ").count("26%" if language == "en" else "26 %") == 2, "what leads, and the step"
