"""pipeline: the whole story on one screen: files are read and linked into an atlas, and its pages drawn into a site."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from cjmgen import __version__
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.load import Loaded, weighed
from cjmgen.atlas.load import load as link
from cjmgen.atlas.public.choice import EVERYTHING, PUBLIC, Choice
from cjmgen.atlas.public.publish import published
from cjmgen.atlas.sort import sources
from cjmgen.insight.strangers import strangers
from cjmgen.memo.many import Many, one_by_one
from cjmgen.memo.store import Shortlived, Store
from cjmgen.pages.addresses import addresses
from cjmgen.pages.plan import plan
from cjmgen.pipeline.drawing import Drawing as Drawing
from cjmgen.pipeline.drawing import state_of
from cjmgen.problem import Checked, Place, Problem, Severity, Span, problem
from cjmgen.render.dress import dress as dress
from cjmgen.render.theme import Theme
from cjmgen.render.trial import trial
from cjmgen.syntax.read import read
from cjmgen.syntax.yaml.events import HAS_LIBYAML
from cjmgen.tree import Blob, Tree


def load(
    files: Tree,
    today: datetime.date,
    store: Store | None = None,
    many: Many = one_by_one,
    least: Severity = "info",
    side: str = "",
    choice: Choice = EVERYTHING,
) -> Loaded:
    """A project as one linked value, with everything wrong in it that weighs at least so much. What the store remembers is not read.

    `side` names an earlier version of the project that is looked at beside it. The problems are those of the whole project, whatever
    part of it the `choice` is.
    """
    kept = store or Shortlived()
    linked = link(lambda file: read(file, files[file]), files, today, __version__, kept, many, least, side)
    more = (*([] if HAS_LIBYAML else [_slow()]), *strangers(linked.value))
    problems = (*weighed(more, linked.value.settings), *linked.problems) if more else linked.problems
    part = published(linked.value, choice, kept)
    return replace(linked, value=part.atlas, problems=problems, left=part.left)


def _slow() -> Problem:
    hint = "install PyYAML from a wheel, or with libyaml's headers at hand; until then reading takes ten times as long"
    return problem("no-libyaml", "PyYAML came without libyaml", Place("cjmgen.yml", Span(1, 1)), hint)


def build(files: Tree, theme: Tree, today: datetime.date, choice: Choice = PUBLIC) -> Checked[Tree]:
    """The site of a project in a theme; each page is drawn when it is read. With an error there is no site."""
    loaded, dressed = load(files, today, choice=choice), Theme.read(theme)
    problems = (*loaded.problems, *dressed.problems)
    if any(problem.severity == "error" for problem in problems):
        return Checked(Tree({}), problems)
    return Checked(site(loaded.value, dressed.value, files), problems)


def source_files(files: Iterable[str]) -> tuple[str, ...]:
    """The paths of all files that are read as settings or maps, in the order they are read in."""
    return tuple(source.file for source in sources(files).value)


def tried(atlas: Atlas, theme: Theme, store: Store | None = None) -> tuple[Problem, ...]:
    """What goes wrong when a page of each kind is drawn with the project's own templates, if it has any.

    Where nothing did in this state of the world, nothing is tried: a page that says something else inside tells when it is drawn.
    """
    if not theme.own:
        return ()
    kept = store or Shortlived()
    planned = plan(atlas, kept)
    state = state_of(planned, theme)
    if state and kept.get("tried", "") == state:
        return ()
    found = weighed(trial(planned.pages, theme, theme.speaker(atlas.settings.languages[0])), atlas.settings)
    if not found:
        kept.put("tried", "", state)
    return found


def site(atlas: Atlas, theme: Theme, files: Tree, made_for: datetime.date | None = None) -> Tree:
    """All files of the site. A page is drawn each time its bytes are read, so that no two need to be in memory."""
    drawing = Drawing.of(atlas, theme)
    pages = {path: Blob(partial(drawing.draw, path)) for path in drawing.pages}
    return others(drawing, atlas, files, made_for) | Tree(pages)


def others(drawing: Drawing, atlas: Atlas, files: Tree, made_for: datetime.date | None = None) -> Tree:
    """The files of the site that are no pages: styles, scripts, pictures, and the lists of addresses."""
    theme = drawing.theme
    assets = {path: Blob(partial(theme.assets.__getitem__, path)) for path in theme.assets}
    media = {shown.name: Blob(partial(files.__getitem__, shown.file), partial(files.digest, shown.file)) for shown in atlas.media.values()}
    listed = addresses(atlas.settings, drawing.planned.pages)
    lists = {"build.json": Blob(partial(_made, made_for)), **{path: Blob(partial(listed.__getitem__, path)) for path in listed}}
    return Tree({**assets, **media, **lists})


def _made(made_for: datetime.date | None) -> bytes:
    """What made the site; the day only if somebody named one, or every build would differ from yesterday's."""
    facts = {"cjmgen": __version__, **({"today": made_for.isoformat()} if made_for else {})}
    return (json.dumps(facts, indent=1) + "\n").encode()
