"""A file most of whose rows can't be read, and a value that has none, give no figure; clicks are those of what the source names."""

import datetime
from typing import Any

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.gather.gathered import Gathered, gathered

HEAD = "Timestamp,Rate us\n"
FORMS = {"profile": "google-forms", "value": "Rate us"}
TICKETS = "Ticket ID,Status,Created at,Solved at,Subject,Satisfaction\n" + "".join(f"{at},solved,2026-10-0{at},,X,SCORE\n" for at in range(1, 10))


def gather(type: str, source: dict[str, Any], *files: str, **more: Any) -> Gathered:
    metric = Metric.model_validate({"title": "X", "type": type, "source": {"file": "*", **source}, **more})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [(f"{at}.csv", text.encode()) for at, text in enumerate(files)], datetime.date(2027, 6, 1))


def told(of: Gathered, code: str) -> list[str]:
    return [getattr(each, "message", "") or each.fault.message for each in of.complaints if each.code == code]  # type: ignore[union-attr]


def answers(*scores: object) -> str:
    return HEAD + "".join(f"2026-10-{at:02},{score}\n" for at, score in enumerate(scores, 1))


@pytest.mark.parametrize("written", ["{} – fine", "{} - хорошо", "{}. Good", "{} (отлично)", "{} stars", "{}: ok", "{} из пяти"])
def test_an_answer_that_its_name_goes_with_is_that_answer(written: str) -> None:
    found = gather("csat", FORMS, answers(*(written.format(each) for each in (5, 4, 5, 2))))
    assert found.measured
    assert found.measured.latest
    assert found.measured.latest.value == 4
    assert found.measured.answers == ((2, 1), (4, 1), (5, 2))


@pytest.mark.parametrize("written", ["5/10", '"4,5 балла"', "fine", "2026-10-01"])
def test_what_is_no_grade_is_refused(written: str) -> None:
    assert told(gather("csat", FORMS, answers(5, 4, 5, written)), "export-row-refused")


def test_from_half_of_the_rows_on_what_is_left_gives_no_figure() -> None:
    bad = ("fine", "well", "so so")
    assert gather("csat", FORMS, answers(5, 4, 5, 5, *bad)).measured
    found = gather("csat", FORMS, answers(5, 4, 5, *bad))
    assert found.measured is None
    assert told(found, "export-unreadable") == ["3 of 6 rows can't be read, so that the others say little, and this file gives no figure"]
    assert len(told(found, "export-row-refused")) == 3


def test_other_files_count_and_months_to_come_that_are_empty_are_nothing_wrong() -> None:
    found = gather("csat", FORMS, answers(5, 4, 5, 4), answers(1, "no", "never").replace("2026-10", "2026-11"))
    assert found.measured
    assert [each.period for each in found.measured.series] == ["2026-10"]
    year = "month,n\n2026-09,5\n2026-10,6\n2026-11,\n2026-12,\n"
    assert gather("custom", {"period": "month", "value": "n"}, year).measured


@pytest.mark.parametrize("type", ["custom", "reach", "csat"])
def test_a_value_that_is_named_and_has_none_is_told_and_nothing_else_is_counted(type: str) -> None:
    source = {"profile": "support-tickets", "value": "Satisfaction"}
    found = gather(type, source, TICKETS.replace("SCORE", ""))
    assert found.measured is None
    assert told(found, "export-unfit") == ["the column “Satisfaction” is named as `value` and has none"]
    rated = gather(type, source, TICKETS.replace("SCORE", "4")).measured
    assert rated
    assert rated.latest
    assert rated.latest.value == (9 if type == "reach" else 4)


def test_clicks_are_those_of_what_the_source_names_as_all() -> None:
    rows = "month,shown,clicks\n2026-09,60000,1000\n2026-10,61000,1100\n"
    found = gather("clicks", {"period": "month", "value": "clicks", "people": "shown"}, rows).measured
    assert found
    assert [(each.estimate.value, each.estimate.n) for each in found.series] == [(1000 / 60000, 60000), (1100 / 61000, 61000)]
    alone = gather("clicks", {"period": "month", "value": "clicks"}, rows).measured
    assert alone
    assert [each.estimate.value for each in alone.series] == [1000, 1100]
