"""axis: by what the journeys of a portfolio are compared: the phases of the stage set, or the stages they share."""

from collections.abc import Mapping, Sequence

from cjmgen.atlas.cards.card import JourneyCard, StageCard, Text
from cjmgen.model.directory import SetStage
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """The steps that stages are put on, in order, by id with their titles."""

    titles: Mapping[str, Text]
    named: bool
    """Whether the steps are the phases of a stage set; otherwise they are the stages themselves, told by their ids."""
    unplaced: int
    """How many of the journeys' `stages` have no place on any step."""
    stages: int

    def place(self, stage: StageCard) -> str | None:
        """The step that a stage stands on."""
        step = stage.phase if self.named else stage.id
        return step if step in self.titles else None

    @property
    def sparse(self) -> bool:
        """Whether most stages have no place: then the steps do not speak for the journeys."""
        return 2 * self.unplaced > self.stages

    def scores(self, card: JourneyCard) -> dict[str, float]:
        """A journey's mean score on each step that it comes through."""
        found: dict[str, list[float]] = {}
        for stage in card.stages:
            step = self.place(stage)
            if step is not None and stage.score is not None:
                found.setdefault(step, []).append(stage.score)
        return {step: sum(scores) / len(scores) for step, scores in found.items()}


def axis(cards: Sequence[JourneyCard], phases: Mapping[str, SetStage]) -> Axis:
    """The axis of these journeys: one alone keeps its own stages; without a stage set, several go by the ids they share."""
    if len(cards) == 1:
        titles: dict[str, Text] = {stage.id: stage.title for stage in cards[0].stages}
    else:
        titles = {id: phase.title for id, phase in phases.items()} or _shared(cards)
    named = bool(phases) and len(cards) != 1
    steps = [stage.phase if named else stage.id for card in cards for stage in card.stages]
    return Axis(titles, named, sum(step not in titles for step in steps), len(steps))


def _shared(cards: Sequence[JourneyCard]) -> dict[str, Text]:
    """The stages that come in two journeys or more, in the order in which they come on average."""
    titles: dict[str, Text] = {}
    ways: dict[str, list[float]] = {}
    for card in cards:
        for at, stage in enumerate(card.stages):
            titles.setdefault(stage.id, stage.title)
            ways.setdefault(stage.id, []).append((at + 0.5) / len(card.stages))
    shared = sorted((sum(found) / len(found), at, id) for at, (id, found) in enumerate(ways.items()) if len(found) > 1)
    return {id: titles[id] for _, _, id in shared}
