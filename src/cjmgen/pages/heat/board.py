"""board: what all pages of the heat map share: the steps, the cells, the means of the counted journeys, the ways between them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.portfolio.axis import Axis, axis
from cjmgen.insight.portfolio.heat import PROOFS, WARMTHS, Aim, Heat, aim_of, by_step, of_journey, of_journeys, of_stages, proof, warmth
from cjmgen.pages.home.page import HEATMAP, ordered
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

MOST_STEPS = 20
"""More columns nobody can compare; those that most journeys come through are kept."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. Figures are None where nothing stands behind them; shares are 0 … 1.

    `warmth` is -3 … 3, `worst` 0 … 4, `aim` says whether the conversion surely reaches its goal, or `met` of `goals` do.
    `proof` and `heft` are 0 … 4, of claims validated and by weight.
    """

    href: str
    score: float | None
    warmth: int | None
    pains: int | None
    worst: int
    evidence: float | None
    proof: int | None
    weight: float | None
    heft: int | None
    conversion: float | None
    goal: float | None
    aim: Aim
    met: int
    goals: int


@dataclass(frozen=True, slots=True)
class Way:
    """A way to other rows: `kind` is journey, persona, team or tag; a tag has its own name."""

    kind: str
    label: Said
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Board:
    """What stands around the rows."""

    columns: tuple[Said, ...]
    means: tuple[Cell | None, ...]
    """By column, of the counted journeys."""
    total: Cell | None
    """Of all their stages."""
    counted: int
    journeys: int
    lenses: tuple[str, ...]
    """What cells can be coloured by: emotion, pains, evidence, weight, conversion; those that something is known of."""
    left_out: int
    """Steps beyond the columns shown."""
    named: bool
    """Whether the columns are the phases of a stage set."""
    unplaced: int
    """How many of the journeys' `stages` have no place on any step."""
    stages: int
    stages_href: str
    """The page that lists these, or ""."""
    ways: tuple[Way, ...]
    warmths: tuple[float, ...] = WARMTHS
    proofs: tuple[float, ...] = PROOFS
    """Where the colours of emotion, and of evidence and its weight, change."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The journeys in their order, the steps, and the heat of every journey's stages."""

    cards: tuple[JourneyCard, ...]
    axis: Axis
    steps: tuple[str, ...]
    left_out: int
    stages: Mapping[str, tuple[Heat, ...]]
    """By journey."""

    @property
    def counted(self) -> tuple[JourneyCard, ...]:
        """The journeys that means count."""
        return tuple(card for card in self.cards if card.counted)

    def heats(self, card: JourneyCard) -> Mapping[str, Heat]:
        """A journey's heat by step."""
        return by_step(self.stages[card.id], self.axis)


def ground(edition: Edition) -> Ground:
    """The ground that all heat maps of an edition stand on."""
    cards = ordered(edition.atlas.journeys)
    found = axis(cards, edition.atlas.phases)
    steps = walked(cards, found)
    kept = set(sorted(steps, key=lambda step: -steps[step])[:MOST_STEPS])
    shown = tuple(step for step in steps if step in kept)
    return Ground(cards, found, shown, len(steps) - len(shown), {card.id: of_stages(card) for card in cards})


def walked(cards: Iterable[JourneyCard], found: Axis) -> Mapping[str, int]:
    """The steps that any journey comes through, in their order, with the number of journeys."""
    count = Counter(step for card in cards for step in {found.place(stage) for stage in card.stages})
    return {step: count[step] for step in found.titles if count[step]}


def has_heat(atlas: Atlas) -> bool:
    """Whether there is anything to lay side by side: two journeys on one axis."""
    cards = tuple(atlas.journeys.values())
    return len(cards) > 1 and bool(walked(cards, axis(cards, atlas.phases)))


def board(edition: Edition, start: str, current: str, ways: Sequence[tuple[str, str, Said]]) -> Board:
    """The board seen from the page at the path `start`; ways are (id, kind, label), "" for the journeys themselves."""
    found = edition.once(ground)
    stages = Subject("stages")
    return Board(
        columns=tuple(edition.say(found.axis.titles[step]) for step in found.steps),
        means=tuple(cell(edition, "", heat) for heat in edition.once(means)),
        total=cell(edition, "", edition.once(total)),
        counted=len(found.counted),
        journeys=len(found.cards),
        lenses=edition.once(lenses),
        left_out=found.left_out,
        named=found.axis.named,
        unplaced=found.axis.unplaced,
        stages=found.axis.stages,
        stages_href=edition.sitemap.link(start, stages, edition.language) if edition.sitemap.has(stages, edition.language) else "",
        ways=tuple(
            Way(kind, label, edition.sitemap.link(start, Subject("heatmap-by", id) if id else HEATMAP, edition.language), id == current)
            for id, kind, label in ways
        ),
    )


def cell(edition: Edition, start: str, heat: Heat | None) -> Cell | None:
    """A cell that leads to the stage where it is lowest, seen from the page at the path `start`; without one, only figures."""
    if heat is None:
        return None
    href = ""
    if start and heat.stage and heat.journey:
        href = edition.sitemap.link(start, Subject("journey", heat.journey.id), edition.language, f"s-{heat.stage.id}")
    share, weight = heat.coverage.share, heat.coverage.by_weight
    return Cell(
        href, heat.score, warmth(heat.score), heat.pains, heat.worst, share, proof(share), weight, proof(weight),
        heat.share, heat.goal, aim_of(heat), heat.met, heat.goals,
    )  # fmt: skip


def means(edition: Edition) -> tuple[Heat | None, ...]:
    """Of the counted journeys, every one once on each step."""
    found = edition.once(ground)
    return spread(found.steps, [found.heats(card) for card in found.counted])


def spread(steps: Iterable[str], walks: Sequence[Mapping[str, Heat]]) -> tuple[Heat | None, ...]:
    """The heat of several walks together, step by step; None where none of them comes."""
    here = ([walk[step] for walk in walks if step in walk] for step in steps)
    return tuple(of_journeys(heats) if heats else None for heats in here)


def total(edition: Edition) -> Heat | None:
    """All stages of the counted journeys together."""
    counted = edition.once(ground).counted
    return of_journeys([of_journey(card) for card in counted]) if counted else None


def lenses(edition: Edition) -> tuple[str, ...]:
    """What cells can be coloured by: those that something is known of."""
    heats = [heat for stages in edition.once(ground).stages.values() for heat in stages]
    known = {
        "emotion": any(heat.score is not None for heat in heats),
        "pains": any(heat.pains for heat in heats),
        "evidence": any(heat.coverage.total for heat in heats),
        "weight": any(heat.coverage.validated for heat in heats),
        "conversion": any(heat.share is not None for heat in heats),
    }
    return tuple(lens for lens in known if known[lens])
