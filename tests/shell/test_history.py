"""`cjmgen build --history`: the past of each journey from the repository, remembered, and as public as the site."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cjmgen.diff.changes import changes as real
from cjmgen.shell.past import _Back
from shell.conftest import Run
from shell.repository import JOURNEY, Repo, repository
from site_check.folder import contents
from site_check.links import broken

FILE = "maps/journeys/first-pair.yml"
SECOND, THIRD = JOURNEY.replace("emotion: 1", "emotion: -1"), JOURNEY.replace("emotion: 1", "emotion: 2").replace("title: Pay", "title: Pay the bill")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with a project in a folder of it, in three revisions."""
    made = repository(tmp_path / "repo", "our shop")
    made.commit(**{FILE: SECOND})
    made.git("tag", "v1")
    made.commit(**{"README.md": "Nothing of a map"})
    made.commit(**{FILE: THIRD})
    return made


def build(run: Run, repo: Repo, *words: str) -> Any:
    """Build with a history; the data beside the page."""
    ran = run("-C", str(repo.project), "build", "--today", "2026-11-21", "--history", *words)
    assert ran.code == 0, ran.err
    return json.loads((repo.project / "site/journeys/first-pair/history.json").read_text("utf-8"))


def test_revisions_that_changed_the_map_with_their_figures(run: Run, repo: Repo) -> None:
    told = build(run, repo)
    assert [(each["score"], each["changes"], each["tag"], each["who"]) for each in told["revisions"]] == [
        (1, 0, "", "Anna"),
        (-1, 1, "v1", "Anna"),
        (2, 2, "", "Anna"),
    ]
    head = repo.git("rev-parse", "HEAD")
    changed = [(cell["stage"], cell["lane"]) for cell in told["cells"] if cell["commit"] == head]
    assert changed == [("seek", "channels"), ("pay", "")]


def test_the_page_and_the_way_to_it(run: Run, repo: Repo) -> None:
    repo.write(**{"cjmgen.yml": "title: Northstep journeys\nlanguages: [en, ru]\n"})
    build(run, repo)
    folder = repo.project / "site"
    assert 'href="history.html"' in (folder / "journeys/first-pair/index.html").read_text("utf-8")
    assert "Who changed what last" in (folder / "journeys/first-pair/history.html").read_text("utf-8")
    assert "Кто что менял последним" in (folder / "ru/journeys/first-pair/history.html").read_text("utf-8")
    assert run("-C", str(repo.project), "build").code == 0
    assert not (folder / "journeys/first-pair/history.html").exists()


def test_what_is_not_committed_yet_comes_last(run: Run, repo: Repo) -> None:
    repo.write(**{FILE: SECOND})
    assert [(each["commit"][:1], each["score"]) for each in build(run, repo)["revisions"]][-1] == ("", -1)


def test_tags_alone_and_a_number(run: Run, repo: Repo) -> None:
    repo.git("tag", "-a", "v2", "-m", "Two")
    assert [each["tag"] for each in build(run, repo, "tags")["revisions"]] == ["v1", "v2"]
    assert [each["score"] for each in build(run, repo, "2")["revisions"]] == [-1, 2]


def test_what_is_known_is_not_read_again(run: Run, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = _Back._read
    monkeypatch.setattr(_Back, "_read", lambda back, revision: read.append(revision.commit) or real(back, revision))
    build(run, repo)
    assert len(read) == 3
    read.clear()
    repo.write(**{"cjmgen.yml": "title: Other journeys\n"})
    build(run, repo)
    assert len(read) == 1, "the last one, as the working tree says something else"
    read.clear()
    now = repo.commit(**{FILE: SECOND})
    build(run, repo)
    assert len(read) == 2
    assert now in read


def test_it_is_what_a_build_from_nothing_makes(run: Run, repo: Repo) -> None:
    build(run, repo)
    repo.commit(**{FILE: SECOND})
    build(run, repo)
    ran = run("-C", str(repo.project), "build", "--today", "2026-11-21", "--history", "--verify")
    assert (ran.code, "Verified" in ran.out) == (0, True)


def test_nothing_is_told_of_what_is_internal_by_now(run: Run, repo: Repo) -> None:
    """What was open once, what it was called then, and what commits say of it."""
    zebra = THIRD.replace("Too much noise", "Zebra").replace("title: Pay", "title: Walrus, ")
    repo.commit(**{FILE: zebra, "maps/journeys/zebra-plan.yml": JOURNEY.replace("Buying", "Zebra"), "maps/personas/boris.yml": "title: Zebra\n"})
    repo.git("commit", "-q", "--allow-empty", "-m", "On the Zebra")
    marked = zebra.replace("severity: high", "severity: high, audience: internal").replace("- id: pay\n", "- id: pay\n  audience: internal\n")
    plan = JOURNEY.replace("Buying", "Zebra").replace("personas:", "audience: internal\npersonas:")
    repo.write(**{FILE: marked, "maps/journeys/zebra-plan.yml": plan, "maps/personas/boris.yml": "title: Zebra\naudience: internal\n"})
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "Hide the Zebra and the Walrus")
    told = build(run, repo)
    assert len(told["revisions"]) > 3
    every = {path: path.read_bytes().lower() for path in (repo.project / "site").rglob("*") if path.is_file()}
    assert [path for path, content in every.items() if b"zebra" in content or b"walrus" in content or "zebra" in str(path)] == []
    assert "Hide the Zebra" in json.dumps(build(run, repo, "--audience", "internal"))


