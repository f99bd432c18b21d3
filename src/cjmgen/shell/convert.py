"""convert: turn a map into another form, from a file or from standard input."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from cjmgen.formats.convert import Target, placed
from cjmgen.formats.convert import convert as converted
from cjmgen.formats.transcode import as_utf8, foreign
from cjmgen.problem import Checked
from cjmgen.report.spot import find
from cjmgen.report.text import text
from cjmgen.shell.disk import MOST
from cjmgen.shell.session import Session, shared
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused
from cjmgen.syntax.document import Document
from cjmgen.syntax.read import FORMS, read
from cjmgen.tree import Tree
from cjmgen.value import dataclass

ENDINGS: dict[Target, str] = {"yaml": "yml", "markdown": "md", "json": "json"}
_COMMENTS = {"yaml": "---\n# {}\n", "markdown": "<!-- {} -->\n", "json": ""}


@dataclass(frozen=True, slots=True)
class Given:
    """A map somebody has: the name it goes by and its bytes."""

    name: str
    content: bytes
    note: str = ""
    """What had to be done before it could be read."""


@click.command()
@click.argument("file")
@click.option("--to", "to", type=click.Choice(list(ENDINGS)), required=True, help="The form to turn it into.")
@click.option("--output", metavar="DIR", help="Write files into DIR instead of printing; several journeys become one file each.")
@shared
def convert(session: Session, file: str, to: Target, output: str | None) -> int:
    """Turn the map in FILE into YAML, Markdown or JSON and print it.

    FILE is YAML, Markdown, or a table as .csv or .tsv; - reads standard input. It need not be part of a project. What was placed where,
    and what was not, is told on standard error.
    """
    given = take(session.directory, file)
    document = read(given.name, given.content)
    parts = name_parts(given.name, document.value, to) if document.value.data is not None else ()
    if output and parts:
        save(parts, session.directory / output)
    else:
        click.echo(printed(parts, to), nl=False)
    click.echo(told(given, document, session.colored(sys.stderr)), nl=False, err=True, color=True)
    return 0 if parts else 1


def take(directory: Path, file: str) -> Given:
    """A map from a file, or from standard input, whose form is told by its first lines."""
    if file == "-":
        return _given("journey", sys.stdin.buffer.read(MOST))
    place = directory / file
    if not place.is_file():
        raise Refused(f"there is no file {slashed(file)}")
    with place.open("rb") as opened:
        return _given(place.name, opened.read(MOST))


def _given(name: str, content: bytes) -> Given:
    if strange := foreign(content):
        raise Refused(f"{name} is {strange[0]} and no map\n{strange[1]}.")
    read_as = as_utf8(content)
    known = Path(name).suffix[1:].lower() in FORMS
    note = f"Read as {read_as.encoding}; saved as UTF-8 from here on.\n" if read_as.encoding else ""
    return Given(name if known else f"{name}.{form(read_as.content)}", read_as.content, note)


def form(content: bytes) -> Literal["yml", "md", "csv", "tsv"]:
    """The ending a text without a name deserves: pasted cells, Markdown or YAML."""
    lines = [line for line in content[:20_000].decode("utf-8-sig", "replace").splitlines() if line.strip()]
    if any(re.match(r"#{1,6} |\||\*\*|```|[-*] \*\*", line) for line in lines if not line.startswith("# ")) or _front_matter(lines):
        return "md"
    if lines and "\t" in lines[0].strip("\n"):
        return "tsv"
    if any(re.match(r"[\w-]+:( |$)", line) for line in lines[:20]):
        return "yml"
    return "csv" if lines and re.search(r"[,;]", lines[0]) else "md"


def _front_matter(lines: Sequence[str]) -> bool:
    """Whether the text begins with `---` … `---` and something that is no YAML follows."""
    return bool(lines) and lines[0] == "---" and "---" in lines[1:-1]


def name_parts(name: str, document: Document, to: Target) -> tuple[tuple[str, str], ...]:
    """The texts a document becomes, each with the path its file should have."""
    stem = Path(name).stem
    return tuple((f"{stem}/{part}.{ENDINGS[to]}" if part else f"{stem}.{ENDINGS[to]}", words) for part, words in converted(document, to))


def printed(parts: Sequence[tuple[str, str]], to: Target) -> str:
    """One text as it is; several one after another, each under the path its file should have."""
    if len(parts) == 1:
        return parts[0][1]
    return "\n".join(_COMMENTS[to].format(path) + words for path, words in parts)


def save(parts: Sequence[tuple[str, str]], folder: Path) -> None:
    """Write each text to its path below a folder; nothing is written over."""
    places = [(folder / path, words) for path, words in parts]
    for place, _ in places:
        if place.exists() or place.is_symlink():
            raise Refused(f"{slashed(place)} is there already; nothing was written")
    for place, words in places:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(words, "utf-8", newline="\n")
        click.echo(slashed(place))


def told(given: Given, document: Checked[Document], color: bool) -> str:
    """What was wrong or strange, and what was placed where."""
    findings = find(document.problems, Tree.of({given.name: given.content}))
    lines = "".join(f"{line}\n" for line in placed(document.value))
    return given.note + (text(findings, 1, color) if findings else "") + lines
