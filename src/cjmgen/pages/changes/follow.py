"""follow: what follows from changes: other ranks, other leads; and who should look."""

from collections.abc import Iterator

from cjmgen.diff.changes import Changes
from cjmgen.diff.effect import Lead as Shifted
from cjmgen.diff.effect import RankShift, Tilt
from cjmgen.diff.headline import Headline, headlines
from cjmgen.diff.people import Ask, Reason
from cjmgen.numbers.digits import apart
from cjmgen.pages.changes.entry import called, noun_of
from cjmgen.pages.changes.scene import Scene
from cjmgen.pages.view import SILENCE, Anchor, Said
from cjmgen.value import dataclass

MOST, REASONS = 24, 3
"""Lines of each kind, and reasons of each team, that are shown."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads: a severe pain that is new, a stage, step or conversion that moved. `old` and `new` are scores or shares."""

    kind: str
    good: bool
    journey: Said
    start: Said
    """Of a step, the stage it leads from; `part` is the one it leads to."""
    part: Said
    severity: str
    eased: bool
    old: float | None
    new: float | None
    by: float
    digits: int | None
    """Decimals of shares, as they are told at the change itself."""


@dataclass(frozen=True, slots=True)
class Rank:
    """An opportunity with its rank before and after, None where it was or is not among them; of so many."""

    anchor: Anchor
    journey: Said
    old: int | None
    new: int | None
    of: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """How far somebody in a comparison is ahead of the first, before and after."""

    said: Said
    old: float | None
    new: float | None


@dataclass(frozen=True, slots=True)
class Contest:
    """A comparison that tells otherwise now; without words where nobody wrote it."""

    anchor: Anchor
    aheads: tuple[Ahead, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a team should look: it `owns` something that changed, or something of its own `refers` to it."""

    why: str
    noun: str
    said: Said


@dataclass(frozen=True, slots=True)
class Asked:
    """A team that should look, with its handle."""

    anchor: Anchor
    github: str
    reasons: tuple[Why, ...]
    more: int


def leads(scene: Scene, changes: Changes) -> tuple[Lead, ...]:
    """What leads, the worst first."""
    return tuple(_lead(scene, each) for each in headlines(changes))


def _lead(scene: Scene, each: Headline) -> Lead:
    start, part = (scene.say(place.called) if place else SILENCE for place in (each.start, each.part))
    journey = scene.say(each.journey.title)
    shares = (each.old, each.new) if each.kind in ("step", "conversion") else ()
    digits = apart([share for share in shares if share is not None], "share", goal=each.goal) if shares else None
    return Lead(each.kind, each.news > 0, journey, start, part, each.severity, each.eased, each.old, each.new, each.by, digits)


def ranks(scene: Scene, changes: Changes) -> tuple[Rank, ...]:
    """The opportunities with another rank."""
    return tuple(_rank(scene, each) for each in changes.ranks[:MOST])


def _rank(scene: Scene, each: RankShift) -> Rank:
    card = scene.atlas.journeys.get(each.journey)
    anchor = scene.link("journey", each.journey, each.chance.title, scene.stage_spot(each.journey, each.chance.stage))
    return Rank(anchor, scene.say(card.title if card else each.journey), each.old, each.new, each.of)


def contests(scene: Scene, changes: Changes) -> tuple[Contest, ...]:
    """The comparisons in which somebody's lead changed."""
    return tuple(_contest(scene, each) for each in changes.tilts[:MOST])


def _contest(scene: Scene, tilt: Tilt) -> Contest:
    anchor = scene.link("comparison", tilt.id, tilt.title) if tilt.title else Anchor(SILENCE, scene.link("comparison", tilt.id, "").href)
    return Contest(anchor, tuple(_ahead(scene, lead) for lead in tilt.leads))


def _ahead(scene: Scene, lead: Shifted) -> Ahead:
    return Ahead(scene.say(lead.called), lead.old, lead.new)


def asked(scene: Scene, changes: Changes) -> tuple[Asked, ...]:
    """Who should look."""
    return tuple(_asked(scene, each) for each in changes.asks[:MOST])


def _asked(scene: Scene, ask: Ask) -> Asked:
    whys = tuple(_whys(scene, ask.reasons[:REASONS]))
    return Asked(scene.link("team", ask.team, ask.title), ask.github, whys, len(ask.reasons) - len(whys))


def _whys(scene: Scene, reasons: tuple[Reason, ...]) -> Iterator[Why]:
    for reason in reasons:
        yield Why(reason.why, noun_of(reason.of), called(scene, reason.of))
