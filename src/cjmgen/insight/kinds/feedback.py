"""feedback: how far the loop with customers is closed: asked, heard, acted, told; and what they said that nobody answers."""

from collections.abc import Sequence

from cjmgen.atlas.card import ClaimCard, JourneyCard
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Spot, says

LOOP = ("asked", "heard", "acted", "told")


def loop(ground: Ground) -> Insights:
    """Evidence that the journey leans on and whose people have not been told what came of it."""
    used = dict.fromkeys([id for claim in ground.card.claims for id, _ in claim.evidence] + [id for id, _ in ground.card.leans])
    known = [(id, ground.atlas.evidence[id]) for id in used if id in ground.atlas.evidence]
    noted = [(id, each) for id, each in known if each.status]
    left = [(id, each) for id, each in noted if each.status != "told"]
    if not left:
        return
    count, of = Number(len(left), "count"), Number(len(noted), "count")
    why = tuple(
        Clue(says(f"feedback.{each.status}", title=each.title), Spot(kind="evidence", id=id, title=each.title)) for id, each in left
    )
    spots = tuple(clue.spot for clue in why if clue.spot)
    yield Insight("feedback", says("feedback.open", n=count, of=of), (*spots, ground.whole()), 1, (("open", count), ("noted", of)), why)


def unanswered(ground: Ground) -> Insights:
    """Quotes that no pain, gain or opportunity takes up, in one sentence."""
    bare = unanswered_in(ground.card)
    quotes = [claim for claim in ground.card.claims if claim.kind == "quote"]
    if bare:
        count, of = Number(len(bare), "count"), Number(len(quotes), "count")
        spots = tuple(ground.at(quote.stage, "quote", quote.id, quote.title) for quote in bare)
        why = tuple(Clue(says("clue.quote", words=quote.title), spot) for quote, spot in zip(bare, spots, strict=True))
        yield Insight("feedback", says("feedback.unanswered", n=count, of=of), spots, 2, (("unanswered", count), ("quotes", of)), why)


def unanswered_in(card: JourneyCard) -> Sequence[ClaimCard]:
    """The quotes of a journey for which its stage has nothing: no pain, gain or opportunity, or none of the quote's touchpoint."""
    found = []
    for quote in card.claims:
        if quote.kind != "quote":
            continue
        near = [each for each in card.claims if each.kind != "quote" and each.stage == quote.stage]
        about = [each for each in near if not quote.touchpoint or not each.touchpoint or each.touchpoint == quote.touchpoint]
        if not about and not any(chance.stage == quote.stage for chance in card.opportunities):
            found.append(quote)
    return found
