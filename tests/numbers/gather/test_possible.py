"""What can't have been answered or counted is told with its line, and takes nothing else with it; a scale is settled by all answers."""

import datetime

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.gathered import Gathered, gathered

Series = list[tuple[str, float]]


def rated(*months: tuple[str, str]) -> str:
    """Answers by month, as a survey exports them."""
    rows = [f'{month}{at},"{answer}",completed,{month}-03 06:00:00\n' for month, answers in months for at, answer in enumerate(answers.split())]
    return "#,How was it?,Response Type,Submit Date (UTC)\n" + "".join(rows)


TODAY = datetime.date(2027, 6, 1)


def gather(type: str, method: str | None, content: dict[str, str], source: dict[str, str]) -> Gathered:
    metric = Metric.model_validate({"title": "X", "type": type, "method": method, "source": {"file": "*", **source}})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [(name, rows.encode()) for name, rows in content.items()], TODAY)


def series(found: Gathered) -> Series:
    assert found.measured
    return [(each.period, round(each.estimate.value, 4)) for each in found.measured.series]


SURVEY = {"profile": "typeform", "value": "How was it?"}
AUGUST, SEPTEMBER = "2026-08", "2026-09"

IMPOSSIBLE: list[tuple[str, str, Series, list[tuple[int, int, str]]]] = [
    ("nps", rated((AUGUST, "10 9 11 3 8"), (SEPTEMBER, "9 9")), [(AUGUST, 25), (SEPTEMBER, 100)], [(4, 2, "11 is no answer from 0 to 10")]),
    ("csat", rated((AUGUST, "5 0 4"), (SEPTEMBER, "3 4")), [(AUGUST, 4.5), (SEPTEMBER, 3.5)], [(3, 2, "0 is no answer from 1 to 10")]),
    ("csat", rated((AUGUST, "5 4"), (SEPTEMBER, "3 4,5 5")), [(AUGUST, 4.5), (SEPTEMBER, 4)], [(5, 2, "4.5 is no answer of a scale: these are whole")]),
    ("ces", rated((AUGUST, "7 12 5"),), [(AUGUST, 6)], [(3, 2, "12 is no answer from 1 to 10")]),
    ("custom", rated((AUGUST, "7 12 5"),), [(AUGUST, 8)], []),
]  # fmt: skip


@pytest.mark.parametrize(("type", "rows", "figures", "told"), IMPOSSIBLE)
def test_an_impossible_answer_is_refused_alone(type: str, rows: str, figures: Series, told: list[tuple[int, int, str]]) -> None:
    found = gather(type, None, {"a.csv": rows}, SURVEY)
    assert series(found) == figures
    refused = [each for each in found.complaints if isinstance(each, Misread) and each.code == "export-row-refused"]
    assert [(each.fault.line, each.fault.column, each.fault.message) for each in refused] == told
    assert found.measured
    assert found.measured.files[0].refused == len(told)


