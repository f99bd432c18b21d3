"""new: start a project, from an example, from a map that somebody has, or empty; and build it."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import click

from cjmgen.formats.adopt import adopt
from cjmgen.formats.starter import SCHEMA_FOLDER, SCHEMAS, Starter, starter
from cjmgen.formats.transcode import speaks_russian
from cjmgen.model.schema import schema
from cjmgen.model.settings import StageSetName
from cjmgen.report.text import text
from cjmgen.shell.clock import today
from cjmgen.shell.convert import take, told
from cjmgen.shell.disk import SETTINGS
from cjmgen.shell.memory import forgetting
from cjmgen.shell.offer import Offer, offer
from cjmgen.shell.project import open_project
from cjmgen.shell.session import Session, shared
from cjmgen.shell.shown import slashed
from cjmgen.shell.works import make_site
from cjmgen.shell.wrong import Refused
from cjmgen.syntax.read import read


@click.command()
@click.argument("folder", metavar="DIR")
@click.option("--stages", type=click.Choice(get_args(StageSetName)), help="Which stages; default: five, or those of the map.")
@click.option("--lang", type=click.Choice(["en", "ru"]), help="The language of the maps; default: en, or that of the map.")
@click.option("--from", "source", metavar="FILE", help="Begin with a map you have: a table, Markdown or YAML.")
@click.option("--empty", is_flag=True, help="Leave the example out.")
@click.option("--github", is_flag=True, help="Add workflows for GitHub: publish the maps, review pull requests.")
@click.option("--gitlab", is_flag=True, help="Add the same for GitLab.")
@shared
def new(
    session: Session, folder: str, stages: str | None, lang: str | None, source: str | None, empty: bool, github: bool, gitlab: bool
) -> int:
    """Start a project in DIR, which may not exist yet or must be empty, and build it.

    Where DIR is a project already, --github and --gitlab add their files to it.
    """
    if source and empty:
        raise Refused("--from brings a map and --empty leaves it out; choose one")
    place = session.directory / folder
    more = offer(place, github, gitlab)
    if more.files and any((place / name).is_file() for name in SETTINGS) and not (source or empty or stages or lang):
        return _added(more)
    if place.is_symlink() or (place.exists() and (not place.is_dir() or any(place.iterdir()))):
        raise Refused(f"{slashed(folder)} is there already and not empty; name a new folder")
    begun = _adopted(session, source, stages, lang) if source else starter(stages or "five", lang or "en", empty)
    _create(place, {**begun.files, **_schemas()})
    _added(more)
    return _finish(session, folder, begun)


def _added(more: Offer) -> int:
    """Write what a forge runs, and say so."""
    more.write()
    for path in more.files:
        click.echo(f"Wrote {path}")
    return 0


def _adopted(session: Session, source: str, stages: str | None, lang: str | None) -> Starter:
    """The project a map becomes; what was placed where is told."""
    given = take(session.directory, source)
    document = read(given.name, given.content)
    click.echo(told(given, document, session.colored()), color=True)
    if document.value.data is None:
        raise Refused(f"{slashed(source)} can't be read as a map")
    return adopt(document.value, stages, lang or ("ru" if speaks_russian(given.content.decode("utf-8", "replace")) else "en"))


def _schemas() -> dict[str, str]:
    return {f"{SCHEMA_FOLDER}/{kind}.json": json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n" for kind in SCHEMAS}


def _create(place: Path, files: Mapping[str, str]) -> None:
    """Write the files, all of them or none."""
    try:
        for path, words in files.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_text(words, "utf-8", newline="\n")
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise


def _finish(session: Session, folder: str, begun: Starter) -> int:
    """Build the new project, and say what to open, what to edit and what to do next."""
    place, day = session.directory / folder, today()
    project = open_project(place, day.date)
    if not project.failed:
        make_site(project, place / project.atlas.settings.output, day, forgetting())
    heavy = any(finding.problem.severity != "info" for finding in project.findings)
    if heavy:
        click.echo(text(project.findings, len(project.sources), session.colored(), least="warning", light=project.light), color=True)
    file, line = begun.first_line
    if not project.failed:
        click.echo(f"Open  {slashed(place / project.atlas.settings.output / 'index.html')}")
    click.echo(f"Edit  {slashed(place / file)}:{line}")
    click.echo(f"Then  cd {slashed(folder)} && cjmgen {'check' if project.failed else 'build'}")
    return int(project.failed)
