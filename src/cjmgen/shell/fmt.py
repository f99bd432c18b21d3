"""fmt: maps and settings in canonical form; what they say stays the same."""

import difflib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from cjmgen.atlas.files.sort import Source, sources
from cjmgen.formats.meaning import languages
from cjmgen.formats.tidy import Tidied, tidied
from cjmgen.memo.store import Shortlived
from cjmgen.report.spot import find
from cjmgen.report.text import block
from cjmgen.report.width import safe
from cjmgen.shell import disk
from cjmgen.shell.many import Workers, jobs_here
from cjmgen.shell.rewrite import rewrite
from cjmgen.shell.session import Session, shared
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused
from cjmgen.tree import Tree

_LEFT = {
    "illegible": "has a key that is more than a word; left as it is",
    "changed": "would say something else, which is a mistake of cjmgen's own; left as it is. Please report it, with the file",
}


@dataclass(frozen=True, slots=True)
class Work:
    """Files of one project that somebody wants formatted."""

    root: Path
    files: Tree
    sources: tuple[Source, ...]


@dataclass(slots=True)
class Count:
    """What became of the files."""

    formatted: int = 0
    same: int = 0
    left: int = 0
    wrong: int = 0


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if a file is not in canonical form.")
@click.option("--diff", "show", is_flag=True, help="Write nothing; print what would be changed.")
@shared
def fmt(session: Session, paths: tuple[str, ...], only_check: bool, show: bool) -> int:
    """Bring maps and settings into canonical form, or only the files and folders named by PATH.

    Keys come into their order, texts get the quotes and line breaks they need, and items others may refer to keep their
    ids. Comments stay, and so does what the maps say: each file is read again before it is written.
    """
    count, dry = Count(), only_check or show
    for work in wanted(session, paths):
        for source, before, made in results(work):
            _tell(work, source.file, made, count, session, show)
            if made.content == before:
                count.same += not made.reason
                continue
            count.formatted += 1
            if show:
                click.echo(difference(source.file, before, made.content, sys.stdout.isatty()), nl=False)
            else:
                click.echo(f"{'would format' if dry else 'formatted'} {safe(source.file)}")
            if not dry:
                rewrite(work.root, source.file, before, made.content)
    click.echo(_summary(count, dry), err=show)
    return int(bool(count.wrong) or (only_check and bool(count.formatted)))


def results(work: Work) -> Iterator[tuple[Source, bytes, Tidied]]:
    """Each file as it is and as it should be. All are read before the first is written, and the work is shared among processes."""
    contents = [work.files[source.file] for source in work.sources]
    language = languages(work.files)[0]

    def made(number: int) -> str:
        done = tidied(work.sources[number], contents[number], language)
        same = done.content == contents[number]
        return json.dumps([done.reason, "" if same else done.content.decode()])

    many = Workers(jobs_here(), Shortlived())
    for source, before, answer in zip(work.sources, contents, many(made, len(contents)), strict=True):
        reason, text = json.loads(answer)
        # what is wrong with a file goes through no pipe: few files have mistakes, and reading one again is quick
        done = tidied(source, before, language) if reason == "broken" else Tidied(text.encode() or before, reason)
        yield source, before, done


def _tell(work: Work, file: str, made: Tidied, count: Count, session: Session, show: bool) -> None:
    """Say why a file is left as it is, if it is."""
    stream = sys.stderr if show else sys.stdout
    if made.reason == "broken":
        said = [block(finding, session.colored(stream)) + "\n" for finding in find(made.problems, work.files, "error")]
    else:
        said = [f"{safe(file)} {_LEFT[made.reason]}"] if made.reason else []
    for each in said:
        click.echo(each, err=show, color=True)
    count.left += bool(said)
    count.wrong += made.reason in ("broken", "changed")


def wanted(session: Session, paths: Sequence[str]) -> Iterator[Work]:
    """The maps and settings of the project, or those among the paths, which may belong to several projects."""
    places = [session.directory / path for path in paths]
    for place in places:
        if not os.path.lexists(place):
            raise Refused(f"there is no file or folder {slashed(place)}")
    named = [Path(os.path.abspath(place)) for place in places]
    above = [disk.find_project(place if place.is_dir() else place.parent) for place in named] or [disk.find_project(session.directory)]
    for root in dict.fromkeys(above):
        files = disk.project(root).value
        here = [_below(place, root) for place, project in zip(named, above, strict=False) if project == root]
        found = [source for source in sources(files).value if not os.path.islink(root / source.file)]
        chosen = tuple(source for source in found if not here or any(_is_in(source.file, path) for path in here))
        for path in here:
            if not any(_is_in(source.file, path) for source in found):
                click.echo(f"{safe(path)} is no map; left alone", err=True)
        yield Work(root, files, chosen)


def _below(place: Path, root: Path) -> str:
    """A path within its project, with slashes; "." for the project itself."""
    ways = (place, place.parent.resolve() / place.name, place.resolve())
    return next(way for way in ways if way.is_relative_to(root)).relative_to(root).as_posix()


def _is_in(file: str, path: str) -> bool:
    return path in (".", file) or file.startswith(f"{path}/")


def difference(file: str, before: bytes, after: bytes, terminal: bool) -> str:
    """A unified diff, as git and patch read it; on a terminal nothing in it is obeyed."""
    old, new = (content.decode("utf-8").splitlines(keepends=True) for content in (before, after))
    lines = difflib.unified_diff(old, new, f"a/{file}", f"b/{file}")
    return "".join(_whole(safe(line.rstrip("\r\n")) + "\n" if terminal else line) for line in lines)


def _whole(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _summary(count: Count, dry: bool) -> str:
    parts = [
        f"{_files(count.formatted)} {'would be formatted' if dry else 'formatted'}",
        f"{_files(count.same)} unchanged",
        f"{_files(count.left)} left as they are" if count.left != 1 else "1 file left as it is",
    ]
    return ", ".join(part for part in parts if not part.startswith("0 ")) or "nothing to format"


def _files(number: int) -> str:
    return f"{number} file" if number == 1 else f"{number} files"
