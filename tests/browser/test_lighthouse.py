"""test_lighthouse: Lighthouse gives full marks to home, journey and comparison; bytes, requests and layout shift stay small."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from long import times

ROOT = Path(__file__).parent.parent.parent
AUDIT = Path(__file__).parent / "lighthouse.mjs"
RUNS = times(1, 5)
"""Performance is measured so often and reported as a median: it depends on the machine, so nothing is asserted of it."""

BYTES, REQUESTS = 250_000, 16
"""What a page may weigh and ask for at most, pictures included, as the server sends it (unpacked)."""


@pytest.fixture(scope="module")
def audits(chromium: str, origin: str, samples, journey: str) -> dict[str, dict]:
    """What Lighthouse says of each page, by its path."""
    if not (ROOT / "node_modules" / "lighthouse").is_dir() or not shutil.which("node"):
        pytest.skip("Lighthouse is missing: it needs node and `npm ci --ignore-scripts`")
    comparison = next(sample.path for sample in samples if sample.kind == "compare default")
    paths = ["index.html", journey, comparison]
    command = ["node", str(AUDIT), chromium, str(RUNS), *(origin + path for path in paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(zip(paths, map(json.loads, done.stdout.splitlines()), strict=True))


def test_accessibility_practices_and_findability_are_full(audits) -> None:
    assert {path: said["failed"] for path, said in audits.items() if said["failed"]} == {}
    assert {path: said["scores"] for path, said in audits.items() if set(said["scores"].values()) != {100}} == {}


def test_nothing_moves_while_a_page_loads(audits) -> None:
    assert {path: said["shift"] for path, said in audits.items() if said["shift"] > 0} == {}


def test_pages_ask_for_little(audits, origin: str) -> None:
    assert {path: said["bytes"] for path, said in audits.items() if said["bytes"] > BYTES} == {}
    assert {path: said["requests"] for path, said in audits.items() if len(said["requests"]) > REQUESTS} == {}
    assert all(request.startswith((origin, "data:")) for said in audits.values() for request in said["requests"])


@pytest.mark.long
def test_speed_is_reported(audits, record_property) -> None:
    for path, said in audits.items():
        median = sorted(said["speeds"])[RUNS // 2]
        record_property(path, median)
        print(f"Lighthouse performance of {path}: {median} (median of {said['speeds']})")
    assert all(len(said["speeds"]) == RUNS for said in audits.values())
