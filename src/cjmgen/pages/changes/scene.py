"""scene: changes being told: the edition that tells them, the page they are told on, and what things are called there."""

from collections.abc import Mapping
from functools import cached_property

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import Text
from cjmgen.diff.change import Place, Removed, Renamed
from cjmgen.diff.news import News
from cjmgen.pages.parts.spots import spots
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Said
from cjmgen.value import dataclass

LONG = 160
"""Letters of a name or a value that are shown."""

_PAGES = ("journey", "persona", "team", "channel", "comparison")
"""Kinds of entities that have pages of their own."""

_LETTERS = {"touchpoints": "t", "pains": "p", "opportunities": "o"}


def news_of(atlas: Atlas, name: str) -> News:
    """What changed, by the name of its page."""
    found = atlas.news[name]
    assert isinstance(found, News)
    return found


@dataclass(frozen=True)
class Scene:
    """What changed, the edition that tells it and the address it is told at."""

    edition: Edition
    news: News
    path: str
    journey: str = ""
    """The journey that is being told about."""
    later: Atlas | None = None
    """The later version, where that is not the maps as they are. Then nothing inside of these is linked: the page tells of two revisions,
    and stays the same whatever becomes of the maps."""

    @property
    def atlas(self) -> Atlas:
        """The later version."""
        return self.later or self.edition.atlas

    def say(self, text: Text | None, most: int = LONG) -> Said:
        """A text in the page's language, cut where it is longer than anybody reads in passing."""
        said = self.edition.say(text)
        return Said(cut(" ".join(said.text.split()), most), said.lang) if said else SILENCE

    def link(self, kind: str, id: str, text: Text | None, fragment: str = "") -> Anchor:
        """An entity by its title, with its page where it has one."""
        said, subject, sitemap = self.say(text or id), Subject(kind, id), self.edition.sitemap
        there = kind in _PAGES and sitemap.has(subject, self.edition.language)
        return Anchor(said, sitemap.link(self.path, subject, self.edition.language, fragment) if there else "")

    def named(self, kind: str, id: str) -> Said:
        """What something is called that goes by an id; the id where nobody knows."""
        found = self._titles.get(kind, {}).get(id) or self._own.get((kind, id.rpartition("/")[2])) or self._gone.get((kind, id))
        return self.say(found) if found else Said(cut(id, LONG))

    def heading(self, place: Place) -> Anchor:
        """An entity by its title; settings and the stage set have none."""
        if place.kind in ("settings", "stage"):
            return Anchor(SILENCE)
        return self.link(place.kind, place.id, place.title or place.id)

    def part(self, place: Place) -> str:
        """The address of something that stands in a journey now, in the page of that journey; "" where it has none."""
        steps = place.way
        if place.kind != "journey" or not steps or steps[0][0] != "stages":
            return ""
        if self.later:
            return ""
        (_, stage), inner = steps[0], steps[1:2]
        lane, key = inner[0] if inner else ("", "")
        spot = self._spots(place.id).get((lane, stage, key)) if lane in _LETTERS else f"s-{stage}"
        return self.link("journey", place.id, "", spot).href if spot and self._has_stage(place.id, stage) else ""

    def stage_spot(self, journey: str, stage: str) -> str:
        """The id of a stage in the page of its journey; "" where it has none by now."""
        return f"s-{stage}" if self._has_stage(journey, stage) else ""

    def _has_stage(self, journey: str, stage: str) -> bool:
        if self.later:
            return False
        card = self.edition.atlas.journeys.get(journey)
        return card is not None and any(each.id == stage for each in card.stages)

    def _spots(self, journey: str) -> Mapping[tuple[str, str, str], str]:
        """The ids that parts of a journey have in its page, by list, stage and key."""
        known, card = self._found, self.edition.atlas.journeys.get(journey)
        if journey not in known:
            parts = {
                "touchpoints": [(each.stage, each.id) for each in card.touchpoints] if card else [],
                "pains": [(each.stage, each.id) for each in card.claims if each.kind == "pain"] if card else [],
                "opportunities": [(each.stage, each.id) for each in card.opportunities] if card else [],
            }
            known[journey] = {(lane, *part): spot for lane, every in parts.items() for part, spot in spots(_LETTERS[lane], every).items()}
        return known[journey]

    @cached_property
    def _found(self) -> dict[str, Mapping[tuple[str, str, str], str]]:
        return {}

    @cached_property
    def _gone(self) -> Mapping[tuple[str, str], Text]:
        """The titles of entities that are gone, or went by another id."""
        olds = (told.change.old for told in self.news.changes.told if isinstance(told.change, Removed | Renamed) and not told.place.steps)
        return {(old.kind, old.id): old.title for old in olds if old.title}

    @cached_property
    def _own(self) -> Mapping[tuple[str, str], Text]:
        """The titles of the touchpoints and pains of the journey, those that are gone too, by list and id."""
        card = self.atlas.journeys.get(self.journey)
        places = (told.place.steps[-1] for told in self.news.changes.told if told.place.id == self.journey and told.place.steps)
        gone = {(step.lane, step.key): step.title for step in places if step.title}
        if card is None:
            return gone
        pains = {("pains", each.id): card.said(each).text for each in card.claims if each.kind == "pain"}
        return {**gone, **{("touchpoints", each.id): each.title for each in card.touchpoints}, **pains}

    @cached_property
    def _titles(self) -> Mapping[str, Mapping[str, Text | None]]:
        """The titles of everything that others refer to, by kind and id."""
        atlas = self.atlas
        people = {**{id: each.title for id, each in atlas.actors.items()}, **{id: each.title for id, each in atlas.personas.items()}}
        return {
            "team": {**people, **{id: each.title for id, each in atlas.teams.items()}},
            "persona": people,
            "channel": {id: each.title for id, each in atlas.channels.items()},
            "evidence": {id: each.title for id, each in atlas.evidence.items()},
            "metric": {id: each.title for id, each in atlas.metrics.items()},
            "stage": {id: each.title for id, each in atlas.phases.items()},
            "journey": {id: each.title for id, each in atlas.journeys.items()},
        }


def cut(text: str, most: int) -> str:
    """A text, shortened where it is too long."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
