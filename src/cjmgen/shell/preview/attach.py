"""attach: puts the preview's script and style into a page on its way out; the site itself has nothing of them."""

import re
from html import escape
from importlib import resources

from cjmgen.shell.preview.address import OWN

_PLACE = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?|<head>\n?', re.IGNORECASE)
_AWAY = b'http-equiv="refresh"'


def attach(page: bytes, path: str, shown: str, number: int) -> bytes:
    """The page with the script that keeps it up to date: its path, the digest of what it shows, and the number of the state.

    The script is the first to run, so it sees the page before any other script has touched it.
    """
    places = list(_PLACE.finditer(page, 0, 4096))
    if not places or _AWAY in page[:4096]:
        return page
    at = places[-1].end()
    return page[:at] + tag(path, shown, number).encode() + page[at:]


def tag(path: str, shown: str, number: int) -> str:
    """The elements that attach the preview to a page."""
    known = f'data-page="{escape(path)}" data-shown="{shown}" data-number="{number}"'
    return f'<link rel="stylesheet" href="/{OWN}live.css">\n<script src="/{OWN}live.js" id="cjmgen-live" {known}></script>\n'


def own_file(name: str) -> bytes | None:
    """The preview's script or style, joined from its parts in the order of their names."""
    ending = {"live.js": ".js", "live.css": ".css"}.get(name)
    if not ending:
        return None
    folder = resources.files("cjmgen.shell.preview").joinpath("browser")
    parts = sorted((part for part in folder.iterdir() if part.name.endswith(ending)), key=lambda part: part.name)
    return b"".join(part.read_bytes() for part in parts)
