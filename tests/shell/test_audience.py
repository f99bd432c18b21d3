"""test_audience: what build and serve leave out, what they say of it, and what they refuse."""

from pathlib import Path

import pytest

from cjmgen.atlas.public.choice import PUBLIC
from cjmgen.shell.clock import today
from cjmgen.shell.look import Lookout
from shell.conftest import Run

FILES = {
    "cjmgen.yml": "title: Shop\nrules: {empty-stage: off}\n",
    "maps/journeys/open.yml": "title: Open\ntags: {client: alpha}\nstages: [{title: One, pains: [{title: Zebra, audience: internal}]}]\n",
    "maps/journeys/plan.yml": "title: Walrus\ntags: {client: beta}\naudience: internal\nstages: [One]\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder of the commands, with an internal journey and an internal pain in it."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def found(project: Path) -> set[str]:
    """Which of the secret words stand in the site."""
    every = b"".join(path.read_bytes() for path in (project / "site").rglob("*") if path.is_file())
    return {word for word in ("Zebra", "Walrus") if word.encode() in every}


def test_a_build_is_public(run: Run, project: Path) -> None:
    told = run("build").out
    assert "Left out of the site: 1 journey and 1 item inside others" in told
    assert found(project) == set()
    assert "Left out of the site: 1 journey and 1 item inside others" in run("build").out, "also where there is nothing to do"


def test_colleagues_see_everything(run: Run, project: Path) -> None:
    assert "Left out" not in run("build", "--audience", "internal", "--verify").out
    assert found(project) == {"Zebra", "Walrus"}


def test_from_one_to_the_other_and_back(run: Run, project: Path) -> None:
    run("build")
    first = {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()}
    assert run("build", "--audience", "internal", "--only", "tag:client=beta").code == 0
    assert found(project) == {"Walrus"}
    assert run("build", "--verify").code == 0
    assert {path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()} == first


def test_an_error_in_an_internal_map_stops_a_public_build(run: Run, project: Path) -> None:
    (project / "maps/journeys/plan.yml").write_text("title: Walrus\naudience: internal\nstages: [One]\nowner: nobody\n")
    told = run("build")
    assert (told.code, "unknown-team" in told.out, "Left out" in told.out) == (1, True, False)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("tag:client=alhpa", "no journey has tag:client=alhpa; did you mean 'tag:client=alpha'?"),
        ("tag:\x1b[31m=x", "no journey has tag:"),
        ("client=alpha", "--only is written as tag:KEY=VALUE or tag:KEY, found 'client=alpha'"),
    ],
)
def test_what_is_no_tag_is_refused_and_nothing_written(run: Run, project: Path, asked: str, answer: str) -> None:
    told = run("build", "--only", asked)
    assert (told.code, answer in told.err, "\x1b" in told.err) == (2, True, False)
    assert not (project / "site").exists()


def test_a_preview_shows_everything_unless_it_is_asked_not_to(project: Path) -> None:
    shown = [b"Walrus" in Lookout(project, today(), **choice).look().site["index.html"] for choice in ({}, {"choice": PUBLIC})]
    assert shown == [True, False]


def test_a_preview_of_what_is_public_follows_each_save(project: Path) -> None:
    lookout, file = Lookout(project, today(), choice=PUBLIC), "maps/journeys/open.yml"
    for audience, shown in (("internal", False), ("public", True), ("internal", False)):
        (project / file).write_text(FILES[file].replace("audience: internal", f"audience: {audience}"))
        site = lookout.look([file]).site
        assert (b"Zebra" in site["journeys/open/index.html"], b"Zebra" in site["search/voices-1.js"]) == (shown, shown)
