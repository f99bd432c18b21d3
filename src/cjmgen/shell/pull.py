"""pull: count a metric's table of events where it is, and write the small file that builds read."""

import re
from collections.abc import Iterator

import click

from cjmgen.atlas.files.sort import sources
from cjmgen.events.question import Unclear
from cjmgen.model.events import Events
from cjmgen.model.metric import Metric
from cjmgen.problem import Keys, Place, Problem, problem
from cjmgen.report.spot import find
from cjmgen.report.text import text
from cjmgen.shell.asking import Asked, ask
from cjmgen.shell.clock import today
from cjmgen.shell.engine import Broken, Limits, engine
from cjmgen.shell.owned import kept, save
from cjmgen.shell.project import Project, open_project
from cjmgen.shell.session import Session, shared
from cjmgen.shell.wrong import Refused, did_you_mean
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """A metric whose file is to be counted: what it says of its events, where it says so, and where the file goes."""

    id: str
    events: Events
    file: str
    goal: str


_SIZE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,3})? ?[KMGT]i?B", re.IGNORECASE)


def _size(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _SIZE.fullmatch(value):
        raise click.BadParameter(f"'{value}' is no size such as 2GB", context, option)
    return value


@click.command()
@click.argument("metric", nargs=-1)
@click.option("--memory", default="2GB", metavar="SIZE", callback=_size, show_default=True, help="The most that DuckDB may take.")
@click.option("--disk", metavar="SIZE", callback=_size, help="The most that it may lay on disk. Default: half of what is free.")
@click.option("--force", is_flag=True, help="Write over a file that is no snapshot of ours.")
@shared
def pull(session: Session, metric: tuple[str, ...], memory: str, disk: str | None, force: bool) -> int:
    """Count tables of events into the files that metrics are read from.

    METRIC is the id of a metric with `source: {events: …}`; without one, all of these are counted. A file is written whole or not at
    all; a build never asks anybody.
    """
    project = open_project(session.directory, today().date)
    tasks = tuple(_tasks(project, metric))
    for task in tasks:
        kept(project.root, task.goal, force)
    failed = [task for task in tasks if not _pulled(project, task, Limits(memory, disk), session)]
    return int(bool(failed))


def _tasks(project: Project, asked: tuple[str, ...]) -> Iterator[Task]:
    files = {source.id: source.file for source in sources(project.files).value if source.kind == "metric" and not source.translates}
    able = {id: metric.source.events for id, metric in project.atlas.metrics.items() if metric.source and metric.source.events}
    for id in asked:
        if id not in able:
            known = project.atlas.metrics
            raise Refused(f"the metric '{id}' names no events" if id in known else f"there is no metric '{id}'{did_you_mean(id, known)}")
    if not able:
        raise Refused("no metric names a table of events; see docs/events.md")
    for id in dict.fromkeys(asked or able):
        yield Task(id, able[id], files[id], _goal(project.atlas.metrics[id], files[id]))


def _goal(metric: Metric, file: str) -> str:
    """The file beside the metric that it is read from."""
    name = (metric.source.file if metric.source else None) or f"{file.rpartition('/')[2].partition('.')[0]}.csv"
    if "/" in name or "*" in name or not name.endswith(".csv") or name.startswith("."):
        raise Refused(f"{file}: `file` has to be one CSV beside the metric, so that it can be written")
    return f"{file.rpartition('/')[0]}/{name}"


def _pulled(project: Project, task: Task, limits: Limits, session: Session) -> bool:
    """Count one metric, and say what came of it."""
    try:
        with engine(task.events, limits) as opened:
            found = ask(opened, task.events, project.root)
    except Broken as failure:
        click.echo(f"{task.goal} was left as it was: {failure}", err=True)
        return False
    told = list(_problems(found, task))
    if told:
        click.echo(text(find(told, project.files), 1, session.colored()), nl=False, color=True)
    if isinstance(found, Unclear):
        click.echo(f"{task.goal} was left as it was.", err=True)
        return False
    changed = save(project.root, task.goal, found.content)
    click.echo(f"{task.goal}: {'written' if changed else 'nothing new'}; {found.events:,} events of {found.people:,} people, {found.days}")
    return True


def _problems(found: Asked | Unclear, task: Task) -> Iterator[Problem]:
    code = "events-unclear" if isinstance(found, Unclear) else "events-match-nothing"
    for each in (found,) if isinstance(found, Unclear) else found.idle:
        yield problem(code, each.message, Place(task.file, Keys(("source", "events", *each.keys))), each.hint)
