"""compared: whether the people and segments of a comparison take part in its journey; known once all journeys are."""

from collections.abc import Mapping

from cjmgen.atlas.cards.card import PersonaCard
from cjmgen.atlas.cards.cast import cast, in_segment, segments
from cjmgen.atlas.kept.shelf import Shelf
from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.mistakes.suggest import did_you_mean, listed, nearest
from cjmgen.model.comparison import Comparison
from cjmgen.model.journey import Journey


def who_is_compared(comparison: Comparison, journeys: Shelf[Journey], cards: Mapping[str, PersonaCard], language: str) -> Findings:
    """People and segments that the journey doesn't have."""
    if not comparison.journey or comparison.journey not in journeys:
        return
    journey = journeys.get(comparison.journey)
    people = cast(journey)
    for at, who in enumerate(comparison.who):
        if who not in people:
            message = f"'{who}' does not take part in '{comparison.journey}'"
            hint = did_you_mean(nearest(who, people), f"it tells of {listed(people, 'and')}" if people else "name its personas first")
            yield Finding("unknown-actor", message, ("who", at), hint, data=(who,))
    known = segments(journey.personas, cards, language)
    for at, segment in enumerate(comparison.segments):
        if not in_segment(segment, journey.personas, cards):
            advice = f"they are of {listed(known, 'and')}" if known else "give its personas a `segment`"
            hint = did_you_mean(nearest(segment, known), advice)
            message = f"no persona of '{comparison.journey}' is of the segment '{segment}'"
            yield Finding("unknown-segment", message, ("segments", at), hint, data=(segment,))
