"""page: one page of the sitemap as the bytes of its file."""

from pydantic_core import to_json

from cjmgen.pages.sitemap import Page
from cjmgen.render.icons import with_symbols
from cjmgen.render.template import environment
from cjmgen.render.theme import Theme
from cjmgen.words.speaker import Speaker


def render(page: Page, theme: Theme, speaker: Speaker) -> bytes:
    """Make the page's view and draw it with its template; a page without a template is its view as JSON."""
    view = page.view()
    if not page.template:
        return to_json(view, indent=1, inf_nan_mode="null") + b"\n"
    html = environment(theme, speaker).get_template(page.template).render(view=view, frame=view.frame)  # type: ignore[attr-defined]
    return with_symbols(html, theme.symbols).encode()
