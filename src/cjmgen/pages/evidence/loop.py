"""loop: how far the loop with customers is closed over the portfolio, and what they said that nobody answers."""

from collections import Counter

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard
from cjmgen.insight.insight import Sentence
from cjmgen.insight.kinds.feedback import LOOP, UNTRUE, following, unanswered_in
from cjmgen.insight.portfolio.pulse import counted
from cjmgen.pages.parts.cells import journey_link, stage_link
from cjmgen.pages.parts.follows import Told, told
from cjmgen.pages.parts.proofs import all_leanings, evidence_link
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass

SHOWN, FOLDED = 4, 26
"""Quotes, and pieces with what is next, that are shown at once, and on demand; all others are counted."""


@dataclass(frozen=True, slots=True)
class Next:
    """What is next for a piece of evidence; `untrue` is a status that the maps deny."""

    told: Told
    href: str
    untrue: bool


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A quote that no pain, gain or opportunity takes up, with the stage it was said of."""

    words: Said
    stage: Anchor
    journey: Anchor


@dataclass(frozen=True, slots=True)
class Loop:
    """How many pieces of evidence stand at each step, how many at none, what is next, and the quotes that nobody answers."""

    steps: tuple[tuple[str, int], ...]
    unnoted: int
    next: tuple[Next, ...]
    next_folded: tuple[Next, ...]
    next_more: int
    """How many more there are that are not told."""
    bare: int
    """Quotes that nobody answers, of `quotes`."""
    quotes: int
    unanswered: tuple[Unanswered, ...]
    folded: tuple[Unanswered, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Heard:
    """The quotes of the counted journeys, and those that nobody answers, each with its journey."""

    quotes: int
    bare: tuple[tuple[JourneyCard, ClaimCard], ...]


def heard(edition: Edition) -> Heard:
    """What customers said."""
    live = counted(edition.atlas.journeys.values())
    quotes = sum(claim.kind == "quote" for card in live for claim in card.claims)
    return Heard(quotes, tuple((card, quote) for card in live for quote in unanswered_in(card)))


def noted(edition: Edition) -> Counter[str]:
    """How many pieces of evidence stand at each step; "" is none."""
    return Counter[str](each.status or "" for each in edition.atlas.evidence.values())


def nexts(edition: Edition) -> tuple[tuple[str, Sentence], ...]:
    """What is next for each piece whose people have not been told, by what all current journeys make of it; what can't be true first."""
    atlas = edition.atlas
    current = {card.id: card for card in atlas.journeys.values() if card.state == "current"}
    found = []
    for id, leaning in edition.once(all_leanings).items():
        piece = atlas.evidence[id]
        if piece.status and piece.status != "told":
            cards = [current[each] for each in leaning.claims if each in current]
            found.append((id, following(id, piece.status, piece.title, cards, "anywhere")))
    return tuple(sorted(found, key=lambda each: each[1].key not in UNTRUE))


def loop(edition: Edition, start: str) -> Loop | None:
    """The loop as the page at the path `start` shows it; None where no piece has a step and nobody was quoted."""
    said = edition.once(heard)
    steps = edition.once(noted)
    if not said.quotes and not any(steps[step] for step in LOOP):
        return None
    after = tuple(_next(edition, start, id, sentence) for id, sentence in edition.once(nexts))
    bare = tuple(_unanswered(edition, start, *each) for each in said.bare[: SHOWN + FOLDED])
    return Loop(
        tuple((step, steps[step]) for step in LOOP),
        steps[""],
        after[:SHOWN],
        after[SHOWN : SHOWN + FOLDED],
        max(len(after) - SHOWN - FOLDED, 0),
        len(said.bare),
        said.quotes,
        bare[:SHOWN],
        bare[SHOWN:],
        len(said.bare) - len(bare),
    )


def _next(edition: Edition, start: str, id: str, said: Sentence) -> Next:
    return Next(told(edition, said), evidence_link(edition, start, id).href, said.key in UNTRUE)


def _unanswered(edition: Edition, start: str, card: JourneyCard, quote: ClaimCard) -> Unanswered:
    stage = next(each for each in card.stages if each.id == quote.stage)
    return Unanswered(edition.say(card.said(quote).text), stage_link(edition, start, card, stage), journey_link(edition, start, card))
