"""comparison: a comparison for machines: its subjects, and row by row the stages that correspond; and the list of all."""

from cjmgen.insight.claims import backed, proven
from cjmgen.insight.meet.contest import Contest
from cjmgen.insight.meet.contrast import Take, ranges, verdict
from cjmgen.insight.meet.side import Side, Stance, Touch
from cjmgen.insight.meet.spine import Column, Spine
from cjmgen.pages.compare.index import COMPARE
from cjmgen.pages.comparison.page import COMPARISON
from cjmgen.pages.comparison.scene import known, scene_of
from cjmgen.pages.data.records import address, rounded
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, Json, twin


def data(edition: Edition, id: str) -> Fields:
    """One comparison. Lists in a row are as long as that of the subjects, with null for who has no such stage."""
    scene = scene_of(edition, id)
    found = scene.spine
    spans = ranges(found.columns)
    return {
        **_named(scene.contest),
        "subjects": [_subject(side) for side in found.sides],
        "findings": [_finding(found, take) for take in verdict(found).takes],
        "rows": [
            {
                **_row(found, column),
                "range": {"low": rounded(span.low), "high": rounded(span.high), "median": rounded(span.median)} if span else None,
            }
            for column, span in zip(found.columns, spans, strict=True)
        ],
    }


def every(edition: Edition, id: str) -> Fields:
    """All comparisons: those with a file first."""
    return {
        "comparisons": [
            {
                "id": contest.id,
                "address": address(edition, "comparison", contest.id),
                **_named(contest),
                "subjects": [{"id": each.key, "journey": each.journey, "who": each.who} for each in contest.contenders],
            }
            for contest in edition.once(known).values()
        ]
    }


def _named(contest: Contest) -> Fields:
    """What is compared, and what it is called where somebody wrote it."""
    return {"compares": contest.kind, "title": contest.title or None, "summary": contest.summary}


def _subject(side: Side) -> Fields:
    who = side.contender
    return {
        "id": who.key,
        "journey": who.journey,
        "who": who.who,
        "state": side.state,
        "score": rounded(side.score),
        **proven(side.coverage),
    }


def _finding(found: Spine, take: Take) -> Fields:
    """A difference from the first subject, in percentage points for a conversion; `better` says who is ahead."""
    return {
        "measure": take.measure,
        "subject": found.sides[take.subject].contender.key,
        "row": found.columns[take.column].id,
        "before": rounded(take.before),
        "after": rounded(take.after),
        "change": rounded(take.change),
        "better": take.better,
    }


def _row(found: Spine, column: Column) -> Fields:
    """A row with why its stages stand together; touchpoints that correspond stand in one list."""
    return {
        "id": column.id,
        "title": column.title,
        "by": column.by,
        "stages": [_stage(side, stance) if stance else None for side, stance in zip(found.sides, column.stances, strict=True)],
        "touchpoints": [[_touchpoint(touch) if touch else None for touch in contact.members] for contact in column.contacts],
    }


def _stage(side: Side, stance: Stance) -> Fields:
    """A stage of one subject. Counts are null where nobody noted any such thing, and conversions for people of one journey."""
    return {
        "id": stance.id,
        "title": stance.title,
        "phase": stance.phase,
        "score": rounded(stance.score),
        "people": None if side.contender.who else stance.people,
        "conversion": None if side.contender.who else rounded(stance.onward),
        "pains": len(stance.pains) if "pains" in side.has else None,
        "severe": len(stance.severe) if "pains" in side.has else None,
        "opportunities": len(stance.chances) if "chances" in side.has else None,
        **backed(stance.coverage),
        "channels": stance.channels,
    }


def _touchpoint(touch: Touch) -> Json:
    return {"stage": touch.stage, "id": touch.id, "channel": touch.channel or None, "score": rounded(touch.score)}


COMPARISON_DATA, COMPARE_DATA = twin(COMPARISON, data), twin(COMPARE, every)
