"""Deals count as far as somebody knows that they came, with those that began together, and open ones may still be won or lost."""

import datetime
from typing import Any

import pytest
from scipy.stats import binomtest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.gathered import Gathered, gathered
from cjmgen.numbers.measured import changed
from cjmgen.numbers.share import Count

OURS = {"Lead": "look", "Demo": "decide", "Contract": "agree", "Closed won": "own"}
HEAD = "Record ID,Deal Stage,Amount,Create Date,Close Date,Closed Lost Reason"


TODAY = datetime.date(2027, 6, 1)


def gather(type: str, rows: str, profile: str = "hubspot-deals", stages: dict[str, str] = OURS, **source: Any) -> Gathered:
    told = {"file": "*", "profile": profile, "stages": stages, **source}
    metric = Metric.model_validate({"title": "X", "type": type, "source": told})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [("a.csv", rows.encode())], TODAY)


def deal(number: int, stage: str, began: str = "2026-09-01", more: str = "") -> str:
    """A deal that ended nineteen days after it began, if it did; of an open one that is when somebody hopes that it will."""
    return f"{number},{stage},100,{began},{began[:8]}20,{'Money' if 'lost' in stage.lower() else ''}{more}\n"


def codes(found: Gathered) -> list[tuple[str, str]]:
    return [(each.code, each.fault.message if isinstance(each, Misread) else each.message) for each in found.complaints]


WON = deal(1, "Closed won") + deal(2, "Closed won")
LOST = deal(3, "Closed lost") + deal(4, "Closed lost") + deal(5, "Closed lost")
BEFORE = HEAD + ",Lost stage\n"
ENTERED = HEAD + ',"Date entered ""Demo (Sales)""","Date entered ""Contract (Sales)""","Date entered ""Closed lost (Sales)"""\n'
D, C = ",2026-09-03,,2026-09-20", ",2026-09-03,2026-09-07,2026-09-20"

KNOWN: list[tuple[str, list[tuple[str, int]], int]] = [
    # nobody says where: those that began, and those that were won
    (HEAD + "\n" + WON + LOST, [("look", 5), ("own", 2)], 3),
    (BEFORE + WON + deal(3, "Closed lost", more=",Lead") + deal(4, "Closed lost", more=",Demo") + deal(5, "Closed lost", more=",Contract"),
     [("look", 5), ("decide", 4), ("agree", 3), ("own", 2)], 0),
    (BEFORE + WON + deal(3, "Closed lost", more=",Lead") + deal(4, "Closed lost", more=",Demo") + deal(5, "Closed lost", more=","),
     [("look", 5), ("own", 2)], 1),
    (BEFORE + WON + deal(3, "Closed lost", more=",Closed lost"), [("look", 3), ("own", 2)], 1),
    (BEFORE + WON + deal(3, "Closed lost", more=",Trial"), [("look", 3), ("own", 2)], 1),
    (ENTERED + deal(1, "Closed won", more=C) + deal(2, "Closed lost (Sales)", more=D) + deal(3, "Closed lost", more=C),
     [("look", 3), ("decide", 3), ("agree", 2), ("own", 1)], 0),
    (ENTERED + deal(1, "Closed won", more=C) + deal(2, "Closed lost", more=",,,2026-09-20"), [("look", 2), ("own", 1)], 1),
    (HEAD + "\n" + WON, [("look", 2), ("decide", 2), ("agree", 2), ("own", 2)], 0),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "people", "unplaced"), KNOWN)
def test_no_step_is_said_to_keep_more_than_is_known(rows: str, people: list[tuple[str, int]], unplaced: int) -> None:
    found = gather("funnel", rows)
    assert found.measured
    assert list(found.measured.stages) == people
    assert found.measured.files[0].unplaced == unplaced
    assert found.measured.latest
    assert found.measured.latest.value == people[-1][1] / people[0][1]
    told = [message for code, message in codes(found) if code == "export-stage-unknown"]
    assert len(told) == bool(unplaced)
    assert all(message.startswith(f"{unplaced} lost deal") for message in told)


