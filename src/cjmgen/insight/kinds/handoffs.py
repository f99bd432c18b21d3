"""handoffs: where one team's work becomes another's, and something is lost on the way."""

from collections.abc import Iterator
from itertools import pairwise

from cjmgen.atlas.cards.card import HandoffCard, StageCard
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, Sentence, Spot, counts, says


def broken(ground: Ground) -> Insights:
    """Handoffs that don't work, or only partly, with the worst pain of the stage that receives."""
    for at, handoff in enumerate(ground.card.handoffs):
        if handoff.works not in ("no", "partly"):
            continue
        spot = Spot(ground.card.id, handoff.stage or "", "handoff", str(at), handoff.what or "")
        why = (*([Clue(says("handoff.how", how=handoff.how))] if handoff.how else []), *_pains(ground, handoff))
        yield Insight("handoff", _said(ground, handoff), (spot,), 3 if handoff.works == "no" else 2, (), why)


def _said(ground: Ground, handoff: HandoffCard) -> Sentence:
    start, end = ground.team(handoff.start), ground.team(handoff.end)
    if handoff.what:
        return says(f"handoff.{handoff.works}", start=start, end=end, what=handoff.what)
    return says(f"handoff.{handoff.works}_bare", start=start, end=end)


def _pains(ground: Ground, handoff: HandoffCard) -> Iterator[Clue]:
    """The worst severe pain of the stage that receives."""
    pains = [each for each in ground.card.claims if each.kind == "pain" and each.stage == handoff.stage and each.severity > 2]
    for pain in sorted(pains, key=lambda pain: -pain.severity)[:1]:
        spot = ground.claim(pain)
        yield Clue(says(f"clue.pain.{pain.severity}", title=spot.title), spot)


def unseen(ground: Ground) -> Insights:
    """Neighbouring stages of two teams between which the map has no handoff, in one sentence."""
    changes = list(_changes(ground))
    told = {frozenset((handoff.start, handoff.end)) for handoff in ground.card.handoffs}
    bare = [(one, two) for one, two in changes if frozenset((one.owner or "", two.owner or "")) not in told]
    if not bare:
        return
    count, of = Number(len(bare), "count"), Number(len(changes), "count")
    clues = [
        Clue(
            says("handoff.change", start=ground.team(one.owner or ""), end=ground.team(two.owner or ""), stage=two.title), ground.at(two.id)
        )
        for one, two in bare
    ]
    said = counts("handoff.unseen", count, of)
    yield Insight("handoff", said, tuple(ground.at(two.id) for _, two in bare), 1, (("unseen", count), ("changes", of)), tuple(clues))


def _changes(ground: Ground) -> Iterator[tuple[StageCard, StageCard]]:
    for one, two in pairwise(ground.card.stages):
        if one.owner and two.owner and one.owner != two.owner:
            yield one, two
