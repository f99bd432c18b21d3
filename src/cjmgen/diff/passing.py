"""passing: how many people go on from stage to stage of a journey before and after, and whether that differs by more than noise."""

from collections.abc import Mapping
from dataclasses import replace

from cjmgen.atlas.cards.card import JourneyCard, StageCard, Text
from cjmgen.diff.meaning import Meaning
from cjmgen.diff.sure import Sure
from cjmgen.insight.flow.gap import steps
from cjmgen.numbers.change.step import Step, step
from cjmgen.numbers.estimate import Noise
from cjmgen.numbers.share import Count
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Passing:
    """From a stage to one after it, the share of people who go on, before and after, of so many; whether that is more than noise.

    A change that may be noise is neither better nor worse, and nor is what becomes of a competitor's customers.
    """

    start: tuple[str, Text]
    """The stage's id and title."""
    end: tuple[str, Text]
    share: tuple[float, float]
    n: tuple[int, int]
    noise: Noise
    goal: float | None = None
    ours: bool = True
    test: Step | None = None
    """The test by itself; of several that are looked at together `noise` has the answer."""

    def judged(self, sure: Sure) -> "Passing":
        """With what its test says beside all others."""
        return replace(self, noise=sure.of(self.test))

    @property
    def moved(self) -> bool:
        """Whether the share is another one."""
        return self.share[0] != self.share[1]

    @property
    def meaning(self) -> Meaning:
        """What it means for the customer."""
        if not self.ours or self.noise is not Noise.BEYOND:
            return "neutral"
        return "better" if self.share[1] > self.share[0] else "worse"


def passed(old: JourneyCard | None, new: JourneyCard | None, names: Mapping[str, str]) -> tuple[Passing, ...]:
    """The steps that both versions count, and count otherwise; `names` are those of stages that go by another id now."""
    if old is None or new is None:
        return ()
    before = {(names.get(each.start.id, each.start.id), names.get(each.end.id, each.end.id)): each for each in steps(old)}
    pairs = ((before.get((each.start.id, each.end.id)), each) for each in steps(new))
    return tuple(
        _passed(new, one.entered, one.end.people or 0, other.start, other.end, other.goal)
        for one, other in pairs
        if one and (one.entered, one.end.people) != (other.entered, other.end.people)
    )


def whole(old: JourneyCard | None, new: JourneyCard | None) -> Passing | None:
    """The conversion: all the way from the first counted stage to the outcome; None where a side has none, or more people at the end."""
    before, after = (_ends(card) if card else None for card in (old, new))
    if not new or not before or not after:
        return None
    (first, last), (start, end) = before, after
    return _passed(new, first.people or 0, last.people or 0, start, end, new.target)


def _ends(card: JourneyCard) -> tuple[StageCard, StageCard] | None:
    start = next((stage for stage in card.stages if stage.people is not None), None)
    end = next((stage for stage in card.stages if stage.id == card.outcome), None)
    known = card.conversion is not None and card.conversion <= 1 and start and end and end.people is not None
    return (start, end) if known and start and end else None


def _passed(card: JourneyCard, entered: int, came: int, start: StageCard, end: StageCard, goal: float | None) -> Passing:
    counts = Count(came, entered), Count(end.people or 0, start.people or 0)
    shares = counts[0].part, counts[1].part
    return Passing(
        (start.id, start.title), (end.id, end.title), shares, (entered, counts[1].n), Noise.UNKNOWN, goal, card.state != "competitor",
        step(*counts),
    )  # fmt: skip
