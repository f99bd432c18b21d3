"""teams: what changed for whom, team by team: a line a change, that leads to its place in the map."""

from collections.abc import Container

from cjmgen.diff.change import Place, Updated
from cjmgen.diff.changes import Changes, Sign, Told
from cjmgen.diff.chapter import by_team
from cjmgen.pages.changes.counted import counted
from cjmgen.pages.changes.entry import Mark, called, mark, noun_of
from cjmgen.pages.changes.fact import Fact, facts, measured
from cjmgen.pages.changes.scene import Scene
from cjmgen.pages.changes.section import Counts, counts
from cjmgen.pages.changes.spots import name_in_page, spot_of
from cjmgen.pages.view import SILENCE, Anchor, Said
from cjmgen.value import dataclass

SHORT = ("none", "word", "emotion", "share", "number", "date", "severity")
"""Kinds of values that are short."""

LINES, FIRST = 240, 6
"""Lines of all teams together, and of each those that are seen before somebody unfolds the others."""


@dataclass(frozen=True, slots=True)
class Line:
    """A change: what was done to what, where, and where the page shows it."""

    mark: Mark
    sign: Sign
    noun: str
    anchor: Anchor
    field: str
    """The field that changed, "" where the whole thing did."""
    fact: Fact | None
    """Both its values, where they are short."""
    noise: str
    """Of a value that was measured, whether the change is more than noise: a word below `journey.measured.noise.`, else ""."""
    where: Said


@dataclass(frozen=True, slots=True)
class Team:
    """A team and its changes, worst first. One whose customers feel nothing of them is `quiet`."""

    anchor: Anchor
    """Without words for what nobody owns."""
    github: str
    counts: Counts
    quiet: bool
    lines: tuple[Line, ...]
    more: int
    """How many had no room."""


def teams(scene: Scene, changes: Changes, shown: Container[str]) -> tuple[Team, ...]:
    """The teams with changes, those of the worst news first; `shown` are the ids that the page has."""
    known = {ask.team: ask for ask in changes.asks}
    left, found = LINES, []
    for team, every in by_team(changes.told):
        ask, count = known.get(team), counts(every)
        quiet = not (count.breaking or count.worse or count.better)
        lines = () if quiet else tuple(line(scene, told, shown) for told in every[:left])
        left -= len(lines)
        anchor = scene.link("team", team, ask.title if ask else scene.named("team", team).text) if team else Anchor(SILENCE)
        found.append(Team(anchor, ask.github if ask else "", count, quiet, lines, 0 if quiet else len(every) - len(lines)))
    return tuple(found)


def line(scene: Scene, told: Told, shown: Container[str]) -> Line:
    """A change in a line."""
    place = told.place
    spot = next((spot for spot in (spot_of(place), *_around(place)) if spot in shown), "")
    part = told.change.part if isinstance(told.change, Updated) else None
    fact = next(facts(scene, noun_of(place), part), None) if part else None
    fact = measured(fact, counted(scene, told.measured)) if fact and told.measured else fact
    where = scene.heading(place).said if place.steps else SILENCE
    anchor = Anchor(called(scene, place, told.change), spot and f"#{spot}")
    elsewhere = told.measured is not None and told.measured.same is not None
    field, short = part.field if part else "", fact if _is_short(fact) and not elsewhere else None
    noise = str(told.measured.noise) if told.measured and field == "value" and not elsewhere else ""
    return Line(mark([told.change]), told.sign, noun_of(place), anchor, field, short, noise, where)


def _is_short(fact: Fact | None) -> bool:
    """Whether both values have room in a line."""
    return fact is not None and all(value is not None and value.kind in SHORT for value in (fact.old, fact.new))


def _around(place: Place) -> tuple[str, ...]:
    """The ids of what a thing stands in: its section, where the change itself is not shown."""
    return (f"j-{name_in_page(place.id)}", spot_of(Place(place.kind, place.id)) + "-all")
