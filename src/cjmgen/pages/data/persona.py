"""persona: a persona for machines: who they are in the form of the vocabulary, and the journeys they walk; and the list of all."""

from cjmgen.atlas.cards.card import PersonaCard
from cjmgen.atlas.cards.score import confidence
from cjmgen.insight.kinds.personas import of_persona
from cjmgen.insight.ranking import CLOSED
from cjmgen.insight.record import record
from cjmgen.pages.data.records import address, entity, opportunity
from cjmgen.pages.home.page import ordered
from cjmgen.pages.parts.chances import listed
from cjmgen.pages.personas.page import PERSONAS, walks
from cjmgen.pages.personas.persona import PERSONA
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, twin


def data(edition: Edition, id: str) -> Fields:
    """One persona, with the open opportunities of their journeys."""
    atlas = edition.atlas
    told = atlas.persona(id)
    chances = (each for each in edition.once(listed) if id in each.journey.personas and each.status not in CLOSED)
    computed: Fields = {
        "confidence": confidence(told, atlas.evidence, atlas.today),
        "journeys": [card.id for card in ordered(atlas.journeys, id)],
        "opportunities": [opportunity(edition, each.journey, each.card) for each in chances],
    }
    insights = [record(each) for each in of_persona(edition.atlas, id)]
    return {"persona": entity(told), "computed": computed, "insights": insights}


def every(edition: Edition, id: str) -> Fields:
    """All personas."""
    return {"personas": [_line(edition, card) for card in edition.atlas.personas.values()]}


def _line(edition: Edition, card: PersonaCard) -> Fields:
    return {
        "id": card.id,
        "address": address(edition, "persona", card.id),
        "title": card.title,
        "role": card.role,
        "segment": card.segment,
        "journeys": edition.once(walks).get(card.id, ()),
    }


PERSONA_DATA, PERSONAS_DATA = twin(PERSONA, data), twin(PERSONAS, every)
