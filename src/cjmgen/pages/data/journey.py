"""journey: a journey for machines: the map in the form of the vocabulary, and what is computed from it."""

from cjmgen.atlas.cards import score
from cjmgen.insight.claims import proven
from cjmgen.insight.record import record
from cjmgen.pages.data.metrics import metrics
from cjmgen.pages.data.records import entity, felt, figures, rounded
from cjmgen.pages.journey.page import JOURNEY
from cjmgen.pages.parts.follows import insights_of
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, twin


def data(edition: Edition, id: str) -> Fields:
    """The whole map, and the figures of its pages."""
    atlas = edition.atlas
    card, journey = atlas.journeys[id], atlas.journey(id)
    people = score.entries(journey, atlas.metrics)
    stages = [
        {
            "id": stage.id,
            "phase": stage.phase,
            "score": rounded(stage.score),
            "people": count,
            "owner": stage.owner,
            **proven(stage.coverage),
        }
        for stage, count in zip(card.stages, people, strict=True)
    ]
    points = [{"stage": point.stage, "channel": point.channel, **felt(point)} for point in card.touchpoints]
    computed = {**figures(edition, card), "stages": stages, "touchpoints": points, "metrics": list(metrics(atlas, journey))}
    return {"journey": entity(journey), "computed": computed, "insights": [record(each) for each in edition.latest(insights_of, id)]}


JOURNEY_DATA = twin(JOURNEY, data)
