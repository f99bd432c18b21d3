"""machine: as much of a runner of GitHub Actions as our workflows need: steps, conditions, expressions, composite actions, outputs."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
Context = dict[str, Any]
Step = dict[str, Any]


def workflow(name: str) -> dict[str, Any]:
    """A workflow of this repository; YAML 1.1 takes its key `on` for a truth."""
    read = yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text("utf-8"))
    return {("on" if key is True else key): value for key, value in read.items()}


ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))

OURS = ("./", "cjmgen/cjmgen@main")
"""How workflows name our own action."""


@dataclass
class Machine:
    """A machine for one job: its folders, what stands for the actions of others, and all that was printed."""

    home: Path
    others: Mapping[str, Callable[["Machine", Mapping[str, str]], Mapping[str, str]]]
    context: Context
    path: str = ""
    printed: str = ""
    failed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for folder in (self.workspace, self.temp):
            folder.mkdir(parents=True)
        program = self.temp / "cjmgen-python" / "bin" / "cjmgen"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m cjmgen "$@"\n', "utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        self.context["runner"] = {"os": "Linux", "temp": str(self.temp)}

    @property
    def workspace(self) -> Path:
        """Where a checkout would lie."""
        return self.home / "workspace"

    @property
    def temp(self) -> Path:
        """Where everything else lies."""
        return self.home / "temp"

    @property
    def summary(self) -> str:
        """What the steps wrote into their summaries."""
        place = self.temp / "summary"
        return place.read_text("utf-8") if place.exists() else ""

    def run(self, name: str, job: str) -> None:
        """Run a job of one of our workflows."""
        told = workflow(name)
        for source in (told, told["jobs"][job]):
            given = {key: self.filled(value, self.context) for key, value in source.get("env", {}).items()}
            self.context["env"] = {**self.context.get("env", {}), **given}
        if self.holds(told["jobs"][job].get("if", "true"), self.context):
            self.steps(told["jobs"][job]["steps"], self.context)

    def steps(self, steps: list[Step], context: Context) -> None:
        """Run steps in order; one that fails has the others skipped, but for those that say otherwise."""
        context["steps"], before = {}, len(self.failed)
        for step in steps:
            condition = str(step.get("if", "true"))
            going = len(self.failed) == before or "cancelled()" in condition
            if going and self.holds(condition, context):
                outputs = self.step(step, context)
                if "id" in step:
                    context["steps"][step["id"]] = {"outputs": outputs}

    def step(self, step: Step, context: Context) -> Mapping[str, str]:
        """One step; what it gives."""
        given = {key: self.filled(value, context) for key, value in step.get("with", {}).items()}
        if "run" in step:
            return self.shell(step, context)
        if step["uses"] in OURS:
            inner: Context = {**context, "inputs": {**{name: each.get("default", "") for name, each in ACTION["inputs"].items()}, **given}}
            assert given.keys() <= ACTION["inputs"].keys()
            self.steps(ACTION["runs"]["steps"], inner)
            return {name: self.filled(each["value"], inner) for name, each in ACTION["outputs"].items()}
        return self.others[step["uses"].partition("@")[0]](self, given)

    def shell(self, step: Step, context: Context) -> Mapping[str, str]:
        """A script; it is run as it stands, and nothing may have to be filled into it."""
        assert "${{" not in step["run"]
        told = self.temp / "output"
        told.write_text("", "utf-8")
        own = {key: self.filled(value, context) for key, value in step.get("env", {}).items()}
        env = {
            **{key: value for key, value in os.environ.items() if key not in ("GITHUB_OUTPUT", "PYTHONPATH")},
            **context.get("env", {}), **own, "PATH": f"{self.path}{os.pathsep}{os.environ['PATH']}", "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(told), "GITHUB_STEP_SUMMARY": str(self.temp / "summary"), "GITHUB_ACTION_PATH": str(ROOT), "CI": "",
        }  # fmt: skip
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(command, cwd=self.workspace, env=env, capture_output=True, check=False)
        self.printed += (done.stdout + done.stderr).decode("utf-8", "replace")
        if done.returncode:
            self.failed.append(step["name"])
        return dict(line.split("=", 1) for line in told.read_text("utf-8").splitlines())

    def filled(self, value: Any, context: Context) -> str:
        """A value as text, with its expressions worked out."""
        return re.sub(r"\$\{\{(.*?)\}\}", lambda found: _as_text(self.worth(found[1], context)), _as_text(value))

    def holds(self, condition: str, context: Context) -> bool:
        """Whether a condition holds."""
        return bool(self.worth(condition.strip().removeprefix("${{").removesuffix("}}"), context))

    def worth(self, expression: str, context: Context) -> Any:
        """The value of an expression: names with dots, texts, `==`, `!=`, `!`, `&&`, `||` and `cancelled()`."""
        parts = re.split(r"('[^']*')", expression)
        plain = "".join(part if at % 2 else _as_python(part) for at, part in enumerate(parts))
        names = {"look": lambda name: look(name, context), "cancelled": lambda: False, "true": True}
        return eval(plain, {"__builtins__": {}}, names)


def _as_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _as_python(part: str) -> str:
    words = part.replace("&&", " and ").replace("||", " or ").replace("!=", "≠").replace("!", " not ").replace("≠", "!=")
    return re.sub(r"\b[a-z_]+(?:\.[A-Za-z_-][\w-]*)+", lambda found: f"look({found[0]!r})", words).strip()


def look(name: str, context: Context) -> Any:
    """What a name with dots stands for; "" for nothing."""
    value: Any = context
    for step in name.split("."):
        value = value.get(step, "") if isinstance(value, Mapping) else ""
    return value
