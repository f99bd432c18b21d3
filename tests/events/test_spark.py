"""Spark counts as plain Python does, in local mode and for real; `make test-long` alone installs it and runs this."""

from collections.abc import Iterator
from typing import Any

import ibis
import pytest

from cjmgen.events.calendar import Stretch
from cjmgen.shell.engine import Engine
from events.asked import answered
from events.logs import MAPPINGS
from events.packs import Pack, Rows, compare, packs
from events.reference import Event
from long import times

LOGS, SIZE = times(12, 10_000), times(2, 250)
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
@pytest.mark.parametrize("number", range(len(MAPPINGS)))
def test_spark_counts_as_python_does(number: int, spark: Any) -> None:
    engine = Engine("pyspark", ibis.pyspark.connect(spark), lambda: -1.0)

    def ask(pack: Pack, events: list[Event], periods: tuple[Stretch, ...]) -> Rows:
        spark.createDataFrame([tuple(event.values()) for event in events], KINDS).createOrReplaceTempView("log")
        found = answered(engine, engine.connection.table("log"), pack, periods)
        spark.catalog.clearCache()
        return found

    for pack in packs(number, -(-LOGS // len(MAPPINGS)), SIZE):
        compare(pack, ask)
