"""diff: say what changed between two versions of a project: two revisions of a git repository, the working tree, or two folders."""

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from posixpath import normpath

import click

from cjmgen.digest import Digest, digest
from cjmgen.report.width import safe
from cjmgen.shell import disk
from cjmgen.shell.clock import Day, today_option
from cjmgen.shell.memory import Memory, remembering
from cjmgen.shell.session import Session, shared
from cjmgen.shell.shown import slashed
from cjmgen.shell.versions import Version, folder_named, newer, older
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
        told, changed = _told_before(session, source, form)
    click.echo(told, nl=False, color=True)
    return int(exit_code and changed)


def _told_before(session: Session, source: str, form: str) -> tuple[str, bool]:
    """What is told of a review that was written down as JSON, perhaps by a stranger, and whether anything changed."""
    # Imported here and not above, as it takes longer than the rest together and only what was written down needs it.
    from cjmgen.report.review.from_json import from_json
    from cjmgen.report.review.received import MOST
    from cjmgen.shell.comparing import tell

    with nullcontext(sys.stdin.buffer) if source == "-" else (session.directory / source).open("rb") as file:
        content = file.read(MOST + 1)
    review = from_json(content)
    if isinstance(review, str):
        raise Refused(f"{'standard input' if source == '-' else safe(source)} is no report of `cjmgen diff --format json`: {review}")
    return tell(review, form, session.colored()), bool(review.changes.told)


def _root(session: Session, head: str | None) -> Path:
    """The project whose memory is used: the newer one of two folders, else the one around the working directory."""
    return folder_named(session, head) or disk.find_project(session.directory)


def _compared(
    session: Session, root: Path, base: str | None, head: str | None, form: str, only: tuple[str, ...], today: Day, memory: Memory
) -> tuple[str, bool]:
    """What is told of two versions, and whether anything changed; of two that were compared last time, what was told then."""
    new = newer(session, root, head, memory)
    old = older(session, root, base, memory)
    wanted = tuple(_inside(session, root, path) for path in only)
    key = digest((*map(_named, (old, new)), wanted, today.date.isoformat(), session.colored()))
    known, *kept = json.loads(memory.store.get("told", form) or "[null]")
    if known == key:
        return str(kept[0]), bool(kept[1])
    # Imported here and not above: what was told before needs none of it.
    from cjmgen.shell.comparing import compare

    told, changed = compare(old, new, form, wanted, today.date, session.colored(), memory)
    if form != "html":  # which is drawn in a theme
        memory.store.put("told", form, json.dumps([key, told, changed]))
    return told, changed


def _named(version: Version) -> Digest:
    """Names a version with all its files."""
    files = version.files
    return digest((version.name, version.now, repr(files.problems), tuple((path, files.value.digest(path)) for path in files.value)))


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
