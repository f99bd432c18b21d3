"""A new export is one change of its metric, with n, periods and whether it is more than noise; nothing is called worse that may be noise."""

import re
from dataclasses import replace
from datetime import date

import pytest

from cjmgen.diff.changes import Changes, Told, changes
from cjmgen.diff.unread import Side
from cjmgen.numbers.estimate import Estimate, Noise
from cjmgen.numbers.measured import Immature, Measured, Point
from cjmgen.numbers.share import Count, share
from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.from_json import from_json
from cjmgen.report.review.markdown import markdown
from cjmgen.report.review.review import Review
from cjmgen.report.review.terminal import terminal
from diff.test_table import side
from pages.changed import html, laid

METRIC = "title: Orders\ntype: conversion\ntarget: 36%\nsource: {file: o-*.csv, period: m, value: k, people: n}\n"
HEAD = "m,k,n\n"
SEPTEMBER, OCTOBER = "2026-09,2054,7900\n", "2026-10,1872,8140\n"


def version(*rows: str, metric: str = METRIC) -> Side:
    return side({"maps/metrics/orders.yml": metric, "maps/metrics/o-1.csv": HEAD + "".join(rows)})


def compared(old: Side, new: Side) -> Changes:
    return changes(old, new)


def only(found: Changes) -> Told:
    assert len(found.told) == 1, [each.change for each in found.told]
    return found.told[0]


def test_a_new_month_is_one_change_with_all_that_it_leans_on() -> None:
    told = only(compared(version(SEPTEMBER), version(SEPTEMBER, OCTOBER)))
    assert told.meaning == "worse"
    assert told.measured
    assert (told.measured.n, told.measured.period, told.measured.noise) == ((7900, 8140), ("2026-09", "2026-10"), Noise.BEYOND)
    assert (told.measured.goal, told.measured.new, told.measured.late, told.measured.restated) == ("36%", ("2026-10",), (), ())


def test_what_may_be_noise_is_neither_better_nor_worse() -> None:
    told = only(compared(version(SEPTEMBER), version(SEPTEMBER, "2026-10,2050,7900\n")))
    assert told.measured
    assert (told.meaning, told.measured.noise) == ("neutral", Noise.WITHIN)


@pytest.mark.parametrize(
    ("new", "late", "restated"),
    [
        ((SEPTEMBER, OCTOBER, "2026-11,1500,8000\n"), (), ()),
        (("2026-08,2100,8000\n", SEPTEMBER, "2026-10,1700,8140\n"), ("2026-08",), ("2026-10",)),
    ],
)
def test_late_months_and_old_values_told_otherwise_are_named(new: tuple[str, ...], late: tuple[str, ...], restated: tuple[str, ...]) -> None:
    told = only(compared(version(SEPTEMBER, OCTOBER), version(*new)))
    assert told.measured
    assert (told.measured.late, tuple(each.period for each in told.measured.restated)) == (late, restated)


def test_an_old_month_alone_is_a_change_of_the_series() -> None:
    found = compared(version(SEPTEMBER, OCTOBER), version("2026-09,2060,7900\n", OCTOBER))
    told, shown = only(found), Review(found, "before", "after", "en")
    assert told.measured
    assert [(each.period, each.kind) for each in told.measured.restated] == [("2026-09", "share")]
    assert [each.before for each in told.measured.restated] == [2054 / 7900]
    assert told.meaning == "neutral"
    assert "restated: 2026-09 26% → 26.1%" in terminal(shown)
    read = from_json(as_json(shown).encode())
    assert (terminal(read), as_json(read)) == (terminal(shown), as_json(shown))


CORRECTED = [("en", "Another figure now: September 2026, 26% → 26.1%"), ("ru", "Теперь другое число: сентябрь 2026, 26\u00a0% → 26,1\u00a0%")]


@pytest.mark.parametrize(("language", "said"), CORRECTED)
def test_the_page_of_changes_tells_both_figures_of_an_old_month(language: str, said: str) -> None:
    """And nothing of noise, as no new figure came."""
    old, new = (
        side({"cjmgen.yml": f"languages: [{language}]\n", "maps/metrics/orders.yml": METRIC, "maps/metrics/o-1.csv": HEAD + row + OCTOBER})
        for row in (SEPTEMBER, "2026-09,2060,7900\n")
    )
    shown = re.sub(r"<[^>]+>|[ \n]+", " ", html(laid(new, old=old)[0]))
    assert said in shown
    assert "noise" not in shown
    assert "шум" not in shown


def test_figures_that_were_typed_are_told_as_ever() -> None:
    typed = "title: Orders\ntype: conversion\nvalue: {}\nseries: [20%, {}]\n"
    old, new = (side({"maps/metrics/orders.yml": typed.format(value, value)}) for value in ("25%", "23%"))
    found = compared(old, new)
    assert len(found.told) == 2
    assert {each.measured for each in found.told} == {None}


def test_all_forms_say_it_and_it_is_told_again_from_its_json() -> None:
    review = Review(compared(version(SEPTEMBER), version(SEPTEMBER, OCTOBER)), "main", "topic", "en", ())
    said = terminal(review, False)
    assert "value 26% → 23% (2026-09 → 2026-10, n 7,900 → 8,140, more than noise, goal 36%)" in " ".join(said.split())
    again = from_json(as_json(review).encode())
    assert isinstance(again, Review)
    assert terminal(again, False) == said


