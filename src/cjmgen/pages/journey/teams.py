"""teams: who owns which stages, and what teams hand to one another on the borders between them."""

from itertools import groupby

from cjmgen.atlas.cards.score import stage_owner
from cjmgen.model.journey import Handoff
from cjmgen.pages.journey.scene import Scene
from cjmgen.pages.view import Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class TeamBar:
    """A team over `span` neighbouring stages; without words where nobody owns them."""

    id: str
    said: Said
    span: int


@dataclass(frozen=True, slots=True)
class Handover:
    """What one team hands to the next. `works` is yes, partly, no or ""; `named` where the owner lane doesn't show both ends."""

    start: Said
    end: Said
    what: Said
    works: str
    how: Said
    named: bool = False


@dataclass(frozen=True, slots=True)
class Border:
    """The handoffs at the beginning of the stage with this index, counted from 0; None where no stage was found for them."""

    stage: int | None
    handovers: tuple[Handover, ...]


@dataclass(frozen=True, slots=True)
class Teams:
    """The owner lane, empty where nobody owns anything, and the handoffs below it."""

    bars: tuple[TeamBar, ...]
    borders: tuple[Border, ...]
    passing: Said
    """The project's own name for the handoffs."""


def teams(scene: Scene) -> Teams | None:
    """Owners by stage, neighbours of one team merged; None where nobody owns anything and nothing is handed over."""
    journey = scene.journey
    owners = [stage_owner(stage, journey) or "" for stage in journey.stages]
    owned = any(owners) and "teams" not in scene.hidden
    handoffs = () if "handoffs" in scene.hidden else journey.handoffs
    if not owned and not handoffs:
        return None
    bars = tuple(TeamBar(id, scene.team(id), len(tuple(same))) for id, same in groupby(owners)) if owned else ()
    passing = scene.listed.get("handoffs")
    return Teams(bars, _borders(scene, owners, handoffs, owned), scene.say(passing.title if passing else None))


def _borders(scene: Scene, owners: list[str], handoffs: tuple[Handoff, ...], owned: bool) -> tuple[Border, ...]:
    """Handoffs by the stage that receives, in the order of stages; those that fit nowhere come last."""
    found: dict[int | None, list[Handover]] = {}
    for handoff in handoffs:
        at = _stage_of(scene, handoff, owners)
        shown = owned and at is not None and at > 0 and (owners[at - 1], owners[at]) == (handoff.from_, handoff.to)
        found.setdefault(at, []).append(_handover(scene, handoff, not shown))
    order = sorted(found, key=lambda at: len(owners) if at is None else at)
    return tuple(Border(at, tuple(found[at])) for at in order)


def _stage_of(scene: Scene, handoff: Handoff, owners: list[str]) -> int | None:
    """The stage that receives: as written, else the first border between the two teams."""
    keys = [stage.key for stage in scene.journey.stages]
    if handoff.at in keys:
        return keys.index(handoff.at)
    pair = (handoff.from_, handoff.to)
    return next((at for at in range(1, len(owners)) if (owners[at - 1], owners[at]) == pair), None)


def _handover(scene: Scene, handoff: Handoff, named: bool) -> Handover:
    return Handover(
        scene.team(handoff.from_), scene.team(handoff.to), scene.say(handoff.what), handoff.works or "", scene.say(handoff.how), named
    )
