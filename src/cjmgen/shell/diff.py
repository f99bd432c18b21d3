"""diff: say what changed between two versions of a project: two revisions of a git repository, the working tree, or two folders."""

import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath

import click

from cjmgen import pipeline
from cjmgen.diff.changes import changes
from cjmgen.diff.unread import Side, within
from cjmgen.memo.store import Shortlived
from cjmgen.problem import Checked
from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.from_json import from_json
from cjmgen.report.review.markdown import markdown
from cjmgen.report.review.received import MOST
from cjmgen.report.review.review import Gap, Review
from cjmgen.report.review.terminal import terminal
from cjmgen.report.width import safe
from cjmgen.shell import disk
from cjmgen.shell.clock import Day, today_option
from cjmgen.shell.git import Repository
from cjmgen.shell.ledger import Ledger
from cjmgen.shell.memory import Memory, remembering
from cjmgen.shell.revision import has_settings, project_at
from cjmgen.shell.session import Session, shared
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused
from cjmgen.tree import Tree

FORMS = ("text", "markdown", "json")

MOST_GAPS = 50
"""Files with errors that a report names."""


@dataclass(frozen=True, slots=True)
class _Version:
    """One of the two versions: what it is called, and its files."""

    name: str
    files: Checked[Tree]
    now: bool = False
    """Whether it is the project as it stands."""


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="How to tell it; default: text.")
@click.option("--only", "only", metavar="PATH", multiple=True, help="Only what changed in this file or folder; may be given several times.")
@click.option("--from", "source", metavar="FILE", help="Tell what an earlier --format json wrote into FILE; - is standard input.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed.")
@today_option
@shared
def diff(
    session: Session, base: str | None, head: str | None, form: str, only: tuple[str, ...], source: str | None, exit_code: bool, today: Day
) -> int:
    """Say what changed for the customer, and who should look.

    BASE and HEAD are revisions of the git repository or folders with a project. Without HEAD it is the working tree; without BASE it
    is the revision where the current branch left the default branch.
    """
    if source is None:
        root = _root(session, head)
        review = remembering(root, None, lambda memory: _review(session, root, base, head, only, today, memory))
    elif base or only:
        raise Refused("--from tells again what is in a file; it takes neither BASE nor HEAD nor --only")
    else:
        review = _told_before(session, source)
    told = {"json": as_json, "markdown": markdown}[form](review) if form != "text" else terminal(review, session.colored())
    click.echo(told, nl=False, color=True)
    return int(exit_code and bool(review.changes.told))


def _told_before(session: Session, source: str) -> Review:
    """A review that was written down as JSON; it may come from a stranger."""
    with nullcontext(sys.stdin.buffer) if source == "-" else (session.directory / source).open("rb") as file:
        content = file.read(MOST + 1)
    review = from_json(content)
    if isinstance(review, str):
        raise Refused(f"{'standard input' if source == '-' else safe(source)} is no report of `cjmgen diff --format json`: {review}")
    return review


def _root(session: Session, head: str | None) -> Path:
    """The project whose memory is used: the newer one of two folders, else the one around the working directory."""
    return _folder(session, head) or disk.find_project(session.directory)


def _folder(session: Session, name: str | None) -> Path | None:
    """The folder of a project that an argument names; None for a revision."""
    place = session.directory / name if name else None
    return place.resolve() if place and any((place / each).is_file() for each in disk.SETTINGS) else None


def _review(
    session: Session, root: Path, base: str | None, head: str | None, only: tuple[str, ...], today: Day, memory: Memory
) -> Review:
    new = _newer(session, root, head, memory)
    old = _older(session, root, base, memory)
    if not has_settings(old.files.value):
        click.echo(f"{old.name} has no cjmgen.yml in this place: everything is new", err=True)
    one, other = (_side(version, name, today, memory) for version, name in ((old, "base"), (new, "" if new.now else "head")))
    wanted = tuple(_inside(session, root, path) for path in only)
    found = changes(one, other, wanted)
    gaps = [*_gaps(old.name, one, wanted), *_gaps(new.name, other, wanted)]
    return Review(found, old.name, new.name, other.language, tuple(gaps[:MOST_GAPS]))


def _newer(session: Session, root: Path, head: str | None, memory: Memory) -> _Version:
    if head is None:
        return _Version("the working tree", disk.project(root, memory.sources), now=True)
    return _named(session, root, head, memory)


def _older(session: Session, root: Path, base: str | None, memory: Memory) -> _Version:
    if base is not None:
        return _named(session, root, base, memory)
    repository = Repository(root)
    commit, branch = repository.merge_base()
    return _Version(f"{branch} ({commit[:7]})", project_at(repository, commit, memory.store))


def _named(session: Session, root: Path, name: str, memory: Memory) -> _Version:
    if folder := _folder(session, name):
        return _Version(name, disk.project(folder, Ledger(Shortlived(), "folder")))
    if (session.directory / name).is_dir() and not _is_revision(root, name):
        raise Refused(f"there is no cjmgen.yml in {name}")
    repository = Repository(root)
    commit = repository.commit(name)
    label = name[:12] if commit.startswith(name) else f"{name} ({commit[:7]})"
    return _Version(label, project_at(repository, commit, memory.store))


def _is_revision(root: Path, name: str) -> bool:
    try:
        return bool(Repository(root).commit(name))
    except Refused:
        return False


def _side(version: _Version, side: str, today: Day, memory: Memory) -> Side:
    files = version.files
    loaded = pipeline.load(files.value, today.date, memory.store, memory.many, side=side)
    return Side(loaded.value, files.value, (*files.problems, *loaded.problems))


def _inside(session: Session, root: Path, path: str) -> str:
    """A path as problems name it, whether or not it is there any more: relative to the project, with slashes."""
    absolute = (session.directory.resolve() / path).as_posix()
    top = root.as_posix().rstrip("/") + "/"
    whole = normpath(absolute)
    if whole + "/" == top:
        return "."
    if not whole.startswith(top):
        raise Refused(f"{path} is not part of the project in {slashed(root)}")
    return whole.removeprefix(top)


def _gaps(name: str, side: Side, wanted: tuple[str, ...]) -> list[Gap]:
    """The files of a version that have an error, each with the first."""
    first: dict[str, Gap] = {}
    for each in side.problems:
        file = each.place.file
        if (each.severity == "error" or each.code == "file-not-read") and (not wanted or within(file, wanted)):
            first.setdefault(file, Gap(name, file, each.code, each.message))
    return list(first.values())
