"""Of counts and of a share beside them that is theirs, rounded, the counts are taken; of a share of something else, the share."""

import datetime
from typing import Any

import pytest

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.gather.gathered import gathered
from cjmgen.numbers.measured import Measured
from cjmgen.numbers.share import Count

NAMED = {"value": "Достижения цели"}


def measured(rows: str, source: dict[str, Any], name: str = "Достижения цели") -> Measured:
    filled = {"file": "*", "profile": "metrica-report", **source}
    metric = Metric.model_validate({"title": "X", "type": "conversion", "source": filled})
    assert isinstance(metric.source, Source)
    content = f"Месяц;Визиты;Конверсия;{name}\n{rows}".encode()
    found = gathered(metric, metric.source, [("t.csv", content)], datetime.date(2027, 6, 1)).measured
    assert found
    return found


MONTHS = "Сентябрь 2026;57010;2,21 %;1260\nОктябрь 2026;60120;2,18 %;1311\n"

CASES: list[tuple[str, dict[str, Any], list[float]]] = [
    (MONTHS, {}, [1260 / 57010, 1311 / 60120]),
    (MONTHS, NAMED, [1260 / 57010, 1311 / 60120]),
    (MONTHS.replace("2,18", "2,20"), {}, [0.0221, 0.022]),
    (MONTHS.replace("2,18", "2,20"), NAMED, [1260 / 57010, 1311 / 60120]),
    (MONTHS.replace(";1311", ";"), {}, [0.0221, 0.0218]),
    (MONTHS.replace("1311", "90000"), {}, [0.0221, 0.0218]),
    ("Сентябрь 2026;1000;2 %;24\nОктябрь 2026;1000;3 %;25\n", {}, [0.024, 0.025]),
    ("Сентябрь 2026;1000;2 %;26\nОктябрь 2026;1000;3 %;25\n", {}, [0.02, 0.03]),
    (MONTHS.replace("60120;2,18 %;1311", "0;0,00 %;0"), {}, [1260 / 57010, 0]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "source", "expected"), CASES)
def test_counts_go_before_a_rounded_share(rows: str, source: dict[str, Any], expected: list[float]) -> None:
    found = measured(rows, source)
    assert [each.estimate.value for each in found.series] == pytest.approx(expected)


def test_the_figure_is_tested_by_its_counts() -> None:
    assert [each.counted for each in measured(MONTHS, {}).series] == [Count(1260, 57010), Count(1311, 60120)]
