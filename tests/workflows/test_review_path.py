"""test_review_path: a pull request from its branch to its comment, in a scratch repository: edit, report, artifact, comment; and a hostile one."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from report.test_review import HOSTILE, tags
from shell.repository import JOURNEY, Repo, repository
from workflows.forge import Forge, checkout, python, upload
from workflows.machine import Machine

pytestmark = pytest.mark.slow

WORSE = JOURNEY.replace("emotion: 1", "emotion: -1")
MINE = "<!-- cjmgen: what changes for the customer -->"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    """A host that knows of nothing yet."""
    return Forge(tmp_path / "forge")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with a project."""
    return repository(tmp_path / "repo")


def merged(repo: Repo, **files: str | None) -> str:
    """Edit on a branch, and make the merge that the host would make to try it; the last commit of the branch."""
    repo.git("checkout", "-q", "-b", "topic")
    head = repo.commit(**files)
    repo.git("checkout", "-q", "main")
    repo.commit(**{"maps/teams.yml": "shop: {title: The store, github: '@n/shop'}\n"})
    repo.git("checkout", "-q", "-b", "merge")
    repo.git("merge", "-q", "--no-ff", "-m", "Merge", "topic")
    repo.git("checkout", "-q", "main")
    return head


def reviewed(home: Path, repo: Repo, forge: Forge, base: str = "main") -> Machine:
    """The job of review.yml."""
    others = {"actions/checkout": checkout(repo, "merge"), "actions/setup-python": python, "actions/upload-artifact": upload(forge)}
    machine = Machine(home / "review", others, {"github": {"base_ref": base, "event": {"pull_request": {"number": 12}}}})
    machine.run("review.yml", "review")
    return machine


def commented(home: Path, forge: Forge, head: str, conclusion: str = "success", branch: str = "topic") -> Machine:
    """The job of comment.yml, after a run for a commit."""
    forge.ready()
    run = {
        "id": 99, "event": "pull_request", "conclusion": conclusion, "head_sha": head, "head_branch": branch,
        "head_repository": {"id": 5, "owner": {"login": "stranger"}},
    }  # fmt: skip
    github = {"token": "t0ken", "repository": "shop/maps", "server_url": "https://forge.example", "event": {"workflow_run": run}}
    machine = Machine(home / f"comment-{len(forge.asked())}", {"actions/setup-python": python}, {"github": github}, str(forge.state / "bin"))
    machine.run("comment.yml", "comment")
    return machine


def pull(head: str, number: int = 12, ref: str = "topic", repo: int | None = 5) -> dict[str, Any]:
    """A pull request as the API tells of it; the fork may be gone."""
    return {"number": number, "title": "$(touch evil) `id`", "head": {"sha": head, "ref": ref, "repo": repo and {"id": repo}}}


def report(**changes: Any) -> bytes:
    """A small report."""
    empty: dict[str, Any] = {"changes": [], "journeys": [], "opportunities": [], "comparisons": [], "ask": [], "unread": [], "errors": []}
    return json.dumps({"version": 1, "base": "main", "head": "topic", "language": "en", **empty, **changes}).encode()


def gap(text: str) -> dict[str, str]:
    """A file with an error, all of which is called so."""
    return {"side": text, "file": text, "code": text[:4000], "message": text}


def test_from_an_edit_to_the_comment(tmp_path: Path, repo: Repo, forge: Forge) -> None:
    head = merged(repo, **{"maps/journeys/first-pair.yml": WORSE})
    machine = reviewed(tmp_path, repo, forge)
    assert machine.failed == []
    assert "### 1 change in 1 journey: 1 worse for the customer" in machine.summary, "what the default branch gained meanwhile is no change"
    assert {each["name"] for each in forge.artifacts} == {"cjmgen-changes", "cjmgen-site"}

    forge.pulls = [pull("0" * 40, 11), pull(head)]
    machine = commented(tmp_path, forge, head)
    assert machine.failed == [], machine.printed
    [(method, path, fields)] = forge.asked("POST", "PATCH")
    assert (method, path) == ("POST", "repos/shop/maps/issues/12/comments")
    body = fields["body"]
    assert body.startswith(f"{MINE}\n### 1 change in 1 journey: 1 worse for the customer\n")
    assert f"\n`main` (`{repo.git('rev-parse', '--short=7', 'main')}`) → the working tree\n" in body
    assert "touchpoint “Ad” in “Search”: emotion ~~\\+1~~ → **−1**" in body
    site = next(each["id"] for each in forge.artifacts if each["name"] == "cjmgen-site")
    assert f"[The site as it would be](https://forge.example/shop/maps/actions/runs/99/artifacts/{site})" in body
    page = dict(_unpacked(forge, site))["changes/review/index.html"].decode()
    assert "changes/review/index.html" in body
    assert "Buying the first pair" in page
    assert head in body
    assert forge.asked()[0] == ("GET", "repos/shop/maps/pulls", {"state": "open", "head": "stranger:topic", "per_page": "100"})


