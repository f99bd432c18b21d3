"""family: the last changes of all metrics of a journey, tested together, so that of twenty metrics one doesn't look changed by chance."""

from collections.abc import Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.numbers.change.several import together
from cjmgen.numbers.change.step import Step
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """By metric the newest period beside the one before, each p raised for the others; `tested` says how many have one."""

    steps: Mapping[str, Step]
    tested: int


def family(atlas: Atlas, card: JourneyCard) -> Family:
    """The family of a journey: whoever asks about one metric gets the same answer as for all. What is not whole changed nothing yet."""
    ids = dict.fromkeys(id for stage, id in card.measures if stage)
    every = [(id, atlas.measured[id]) for id in ids if id in atlas.measured]
    raised = together([each.change if each.is_whole else None for _, each in every])
    steps = {id: step for (id, _), step in zip(every, raised, strict=True) if step}
    return Family(steps, sum(step.signal is not None for step in steps.values()))
