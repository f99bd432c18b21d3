"""diff: say what changed between two versions of a project: two revisions of a git repository, the working tree, or two folders."""

import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from posixpath import normpath

import click

from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.markdown import markdown
from cjmgen.report.review.review import Review
from cjmgen.report.review.terminal import terminal
from cjmgen.report.width import safe
from cjmgen.shell import disk
from cjmgen.shell.clock import Day, today_option
from cjmgen.shell.memory import Memory, remembering
from cjmgen.shell.session import Session, shared
from cjmgen.shell.shown import slashed
from cjmgen.shell.sides import both, compared, side
from cjmgen.shell.versions import folder_named, newer, older
from cjmgen.shell.wrong import Refused

FORMS = ("text", "markdown", "html", "json")


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
        told, changed = remembering(root, None, lambda memory: _compared(session, root, base, head, form, only, today, memory))
    elif base or only:
        raise Refused("--from tells again what is in a file; it takes neither BASE nor HEAD nor --only")
    elif form == "html":
        raise Refused("--from has no maps to draw; --format html needs the two versions themselves")
    else:
        review = _told_before(session, source)
        told, changed = _told(review, form, session), bool(review.changes.told)
    click.echo(told, nl=False, color=True)
    return int(exit_code and changed)


def _told(review: Review, form: str, session: Session) -> str:
    return {"json": as_json, "markdown": markdown}[form](review) if form != "text" else terminal(review, session.colored())


def _told_before(session: Session, source: str) -> Review:
    """A review that was written down as JSON; it may come from a stranger."""
    # Imported here and not above, as it takes longer than the rest together and only what was written down needs it.
    from cjmgen.report.review.from_json import from_json
    from cjmgen.report.review.received import MOST

    with nullcontext(sys.stdin.buffer) if source == "-" else (session.directory / source).open("rb") as file:
        content = file.read(MOST + 1)
    review = from_json(content)
    if isinstance(review, str):
        raise Refused(f"{'standard input' if source == '-' else safe(source)} is no report of `cjmgen diff --format json`: {review}")
    return review


def _root(session: Session, head: str | None) -> Path:
    """The project whose memory is used: the newer one of two folders, else the one around the working directory."""
    return folder_named(session, head) or disk.find_project(session.directory)


def _compared(
    session: Session, root: Path, base: str | None, head: str | None, form: str, only: tuple[str, ...], today: Day, memory: Memory
) -> tuple[str, bool]:
    """What is told of two versions, and whether anything changed."""
    new = newer(session, root, head, memory)
    old = older(session, root, base, memory)
    names = "base", "" if new.now else "head"
    if form == "html":  # which draws a page, and pages look at all maps
        one, other = (side(version.files, name, today.date, memory) for version, name in zip((old, new), names, strict=True))
    else:
        one, other = both(old.files, new.files, names, today.date, memory)
    news = compared(one, other, old.name, new.name, tuple(_inside(session, root, path) for path in only))
    if form == "html":
        # Imported here and not above: no other form needs templates.
        from cjmgen.shell.single import single

        told = single(replace(news, head="" if new.now else new.name), other, memory)
    else:
        told = _told(Review(news.changes, old.name, new.name, other.language, news.gaps), form, session)
    return told, bool(news.changes.told)


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
