"""page: all experiments of all journeys: what runs, what came of those that ended, what is planned."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard, OpportunityCard
from cjmgen.atlas.cards.experiment import ExperimentCard, phase, tried
from cjmgen.insight.ground import Ground
from cjmgen.insight.insight import Insight
from cjmgen.insight.kinds import ranked
from cjmgen.insight.kinds.trials import of_trials
from cjmgen.memo.recall import Table
from cjmgen.pages.experiments.trials import TrialView, trial_view
from cjmgen.pages.parts.cells import journey_link
from cjmgen.pages.parts.chances import opportunity_link, own
from cjmgen.pages.parts.follows import Follow, follows
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.filters import Filter, by_title, by_word, several, titles
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.listing import Bar, Listing, Row
from cjmgen.pages.site.pager import MOST, Pager, number_of, pager, part_ids, part_of, part_path
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

PHASES = ("running", "ended", "planned")
VERDICTS = ("better", "worse", "no-gain", "unclear", "running", "unbalanced", "none")
FOREMOST = 6
"""Insights that the ledger leads with; its data has all."""
DECISIONS = ("ship", "stop", "continue", "none")


@dataclass(frozen=True, slots=True)
class Tried:
    """An experiment with the opportunity and the journey it stands in; `verdict` is "none" without figures."""

    journey: JourneyCard
    chance: OpportunityCard
    card: ExperimentCard
    spot: str
    phase: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the ledger."""

    spot: str
    trial: TrialView
    journey: Anchor
    chance: Anchor
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExperimentsView:
    """The page of all experiments, or a later part of it."""

    frame: Frame
    site: Said
    total: int
    running: int
    ended: int
    planned: int
    bar: Bar
    entries: tuple[Entry, ...]
    follows: tuple[Follow, ...]
    """What is to be decided, or was decided against the figures: the first of it, on the first part alone."""
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a part alone, for a script."""

    entries: tuple[Entry, ...]


def experiments(edition: Edition, id: str = "") -> ExperimentsView:
    """A part of the ledger."""
    number = number_of(id)
    subject, every = part_of("experiments", number), edition.once(ledger)
    path = edition.sitemap.path(subject, edition.language)
    entries = tuple(_entry(edition, path, each) for each in LISTING.part(edition, number))
    running, ended, planned = (sum(each.phase == phase for each in every) for phase in PHASES)
    return ExperimentsView(
        frame(edition, subject, SILENCE, SILENCE, "experiments", fallback=fell_back(entries)), edition.say(edition.atlas.settings.title),
        len(every), running, ended, planned, LISTING.bar(edition, number, edition.once(_filters)), entries,
        follows(edition, path, edition.once(insights_of_trials)[:FOREMOST]) if number == 1 else (),
        pager(edition, path, "experiments", number, len(part_ids(len(every)))),
    )  # fmt: skip


def insights_of_trials(edition: Edition) -> tuple[Insight, ...]:
    """What follows from the experiments of all current journeys, the heaviest first."""
    atlas = edition.atlas
    cards = [card for card in atlas.journeys.values() if card.state == "current"]
    found = [insight for card in cards for insight in of_trials(Ground(atlas, card))]
    return ranked(found, atlas.settings.currency or "")


def ledger(edition: Edition) -> tuple[Tried, ...]:
    """All experiments: those that run, those that ended, those that are planned; in each the newest first."""
    found = sorted(_found(edition), key=attrgetter("spot"))
    found.sort(key=lambda each: str(each.card.ended or each.card.started or ""), reverse=True)
    return tuple(sorted(found, key=lambda each: PHASES.index(each.phase)))


def _found(edition: Edition) -> Iterator[Tried]:
    atlas, taken = edition.atlas, set[str]()
    for journey in atlas.journeys.values():
        for chance in own(journey, atlas.journeys):
            for card in chance.experiments:
                spot = plain = f"x-{journey.id}--{chance.stage}-{chance.id}-{card.id}"
                number = 1
                while spot in taken:
                    number += 1
                    spot = f"{plain}-{number}"
                taken.add(spot)
                said = tried(card, atlas.metrics.get(card.metric) if card.metric else None)
                yield Tried(journey, chance, card, spot, phase(card, atlas.today), said.verdict.value if said and said.n else "none")


def spots(edition: Edition) -> Table:
    """The part of the ledger that each stands in, from 1, and the id of its entry, by journey, stage, opportunity and its own id."""
    every = edition.once(ledger)
    return {_key(each.journey, each.chance, each.card): [at // MOST + 1, each.spot] for at, each in enumerate(every)}


def _key(journey: JourneyCard, chance: OpportunityCard, card: ExperimentCard) -> str:
    return f"{journey.id}\n{chance.stage}\n{chance.id}\n{card.id}"


def trial_link(edition: Edition, start: str, journey: JourneyCard, chance: OpportunityCard, card: ExperimentCard) -> Anchor:
    """An experiment by its title, with its entry in the ledger."""
    match edition.entry(spots, _key(journey, chance, card)):
        case [int(part), str(spot)]:
            return edition.anchor(start, part_of("experiments", part), card.title, spot)
    return Anchor(edition.say(card.title))


def count(atlas: Atlas) -> int:
    """How many there are."""
    return sum(len(chance.experiments) for card in atlas.journeys.values() for chance in own(card, atlas.journeys))


def _entry(edition: Edition, start: str, each: Tried) -> Entry:
    return Entry(
        each.spot, trial_view(edition, each.card), journey_link(edition, start, each.journey),
        opportunity_link(edition, start, each.journey, each.chance), _keys(edition, each),
    )  # fmt: skip


def _keys(edition: Edition, each: Tried) -> tuple[str, ...]:
    owner = each.chance.owner
    team = [f"team:{owner}"] if owner in edition.atlas.teams else []
    return (f"phase:{each.phase}", f"verdict:{each.verdict}", f"decision:{each.card.decision or 'none'}", *team)


def _filters(edition: Edition) -> tuple[Filter, ...]:
    every = edition.once(ledger)
    return several(
        by_word("phase", "phase", (each.phase for each in every), PHASES),
        by_word("verdict", "verdict", (each.verdict for each in every), VERDICTS),
        by_word("decision", "decision", (each.card.decision or "none" for each in every), DECISIONS),
        by_title(edition, "team", (each.chance.owner for each in every), titles(edition.atlas.teams)),
    )


def _row(edition: Edition, each: Tried) -> Row:
    """What can be found of one: its title, its opportunity's and its journey's."""
    said = map(edition.say, (each.card.title, each.chance.title, each.journey.title))
    return Row(" ".join(text.text for text in said if text), _keys(edition, each), each.spot)


def _part(edition: Edition, path: str, every: Sequence[Tried]) -> Entries:
    return Entries(tuple(_entry(edition, path, each) for each in every))


def _ids(atlas: Atlas) -> tuple[str, ...]:
    return part_ids(count(atlas)) if count(atlas) else ()


LISTING = Listing("experiments", "experiments_part.html", count, ledger, _row, _part)
EXPERIMENTS = Kind("experiments", "experiments.html", _ids, lambda id: part_path("experiments", id), experiments)
