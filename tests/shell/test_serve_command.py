"""`cjmgen serve` as a command: its options, what it says when it starts, when it can't, and when it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest

from cjmgen.model.settings import Settings
from cjmgen.report.spot import Spot
from cjmgen.shell.clock import today
from cjmgen.shell.look import Lookout
from cjmgen.shell.preview.editor import EDITORS, link

Run = Callable[..., Any]


def test_with_safe_a_template_of_the_project_is_left_alone(project: Path) -> None:
    templates = project / "themes" / "shop" / "templates"
    (project / "cjmgen.yml").write_text("theme: shop\n", "utf-8")
    templates.mkdir(parents=True)
    (templates / "missing.html").write_text("{{ view.nothing }}", "utf-8")
    assert Lookout(project, today()).look().failed
    assert not Lookout(project, today(), safe=True).look().failed


def test_with_strict_a_warning_fails_a_look(project: Path) -> None:
    journey = project / "maps" / "journeys" / "first-pair.yml"
    journey.write_text(journey.read_text("utf-8").replace("personas: [anna]\n", ""), "utf-8")
    assert not Lookout(project, today()).look().failed
    look = Lookout(project, today(), strict=True).look()
    assert look.failed
    assert not look.site


def test_an_editor_opens_the_file_at_the_line() -> None:
    spot = Spot("maps/journeys/a b#c.yml", 6, 34, 3, "")
    assert link("vscode", Path("/home/anna"), spot) == "vscode://file/home/anna/maps/journeys/a%20b%23c.yml:6:34"
    assert link("idea", Path("/home/anna"), Spot("cjmgen.yml")) == "idea://open?file=/home/anna/cjmgen.yml&line=1&column=1"
    assert link("none", Path("/home/anna"), spot) == link(None, Path("/home/anna"), spot) == ""


def test_every_editor_of_the_settings_has_its_link() -> None:
    allowed = {name for kind in get_args(Settings.model_fields["editor"].annotation) for name in get_args(kind)}
    assert set(EDITORS) == allowed - {"none"}


def _serve(project: Path, *words: str) -> "subprocess.Popen[str]":
    root = Path(__file__).parent.parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"}
    # whoever runs the tests in the background has Ctrl-C switched off, and would hand that on
    start = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from cjmgen.shell.cli import main; main()"
    command = [sys.executable, "-c", start, "-C", str(project), "serve", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


@pytest.mark.skipif(os.name != "posix", reason="another signal ends a program there")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_ends_quietly(project: Path, sent: signal.Signals) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        running = _serve(project, "--port", str(port), "--poll")
        assert running.stdout
        lines = [running.stdout.readline() for _ in range(4)]
        running.send_signal(sent)
        out, err = running.communicate(timeout=30)
    assert lines[0] == f"Port {port} is taken.\n"
    assert lines[1] == "Looking for changes five times a second.\n"
    found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/  Ctrl-C ends the preview\.\n", lines[2])
    assert found
    assert port < int(found[1]) <= port + 20
    assert re.fullmatch(r"first look: .*; no problems in 3 files\n", lines[3])
    assert (out, err, running.returncode) == ("\n", "", 0)


def test_without_watchdog_it_says_what_to_install(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "watchdog" or name == "cjmgen.shell.preview.notices"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "watchdog", None)  # type: ignore[arg-type]
    ran = run("-C", "shop", "serve")
    assert ran.code == 2
    assert "pip install 'cjmgen[serve]'" in ran.err
    assert "--poll" in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--host", "no.such.host.invalid"], "there is no address no.such.host.invalid on this machine"),
        (["--host", "203.0.113.7"], "can't listen at 203.0.113.7"),
        (["--port", "70000"], "70000"),
    ],
)
def test_where_it_can_not_listen_it_says_so(run: Run, project: Path, words: list[str], said: str) -> None:
    ran = run("-C", "shop", "serve", "--poll", *words)
    assert ran.code == 2
    assert said in ran.err
