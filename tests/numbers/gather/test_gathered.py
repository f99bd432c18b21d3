"""Exports of every shape come to the figure that somebody would count by hand, by period and segment, with all that was left aside."""

import datetime
import re
from typing import Any

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.change.step import Counted
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.gathered import Gathered, gathered
from cjmgen.numbers.mean import Sample
from cjmgen.numbers.measure.nps import Groups
from cjmgen.numbers.measured import Measured
from cjmgen.numbers.share import Count

MONTHS = "month,share,visits\n2026-08,12%,800\n2026-09,13%,900\n"
FUNNEL = "Step,Active users,Completion rate\nview,\"7,900\",26.1%\nbasket,\"2,062\",58%\nbuy,\"1,196\",\n"
DEALS = (
    "Deal - ID,Deal - Stage,Deal - Status,Deal - Value,Deal - Deal created,Deal - Won time\n"
    "1,Contract,won,12000,2026-09-01 09:00:00,2026-09-03 09:00:00\n2,Demo,lost,8000,2026-09-02 09:00:00,\n"
    "3,Lead,open,500,2026-09-05 09:00:00,\n4,Contract,won,6000,2026-09-10 09:00:00,2026-09-11 09:00:00\n"
)  # fmt: skip
TICKETS = (
    "Ticket ID,Subject,Created at,Solved at,Satisfaction Score\n1,Size,2026-09-01 10:00:00,2026-09-01 12:00:00,4\n"
    "2,Parcel,2026-09-02 10:00:00,2026-09-02 11:00:00,5\n3,Other,2026-09-03 10:00:00,,\n"
)  # fmt: skip
ANSWERS = "#,Recommend?,Response Type,Submit Date (UTC)\n" + "".join(
    f"k{at},{score},completed,2026-09-{at + 1:02} 06:00:00\n" for at, score in enumerate((10, 9, 9, 8, 3))
)
EVENTS = "event_date,event_timestamp,event_name,user_pseudo_id\n" + "".join(
    f"20260901,{stamp}000000,{name},{person}\n"
    for stamp, name, person in (
        (1788220860, "buy", "b"), (1788220800, "view", "a"), (1788220900, "buy", "a"), (1788220870, "view", "b"), (1788220805, "view", "c"),
    )  # b bought before looking, which is no way through the funnel
)  # fmt: skip
STEPS = {"view": "decision", "buy": "purchase"}

Case = tuple[str, dict[str, Any], dict[str, str], float, int, Counted | None]

