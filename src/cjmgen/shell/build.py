"""build: check the maps and write the site."""

import time
from functools import partial
from pathlib import Path

import click

from cjmgen.atlas.public.choice import Choice
from cjmgen.shell.choosing import choice_options
from cjmgen.shell.clock import Day, today_option
from cjmgen.shell.disk import find_project
from cjmgen.shell.memory import Memory, remembering
from cjmgen.shell.order import USUAL, Order, Outcome, read_history, since_of
from cjmgen.shell.session import Session, safe_option, shared
from cjmgen.shell.shown import shown
from cjmgen.shell.unchanged import look, unchanged


@click.command()
@click.option("--output", metavar="DIR", help="Write the site to DIR; default: `output` of cjmgen.yml, else site.")
@click.option("--url", metavar="URL", help="Where the site will be published; default: `url` of cjmgen.yml.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--explain", is_flag=True, help="Say of every page that is drawn why.")
@click.option("--verify", is_flag=True, help="Build everything a second time from nothing, and compare every byte.")
@click.option("--since", metavar="BASE", help="Tell on a page what changed since BASE, a revision or a folder with a project.")
@click.option("--changes", metavar="NAME", help="The name of that page: changes/NAME/; default: made from BASE.")
@click.option(
    "--history", is_flag=False, flag_value=str(USUAL), metavar="[N|tags]", callback=read_history,
    help="Tell the history of each journey: of the last N revisions that touched the maps, or of those with a tag; default: 20.",
)
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help="Work in so many processes; default: one a core.")
@choice_options("public")
@safe_option
@today_option
@shared
def build(
    session: Session, output: str | None, url: str | None, strict: bool, explain: bool, verify: bool, since: str | None,
    changes: str | None, history: str, jobs: int | None, safe: bool, today: Day, choice: Choice,
) -> int:  # fmt: skip
    """Check the maps and write the site.

    What has not changed since the last build is not made again. An error stops the writing: the site that was there stays as it was.
    """
    started = time.monotonic()
    root = find_project(session.directory)
    asked = since_of(since, changes)
    order = Order(session, session.directory / output if output else None, url, strict, safe, explain, today, choice, history, asked)
    outcome = remembering(root, jobs, partial(_build, root, order))
    if outcome.folder is None:
        return not_written()
    click.echo(f"{shown(outcome.folder / 'index.html')}: {outcome.summary}, {time.monotonic() - started:.1f} s")
    return _verified(root, order, outcome.folder) if verify else 0


def _build(root: Path, order: Order, memory: Memory) -> Outcome:
    seen = look(root, memory, order)
    before = unchanged(seen, memory, order)
    if before:
        click.echo(before.colored if order.session.colored() else before.plain, nl=False, color=True)
        return Outcome(Path(before.folder), f"{before.files} files, 0 changed")
    # Imported here and not above: a build with nothing to do needs neither models nor templates.
    from cjmgen.shell.making import made

    return made(seen, root, order, memory)


def _verified(root: Path, order: Order, folder: Path) -> int:
    """Compare the site with one that is built from nothing."""
    from cjmgen.shell.verify import differences

    found = differences(root, order, folder)
    for path, how in found[:20]:
        click.echo(f"{path}: {how}", err=True)
    if found:
        click.echo(f"{len(found)} files differ from those of a build from nothing: please report it, with the folder .cjmgen", err=True)
        return 1
    click.echo("Verified: a build from nothing makes the same files, byte for byte.")
    return 0


def not_written() -> int:
    """Say so; the exit code of it."""
    click.echo("The site was not written.", err=True)
    return 1
