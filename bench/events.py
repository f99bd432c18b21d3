"""Measure `cjmgen pull` on events that are made up: `.venv/bin/python bench/events.py [EVENTS] [OPTION…]`; 100 million unless
told otherwise.

DuckDB makes the events and writes them to Parquet; then the command itself counts them in a process of its own, whose time, memory and
disk are told; options such as `--memory 4GB` are handed on.
Twenty events a person on two months: half of them belong to one of five stages, a third of all happen at one of three touchpoints.
"""

import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

MAKE = """
COPY (
    SELECT
        hash(range // 20) AS who,
        make_timestamp(
            (1788220800 + (hash(range // 20) % 50)::BIGINT * 86400 + (range % 20) * (60 + (hash(range) % 900)::BIGINT)) * 1000000
        ) AS at,
        ['page', 'page', 'session', 'list', 'view', 'help', 'page', 'cart', 'page', 'buy'][
            1 + least(hash(range) % 10, 3 + range % 20)::INT
        ] AS what,
        ['desk', 'phone', 'tablet'][1 + (hash(range // 20) % 3)::INT] AS device
    FROM range({events})
) TO '{place}' (ROW_GROUP_SIZE 1000000)
"""

METRIC = """title: Funnel
type: funnel
source:
  events:
    files: data/*.parquet
    columns: {user: who, time: at, event: what}
    segment: device
    window: 14 days
    stages: {need: session, search: list, decision: view, basket: cart, order: buy}
    touchpoints: {catalogue: list, item: view, help: help}
"""


def main() -> None:
    """Make the events, count them, and say what that took."""
    events = int(float(sys.argv[1])) if len(sys.argv) > 1 else 100_000_000
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for each in ("data", "maps/metrics", "spill"):
            (root / each).mkdir(parents=True)
        (root / "cjmgen.yml").write_text("title: Bench\n", "utf-8")
        (root / "maps" / "metrics" / "funnel.yml").write_text(METRIC, "utf-8")
        place = root / "data" / "events.parquet"
        duckdb.execute("SET memory_limit = '2GB'")
        duckdb.execute(MAKE.format(events=events, place=place))
        print(f"{events:,} events, {place.stat().st_size / 1e9:.2f} GB of Parquet, {os.cpu_count()} cores", flush=True)
        count(root, sys.argv[2:])


def count(root: Path, options: list[str]) -> None:
    """Count the events with the command itself, and watch what it lays on disk."""
    started, spilled = time.monotonic(), 0
    command = [sys.executable, "-m", "cjmgen", "-C", str(root), "pull", *options]
    process = subprocess.Popen(command, env={**os.environ, "TMPDIR": str(root / "spill")})
    while process.poll() is None:
        spilled = max(spilled, laid(root / "spill"))
        time.sleep(0.1)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    took, busy = time.monotonic() - started, used.ru_utime + used.ru_stime
    print(f"{took:.0f} s, {busy:.0f} s of CPU; at most {used.ru_maxrss / 1e6:.2f} GB of memory and {spilled / 1e9:.2f} GB on disk")
    sys.exit(process.returncode)


def laid(folder: Path) -> int:
    """How many bytes the files of a folder hold; they come and go meanwhile."""
    total = 0
    for place in folder.rglob("*"):
        with suppress(FileNotFoundError):
            total += place.stat().st_blocks * 512
    return total


if __name__ == "__main__":
    main()
