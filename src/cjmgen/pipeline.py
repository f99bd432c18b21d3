"""pipeline: the whole story on one screen: files are read and linked into an atlas, and its pages drawn into a site."""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from cjmgen import __version__
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.load import load as link
from cjmgen.atlas.load import weighed
from cjmgen.atlas.sort import sources
from cjmgen.atlas.suggest import did_you_mean, listed, nearest
from cjmgen.pages.addresses import addresses
from cjmgen.pages.plan import plan
from cjmgen.pages.sitemap import Page
from cjmgen.problem import Checked, Keys, Place, Problem, Span, problem
from cjmgen.render.page import render
from cjmgen.render.theme import Theme
from cjmgen.syntax.read import read
from cjmgen.syntax.yaml.events import HAS_LIBYAML
from cjmgen.tree import Blob, Tree
from cjmgen.words.speaker import Speaker

FALLBACK_THEME = "default"


def load(files: Tree, today: datetime.date) -> Checked[Atlas]:
    """A project as one linked value, with everything that is wrong in it. Files are read one by one and let go again."""
    documents = (read(file, files[file]) for file in source_files(files))
    linked = link(documents, files, today, __version__)
    return linked if HAS_LIBYAML else replace(linked, problems=(*weighed([_slow()], linked.value.settings), *linked.problems))


def _slow() -> Problem:
    hint = "install PyYAML from a wheel, or with libyaml's headers at hand; until then reading takes ten times as long"
    return problem("no-libyaml", "PyYAML came without libyaml", Place("cjmgen.yml", Span(1, 1)), hint)


def build(files: Tree, theme: Tree, today: datetime.date) -> Checked[Tree]:
    """The site of a project in a theme; each page is drawn when it is read. With an error there is no site."""
    loaded, dressed = load(files, today), Theme.read(theme)
    problems = (*loaded.problems, *dressed.problems)
    if any(problem.severity == "error" for problem in problems):
        return Checked(Tree({}), problems)
    return Checked(site(loaded.value, dressed.value, files), problems)


def source_files(files: Iterable[str]) -> tuple[str, ...]:
    """The paths of all files that are read as settings or maps, in the order they are read in."""
    return tuple(source.file for source in sources(files).value)


def dress(atlas: Atlas, themes: Tree, files: Tree) -> Checked[Theme]:
    """The theme a project asks for, out of those that ship, with the project's own files laid over it."""
    name = atlas.settings.theme
    own, shipped = files.under(f"themes/{name}"), themes.under(name)
    problems = list(_unknown_theme(name, themes, files)) if not own and not shipped else []
    base = shipped or themes.under(FALLBACK_THEME)
    code = [path for path in own if _is_code(path)]
    laid = base | Tree({path: Blob(partial(own.__getitem__, path)) for path in own if path not in code})
    dressed = Theme.read(laid)
    problems += [_code(f"themes/{name}/{path}") for path in code if own[path] != base.get(path)]
    problems += [replace(found, place=replace(found.place, file=f"themes/{name}/{found.place.file}")) for found in dressed.problems]
    return Checked(dressed.value, weighed(problems, atlas.settings))


def _unknown_theme(name: str, themes: Tree, files: Tree) -> Iterator[Problem]:
    names = sorted({path.split("/")[0] for tree in (themes, files.under("themes")) for path in tree})
    hint = did_you_mean(nearest(name, names), f"the themes are {listed(names, 'and')}")
    place = Place(next(iter(source_files(files)), "cjmgen.yml"), Keys(("theme",)))
    yield problem("bad-setting", f"there is no theme '{name}'", place, hint, data=(name,))


def _is_code(path: str) -> bool:
    """Templates and scripts run, and so may an SVG that is opened by itself; words, styles, icons and pictures don't."""
    drawn = path.startswith("icons/") and path.endswith(".svg")
    return path.startswith("templates/") or not (
        drawn or path.endswith((".yml", ".yaml", ".css", ".png", ".jpg", ".jpeg", ".webp", ".gif"))
    )


def _code(path: str) -> Problem:
    hint = "change words, styles and icons; templates and scripts are code, and code is not taken from a project"
    return problem("file-not-read", "a project's own templates and scripts are not read", Place(path, Span(1, 1)), hint, data=(path,))


def site(atlas: Atlas, theme: Theme, files: Tree, made_for: datetime.date | None = None) -> Tree:
    """All files of the site. A page is drawn each time its bytes are read, so that no two need to be in memory."""
    speakers = {language: theme.speaker(language) for language in atlas.settings.languages}
    planned = plan(atlas).pages
    pages = {page.path: Blob(partial(_draw, page, theme, speakers)) for page in planned}
    assets = {path: Blob(partial(theme.assets.__getitem__, path)) for path in theme.assets}
    media = {picture.name: Blob(partial(files.__getitem__, picture.file)) for picture in atlas.media.values()}
    listed = addresses(atlas.settings, planned)
    others = {"build.json": Blob(partial(_made, made_for)), **{path: Blob(partial(listed.__getitem__, path)) for path in listed}}
    return Tree({**assets, **media, **pages, **others})


def _draw(page: Page, theme: Theme, speakers: Mapping[str, Speaker]) -> bytes:
    return render(page, theme, speakers[page.language])


def _made(made_for: datetime.date | None) -> bytes:
    """What made the site; the day only if somebody named one, or every build would differ from yesterday's."""
    facts = {"cjmgen": __version__, **({"today": made_for.isoformat()} if made_for else {})}
    return (json.dumps(facts, indent=1) + "\n").encode()