CASES: list[Case] = [
    ("conversion", {"period": "month", "value": "share"}, {"a.csv": MONTHS}, 0.13, 0, None),
    ("conversion", {"period": "month", "value": "share", "people": "visits"}, {"a.csv": MONTHS}, 0.13, 900, Count(117, 900)),
    ("conversion", {"period": "m", "value": "orders", "people": "visits"}, {"a.csv": "m,orders,visits\n2026-09,90,1000\n"}, 0.09, 1000, Count(90, 1000)),
    ("churn", {"period": "m", "value": "gone", "people": "all"}, {"a.csv": "m;gone;all\n2026-Q3;12;400\n"}, 0.03, 400, Count(12, 400)),
    ("time", {"date": "day", "value": "spent"}, {"a.csv": "day,spent\n2026-09-01,0:03:20\n2026-09-02,0:03:40\n"}, 210, 0, None),
    ("reach", {"date": "day", "value": "n"}, {"a.csv": "day,n\n2026-09-01,200\n2026-09-02,100\n"}, 300, 300, None),
    ("revenue", {"date": "day", "value": "sold"}, {"a.csv": "day,sold\n2026-09-01,200.5\n2026-09-02,100\n"}, 300.5, 0, None),
    ("custom", {"value": "grade"}, {"2026-09.csv": "grade\n4.5\n"}, 4.5, 0, None),
    ("custom", {"value": "grade", "where": {"shop": 2}}, {"2026-09.csv": "shop,grade\n1,3\n2,4\n"}, 4, 0, None),
    ("reach", {"value": "n", "skip": 2}, {"2026-09.csv": "Report\nof us\nn,m\n7,1\n"}, 7, 7, None),
    ("funnel", {"profile": "ga4-funnel", "stages": STEPS}, {"2026-09.csv": FUNNEL}, 1196 / 7900, 7900, Count(1196, 7900)),
    ("drop-off", {"profile": "ga4-funnel", "stages": STEPS}, {"2026-09.csv": FUNNEL}, 6704 / 7900, 7900, Count(6704, 7900)),
    ("funnel", {"profile": "ga4-events", "stages": STEPS}, {"a.csv": EVENTS}, 1 / 3, 3, Count(1, 3)),
    ("conversion", {"profile": "pipedrive-deals"}, {"a.csv": DEALS}, 2 / 3, 3, Count(2, 3)),
    ("revenue", {"profile": "pipedrive-deals"}, {"a.csv": DEALS}, 18000, 2, None),
    ("time", {"profile": "pipedrive-deals"}, {"a.csv": DEALS}, 1.5 * 86400, 2, None),
    ("funnel", {"profile": "pipedrive-deals", "stages": {"Lead": "a", "Demo": "b", "Contract": "c"}}, {"a.csv": DEALS}, 2 / 3, 3, Count(2, 3)),
    ("time", {"profile": "support-tickets"}, {"a.csv": TICKETS}, 5400, 2, None),
    ("csat", {"profile": "support-tickets"}, {"a.csv": TICKETS}, 4.5, 2, Sample(4.5, 0.5**0.5, 2)),
    ("reach", {"profile": "support-tickets"}, {"a.csv": TICKETS}, 3, 3, None),
    ("nps", {"profile": "typeform", "value": "Recommend?"}, {"a.csv": ANSWERS}, 40, 5, Groups(3, 1, 1)),
    ("clicks", {"period": "m", "value": "ctr"}, {"a.csv": "m,ctr\n2026-09,\"1,9 %\"\n"}, 0.019, 0, None),
]  # fmt: skip


TODAY = datetime.date(2027, 6, 1)


def gather(type: str, source: dict[str, Any], files: dict[str, str], **more: Any) -> Gathered:
    metric = Metric.model_validate({"title": "X", "type": type, "source": {"file": "*", **source}, **more})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [(name, content.encode()) for name, content in sorted(files.items())], TODAY)


def measured(*of: Any, **more: Any) -> Measured:
    found = gather(*of, **more).measured
    assert found is not None
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[1].get('profile', case[1].get('value'))}")
def test_exports_come_to_the_figure_that_counting_gives(case: Case) -> None:
    type, source, files, value, n, counted = case
    found = measured(type, source, files)
    latest = found.latest
    assert latest is not None
    assert latest.value == pytest.approx(value, abs=1e-12)
    assert latest.n == n
    assert found.series[-1].counted == counted
    assert re.match(r"2026-(09|Q3)$", found.series[-1].period)


def test_periods_come_from_the_oldest_on_whatever_the_order_of_rows() -> None:
    found = measured("conversion", {"period": "m", "value": "s"}, {"a.csv": "m,s\n2026-10,3%\n2026-08,1%\n2026-09,2%\n"})
    assert [(each.period, each.estimate.value) for each in found.series] == [("2026-08", 0.01), ("2026-09", 0.02), ("2026-10", 0.03)]


def test_monthly_files_are_one_metric_and_names_give_the_period() -> None:
    files = {f"metrika-2026-{month:02}.csv": f"n\n{month}\n" for month in (8, 9, 10)}
    found = measured("reach", {"value": "n"}, files)
    assert [(each.period, each.estimate.value) for each in found.series] == [("2026-08", 8), ("2026-09", 9), ("2026-10", 10)]
    assert [each.file for each in found.files] == sorted(files)
    assert str(found.as_of) == "2026-10-31"


def test_people_of_a_funnel_are_those_of_its_latest_period_in_our_order() -> None:
    rows = "month,step,n\n2026-09,buy,20\n2026-09,view,100\n2026-10,buy,30\n2026-10,view,110\n"
    found = measured("funnel", {"period": "month", "stage": "step", "value": "n", "stages": STEPS}, {"a.csv": rows})
    assert found.stages == (("decision", 110), ("purchase", 30))
    assert [each.estimate.value for each in found.series] == [0.2, 30 / 110]


