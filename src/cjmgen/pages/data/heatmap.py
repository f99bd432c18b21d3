"""heatmap: the heat map for machines: of every journey, and of every group, a list of figures for each lens, column by column."""

from collections.abc import Sequence

from cjmgen.insight.claims import backed
from cjmgen.insight.portfolio.heat import Heat, of_journey
from cjmgen.pages.data.records import rounded, severity
from cjmgen.pages.heat.board import ground, lenses, means, spread, total
from cjmgen.pages.heat.groups import HEAT_GROUPS, gathered
from cjmgen.pages.heat.page import HEATMAP
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, Json, twin

Lenses = dict[str, Json]


def data(edition: Edition, id: str) -> Fields:
    """Journeys by steps. Where a journey has a step at all, `stages` names the one that a cell leads to."""
    found = edition.once(ground)
    rows = []
    for card in found.cards:
        heats = found.heats(card)
        cells = tuple(heats.get(step) for step in found.steps)
        stages = [cell.stage.id if cell and cell.stage else None for cell in cells]
        rows.append({"journey": card.id, "counted": card.counted, "stages": stages, **_cells(cells), "total": _lenses(of_journey(card))})
    return {**_around(edition), "rows": rows}


def groups(edition: Edition, id: str) -> Fields:
    """Personas, teams or the values of a tag by steps, each over its counted journeys."""
    steps = edition.once(ground).steps
    rows = [
        {
            "group": group.page.id,
            "journeys": len(group.walks),
            **_cells(spread(steps, [walk for walk, _ in group.walks]), several=True),
            "total": _lenses(group.total, several=True),
        }
        for group in gathered(edition, id)
    ]
    return {**_around(edition), "rows": rows}


def _around(edition: Edition) -> Fields:
    """The columns, what is known of them, and the means of the counted journeys."""
    found, whole = edition.once(ground), edition.once(total)
    return {
        "lenses": edition.once(lenses),
        "columns": [{"id": step, "title": found.axis.titles[step]} for step in found.steps],
        "means": _cells(edition.once(means), several=True),
        "total": _lenses(whole, several=True) if whole else None,
    }


def _cells(heats: Sequence[Heat | None], several: bool = False) -> Lenses:
    """The figures of some cells, lens by lens; null where there is no such cell, or nothing behind it."""
    told = [_lenses(heat or Heat(), several) for heat in heats]
    return {name: [each[name] for each in told] for name in _lenses(Heat(), several)}


def _lenses(heat: Heat, several: bool = False) -> Lenses:
    """The figures of one place. Several journeys have no common conversion: of their `goals`, `met` surely reach theirs, `missed` don't."""
    figures: Lenses = {
        "emotion": rounded(heat.score),
        "pains": heat.pains,
        "worst": severity(heat.worst),
        **backed(heat.coverage),
        "conversion": rounded(heat.share),
        "goal": rounded(heat.goal),
    }
    return {**figures, "met": heat.met, "missed": heat.missed, "goals": heat.goals} if several else figures


HEATMAP_DATA, HEAT_GROUPS_DATA = twin(HEATMAP, data), twin(HEAT_GROUPS, groups)
