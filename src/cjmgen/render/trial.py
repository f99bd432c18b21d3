"""trial: draws a page of each kind to find what is wrong with a project's own templates before anything is written."""

from collections.abc import Iterable, Iterator

from cjmgen.pages.site.sitemap import Page
from cjmgen.problem import Problem, Stopped
from cjmgen.render.page import render
from cjmgen.render.theme import Theme
from cjmgen.words.speaker import Speaker


def trial(pages: Iterable[Page], theme: Theme, speaker: Speaker) -> tuple[Problem, ...]:
    """The problems of the first page of each kind, in the speaker's language; none for a theme that shipped as it is."""
    return tuple(_problems(pages, theme, speaker)) if theme.own else ()


def _problems(pages: Iterable[Page], theme: Theme, speaker: Speaker) -> Iterator[Problem]:
    drawn: set[tuple[str, str]] = set()
    for page in pages:
        kind = page.template, page.subject.kind
        if page.template and page.language == speaker.language and kind not in drawn:
            drawn.add(kind)
            try:
                render(page, theme, speaker)
            except Stopped as stop:
                yield stop.problem
