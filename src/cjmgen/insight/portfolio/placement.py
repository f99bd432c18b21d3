"""placement: which stages of which journeys stand in each phase of the stage set, and which stand in none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cjmgen.atlas.cards.card import JourneyCard, StageCard
from cjmgen.insight.portfolio.feel import feel

Standing = tuple[JourneyCard, StageCard]


@dataclass(slots=True)
class Loose:
    """A stage that has no phase, in all journeys that have one of this id; and the phases around it in the first of them."""

    standings: list[Standing] = field(default_factory=list)
    after: str | None = None
    before: str | None = None


def placed(cards: Iterable[JourneyCard], phases: Mapping[str, object]) -> dict[str, list[Standing]]:
    """The stages that stand in each phase: counted journeys first, the lowest first."""
    found: dict[str, list[Standing]] = {id: [] for id in phases}
    for card in cards:
        for stage in card.stages:
            if stage.phase in found:
                found[stage.phase].append((card, stage))
    for standings in found.values():
        standings.sort(key=_weight)
    return found


def _weight(standing: Standing) -> tuple[bool, float]:
    card, stage = standing
    return not card.counted, 9.0 if stage.score is None else stage.score


def walks(standings: Iterable[Standing]) -> list[float | None]:
    """How each counted journey feels in a phase, by the mean of the stages that it has there."""
    scores: dict[str, list[float | None]] = {}
    for card, stage in standings:
        if card.counted:
            scores.setdefault(card.id, []).append(stage.score)
    return [found.mean if (found := feel(each)) else None for each in scores.values()]


def loose(cards: Iterable[JourneyCard], phases: Mapping[str, object]) -> dict[str, Loose]:
    """The stages that stand in no phase, by their ids: those of most journeys first."""
    found: dict[str, Loose] = {}
    for card in cards:
        for at, stage in enumerate(card.stages):
            if stage.phase in phases:
                continue
            known = found.get(stage.id)
            if known is None:
                before = next((each.phase for each in card.stages[at + 1 :] if each.phase in phases), None)
                after = next((each.phase for each in reversed(card.stages[:at]) if each.phase in phases), None)
                known = found[stage.id] = Loose([], after, before)
            known.standings.append((card, stage))
    return dict(sorted(found.items(), key=lambda item: (-len(item[1].standings), item[0])))
