"""missing: the page for an address that leads nowhere; hosts serve it as 404.html, whatever was asked for."""

from dataclasses import replace

from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import HOME, frame, from_anywhere
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Alternate, Frame, Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class MissingView:
    """The page in the default language; its ways to the other languages lead to their home pages."""

    frame: Frame


def missing(edition: Edition, id: str = "") -> MissingView:
    """The page that says that there is none."""
    settings, sitemap = edition.atlas.settings, edition.sitemap
    around = frame(edition, Subject("missing"), Said(""), Said(""), "")
    others = tuple(
        Alternate(language, sitemap.link(around.path, HOME, language), language == edition.language)
        for language in settings.languages
        if len(settings.languages) > 1
    )
    lost = replace(around, alternates=others, robots="noindex", address="")
    return MissingView(from_anywhere(lost, settings.url))


MISSING = Kind("missing", "missing.html", lambda atlas: ("",), lambda id: "404.html", missing, once=True, listed=False)