def test_revisions_with_errors_are_passed_over(run: Run, repo: Repo) -> None:
    repo.commit(**{FILE: "title: ["})
    repo.commit(**{FILE: SECOND})
    ran = run("-C", str(repo.project), "build", "--history")
    assert (ran.code, ran.err) == (0, "history: 1 of 5 revisions have no project in this place, or one with errors\n")
    told = build(run, repo)
    assert [each["score"] for each in told["revisions"]] == [1, -1, 2, -1]


@pytest.mark.parametrize("value", ["0", "1", "201", "x", "٣", "99999999999999999999", "\x1b[31m"])
def test_what_is_no_history_is_refused(run: Run, repo: Repo, value: str) -> None:
    ran = run("-C", str(repo.project), "build", f"--history={value}")
    assert (ran.code, "\x1b" in ran.err) == (2, False)
    assert ran.err.startswith("Error: --history takes a number from 2 to 200 or `tags`, found '")


def test_without_a_repository_it_is_refused(run: Run, repo: Repo, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    subprocess.run(["cp", "-r", str(repo.project), str(bare)], check=True)
    ran = run("-C", str(bare), "build", "--history")
    assert (ran.code, "is in no git repository; --history needs one" in ran.err) == (2, True)


def test_a_shallow_clone_says_that_there_is_more(run: Run, repo: Repo, tmp_path: Path) -> None:
    repo.git("clone", "-q", "--depth=2", f"file://{repo.top}", str(tmp_path / "clone"))
    ran = run("-C", str(tmp_path / "clone" / "our shop"), "build", "--history")
    assert (ran.code, "git fetch --unshallow" in ran.err) == (0, True)


def test_names_that_would_do_something_are_only_told(run: Run, repo: Repo) -> None:
    hostile = "<script>alert(1)</script> @everyone `x` | \u202e"
    repo.write(**{FILE: SECOND})
    repo.git("add", "-A")
    repo.git("-c", f"user.name={hostile}", "-c", "log.showSignature=true", "commit", "-q", "-m", hostile)
    repo.git("config", "log.showSignature", "true")
    repo.git("config", "gpg.program", "/bin/false")
    told = build(run, repo, "--audience", "internal")
    assert told["revisions"][-1]["subject"].startswith("<script>")
    assert "<script>alert" not in (repo.project / "site/journeys/first-pair/history.html").read_text("utf-8")


def pages(repo: Repo) -> dict[str, str]:
    """The pages of pairs of revisions, by their names."""
    return {path.parent.name: path.read_text("utf-8") for path in sorted((repo.project / "site/history").glob("*/index.html"))}


def test_what_changed_in_each_revision_and_between_any_two(run: Run, repo: Repo) -> None:
    repo.commit(**{FILE: JOURNEY, "maps/journeys/short.yml": "title: Short\nstages: [One]\n"})
    repo.commit(**{"maps/journeys/short.yml": None})
    build(run, repo)
    every = [repo.git("rev-parse", f"HEAD~{at}")[:10] for at in (5, 4, 2, 1, 0)]
    last = [f"{old}-{new}" for at, new in enumerate(every) for old in every[: max(at - 1, 0)]]
    told = pages(repo)
    assert set(told) == {*every[1:], *last}
    assert "Short" in told[every[3]], "of a journey that is gone by now"
    assert "From v1 to" in told[f"{every[1]}-{every[3]}"]
    listed = (repo.project / "site/history/index.html").read_text("utf-8")
    assert all(f'href="{name}/index.html"' in listed for name in told)
    assert json.loads((repo.project / "site/history/index.json").read_text("utf-8"))["revisions"][1]["tag"] == "v1"
    assert f'href="../../history/{every[1]}/index.html"' in (repo.project / "site/journeys/first-pair/history.html").read_text("utf-8")
    assert broken(contents(repo.project / "site")) == []


def test_a_pair_is_drawn_once(run: Run, repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    build(run, repo, "--jobs", "1")
    drawn = pages(repo)
    compared: list[str] = []
    monkeypatch.setattr("cjmgen.shell.past.changes", lambda old, new: compared.append(str(new.files)) or real(old, new))
    repo.write(**{"maps/personas/anna.yml": "title: Anna\nquote: Hm\n"})
    build(run, repo, "--jobs", "1")
    assert compared == []
    assert pages(repo) == drawn
    repo.commit(**{FILE: SECOND})
    build(run, repo, "--jobs", "1")
    assert len(compared) == 3, "with the one before, and with the two before that"
    ran = run("-C", str(repo.project), "build", "--today", "2026-11-21", "--history", "--verify")
    assert "Verified" in ran.out


def test_where_anything_was_internal_no_two_revisions_are_compared_in_public(run: Run, repo: Repo) -> None:
    hidden = THIRD.replace("severity: high", "severity: high, audience: internal")
    repo.commit(**{FILE: hidden})
    repo.commit(**{FILE: JOURNEY.replace("  pains:\n  - {id: noise, title: Too much noise, severity: high}\n", "")})
    build(run, repo)
    assert not (repo.project / "site/history").exists()
    build(run, repo)
    assert not (repo.project / "site/history").exists(), "nor when it is remembered"
    build(run, repo, "--audience", "internal")
    assert len(pages(repo)) > 4
    assert "Too much noise" in "".join(pages(repo).values())
