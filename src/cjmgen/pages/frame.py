"""frame: what stands around every page: its head, the bar with the ways to other pages, the foot."""

from string import ascii_letters, digits

from cjmgen.atlas.media import below_maps
from cjmgen.pages.edition import Edition
from cjmgen.pages.sitemap import Subject, relative
from cjmgen.pages.view import Alternate, Frame, Said

HOME = Subject("home")
NAVIGATION = tuple((kind, Subject(kind)) for kind in ("home", "brief", "compare", "heatmap", "opportunities", "personas"))
"""Kinds of pages in the bar, never single pages; those that don't exist are left out."""
MORE = tuple((kind, Subject(kind)) for kind in ("teams", "channels", "evidence", "stages", "tags"))
"""Kinds of pages that are asked for less often: they stand folded at the end of the bar."""


def _percent(path: str) -> str:
    """A path as it stands in an address."""
    kept = f"{ascii_letters}{digits}/-._~"
    return "".join(sign if sign in kept else "".join(f"%{byte:02X}" for byte in sign.encode()) for sign in path)


def frame(edition: Edition, page: Subject, title: Said, description: Said, section: str, source: str = "", fallback: bool = False) -> Frame:
    """The frame of a page. `source` is the file it is made of, `fallback` says that some of its texts fell back."""
    settings, sitemap, language = edition.atlas.settings, edition.sitemap, edition.language
    path = sitemap.path(page, language)
    return Frame(
        lang=language,
        path=path,
        root="../" * path.count("/"),
        site=edition.say(settings.title),
        title=title,
        description=description,
        home=sitemap.link(path, HOME, language),
        section=section,
        nav=_ways(edition, path, NAVIGATION),
        more=_ways(edition, path, MORE),
        alternates=_alternates(edition, path, page),
        fallback=fallback,
        notice=edition.say(settings.notice),
        edit=settings.edit_url.replace("{path}", _percent(source)) if settings.edit_url and source else "",
        print=settings.print,
        robots=settings.robots or "",
        logo=_logo(edition, path),
        issue=settings.issue_url or "",
    )


def _ways(edition: Edition, path: str, kinds: tuple[tuple[str, Subject], ...]) -> tuple[tuple[str, str], ...]:
    sitemap, language = edition.sitemap, edition.language
    return tuple((kind, sitemap.link(path, subject, language)) for kind, subject in kinds if sitemap.has(subject, language))


def _logo(edition: Edition, path: str) -> str:
    logo = edition.atlas.settings.logo
    media = edition.atlas.media.get(below_maps(logo)) if logo else None
    return relative(path, media.name) if media else ""


def _alternates(edition: Edition, path: str, page: Subject) -> tuple[Alternate, ...]:
    """The same page in every language of the site; none where there is only one language."""
    languages = edition.atlas.settings.languages
    if len(languages) < 2:
        return ()
    return tuple(
        Alternate(language, relative(path, edition.sitemap.path(page, language)), language == edition.language)
        for language in languages
        if edition.sitemap.has(page, language)
    )
