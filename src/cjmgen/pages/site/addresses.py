"""addresses: what search engines are told of a site: its pages, in every language, and whether they may come at all."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from cjmgen.model.settings import Settings
from cjmgen.pages.site.sitemap import Page, Subject, absolute

MOST, LARGEST = 50_000, 50_000_000
"""Addresses and bytes that one file may have; beyond either there are several, and an index of them."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def addresses(settings: Settings, pages: Iterable[Page]) -> Mapping[str, bytes]:
    """`robots.txt` and `sitemap.xml`, by path; nothing for a site that has no address yet and minds nobody."""
    if settings.robots == "noindex":
        return {"robots.txt": b"User-agent: *\nDisallow: /\n"}
    if not settings.url:
        return {}
    root = settings.url
    entries = _entries(root, settings.languages[0], [page for page in pages if page.listed])
    parts = list(_parts(entries))
    robots = f"User-agent: *\nAllow: /\nSitemap: {absolute(root, 'sitemap.xml')}\n".encode()
    if len(parts) < 2:
        return {"robots.txt": robots, "sitemap.xml": _urls(entries)}
    named = {f"sitemap-{number}.xml": _urls(part) for number, part in enumerate(parts, 1)}
    return {"robots.txt": robots, "sitemap.xml": _index(root, named), **named}


def _entries(root: str, default: str, pages: list[Page]) -> list[str]:
    """An entry a page, with the same page in every language."""
    versions: dict[Subject, list[Page]] = {}
    for page in pages:
        versions.setdefault(page.subject, []).append(page)
    others = {subject: _others(root, default, same) for subject, same in versions.items()}
    return [f"<url><loc>{escape(absolute(root, page.path))}</loc>{others[page.subject]}</url>\n" for page in pages]


def _others(root: str, default: str, same: list[Page]) -> str:
    if len(same) < 2:
        return ""
    tags = [(page.language, page.path) for page in same] + [("x-default", page.path) for page in same if page.language == default]
    return "".join(f'<xhtml:link rel="alternate" hreflang="{tag}" href="{escape(absolute(root, path))}"/>' for tag, path in tags)


def _parts(entries: list[str]) -> Iterator[list[str]]:
    """The entries in as many lists as it takes to keep each within the limits."""
    part: list[str] = []
    size = 0
    for entry in entries:
        if part and (len(part) == MOST or size + len(entry) > LARGEST - 1_000):
            yield part
            part, size = [], 0
        part.append(entry)
        size += len(entry)  # addresses are ASCII: a letter is a byte
    yield part


def _urls(entries: list[str]) -> bytes:
    more = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if any("<xhtml:" in entry for entry in entries) else ""
    return f"{_HEAD}<urlset {_SCHEMA}{more}>\n{''.join(entries)}</urlset>\n".encode()


def _index(root: str, named: Iterable[str]) -> bytes:
    lines = "".join(f"<sitemap><loc>{escape(absolute(root, name))}</loc></sitemap>\n" for name in named)
    return f"{_HEAD}<sitemapindex {_SCHEMA}>\n{lines}</sitemapindex>\n".encode()
