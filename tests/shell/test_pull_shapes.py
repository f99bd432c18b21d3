"""`cjmgen pull` on the exports of products in their own shapes, and on events whose properties are records, maps, lists or JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from shell.conftest import Run
from shell.counting import events, snapshot

Row = dict[str, Any]
PARAM = pa.struct(
    {"key": pa.string(), "value": pa.struct({"string_value": pa.string(), "int_value": pa.int64(), "float_value": pa.float64(), "double_value": pa.float64()})}
)
EXPECTED = [
    "period,segment,stage,people,lost,median_seconds,p90_seconds",
    "2026-09,(all),need,200,100,,",
    "2026-09,(all),search,100,50,3600,3600",
    "2026-09,(all),order,50,,3600,3600",
    "2026-09,desk,need,100,50,,",
]
"""What these events are counted into, whatever they are written as."""


def metric(source: str, stages: str = "need: look\n      search: find*\n      order: {event: buy, where: {paid: true, amount: 20}}") -> str:
    return f"title: Funnel\ntype: funnel\nsource:\n  events:\n    {source}\n    window: 2 days\n    stages:\n      {stages}\n"


def pulled(shop: Path, run: Run, text: str) -> list[str]:
    (shop / "maps" / "metrics" / "funnel.yml").write_text(text, "utf-8")
    ran = run("-C", str(shop), "pull")
    assert (ran.code, ran.err) == (0, ""), ran.out + ran.err
    return snapshot(shop).splitlines()


def param(key: str, **value: object) -> Row:
    kinds = ("string_value", "int_value", "float_value", "double_value")
    return {"key": key, "value": {kind: value.get(kind) for kind in kinds}}


def ga4(rows: list[Row]) -> list[Row]:
    """Events as Google Analytics 4 exports them to BigQuery."""
    return [
        {
            "event_date": str(row["at"])[:10].replace("-", ""),
            "event_timestamp": micro(row["at"]),
            "event_name": row["what"],
            "event_params": [param("ga_session_id", int_value=n), param("paid", string_value=row["paid"]), param("amount", int_value=row["amount"])],
            "user_pseudo_id": row["who"],
            "device": {"category": row["device"], "web_info": {"browser": "Firefox"}},
        }
        for n, row in enumerate(rows)
    ]


def micro(at: str) -> int:
    return int(pa.scalar(at).cast(pa.timestamp("us")).value)


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_the_export_of_analytics_to_bigquery(form: str, shop: Path, run: Run) -> None:
    rows = ga4(events())
    if form == "parquet":
        kinds = {"event_params": pa.list_(PARAM)}
        names = list(rows[0])
        columns = [pa.array([row[name] for row in rows], kinds.get(name)) for name in names]
        pq.write_table(pa.table(columns, names), shop / "data" / "ga4-20260901.parquet")
    else:
        lines = [{**row, "event_timestamp": str(row["event_timestamp"])} for row in rows]  # as BigQuery writes whole numbers
        (shop / "data" / "ga4-20260901.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n", "utf-8")
    told = pulled(shop, run, metric(f"files: data/ga4-*.{form}\n    shape: ga4-bigquery\n    segment: device.category"))
    assert told[6:11] == EXPECTED


HITS = "https://shop.example/"
LOGS_API = ["need: '*/look'", "search: '*/find'", "order: {event: '*/buy', where: {'ym:pv:goalsID': '*20*', 'ym:pv:isPageView': 1}}"]


@pytest.mark.parametrize("zone", ["UTC", "Europe/Moscow"])
def test_hits_of_the_logs_api(zone: str, shop: Path, run: Run) -> None:
    names = ["ym:pv:watchID", "ym:pv:clientID", "ym:pv:dateTime", "ym:pv:URL", "ym:pv:deviceCategory", "ym:pv:goalsID", "ym:pv:isPageView"]
    rows = [[str(n), str(row["who"]), str(row["at"]), HITS + str(row["what"]), str(row["device"]), "[7,20]", "1"] for n, row in enumerate(events())]
    (shop / "data" / "hits.tsv").write_text("\n".join("\t".join(row) for row in [names, *rows]) + "\n", "utf-8")
    source = f'files: data/hits.tsv\n    shape: metrica-hits\n    segment: "ym:pv:deviceCategory"\n    timezone: {zone}'
    told = pulled(shop, run, metric(source, "\n      ".join(LOGS_API)))
    assert told[1] == "# Days: 2026-09-01 - 2026-09-28"  # by the counter's own clock, whatever its zone
    assert told[6:11] == EXPECTED


def test_visits_of_the_logs_api(shop: Path, run: Run) -> None:
    names = ["ym:s:visitID", "ym:s:clientID", "ym:s:dateTime", "ym:s:startURL", "ym:s:deviceCategory"]
    rows = [[str(n), str(row["who"]), str(row["at"]), HITS + str(row["what"]), str(row["device"])] for n, row in enumerate(events())]
    (shop / "data" / "visits.tsv").write_text("\n".join("\t".join(row) for row in [names, *rows]) + "\n", "utf-8")
    source = 'files: data/visits.tsv\n    shape: metrica-visits\n    segment: "ym:s:deviceCategory"'
    told = pulled(shop, run, metric(source, "need: '*/look'\n      search: '*/find'\n      order: '*/buy'"))
    assert told[6:11] == EXPECTED


def record(row: Row) -> Row:
    return {"device": row["device"], "paid": row["paid"], "amount": row["amount"]}


PROPERTIES: dict[str, tuple[Callable[[Row], object], pa.DataType]] = {
    "record": (record, pa.struct({"device": pa.string(), "paid": pa.string(), "amount": pa.int64()})),
    "map": (lambda row: [(key, str(value)) for key, value in record(row).items()], pa.map_(pa.string(), pa.string())),
    "list": (
        lambda row: [{"key": key, "value": str(value)} for key, value in record(row).items()],
        pa.list_(pa.struct({"key": pa.string(), "value": pa.string()})),
    ),
    "list of several kinds": (
        lambda row: [param("device", string_value=row["device"]), param("amount", double_value=20.0), param("paid", string_value="true")],
        pa.list_(PARAM),
    ),
    "JSON": (lambda row: json.dumps({**record(row), "paid": True}), pa.string()),
    "JSON of texts": (lambda row: json.dumps({**record(row), "amount": "20.0"}), pa.string()),
}


@pytest.mark.parametrize("kind", PROPERTIES)
def test_properties_are_read_from_whatever_holds_them(kind: str, shop: Path, run: Run) -> None:
    rows, (made, type) = events(), PROPERTIES[kind]
    columns = {name: [str(row[name]) for row in rows] for name in ("who", "at", "what")}
    pq.write_table(pa.table({**columns, "props": pa.array([made(row) for row in rows], type)}), shop / "data" / "events.parquet")
    told = pulled(shop, run, metric("files: data/events.parquet\n    columns: {user: who, time: at, event: what, properties: props}\n    segment: device"))
    assert told[6:11] == EXPECTED
