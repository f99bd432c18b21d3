"""mention: the way from a journey that changed, and from the home page, to the page that tells what did."""

from collections.abc import Iterator

from cjmgen.diff.chapter import chapters
from cjmgen.memo.recall import Table
from cjmgen.pages.changes.scene import cut, news_of
from cjmgen.pages.changes.section import MAPS
from cjmgen.pages.changes.spots import name_in_page
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject
from cjmgen.value import dataclass

LONG = 60
"""Letters of a version's name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A page of changes, and the version it tells them since."""

    base: str
    href: str


def mentions(edition: Edition) -> Table:
    """By journey the pages that tell what changed in it: the name of each, its version, and the place in it."""
    return {id: [name, base, spot] for name in edition.atlas.news for id, base, spot in _told(edition, name)}


def _told(edition: Edition, name: str) -> Iterator[tuple[str, str, str]]:
    news = news_of(edition.atlas, name)
    found = [chapter.place.id for chapter in chapters(news.changes) if chapter.place.kind == "journey"]
    for at, id in enumerate(found):
        yield id, cut(news.base, LONG), f"j-{name_in_page(id)}" if at < MAPS else ""


def mentioned(edition: Edition, start: str, journey: str) -> Mention | None:
    """What changed in a journey, seen from the page at the path `start`."""
    match edition.entry(mentions, journey):
        case [str(name), str(base), str(spot)]:
            return Mention(base, edition.sitemap.link(start, Subject("changes", name), edition.language, spot))
    return None


def announced(edition: Edition, start: str) -> tuple[Mention, ...]:
    """All pages of changes, seen from the page at the path `start`."""
    sitemap, language = edition.sitemap, edition.language
    return tuple(
        Mention(cut(news_of(edition.atlas, name).base, LONG), sitemap.link(start, Subject("changes", name), language))
        for name in edition.atlas.news
    )
