"""frame: what stands around every page: its head, the bar with the ways to other pages, the foot."""

from dataclasses import replace

from cjmgen.atlas.media import below_maps
from cjmgen.model.settings import Settings
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject, absolute, base_of, relative
from cjmgen.pages.site.twin import twins_of
from cjmgen.pages.view import Alternate, Frame, Report, Said
from cjmgen.tree import percent

HOME = Subject("home")
SEARCH = (Subject("search", "titles"), Subject("search-panel"))
"""What the search loads when it is first used."""
NAVIGATION = tuple((kind, Subject(kind)) for kind in ("home", "brief", "compare", "heatmap", "opportunities", "personas"))
"""Kinds of pages in the bar, never single pages; those that don't exist are left out."""
MORE = tuple((kind, Subject(kind)) for kind in ("teams", "channels", "metrics", "experiments", "evidence", "stages", "tags"))
"""Kinds of pages that are asked for less often: they stand folded at the end of the bar."""


def frame(
    edition: Edition,
    page: Subject,
    title: Said,
    description: Said,
    section: str,
    source: str = "",
    fallback: bool = False,
    stands_for: Subject | None = None,
) -> Frame:
    """The frame of a page. `source` is the file it is made of, `fallback` says that some of its texts fell back.

    `stands_for` is the page that says the same and that search engines should keep in place of this one.
    """
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
        nav=_ways(path, edition.once(_kept)[NAVIGATION]),
        more=_ways(path, edition.once(_kept)[MORE]),
        alternates=_alternates(edition, path, page, listed=stands_for is None),
        fallback=fallback,
        notice=edition.say(settings.notice),
        edit=settings.edit_url.replace("{path}", percent(source)) if settings.edit_url and source else "",
        print=settings.print,
        robots=settings.robots or "",
        logo=_logo(edition, path),
        report=_report(settings, path, title, source),
        address=sitemap.address(settings.url, stands_for or page, language) if settings.url else "",
        twin=_twin(edition, path, stands_for or page),
        search=tuple(sitemap.path(part, language) for part in SEARCH if sitemap.has(part, language)),
    )


Ways = tuple[tuple[str, Subject], ...]


def _kept(edition: Edition) -> dict[Ways, tuple[tuple[str, str], ...]]:
    """The entries of the bar that there are, each with its path."""
    sitemap, language = edition.sitemap, edition.language
    return {
        ways: tuple((kind, sitemap.path(subject, language)) for kind, subject in ways if sitemap.has(subject, language))
        for ways in (NAVIGATION, MORE)
    }


def _ways(start: str, kept: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((kind, relative(start, path)) for kind, path in kept)


def _twin(edition: Edition, path: str, page: Subject) -> str:
    """The data that this page shows a part of."""
    found = (each for each in twins_of(page) if edition.sitemap.has(each, edition.language))
    return next((edition.sitemap.link(path, each, edition.language) for each in found), "")


def _report(settings: Settings, path: str, title: Said, source: str) -> Report | None:
    """The address of `issue_url` with what it asks for: {url} of the page, {path} of its file, {title}."""
    if not settings.issue_url:
        return None
    page = absolute(settings.url, path) if settings.url else path
    pattern = settings.issue_url.replace("{path}", percent(source)).replace("{title}", percent(title.text))
    return Report(pattern.replace("{url}", percent(page)), pattern if "{url}" in pattern else "", page)


def _logo(edition: Edition, path: str) -> str:
    logo = edition.atlas.settings.logo
    media = edition.atlas.media.get(below_maps(logo)) if logo else None
    return relative(path, media.name) if media else ""


def _alternates(edition: Edition, path: str, page: Subject, listed: bool) -> tuple[Alternate, ...]:
    """The same page in every language of the site, the default one first; none where there is only one language."""
    sitemap, url, languages = edition.sitemap, edition.atlas.settings.url, edition.atlas.settings.languages
    if len(languages) < 2:
        return ()
    return tuple(
        Alternate(
            language,
            relative(path, sitemap.path(page, language)),
            language == edition.language,
            sitemap.address(url, page, language) if url and listed else "",
        )
        for language in languages
        if sitemap.has(page, language)
    )


def from_anywhere(around: Frame, url: str | None) -> Frame:
    """The frame of a page at the site's root that is served under any address: its ways begin at the root of the host.

    Where the site's address isn't known they stay relative, and hold at the top of the site alone.
    """
    if not url:
        return around
    base = base_of(url)
    return replace(
        around,
        root=base,
        home=base + around.home,
        nav=tuple((kind, base + href) for kind, href in around.nav),
        more=tuple((kind, base + href) for kind, href in around.more),
        alternates=tuple(replace(other, href=base + other.href) for other in around.alternates),
        logo=around.logo and base + around.logo,
    )
