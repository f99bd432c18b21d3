"""Requests to support that are open have no time yet: they widen the interval of the time that answers take, and are told."""

import datetime

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.gather.gathered import Gathered, gathered

HEAD = "Ticket ID,Status,Created at,Solved at,Subject\n"
TODAY = datetime.date(2027, 6, 1)


def rows(month: str, solved: int, waiting: int, status: str = "open") -> str:
    """Requests of a month, those that were solved after an hour, two hours and so on."""
    done = (f"{month}-{at},solved,{month}-01 00:00,{month}-{1 + at // 24:02} {at % 24:02}:00,X\n" for at in range(1, solved + 1))
    return "".join((*done, *(f"{month}-w{at},{status},{month}-01 00:00,,X\n" for at in range(waiting))))


def gather(text: str, **more: str) -> Gathered:
    metric = Metric.model_validate({"title": "X", "type": "time", "source": {"file": "*", "profile": "support-tickets"}, **more})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [("tickets.csv", (HEAD + text).encode())], TODAY)


def told(of: Gathered) -> list[str]:
    return [getattr(each, "message", "") or each.fault.message for each in of.complaints]  # type: ignore[union-attr]


@pytest.mark.parametrize(("waiting", "high"), [(0, 15), (5, 18), (10, 21)])
def test_open_requests_widen_the_interval_upwards_as_if_they_took_longest(waiting: int, high: int) -> None:
    """The places are those of the sign test for 20, 25 and 30, as in Dixon and Massey (1969), A-25."""
    found = gather(rows("2026-10", 20, waiting) + rows("2026-11", 20, 0)).measured
    assert found
    first = found.series[0]
    assert (first.estimate.value / 3600, first.estimate.n, first.open) == (10.5, 20, waiting)
    assert first.estimate.low == 6 * 3600
    assert first.estimate.high == (None if high > 20 else high * 3600)
    assert found.open == waiting


def test_a_month_more_than_half_of_whose_requests_are_open_has_no_median_and_says_why() -> None:
    found = gather(rows("2026-10", 20, 2) + rows("2026-11", 20, 40))
    assert found.measured
    assert [each.period for each in found.measured.series] == ["2026-10"]
    assert "42 requests are open (2 of 2026-10, 40 of 2026-11): they have no time yet, and widen the interval" in told(found)
    assert "no figure comes of the 60 rows of 2026-11, as 40 of them are open, so that it is left out" in told(found)


def test_where_too_many_are_open_nothing_is_told_of_their_time() -> None:
    found = gather(rows("2026-10", 20, 40))
    assert found.measured is None
    assert "too many of these requests are open to tell how long they take" in told(found)


def test_of_nine_in_ten_one_in_ten_may_be_open() -> None:
    assert gather(rows("2026-10", 20, 1), method="p90").measured
    assert gather(rows("2026-10", 20, 4), method="p90").measured is None


def test_a_request_that_was_solved_nobody_knows_when_is_not_open() -> None:
    found = gather(rows("2026-10", 20, 5, "Solved")).measured
    assert found
    assert found.open == 0
