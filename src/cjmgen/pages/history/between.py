"""between: what changed from one revision to another, told as changes since an earlier version are."""

from dataclasses import replace
from typing import cast

from cjmgen.atlas.atlas import Atlas
from cjmgen.diff.history.pair import Pair
from cjmgen.diff.history.tale import Revision
from cjmgen.diff.news import News
from cjmgen.pages.changes.page import ChangesView, told
from cjmgen.pages.changes.scene import Scene
from cjmgen.pages.history.page import SHORT
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, fell_back


def between(edition: Edition, id: str) -> ChangesView:
    """The page of a pair of revisions."""
    subject, pair = Subject("between", id), pair_of(edition.atlas, id)
    path = edition.sitemap.path(subject, edition.language)
    changes, later = pair.told
    news = News(_called(pair.old), changes, head=_called(pair.new))
    view = told(Scene(edition, news, path, later=later), news, frame(edition, subject, SILENCE, SILENCE, "home"))
    around = replace(view.frame, robots="noindex", fallback=fell_back(view))
    up = edition.sitemap.link(path, Subject("revisions"), edition.language)
    return replace(view, frame=around, up=up)


def pair_of(atlas: Atlas, id: str) -> Pair:
    """Two revisions by the name of their page."""
    return cast(Pair, atlas.pairs[id])


def _called(revision: Revision) -> str:
    return revision.name or revision.commit[:SHORT]


BETWEEN = Kind("between", "changes.html", lambda atlas: atlas.pairs, "history/{}/index.html".format, between, listed=False)
