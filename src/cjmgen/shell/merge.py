"""merge: two edits of one map made one, as git's merge driver, or after git gave up."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from cjmgen.atlas.files.sort import Source, sources
from cjmgen.formats.meaning import languages, meaning
from cjmgen.formats.merge.merge import Versions
from cjmgen.formats.merge.merge import merge as by_field
from cjmgen.problem import Problem
from cjmgen.report.spot import find
from cjmgen.report.text import block
from cjmgen.report.width import safe
from cjmgen.shell import conflicts, disk
from cjmgen.shell.rewrite import rewrite
from cjmgen.shell.session import Session, shared
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused
from cjmgen.syntax.yaml.pen import Marks
from cjmgen.tree import Tree

_MOST_SIGNS = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """A merged file, how many places somebody has to choose in, and mistakes that neither side had."""

    content: bytes
    conflicts: int
    by_field: bool
    mistakes: tuple[Problem, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether nobody has to look at it."""
        return not self.conflicts and not self.mistakes


@click.command()
@click.argument("files", metavar="BASE OURS THEIRS", nargs=-1)
@click.option("--path", metavar="PATH", help="Where the file stands in the repository, which says what is in it; default: OURS.")
@click.option(
    "--marker-size", type=click.IntRange(conflicts.LEAST, _MOST_SIGNS), default=conflicts.LEAST, help="Signs of a marker; default: 7."
)
@click.option("--resolve", is_flag=True, help="Merge what git could not: all maps with conflicts, or the files named.")
@shared
def merge(session: Session, files: tuple[str, ...], path: str | None, marker_size: int, resolve: bool) -> int:
    """Merge two edits of one map by id and field, and write the result to OURS.

    A conflict is left only where both changed the same field; then the exit code is 1. What can't be read as a map is merged
    line by line, as git does it. With --resolve the files are those that have conflicts already.
    """
    if resolve:
        return max((_resolved(session, each) for each in conflicts.unmerged(session.directory, files)), default=0)
    if len(files) != 3:
        raise Refused("name three files, BASE OURS THEIRS, or say --resolve")
    base, ours, theirs = (session.directory / file for file in files)
    name = path or files[1]
    versions = Versions(_content(base), _content(ours), _content(theirs))
    outcome = together(session.directory / name, name, versions, Marks(marker_size))
    ours.write_bytes(outcome.content)
    _tell(name, outcome, session)
    return int(not outcome.settled)


def _content(place: Path) -> bytes:
    if not place.is_file():
        raise Refused(f"there is no file {slashed(place)}")
    return place.read_bytes()


def together(place: Path, name: str, versions: Versions, marks: Marks) -> Outcome:
    """Three versions made one: by field where they are maps, else line by line."""
    source, language = _known(place)
    try:
        made = by_field(source.file if source else name, source.kind if source else "", versions, language, marks)
    except Exception as failure:
        # a mistake of ours may cost somebody a good merge, but not their work
        click.echo(f"internal error: {type(failure).__name__} in {safe(name)}, merged line by line; please report it", err=True)
        made = None
    if made is None:
        done = conflicts.by_lines(versions, marks)
        return Outcome(done.content, done.conflicts, False)
    mistakes = _new_mistakes(source, versions, made.content, language) if source and not made.conflicts else ()
    return Outcome(made.content, made.conflicts, True, mistakes)


def _known(place: Path) -> tuple[Source | None, str]:
    """What the project that a file stands in knows of it, and the language its ids are made in."""
    try:
        root = disk.find_project(Path(os.path.abspath(place)).parent)
    except Refused:
        return None, "en"
    path = place.parent.resolve() / place.name
    found = sources((path.relative_to(root).as_posix(),)).value
    return (found[0] if found else None), languages(disk.project(root).value)[0]


def _new_mistakes(source: Source, versions: Versions, content: bytes, language: str) -> tuple[Problem, ...]:
    """The errors of a merged file that neither side had by itself."""
    sides = (versions.ours, versions.theirs)
    before = {(each.code, each.message) for side in sides for each in meaning(source, side, language).errors}
    return tuple(each for each in meaning(source, content, language).errors if (each.code, each.message) not in before)


def _tell(name: str, outcome: Outcome, session: Session) -> None:
    """Say what somebody has to know or do; nothing where all is well."""
    if not outcome.by_field:
        click.echo(f"{safe(name)}: merged line by line, as it is no YAML that can be merged by field", err=True)
    if outcome.conflicts:
        places = "one place" if outcome.conflicts == 1 else f"{outcome.conflicts} places"
        click.echo(f"{safe(name)}: both sides changed {places}; choose between the markers", err=True)
    if outcome.mistakes:
        for finding in find(outcome.mistakes, Tree.of({outcome.mistakes[0].place.file: outcome.content}), "error"):
            click.echo(block(finding, session.colored(sys.stderr)), err=True, color=True)
        click.echo(f"{safe(name)}: merged, but together the changes make a mistake that neither had", err=True)


def _resolved(session: Session, file: conflicts.Unmerged) -> int:
    """Merge one file that git could not; 1 where something is left to do."""
    root = conflicts.top(session.directory)
    place = root / file.path
    if _known(place)[0] is None:
        return 0
    if not file.regular or not {"2", "3"} <= file.stages.keys() or not place.is_file() or place.is_symlink():
        click.echo(f"{safe(file.path)}: removed on one side, or no plain file; keep it with `git add` or let it go with `git rm`", err=True)
        return 1
    base, ours, theirs = (conflicts.blob(root, file.stages[stage]) if stage in file.stages else b"" for stage in "123")
    versions, before = Versions(base, ours, theirs), _content(place)
    outcome = together(place, file.path, versions, Marks())
    after = _in_its_lines(outcome.content, before)
    if after != before:
        if not conflicts.is_untouched(before, versions):
            hint = "`git checkout --merge` brings the conflict back"
            click.echo(f"{safe(file.path)}: edited since git left it, and left alone; {hint}", err=True)
            return 1
        rewrite(root, file.path, before, after)
    _tell(file.path, outcome, session)
    if outcome.settled:
        click.echo(f"merged {safe(file.path)}; look at it, then `git add` it")
    return int(not outcome.settled)


def _in_its_lines(content: bytes, before: bytes) -> bytes:
    """The content with the line ends that the file has in this working tree, whatever git keeps."""
    windows = before.partition(b"\n")[0].endswith(b"\r")
    plain = content.replace(b"\r\n", b"\n")
    return plain.replace(b"\n", b"\r\n") if windows else plain