def test_the_first_maps_of_a_repository(tmp_path: Path, repo: Repo, forge: Forge) -> None:
    repo.git("checkout", "-q", "--orphan", "before")
    repo.git("rm", "-rfq", ".")
    repo.commit(**{"README.md": "Nothing yet"})
    repo.git("checkout", "-q", "-b", "merge")
    repo.git("merge", "-q", "--no-ff", "--allow-unrelated-histories", "-m", "Merge", "main")
    head = repo.git("rev-parse", "main")
    assert reviewed(tmp_path, repo, forge, "before").failed == []
    forge.pulls = [pull(head)]
    assert commented(tmp_path, forge, head).failed == []
    [(_, _, fields)] = forge.asked("POST", "PATCH")
    assert "| Buying the first pair | `▇·` | is new |" in fields["body"]


def test_the_comment_is_kept_up_to_date(tmp_path: Path, forge: Forge) -> None:
    forge.pulls = [pull("a" * 40)]
    forge.keep("cjmgen-changes", {"changes.json": report()})
    others = [("stranger", f"{MINE} I was first"), ("github-actions[bot]", "Coverage"), ("github-actions[bot]", f"{MINE}\nold"), ("github-actions[bot]", f"{MINE}\nalso")]
    forge.comments = [{"id": 500 + at, "user": {"login": login}, "body": body} for at, (login, body) in enumerate(others)]
    assert commented(tmp_path, forge, "a" * 40).failed == []
    [(method, path, fields)] = forge.asked("POST", "PATCH")
    assert (method, path) == ("PATCH", "repos/shop/maps/issues/comments/502")
    assert "### No change" in fields["body"]


def test_where_nothing_changed_nothing_is_said(tmp_path: Path, forge: Forge) -> None:
    forge.pulls = [pull("a" * 40)]
    forge.keep("cjmgen-changes", {"changes.json": report()})
    assert commented(tmp_path, forge, "a" * 40).failed == []
    assert forge.asked("POST", "PATCH") == []


@pytest.mark.parametrize(
    ("pulls", "conclusion"),
    [([], "success"), ([pull("b" * 40)], "success"), ([pull("a" * 40), pull("a" * 40, 13)], "success"), ([pull("a" * 40)], "cancelled"),
     ([pull("a" * 40, repo=6)], "success"), ([pull("a" * 40, repo=None)], "success"), ([pull("a" * 40, ref="other")], "success")],
    ids=["none is open", "a newer commit", "two that end there", "stopped", "another fork", "a fork that is gone", "another branch"],
)
def test_without_one_pull_request_nothing_is_said(tmp_path: Path, forge: Forge, pulls: list[dict[str, Any]], conclusion: str) -> None:
    forge.pulls = pulls
    forge.keep("cjmgen-changes", {"changes.json": report()})
    assert commented(tmp_path, forge, "a" * 40, conclusion).failed == []
    assert forge.asked("POST", "PATCH") == []
    assert not any(path.endswith("/zip") for _, path, _ in forge.asked())


BOMB = b'{"version": 1, "base": "' + b" " * 40_000_000


@pytest.mark.parametrize(
    ("files", "red"),
    [
        ({}, True),
        ({"changes.json": b"not json"}, True),
        ({"changes.json": report(version=2)}, True),
        ({"changes.json": report() * 2}, True),
        ({"changes.json": BOMB}, True),
        ({"../../../../evil.sh": b"x", "changes.json": report()}, False),
        ({"number": b"1", "pr.txt": b"1", "changes.json": report(errors=[gap("number=1")])}, False),
    ],
    ids=["empty", "no json", "another version", "twice", "a bomb", "a path that leads out", "a number of its own"],
)
def test_an_artifact_is_data(tmp_path: Path, forge: Forge, files: dict[str, bytes], red: bool) -> None:
    forge.pulls = [pull("a" * 40)]
    forge.keep("cjmgen-changes", files)
    machine = commented(tmp_path, forge, "a" * 40)
    assert bool(machine.failed) == red
    assert forge.asked("POST", "PATCH") == []
    assert not list(tmp_path.rglob("evil.sh"))


@pytest.mark.parametrize("told", [{"size_in_bytes": 8_000_001}, {"expired": True}, {"name": "cjmgen-change"}])
def test_an_artifact_that_is_not_taken(tmp_path: Path, forge: Forge, told: dict[str, Any]) -> None:
    forge.pulls = [pull("a" * 40)]
    forge.keep("cjmgen-changes", {"changes.json": report(errors=[gap("a")])}).update(told)
    machine = commented(tmp_path, forge, "a" * 40)
    assert machine.failed == []
    assert "left no report" in machine.printed
    assert forge.asked("POST", "PATCH") == []


def test_more_bytes_than_were_announced(tmp_path: Path, forge: Forge) -> None:
    forge.pulls = [pull("a" * 40)]
    kept = forge.keep("cjmgen-changes", {"changes.json": report()})
    (forge.state / str(kept["id"])).write_bytes(b"\0" * 20_000_000)
    machine = commented(tmp_path, forge, "a" * 40)
    assert machine.failed == ["Take the report"]
    assert (next(machine.home.rglob("changes.zip"))).stat().st_size <= 8_000_000


