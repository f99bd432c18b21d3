"""check: look for problems and write nothing."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from cjmgen.atlas.cards.card import Coverage
from cjmgen.atlas.telling import together
from cjmgen.diff.unread import within
from cjmgen.insight.portfolio.pulse import counted, coverage_of
from cjmgen.report.sameness import fresh
from cjmgen.report.spot import Finding
from cjmgen.shell.clock import Day, today_option
from cjmgen.shell.disk import find_project
from cjmgen.shell.memory import Memory, remembering
from cjmgen.shell.project import Project, open_project
from cjmgen.shell.reporting import FORMS, report
from cjmgen.shell.session import Session, safe_option, shared
from cjmgen.shell.shown import slashed
from cjmgen.shell.since import findings_at
from cjmgen.shell.wrong import Refused


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="How to print what was found; default: text.")
@click.option("--since", metavar="BASE", help="Only what this revision of the git repository did not have.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@safe_option
@today_option
@shared
def check(session: Session, paths: tuple[str, ...], form: str, since: str | None, strict: bool, safe: bool, today: Day) -> int:
    """Look for problems in the maps, or only in the files and folders named by PATH.

    Exits with 1 if there is an error, with 0 if there are only warnings and notes.
    """
    root = find_project(session.directory)
    wanted = tuple(_inside(session.directory / path, root) for path in paths)
    project, new, claims = remembering(root, None, lambda memory: _opened(root, since, today, strict, safe, wanted, memory))
    findings = [finding for finding in new if not wanted or within(finding.spot.file, wanted)]
    files = sum(not wanted or within(file, wanted) for file in project.sources)
    told = together(telling for file, telling in project.atlas.tellings.items() if not wanted or within(file, wanted))
    click.echo(report(form, findings, files, told, claims, project.root, session.colored()), nl=False, color=True)
    return int(any(finding.problem.severity == "error" for finding in findings))


def _opened(
    root: Path, since: str | None, today: Day, strict: bool, safe: bool, wanted: tuple[str, ...], memory: Memory
) -> tuple[Project, Sequence[Finding], Coverage]:
    """The project, what is to be told of it, everything or what an earlier revision did not have, and how well its claims are backed."""
    before = findings_at(root, since, today.date, strict, safe, memory) if since is not None else ()
    project = open_project(root, today.date, strict, safe=safe, memory=memory)
    cards = [card for card in counted(project.atlas.journeys.values()) if not wanted or within(card.file, wanted)]
    return project, fresh(project.findings, before), coverage_of(cards)


def _inside(place: Path, root: Path) -> str:
    """A path as problems name it: relative to the project, with slashes; "." for the project itself."""
    if not place.exists():
        raise Refused(f"there is no file or folder {slashed(place)}")
    absolute = Path(os.path.abspath(place))
    for path in (absolute, absolute.resolve()):
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    raise Refused(f"{slashed(place)} is not part of the project in {slashed(root)}")
