"""since: what was found wrong with the project in an earlier revision, so that a report can leave it out."""

import datetime
from pathlib import Path

import click

from cjmgen.report.spot import Finding
from cjmgen.shell.bundled import themes
from cjmgen.shell.git import Repository
from cjmgen.shell.memory import Memory
from cjmgen.shell.project import opened
from cjmgen.shell.revision import has_settings, project_at
from cjmgen.shell.wrong import Refused


def findings_at(root: Path, base: str, today: datetime.date, strict: bool, safe: bool, memory: Memory) -> tuple[Finding, ...]:
    """The findings of a revision. A file that can't be read there had one finding, and all that is found in it by now is new."""
    repository = _around(root)
    read = project_at(repository, repository.commit(base), memory.store)
    if not has_settings(read.value):
        click.echo(f"{base} has no cjmgen.yml in this place: everything is new", err=True)
        return ()
    return opened(root, read, themes(memory.themes), today, memory, strict, "info", safe, side="base").findings


def _around(root: Path) -> Repository:
    """The repository; where there is none, only that is said, as folders can't be compared here."""
    try:
        return Repository(root)
    except Refused as failure:
        raise Refused(f"{failure.message.partition(chr(10))[0]}; --since needs one") from None
