"""uses: where a metric stands: journeys and their stages, opportunities that hope to move it, experiments that measure by it."""

import json
from collections.abc import Iterator, Mapping

from cjmgen.atlas.cards.card import JourneyCard, OpportunityCard
from cjmgen.atlas.cards.experiment import ExperimentCard, phase, tried
from cjmgen.memo.recall import Table
from cjmgen.model.amount import read_amount
from cjmgen.numbers.estimate import given
from cjmgen.pages.experiments.page import trial_link
from cjmgen.pages.home.page import ordered
from cjmgen.pages.metrics.apart import Apart, apart_of, places
from cjmgen.pages.parts.cells import journey_link, stage_link
from cjmgen.pages.parts.chances import opportunity_link, own
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Anchor
from cjmgen.value import dataclass

SHOWN = 12
"""Journeys that are told at once; the others on demand, up to `FOLDED`."""
FOLDED = 48


@dataclass(frozen=True, slots=True)
class Shown:
    """A journey that shows a metric in these stages. `funnel`: it counts all its stages; `costs`: it says what touchpoints cost."""

    journey: Anchor
    state: str
    status: str
    funnel: bool
    costs: bool
    stages: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Hoped:
    """An opportunity that hopes to move a metric `by` so much; None where nobody can read how much."""

    chance: Anchor
    journey: Anchor
    status: str
    by: Apart | None


@dataclass(frozen=True, slots=True)
class Tried:
    """An experiment that measures by a metric. `verdict` is "" without figures."""

    trial: Anchor
    journey: Anchor
    phase: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Uses:
    """Where a metric stands. `more` journeys are counted and not told."""

    shown: tuple[Shown, ...]
    folded: tuple[Shown, ...]
    more: int
    hoped: tuple[Hoped, ...]
    tried: tuple[Tried, ...]

    @property
    def any(self) -> bool:
        """Whether it stands anywhere."""
        return bool(self.shown or self.hoped or self.tried)


def users(edition: Edition) -> Table:
    """The journeys that name each metric, in the order of the home page."""
    found: dict[str, dict[str, None]] = {}
    journeys = edition.atlas.journeys
    for card in ordered(journeys):
        for id in (*(metric for _, metric in card.measures), *_paid(card), *_meant(card, journeys)):
            found.setdefault(id, {})[card.id] = None
    return {id: json.dumps(list(cards)) for id, cards in found.items()}


def _paid(card: JourneyCard) -> Iterator[str]:
    """The metrics that say what its touchpoints cost."""
    return (point.cost.metric for point in card.touchpoints if point.cost and point.cost.metric)


def _meant(card: JourneyCard, journeys: Mapping[str, JourneyCard]) -> Iterator[str]:
    """The metrics that its opportunities and experiments name."""
    for chance in own(card, journeys):
        if chance.expects:
            yield chance.expects[0]
        yield from (trial.metric for trial in chance.experiments if trial.metric)


def cards_of(edition: Edition, id: str) -> tuple[JourneyCard, ...]:
    """The journeys that name a metric."""
    entry = edition.entry(users, id)
    return tuple(edition.atlas.journeys[journey] for journey in json.loads(entry)) if isinstance(entry, str) else ()


def uses(edition: Edition, start: str, id: str) -> Uses:
    """Where a metric stands, seen from the page at the path `start`."""
    cards = cards_of(edition, id)
    showing = [card for card in cards if any(metric == id for _, metric in card.measures) or id in _paid(card)]
    shown = tuple(_shown(edition, start, id, card) for card in showing[: SHOWN + FOLDED])
    chances = [(card, chance) for card in cards for chance in own(card, edition.atlas.journeys)]
    return Uses(
        shown[:SHOWN], shown[SHOWN:], len(showing) - len(shown),
        tuple(_hoped(edition, start, *each) for each in chances if each[1].expects and each[1].expects[0] == id)[:FOLDED],
        tuple(_tried(edition, start, *each, trial) for each in chances for trial in each[1].experiments if trial.metric == id)[:FOLDED],
    )  # fmt: skip


def _shown(edition: Edition, start: str, id: str, card: JourneyCard) -> Shown:
    at = {stage for stage, metric in card.measures if metric == id}
    stages = tuple(stage_link(edition, start, card, stage) for stage in card.stages if stage.id in at)
    return Shown(journey_link(edition, start, card), card.state, card.status, "" in at, id in _paid(card), stages)


def _hoped(edition: Edition, start: str, card: JourneyCard, chance: OpportunityCard) -> Hoped:
    change = read_amount(chance.expects[1]) if chance.expects else None
    by = apart_of(given(change.value), change.kind, places(given(change.value), change.kind)) if change else None
    return Hoped(opportunity_link(edition, start, card, chance), journey_link(edition, start, card), chance.status, by)


def _tried(edition: Edition, start: str, card: JourneyCard, chance: OpportunityCard, trial: ExperimentCard) -> Tried:
    found = tried(trial, edition.atlas.metrics.get(trial.metric) if trial.metric else None)
    verdict = found.verdict.value if found and found.n else ""
    link = trial_link(edition, start, card, chance, trial)
    return Tried(link, journey_link(edition, start, card), phase(trial, edition.atlas.today), verdict)
