"""columns: the steps that stand in the same columns on every page that sets journeys side by side."""

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.portfolio.axis import Axis, axis
from cjmgen.pages.site.edition import Edition
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
    places: Mapping[str, int]
    """The positions of the keys."""
    titles: tuple[Said, ...]

    def steps(self, card: JourneyCard) -> dict[str, int]:
        """The columns of a journey's stages, by their ids."""
        return {stage.id: self.places[self.axis.place(stage) or ""] for stage in card.stages}

    def split(self, steps: Mapping[str, int], parts: Iterable[S]) -> tuple[tuple[S, ...], ...]:
        """Parts of one journey, whose steps these are, column by column."""
        cells: list[list[S]] = [[] for _ in self.keys]
        for part in parts:
            cells[steps[part.stage]].append(part)
        return tuple(map(tuple, cells))


def columns(edition: Edition) -> Columns:
    """The steps of this project: the phases of its stage set, else the stages that its journeys share."""
    steps = axis(tuple(edition.atlas.journeys.values()), edition.atlas.phases)
    titles = tuple(edition.say(title) for title in steps.titles.values())
    keys = (*steps.titles, "")
    return Columns(steps, keys, {key: at for at, key in enumerate(keys)}, (*titles, SILENCE))
