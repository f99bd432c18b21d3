"""build: check the maps and write the site."""

import os
import time
from dataclasses import replace
from pathlib import Path

import click

from cjmgen import pipeline
from cjmgen.model.field import allowed_link
from cjmgen.problem import Stopped
from cjmgen.report.spot import find
from cjmgen.report.text import text
from cjmgen.shell.clock import Day, today_option
from cjmgen.shell.progress import Progress
from cjmgen.shell.project import Project, open_project
from cjmgen.shell.session import Session, safe_option, shared
from cjmgen.shell.site_folder import Written, as_files, check_place, write
from cjmgen.shell.wrong import Refused

SHOWN = "warning"
"""The lightest findings that a build shows; it only counts notes."""


@click.command()
@click.option("--output", metavar="DIR", help="Write the site to DIR; default: `output` of cjmgen.yml, else site.")
@click.option("--url", metavar="URL", help="Where the site will be published; default: `url` of cjmgen.yml.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@safe_option
@today_option
@shared
def build(session: Session, output: str | None, url: str | None, strict: bool, safe: bool, today: Day) -> int:
    """Check the maps and write the site.

    An error stops the writing: the site that was there stays as it was.
    """
    started = time.monotonic()
    project = published(open_project(session.directory, today.date, strict, SHOWN, safe), url)
    folder = place_of(project, session.directory / output if output else None)
    click.echo(text(project.findings, len(project.sources), session.colored(), least=SHOWN), nl=False, color=True)
    if project.failed:
        return not_written()
    try:
        written = write_site(project, folder, today)
    except Stopped as stop:
        findings = find([stop.problem], project.files)
        click.echo(text(findings, len(project.sources), session.colored()), nl=False, color=True)
        return not_written()
    click.echo(f"{shown(folder / 'index.html')}: {outcome(written)}, {time.monotonic() - started:.1f} s")
    return 0


def not_written() -> int:
    """Say so; the exit code of it."""
    click.echo("The site was not written.", err=True)
    return 1


def published(project: Project, url: str | None) -> Project:
    """The project with another address of its site."""
    if url is None:
        return project
    if not allowed_link(url) or not url.lower().startswith(("http://", "https://")):
        raise Refused(f"--url is an address that starts with https:// or http://, found '{url}'")
    settings = project.atlas.settings.model_copy(update={"url": url})
    return replace(project, atlas=replace(project.atlas, settings=settings))


def place_of(project: Project, output: Path | None) -> Path:
    """Where the site goes. The author of a map may not choose a place outside the project, whoever types a command may."""
    if output:
        return check_place(output, project.root)
    name = project.atlas.settings.output
    if not name.isprintable():
        raise Refused("`output` in cjmgen.yml holds a character that no name of a folder has")
    real = Path(os.path.realpath(project.root / name))
    if not real.is_relative_to(project.root):
        raise Refused(f"`output: {name}` in cjmgen.yml leads out of the project; only the option --output may")
    if any(part.startswith(".") for part in real.relative_to(project.root).parts) or real.is_relative_to(project.root / "themes"):
        raise Refused(f"`output: {name}` in cjmgen.yml is no place for a site; name a folder of its own, such as 'site'")
    return check_place(project.root / name, project.root)


def write_site(project: Project, folder: Path, today: Day) -> Written:
    """Draw all pages and write those that changed."""
    site = pipeline.site(project.atlas, project.theme, project.files, today.date if today.given else None)
    with Progress("Writing", len(site)) as progress:
        return write(progress.over(as_files(site, project.atlas.settings.languages)), folder)


def outcome(written: Written) -> str:
    """`42 files, 3 changed, 1 removed`"""
    removed = f", {written.removed} removed" if written.removed else ""
    return f"{written.files} files, {written.changed} changed{removed}"


def shown(place: Path) -> str:
    """A path as somebody in the working directory would type it."""
    relative = os.path.relpath(place)
    return str(place) if relative.startswith("..") else relative
