"""address: what a request's target leads to in the site: a file by its exact path, another address, or nothing."""

import re
from collections.abc import Collection
from urllib.parse import unquote_to_bytes

from cjmgen.pages.site.sitemap import base_of
from cjmgen.tree import percent
from cjmgen.value import dataclass

OWN = "_cjmgen/"
"""Where the preview's own files are, which no site has."""


@dataclass(frozen=True, slots=True)
class Goal:
    """The path of a file of the site; `missing` where there is none, `moved` the address that the browser should ask for instead."""

    path: str
    missing: bool = False
    moved: str = ""


def read_target(target: str) -> str | None:
    """The path that an address names, without its first slash; None for what can't be one.

    A slash or a dot that was written in code is none: nothing is put together from parts, and what is looked up is the whole path.
    """
    written = re.split(r"[?#]", target, maxsplit=1)[0]
    parts = []
    for part in written.removeprefix("/").split("/"):
        try:
            name = unquote_to_bytes(part).decode()
        except UnicodeDecodeError:
            return None
        if name in (".", "..") or any(sign in "/\\:" or not sign.isprintable() for sign in name):
            return None
        parts.append(name)
    return "/".join(parts)


def goal(path: str, site: Collection[str], url: str | None) -> Goal:
    """Where a path leads. The site stands at the root and, if its address has a path, below that path as well."""
    base = base_of(url).strip("/") if url else ""
    found = _file(path, site, "")
    if not found.missing or not base:
        return found
    if path == base:
        return Goal("", moved=f"/{percent(base)}/")
    return _file(path.removeprefix(f"{base}/"), site, f"{base}/") if path.startswith(f"{base}/") else found


def _file(path: str, site: Collection[str], before: str) -> Goal:
    if path in site:
        return Goal(path)
    if path == "" or path.endswith("/"):
        page = f"{path}index.html"
        return Goal(page, missing=page not in site)
    if f"{path}/index.html" in site:
        return Goal(path, moved=f"/{percent(before + path)}/")
    return Goal(path, missing=True)


def stand_in(path: str, site: Collection[str], languages: Collection[str]) -> str:
    """The page that is shown where there is none: the one of the path's language if it has its own."""
    own = f"{path.split('/')[0]}/404.html"
    return own if path.split("/")[0] in languages and own in site else "404.html"
