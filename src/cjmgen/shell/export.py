"""export: a journey as one file for slides, mails and walls: SVG by cjmgen itself, PNG and PDF through an installed browser."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import click

from cjmgen.atlas.public.choice import Choice
from cjmgen.pages.journey.page import JourneyView
from cjmgen.pages.plan import plan
from cjmgen.pages.site.sitemap import Page, Subject
from cjmgen.problem import Stopped
from cjmgen.render.poster.poster import LANES, poster
from cjmgen.report.spot import Finding, find
from cjmgen.report.text import text
from cjmgen.shell.browser import find_browser
from cjmgen.shell.choosing import choice_options, met
from cjmgen.shell.clock import Day, today_option
from cjmgen.shell.making import SHOWN
from cjmgen.shell.project import Project, open_project
from cjmgen.shell.session import Session, safe_option, shared
from cjmgen.shell.shoot import photograph, print_out, print_wall
from cjmgen.shell.shown import shown
from cjmgen.shell.wrong import Refused, did_you_mean
from cjmgen.value import dataclass

Form = Literal["svg", "png", "pdf"]
FORMS: dict[Form, frozenset[str]] = {
    "svg": frozenset({"theme", "width", "lanes"}),
    "png": frozenset({"theme", "width", "scale", "browser"}),
    "pdf": frozenset({"paper", "sheet", "browser"}),
}
"""What a journey can become, each with the options that mean something to it."""
SHEETS = ("a3", "a4", "whole")
_NAMES = {"actions": "doing", "chances": "opportunities"}


@dataclass(frozen=True, slots=True)
class Wish:
    """How a journey is to look; what nobody asked for is None."""

    form: Form
    dark: bool
    width: int | None
    lanes: tuple[str, ...]
    scale: float
    paper: str
    sheet: str
    browser: str | None


def _lanes(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """The lanes named, in the theme's own names."""
    names = {_NAMES.get(lane, lane): lane for lane in LANES}
    asked = [word.strip() for word in value.split(",") if word.strip()] if value else list(names)
    for word in asked:
        if word not in names:
            raise Refused(f"--lanes knows no '{word}'{did_you_mean(word, names)}; the lanes are {', '.join(names)}")
    return tuple(names[word] for word in asked)


