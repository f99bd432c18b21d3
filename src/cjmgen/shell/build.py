"""build: check the maps and write the site."""

import datetime
import os
import time
from pathlib import Path

import click

from cjmgen import pipeline
from cjmgen.report.text import text
from cjmgen.shell import bundled
from cjmgen.shell.clock import today_of, today_option
from cjmgen.shell.progress import Progress
from cjmgen.shell.project import Project, open_project
from cjmgen.shell.session import Session, shared
from cjmgen.shell.site_folder import Written, as_files, check_place, write
from cjmgen.shell.wrong import Refused


@click.command()
@click.option("--output", metavar="DIR", help="Write the site to DIR; default: `output` of cjmgen.yml, else site.")
@click.option("--url", metavar="URL", help="Where the site will be published; default: `url` of cjmgen.yml.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@today_option
@shared
def build(session: Session, output: str | None, url: str | None, strict: bool, today: datetime.datetime | None) -> int:
    """Check the maps and write the site.

    An error stops the writing: the site that was there stays as it was.
    """
    started = time.monotonic()
    project = open_project(session.directory, today_of(today), strict)
    folder = place_of(project, session.directory / output if output else None)
    click.echo(text(project.findings, project.sources, session.colored(), least="warning"), nl=False, color=True)
    if project.failed:
        click.echo("The site was not written.", err=True)
        return 1
    written = write_site(project, folder, url)
    click.echo(f"{shown(folder / 'index.html')}: {outcome(written)}, {time.monotonic() - started:.1f} s")
    return 0


def place_of(project: Project, output: Path | None) -> Path:
    """Where the site goes. The author of a map may not choose a place outside the project, whoever types a command may."""
    if output:
        return check_place(output, project.root)
    folder = check_place(project.root / project.atlas.settings.output, project.root)
    if not Path(os.path.realpath(folder)).is_relative_to(project.root):
        raise Refused(f"`output: {project.atlas.settings.output}` in cjmgen.yml leads out of the project; only --output may")
    return folder


def write_site(project: Project, folder: Path, url: str | None = None) -> Written:
    """Draw all pages and write those that changed."""
    site = pipeline.site(project.atlas, bundled.theme(project.atlas.settings.theme), project.files, url)
    with Progress("Writing", len(site)) as progress:
        return write(progress.over(as_files(site)), folder)


def outcome(written: Written) -> str:
    """`42 files, 3 changed, 1 removed`"""
    removed = f", {written.removed} removed" if written.removed else ""
    return f"{written.files} files, {written.changed} changed{removed}"


def shown(place: Path) -> str:
    """A path as somebody in the working directory would type it."""
    relative = os.path.relpath(place)
    return str(place) if relative.startswith("..") else relative
