"""counting: a shop whose events `cjmgen pull` counts: its metric, its events, and what came of them."""

import datetime
from pathlib import Path

from cjmgen.numbers.fit import fits
from cjmgen.numbers.reading import Reading, read
from cjmgen.numbers.sheet import Sheet, sheet

CANARY = "canary@people.example"

METRIC = """title: From need to order
type: funnel
source:
  file: funnel.csv
  events:
    files: data/*.csv
    columns: {user: who, time: at, event: what}
    segment: device
    window: 2 days
    stages:
      need: look
      search: find*
      order: {event: buy, where: {paid: true, amount: 20}}
    touchpoints:
      home: look
      list: find
"""


def events(people: int = 200, devices: tuple[str, ...] = ("desk", "phone")) -> list[dict[str, object]]:
    """Everyone looks on their day; half of them find and half of these buy, an hour later each."""
    start = datetime.datetime(2026, 9, 1)
    rows: list[dict[str, object]] = []
    for n in range(people):
        for hour, what in enumerate(("look", "find", "buy")[: 1 + (n % 2) + (n % 4 == 3)]):
            at = start + datetime.timedelta(days=n % 28, hours=hour)
            device = devices[n // 4 % len(devices)]
            rows.append({"who": f"{n}-{CANARY}", "at": str(at), "what": what, "device": device, "paid": "true", "amount": 20})
    return rows


def csv(rows: list[dict[str, object]]) -> str:
    return "\n".join([",".join(rows[0]), *(",".join(f'"{value}"' for value in row.values()) for row in rows)]) + "\n"


def snapshot(shop: Path) -> str:
    return (shop / "maps" / "metrics" / "funnel.csv").read_text("utf-8")


def reading(shop: Path) -> Reading:
    """The snapshot as builds read it."""
    found = sheet(snapshot(shop).encode())
    assert isinstance(found, Sheet)
    told = read(found, fits(found)[0], "funnel.csv")
    assert isinstance(told, Reading)
    return told
