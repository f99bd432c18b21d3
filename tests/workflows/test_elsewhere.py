"""test_elsewhere: what the manual offers for GitLab and for any other CI, run as it stands in a clone of a scratch repository."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from shell.repository import JOURNEY, Repo, repository
from workflows.machine import ROOT, Machine

pytestmark = pytest.mark.slow

GITLAB = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text("utf-8"))
MANUAL = (ROOT / "docs" / "publishing.md").read_text("utf-8")


@pytest.fixture
def clone(tmp_path: Path) -> Repo:
    """A clone of a repository, on a branch with an edit for the worse and a new mistake."""
    origin = repository(tmp_path / "origin", "maps of ours")
    origin.git("clone", "-q", origin.top.as_uri(), str(tmp_path / "clone"))
    made = Repo(tmp_path / "clone", tmp_path / "clone" / "maps of ours")
    made.git("checkout", "-q", "-b", "topic")
    made.commit(**{"maps/journeys/first-pair.yml": JOURNEY.replace("emotion: 1", "emotion: -1"), "maps/journeys/empty.yml": "title: Empty\n"})
    return made


def sh(home: Path, folder: Path, script: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run a script with cjmgen on the path."""
    programs = Machine(home / "machine", {}, {}).temp / "cjmgen-python" / "bin"
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "GITHUB_STEP_SUMMARY")}
    env = {**kept, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", **given}
    return subprocess.run(["sh", "-e", "-c", script], cwd=folder, env=env, capture_output=True, text=True, check=False)


def job(home: Path, clone: Repo, name: str, **given: str) -> subprocess.CompletedProcess[str]:
    """A job of the file for GitLab, without what it installs."""
    return sh(home, clone.top, "\n".join(GITLAB[name]["script"]), PROJECT="maps of ours", CI_PROJECT_DIR=str(clone.top), **given)


def test_gitlab_checks_a_merge_request(tmp_path: Path, clone: Repo) -> None:
    done = job(tmp_path, clone, "check", CI_MERGE_REQUEST_DIFF_BASE_SHA=clone.git("rev-parse", "main"))
    assert done.returncode == 1, "an error that the branch brings"
    assert "error[missing-key]" in done.stdout, done.stdout + done.stderr
    told = json.loads((clone.top / "gl-code-quality-report.json").read_text("utf-8"))
    assert {each["location"]["path"] for each in told} >= {"maps of ours/maps/journeys/empty.yml"}
    assert job(tmp_path / "again", clone, "check", CI_MERGE_REQUEST_DIFF_BASE_SHA=clone.git("rev-parse", "topic")).returncode == 0


def test_gitlab_reviews_a_merge_request(tmp_path: Path, clone: Repo) -> None:
    clone.commit(**{"maps/journeys/empty.yml": None})
    done = job(tmp_path, clone, "review", CI_MERGE_REQUEST_DIFF_BASE_SHA=clone.git("rev-parse", "main"))
    assert done.returncode == 0, done.stderr
    assert "1 change in 1 journey: 1 worse for the customer" in done.stdout
    assert (clone.top / "review" / "changes.md").read_text("utf-8").startswith("### 1 change in 1 journey")
    assert (clone.top / "review" / "site" / "changes" / "review" / "index.html").is_file()


def test_gitlab_publishes(tmp_path: Path, clone: Repo) -> None:
    clone.commit(**{"maps/journeys/empty.yml": None})
    done = job(tmp_path, clone, "pages", CI_PAGES_URL="https://shop.example/maps")
    assert done.returncode == 0, done.stderr
    assert 'href="https://shop.example/maps/' in (clone.top / "public" / "index.html").read_text("utf-8")


def test_any_other_ci_does_what_the_manual_says(tmp_path: Path, clone: Repo) -> None:
    script = re.search(r"## Any other CI\n+```sh\npip install cjmgen\n(.*?)```", MANUAL, re.DOTALL)
    assert script
    failed = sh(tmp_path, clone.project, script[1])
    assert (failed.returncode, "error[missing-key]" in failed.stdout) == (1, True)
    clone.commit(**{"maps/journeys/empty.yml": None})
    done = sh(tmp_path / "again", clone.project, script[1])
    assert done.returncode == 0, done.stderr
    assert "1 change in 1 journey: 1 worse for the customer" in done.stdout
    assert (clone.project / "changes.md").read_text("utf-8").startswith("### 1 change in 1 journey")
    assert (clone.project / "review" / "changes" / "review" / "index.html").is_file()
    assert 'href="https://maps.example.org/' in (clone.project / "site" / "index.html").read_text("utf-8")
