"""alone: a page as one file that needs no other: its styles inside, no script, and no link to pages that are not there."""

import base64
import re
from collections.abc import Mapping

from cjmgen.pages.site.sitemap import Page
from cjmgen.render.page import render
from cjmgen.render.theme import Theme
from cjmgen.words.speaker import Speaker

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = re.compile(r'<link rel="stylesheet" href="(?:\.\./)*([^"]+)">')
_ICON = re.compile(r'(<link rel="icon" href=")(?:\.\./)*([^"]+)"')
_SCRIPT = re.compile(r"<script [^>]*></script>\n?")
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*"')
_LINK = re.compile(r'(<a\b[^>]*?) href="(?!#|https?:|mailto:)[^"]*"')


def alone(page: Page, theme: Theme, speaker: Speaker) -> bytes:
    """A page of its own. Names and values are escaped by now, so that whatever looks like a tag is one of the theme's."""
    html = render(page, theme, speaker).decode()
    html = _SCRIPT.sub("", html)
    html = _POLICY.sub(lambda found: f'{found[1]}{POLICY}"', html)
    html = _STYLE.sub(lambda found: _style(theme.assets, found[1]), html)
    html = _ICON.sub(lambda found: f'{found[1]}{_data(theme.assets, found[2])}"', html)
    return _LINK.sub(r"\1", html).encode()


def _style(assets: Mapping[str, bytes], path: str) -> str:
    """A style inside the page, which nothing in it can end before its end."""
    css = assets[path].decode("utf-8", "replace").replace("</", "<\\/")
    return f"<style>\n{css}</style>"


def _data(assets: Mapping[str, bytes], path: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(assets[path]).decode()
