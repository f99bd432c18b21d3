"""feedback: how far the loop with customers is closed: asked, heard, acted, told; and what they said that nobody answers."""

from collections.abc import Iterable, Sequence

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, OpportunityCard, Text
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Sentence, Spot, counts, says
from cjmgen.insight.pinned import at, pinned

LOOP = ("asked", "heard", "acted", "told")

UNTRUE = ("insight.feedback.asked_used", "insight.feedback.heard_done", "insight.feedback.acted_anywhere")
"""What a status says that the maps deny."""


def loop(ground: Ground) -> Insights:
    """Evidence that the journey leans on and whose people have not been told what came of it, each with what is next."""
    used = dict.fromkeys([id for claim in ground.card.claims for id, _ in claim.evidence] + [id for id, _ in ground.card.leans])
    noted = {id: ground.atlas.evidence[id] for id in used if id in ground.atlas.evidence and ground.atlas.evidence[id].status}
    left = {id: each for id, each in noted.items() if each.status != "told"}
    if not left:
        return
    count, of = Number(len(left), "count"), Number(len(noted), "count")
    spots = {id: Spot(kind="evidence", id=id, title=each.title) for id, each in left.items()}
    why = tuple(Clue(following(id, each.status or "", each.title, [ground.card]), spots[id]) for id, each in left.items())
    severity = 2 if any(clue.said.key in UNTRUE for clue in why) else 1
    places = (*spots.values(), ground.whole())
    yield Insight("feedback", counts("feedback.open", count, of), places, severity, (("open", count), ("noted", of)), why)  # type: ignore[arg-type]


def following(id: str, status: str, title: Text, cards: Iterable[JourneyCard], where: str = "here") -> Sentence:
    """What is next for the people of a piece of evidence, by what these journeys make of it; and where its status can't be true, that.

    What one journey lacks may be done in another: only of all journeys, `anywhere`, it follows that nothing came of it.
    """
    claims = [(card, claim) for card in cards for claim in card.claims if any(id == each for each, _ in claim.evidence)]
    if status == "asked":
        count = Number(len(claims), "count")
        return says("feedback.asked_used", title=title, n=count) if claims else says("feedback.asked", title=title)
    pains = [eased_by(card, claim) for card, claim in claims if claim.kind == "pain"]
    done = next((chance for chances in pains for chance in chances if chance.status == "done"), None)
    return _acted(title, bool(pains), done, where) if status == "acted" else _heard(title, pains, done, where)


def _heard(title: Text, pains: Sequence[Sequence[OpportunityCard]], done: OpportunityCard | None, where: str) -> Sentence:
    idle = [chances for chances in pains if all(chance.status == "idea" for chance in chances)]
    if idle:
        return counts("feedback.heard_open", Number(len(idle), "count"), Number(len(pains), "count"), title=title)
    if done:
        return says("feedback.heard_done", title=title, chance=done.title)
    return says("feedback.heard_worked" if pains else f"feedback.heard_{where}", title=title)


def _acted(title: Text, pains: bool, done: OpportunityCard | None, where: str) -> Sentence:
    if done:
        return says("feedback.acted_done", title=title, chance=done.title)
    return says(f"feedback.acted_{where}" if pains else "feedback.acted", title=title)


def eased_by(card: JourneyCard, pain: ClaimCard) -> tuple[OpportunityCard, ...]:
    """The opportunities that ease a pain, but for those that were dropped."""
    return tuple(each for each in card.opportunities if (pain.stage, pain.id) in each.pains and each.status != "dropped")


def unanswered(ground: Ground) -> Insights:
    """Quotes that no pain, gain or opportunity takes up, in one sentence."""
    bare = unanswered_in(ground.card)
    quotes = [claim for claim in ground.card.claims if claim.kind == "quote"]
    if bare:
        count, of = Number(len(bare), "count"), Number(len(quotes), "count")
        spots = tuple(ground.claim(quote) for quote in bare)
        why = tuple(Clue(says("clue.quote", words=spot.title), spot) for spot in spots)
        yield Insight("feedback", counts("feedback.unanswered", count, of), spots, 2, (("unanswered", count), ("quotes", of)), why)


def unanswered_in(card: JourneyCard) -> Sequence[ClaimCard]:
    """The quotes of a journey for which its stage has nothing: no pain, gain or opportunity, or none of the quote's touchpoint."""
    found, points = [], pinned(card)
    for quote in card.claims:
        if quote.kind != "quote":
            continue
        near = [each for each in card.claims if each.kind != "quote" and each.stage == quote.stage]
        about = [each for each in near if not at(quote, points) or not at(each, points) or at(each, points) == at(quote, points)]
        if not about and not any(chance.stage == quote.stage and chance.status != "dropped" for chance in card.opportunities):
            found.append(quote)
    return found