def test_a_period_of_which_more_may_come_is_held_against_none() -> None:
    before, after = (Point(period, share(Count(k, 1000)) or Estimate(0, None, None, 0, ""), Count(k, 1000)) for period, k in (("2026-09", 310), ("2026-10", 90)))
    assert Measured((before, after), (), (), ()).is_whole
    assert not Measured((before, replace(after, open=40)), (), (), ()).is_whole
    late = Immature("2026-10", date(2026, 10, 20), 86400, date(2026, 11, 1), shown=True)
    assert not Measured((before, after), (), (), (), immature=(late,)).is_whole
    assert Measured((before, after), (), (), (), immature=(replace(late, shown=False),)).is_whole
    assert not Measured((), (), (), ()).is_whole


DUE = METRIC + "due: 2026-09-30\n"


@pytest.mark.parametrize(
    ("metric", "rows", "said"),
    [
        (DUE, (SEPTEMBER, "2026-10,4000,8140\n"), "goal 36% missed on 2026-09-30 (26%)"),
        (DUE.replace("09-30", "10-31"), (SEPTEMBER, "2026-10,4000,8140\n"), "goal 36% met on 2026-10-31)"),
        (DUE.replace("09-30", "11-01"), (SEPTEMBER, OCTOBER), "goal 36% of 2026-11-01, which no whole period reaches)"),
        (METRIC, (SEPTEMBER, OCTOBER), "goal 36%)"),
        (DUE.replace("09-30", "10-31"), (SEPTEMBER, "2026-10,350,1000\n"), "goal 36% of 2026-10-31, missed, not for sure)"),
        (DUE.replace("09-30", "10-31"), (SEPTEMBER, "2026-10,370,1000\n"), "goal 36% of 2026-10-31, met not for sure)"),
        (METRIC.replace("36%", "26.25%"), (SEPTEMBER, "2026-10,350,1000\n"), "goal 26.25%)"),
    ],
)
def test_a_goal_that_was_due_is_told_with_what_became_of_it(metric: str, rows: tuple[str, ...], said: str) -> None:
    shown = Review(compared(version(SEPTEMBER, metric=metric), version(*rows, metric=metric)), "before", "after", "en")
    assert said in " ".join(terminal(shown).split())
    read = from_json(as_json(shown).encode())
    assert (terminal(read), as_json(read)) == (terminal(shown), as_json(shown))


def test_money_is_told_in_its_currency_and_read_again() -> None:
    spent = "title: Spent\ntype: cost\nunit: EUR\ntarget: 700\nsource: {file: o-*.csv, period: m, value: k}\n"
    old, new = (version(*rows, metric=spent) for rows in (("2026-09,900.5,1\n",), ("2026-09,901,1\n", "2026-10,800,1\n")))
    shown = Review(compared(old, new), "before", "after", "en")
    assert "EUR 900.5 → EUR 800 (2026-09 → 2026-10, whether it is noise can’t be told, goal EUR 700)" in " ".join(terminal(shown).split())
    assert "restated: 2026-09 EUR 900.5 → 901" in " ".join(terminal(shown).split())
    assert terminal(from_json(as_json(shown).encode())) == terminal(shown)


def test_a_small_difference_of_shares_is_told_with_the_decimals_of_both() -> None:
    old, new = version("2026-09,1260,57010\n"), version("2026-09,1260,57010\n", "2026-10,1311,60120\n")
    shown = re.sub(r"<[^>]+>|[ \n\u00a0\u202f]+", " ", html(laid(new, old=old)[0]))
    assert "−0.03 pp" in re.sub(" +", " ", shown)


@pytest.mark.parametrize(("language", "said"), [("en", "missed on 30 September 2026 (26%)"), ("ru", "не достигнута к сроку, 30 сентября 2026 г. (26 %)")])
def test_the_page_of_changes_tells_what_became_of_the_goal(language: str, said: str) -> None:
    old, new = (
        side({"cjmgen.yml": f"languages: [{language}]\n", "maps/metrics/orders.yml": DUE, "maps/metrics/o-1.csv": HEAD + SEPTEMBER + row})
        for row in ("", "2026-10,4000,8140\n")
    )
    assert said in re.sub(r"<[^>]+>|[ \n\u00a0\u202f]+", " ", html(laid(new, old=old)[0]))


def test_it_is_said_among_how_many_figures_a_p_was_raised() -> None:
    """And nothing of one that was tested alone."""
    calls = {"maps/metrics/calls.yml": METRIC.replace("o-*", "c"), "maps/metrics/orders.yml": METRIC}
    rows = (SEPTEMBER, SEPTEMBER), (OCTOBER, "2026-10,2000,8000\n")
    old, new = (side({**calls, "maps/metrics/o-1.csv": HEAD + one, "maps/metrics/c.csv": HEAD + other}) for one, other in rows)
    shown = Review(changes(old, new), "before", "after", "en")
    said = "2 figures were tested together for what is more than noise"
    assert said in terminal(shown)
    assert f"\n{said}.\n" in markdown(shown)
    read = from_json(as_json(shown).encode())
    assert (terminal(read), markdown(read)) == (terminal(shown), markdown(shown))
    alone = Review(compared(version(SEPTEMBER), version(SEPTEMBER, OCTOBER)), "before", "after", "en")
    assert "tested together" not in terminal(alone) + markdown(alone)
