"""A look at files that somebody says have changed sees what a look at all of them would, and what nobody told of comes to light."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cjmgen.digest import Digest, digest
from cjmgen.problem import Checked
from cjmgen.shell import disk
from cjmgen.shell.clock import today
from cjmgen.shell.look import Lookout
from cjmgen.shell.preview.bell import Bell
from cjmgen.shell.preview.rounds import Rounds
from cjmgen.shell.preview.showing import Showing
from cjmgen.shell.preview.told import Told
from cjmgen.syntax.document import Document
from cjmgen.syntax.read import read

MAP, PERSON = "maps/journeys/first-pair.yml", "maps/personas/anna.yml"


@pytest.fixture
def lookout(project: Path) -> Lookout:
    """Somebody who has looked once."""
    made = Lookout(project, today())
    made.look()
    return made


def edited(root: Path, path: str = MAP, old: str = "title: ", new: str = "title: New ") -> str:
    """A file changed, and its path."""
    place = root / path
    place.write_text(place.read_text("utf-8").replace(old, new, 1), "utf-8")
    return path


def seen(lookout: Lookout, changed: tuple[str, ...] = ()) -> dict[str, Digest]:
    """The site as a look sees it."""
    look = lookout.look(changed)
    assert not look.failed
    return {path: digest(look.site[path]) for path in look.site}


@pytest.mark.parametrize("path", [MAP, PERSON, "cjmgen.yml"])
def test_a_look_at_what_changed_sees_what_a_look_at_everything_does(project: Path, lookout: Lookout, path: str) -> None:
    before = seen(lookout)
    told = seen(lookout, (edited(project, path),))
    assert told != before
    assert told == seen(Lookout(project, today()))
    assert lookout.missed() == ()


def test_only_what_changed_is_looked_at(project: Path, lookout: Lookout, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("all files were looked at")

    monkeypatch.setattr(disk, "project", never)
    assert not lookout.look((edited(project),)).failed


def test_two_saves_within_a_tick_are_both_seen(project: Path, lookout: Lookout) -> None:
    place = project / MAP
    for words in ("title: A pair", "title: B pair"):
        place.write_text(f"{words}\npersonas: [anna]\nstages: [{{title: Awareness}}]\n", "utf-8")
        os.utime(place, ns=(10**18, 10**18))
        look = lookout.look((MAP,))
        assert words.removeprefix("title: ").encode() in look.site["journeys/first-pair/index.html"]


def removed(root: Path) -> tuple[str, ...]:
    (root / MAP).unlink()
    return (MAP,)


def added(root: Path) -> tuple[str, ...]:
    shutil.copy(root / MAP, root / "maps/journeys/second.yml")
    return ("maps/journeys/second.yml",)


def linked(root: Path) -> tuple[str, ...]:
    (root / MAP).rename(root / "maps/journeys/real.yml")
    (root / MAP).symlink_to("real.yml")
    return (MAP,)


def led_out(root: Path) -> tuple[str, ...]:
    """The folder of the maps becomes a link to one that is outside."""
    (root / "maps/journeys").rename(root.parent / "outside")
    (root / "maps/journeys").symlink_to(root.parent / "outside")
    return (MAP,)


@pytest.mark.parametrize("change", [removed, added, linked, led_out])
def test_whatever_comes_goes_or_becomes_a_link_takes_a_look_at_everything(
    project: Path, lookout: Lookout, change: Callable[[Path], tuple[str, ...]]
) -> None:
    changed = change(project)
    look, clean = lookout.look(changed), Lookout(project, today()).look()
    assert look.sources == clean.sources
    assert [finding.problem for finding in look.findings] == [finding.problem for finding in clean.findings]


@pytest.mark.parametrize("change", [removed, added, linked, led_out])
def test_what_nobody_told_of_is_found(project: Path, lookout: Lookout, change: Callable[[Path], tuple[str, ...]]) -> None:
    assert lookout.missed() == ()
    change(project)
    assert lookout.missed()


def test_a_change_of_a_file_that_nobody_told_of_is_found(project: Path, lookout: Lookout) -> None:
    edited(project, PERSON)
    lookout.look((edited(project),))
    assert lookout.missed() == (PERSON,)


class Deaf:
    """A watcher that hears nothing."""

    output = how = ""

    def settle(self) -> None:
        """There is nothing to settle."""

    def stop(self) -> None:
        """Nor to stop."""


def test_a_preview_shows_what_the_system_kept_to_itself(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjmgen.shell.preview.rounds.SETTLED", 0.05)
    showing, bell, said = Showing(), Bell(), list[str]()
    rounds = Rounds(Lookout(project, today()), showing, bell, Deaf(), Told(said.append, False))

    edits = iter([True])

    def over() -> bool:
        if showing.now.number == 1 and next(edits, False):
            edited(project, PERSON, "title: ", "title: Unheard ")
            bell.ring(edited(project))
        return showing.now.number == 3

    rounds.run(over)
    assert any(line.startswith(PERSON) for line in said)
    assert showing.now.good
    assert b"Unheard" in showing.now.good.site["personas/anna/index.html"]


def test_what_was_learnt_is_known_to_the_next_run(project: Path, lookout: Lookout, monkeypatch: pytest.MonkeyPatch) -> None:
    lookout.keep()
    files = list[str]()

    def counted(file: str, content: bytes) -> Checked[Document]:
        files.append(file)
        return read(file, content)

    monkeypatch.setattr("cjmgen.pipeline.loading.read", counted)
    Lookout(project, today()).look()
    assert files == ["cjmgen.yml"]
