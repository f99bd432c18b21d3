"""The command line as a whole: help without weight, exit codes, options before and after the command, no traceback."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjmgen.problem import CODES
from cjmgen.shell import cli, explain
from cjmgen.shell.group import COMMANDS

Run = Callable[..., Any]


def test_help_names_every_command(run: Run) -> None:
    for words in (("--help",), ("-h",)):
        ran = run(*words)
        assert ran.code == 0
        assert all(f"  {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_the_shared_options(run: Run, name: str) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert "-C DIR" in ran.out
    assert "--no-color" in ran.out


def test_help_loads_click_and_little_else() -> None:
    run_help = "import sys; sys.argv = ['cjmgen', '--help']\nfrom cjmgen.shell.cli import main\n"
    code = run_help + "try: main()\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    heavy = {"pydantic", "yaml", "jinja2", "markdown_it", "babel", "difflib", "json", "importlib.metadata"}
    assert loaded & heavy == set()
    assert sorted(name for name in loaded if name.startswith("cjmgen")) == [
        "cjmgen", "cjmgen.shell", "cjmgen.shell.cli", "cjmgen.shell.group", "cjmgen.shell.session"
    ]  # fmt: skip


def test_the_version(run: Run) -> None:
    from cjmgen import __version__

    assert run("--version").out == f"cjmgen {__version__}\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("biuld",), "there is no command 'biuld'; did you mean 'build'?"),
        (("build", "--strcit"), "--strict"),
        (("check", "--format", "xml"), "'text', 'json'"),
        (("check", "--today", "soon"), "soon"),
        (("-C", "nowhere", "check"), "nowhere"),
        (("explain", "unknown-chanel"), "there is no problem 'unknown-chanel'; did you mean 'unknown-channel'?"),
        (("schema", "jorney"), "there is no kind 'jorney'; did you mean 'journey'?"),
        (("build",), "cjmgen new DIR"),
    ],
)
def test_wrong_usage_is_two_and_says_what_to_do(run: Run, words: tuple[str, ...], says: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert "Traceback" not in ran.err


def test_every_code_is_explained(run: Run) -> None:
    for code in CODES:
        ran = run("explain", code)
        assert ran.code == 0
        assert ran.out.startswith(f"{code}\n\n*{CODES[code]}*")


def test_an_internal_error_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr(explain, "problems_manual", broken)
    ran = run("explain", "unknown-key")
    assert ran.code == 2
    assert ran.err == (
        "internal error: ZeroDivisionError: two lines; please report it, with the output of the same command under CJMGEN_TRACEBACK=1\n"
    )
    monkeypatch.setenv("CJMGEN_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        cli._run()


def test_a_broken_environment_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> str:
        raise OSError(28, "No space left on device", "site/index.html")

    monkeypatch.setattr(explain, "problems_manual", full)
    ran = run("explain", "unknown-key")
    assert (ran.code, ran.err) == (2, "Error: No space left on device: site/index.html\n")


def test_ctrl_c_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def pressed() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(explain, "problems_manual", pressed)
    ran = run("explain", "unknown-key")
    assert (ran.code, ran.out, ran.err.strip()) == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_reader_that_leaves_is_no_error() -> None:
    read, written = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-m", "cjmgen", "schema"], stdout=written, stderr=subprocess.PIPE, check=False)
    os.close(written)
    assert (done.returncode, done.stderr) == (1, b"")


def test_completion_knows_the_commands() -> None:
    environment = {**os.environ, "_CJMGEN_COMPLETE": "bash_complete", "COMP_WORDS": "cjmgen b", "COMP_CWORD": "1"}
    done = subprocess.run([sys.executable, "-m", "cjmgen"], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == "plain,build\n"


@pytest.mark.parametrize("words", [("--color", "explain", "unknown-key"), ("explain", "unknown-key", "--color")])
def test_colour_when_asked(run: Run, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1m" in run(*words).out


def test_no_colour_in_a_file_and_when_told(run: Run) -> None:
    assert "\x1b" not in run("explain", "unknown-key").out
    assert "\x1b" not in run("--color", "explain", "unknown-key", "--no-color").out


@pytest.mark.parametrize("words", [("-C", "shop", "check"), ("check", "-C", "shop"), ("-C", "nothing", "check", "-C", "shop")])
def test_the_folder_may_be_named_before_or_after(run: Run, project: Path, words: tuple[str, ...]) -> None:
    (project.parent / "nothing").mkdir()
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")


def test_the_project_is_found_upwards(run: Run, project: Path) -> None:
    ran = run("-C", "shop/maps/journeys", "check")
    assert ran.code == 0
    assert "in 3 files" in ran.out
