"""portrait: the face a persona or an actor has in the pages: a photo, else initials in a tint of their own."""

from functools import lru_cache

from cjmgen.digest import digest
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import relative
from cjmgen.pages.view import Portrait, Said

TINTS = 6


def portrait(edition: Edition, start: str, id: str, alt: Said = Said("")) -> Portrait:
    """The portrait of a persona, seen from the page at the path `start`."""
    card = edition.atlas.personas[id]
    media = edition.atlas.media.get(card.photo) if card.photo else None
    return Portrait(initials(edition.say(card.title).text), tint(id), relative(start, media.name) if media else "", alt)


def initials(name: str) -> str:
    """The first letters of the first and the last word: `Anna` gives A, `Oleg Petrov` OP; ? where there is no letter."""
    words = [word for word in name.replace("*", " ").replace("_", " ").split() if word[0].isalpha()]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[0] for word in words]
    return "".join(letters).upper()[:2] or "?"


@lru_cache(maxsize=1024)
def tint(id: str) -> int:
    """One of six tints, the same for an id on every page and in every build."""
    return int(digest(id)[:8], 16) % TINTS
