"""metrics: what cjmgen makes of the exports that metrics are read from."""

from pathlib import Path

import click

from cjmgen.atlas.files.sort import EXPORTS, ending
from cjmgen.numbers.encoding import LARGEST
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import doubtful, fits
from cjmgen.numbers.reading import empty, read
from cjmgen.numbers.sheet import sheet
from cjmgen.report.inspection import Inspected, fault_line, inspection
from cjmgen.shell.session import Session, color_option, directory_option, shared
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused


@click.group()
@directory_option
@color_option
def metrics(directory: str | None, color: bool | None) -> None:
    """Look at the exports that metrics are read from."""


@metrics.command()
@click.argument("file", type=click.Path(path_type=Path))
@shared
def inspect(session: Session, file: Path) -> int:
    """Say what an export looks like, which profile fits it, and print the source block to paste.

    FILE is a CSV, TSV or JSON file that a product exported. Nothing is written. The exit code is 1 if it can't be read.
    """
    name = slashed(file)
    found = sheet(_content(session.directory / file, name))
    if isinstance(found, Fault):
        click.echo(fault_line(name, found))
        return 1
    laid = fits(found)
    best = laid[0] if laid and not laid[0].missing and not doubtful(found, laid[0]) else None
    reading = empty(found, laid[0] if laid else None) or (read(found, best, name) if best else None)
    click.echo(inspection(Inspected(name, found, laid, reading)), nl=False)
    return int(isinstance(reading, Fault))


def _content(place: Path, name: str) -> bytes:
    if place.is_dir():
        raise Refused(f"{name} is a folder; name one export" + _such_as(place, name))
    if not place.is_file():
        raise Refused(f"there is no file {name}")
    try:
        with place.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as failure:
        raise Refused(f"{name} can't be read: {failure.strerror or failure}") from None


def _such_as(folder: Path, name: str) -> str:
    """One of the exports in a folder; "" where there is none."""
    try:
        found = min((each.name for each in folder.iterdir() if ending(each.name) in EXPORTS and each.is_file()), default="")
    except OSError:
        return ""
    return f", such as {name.rstrip('/')}/{found}" if found else ""
