"""versions: the two versions of a project that are compared: revisions, folders, or the project as it stands."""

from dataclasses import dataclass
from pathlib import Path

import click

from cjmgen.memo.store import Shortlived
from cjmgen.problem import Checked
from cjmgen.report.review.escape import UNNAMED
from cjmgen.shell import disk
from cjmgen.shell.git import Repository
from cjmgen.shell.ledger import Ledger
from cjmgen.shell.memory import Memory
from cjmgen.shell.revision import has_settings, project_at
from cjmgen.shell.session import Session
from cjmgen.shell.wrong import Refused
from cjmgen.tree import Tree


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two: what it is called, and its files."""

    name: str
    files: Checked[Tree]
    now: bool = False
    """Whether it is the project as it stands."""


def folder_named(session: Session, name: str | None) -> Path | None:
    """The folder of a project that an argument names; None for a revision."""
    place = session.directory / name if name else None
    return place.resolve() if place and any((place / each).is_file() for each in disk.SETTINGS) else None


def newer(session: Session, root: Path, head: str | None, memory: Memory) -> Version:
    """What a project is now, or at a revision."""
    if head is None:
        return Version(UNNAMED, disk.project(root, memory.sources), now=True)
    return _named(session, root, head, memory)


def older(session: Session, root: Path, base: str | None, memory: Memory) -> Version:
    """What a project was: at a revision, or where its branch left the default branch."""
    if base is not None:
        found = _named(session, root, base, memory)
    else:
        repository = Repository(root)
        commit, branch = repository.merge_base()
        found = Version(f"{branch} ({commit[:7]})", project_at(repository, commit, memory.store))
    if not has_settings(found.files.value):
        click.echo(f"{found.name} has no cjmgen.yml in this place: everything is new", err=True)
    return found


def _named(session: Session, root: Path, name: str, memory: Memory) -> Version:
    if folder := folder_named(session, name):
        return Version(name, disk.project(folder, Ledger(Shortlived(), "folder")))
    if name and (session.directory / name).is_dir() and not _is_revision(root, name):
        raise Refused(f"there is no cjmgen.yml in {name}")
    repository = Repository(root)
    commit = repository.commit(name)
    label = name[:12] if commit.startswith(name) else f"{name} ({commit[:7]})"
    return Version(label, project_at(repository, commit, memory.store))


def _is_revision(root: Path, name: str) -> bool:
    try:
        return bool(Repository(root).commit(name))
    except Refused:
        return False
