"""journey_teams: who owns which stages, and what teams hand to one another on the borders between them."""

from dataclasses import dataclass

from cjmgen.pages.view import Said


@dataclass(frozen=True, slots=True)
class TeamBar:
    """A team over `span` neighbouring stages; without words where nobody owns them."""

    id: str
    said: Said
    span: int


@dataclass(frozen=True, slots=True)
class Handover:
    """What one team hands to the next. `works` is yes, partly, no or ""."""

    start: Said
    end: Said
    what: Said
    works: str
    how: Said


@dataclass(frozen=True, slots=True)
class Border:
    """The handoffs at the beginning of the stage with this index, counted from 0; None where no stage was found for them."""

    stage: int | None
    handovers: tuple[Handover, ...]


@dataclass(frozen=True, slots=True)
class Teams:
    """The owner lane and the handoffs below it."""

    bars: tuple[TeamBar, ...]
    borders: tuple[Border, ...]
