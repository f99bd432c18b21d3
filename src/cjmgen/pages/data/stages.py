"""stages: the stage set for machines: which stages stand in each phase, and which stand in none."""

from collections.abc import Iterable

from cjmgen.insight.portfolio.placement import Standing, loose, placed, walks
from cjmgen.pages.data.records import entity, feeling, rounded
from cjmgen.pages.home.page import all_journeys
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, Json, twin
from cjmgen.pages.stages import STAGES


def data(edition: Edition, id: str) -> Fields:
    """Every phase with its stages, the lowest first; and the stages without one, those of most journeys first."""
    phases, cards = edition.atlas.phases, edition.once(all_journeys)
    columns: list[Json] = [
        {"id": phase, "phase": entity(phases[phase]), "feel": feeling(walks(standings)), "stages": _stages(standings)}
        for phase, standings in placed(cards, phases).items()
    ]
    unplaced: list[Json] = [
        {
            "id": stage,
            "title": found.standings[0][1].title,
            "after": found.after,
            "before": found.before,
            "stages": _stages(found.standings),
        }
        for stage, found in loose(cards, phases).items()
    ]
    return {"phases": columns, "unplaced": unplaced}


def _stages(standings: Iterable[Standing]) -> list[Json]:
    return [{"journey": card.id, "id": stage.id, "score": rounded(stage.score)} for card, stage in standings]


STAGES_DATA = twin(STAGES, data)