OTHERS: list[tuple[str, dict[str, str], str, list[tuple[str, int]], int]] = [
    ("amocrm-deals", {"Новая": "look", "Счёт": "decide"},
     "ID;Этап сделки;Бюджет;Дата создания сделки\n1;Успешно реализовано;9;01.09.2026\n2;Закрыто и не реализовано;9;02.09.2026\n", [("look", 2)], 1),
    ("amocrm-deals", {"Новая": "look", "Счёт": "decide"},
     "ID;Этап сделки;Бюджет;Дата создания сделки;Этап отказа\n1;Успешно реализовано;9;01.09.2026;\n2;Закрыто и не реализовано;9;02.09.2026;Новая\n",
     [("look", 2), ("decide", 1)], 0),
    ("bitrix24-deals", {"Новая": "look", "Сделка успешна": "own"},
     "ID;Стадия сделки;Сумма;Дата создания\n1;Сделка успешна;9;01.09.2026\n2;Сделка провалена;9;02.09.2026\n", [("look", 2), ("own", 1)], 1),
    ("salesforce-opportunities", {"Prospecting": "look", "Proposal": "decide"},
     "Opportunity ID,Stage,Created Date,Last Stage\n1,Closed Won,9/13/2026,Proposal\n2,Closed Lost,9/14/2026,Proposal\n", [("look", 2), ("decide", 2)], 0),
    ("pipedrive-deals", {"Lead": "look", "Demo": "decide", "Contract": "agree"},
     "ID,Stage,Status,Deal created\n1,Contract,won,2026-09-01\n2,Demo,lost,2026-09-01\n3,Lead,lost,2026-09-01\n", [("look", 3), ("decide", 2), ("agree", 1)], 0),
    ("pipedrive-deals", {"Lead": "look", "Contract": "agree"},
     "ID,Stage,Status,Deal created\n1,Contract,won,2026-09-01\n2,Demo,lost,2026-09-01\n", [("look", 2)], 1),
]  # fmt: skip


@pytest.mark.parametrize(("profile", "stages", "rows", "people", "unplaced"), OTHERS)
def test_so_it_is_in_the_exports_of_all(profile: str, stages: dict[str, str], rows: str, people: list[tuple[str, int]], unplaced: int) -> None:
    found = gather("funnel", rows, profile, stages)
    assert found.measured
    assert list(found.measured.stages) == people
    assert found.measured.files[0].unplaced == unplaced


def test_a_column_by_another_name_says_how_far_they_came() -> None:
    rows = f"{HEAD},Died in\n{WON}{deal(3, 'Closed lost', more=',Demo')}"
    found = gather("funnel", rows, reached="Died in")
    assert found.measured
    assert list(found.measured.stages) == [("look", 3), ("decide", 3), ("agree", 2), ("own", 2)]
    assert "export-stage-unknown" not in [code for code, _ in codes(found)]


def test_segments_are_counted_where_all_of_them_can_be() -> None:
    clubs = deal(1, "Closed won", more=",,A") + deal(2, "Closed lost", more=",Demo,A") + deal(3, "Closed won", more=",,B") + deal(4, "Closed lost", more=",,B")
    found = gather("funnel", HEAD + ",Lost stage,Pipeline\n" + clubs).measured
    assert found
    assert [(each.name, dict(each.stages)) for each in found.segments] == [("A", {"look": 2, "own": 1}), ("B", {"look": 2, "own": 1})]


def test_where_a_deal_was_lost_is_told_at_its_cell() -> None:
    found = gather("funnel", HEAD + "\n" + WON + LOST)
    told = [each for each in found.complaints if isinstance(each, Misread)]
    assert [(each.file, each.fault.line, each.fault.column) for each in told] == [("a.csv", 4, 2)]


def test_a_lost_deal_is_no_stage() -> None:
    found = gather("funnel", BEFORE + WON + deal(3, "Closed lost", more=",Demo"), stages={**OURS, "Closed lost": "agree"})
    told = [each for each in found.complaints if isinstance(each, Misnamed) and each.path[-1] == "Closed lost"]
    assert [(each.code, each.message) for each in told] == [("export-unmatched", "“Closed lost” is no stage: a deal may be lost at any")]
    assert found.measured
    assert dict(found.measured.stages)["agree"] == 2


MONTHS = HEAD + "\n" + "".join(
    deal(10 * month + at, stage, f"2026-{month:02}-0{at + 1}")
    for month, stages in ((8, "WWL"), (9, "WLO"), (10, "WOO"), (11, "OO"))
    for at, stage in enumerate({"W": "Closed won", "L": "Closed lost", "O": "Demo"}[each] for each in stages)
)  # fmt: skip


