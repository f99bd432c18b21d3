"""data: a journey for machines: the map in the form of the vocabulary, and what is computed from it."""

from cjmgen.atlas import score
from cjmgen.atlas.atlas import Atlas
from cjmgen.model.amount import half_up
from cjmgen.pages.edition import Edition
from cjmgen.pages.kind import Kind

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

VERSION = 1
"""Goes up when something in the file changes its meaning, not when something is added."""


def data(atlas: Atlas, id: str) -> dict[str, Json]:
    """The `index.json` of a journey; the same in every language of the site, for it holds them all."""
    journey = atlas.journey(id)
    entity: Json = journey.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    return {"version": VERSION, "id": id, "kind": "journey", "journey": entity, "computed": _computed(atlas, id)}


def _computed(atlas: Atlas, id: str) -> dict[str, Json]:
    """What the pages show of it; rounded to three decimals, null where nothing stands behind a figure."""
    card, journey = atlas.journeys[id], atlas.journey(id)
    claims: dict[str, Json] = {"validated": card.coverage.validated, "reasoned": card.coverage.reasoned, "assumed": card.coverage.assumed}
    pains: dict[str, Json] = dict(zip(("low", "medium", "high", "critical"), card.pains, strict=True))
    people = score.entries(journey, atlas.metrics)
    return {
        "counted": card.counted,
        "score": _rounded(card.score),
        "conversion": _rounded(card.conversion),
        "evidence": _rounded(card.coverage.share),
        "claims": claims,
        "pains": {**pains, "unrated": card.unrated},
        "review": score.review_step(journey.reviewed, atlas.settings.review_every, atlas.today),
        "stages": [
            {"id": stage.id, "phase": stage.phase, "score": _rounded(stage.score), "people": count, "owner": stage.owner}
            for stage, count in zip(card.stages, people, strict=True)
        ],
        "touchpoints": [
            {"id": point.id, "stage": point.stage, "channel": point.channel, "score": _rounded(point.score)} for point in card.touchpoints
        ],
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else half_up(value, 3)


def _data(edition: Edition, id: str) -> dict[str, Json]:
    return data(edition.atlas, id)


DATA = Kind("data", "", lambda atlas: atlas.journeys, "journeys/{}/index.json".format, _data, once=True, listed=False)
