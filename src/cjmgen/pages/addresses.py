"""addresses: the list of a site's pages for search engines, where the site knows its own address."""

from collections.abc import Iterable
from html import escape

from cjmgen.model.settings import Settings
from cjmgen.pages.sitemap import Page

FILE = "sitemap.xml"


def addresses(settings: Settings, pages: Iterable[Page]) -> bytes | None:
    """The file's bytes; None for a site that has no address yet or doesn't want to be found."""
    if not settings.url or settings.robots == "noindex":
        return None
    root = settings.url.rstrip("/")
    listed = (page.path.removesuffix("index.html") for page in pages if page.listed)
    lines = "".join(f"<url><loc>{escape(f'{root}/{path}')}</loc></url>\n" for path in listed)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{lines}</urlset>\n".encode()
