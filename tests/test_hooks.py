"""test_hooks: the hooks for pre-commit name commands that exist, and are asked about the files these read."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from cjmgen.atlas.files.sort import sources
from cjmgen.shell.group import COMMANDS

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
KEYS = {"id", "name", "description", "entry", "language", "files", "types", "require_serial", "pass_filenames"}
"""Those of https://pre-commit.com/#new-hooks that are used here."""


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_a_command_on_the_files_it_reads(hook: dict[str, Any]) -> None:
    assert hook.keys() <= KEYS
    assert {"id", "name", "entry", "language", "files"} <= hook.keys()
    program, name = hook["entry"].split()
    assert (program, hook["language"]) == ("cjmgen", "python")
    assert name in COMMANDS
    takes_files = any(isinstance(each, click.Argument) for each in getattr(import_module(f"cjmgen.shell.{name}"), name).params)
    assert takes_files or hook["pass_filenames"] is False
    pattern = re.compile(hook["files"])
    maps = ["cjmgen.yml", *(path.relative_to(ROOT).as_posix() for path in (ROOT / "maps").rglob("*"))]
    for source in sources(maps).value:
        assert pattern.search(source.file), source.file
        assert pattern.search(f"docs/journeys/{source.file}")
    assert not any(pattern.search(path) for path in ("README.md", "src/app.yml", "mymaps/a.yml", "cjmgen.yml.bak"))


def test_the_manual_shows_every_hook() -> None:
    manual = (ROOT / "docs" / "format.md").read_text("utf-8")
    assert {hook["id"] for hook in HOOKS} == {"cjmgen-fmt", "cjmgen-check"} == set(re.findall(r"^  - id: (\S+)$", manual, re.MULTILINE))
