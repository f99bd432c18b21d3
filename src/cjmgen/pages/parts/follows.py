"""follows: what follows from the maps as a page tells it: each insight with its address and its reasons, in the words of the theme."""

import json
from collections.abc import Iterable

from cjmgen.insight.flow.beside import ALONE, Beside, Best, Others, beside
from cjmgen.insight.insight import Insight, Number, Period, Sentence, Spot, Value
from cjmgen.insight.kinds import insights
from cjmgen.memo.recall import Entry, Table
from cjmgen.pages.parts.cells import journey_link, pain_link, stage_link, touchpoint_link
from cjmgen.pages.parts.proofs import evidence_link
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: the name of its phrase, and what fills it in by name: texts, figures and periods. The filter `told` says it."""

    phrase: str
    values: tuple[tuple[str, Said | Number | Period], ...]


@dataclass(frozen=True, slots=True)
class Because:
    """A step of why; `href` is "" where it leads nowhere."""

    told: Told
    href: str


@dataclass(frozen=True, slots=True)
class Follow:
    """An insight. `severity` is 1 … 4; `good` is what should be kept. `journey` is told where a page tells of several."""

    told: Told
    href: str
    severity: int
    good: bool
    journey: Anchor | None
    reasons: tuple[Because, ...]


def insights_of(edition: Edition, id: str) -> tuple[Insight, ...]:
    """What follows from a journey as it is today; a plan and a competitor are nobody's to mend."""
    if edition.atlas.journeys[id].state != "current":
        return ()
    return insights(edition.atlas, id, _read(edition.entry(others, id)))


def others(edition: Edition) -> Table:
    """Each counted journey beside the others, as far as that says anything: a page depends on what is said of its own journey."""
    found = beside(edition.atlas.journeys.values())
    return {id: _written(each) for id, each in found.items() if each != ALONE}


def _written(of: Beside) -> str:
    behind, best = [[each.end, each.journeys, each.k, each.n] for each in of.behind], of.best
    return json.dumps([behind, [best.spots, best.top, best.moments, best.journeys] if best else None])


def _read(text: Entry) -> Beside:
    if not isinstance(text, str):
        return ALONE
    behind, best = json.loads(text)
    among = Best(tuple((stage, id) for stage, id in best[0]), *best[1:]) if best else None
    return Beside(tuple(Others(*each) for each in behind), among)


def follows(edition: Edition, start: str, found: Iterable[Insight], home: str = "", journeys: bool = True) -> tuple[Follow, ...]:
    """Insights as the page at the path `start` tells them; on the page of `home`, a journey or what `home_of` names, its places are those
    of the page.

    `journeys` says whether each names its journey, on a page of several.
    """
    return tuple(_follow(edition, start, insight, home, journeys and not home) for insight in found)


def home_of(kind: str, id: str) -> str:
    """The name of a page that is of no journey; no id has a space."""
    return f"{kind} {id}"


def _follow(edition: Edition, start: str, insight: Insight, home: str, named: bool) -> Follow:
    card = edition.atlas.journeys.get(insight.spot.journey) if named else None
    return Follow(
        told(edition, insight.said),
        _address(edition, start, insight.spot, home),
        insight.severity,
        insight.good,
        journey_link(edition, start, card) if card else None,
        tuple(Because(told(edition, clue.said), _address(edition, start, clue.spot, home) if clue.spot else "") for clue in insight.why),
    )


def told(edition: Edition, said: Sentence) -> Told:
    """A sentence with its texts in the language of the page."""
    return Told(said.key, tuple((name, _value(edition, value)) for name, value in said.values))


def _value(edition: Edition, value: Value) -> Said | Number | Period:
    return value if isinstance(value, Number | Period) else edition.say(value)


def _address(edition: Edition, start: str, spot: Spot, home: str) -> str:
    """Where a place is shown; "" where it is not."""
    if spot.kind == "evidence":
        return evidence_link(edition, start, spot.id).href
    if spot.kind in ("persona", "channel"):
        return "" if home == home_of(spot.kind, spot.id) else edition.anchor(start, Subject(spot.kind, spot.id), "").href
    href = _inside(edition, start, spot) if spot.journey else ""
    return href[href.find("#") :] if spot.journey == home and "#" in href else "" if spot.journey == home else href


def _inside(edition: Edition, start: str, spot: Spot) -> str:
    """A place in a journey: the touchpoint or pain itself, else the column of its stage, else the journey."""
    card = edition.atlas.journeys.get(spot.journey)
    if card is None:
        return ""
    if spot.kind == "touchpoint":
        point = next((each for each in card.touchpoints if (each.stage, each.id) == (spot.stage, spot.id)), None)
        return touchpoint_link(edition, start, card, point).href if point else ""
    if spot.kind == "pain":
        pain = next((each for each in card.claims if (each.kind, each.stage, each.id) == ("pain", spot.stage, spot.id)), None)
        return pain_link(edition, start, card, pain).href if pain else ""
    stage = next((each for each in card.stages if each.id == spot.stage), None)
    return stage_link(edition, start, card, stage).href if stage else journey_link(edition, start, card).href
