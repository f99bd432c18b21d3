"""Spark counts as plain Python does, in local mode and for real; `make test-long` alone installs it and runs this."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import ibis
import pytest

from cjmgen.events.parts import asked_of, total
from cjmgen.shell.engine import Engine
from events.logs import Case, cases, several
from events.reference import counts
from long import times

CASES = list(cases())
LOGS, TOGETHER = times(12, 10_000), times(2, 50)
KINDS = "user string, time bigint, event string, properties string, segment string"
CALM = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Spark in this machine, with two threads."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]")
    for name, value in CALM.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::Warning")  # of what Spark does with sockets and pandas
@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(case.events.stages))
def test_spark_counts_as_python_does(case: Case, spark: Any) -> None:
    chance = random.Random(f"{case.events.stages}")
    engine = Engine("pyspark", ibis.pyspark.connect(spark), lambda: -1.0)
    for _ in range(-(-LOGS // len(CASES) // TOGETHER)):
        events, periods = several(chance, case, TOGETHER)
        spark.createDataFrame([tuple(event.values()) for event in events], KINDS).createOrReplaceTempView("log")
        table = engine.connection.table("log")
        rows = engine.rows(lambda table=table: total(table, case.asked))
        rows += engine.rows(lambda table=table, periods=periods: asked_of(table, case.asked, periods, engine.keep))
        plain = replace(case.plain, periods=[(each.start, each.end) for each in periods])
        assert Counter(tuple(row.values()) for row in rows) == counts(events, plain)
        spark.catalog.clearCache()
