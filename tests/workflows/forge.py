"""forge: what a host of repositories does in our workflows: a checkout, artifacts, and an API that is asked by a program `gh`."""

import io
import json
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shell.repository import Repo
from workflows.machine import Machine

GH = '''#!{python}
import json, pathlib, subprocess, sys
state = pathlib.Path({state!r})
words, fields, method, query, path = sys.argv[2:], {{}}, "GET", None, ""
assert sys.argv[1] == "api"
while words:
    word = words.pop(0)
    if word == "--method": method = words.pop(0)
    elif word == "--jq": query = words.pop(0)
    elif word in ("-f", "-F"):
        name, _, value = words.pop(0).partition("=")
        fields[name] = pathlib.Path(value[1:]).read_text("utf-8") if word == "-F" and value.startswith("@") else value
    elif word != "--paginate":
        assert not word.startswith("-"), word
        path = word
with (state / "asked.jsonl").open("a") as log:
    log.write(json.dumps([method, path, fields]) + "\\n")
if path.endswith("/zip"):
    sys.stdout.buffer.write((state / path.split("/")[-2]).read_bytes())
    sys.exit()
name = "pulls" if path.endswith("/pulls") else "artifacts" if "/artifacts" in path else "comments" if method == "GET" else ""
answer = (state / f"{{name}}.json").read_text("utf-8") if name else "{{}}"
if query:
    answer = subprocess.run(["jq", "-r", query], input=answer, capture_output=True, text=True, check=True).stdout
sys.stdout.write(answer)
'''


@dataclass
class Forge:
    """The host: what it says of pull requests, artifacts and comments, and what it was asked."""

    state: Path
    artifacts: list[dict[str, Any]] = field(default_factory=list)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        (self.state / "bin").mkdir(parents=True)
        program = self.state / "bin" / "gh"
        program.write_text(GH.format(python=sys.executable, state=str(self.state)), "utf-8")
        program.chmod(0o755)

    def keep(self, name: str, files: Mapping[str, bytes]) -> dict[str, Any]:
        """Keep an artifact."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in files.items():
                archive.writestr(path, content)
        id = 7000 + len(self.artifacts)
        (self.state / str(id)).write_bytes(packed.getvalue())
        self.artifacts.append({"id": id, "name": name, "size_in_bytes": len(packed.getvalue()), "expired": False})
        return self.artifacts[-1]

    def ready(self) -> None:
        """Have the program know everything."""
        told = {"artifacts": {"artifacts": self.artifacts}, "pulls": self.pulls, "comments": self.comments}
        for name, value in told.items():
            (self.state / f"{name}.json").write_text(json.dumps(value), "utf-8")

    def asked(self, *methods: str) -> list[tuple[str, str, dict[str, str]]]:
        """What was asked for by these methods, in order."""
        log = self.state / "asked.jsonl"
        every = [json.loads(line) for line in log.read_text("utf-8").splitlines()] if log.exists() else []
        return [(method, path, fields) for method, path, fields in every if not methods or method in methods]


def checkout(repo: Repo, merge: str) -> Any:
    """The action that lays a commit into the workspace, with as many of those before it as it is told."""

    def lay(machine: Machine, given: Mapping[str, str]) -> Mapping[str, str]:
        depth = given.get("fetch-depth", "1")
        repo.git("clone", "-q", "--depth", depth, "--branch", merge, repo.top.as_uri(), str(machine.workspace))
        return {}

    return lay


def python(_machine: Machine, _given: Mapping[str, str]) -> Mapping[str, str]:
    """The action that sets up Python."""
    return {"python-path": sys.executable}


def upload(forge: Forge) -> Any:
    """The action that keeps a file, or a folder without what is hidden in it."""

    def keep(machine: Machine, given: Mapping[str, str]) -> Mapping[str, str]:
        place = machine.workspace / given["path"]
        every = [place] if place.is_file() else [each for each in place.rglob("*") if each.is_file()]
        top = place.parent if place.is_file() else place
        paths = {each.relative_to(top).as_posix(): each for each in every}
        forge.keep(given["name"], {path: each.read_bytes() for path, each in paths.items() if not path.startswith(".") and "/." not in path})
        return {}

    return keep
