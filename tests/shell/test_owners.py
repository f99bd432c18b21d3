"""test_owners: the part of CODEOWNERS that is made of the maps: written, verified, and what is around it left alone."""

from pathlib import Path

import pytest

from cjmgen.report.codeowners import BEGIN, END, put_in
from shell.conftest import Run
from shell.repository import Repo, repository

TEAMS = "shop: {title: The shop, github: '@n/shop'}\ncare: {title: Care, github: '@n/care'}\nlegal: {title: Legal}\n"
MAP = "title: Two\nowner: care\nstages:\n- title: One\n  touchpoints: [{title: Door, owner: shop}, {title: Form, owner: legal}]\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with a project in a folder of it."""
    made = repository(tmp_path / "repo", "our shop")
    made.write(**{"maps/teams.yml": TEAMS, "maps/journeys/two.yml": MAP, "maps/metrics/nps.yml": "title: NPS\nowner: care\n"})
    return made


def test_each_file_gets_the_teams_that_own_something_in_it(run: Run, repo: Repo) -> None:
    ran = run("-C", str(repo.project), "owners")
    assert (ran.code, ran.out) == (0, ".github/CODEOWNERS is written\n")
    assert ran.err == "note: the team 'legal' has no `github`, and owns something in maps/journeys/two.yml\n"
    assert (repo.top / ".github" / "CODEOWNERS").read_text("utf-8").splitlines() == [
        BEGIN,
        r"/our\ shop/maps/journeys/first-pair.yml @n/shop",
        r"/our\ shop/maps/journeys/two.yml @n/care @n/shop",
        r"/our\ shop/maps/metrics/nps.yml @n/care",
        END,
    ]
    assert run("-C", str(repo.project), "owners").out == ".github/CODEOWNERS is up to date\n"


def test_checking_writes_nothing(run: Run, repo: Repo) -> None:
    ran = run("-C", str(repo.project), "owners", "--check")
    assert (ran.code, ran.out) == (1, ".github/CODEOWNERS is not up to date: run `cjmgen owners`\n")
    assert not (repo.top / ".github").exists()
    run("-C", str(repo.project), "owners")
    assert run("-C", str(repo.project), "owners", "--check").code == 0
    repo.write(**{"maps/journeys/two.yml": MAP.replace("owner: care", "owner: shop")})
    assert run("-C", str(repo.project), "owners", "--check").code == 1


def test_the_file_that_is_there_is_taken_and_its_own_lines_stay(run: Run, repo: Repo) -> None:
    (repo.top / "CODEOWNERS").write_text("* @n/all\n\n# ours\n/src @n/dev", "utf-8")
    assert run("-C", str(repo.project), "owners").out == "CODEOWNERS is written\n"
    first = (repo.top / "CODEOWNERS").read_text("utf-8")
    assert first.startswith(f"* @n/all\n\n# ours\n/src @n/dev\n\n{BEGIN}\n")
    (repo.top / "CODEOWNERS").write_text(first + "/docs @n/docs\n", "utf-8")
    repo.write(**{"maps/metrics/nps.yml": None})
    run("-C", str(repo.project), "owners")
    last = (repo.top / "CODEOWNERS").read_text("utf-8")
    assert last == first.replace("/our\\ shop/maps/metrics/nps.yml @n/care\n", "") + "/docs @n/docs\n"


@pytest.mark.parametrize("handle", ["@n/shop @evil", "evil@example.org\\n* @evil", "shop", "@n/shop # x", "@-x"])
def test_a_handle_is_a_handle_and_nothing_else(run: Run, repo: Repo, handle: str) -> None:
    repo.write(**{"maps/teams.yml": f'shop: {{title: The shop, github: "{handle}"}}\ncare: Care\nlegal: Legal\n'})
    assert run("-C", str(repo.project), "owners").code == 0
    assert (repo.top / ".github" / "CODEOWNERS").read_text("utf-8") == f"{BEGIN}\n{END}\n"


def test_a_path_that_would_mean_more_than_one_file_is_left_out(run: Run, repo: Repo) -> None:
    repo.write(**{"maps/journeys/two.yml": None, "maps/journeys/a*.yml": MAP, "maps/journeys/b#c.yml": MAP})
    ran = run("-C", str(repo.project), "owners")
    assert r"warning: CODEOWNERS can't name our shop/maps/journeys/a*.yml; rename the file" in ran.err
    text = (repo.top / ".github" / "CODEOWNERS").read_text("utf-8")
    assert "a*" not in text
    assert r"/our\ shop/maps/journeys/b\#c.yml @n/care @n/shop" in text


def test_a_link_in_the_place_of_the_file_is_not_followed(run: Run, repo: Repo, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("mine\n", "utf-8")
    (repo.top / "CODEOWNERS").symlink_to(tmp_path / "elsewhere")
    ran = run("-C", str(repo.project), "owners")
    assert ran.code == 2
    assert (tmp_path / "elsewhere").read_text("utf-8") == "mine\n"


@pytest.mark.parametrize("text", ["", "\n", "* @a\n", f"{BEGIN}\n", f"{END}\n{BEGIN}\n", f"{BEGIN}\n{END}\n* @a\n", f"a\n{BEGIN}\nold\n{END}\nb\n"])
def test_putting_it_in_twice_is_putting_it_in_once(text: str) -> None:
    part = f"{BEGIN}\n/x @a\n{END}\n"
    once = put_in(text, part)
    assert part in once
    assert put_in(once, part) == once
