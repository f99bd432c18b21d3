"""pinned: the touchpoints of a journey by the references that pains, gains and quotes make to them."""

from collections.abc import Mapping

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, TouchpointCard


def pinned(card: JourneyCard) -> Mapping[str, TouchpointCard]:
    """Touchpoints by `stage/touchpoint` and by their own id, which a sound journey uses only where it is the only one."""
    full = {f"{point.stage}/{point.id}": point for point in card.touchpoints}
    return {**{point.id: point for point in card.touchpoints}, **full}


def at(claim: ClaimCard, points: Mapping[str, TouchpointCard]) -> TouchpointCard | None:
    """The touchpoint of a claim; None where it is about its stage as a whole."""
    return points.get(claim.touchpoint or "")