def test_of_several_steps_of_one_stage_the_widest_counts() -> None:
    found = measured("funnel", {"profile": "ga4-funnel", "stages": {**STEPS, "basket": "decision"}}, {"2026-09.csv": FUNNEL})
    assert found.stages == (("decision", 7900), ("purchase", 1196))


def test_segments_have_figures_of_their_own() -> None:
    rows = "channel,orders,visits\nads,10,100\nsearch,30,150\n"
    found = measured("conversion", {"segment": "channel", "value": "orders", "people": "visits"}, {"2026-09.csv": rows})
    assert [(each.name, each.estimate and each.estimate.value, each.estimate and each.estimate.n) for each in found.segments] == [("ads", 0.1, 100), ("search", 0.2, 150)]
    assert found.latest
    assert found.latest.value == 40 / 250


def test_a_later_file_counts_and_says_so() -> None:
    files = {"1.csv": "month,n\n2026-08,7\n2026-09,120\n", "2.csv": "month,n\n2026-09,118\n2026-10,130\n"}
    found = gather("reach", {"period": "month", "value": "n"}, files)
    assert found.measured
    assert [each.estimate.value for each in found.measured.series] == [7, 118, 130]
    assert [(each.file, each.code, each.fault.line) for each in found.complaints if isinstance(each, Misread)] == [("2.csv", "export-restated", 2)]


