"""test_diff_page: `cjmgen diff --format html`: the page of changes as one file that needs and loads nothing else."""

import re
from pathlib import Path

import pytest

from shell.conftest import Run
from shell.repository import JOURNEY, Repo, repository
from shell.test_since_build import FILE, WORSE, page


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with a project of which one map was changed and not committed."""
    made = repository(tmp_path / "repo", "shop")
    made.write(**{FILE: WORSE})
    return made


def words(html: str) -> str:
    """What a page says between its head and its foot, without tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", html.partition("<main")[2].partition("</main>")[0]).split())


def test_it_says_what_the_page_of_the_site_says(run: Run, repo: Repo) -> None:
    ran = run("-C", str(repo.project), "diff", "main", "--format", "html")
    assert (ran.code, ran.err) == (0, "")
    run("-C", str(repo.project), "build", "--since", "main")
    commit = repo.git("rev-parse", "--short=7", "main")
    assert words(ran.out).replace(f" ({commit})", "") == words(page(repo))


def test_it_needs_nothing_else(run: Run, repo: Repo) -> None:
    html = run("-C", str(repo.project), "diff", "main", "--format", "html").out
    assert html.startswith("<!DOCTYPE html>")
    assert re.findall(r"<script|<link rel=\"stylesheet\"|url\(", html) == []
    addresses = re.findall(r'\s(?:href|src)="([^"]*)"', html)
    assert [each for each in addresses if not each.startswith(("#", "data:image/svg+xml;base64,"))] == []
    ids = set(re.findall(r'\sid="([^"]*)"', html))
    assert {each[1:] for each in addresses if each.startswith("#")} <= ids
    assert "default-src 'none'" in html


def test_two_revisions_are_both_named(run: Run, repo: Repo) -> None:
    repo.git("tag", "v1")
    repo.commit(**{FILE: WORSE})
    repo.git("tag", "v2")
    html = run("-C", str(repo.project), "diff", "v1", "v2", "--format", "html", "--exit-code")
    assert html.code == 1
    assert re.search(r"from v1 \(\w{7}\) to v2 \(\w{7}\)\.", html.out)


def test_files_that_are_broken_on_either_side_are_named(run: Run, repo: Repo) -> None:
    repo.commit(**{FILE: JOURNEY, "maps/journeys/second.yml": "title: Second\nstages: [One\n"})
    repo.write(**{FILE: WORSE, "maps/personas/anna.yml": "title: [\n", "maps/journeys/second.yml": "title: Second\nstages: [Two\n"})
    ran = run("-C", str(repo.project), "diff", "main", "--format", "html")
    assert (ran.code, ran.err) == (0, "")
    assert ">1 change for the worse</h1>" in ran.out
    assert "<code>maps/personas/anna.yml</code>" in ran.out
    assert "<code>maps/journeys/second.yml</code>" in ran.out


@pytest.mark.parametrize("title", ["</style><script>alert(1)</script>", '"><a href="https://evil.example">x</a>', "<a href='x'>", "x" * 10_000])
def test_hostile_titles_stay_texts(run: Run, repo: Repo, title: str) -> None:
    told = title.replace('"', '\\"')
    repo.write(**{FILE: WORSE.replace("title: Ad,", f'title: "{told}",'), "themes/default/assets/style/99.css": "a { content: '</style><script>' }"})
    html = run("-C", str(repo.project), "diff", "main", "--format", "html").out
    bare = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    assert html.count("</style>") == html.count("<style>") == 4
    assert re.findall(r"<script|<style|href=.https", bare) == []
    assert len(html) < 120_000


def test_templates_of_the_project_are_left_alone(run: Run, repo: Repo) -> None:
    repo.write(**{"cjmgen.yml": "title: Northstep journeys\ntheme: own\n", "themes/own/templates/changes.html": "<h1>OWN</h1>"})
    assert "OWN" not in run("-C", str(repo.project), "diff", "main", "--format", "html").out


def test_what_was_written_down_as_json_has_no_maps_to_draw(run: Run, repo: Repo) -> None:
    ran = run("-C", str(repo.project), "diff", "--from", "x.json", "--format", "html")
    assert (ran.code, "needs the two versions themselves" in ran.err) == (2, True)
