"""test_action: the action does what its inputs say, and pages.yml makes a site for its address, whatever the project's folder is called."""

import json
import stat
from collections.abc import Mapping
from pathlib import Path

import pytest

from shell.repository import JOURNEY, Repo, repository
from workflows.forge import checkout, python
from workflows.machine import Machine

pytestmark = pytest.mark.slow


def nothing(_machine: Machine, _given: Mapping[str, str]) -> Mapping[str, str]:
    """An action that has nothing to do here."""
    return {}


def machine(home: Path, repo: Repo) -> Machine:
    """A machine with the repository laid into it."""
    made = Machine(home / "machine", {"actions/setup-python": python}, {})
    checkout(repo, "main")(made, {})
    return made


def use(machine: Machine, **given: str) -> Mapping[str, str]:
    """Use the action."""
    return machine.step({"uses": "./", "with": given}, {**machine.context})


def test_pages_are_built_for_their_address(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    uploaded: list[str] = []

    def upload(made: Machine, given: Mapping[str, str]) -> Mapping[str, str]:
        uploaded.append((made.workspace / given["path"] / "index.html").read_text("utf-8"))
        return {}

    others = {
        "actions/checkout": checkout(repo, "main"), "actions/setup-python": python, "actions/cache": nothing,
        "actions/configure-pages": lambda _machine, _given: {"base_url": "https://maps.example/shop"}, "actions/upload-pages-artifact": upload,
    }  # fmt: skip
    made = Machine(tmp_path / "machine", others, {"github": {"run_id": "1"}})
    made.run("pages.yml", "build")
    assert made.failed == [], made.printed
    assert '<link rel="canonical" href="https://maps.example/shop/' in uploaded[0]


@pytest.mark.parametrize("folder", [".", "docs/my maps", "-dash", "quote'\"$(touch evil)"])
def test_a_project_in_any_folder(tmp_path: Path, folder: str) -> None:
    repo = repository(tmp_path / "repo", folder)
    made = machine(tmp_path, repo)
    built = use(made, command="build", directory=folder, output="out", safe="true")
    assert made.failed == [], made.printed
    assert (made.workspace / built["site"] / "index.html").is_file()
    assert use(made, command="diff", directory=folder, since="HEAD")["changes"] == "0"
    use(made, command="check", directory=folder)
    assert made.failed == [], made.printed
    assert not list(tmp_path.rglob("evil"))


def test_only_some_tags(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    repo.commit(**{
        "maps/journeys/first-pair.yml": JOURNEY + "tags: {client: alpha}\n",
        "maps/journeys/second.yml": JOURNEY.replace("first", "second") + "tags: {client: a beta}\n",
        "maps/journeys/third.yml": JOURNEY.replace("first", "third"),
    })  # fmt: skip
    made = machine(tmp_path, repo)
    site = made.workspace / use(made, command="build", only="tag:client=alpha\ntag:client=a beta\n")["site"]
    assert made.failed == [], made.printed
    assert {place.name for place in (site / "journeys").iterdir()} == {"first-pair", "second"}


def test_a_history_needs_the_commits(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    repo.commit(**{"maps/journeys/first-pair.yml": JOURNEY.replace("emotion: 1", "emotion: -1")})
    made = Machine(tmp_path / "machine", {"actions/setup-python": python}, {})
    checkout(repo, "main")(made, {"fetch-depth": "2"})
    site = made.workspace / use(made, command="build", history="20")["site"]
    assert made.failed == [], made.printed
    assert (site / "journeys" / "first-pair" / "history.html").is_file()


def test_what_strict_and_since_mean(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    repo.commit(**{"maps/journeys/empty.yml": "title: Empty\n"})
    made = machine(tmp_path, repo)
    use(made, command="check", strict="true", since="HEAD")
    assert made.failed == [], "what was there before does not count"
    use(made, command="check", strict="true")
    assert made.failed == ["Run it"]
    assert made.printed.count("::error file=maps/journeys/empty.yml") == 1
    assert "| error | maps/journeys/empty" in made.summary


def test_a_diff_is_told_in_all_ways(tmp_path: Path) -> None:
    repo = repository(tmp_path / "repo")
    made = machine(tmp_path, repo)
    place = made.workspace / "maps" / "journeys" / "first-pair.yml"
    place.write_text(JOURNEY.replace("emotion: 1", "emotion: -1"), "utf-8")
    told = use(made, command="diff", since="HEAD", output="told")
    assert {key: told[key] for key in ("changes", "worse", "better", "breaking")} == {"changes": "1", "worse": "1", "better": "0", "breaking": "0"}
    assert json.loads((made.workspace / told["json"]).read_text("utf-8"))["summary"]["worse"] == 1
    assert (made.workspace / told["markdown"]).read_text("utf-8") == made.summary
    again = use(made, command="diff", **{"from": str(made.workspace / told["json"])})
    assert (made.workspace / again["json"]).read_bytes() == (made.workspace / told["json"]).read_bytes()


@pytest.mark.parametrize("given", [{"command": "serve"}, {"command": "diff", "since": "--output=x"}, {"command": "diff", "since": "nowhere"}])
def test_what_it_refuses(tmp_path: Path, given: Mapping[str, str]) -> None:
    made = machine(tmp_path, repository(tmp_path / "repo"))
    use(made, **given)
    assert made.failed == ["Run it"]


def test_it_installs_itself_once(tmp_path: Path) -> None:
    made = machine(tmp_path, repository(tmp_path / "repo"))
    program = made.temp / "cjmgen-python" / "bin" / "cjmgen"
    program.unlink()
    pip = program.with_name("python")
    pip.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/pip"\nprintf "#!/bin/sh\\necho ran" > "{program}"\nchmod +x "{program}"\n', "utf-8")
    pip.chmod(pip.stat().st_mode | stat.S_IXUSR)
    use(made, command="build")
    use(made, command="build")
    assert made.failed == [], made.printed
    [asked] = (tmp_path / "pip").read_text("utf-8").splitlines()
    assert asked.startswith("-m pip install ")
    assert "constraints.txt" in asked
