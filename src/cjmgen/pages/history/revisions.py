"""revisions: all revisions that a history is told of, each with what changed in it, and any two of the newest laid side by side."""

from collections.abc import Sequence

from cjmgen.diff.history.pair import ANY, NAMED
from cjmgen.diff.history.tale import Revision
from cjmgen.pages.history.between import pair_of
from cjmgen.pages.history.page import Mark, mark
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.site.twin import Fields, twin
from cjmgen.pages.view import SILENCE, Frame, Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """A revision with the address of what changed in it; the first one that is looked at has none."""

    mark: Mark
    href: str


@dataclass(frozen=True, slots=True)
class Across:
    """A revision, and the addresses of what changed from it to each of the later ones; "" where that one is no later."""

    mark: Mark
    hrefs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RevisionsView:
    """All revisions, newest first. Of the newest, `columns` are those that some change leads to, `rows` those that it starts from."""

    frame: Frame
    site: Said
    lines: tuple[RevisionLine, ...]
    columns: tuple[Mark, ...]
    rows: tuple[Across, ...]


def revisions(edition: Edition, id: str = "") -> RevisionsView:
    """The page."""
    subject = Subject("revisions")
    path = edition.sitemap.path(subject, edition.language)
    every = known(edition)
    last = every[-ANY:]
    lines = (RevisionLine(mark(each), _way(edition, path, each.commit[:NAMED])) for each in reversed(every))
    rows = (Across(mark(old), tuple(_pair(edition, path, last, at, to) for to in range(1, len(last)))) for at, old in enumerate(last[:-1]))
    return RevisionsView(
        frame(edition, subject, SILENCE, SILENCE, "home"), edition.say(edition.atlas.settings.title),
        tuple(lines), tuple(mark(each) for each in last[1:]) if len(last) > 2 else (), tuple(rows) if len(last) > 2 else (),
    )  # fmt: skip


def known(edition: Edition) -> tuple[Revision, ...]:
    """The revisions, oldest first."""
    alone = [pair_of(edition.atlas, id) for id in edition.atlas.pairs if "-" not in id]
    return tuple(dict.fromkeys(each for pair in alone for each in (pair.old, pair.new)))


def _pair(edition: Edition, start: str, last: Sequence[Revision], at: int, to: int) -> str:
    new = last[to].commit[:NAMED]
    return _way(edition, start, new if to == at + 1 else f"{last[at].commit[:NAMED]}-{new}") if to > at else ""


def _way(edition: Edition, start: str, id: str) -> str:
    subject = Subject("between", id)
    return edition.sitemap.link(start, subject, edition.language) if edition.sitemap.has(subject, edition.language) else ""


REVISIONS = Kind("revisions", "revisions.html", lambda atlas: ("",) if atlas.pairs else (), lambda id: "history/index.html", revisions)


def data(edition: Edition, id: str) -> Fields:
    """The revisions, oldest first."""
    told = ((each.commit, each.name, each.who, each.day.isoformat() if each.day else None) for each in known(edition))
    return {"revisions": [dict(zip(("commit", "tag", "who", "day"), each, strict=True)) for each in told]}


REVISIONS_DATA = twin(REVISIONS, data)
