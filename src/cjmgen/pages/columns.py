"""columns: the steps that stand in the same columns on every page that sets journeys side by side."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from cjmgen.atlas.card import JourneyCard
from cjmgen.insight.axis import Axis, axis
from cjmgen.pages.edition import Edition
from cjmgen.pages.view import SILENCE, Said
from cjmgen.value import dataclass


class Staged(Protocol):
    """Part of a journey that stands in one of its stages."""

    @property
    def stage(self) -> str: ...


S = TypeVar("S", bound=Staged)


@dataclass(frozen=True, slots=True)
class Columns:
    """Steps by key with their titles; the last one, without either, takes what has no place on any of them."""

    axis: Axis
    keys: tuple[str, ...]
    titles: tuple[Said, ...]

    def steps(self, card: JourneyCard) -> dict[str, int]:
        """The columns of a journey's stages, by their ids."""
        return {stage.id: self.keys.index(self.axis.place(stage) or "") for stage in card.stages}

    def split(self, card: JourneyCard, parts: Iterable[S]) -> tuple[tuple[S, ...], ...]:
        """Parts of one journey, column by column."""
        cells: list[list[S]] = [[] for _ in self.keys]
        steps = self.steps(card)
        for part in parts:
            cells[steps[part.stage]].append(part)
        return tuple(map(tuple, cells))


def columns(edition: Edition) -> Columns:
    """The steps of this project: the phases of its stage set, else the stages that its journeys share."""
    steps = axis(tuple(edition.atlas.journeys.values()), edition.atlas.phases)
    titles = tuple(edition.say(title) for title in steps.titles.values())
    return Columns(steps, (*steps.titles, ""), (*titles, SILENCE))
