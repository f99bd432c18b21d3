"""making: a build that has something to do: problems told, the site made, and both remembered."""

import os
from dataclasses import replace
from pathlib import Path

import click

from cjmgen.model.field import allowed_link
from cjmgen.problem import Severity, Stopped
from cjmgen.report.left_out import left_out
from cjmgen.report.reasons import reason
from cjmgen.report.spot import find
from cjmgen.report.text import text
from cjmgen.shell.choosing import met
from cjmgen.shell.memory import Memory
from cjmgen.shell.order import Order, Outcome
from cjmgen.shell.past import with_past
from cjmgen.shell.project import Project, opened
from cjmgen.shell.site_folder import Written, check_place
from cjmgen.shell.standing import site_name
from cjmgen.shell.telling import with_news
from cjmgen.shell.unchanged import Before, Seen, remember
from cjmgen.shell.works import Made, make_site
from cjmgen.shell.wrong import Refused

SHOWN: Severity = "warning"
"""The lightest findings that a build shows; it only counts notes."""


def made(seen: Seen, root: Path, order: Order, memory: Memory) -> Outcome:
    """Read the project, say what is wrong with it, and make its site."""
    project = opened(root, seen.read, seen.themes, order.today.date, memory, order.strict, SHOWN, order.safe, choice=order.choice)
    project = published(with_news(project, seen.base, order, memory), order.url)
    project = with_past(project, seen.revisions, order.choice, memory)
    folder = place_of(project, order.output)
    told = (text(project.findings, len(project.sources), color, least=SHOWN, light=project.light) for color in (False, True))
    plain, colored = (each + ("" if project.failed else left_out(project.left)) for each in told)
    if not project.failed:
        met(project.left)
    click.echo(colored if order.session.colored() else plain, nl=False, color=True)
    if project.failed:
        return Outcome(None)
    try:
        done = make_site(project, folder, order.today, memory, order.explain)
    except Stopped as stop:
        findings = find([stop.problem], project.files)
        click.echo(text(findings, len(project.sources), order.session.colored()), nl=False, color=True)
        return Outcome(None)
    _explain(done)
    real, site = os.path.realpath(folder), site_name(done.digests)
    remember(Before(seen.inputs, str(folder), real, done.written.files, site, plain, colored), memory, order)
    return Outcome(folder, summary(done.written))


def _explain(done: Made) -> None:
    for path, why in done.reasons:
        click.echo(f"{path}: {reason(why)}")


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


def summary(written: Written) -> str:
    """`42 files, 3 changed, 1 removed`"""
    removed = f", {written.removed} removed" if written.removed else ""
    return f"{written.files} files, {written.changed} changed{removed}"
