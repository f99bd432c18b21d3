"""redirect: an old address that leads to where the page is now."""

import re
from collections.abc import Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard, PersonaCard, Text
from cjmgen.model.metric import Metric
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Frame
from cjmgen.value import dataclass

_ADDRESS = re.compile(r"[a-z0-9-]{1,100}(?:/[a-z0-9-]{1,100})*")
"""What can have been the address of a page. An id may have dots, and one like `a/read.html` would stand where a file is."""


@dataclass(frozen=True, slots=True)
class RedirectView:
    """The page at the old address."""

    frame: Frame
    goal: Anchor


def redirect(edition: Edition, id: str) -> RedirectView:
    """The page that leads from an old address to the new one."""
    old, goal = Subject("redirect", id), edition.once(_moved_in)[id]
    title, section = _told(edition, goal)
    start = edition.sitemap.path(old, edition.language)
    said = edition.say(title)
    around = frame(edition, old, said, said, section, stands_for=goal)
    return RedirectView(around, edition.anchor(start, goal, title))


def _told(edition: Edition, goal: Subject) -> tuple[Text, str]:
    """What a page is called now, and the section it stands in."""
    match goal.kind:
        case "journey":
            return edition.atlas.journeys[goal.id].title, "home"
        case "persona":
            return edition.atlas.personas[goal.id].title, "personas"
    return edition.atlas.metrics[goal.id].title or goal.id.replace("-", " "), "metrics"


def _moved_in(edition: Edition) -> Mapping[str, Subject]:
    return moved(edition.atlas)


def moved(atlas: Atlas) -> Mapping[str, Subject]:
    """Old addresses with the subjects that stand elsewhere now; none where something new has taken the place."""
    found: dict[str, Subject] = {}
    kinds: tuple[tuple[str, str, Mapping[str, JourneyCard | PersonaCard | Metric]], ...]
    kinds = ("journey", "journeys", atlas.journeys), ("persona", "personas", atlas.personas), ("metric", "metrics", atlas.metrics)
    for kind, folder, cards in kinds:
        for id, card in cards.items():
            for old in card.was:
                if old not in cards and _ADDRESS.fullmatch(old):
                    found.setdefault(f"{folder}/{old}", Subject(kind, id))
    return found


REDIRECT = Kind("redirect", "redirect.html", moved, "{}/index.html".format, redirect, listed=False)
