"""owners: write or verify the part of CODEOWNERS that names whom to ask about the maps."""

import os
from pathlib import Path

import click

from cjmgen.report.codeowners import owned, put_in, teams_without
from cjmgen.report.review.value import cut
from cjmgen.report.width import safe
from cjmgen.shell.clock import today
from cjmgen.shell.disk import find_project
from cjmgen.shell.git import Repository
from cjmgen.shell.memory import Memory, remembering
from cjmgen.shell.project import open_project
from cjmgen.shell.session import Session, shared
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
"""Where the hosts look; the first that is there is taken, else the first is made."""


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if CODEOWNERS is not up to date.")
@shared
def owners(session: Session, check: bool) -> int:
    """Write into CODEOWNERS which teams are asked about which maps.

    Teams are those that own a journey, stage, touchpoint, opportunity or metric and have `github`; lines of your own stay as they are.
    """
    root = find_project(session.directory)
    repository = Repository(root)
    top = Path(*root.parts[: len(root.parts) - len(Path(repository.prefix).parts)])
    part = remembering(root, None, lambda memory: _part(root, repository.prefix, memory))
    place = next((top / each for each in PLACES if (top / each).is_file()), top / PLACES[0])
    if place.is_symlink() or place.parent.is_symlink():
        raise Refused(f"{slashed(place)} is a link; it is not followed")
    text = place.read_text("utf-8") if place.exists() else ""
    return _verified(place, text, part) if check else _written(place, text, part)


def _part(root: Path, prefix: str, memory: Memory) -> str:
    """The lines of the maps, and a word on what they can't say."""
    project = open_project(root, today().date, safe=True, memory=memory)
    if project.failed:
        raise Refused("the maps have errors; `cjmgen check` shows them")
    part = owned(project.atlas, prefix)
    for file in part.left:
        click.echo(f"warning: CODEOWNERS can't name {safe(file)}; rename the file", err=True)
    for team, files in teams_without(project.atlas).items():
        click.echo(cut(f"note: the team '{team}' has no `github`, and owns something in {', '.join(map(safe, files))}"), err=True)
    return part.text


def _verified(place: Path, text: str, part: str) -> int:
    fits = put_in(text, part) == text
    click.echo(f"{_shown(place)} is up to date" if fits else f"{_shown(place)} is not up to date: run `cjmgen owners`")
    return int(not fits)


def _written(place: Path, text: str, part: str) -> int:
    new = put_in(text, part)
    if new == text:
        click.echo(f"{_shown(place)} is up to date")
        return 0
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    beside.write_text(new, "utf-8", newline="\n")
    os.replace(beside, place)
    click.echo(f"{_shown(place)} is written")
    return 0


def _shown(place: Path) -> str:
    return "/".join(place.parts[-2:]) if place.parent.name in (".github", "docs", ".gitlab") else place.name
