"""contradictions: what a map says in one place and denies in another."""

from collections.abc import Iterator

from cjmgen.atlas.cards.card import ClaimCard
from cjmgen.insight.flow.gap import steps
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Clue, Insight, Insights, Number, says
from cjmgen.insight.pinned import at, pinned
from cjmgen.insight.ranking import CLOSED
from cjmgen.numbers.change.target import Standing

DELIGHT, FAILS = 0.6, -0.6
"""From here on a stage delights, or fails: the second step of warmth in the heat map."""

SEVERE = 3


def delight_where_people_leave(ground: Ground) -> Insights:
    """The step furthest below its goal begins in a stage that delights."""
    worst = min((gap for gap in ground.gaps if gap.is_sure), key=lambda gap: gap.step.share.value / gap.goal, default=None)
    if worst and worst.step.start.score is not None and worst.step.start.score >= DELIGHT:
        score, share = Number(worst.step.start.score, "score"), Number.of(worst.step.share, "share")
        goal = Number.goal(worst.goal)
        said = says("contradiction.delight", stage=worst.step.start.title, score=score, share=share, goal=goal)
        yield Insight("contradiction", said, (ground.at(worst.step.start.id),), 3, (("score", score), ("share", share), ("goal", goal)))


def delight_where_most_leave(ground: Ground) -> Insights:
    """Where no step has a goal: the step that loses the largest share begins in a stage that delights."""
    found = steps(ground.card)
    if len(found) < 2 or any(step.goal is not None for step in found):
        return
    worst = min(found, key=lambda step: step.share.value)
    if worst.start.score is not None and worst.start.score >= DELIGHT:
        score, left = Number(worst.start.score, "score"), Number.of(worst.share.rest(), "share")
        said = says("contradiction.delight_most", stage=worst.start.title, score=score, share=left)
        yield Insight("contradiction", said, (ground.at(worst.start.id),), 2, (("score", score), ("left", left)))


def goal_met_and_fails(ground: Ground) -> Insights:
    """A step surely reaches its goal and leads into a stage that feels bad."""
    for step in steps(ground.card):
        if step.goal is not None and step.standing is Standing.MET and step.end.score is not None and step.end.score <= FAILS:
            share, goal, score = Number.of(step.share, "share"), Number.goal(step.goal), Number(step.end.score, "score")
            said = says("contradiction.met", stage=step.end.title, share=share, goal=goal, score=score)
            yield Insight("contradiction", said, (ground.at(step.end.id),), 3, (("share", share), ("goal", goal), ("score", score)))


def severe_and_silent(ground: Ground) -> Insights:
    """Severe pains that are validated, and in nobody's words."""
    quotes = [claim for claim in ground.card.claims if claim.kind == "quote"]
    for pain in _pains(ground):
        if pain.severity >= SEVERE and pain.confidence == "validated" and not any(_about(quote, pain) for quote in quotes):
            spot = ground.claim(pain)
            said = says("contradiction.silent", title=spot.title)
            yield Insight("contradiction", said, (spot,), 1, (), tuple(_leans(ground, pain)))


def _about(quote: ClaimCard, pain: ClaimCard) -> bool:
    """Whether a quote may speak of a pain: of the same touchpoint, or of the stage as a whole."""
    return quote.stage == pain.stage and (not pain.touchpoint or not quote.touchpoint or quote.touchpoint == pain.touchpoint)


def _leans(ground: Ground, pain: ClaimCard) -> Iterator[Clue]:
    return (clue for clue in ground.pain(pain) if clue.spot and clue.spot.kind == "evidence")


def severe_and_open(ground: Ground) -> Insights:
    """Severe pains that no opportunity eases, or only ideas that nobody works on."""
    for pain in _pains(ground):
        eases = [each for each in ground.card.opportunities if (pain.stage, pain.id) in each.pains and each.status != "dropped"]
        if pain.severity < SEVERE or any(each.status != "idea" for each in eases):
            continue
        key = "contradiction.only_ideas" if eases else "contradiction.unanswered"
        spot = ground.claim(pain)
        why = tuple(ground.pain(pain))[1:]
        yield Insight("contradiction", says(f"{key}.{pain.severity}", title=spot.title), (spot,), 4 if pain.severity == 4 else 3, (), why)


def done_and_still_there(ground: Ground) -> Insights:
    """Opportunities that are done while the pains they ease are still on the map."""
    for chance in ground.card.opportunities:
        for pain in _pains(ground) if chance.status == "done" else ():
            if (pain.stage, pain.id) in chance.pains:
                here = ground.at(chance.stage, "opportunity", chance.id, chance.title)
                there = ground.claim(pain)
                said = says("contradiction.done", title=chance.title, pain=there.title)
                yield Insight("contradiction", said, (here, there), 2, (), tuple(_felt(ground, pain)))


def _felt(ground: Ground, pain: ClaimCard) -> Iterator[Clue]:
    """How the touchpoint of a pain feels."""
    point = at(pain, pinned(ground.card))
    if point and point.score is not None:
        spot = ground.at(point.stage, "touchpoint", point.id, point.title)
        yield Clue(says("clue.felt", place=point.title, score=Number(point.score, "score")), spot)


def overdue(ground: Ground) -> Insights:
    """Opportunities whose day has passed."""
    for chance in ground.card.opportunities:
        if chance.due and chance.status not in CLOSED and ground.atlas.today > chance.due:
            said = says(f"contradiction.overdue.{chance.status}", title=chance.title)
            yield Insight("contradiction", said, (ground.at(chance.stage, "opportunity", chance.id, chance.title),), 2)


def _pains(ground: Ground) -> Iterator[ClaimCard]:
    return (claim for claim in ground.card.claims if claim.kind == "pain")
