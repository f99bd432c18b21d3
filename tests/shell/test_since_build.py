"""test_since_build: `cjmgen build --since`: the page of changes where it is asked for, what it is called, and what happens to it later."""

from pathlib import Path

import pytest

from shell.conftest import Run
from shell.repository import JOURNEY, Repo, repository
from shell.test_build import listing

FILE = "maps/journeys/first-pair.yml"
WORSE = JOURNEY.replace("emotion: 1", "emotion: -1")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with a project of which one map was changed and not committed."""
    made = repository(tmp_path / "repo", "shop")
    made.write(**{FILE: WORSE})
    return made


def page(repo: Repo, name: str = "main") -> str:
    """The page of changes."""
    return (repo.project / "site" / "changes" / name / "index.html").read_text("utf-8")


def test_the_page_and_the_ways_to_it(run: Run, repo: Repo) -> None:
    ran = run("-C", str(repo.project), "build", "--since", "main", "--verify")
    assert (ran.code, ran.err) == (0, "")
    assert ">1 change for the worse</h1>" in page(repo)
    assert "@n/shop" in page(repo)
    assert '"../../changes/main/index.html#j-first-pair"' in (repo.project / "site/journeys/first-pair/index.html").read_text("utf-8")
    assert '"changes/main/index.html"' in (repo.project / "site/index.html").read_text("utf-8")


def test_without_it_the_page_goes_and_nothing_else_is_left_of_it(run: Run, repo: Repo) -> None:
    run("-C", str(repo.project), "build", "--output", str(repo.top / "plain"))
    run("-C", str(repo.project), "build", "--since", "main")
    ran = run("-C", str(repo.project), "build", "--verify")
    assert (ran.code, ran.err) == (0, "")
    site, plain = listing(repo.project / "site"), listing(repo.top / "plain")
    assert not [path for path in site if path.startswith("changes/")]
    assert {path: site[path] for path in site if path != ".cjmgen-site"} == {path: plain[path] for path in plain if path != ".cjmgen-site"}


def test_only_what_tells_of_changes_is_drawn_again(run: Run, repo: Repo) -> None:
    run("-C", str(repo.project), "build")
    ran = run("-C", str(repo.project), "build", "--since", "main", "--explain")
    drawn = {line.partition(": ")[0] for line in ran.out.splitlines() if ".html: " in line and not line.startswith("shop")}
    assert drawn >= {"changes/main/index.html", "index.html", "journeys/first-pair/index.html"}
    assert "personas/anna/index.html" not in drawn


def test_a_second_time_there_is_nothing_to_do_until_the_base_moves(run: Run, repo: Repo) -> None:
    words = ("-C", str(repo.project), "build", "--since", "main")
    run(*words)
    assert " 0 changed" in run(*words).out
    repo.commit(**{FILE: WORSE})
    ran = run(*words, "--verify")
    assert ran.code == 0
    assert ">Nothing changed since main</h1>" in page(repo)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("--since", "HEAD~0"), "head-0"), (("--since", "main", "--changes", "pr-42"), "pr-42"), (("--since", "{commit}"), "{short}"),
        (("--since", "refs/heads/main"), "refs-heads-main"), (("--since", "main", "--changes", "PR_4.2"), "PR_4.2"), (("--since", "con"), "since-con"),
    ],
)  # fmt: skip
def test_what_the_page_is_called(run: Run, repo: Repo, words: tuple[str, ...], name: str) -> None:
    repo.git("branch", "con")
    commit = repo.git("rev-parse", "HEAD")
    ran = run("-C", str(repo.project), "build", *(word.format(commit=commit) for word in words))
    assert ran.code == 0, ran.err
    assert [each.name for each in (repo.project / "site" / "changes").iterdir()] == [name.format(short=commit[:7])]


@pytest.mark.parametrize("name", ["", "..", "a/b", "../x", "a b", "-x", ".x", "a\nb", "con", "NUL.txt", "x" * 65, "имя", "a--b", "%2e%2e"])
def test_what_the_page_cannot_be_called(run: Run, repo: Repo, name: str) -> None:
    ran = run("-C", str(repo.project), "build", "--since", "main", f"--changes={name}")
    assert (ran.code, ran.out) == (2, "")
    assert "--changes is the name of a folder of the site" in ran.err
    assert not (repo.project / "site").exists()


def test_a_name_alone_means_nothing(run: Run, repo: Repo) -> None:
    ran = run("-C", str(repo.project), "build", "--changes", "pr-42")
    assert (ran.code, "say --since BASE too" in ran.err) == (2, True)


@pytest.mark.parametrize("base", ["nowhere", "", "-x", "a\nb", "HEAD:cjmgen.yml", "$(id)"])
def test_a_base_that_is_none(run: Run, repo: Repo, base: str) -> None:
    ran = run("-C", str(repo.project), "build", f"--since={base}")
    assert (ran.code, "Traceback" in ran.err, "revision" in ran.err) == (2, False, True)
    assert not (repo.project / "site").exists()


def test_a_folder_as_base_is_called_by_its_name(run: Run, repo: Repo, tmp_path: Path) -> None:
    old = repository(tmp_path / "before")
    ran = run("-C", str(repo.project), "build", "--since", str(old.project), "--changes", "x", "--verify")
    assert ran.code == 0, ran.err
    assert "since before" in page(repo, "x")
    assert str(tmp_path) not in page(repo, "x")


def test_a_base_without_the_project(run: Run, repo: Repo) -> None:
    repo.git("checkout", "-q", "--orphan", "empty")
    repo.git("rm", "-rfq", "--cached", ".")
    repo.git("commit", "-q", "--allow-empty", "-m", "empty")
    ran = run("-C", str(repo.project), "build", "--since", "empty")
    assert ran.code == 0
    assert "has no cjmgen.yml in this place: everything is new" in ran.err
    assert "This journey is new." in page(repo, "empty")


def test_what_the_base_has_broken_is_said_and_the_rest_is_compared(run: Run, repo: Repo) -> None:
    repo.commit(**{FILE: JOURNEY, "maps/personas/anna.yml": "title: [\n"})
    repo.write(**{FILE: WORSE, "maps/personas/anna.yml": "title: Anna\n"})
    ran = run("-C", str(repo.project), "build", "--since", "main", "--verify")
    assert (ran.code, ran.err) == (0, "")
    assert "<code>maps/personas/anna.yml</code>" in page(repo)
    assert "unclosed-bracket" in page(repo)
    assert ">1 change for the worse</h1>" in page(repo)


def test_an_error_now_leaves_the_site_as_it_was(run: Run, repo: Repo) -> None:
    run("-C", str(repo.project), "build", "--since", "main")
    before = listing(repo.project / "site")
    repo.write(**{FILE: "title: ["})
    assert run("-C", str(repo.project), "build", "--since", "main").code == 1
    assert listing(repo.project / "site") == before


def test_the_address_of_the_site_is_no_change(run: Run, repo: Repo) -> None:
    repo.write(**{FILE: JOURNEY})
    assert run("-C", str(repo.project), "build", "--since", "main", "--url", "https://example.org/maps").code == 0
    assert ">Nothing changed since main</h1>" in page(repo)
    assert 'content="noindex"' in page(repo)
    assert "changes/" not in (repo.project / "site/sitemap.xml").read_text("utf-8")


SECRET = JOURNEY.replace("  - {id: noise, title: Too much noise, severity: high}", "  - {id: margin, title: SECRET margin, severity: high}")
NOW = {
    "a pain": {FILE: SECRET.replace("severity: high", "severity: high, audience: internal")},
    "a stage": {FILE: SECRET.replace("id: seek", "id: seek\n  audience: internal")},
    "a journey": {FILE: "audience: internal\n" + SECRET, "maps/journeys/other.yml": "title: Other\npersonas: [anna]\nstages: [One]\n"},
    "a pain with another title": {FILE: SECRET.replace("severity: high", "severity: low, audience: internal")},
    "a journey with another name": {FILE: None, "maps/journeys/pair.yml": SECRET.replace("severity: high", "severity: high, audience: internal")},
}  # fmt: skip


@pytest.mark.parametrize("what", NOW)
def test_what_became_internal_does_not_come_back_out_of_the_base(run: Run, repo: Repo, what: str) -> None:
    repo.commit(**{FILE: SECRET})
    repo.write(**NOW[what])
    ran = run("-C", str(repo.project), "build", "--since", "main", "--verify")
    assert (ran.code, ran.err) == (0, ""), ran.out
    found = [path for path, content in listing(repo.project / "site").items() if b"SECRET" in content]
    assert found == []


def test_colleagues_are_told_of_it(run: Run, repo: Repo) -> None:
    repo.commit(**{FILE: SECRET})
    repo.write(**NOW["a pain"])
    assert run("-C", str(repo.project), "build", "--since", "main", "--audience", "internal").code == 0
    assert "SECRET" in page(repo)


def test_a_person_who_became_internal_does_not_come_back(run: Run, repo: Repo) -> None:
    repo.commit(**{"maps/personas/anna.yml": "title: SECRET Anna\n", FILE: JOURNEY.replace("[anna]", "[anna, olga]"), "maps/personas/olga.yml": "title: Olga\n"})
    repo.write(**{"maps/personas/anna.yml": "title: SECRET Anna\naudience: internal\n", FILE: WORSE.replace("[anna]", "[anna, olga]")})
    assert run("-C", str(repo.project), "build", "--since", "main").code == 0
    assert ">1 change for the worse</h1>" in page(repo)
    site = listing(repo.project / "site")
    assert [path for path in site if b"SECRET" in site[path] or (path.endswith(".html") and b"anna" in site[path])] == []


def test_other_tags_tell_nothing_of_their_changes(run: Run, repo: Repo) -> None:
    alpha = "title: Alpha\ntags: {client: alpha}\npersonas: [anna]\nstages: [{title: One, emotion: 1}]\n"
    repo.commit(**{"maps/journeys/alpha.yml": alpha, FILE: JOURNEY.replace("title: Ad,", "title: SECRET Ad,")})
    repo.write(**{"maps/journeys/alpha.yml": alpha.replace("emotion: 1", "emotion: 2"), FILE: WORSE.replace("title: Ad,", "title: SECRET Ad two,")})
    ran = run("-C", str(repo.project), "build", "--only", "tag:client=alpha", "--since", "main")
    assert ran.code == 0, ran.out + ran.err
    assert ">1 change for the better</h1>" in page(repo)
    assert [path for path, content in listing(repo.project / "site").items() if b"SECRET" in content] == []


def test_a_broken_file_that_may_be_internal_is_counted_and_not_named(run: Run, repo: Repo) -> None:
    repo.commit(**{"maps/journeys/secret-plan.yml": "title: [SECRET\n"})
    repo.write(**{"maps/journeys/secret-plan.yml": None, FILE: WORSE})
    assert run("-C", str(repo.project), "build", "--since", "main").code == 0
    assert "secret" not in page(repo).lower()
    assert "and 1 more" in page(repo)
