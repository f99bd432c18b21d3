"""making: the pages of an atlas are drawn into a site, with all that stands beside them."""

import datetime
import json
from functools import partial

from cjmgen import __version__
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.load import weighed
from cjmgen.atlas.public.choice import PUBLIC, Choice
from cjmgen.memo.store import Shortlived, Store
from cjmgen.pages.plan import plan
from cjmgen.pages.site.addresses import addresses
from cjmgen.pipeline.drawing import Drawing, state_of
from cjmgen.pipeline.loading import load
from cjmgen.problem import Checked, Problem
from cjmgen.render.theme import Theme
from cjmgen.render.trial import trial
from cjmgen.tree import Blob, Tree


def build(files: Tree, theme: Tree, today: datetime.date, choice: Choice = PUBLIC) -> Checked[Tree]:
    """The site of a project in a theme; each page is drawn when it is read. With an error there is no site."""
    loaded, dressed = load(files, today, choice=choice), Theme.read(theme)
    problems = (*loaded.problems, *dressed.problems)
    if any(problem.severity == "error" for problem in problems):
        return Checked(Tree({}), problems)
    return Checked(site(loaded.value, dressed.value, files), problems)


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