SCALES: list[tuple[str, str | None, dict[str, str], Series]] = [
    ("csat", "top2box", {"a.csv": rated((AUGUST, "7 6 5 4 7"), (SEPTEMBER, "5 5 4 3 5"))}, [(AUGUST, 0.6), (SEPTEMBER, 0)]),
    ("csat", "top2box", {"a.csv": rated((AUGUST, "5 5 4 3 5")), "b.csv": rated((SEPTEMBER, "7 6"))}, [(AUGUST, 0), (SEPTEMBER, 1)]),
    ("csat", "top2box", {"a.csv": rated((AUGUST, "5 4 3 1"))}, [(AUGUST, 0.5)]),
    ("ces", "top3box", {"a.csv": rated((AUGUST, "10 9 1 2"), (SEPTEMBER, "7 6 5"))}, [(AUGUST, 0.5), (SEPTEMBER, 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("type", "method", "content", "figures"), SCALES)
def test_all_answers_settle_one_scale(type: str, method: str | None, content: dict[str, str], figures: Series) -> None:
    assert series(gather(type, method, content, SURVEY)) == figures


def test_segments_are_on_the_scale_of_all() -> None:
    rows = rated((AUGUST, "7 6 5 5")).splitlines()
    content = "\n".join(["country," + rows[0], *(f"{place},{row}" for place, row in zip(("de", "de", "fr", "fr"), rows[1:], strict=True))]) + "\n"
    found = gather("csat", "top2box", {"a.csv": content}, {**SURVEY, "segment": "country"}).measured
    assert found
    assert [(each.name, each.estimate and each.estimate.value) for each in found.segments] == [("de", 1), ("fr", 0)]


def test_a_period_without_a_figure_is_told_at_its_first_row() -> None:
    rows = "month,orders,visits\n2026-09,90,1000\n2026-10,1084,1020\n"
    found = gather("conversion", None, {"a.csv": rows}, {"period": "month", "value": "orders", "people": "visits"})
    assert series(found) == [("2026-09", 0.09)]
    told = [(each.code, each.fault.line, each.fault.message) for each in found.complaints if isinstance(each, Misread)]
    assert told == [("export-row-refused", 3, "no figure comes of the row of 2026-10, so that it is left out")]


def unfit(found: Gathered) -> list[tuple[tuple[str | int, ...], str]]:
    return [(each.path, each.message) for each in found.complaints if isinstance(each, Misnamed) and each.code == "export-unfit"]


METHODS = [
    ("csat", "top9box", SURVEY, ("mean", "top2box")),
    ("csat", "top3box", SURVEY, ("mean", "top2box")),
    ("ces", "top2box", SURVEY, ("mean", "top3box")),
    ("nps", "top2box", SURVEY, ()),
    ("revenue", "per-click", {"value": "How was it?"}, ("sum", "per-visit", "per-person", "per-conversion")),
    ("time", "p90", {"value": "How was it?"}, ("mean",)),
]


@pytest.mark.parametrize(("type", "method", "source", "known"), METHODS)
def test_a_method_that_a_type_has_not_got_is_told(type: str, method: str, source: dict[str, str], known: tuple[str, ...]) -> None:
    found = gather(type, method, {"a.csv": rated((AUGUST, "5 4"))}, source)
    told = [each for each in found.complaints if isinstance(each, Misnamed)]
    assert [(each.code, each.path, each.name, each.known) for each in told] == [("export-unfit", ("method",), method, known)]


@pytest.mark.parametrize(("type", "method"), [("csat", None), ("csat", "mean"), ("csat", "top2box"), ("ces", "top3box"), ("nps", "by mail")])
def test_a_method_of_the_type_is_none_to_tell(type: str, method: str | None) -> None:
    assert gather(type, method, {"a.csv": rated((AUGUST, "5 4"))}, SURVEY).complaints == ()


OWN = {"period": "month", "value": "score"}
SINGLE = "month,score\n2026-08,10\n2026-08,3\n2026-08,9\n2026-09,8\n2026-09,9\n"


@pytest.mark.parametrize(("type", "method"), [("nps", None), ("csat", "top2box"), ("ces", "top3box")])
def test_single_answers_do_not_pass_for_a_score(type: str, method: str | None) -> None:
    found = gather(type, method, {"a.csv": SINGLE}, OWN)
    assert found.measured is None
    assert unfit(found) == [(("source",), f"several rows of one period have a score, and the mean of these is no {type.upper()}")]


READY: list[tuple[str, str | None, str, dict[str, str], Series]] = [
    ("nps", None, "month,score\n2026-08,25\n2026-09,40\n", OWN, [("2026-08", 25), ("2026-09", 40)]),
    ("nps", None, "month,score,n\n2026-08,25,10\n2026-08,40,20\n", {**OWN, "people": "n"}, [("2026-08", 35)]),
    ("nps", None, "month,score,land\n2026-08,25,de\n2026-08,35,fr\n", {**OWN, "segment": "land"}, [("2026-08", 30)]),
    ("nps", None, "month,score\n2026-08,-25\n2026-09,-101\n2026-10,−12\n", OWN, [("2026-08", -25), ("2026-10", -12)]),
    ("csat", None, "month,score\n2026-08,4\n2026-09,-5\n", OWN, [("2026-08", 4)]),
    ("custom", None, "month,score\n2026-08,-4\n", OWN, [("2026-08", -4)]),
    ("csat", None, "month,score\n2026-08,4\n2026-08,5\n", OWN, [("2026-08", 4.5)]),
    ("csat", "top2box", "month,score\n2026-08,60%\n", OWN, [("2026-08", 0.6)]),
]


@pytest.mark.parametrize(("type", "method", "rows", "source", "figures"), READY)
def test_a_score_that_came_ready_made_stays(type: str, method: str | None, rows: str, source: dict[str, str], figures: Series) -> None:
    found = gather(type, method, {"a.csv": rows}, source)
    assert (series(found), unfit(found)) == (figures, [])


NAMED: list[tuple[str, str | None, str, str, float, list[str]]] = [
    ("csat", None, "1-5", "5 4 10 3", 4, ["10 is no answer from 1 to 5"]),
    ("csat", "top2box", "1-5", "5 4 3 6", 2 / 3, ["6 is no answer from 1 to 5"]),
    ("csat", "top2box", "1-7", "5 5 6 7", 0.5, []),
    ("csat", "top2box", "0-10", "5 0 9 10", 0.5, []),
    ("ces", None, "1-5", "5 4 7", 4.5, ["7 is no answer from 1 to 5"]),
    ("ces", "top3box", "1 – 10", "8 9 7", 2 / 3, []),
    ("custom", None, "1-5", "5 4.5 6", 4.75, ["6 is no answer from 1 to 5"]),
    ("nps", None, "0-10", "10 9 11", 100, ["11 is no answer from 0 to 10"]),
]  # fmt: skip


@pytest.mark.parametrize(("type", "method", "scale", "answers", "value", "refused"), NAMED)
def test_a_scale_that_is_named_is_not_guessed(type: str, method: str | None, scale: str, answers: str, value: float, refused: list[str]) -> None:
    found = gather(type, method, {"a.csv": rated((AUGUST, answers))}, {**SURVEY, "scale": scale})
    assert series(found) == [(AUGUST, round(value, 4))]
    assert [each.fault.message for each in found.complaints if isinstance(each, Misread)] == refused
    assert len(found.complaints) == len(refused)


GUESSED = [
    ("csat", "5 4 3 2 10", "it is assumed that answers go from 1 to 10, as 1 of 5 is above 7"),
    ("csat", "5 4 6 2 7", "it is assumed that answers go from 1 to 7, as 2 of 5 are above 5"),
    ("ces", "5 4 6 2 7", ""),
    ("ces", "5 4 6 2 8", "it is assumed that answers go from 1 to 10, as 1 of 5 is above 7"),
    ("csat", "5 4 3", ""),
]


@pytest.mark.parametrize(("type", "answers", "message"), GUESSED)
def test_a_scale_that_answers_made_wider_is_told(type: str, answers: str, message: str) -> None:
    found = gather(type, None, {"a.csv": rated((AUGUST, answers))}, SURVEY)
    told = [each.message for each in found.complaints if isinstance(each, Misnamed) and each.code == "export-assumed"]
    assert told == [message] * bool(message)


@pytest.mark.parametrize("scale", ["5", "5-1", "5-5", "1 to 5", "1-5000", "-1-5", ""])
def test_what_is_no_scale_is_a_mistake(scale: str) -> None:
    with pytest.raises(ValueError, match="a scale of answers like 1-5"):
        Source.model_validate({"file": "a.csv", "scale": scale})


def test_an_nps_has_its_own_scale() -> None:
    found = gather("nps", None, {"a.csv": rated((AUGUST, "5 4"))}, {**SURVEY, "scale": "1-5"})
    assert (("source", "scale"), "an NPS is asked from 0 to 10, not from 1 to 5") in unfit(found)


WEEKLY: list[tuple[str, str | None, str, dict[str, str], Series, list[tuple[int, int]]]] = [
    ("nps", None, "day,score\n2026-08-03,25\n2026-08-10,31\n2026-09-07,40\n2026-09-14,9\n", {"date": "day", "value": "score"},
     [("2026-08", 31), ("2026-09", 9)], [3, 5]),
    ("nps", None, "day,score\n2026-08-10,31\n2026-08-03,-25\n", {"date": "day", "value": "score"}, [("2026-08", 31)], [2]),
    ("nps", None, "week,score\n2026-W32,8.5\n2026-W33,9\n", {"period": "week", "value": "score"}, [("2026-08", 9)], [3]),
    ("csat", "top2box", "day,score\n2026-08-03,62\n2026-08-10,71\n", {"date": "day", "value": "score"}, [("2026-08", 71)], [3]),
    ("nps", None, "day,score,n\n2026-08-03,25,10\n2026-08-10,40,20\n", {"date": "day", "value": "score", "people": "n"}, [("2026-08", 35)], []),
    ("nps", None, "day,land,score\n2026-08-03,de,20\n2026-08-10,de,30\n2026-08-03,fr,40\n", {"date": "day", "value": "score", "segment": "land"},
     [("2026-08", 35)], [3]),
]  # fmt: skip


@pytest.mark.parametrize(("type", "method", "rows", "source", "figures", "told"), WEEKLY)
def test_of_ready_made_scores_of_weeks_the_last_stands_for_the_month(
    type: str, method: str | None, rows: str, source: dict[str, str], figures: Series, told: list[int]
) -> None:
    found = gather(type, method, {"a.csv": rows}, source)
    assert series(found) == figures
    said = [(each.fault.line, each.fault.message) for each in found.complaints if isinstance(each, Misread) and each.code == "export-assumed"]
    assert [line for line, _ in said] == told
    assert all("the last stands for them" in message for _, message in said)
    assert unfit(found) == []