BOUNCE = {"date": "day", "value": "bounce", "people": "users"}
SHOP = {"period": "month", "stage": "step", "value": "n", "stages": {"view": "decision", "cart": "cart", "buy": "purchase"}}
RESTATED: list[tuple[str, dict[str, object], dict[str, str], list[str], list[tuple[str, float, float, str]]]] = [
    ("reach", {"period": "m", "value": "n"}, {"1.csv": "m,n\n2026-09,15710\n", "2.csv": "m,n\n2026-09,15230\n"},
     ["2026-09: 15,710 → 15,230, against 1.csv; the later file counts"], [("2026-09", 15710, 15230, "")]),
    ("conversion", {"period": "m", "value": "n"}, {"1.csv": "m,n\n2026-08,18%\n2026-09,3%\n", "2.csv": "m,n\n2026-08,18.1%\n2026-09,4%\n"},
     ["2026-08: 18% → 18.1%; 2026-09: 3% → 4%, against 1.csv; the later file counts"], [("2026-08", 0.18, 0.181, ""), ("2026-09", 0.03, 0.04, "")]),
    # other people, and the same share of them
    ("drop-off", BOUNCE, {"1.csv": "day,bounce,users\n2026-09-01,20%,100\n", "2.csv": "day,bounce,users\n2026-09-01,20%,200\n"}, [], []),
    # a column that nobody reads
    ("reach", {"period": "m", "value": "n"}, {"1.csv": "m,n,k\n2026-09,7,1\n", "2.csv": "m,n,k\n2026-09,7,2\n"}, [], []),
    # days that are new are no correction of those that stood
    ("reach", {"date": "d", "value": "n"}, {"1.csv": "d,n\n2026-09-01,7\n", "2.csv": "d,n\n2026-09-01,8\n2026-09-02,5\n"},
     ["2026-09: 12 → 13, against 1.csv; the later file counts"], [("2026-09", 12, 13, "")]),
    # the way to the end stayed, and others came to a stage between
    ("funnel", SHOP, {"1.csv": "month,step,n\n2026-09,view,100\n2026-09,cart,60\n2026-09,buy,20\n", "2.csv": "month,step,n\n2026-09,cart,50\n"},
     ["2026-09 at “cart”: 60 → 50, against 1.csv; the later file counts"], [("2026-09", 60, 50, "cart")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "source", "files", "told", "periods"), RESTATED)
def test_a_correction_is_told_with_both_figures_and_only_where_they_differ(
    kind: str, source: dict[str, object], files: dict[str, str], told: list[str], periods: list[tuple[str, float, float, str]]
) -> None:
    found = gather(kind, source, files)
    assert found.measured
    assert [each.fault.message for each in found.complaints if isinstance(each, Misread) and each.code == "export-restated"] == told
    assert [(each.period, each.before, each.after, each.stage) for each in found.measured.restated] == periods


def test_of_many_corrected_periods_the_first_are_told() -> None:
    rows = [(f"2025-{month:02}", month) for month in range(1, 8)]
    files = {f"{at}.csv": "m,n\n" + "".join(f"{period},{n + at}\n" for period, n in rows) for at in (1, 2)}
    found = gather("reach", {"period": "m", "value": "n"}, files)
    (told,) = [each.fault.message for each in found.complaints if isinstance(each, Misread)]
    assert told.endswith("2025-04: 5 → 6; and 3 more periods, against 1.csv; the later file counts")


def test_the_same_value_twice_is_no_restatement() -> None:
    files = {"1.csv": "month,n\n2026-09,118\n", "2.csv": "month,n\n2026-09,118\n"}
    assert gather("reach", {"period": "month", "value": "n"}, files).complaints == ()


def test_a_deal_moves_on_from_file_to_file() -> None:
    lost = DEALS.replace("3,Lead,open", "3,Lead,lost")
    assert [each.counted for each in measured("conversion", {"profile": "pipedrive-deals"}, {"1.csv": DEALS, "2.csv": lost}).series] == [Count(2, 4)]


def test_a_change_is_tested_where_counts_are_known() -> None:
    rows = "m,orders,visits\n2026-09,1000,4000\n2026-10,900,4000\n"
    change = measured("conversion", {"period": "m", "value": "orders", "people": "visits"}, {"a.csv": rows}).change
    assert change is not None
    assert (change.signal is not None, str(change.noise)) == (True, "beyond")


UNFIT = [
    ("nps", {"profile": "pipedrive-deals"}, {"a.csv": DEALS}, "export-unfit"),
    ("funnel", {"period": "month", "value": "share"}, {"a.csv": MONTHS}, "export-unfit"),
    ("nps", {"profile": "typeform", "value": "Recommend?"}, {"a.csv": ANSWERS.replace(",10,", ",11,")}, "export-row-refused"),
    ("reach", {}, {"a.csv": "x,y\n1,2\n"}, "export-unfit"),
    ("reach", {"profile": "ga4"}, {"a.csv": "x,y\n1,2\n"}, "unknown-profile"),
    ("reach", {"value": "z"}, {"a.csv": "x,y\n1,2\n"}, "unknown-column"),
    ("reach", {"value": "x", "where": {"z": 1}}, {"a.csv": "x,y\n1,2\n"}, "unknown-column"),
    ("reach", {"value": "x", "where": {"y": 3}}, {"a.csv": "x,y\n1,2\n"}, "unknown-column"),
    ("reach", {"value": "x", "skip": 9}, {"a.csv": "x,y\n1,2\n"}, "unknown-column"),
    ("reach", {"value": "x"}, {"a.csv": ""}, "export-unreadable"),
    ("reach", {"value": "x"}, {"a.csv": "x\n-4\n"}, "export-row-refused"),
    ("reach", {"value": "x"}, {"a.csv": "x\nNaN\n5\n"}, "export-row-refused"),
    ("reach", {"value": "x"}, {"a.csv": "x\n=cmd|' /C calc'!A0\n5\n"}, "export-row-refused"),
    ("funnel", {"profile": "ga4-funnel", "stages": {**STEPS, "pay": "own"}}, {"a.csv": FUNNEL}, "export-unmatched"),
    ("funnel", {"profile": "ga4-funnel", "stages": STEPS}, {"a.csv": FUNNEL}, "export-step-left-out"),
    ("conversion", {"period": "month", "value": "share"}, {"a.csv": "month,share\n2026-08,12\n"}, "export-assumed"),
    ("reach", {"period": "m", "value": "n"}, {"a.csv": "m,n\n2026-01,1\n2026-02,1\n2026-05,1\n"}, "export-gap"),
]  # fmt: skip


@pytest.mark.parametrize(("type", "source", "files", "code"), UNFIT)
def test_what_is_wrong_is_told(type: str, source: dict[str, Any], files: dict[str, str], code: str) -> None:
    assert code in [each.code for each in gather(type, source, files).complaints]


def test_a_step_that_a_later_file_calls_otherwise_is_told_at_that_file() -> None:
    files = {"2026-08.csv": "Step,Active users\nview,9\ncart,5\nbuy,3\n", "2026-09.csv": "Step,Active users\nview,9\nbasket,5\nbuy,3\n"}
    stages = {"view": "decision", "cart": "research", "buy": "purchase"}
    told = [each for each in gather("funnel", {"profile": "ga4-funnel", "stages": stages}, files).complaints if each.code == "export-unmatched"]
    assert [(each.file, each.fault.line, "“cart”" in each.fault.message) for each in told if isinstance(each, Misread)] == [("2026-09.csv", 2, True)]
    renamed = {"profile": "ga4-funnel", "stages": {**stages, "basket": "research"}}
    assert "export-unmatched" not in {each.code for each in gather("funnel", renamed, files).complaints}


def test_a_funnel_that_grows_has_people_and_no_share() -> None:
    grown = "Step,Active users,Completion rate\nview,10,\nbuy,20,\n"
    found = measured("funnel", {"profile": "ga4-funnel", "stages": STEPS}, {"2026-09.csv": grown})
    assert (found.latest, found.stages) == (None, (("decision", 10), ("purchase", 20)))


def test_many_refused_rows_are_told_together() -> None:
    codes = [each for each in gather("reach", {"value": "x"}, {"a.csv": "x\n" + "no\n" * 40 + "3\n"}).complaints if isinstance(each, Misread)]
    assert len(codes) == 7
    assert codes[-2].fault.message.startswith("35 more rows")


def days(first: int, last: int, month: str = "2026-10") -> str:
    return "".join(f"{month}-{day:02},10\n" for day in range(first, last + 1))


SEPTEMBER = days(1, 30, "2026-09")

SUMS = [
    ("day,n\n" + SEPTEMBER + days(1, 12), [("2026-09", 300)], "2026-10 from 2026-10-01 to 2026-10-12 only, so it is left out"),
    ("day,n\n" + days(20, 31, "2026-08") + SEPTEMBER, [("2026-09", 300)], "2026-08 from 2026-08-20 to 2026-08-31 only"),
    ("day,n\n" + SEPTEMBER + days(1, 31), [("2026-09", 300), ("2026-10", 310)], None),
    ("day,n\n" + days(3, 12), [("2026-10", 100)], "shown all the same"),
    ("day,n\n" + SEPTEMBER + "2026-10-02,10\n2026-10-09,10\n", [("2026-09", 300), ("2026-10", 20)], None),
    ("# 20260901-20261012\nday,n\n2026-09-15,300\n2026-10-05,40\n", [("2026-09", 300)], "2026-10 from 2026-10-01 to 2026-10-12 only"),
]


@pytest.mark.parametrize(("rows", "series", "told"), SUMS)
def test_sums_are_of_whole_months(rows: str, series: list[tuple[str, float]], told: str | None) -> None:
    found = gather("reach", {"date": "day", "value": "n"}, {"a.csv": rows})
    assert found.measured
    assert [(each.period, each.estimate.value) for each in found.measured.series] == series
    said = [each.message for each in found.complaints if isinstance(each, Misnamed) and each.code == "export-unfinished"]
    assert bool(said) == bool(told)
    assert (told or "") in "".join(said)


def test_a_share_takes_what_there_is_of_a_month() -> None:
    rows = "day,orders,visits\n" + "".join(f"2026-10-{day:02},3,10\n" for day in range(1, 9))
    found = gather("conversion", {"date": "day", "value": "orders", "people": "visits"}, {"a.csv": rows})
    assert found.measured
    assert (found.measured.latest and found.measured.latest.value, found.complaints) == (0.3, ())