@click.command()
@click.argument("journey", required=False)
@click.option("--to", "form", type=click.Choice(list(FORMS)), required=True, help="What to make of it.")
@click.option("--all", "every", is_flag=True, help="Export every journey; --output is then a folder.")
@click.option("--output", metavar="FILE", help="Where to write; default: the journey's id in this folder. - is standard output.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@click.option("--language", metavar="LANG", help="A language of the site; default: its first.")
@click.option("--theme", type=click.Choice(["light", "dark"]), help="svg, png: light or dark; default: light.")
@click.option("--width", type=click.IntRange(320, 20_000), metavar="PX", help="svg, png: how wide; default: what the stages need.")
@click.option("--lanes", metavar="LIST", callback=_lanes, help="svg: only these lanes, as in emotion,pains,opportunities.")
@click.option("--scale", type=click.FloatRange(0.5, 4), metavar="N", help="png: pixels of the file for one of the page; default: 2.")
@click.option("--paper", type=click.Choice(["a3", "a4", "wall"]), help="pdf: the paper; default: `print` of cjmgen.yml.")
@click.option("--sheet", type=click.Choice(SHEETS), help="pdf on a wall: sheets to glue, or whole for a plotter; default: a3.")
@click.option("--browser", metavar="PATH", help="png, pdf: the Chromium, Chrome or Edge to use; default: the one found.")
@choice_options("internal")
@safe_option
@today_option
@shared
def export(
    session: Session, /, journey: str | None, every: bool, output: str | None, force: bool, language: str | None, safe: bool, today: Day,
    choice: Choice, **asked: Any,
) -> int:
    """Make one file of the journey with the id JOURNEY: a poster as SVG, its page as PNG, its print version as PDF."""
    wish = _wish(asked)
    project = open_project(session.directory, today.date, False, SHOWN, safe, choice=choice)
    if project.failed:
        return _refused(project, session, project.findings)
    met(project.left)
    told, wish = _language(project, language), replace(wish, paper=wish.paper or project.atlas.settings.print)
    project = _on(project, wish.paper)
    ids = _ids(project, journey, every)
    places = _places(session.directory, ids, wish, told if language else "", output, every)
    _check(places, force)
    try:
        for id, content in _made(project, ids, told, wish):
            _save(places[id], content)
    except Stopped as stop:
        return _refused(project, session, find([stop.problem], project.files))
    return 0


def _refused(project: Project, session: Session, findings: tuple[Finding, ...]) -> int:
    """Say what is wrong with the project; the exit code of it."""
    click.echo(text(findings, len(project.sources), session.colored(), least=SHOWN, light=project.light), nl=False, color=True, err=True)
    click.echo("Nothing more was exported.", err=True)
    return 1


def _on(project: Project, paper: str) -> Project:
    """The project with another paper to print on."""
    settings = project.atlas.settings.model_copy(update={"print": paper})
    return replace(project, atlas=replace(project.atlas, settings=settings))


def _wish(asked: dict[str, Any]) -> Wish:
    """The options, if each means something for the form that was asked for."""
    form: Form = asked["form"]
    given = {name for name, value in asked.items() if value is not None and name != "form"}
    source = click.get_current_context().get_parameter_source("lanes")
    given -= {"lanes"} if source is None or source.name != "COMMANDLINE" else set()
    for name in sorted(given - FORMS[form]):
        forms = " or ".join(other for other in FORMS if name in FORMS[other])
        raise Refused(f"--{name} means nothing for --to {form}; it is for {forms}")
    if asked["sheet"] and asked["paper"] != "wall":
        raise Refused("--sheet says what a wall is glued from; add --paper wall")
    return Wish(
        form, asked["theme"] == "dark", asked["width"], asked["lanes"], asked["scale"] or 2.0, asked["paper"] or "",
        asked["sheet"] or "a3", asked["browser"],
    )  # fmt: skip


def _language(project: Project, language: str | None) -> str:
    languages = project.atlas.settings.languages
    if language is None or language in languages:
        return language or languages[0]
    raise Refused(f"the site has no language '{language}'{did_you_mean(language, languages)}; it has {', '.join(languages)}")


def _ids(project: Project, journey: str | None, every: bool) -> tuple[str, ...]:
    """The journeys to export; the last part of an id will do where only one journey has it."""
    known = tuple(project.atlas.journeys)
    if every == bool(journey):
        raise Refused("name one journey, or --all for every one")
    if every:
        return known
    assert journey
    alike = [id for id in known if id == journey] or [id for id in known if id.rpartition("/")[2] == journey]
    if len(alike) == 1:
        return (alike[0],)
    if alike:
        raise Refused(f"several journeys are called '{journey}': {', '.join(alike)}")
    raise Refused(f"there is no journey '{journey}'{did_you_mean(journey, known)}")


def _places(directory: Path, ids: tuple[str, ...], wish: Wish, language: str, output: str | None, every: bool) -> dict[str, Path | None]:
    """Where each journey goes; None is standard output."""
    if output == "-":
        if every:
            raise Refused("--all makes many files; name a folder with --output")
        return {ids[0]: None}
    if output and not every and not (directory / output).is_dir():
        return {ids[0]: directory / output}
    folder = directory / (output or ".")
    tongue = f".{language}" if language else ""
    return {id: folder / f"{_file(id)}{tongue}.{wish.form}" for id in ids}


def _file(id: str) -> str:
    """The name of a journey's file: nothing in it that a disk or a shell takes for something else."""
    return re.sub(r"[^\w.-]+", "-", id.replace("/", "--")).lstrip(".-") or "journey"


def _check(places: dict[str, Path | None], force: bool) -> None:
    taken: set[Path] = set()
    for place in filter(None, places.values()):
        if place.is_dir() or place in taken:
            raise Refused(f"{shown(place)} is a folder or named twice; nothing was written")
        if place.is_symlink() or (place.exists() and not force):
            raise Refused(f"{shown(place)} is there already; nothing was written. --force writes over it")
        taken.add(place)


def _made(project: Project, ids: tuple[str, ...], language: str, wish: Wish) -> Iterator[tuple[str, bytes]]:
    """The bytes of each file, made when its turn comes."""
    pages = {page.subject: page for page in plan(project.atlas).pages if page.language == language}
    browser = find_browser(wish.browser) if wish.form != "svg" else None
    for id in ids:
        page = pages[Subject("journey", id)]
        if not browser:
            yield id, poster(_view(page), project.theme, project.theme.speaker(language), wish.dark, wish.width, wish.lanes)
        elif wish.form == "png":
            yield id, photograph(browser, project, page, wish.dark, wish.width, wish.scale)
        elif wish.paper == "wall":
            yield id, print_wall(browser, project, page, wish.sheet)
        else:
            yield id, print_out(browser, project, pages[Subject("reading", id)] if wish.paper == "a4" else page)


def _view(page: Page) -> JourneyView:
    view = page.view()
    assert isinstance(view, JourneyView)
    return view


def _save(place: Path | None, content: bytes) -> None:
    """Write a file, whole or not at all, and say where it is."""
    if place is None:
        sys.stdout.buffer.write(content)
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
    click.echo(f"{shown(place)}: {len(content) // 1024 + 1} KB")
