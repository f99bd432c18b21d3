"""test_workflows: our workflows and our action are what the forges take, and stay safe: pins, permissions, nothing of a stranger's in a script."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from workflows.machine import ACTION, OURS, ROOT, workflow

FOLDER = ROOT / ".github" / "workflows"
NAMES = sorted(place.name for place in FOLDER.iterdir())
FILES = [*(FOLDER / name for name in NAMES), ROOT / "action.yml"]
GITLAB = ROOT / "docs" / "gitlab-ci.yml"
MANUAL = (ROOT / "docs" / "publishing.md").read_text("utf-8")

KNOWN = {
    # the one workflow that may write is started by another; what it takes from there it takes as data
    ("dangerous-triggers", "comment.yml"),
    # the action of this repository itself: as it is on the default branch where nothing is checked out, else as it is checked out
    ("unpinned-uses", "comment.yml"), ("self-repository", "pages.yml"), ("self-repository", "review.yml"), ("self-repository", "tests.yml"),
}  # fmt: skip
"""What an auditor finds and is meant, by file."""

WRITES = {"pages.yml": {"pages", "id-token"}, "comment.yml": {"pull-requests"}, "review.yml": set(), "tests.yml": set()}
"""What a workflow may write, by file; of everything else it may read at most."""


def tool(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a tool that stands beside this Python."""
    program = Path(sys.executable).parent / name
    return subprocess.run([str(program), *words], cwd=ROOT, capture_output=True, text=True, check=False)


def steps(name: str) -> Iterator[dict[str, Any]]:
    """The steps of a workflow, or for "action.yml" of the action."""
    if name == "action.yml":
        yield from ACTION["runs"]["steps"]
    else:
        for job in workflow(name)["jobs"].values():
            yield from job["steps"]


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", FILES[:-1]), ("vendor.github-actions", FILES[-1:]), ("vendor.gitlab-ci", [GITLAB])],
    ids=["workflows", "action", "gitlab"],
)
def test_the_schema_of_the_forge_takes_them(schema: str, files: list[Path]) -> None:
    done = tool("check-jsonschema", "--builtin-schema", schema, *map(str, files))
    assert done.returncode == 0, done.stdout + done.stderr


def test_actionlint_has_nothing_to_say() -> None:
    done = tool("actionlint", "-shellcheck=", "-pyflakes=", *(str(FOLDER / name) for name in NAMES))
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_auditor_finds_what_is_meant_and_nothing_else() -> None:
    done = tool("zizmor", "--offline", "--no-progress", "--no-exit-codes", "--format=json", *map(str, FILES))
    assert done.returncode == 0, done.stderr
    found = {(each["ident"], Path(each["locations"][0]["symbolic"]["key"]["Local"]["verbatim_path"]).name) for each in json.loads(done.stdout)}
    assert found <= KNOWN, f"new: {found - KNOWN}"


@pytest.mark.parametrize("name", [*NAMES, "action.yml"])
def test_nothing_is_filled_into_a_script(name: str) -> None:
    """An expression in a script is text of a title or a branch that a shell obeys; in a variable it is text."""
    for step in steps(name):
        assert "${{" not in step.get("run", ""), step["name"]
        assert "github-script" not in step.get("uses", "")


@pytest.mark.parametrize("name", [*NAMES, "action.yml"])
def test_actions_are_pinned_and_the_manual_says_where_that_stands(name: str) -> None:
    text = (ROOT / name if name == "action.yml" else FOLDER / name).read_text("utf-8")
    for uses in re.findall(r"uses: (.+)", text):
        if uses in OURS:
            continue
        found = re.fullmatch(r"(actions/[a-z-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)", uses)
        assert found, f"{uses}: an action of GitHub's, by commit, with its tag behind it"
        assert re.search(rf"^\| `{found[1]}` \| {found[3]} \| `{found[2]}` \| \[.+\]\(https://github.com/.+/[0-9a-f]{{40}}/.+\) \|$", MANUAL, re.MULTILINE), uses


def test_the_manual_lists_no_action_that_is_not_used() -> None:
    used = {uses for name in [*NAMES, "action.yml"] for step in steps(name) if (uses := step.get("uses", "")) and uses not in OURS}
    assert {f"{action}@{commit}" for action, commit in re.findall(r"^\| `(actions/[a-z-]+)` \| \S+ \| `([0-9a-f]{40})`", MANUAL, re.MULTILINE)} == used


@pytest.mark.parametrize("name", NAMES)
def test_a_token_can_do_what_the_job_does_and_no_more(name: str) -> None:
    told = workflow(name)
    assert told["permissions"] == {}
    rights = [job["permissions"] for job in told["jobs"].values()]
    assert {right for each in rights for right, may in each.items() if may == "write"} == WRITES[name]
    assert all(may in ("read", "write") for each in rights for may in each.values())
    for job in told["jobs"].values():
        writes = "write" in job["permissions"].values()
        assert not (writes and any("checkout" in step.get("uses", "") for step in job["steps"])), "who may write runs nothing of the repository's"
        assert job["timeout-minutes"] <= 60


@pytest.mark.parametrize("name", NAMES)
def test_no_checkout_leaves_its_token_behind(name: str) -> None:
    for step in steps(name):
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
            assert "ref" not in step["with"]


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_begins_for_what_is_safe(name: str) -> None:
    told = workflow(name)
    assert set(told["on"]) <= {"push", "pull_request", "workflow_dispatch", "workflow_run"}
    assert "pull_request_target" not in (FOLDER / name).read_text("utf-8")
    if "workflow_run" in told["on"]:
        assert not any("checkout" in step.get("uses", "") or "download-artifact" in step.get("uses", "") for step in steps(name))
        assert told["on"]["workflow_run"]["workflows"] == [workflow("review.yml")["name"]]
    if "pull_request" in told["on"]:
        assert "${{ secrets" not in (FOLDER / name).read_text("utf-8")


def test_only_steps_that_ask_the_forge_have_a_token() -> None:
    told = workflow("comment.yml")
    assert "github.token" not in json.dumps([told["jobs"]["comment"].get("env"), told.get("env")])
    assert all(("gh api" in step.get("run", "")) == ("GH_TOKEN" in step.get("env", {})) for step in steps("comment.yml"))


def test_the_first_words_of_pages_are_that_they_are_public() -> None:
    assert (FOLDER / "pages.yml").read_text("utf-8").startswith("# Pages are public: ")
    assert GITLAB.read_text("utf-8").startswith("# Pages are public ")


@pytest.mark.parametrize("part", ["inputs", "outputs"])
def test_the_manual_tells_of_every_input_and_output(part: str) -> None:
    section = re.search(rf"^#+ {part.capitalize()}\n(.*?)(?=^#)", MANUAL, re.MULTILINE | re.DOTALL)
    assert section
    assert set(re.findall(r"^\| `([a-z]+)` \|", section[1], re.MULTILINE)) == set(ACTION[part])
    assert all(each["description"].endswith(".") for each in ACTION[part].values())


def test_gitlab_knows_what_its_jobs_do() -> None:
    told = yaml.safe_load(GITLAB.read_text("utf-8"))
    assert told["pages"]["artifacts"]["paths"] == ["public"]
    assert told["check"]["artifacts"]["reports"]["codequality"] in "".join(told["check"]["script"])
    assert told["variables"]["GIT_DEPTH"] == 0
