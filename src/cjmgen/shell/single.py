"""single: the page of changes as one file, drawn from the newer of two versions in the project's theme."""

from dataclasses import replace

from cjmgen import pipeline
from cjmgen.diff.news import News
from cjmgen.diff.unread import Side
from cjmgen.pages.changes.page import ChangesView, alone
from cjmgen.pages.plan import plan
from cjmgen.pages.site.sitemap import Subject
from cjmgen.render.alone import alone as as_file
from cjmgen.shell import bundled
from cjmgen.shell.memory import Memory

NAME = "since"
"""What the page is called where nobody sees it."""


def single(news: News, now: Side, memory: Memory) -> str:
    """The page in the first language. Templates of the project are left alone: the version may be a stranger's."""
    atlas = replace(now.atlas, news={NAME: news}, media={})
    theme = pipeline.dress(atlas, bundled.themes(memory.themes), now.files, safe=True, codes=memory.codes).value
    language = atlas.settings.languages[0]
    page = next(page for page in plan(atlas).pages if page.subject == Subject("changes", NAME) and page.language == language)

    def view() -> ChangesView:
        made = page.view()
        assert isinstance(made, ChangesView)
        return alone(made)

    return as_file(replace(page, view=view), theme, theme.speaker(language)).decode()
