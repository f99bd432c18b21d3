"""sheet: a page of the site made ready for a browser that photographs or prints it: its files, and nothing of the rest of the site."""

from collections.abc import Mapping

from cjmgen.pages.site.sitemap import Page
from cjmgen.render.page import render
from cjmgen.render.template import environment
from cjmgen.render.theme import Theme
from cjmgen.render.tokens import without_media
from cjmgen.value import dataclass
from cjmgen.words.speaker import Speaker

NARROWEST = 1440
_LABEL, _COLUMN, _MARGINS = 164, 168, 82
"""The map's lane names and narrowest stage as the stylesheet has them, and the page's margins."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a page is to be shown: on a `screen` as it stands in a window, without bar and foot, else as it prints."""

    screen: bool
    dark: bool = False
    size: str = "auto"
    """The size of the page when a screen is printed, as CSS says it."""


def needed(stages: int) -> int:
    """How wide a window has to be to show a map of so many stages at once."""
    return max(NARROWEST, _LABEL + stages * _COLUMN + _MARGINS)


def sheet(page: Page, theme: Theme, speaker: Speaker, how: Sheet) -> Mapping[str, bytes]:
    """The files by path that a browser needs to show the page: as the site has it, with a style and a script more."""
    shade = "dark" if how.dark else "light"
    own = environment(theme, speaker).get_template("export.css").render(screen=how.screen, shade=shade, size=how.size)
    return {
        **{path: _for_screens(path, content) if how.screen else content for path, content in theme.assets.items()},
        page.path: _with_more(render(page, theme, speaker), "../" * page.path.count("/")),
        "assets/export.css": own.encode(),
        "assets/export.js": theme.templates["export.js"].encode(),
    }


def _for_screens(path: str, content: bytes) -> bytes:
    """A file as a screen needs it: of a style, all but what is meant for paper, since the screen is printed."""
    return without_media(content.decode("utf-8", "replace"), "print").encode() if path.endswith(".css") else content


def _with_more(html: bytes, root: str) -> bytes:
    """The page with its style and script for this purpose at the end of its head; the page's policy has been read by then."""
    more = f'<link rel="stylesheet" href="{root}assets/export.css"><script src="{root}assets/export.js"></script>'.encode()
    head, end, rest = html.partition(b"</head>")
    return head + more + end + rest
