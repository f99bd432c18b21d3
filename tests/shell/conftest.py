"""conftest: the command line, run inside the test's process, and a small project to run it on."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cjmgen.shell import cli
from cjmgen.shell.preview.bell import Bell
from shell.counting import METRIC, csv, events


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit code, and what it printed where."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run `cjmgen` with these words, in the test's own folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "SOURCE_DATE_EPOCH", "CJMGEN_TRACEBACK", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)

    def command(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["cjmgen", *words])
        with pytest.raises(SystemExit) as stop:
            cli.main()
        printed = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return Ran(stop.value.code, printed.out, printed.err)

    return command


MAP = """title: Buying the first pair
personas: [anna]
stages:
- title: Decision
  touchpoints:
  - {title: Size guide, channel: online-shop}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project in the folder `shop`."""
    root = tmp_path / "shop"
    (root / "maps" / "journeys").mkdir(parents=True)
    (root / "maps" / "personas").mkdir()
    (root / "cjmgen.yml").write_text("title: Northstep journeys\n", "utf-8")
    (root / "maps" / "journeys" / "first-pair.yml").write_text(MAP, "utf-8")
    (root / "maps" / "personas" / "anna.yml").write_text("title: Anna\n", "utf-8")
    return root


@pytest.fixture
def shop(project: Path) -> Path:
    """The project, with a metric that names events, and these."""
    (project / "data").mkdir()
    (project / "maps" / "metrics").mkdir()
    (project / "data" / "events.csv").write_text(csv(events()), "utf-8")
    (project / "maps" / "metrics" / "funnel.yml").write_text(METRIC, "utf-8")
    return project


@pytest.fixture
def bell(monkeypatch: pytest.MonkeyPatch) -> Bell:
    """The bell that is rung, with patience for the steps of a save on a machine that is busy with other tests."""
    monkeypatch.setattr("cjmgen.shell.preview.bell.QUIET", 0.15)
    return Bell()
