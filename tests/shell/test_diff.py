"""test_diff: the command `cjmgen diff`: what it compares, what it prints, and what it says where it can't."""

import json
import sys
from pathlib import Path

import pytest

from shell.conftest import Run
from shell.repository import JOURNEY, Repo, repository

WORSE = JOURNEY.replace("emotion: 1", "emotion: -1")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A repository with a project, and a branch that was just begun."""
    made = repository(tmp_path / "repo", "shop")
    made.git("checkout", "-q", "-b", "topic")
    return made


def test_the_working_tree_against_where_the_branch_began(run: Run, repo: Repo) -> None:
    repo.write(**{"maps/journeys/first-pair.yml": WORSE})
    ran = run("-C", str(repo.project), "diff")
    assert ran.code == 0
    assert ran.err == ""
    assert "1 change in 1 journey: 1 worse for the customer" in ran.out
    assert "“Search” of “Buying the first pair” falls by 2 to −1" in ran.out
    assert "▼ touchpoint “Ad” in “Search”: emotion +1 → −1" in ran.out
    assert "The shop @n/shop: owns stage “Search”" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\x1b" not in ran.out


def test_two_revisions_and_two_folders_say_the_same(run: Run, repo: Repo, tmp_path: Path) -> None:
    old = repository(tmp_path / "old")
    repo.commit(**{"maps/journeys/first-pair.yml": WORSE})
    between = json.loads(run("-C", str(repo.project), "diff", "main", "HEAD", "--format", "json").out)
    folders = json.loads(run("diff", str(old.project), str(repo.project), "--format", "json").out)
    assert between["changes"] == folders["changes"] != []
    assert (folders["base"], folders["head"]) == (str(old.project), str(repo.project))


def test_a_second_time_it_is_the_same(run: Run, repo: Repo) -> None:
    repo.commit(**{"maps/journeys/first-pair.yml": WORSE})
    words = ("-C", str(repo.project), "diff", "main", "topic", "--format", "json")
    first, again = run(*words), run(*words)
    assert first == again
    assert first.code == 0


def test_nothing_changed(run: Run, repo: Repo) -> None:
    repo.write(**{"maps/journeys/first-pair.yml": "# a comment\r\n" + JOURNEY.replace("\n", "\r\n")})
    ran = run("-C", str(repo.project), "diff", "--exit-code")
    assert (ran.code, ran.out) == (0, f"main ({repo.git('rev-parse', '--short=7', 'main')}) → the working tree\nno change\n")


def test_the_exit_code_tells_whether_anything_changed(run: Run, repo: Repo) -> None:
    repo.write(**{"maps/journeys/first-pair.yml": WORSE})
    assert run("-C", str(repo.project), "diff", "--exit-code").code == 1


def test_only_what_stands_in_a_folder(run: Run, repo: Repo) -> None:
    repo.write(**{"maps/journeys/first-pair.yml": WORSE, "maps/personas/anna.yml": None, "maps/personas/vera.yml": "title: Vera\n"})
    told = json.loads(run("-C", str(repo.project), "diff", "--only", "maps/personas", "--format", "json").out)
    assert [(each["act"], each["what"]) for each in told["changes"]] == [("removed", "persona"), ("added", "persona")]
    gone = json.loads(run("-C", str(repo.project), "diff", "--only", "maps/personas/anna.yml", "--format", "json").out)
    assert [each["old"]["id"] for each in gone["changes"]] == ["anna"]
    assert gone["journeys"] == []
    outside = run("-C", str(repo.project), "diff", "--only", "../../x")
    assert (outside.code, outside.err.splitlines()[0]) == (2, f"Error: ../../x is not part of the project in {repo.project}")


def test_a_base_without_the_project(run: Run, repo: Repo) -> None:
    repo.git("checkout", "-q", "--orphan", "empty")
    repo.git("rm", "-rfq", "--cached", ".")
    repo.git("commit", "-q", "--allow-empty", "-m", "Nothing")
    ran = run("-C", str(repo.project), "diff", "HEAD", "main", "--format", "json")
    assert ran.code == 0
    assert "has no cjmgen.yml in this place: everything is new" in ran.err
    assert [each["act"] for each in json.loads(ran.out)["changes"] if each["what"] == "journey"] == ["added"]


def test_files_that_are_broken_are_told_and_the_rest_is_compared(run: Run, repo: Repo) -> None:
    repo.commit(**{f"maps/journeys/{name}.yml": "title: Second\nstages: [One\n" for name in ("second", "untouched")})
    broken = {"maps/journeys/second.yml": "title: Second\nstages: [Two\n", "maps/personas/anna.yml": "title: [\n"}
    repo.write(**{"maps/journeys/first-pair.yml": WORSE, **broken})
    told = json.loads(run("-C", str(repo.project), "diff", "topic", "--format", "json").out)
    assert [each["act"] for each in told["changes"]] == ["updated"]
    assert {(each["side"].split()[0], each["file"]) for each in told["errors"]} == {
        ("topic", "maps/journeys/second.yml"), ("the", "maps/personas/anna.yml"), ("the", "maps/journeys/second.yml"),
    }  # fmt: skip
    text = run("-C", str(repo.project), "diff", "topic").out
    assert "maps/personas/anna.yml in the working tree: [unclosed-bracket]" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nothing",), "there is no revision 'nothing'"),
        (("main", "nothing"), "there is no revision 'nothing'"),
        (("--", "--upload-pack=x"), "'--upload-pack=x' can't be the name of a revision"),
        (("a\x1b[2Jb",), r"'a\x1b[2Jb' can't be the name of a revision"),
        (("maps",), "there is no cjmgen.yml in maps"),
    ],
)
def test_what_cannot_be_compared(run: Run, repo: Repo, words: tuple[str, ...], said: str) -> None:
    ran = run("-C", str(repo.project), "diff", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Error: {said}")


def test_outside_of_any_repository(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    ran = run("-C", str(project), "diff")
    assert ran.code == 2
    assert "is in no git repository" in ran.err
    assert "cjmgen diff OLD NEW" in ran.err


def test_five_thousand_changes_fit_into_a_comment(run: Run, repo: Repo) -> None:
    def pains(name: str) -> str:
        return "title: Many\nstages:\n- title: One\n  pains:\n" + "".join(f"  - {{id: {name}{at}, title: {name * 9} {at}}}\n" for at in range(2500))

    repo.commit(**{"maps/journeys/many.yml": pains("a")})
    repo.write(**{"maps/journeys/many.yml": pains("b").replace("title: One", "title: One\n  actions: [Waits]")})
    comment = run("-C", str(repo.project), "diff", "HEAD", "--format", "markdown").out
    assert len(comment) <= 60_000
    assert "There was no room for" in comment
    told = json.loads(run("-C", str(repo.project), "diff", "HEAD", "--format", "json").out)
    shown = comment.count("\n- · ") + comment.count("\n- ▼ ") + comment.count("\n- ▲ ")
    assert f"There was no room for {len(told['changes']) - shown} of the changes" in comment


def test_what_was_told_as_json_is_told_again(run: Run, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write(**{"maps/journeys/first-pair.yml": WORSE})
    (tmp_path / "changes.json").write_text(run("-C", str(repo.project), "diff", "--format", "json").out, "utf-8")
    for form in ("text", "markdown", "json"):
        told = run("-C", str(repo.project), "diff", "--format", form)
        assert run("diff", "--from", "changes.json", "--format", form) == told, "and there is no project here"
    with (tmp_path / "changes.json").open(encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert run("diff", "--from", "-").out == run("diff", "--from", "changes.json").out
    assert run("diff", "--from", "changes.json", "--exit-code").code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "gone.json"), "Error: No such file or directory: gone.json"),
        (("--from", "bad\x1b.json"), "Error: bad␛.json is no report of `cjmgen diff --format json`: version is missing"),
        (("--from", "gone.json", "main"), "Error: --from tells again what is in a file; it takes neither BASE nor HEAD nor --only"),
        (("--from", "gone.json", "--only", "maps"), "Error: --from tells again what is in a file; it takes neither BASE nor HEAD nor --only"),
    ],
)
def test_what_cannot_be_told_again(run: Run, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    (tmp_path / "bad\x1b.json").write_text("{}", "utf-8")
    ran = run("diff", *words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"{said}\n")
