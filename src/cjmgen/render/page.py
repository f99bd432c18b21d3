"""page: one page of the sitemap as the bytes of its file."""

from pydantic_core import to_json

from cjmgen.pages.evidence.badge import BadgeView
from cjmgen.pages.site.sitemap import Page
from cjmgen.problem import Stopped
from cjmgen.render.anchors import with_anchors
from cjmgen.render.badge import badge
from cjmgen.render.blame import WRONG, blame
from cjmgen.render.guarded import guarded
from cjmgen.render.icons import symbols_of, with_symbols
from cjmgen.render.policy import opened_safely
from cjmgen.render.spoken import spoken
from cjmgen.render.template import environment
from cjmgen.render.theme import Theme
from cjmgen.words.speaker import Speaker

READABLE = 100_000
"""Data from so many bytes on is written without spaces."""


def render(page: Page, theme: Theme, speaker: Speaker) -> bytes:
    """Make the page's view and draw it with its template; a page without a template is its view as JSON.

    A path that ends in `.js` gets either as a script, which a page that stands on a disk can load too.
    """
    view = page.view()
    script = page.path.endswith(".js")
    if not page.template:
        return _script(page.path, spoken(view)) if script else _data(view)
    if isinstance(view, BadgeView):
        return badge(view, theme, speaker).encode()
    html = _drawn(page.template, theme, speaker, view, None if script else view.frame)  # type: ignore[attr-defined]
    if theme.own and page.path.endswith(".html"):
        opened_safely(html, theme)
    if script:
        return _script(page.path, {"html": html, "symbols": symbols_of(html, theme.symbols)})
    return with_symbols(with_anchors(html), theme.symbols).encode()


def _drawn(template: str, theme: Theme, speaker: Speaker, view: object, frame: object) -> str:
    """A view as its template shows it; templates of a project get a budget, and their mistakes become problems."""
    if not theme.own:
        return environment(theme, speaker).get_template(template).render(view=view, frame=frame)
    made = guarded(theme, speaker)
    made.budget.renew()
    try:
        return made.get_template(template).render(view=view, frame=frame)
    except WRONG as failure:
        raise Stopped(blame(theme, failure)) from failure


def _data(value: object) -> bytes:
    """A value as JSON that a human can read too, as long as one would."""
    dense = to_json(value, inf_nan_mode="null")
    return (to_json(value, indent=1, inf_nan_mode="null") if len(dense) < READABLE else dense) + b"\n"


def _script(path: str, value: object) -> bytes:
    """A value under the path of its file, for `cjm.load` of the theme's script, which asked for it by that path."""
    return b"cjm.take(" + to_json(path) + b"," + to_json(value, inf_nan_mode="null") + b");\n"
