"""links: every link, fragment and reference of a site that leads nowhere, or to somewhere it may not."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from site_check.page import Link, Page, read

CSS_ADDRESS = re.compile(r"""url\(\s*(['"]?)([^'")]+)\1\s*\)|@import\s+(['"])([^'"]+)\3""")


ID = re.compile(r"""\sid="([^"]*)\"""")


class Places:
    """The ids of the pages of a site, looked up when somebody links there."""

    def __init__(self, site: Mapping[str, bytes]) -> None:
        self._site, self._found = site, dict[str, frozenset[str]]()

    def __getitem__(self, path: str) -> frozenset[str]:
        if path not in self._found:
            self._found[path] = frozenset(unescape(name) for name in ID.findall(self._site[path].decode("utf-8")))
        return self._found[path]


def broken(site: Mapping[str, bytes], among: Iterable[str] | None = None) -> list[str]:
    """What is wrong with the links of a site (path → bytes), a line each; an empty list when nothing is.

    `among` names the pages to read where a site is too large to read them all.
    """
    wanted = [path for path in site if path.endswith(".html")] if among is None else among
    places = Places(site)
    found = [complaint for path in wanted for complaint in _page(path, read(site[path].decode("utf-8")), places, site)]
    for path, content in site.items():
        if path.endswith(".css"):
            found += [f"{path}: {problem}" for problem in _css(path, content.decode("utf-8"), site)]
    return found


def _page(path: str, page: Page, places: Places, site: Mapping[str, bytes]) -> Iterable[str]:
    for name, times in Counter(page.ids).items():
        if times > 1:
            yield f"{path}: the id '{name}' stands {times} times"
        if not name or re.search(r"\s", name):
            yield f"{path}: '{name}' is no id"
    for name, line in page.references:
        if name not in page.ids:
            yield f"{path}:{line}: a reference to the id '{name}', which isn't there"
    for link in page.links:
        if problem := _link(path, link, places, site):
            yield f"{path}:{link.line}: {problem}: {link.address}"


def _link(path: str, link: Link, places: Places, site: Mapping[str, bytes]) -> str:
    """What is wrong with a link, or ""."""
    parts = urlsplit(link.address)
    if link.loads and parts.scheme == "data":
        return ""
    if parts.scheme or parts.netloc:
        if link.loads:
            return "the page loads this from outside"
        return "" if parts.scheme in ("http", "https", "mailto") else "this scheme may not stand in a page"
    if not link.address:
        return "an empty address"
    if parts.path.startswith("/"):
        return "an address from the root breaks under a base path"
    goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    if goal.startswith(".."):
        return "this leads out of the site"
    if goal not in site:
        return "there is no such file"
    if parts.fragment and goal.endswith(".html") and "=" not in parts.fragment and unquote(parts.fragment) not in places[goal]:
        return "there is no such place in that page"
    return ""


def _css(path: str, text: str, site: Mapping[str, bytes]) -> Iterable[str]:
    for match in CSS_ADDRESS.finditer(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        address = (match[2] or match[4]).strip()
        goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        if not address.startswith(("data:", "#")) and goal not in site:
            yield f"there is no such file: {address}"
