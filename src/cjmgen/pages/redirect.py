"""redirect: an old address that leads to where the page is now."""

from dataclasses import dataclass

from cjmgen.pages.edition import Edition
from cjmgen.pages.frame import frame
from cjmgen.pages.sitemap import Subject
from cjmgen.pages.view import Anchor, Frame


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The page at the old address."""

    frame: Frame
    goal: Anchor


def redirect(edition: Edition, old: Subject, goal: Subject) -> RedirectView:
    """The page that leads from the old address of a subject to its new one."""
    journey = goal.kind == "journey"
    title = edition.atlas.journeys[goal.id].title if journey else edition.atlas.personas[goal.id].title
    start = edition.sitemap.path(old, edition.language)
    said = edition.say(title)
    return RedirectView(frame(edition, old, said, said, "home" if journey else "personas"), edition.anchor(start, goal, title))