@pytest.mark.parametrize(("type", "values"), [("conversion", [2 / 3, 1 / 2]), ("drop-off", [1 / 3, 1 / 2]), ("funnel", [2 / 3, 1 / 2])])
def test_deals_that_began_together_are_told_together(type: str, values: list[float]) -> None:
    found = gather(type, MONTHS)
    assert found.measured
    assert [(each.period, each.open) for each in found.measured.series] == [("2026-08", 0), ("2026-09", 1)]
    assert [each.estimate.value for each in found.measured.series] == pytest.approx(values)
    assert found.measured.files[0].open == 5
    said = [message for code, message in codes(found) if code == "export-unfinished"]
    assert said == [
        "2 of the 3 deals that began in 2026-10 are open, so it is left out until most have ended",
        "3 deals are open (1 of 2026-09, 2 of 2026-11): they count neither as won nor as lost, and widen the interval",
    ]


def test_an_interval_holds_what_may_come_of_open_deals() -> None:
    rows = HEAD + "\n" + "".join(deal(at, stage) for at, stage in enumerate(["Closed won"] * 12 + ["Closed lost"] * 20 + ["Demo"] * 8))
    found = gather("conversion", rows).measured
    assert found
    estimate, counted = found.series[0].estimate, found.series[0].counted
    assert (estimate.value, estimate.n, estimate.method, counted) == (12 / 32, 32, "bounds", Count(12, 32))
    assert estimate.low == pytest.approx(binomtest(12, 40).proportion_ci(method="wilson").low, abs=1e-9)
    assert estimate.high == pytest.approx(binomtest(20, 40).proportion_ci(method="wilson").high, abs=1e-9)
    step = changed(found.series[0], found.series[0])
    assert step
    assert step.signal is None, "no test is made of it"


def test_money_and_time_stand_where_the_deal_was_won() -> None:
    rows = HEAD + "\n1,Closed won,100,2026-08-01,2026-09-20,\n2,Demo,900,2026-08-01,2027-01-20,\n3,Closed lost,500,2026-08-01,2026-10-20,\n"
    for type, value in (("revenue", 100), ("time", 50 * 86400)):
        found = gather(type, rows).measured
        assert found
        assert [(each.period, each.estimate.value) for each in found.series] == [("2026-09", value)]


def test_without_a_day_of_creation_a_deal_stands_where_it_ended() -> None:
    rows = "Record ID,Deal Stage,Close Date\n1,Closed won,2026-08-20\n2,Closed lost,2026-09-20\n"
    found = gather("conversion", rows).measured
    assert found
    assert [(each.period, each.estimate.value) for each in found.series] == [("2026-08", 1), ("2026-09", 0)]


UNTIL = [
    (HEAD + "\n1,Closed won,1,2026-08-01,2026-09-20,\n", "2026-09-20"),
    (HEAD + "\n1,Demo,1,2026-08-01,2027-01-20,\n2,Closed won,1,2026-08-01,2026-08-03,\n", "2026-08-03"),
    (ENTERED + deal(1, "Closed won", more=",2026-09-03,2026-11-07,") + deal(2, "Demo", more=",2026-09-03,2026-12-07,"), "2026-12-07"),
]


@pytest.mark.parametrize(("rows", "until"), UNTIL)
def test_an_export_knows_of_its_last_day_whatever_happened_then(rows: str, until: str) -> None:
    found = gather("conversion", rows).measured
    assert found
    assert str(found.as_of) == until


def test_deals_of_which_none_has_ended_have_no_share() -> None:
    found = gather("conversion", HEAD + "\n" + deal(1, "Demo"))
    assert found.measured is None
    assert codes(found)[-1] == ("export-unfit", "none of these deals has ended, so there is no share yet")


AMO = "ID,Бюджет,Дата создания,Дата закрытия,Этап сделки\n" + "".join(
    f"{at},100,0{at}.10.2026 10:00:00,{'05.11.2026 10:00:00' if stage != 'Переговоры' else 'ENDED'},{stage}\n"
    for at, stage in enumerate(["Успешно реализовано"] * 3 + ["Закрыто и не реализовано"] * 2 + ["Переговоры"] * 3, 1)
)


@pytest.mark.parametrize("none", ["не закрыта", "Не закрыта", "нет", "not closed", "open", "-", ""])
def test_a_word_for_not_yet_in_the_closing_day_is_an_open_deal_and_no_row_that_cannot_be_read(none: str) -> None:
    found = gather("conversion", AMO.replace("ENDED", none), "amocrm-deals", {})
    assert found.measured
    (point,) = found.measured.series
    assert (point.estimate.value, point.open) == (0.6, 3)
    assert found.measured.files[0].refused == 0


def test_nobody_is_told_to_make_up_a_closing_day() -> None:
    hints = {each.fault.hint for each in gather("conversion", AMO.replace("ENDED", "soon"), "amocrm-deals", {}).complaints if isinstance(each, Misread)}
    assert "write it as `2026-05-31`, or leave it empty where it has not ended" in hints
