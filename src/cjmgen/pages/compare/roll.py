"""roll: the names of all journeys, loaded when a reader looks for some to compare."""

from cjmgen.model.comparison import LEAST
from cjmgen.pages.home.page import ordered
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.kind import Kind
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Roll:
    """The journeys as (id, title, its language where it is another, whose it is, state)."""

    journeys: tuple[tuple[str, str, str, str, str], ...]


def roll(edition: Edition, id: str = "") -> Roll:
    """All journeys, as the home page orders them."""
    personas = edition.atlas.personas
    found = []
    for card in ordered(edition.atlas.journeys):
        title = edition.say(card.title)
        who = edition.say(personas[card.personas[0]].title) if card.personas and card.personas[0] in personas else edition.say("")
        found.append((card.id, title.text, title.lang, who.text, card.state))
    return Roll(tuple(found))


ROLL = Kind("roll", "", lambda atlas: ("",) if len(atlas.journeys) >= LEAST else (), lambda id: "compare/journeys.js", roll, listed=False)
