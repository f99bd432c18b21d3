"""beside: what one journey looks like beside the other current ones: steps that keep fewer people than theirs, and its moments among all.

Each journey is looked at beside the others of the same people added up, and not beside the best of them: of many one is the best by
chance alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.flow.gap import Step, steps
from cjmgen.numbers.change.several import together
from cjmgen.numbers.change.step import step
from cjmgen.numbers.estimate import Noise
from cjmgen.numbers.share import Count
from cjmgen.value import dataclass

JOURNEYS, MOMENTS = 3, 20
"""Of fewer journeys or moments together there is no best tenth worth the name."""

WARM = 0.6
"""The best tenth of bad moments is none to keep."""

TIED = 2
"""Where scores are so alike that more than so many tenths share the best ones, none of them stands out."""


@dataclass(frozen=True, slots=True)
class Others:
    """A step in the other journeys: how many there are, and of `n` people at its start the `k` who go on, all added up."""

    end: str
    journeys: int
    k: int
    n: int


@dataclass(frozen=True, slots=True)
class Best:
    """The moments of a journey, as (stage, touchpoint), that are among the best `top` of all `moments` of `journeys`."""

    spots: tuple[tuple[str, str], ...]
    top: int
    moments: int
    journeys: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A journey beside the others: the steps that keep fewer than the same step of the others, by more than noise; and its best moments.

    `best` is None where all journeys together have too few moments for a best tenth.
    """

    behind: tuple[Others, ...] = ()
    best: Best | None = None


NONE = Best((), 0, 0, 0)
"""None of the best moments is in this journey."""

ALONE = Beside()
"""A journey that is looked at by itself."""


def beside(cards: Iterable[JourneyCard]) -> Mapping[str, Beside]:
    """Each counted journey beside the others, by id."""
    counted = [card for card in cards if card.counted]
    behind, best = _behind(counted), _best(counted)
    return {card.id: Beside(behind[card.id], best.get(card.id)) for card in counted}


def _best(cards: Sequence[JourneyCard]) -> Mapping[str, Best]:
    """The best tenth of all moments, journey by journey; a journey that has none of them says nothing of the others."""
    felt = {card.id: _felt(card) for card in cards}
    scores = sorted(score for moments in felt.values() for _, score in moments)
    journeys = sum(bool(moments) for moments in felt.values())
    if journeys < JOURNEYS or len(scores) < MOMENTS:
        return {}
    tenth = len(scores) // 10
    least = max(scores[-tenth], WARM)
    top = sum(score >= least for score in scores)
    if top > TIED * tenth:
        return dict.fromkeys(felt, NONE)
    mine = {id: tuple(at for at, score in moments if score >= least) for id, moments in felt.items()}
    return {id: Best(spots, top, len(scores), journeys) if spots else NONE for id, spots in mine.items()}


def _felt(card: JourneyCard) -> list[tuple[tuple[str, str], float]]:
    return [((point.stage, point.id), point.score) for point in card.touchpoints if point.score is not None]


_Way = tuple[str, str]
"""A step by its phases: only steps between phases of the project are the same in two journeys."""


def _behind(cards: Sequence[JourneyCard]) -> Mapping[str, tuple[Others, ...]]:
    """Others are journeys of the same people: those that share a persona."""
    groups: dict[frozenset[str], dict[_Way, tuple[int, int, int]]] = {}
    found = {card.id: [(_way(each), each) for each in steps(card) if all(_way(each))] for card in cards}
    for card in cards:
        group = groups.setdefault(frozenset(card.personas), {})
        for way, each in found[card.id]:
            group[way] = _added(group.get(way, (0, 0, 0)), (1, each.end.people or 0, each.entered))
    kin = {people: [each for other, each in groups.items() if people & other] for people in groups}
    return {card.id: tuple(_lower(found[card.id], kin[frozenset(card.personas)])) for card in cards}


def _added(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int, int]:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _lower(told: Sequence[tuple[_Way, Step]], kin: Sequence[Mapping[_Way, tuple[int, int, int]]]) -> Iterator[Others]:
    """The steps that keep fewer than the others; all steps of a journey are tested together."""
    rest = [_others(each, [group[way] for group in kin if way in group]) for way, each in told]
    mine = (Count(each.end.people or 0, each.entered) for _, each in told)
    tests = [step(Count(own.k, own.n), each) for own, each in zip(rest, mine, strict=True)]
    for own, found in zip(rest, together(tests), strict=True):
        if found and found.noise is Noise.BEYOND and found.apart.value < 0:
            yield own


def _others(each: Step, counts: Sequence[tuple[int, int, int]]) -> Others:
    """A step in all journeys but the one it is of, which is among them unless it has no persona."""
    own = (-1, -(each.end.people or 0), -each.entered) if counts else (0, 0, 0)
    journeys, k, n = (sum(part) for part in zip(own, *counts, strict=True))
    return Others(each.end.id, journeys, k, n)


def _way(each: Step) -> _Way:
    return each.start.phase or "", each.end.phase or ""
