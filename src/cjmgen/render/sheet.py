"""sheet: a page of the site made ready for a browser that photographs or prints it: its files, and nothing of the rest of the site."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cjmgen.pages.sitemap import Page
from cjmgen.render.icons import with_symbols
from cjmgen.render.template import environment
from cjmgen.render.theme import STYLE, Theme
from cjmgen.render.tokens import without_media
from cjmgen.words.speaker import Speaker

NARROWEST = 1440
_LABEL, _COLUMN, _MARGINS = 164, 168, 82
"""The map's lane names and narrowest stage as the stylesheet has them, and the page's margins."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a page is to be shown: `screen` as it stands in a window, without bar and foot; `paper` and `reading` as they print."""

    kind: Literal["screen", "paper", "reading"]
    paper: str = "a3"
    dark: bool = False
    size: str = "auto"
    """The size of the page when a screen is printed, as CSS says it."""


def needed(stages: int) -> int:
    """How wide a window has to be to show a map of so many stages at once."""
    return max(NARROWEST, _LABEL + stages * _COLUMN + _MARGINS)


def sheet(page: Page, theme: Theme, speaker: Speaker, how: Sheet) -> Mapping[str, bytes]:
    """The files by path that a browser needs to show the page."""
    told, view = environment(theme, speaker), page.view()
    frame, style = view.frame, theme.assets[STYLE]  # type: ignore[attr-defined]
    html = told.get_template("export.html").render(view=view, frame=frame, parent=page.template, kind=how.kind, paper=how.paper)
    own = told.get_template("export.css").render(kind=how.kind, shade="dark" if how.dark else "light", size=how.size)
    return {
        **theme.assets,
        page.path: with_symbols(html, theme.symbols).encode(),
        STYLE: without_media(style.decode("utf-8", "replace"), "print").encode() if how.kind == "screen" else style,
        "assets/export.css": own.encode(),
        "assets/export.js": theme.templates["export.js"].encode(),
    }
