"""suppose: what a journey's funnel would be with other shares: what closing each gap brings, and what a reader moves in the browser."""

from collections.abc import Iterable, Iterator

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.flow.brought import at_stake, brings, gaps_by_stage, in_short
from cjmgen.insight.flow.gap import Gap, Step, chain
from cjmgen.pages.parts.follows import Told, told
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Closing:
    """A step that misses its goal, by the id of the stage that people leave, with what closing its gap brings.

    `stake` says in full, and `short` in a few words, what the pains of that stage have to do with at most.
    """

    stage: str
    start: Said
    end: Said
    told: Told
    stake: Told
    short: Told


@dataclass(frozen=True, slots=True)
class Suppose:
    """What stands below the funnel: what closing each gap brings, if the journey is a current one.

    `piece` is the address of the script with the sliders, below the site's root; "" where the funnel does not go through.
    """

    gaps: tuple[Closing, ...]
    piece: str


@dataclass(frozen=True, slots=True)
class Rung:
    """A counted stage. `column` is the half column of the map that it begins with, from 1; it is two of them wide."""

    said: Said
    people: int
    column: int


@dataclass(frozen=True, slots=True)
class Slider:
    """A step: the share that goes on with its interval, and the goal. `column` lies between those of its stages."""

    start: Said
    end: Said
    share: float
    low: float | None
    high: float | None
    goal: float | None
    column: int


@dataclass(frozen=True, slots=True)
class SupposeView:
    """The funnel as sliders. `aim` is the rung, from 0, up to which people and money are told: the outcome, else the last.

    `value` is that of one conversion, None where nobody said; `period` is that of the counts, or "".
    """

    rungs: tuple[Rung, ...]
    sliders: tuple[Slider, ...]
    aim: int
    value: float | None
    currency: str
    period: str
    missed: bool
    """Whether a step misses its goal."""
    stages: int
    """How many stages the map has, counted ones and others."""


def suppose(edition: Edition, id: str) -> Suppose | None:
    """What the page of a journey says of its gaps; None where there are neither gaps nor sliders."""
    subject, card = Subject("suppose", id), edition.atlas.journeys[id]
    piece = edition.sitemap.path(subject, edition.language) if edition.sitemap.has(subject, edition.language) else ""
    found = tuple(_closing(edition, gap) for gap in gaps_by_stage(card, edition.atlas.settings.currency or "").values())
    return Suppose(found, piece) if found or piece else None


def _closing(edition: Edition, gap: Gap) -> Closing:
    start, end = gap.step.start, gap.step.end
    sentences = (told(edition, said) for said in (brings(gap), at_stake(gap), in_short(gap)))
    return Closing(start.id, edition.say(start.title), edition.say(end.title), *sentences)


def _view(edition: Edition, id: str) -> SupposeView:
    card = edition.atlas.journeys[id]
    steps, places = chain(card), {stage.id: at for at, stage in enumerate(card.stages)}
    stages = [stage for stage in card.stages if stage.people is not None]
    ids = [stage.id for stage in stages]
    value = card.value if card.outcome in ids else None
    return SupposeView(
        tuple(Rung(edition.say(stage.title), stage.people or 0, 2 * places[stage.id] + 1) for stage in stages),
        tuple(_slider(edition, step, places[step.start.id] + places[step.end.id] + 1) for step in steps),
        ids.index(card.outcome) if card.outcome in ids else len(ids) - 1,
        value.amount if value else None,
        (value.currency if value else "") or edition.atlas.settings.currency or "",
        value.period if value else "",
        any(step.goal is not None and step.share.value < step.goal <= 1 for step in steps),
        len(card.stages),
    )


def _slider(edition: Edition, step: Step, column: int) -> Slider:
    goal = step.goal if step.goal is not None and 0 <= step.goal <= 1 else None
    start, end, share = edition.say(step.start.title), edition.say(step.end.title), step.share
    return Slider(start, end, share.value, share.low, share.high, goal, column)


def _ids(atlas: Atlas) -> Iterable[str]:
    """Journeys whose funnel is shown and goes through."""
    hidden = any(lane.key == "funnel" and lane.hidden for lane in atlas.settings.lanes)
    return () if hidden else _supposable(atlas.journeys.values())


def _supposable(cards: Iterable[JourneyCard]) -> Iterator[str]:
    return (card.id for card in cards if chain(card))


SUPPOSE = Kind("suppose", "suppose.html", _ids, "journeys/{}/suppose.js".format, _view, listed=False)
