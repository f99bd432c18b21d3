"""Whether shares are percent or fractions is said by the name of their column, the unit, the counts beside them, and else by their cells."""

import datetime
from typing import Any

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.gathered import Gathered, gathered

TODAY = datetime.date(2027, 6, 1)
REPORT = {"profile": "metrica-report"}
OWN = {"period": "month", "value": "share"}


def gather(source: dict[str, Any], rows: str, unit: str | None = None) -> Gathered:
    metric = Metric.model_validate({"title": "X", "type": "conversion", "unit": unit, "source": {"file": "*", **source}})
    assert isinstance(metric.source, Source)
    return gathered(metric, metric.source, [("t.csv", rows.encode())], TODAY)


def values(found: Gathered) -> list[float]:
    assert found.measured
    return [each.estimate.value for each in found.measured.series]


CASES: list[tuple[dict[str, Any], str, str | None, list[float], bool]] = [
    (REPORT, "Период;Визиты;Конверсия, %;Достижения цели\nСентябрь 2026;10000;0,9;90\nОктябрь 2026;10000;0,8;80\n", None, [0.009, 0.008], False),
    (REPORT, "Период;Визиты;Конверсия;Достижения цели\nСентябрь 2026;10000;0,9;90\nОктябрь 2026;10000;0,8;80\n", None, [0.009, 0.008], False),
    (REPORT, "Период;Визиты;Конверсия, %;Достижения цели\nСентябрь 2026;1000;0,9;900\nОктябрь 2026;1000;0,8;800\n", None, [0.9, 0.8], False),
    ({**OWN, "value": "share, %"}, 'month,"share, %"\n2026-09,0.9\n2026-10,0.8\n', None, [0.009, 0.008], True),
    ({**OWN, "value": "percent"}, "month,percent\n2026-09,12\n2026-10,16\n", None, [0.12, 0.16], False),
    ({**OWN, "value": "процент отказов"}, "month,процент отказов\n2026-09,0.9\n2026-10,0.8\n", None, [0.009, 0.008], True),
    ({**OWN, "value": "percentile"}, "month,percentile\n2026-09,0.9\n2026-10,0.8\n", None, [0.9, 0.8], False),
    (OWN, "month,share\n2026-09,0.9\n2026-10,0.8\n", "%", [0.009, 0.008], True),
    (OWN, "month,share\n2026-09,0.9\n2026-10,0.8\n", None, [0.9, 0.8], False),
    ({**OWN, "value": "share, %", "people": "visits"}, 'month,visits,"share, %"\n2026-09,1000,12\n2026-10,1000,16\n', None, [0.12, 0.16], False),
    ({**OWN, "people": "visits"}, "month,visits,share\n2026-09,1000,12\n2026-10,1000,16\n", None, [0.012, 0.016], False),
]  # fmt: skip


@pytest.mark.parametrize(("source", "rows", "unit", "expected", "told"), CASES)
def test_percent_is_said_by_a_name_a_unit_or_counts(
    source: dict[str, Any], rows: str, unit: str | None, expected: list[float], told: bool
) -> None:
    found = gather(source, rows, unit)
    assert values(found) == pytest.approx(expected)
    assert any("written in percent" in each.fault.message for each in found.complaints if isinstance(each, Misread)) == told


MIXED: list[tuple[str, list[str], list[int]]] = [
    ("share", ["12", "0.117", "12.6", "12.8"], [3]),
    ("share, %", ["12", "0.117", "12.6", "12.8"], [3]),
    ("share", ["0.12", "0.117", "12.6", "0.128"], [4]),
    ("share", ["1.2", "0.9", "1.1", "1.3"], []),
    ("share", ["12", "0.5", "12.6", "12.8"], []),
    ("share", ["12", "0", "12.6", "12.8"], []),
]


@pytest.mark.parametrize(("name", "cells", "refused"), MIXED)
def test_a_share_written_otherwise_than_the_others_is_refused_at_its_row(name: str, cells: list[str], refused: list[int]) -> None:
    rows = "".join(f"2026-{month:02};{cell}\n" for month, cell in enumerate(cells, start=5))
    found = gather({**OWN, "value": name}, f"month;{name}\n{rows}".replace(".", ","))
    told = [each.fault for each in found.complaints if isinstance(each, Misread) and each.code == "export-row-refused"]
    assert [(each.line, each.column) for each in told] == [(line, 2) for line in refused]
    assert max(values(found)) < 0.2
    assert len(values(found)) == len(cells) - len(refused)


@pytest.mark.parametrize("type", ["reach", "clicks"])
@pytest.mark.parametrize(("name", "cells"), [("share, %", "40;52"), ("share, %", "0,8;0,9"), ("share", "40%;52%")])
def test_what_is_counted_is_a_share_where_its_column_says_percent(type: str, name: str, cells: str) -> None:
    one, other = cells.split(";")
    metric = Metric.model_validate({"title": "X", "type": type, "source": {"file": "*", "period": "month", "value": name}})
    assert isinstance(metric.source, Source)
    rows = f"month;{name};note\n2026-09;{one};a\n2026-10;{other};b\n"
    found = gathered(metric, metric.source, [("t.csv", rows.encode())], TODAY)
    assert found.measured
    assert found.measured.kind == "share"
    assert values(found) == pytest.approx([float(each.strip("%").replace(",", ".")) / 100 for each in (one, other)])