def test_a_branch_is_a_name_and_nothing_else(tmp_path: Path, forge: Forge) -> None:
    forge.keep("cjmgen-changes", {"changes.json": report()})
    branch = '";touch${IFS}evil;$(touch evil)`touch evil`&state=closed#@evil'
    forge.pulls = [pull("a" * 40, ref=branch)]
    assert commented(tmp_path, forge, "a" * 40, branch=branch).failed == []
    assert forge.asked()[0][2]["head"] == f"stranger:{branch}"
    assert any(path.endswith("/zip") for _, path, _ in forge.asked())
    assert not list(tmp_path.rglob("evil*"))


TITLES = [title for title in HOSTILE if len(title) < 100] + ["${{ github.token }}", "$(touch evil)", "`touch evil`", "::add-mask::x", "##[error]x", MINE, "x" * 4000]


def test_a_hostile_pull_request_leaks_nothing_and_breaks_nothing(tmp_path: Path, repo: Repo, forge: Forge) -> None:
    pains = [{"id": f"p{at}", "title": title, "severity": "critical"} for at, title in enumerate(TITLES)]
    journey = {"title": TITLES[0], "owner": "shop", "tags": {title[:60]: title for title in TITLES[:40]}, "stages": [{"id": "one", "title": "@everyone", "pains": pains}]}
    files: dict[str, str | None] = {"maps/journeys/evil.yml": json.dumps(journey), "maps/journeys/broken.yml": "title: [\n"}
    for name in ("with space", "quote'\"", "new\nline", "-dash", "$(touch evil)", "@everyone"):
        files[f"maps/journeys/{name}.yml"] = "title: [\n"
    head = merged(repo, **files)
    machine = reviewed(tmp_path, repo, forge)
    assert machine.failed == ["Run it"] * 2, "errors stop check and build"
    assert [each["name"] for each in forge.artifacts] == ["cjmgen-changes"]
    assert "internal error" not in machine.printed
    assert {line.split(" ")[0] for line in machine.printed.splitlines() if line.startswith("::")} <= {"::error", "::warning", "::notice"}

    forge.pulls = [pull(head)]
    machine = commented(tmp_path, forge, head, "failure")
    assert machine.failed == [], machine.printed
    [(_, path, fields)] = forge.asked("POST", "PATCH")
    assert path == "repos/shop/maps/issues/12/comments"
    body = fields["body"]
    assert len(body) < 65_536
    assert body.count(MINE) == 1
    assert "t0ken" not in body + machine.printed
    assert "@everyone" not in re.sub("`[^`]*`", "", body), "in code nobody is called"
    assert not list(tmp_path.rglob("evil"))
    assert not [line for line in machine.printed.splitlines() if line.startswith("::") or "##[" in line]


def test_a_sound_pull_request_that_means_harm(tmp_path: Path, repo: Repo, forge: Forge) -> None:
    """No mistake stops it: titles are hostile, a link leads to a secret, a template would run, a submodule lies among the maps."""
    (tmp_path / "secret.yml").write_text("title: s3cret\n", "utf-8")
    pains = [{"id": f"p{at}", "title": title, "severity": "critical"} for at, title in enumerate(TITLES) if "\x1b" not in title]
    stage = {"id": "one", "title": "<script>alert(1)</script>", "touchpoints": ["| a | b |"], "pains": pains}
    repo.write(**{"cjmgen.yml": "title: Northstep journeys\ntheme: evil\n", "themes/evil/templates/home.html": "{# t3mplate #}{{ 't3mp' ~ 'late' }}"})
    (repo.project / "maps" / "journeys" / "leak.yml").symlink_to(tmp_path / "secret.yml")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},maps/journeys/module")
    head = merged(repo, **{"maps/journeys/evil.yml": json.dumps({"title": "@everyone", "owner": "shop", "personas": ["anna"], "stages": [stage]})})
    machine = reviewed(tmp_path, repo, forge)
    assert machine.failed == [], machine.printed

    site = next(each["id"] for each in forge.artifacts if each["name"] == "cjmgen-site")
    for name, content in _unpacked(forge, site):
        assert b"s3cret" not in content, name
        assert not (name.endswith(".html") and b"<script>alert" in content), name
        assert b"t3mplate" not in content, name

    forge.pulls = [pull(head)]
    assert commented(tmp_path, forge, head).failed == []
    [(_, _, fields)] = forge.asked("POST", "PATCH")
    assert "s3cret" not in fields["body"]
    assert "@everyone" not in fields["body"]
    known = {"html_block", "html_inline", "<!--", "<details", "</details", "<summary", "</summary", "<b", "</b", "<br>", "<sub>", "</sub>"}
    assert {each for each in tags(fields["body"]) if each.startswith("<")} <= known
    links = [token.attrs["href"] for block in MarkdownIt("commonmark").parse(fields["body"]) for token in block.children or () if token.type == "link_open"]
    assert all(str(link).startswith("https://forge.example/shop/maps/actions/runs/99") for link in links)
    assert len(links) == 2


def _unpacked(forge: Forge, id: int) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(forge.state / str(id)) as archive:
        yield from ((name, archive.read(name)) for name in archive.namelist())
