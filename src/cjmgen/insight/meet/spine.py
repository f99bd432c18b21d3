"""spine: the columns of a comparison: stages that correspond, side by side, with every figure and its difference to the first."""

from collections.abc import Iterator, Sequence

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard, Text
from cjmgen.insight.meet.align import Row
from cjmgen.insight.meet.contest import Contest
from cjmgen.insight.meet.meeting import meet, touchpoints
from cjmgen.insight.meet.side import Side, Stance, Touch, merged
from cjmgen.model.amount import half_up
from cjmgen.numbers.digits import apart, shown
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """A touchpoint of a column: what it is at each subject, None where there is none."""

    members: tuple[Touch | None, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the stage of each subject, None where it has none. `id` is unique in the comparison, `title` what heads it."""

    id: str
    title: Text
    stances: tuple[Stance | None, ...]
    contacts: tuple[Contact, ...]
    by: str
    """Why they stand together: mapping, id, phase, title, likeness; or alone."""

    @property
    def shared(self) -> bool:
        """Whether two subjects or more have this stage."""
        return sum(stance is not None for stance in self.stances) > 1


@dataclass(frozen=True, slots=True)
class Spine:
    """The columns of a comparison, in order."""

    sides: tuple[Side, ...]
    columns: tuple[Column, ...]

    @property
    def shares(self) -> bool:
        """Whether the subjects have any stage in common."""
        return any(column.shared for column in self.columns)


def spine(contest: Contest, sides: tuple[Side, ...], atlas: Atlas) -> Spine:
    """Lay the stages of all subjects side by side. A column whose people are all absent is none."""
    cards = tuple(atlas.journeys[side.contender.journey] for side in sides)
    columns: list[Column] = []
    taken: dict[str, int] = {}
    for row in meet(cards, contest.given):
        found = tuple(_stance(side, places) for side, places in zip(sides, row.members, strict=True))
        first = next((stance for stance in found if stance), None)
        if first:
            written = contest.align[row.given] if row.given is not None else None
            id = written.key if written else first.id
            taken[id] = taken.get(id, 0) + 1
            unique = id if taken[id] == 1 else f"{id}-{taken[id]}"
            columns.append(Column(unique, written.title if written else first.title, found, tuple(_contacts(found, cards, row)), row.by))
    return Spine(sides, tuple(columns))


def _stance(side: Side, places: Sequence[int]) -> Stance | None:
    """The stage of a subject; people who meet and feel nothing in a stage of their journey are not there."""
    people = tuple(stage.people for stage in side.stages)
    found = merged(tuple(side.stages[at] for at in places), people, places)
    return found if found and not (side.contender.who and found.silent) else None


def _contacts(stances: Sequence[Stance | None], cards: Sequence[JourneyCard], row: Row) -> Iterator[Contact]:
    """The touchpoints of a column, those that correspond as one; people see only those that are about them."""
    own = [{(touch.stage, touch.id): touch for touch in (stance.touches if stance else ())} for stance in stances]
    every = [
        [(point.stage, point.id) for at in members for point in card.touchpoints if point.stage == card.stages[at].id]
        for card, members in zip(cards, row.members, strict=True)
    ]
    for met in touchpoints(cards, row):
        found = tuple(own[at].get(every[at][places[0]]) if places else None for at, places in enumerate(met.members))
        if any(found):
            yield Contact(found)


def drift(first: float | None, other: float | None, digits: int = 1) -> float | None:
    """The difference between two figures as they are shown; None where one is missing."""
    return None if first is None or other is None else half_up(half_up(other, digits) - half_up(first, digits), digits)


def points(first: float | None, other: float | None, *beside: float, goal: float | None = None) -> float | None:
    """The difference between two shares in percentage points, as they are shown, others and a goal `beside` them."""
    if first is None or other is None:
        return None
    digits = apart((first, other, *beside), "share", goal=goal)
    return half_up(shown(other, "share", digits) - shown(first, "share", digits), max(1, digits or 0))
