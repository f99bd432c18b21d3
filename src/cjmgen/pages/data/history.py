"""history: a journey's past for machines: the revisions that changed it, their figures, and the last change of each cell."""

from cjmgen.diff.history.tale import Moment, Revision
from cjmgen.insight.claims import proven
from cjmgen.pages.data.records import rounded
from cjmgen.pages.history.cells import cells
from cjmgen.pages.history.page import HISTORY, past_of
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, twin


def data(edition: Edition, id: str) -> Fields:
    """Oldest first. A cell that nobody changed since the first revision has no commit."""
    past = past_of(edition.atlas, id)
    found = cells(edition.atlas.journey(id), past)
    last = [
        {"stage": stage.stage, "lane": cell.lane, "commit": cell.revision.commit if cell.revision else None}
        for stage in found
        for cell in stage.cells
    ]
    return {"revisions": [_moment(moment) for moment in past.moments], "begun": past.begun.commit if past.begun else None, "cells": last}


def _moment(moment: Moment) -> Fields:
    now = moment.figures
    return {
        **_revision(moment.revision),
        "changes": moment.changes,
        "score": rounded(now.score),
        "conversion": rounded(now.conversion),
        **proven(now.coverage),
        "severe": now.severe,
    }


def _revision(revision: Revision) -> Fields:
    told: Fields = {"commit": revision.commit, "tag": revision.name, "who": revision.who}
    told["day"] = revision.day.isoformat() if revision.day else None
    return {**told, **({"subject": revision.subject} if revision.subject else {})}


HISTORY_DATA = twin(HISTORY, data)
