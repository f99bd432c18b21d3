"""conftest: tells a journey from a dict, without files."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.gather import journey_card, persona_card
from cjmgen.atlas.scene import Scene
from cjmgen.model.builtin import BUILTIN_CHANNELS
from cjmgen.model.directory import Team
from cjmgen.model.evidence import Evidence
from cjmgen.model.journey import Journey
from cjmgen.model.metric import Metric
from cjmgen.model.persona import Persona
from cjmgen.model.settings import Settings
from cjmgen.pages.journey.page import JourneyView, journey_view
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Sitemap, Subject

TODAY = datetime.date(2026, 11, 12)

EVIDENCE = {
    "interviews": {"title": "14 interviews", "kind": "interview", "n": 14, "date": "2026-09-30", "valid_for": "12 months"},
    "old": {"title": "An old survey", "kind": "survey", "date": "2020-01-01", "valid_for": "1 year"},
    "report": {"title": "A report", "kind": "desk"},
}
METRICS = {"nps": {"title": "NPS", "value": 46, "target": 40, "series": [38, 42, 46]}, "visits": {"title": "Visits", "value": 400}}
PERSONAS = {"anna": {"title": "Anna", "role": "buyer", "empathy": {"says": ["Show me"]}}, "maxim": {"title": "Maxim"}}
TEAMS = {"shop": {"title": {"en": "The shop", "ru": "Магазин"}}, "service": {"title": "Service"}}


def edition(journeys: Mapping[str, Mapping[str, Any]], language: str = "en", settings: Mapping[str, Any] | None = None) -> Edition:
    """An edition of these journeys beside two personas, three pieces of evidence, two metrics and two teams."""
    told = {id: Journey.model_validate(data) for id, data in journeys.items()}
    people = {id: Persona.model_validate(data) for id, data in PERSONAS.items()}
    evidence = {id: Evidence.model_validate(data) for id, data in EVIDENCE.items()}
    metrics = {id: Metric.model_validate({"id": id, **data}) for id, data in METRICS.items()}
    scene = Scene(Settings.model_validate({"languages": ["en", "ru"], **(settings or {})}), TODAY, evidence=evidence, metrics=metrics)
    atlas = Atlas(
        settings=scene.settings,
        today=TODAY,
        journeys={id: journey_card(id, f"maps/journeys/{id}.yml", journey, scene) for id, journey in told.items()},
        personas={id: persona_card(id, f"maps/personas/{id}.yml", each, None) for id, each in people.items()},
        evidence=evidence,
        metrics=metrics,
        comparisons={},
        files={},
        teams={id: Team.model_validate(data) for id, data in TEAMS.items()},
        channels=BUILTIN_CHANNELS,
        actors={},
        phases={},
        media={},
        journey=told.__getitem__,
        persona=people.__getitem__,
    )
    addresses = {
        (subject, lang): ("" if lang == "en" else f"{lang}/") + path
        for lang in ("en", "ru")
        for subject, path in (
            (Subject("home"), "index.html"),
            *((Subject("journey", id), f"journeys/{id}/index.html") for id in told),
            *((Subject("persona", id), f"personas/{id}/index.html") for id in people),
        )
    }
    return Edition(atlas, Sitemap(addresses), language)


@pytest.fixture
def tell() -> Callable[..., JourneyView]:
    """Tell a journey with these stages; the language and the project's settings may be chosen."""

    def tell(stages: list[Any], language: str = "en", settings: Mapping[str, Any] | None = None, **fields: Any) -> JourneyView:
        data = {"title": "Buying", "stages": stages, **fields}
        others = {"detail": {"title": "In detail", "stages": ["One"]}}
        return journey_view(edition({"buying": data, **others}, language, settings), "buying")

    return tell
