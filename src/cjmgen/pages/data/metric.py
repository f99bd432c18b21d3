"""metric: a metric for machines: its figures, what follows from them, where it stands, what it was counted from; and the list of all."""

from cjmgen.insight.record import record
from cjmgen.numbers.change.step import Step
from cjmgen.numbers.measured import Export, Measured, Part, Restated
from cjmgen.pages.data.metrics import estimate
from cjmgen.pages.data.metrics import metric as figured
from cjmgen.pages.data.records import address, entity, rounded
from cjmgen.pages.metrics.doubt import beside
from cjmgen.pages.metrics.figure import newest
from cjmgen.pages.metrics.formula import formula
from cjmgen.pages.metrics.groups import answers
from cjmgen.pages.metrics.metric import METRIC, insights_of_metric, measured_of
from cjmgen.pages.metrics.page import METRICS, ranked
from cjmgen.pages.metrics.uses import cards_of
from cjmgen.pages.parts.chances import own
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, Json, twin


def data(edition: Edition, id: str) -> Fields:
    """One metric."""
    measured = measured_of(edition.atlas, id)
    computed: Fields = {
        **_standing(edition, id),
        **(_measured(measured) if measured else {}),
        "families": [{"journey": each.journey, "tested": each.tested, "p": each.p, "noise": each.noise} for each in beside(edition, id)],
        "journeys": _journeys(edition, id),
        "exports": [_export(each) for each in measured.files] if measured else [],
    }
    insights = [record(each) for each in insights_of_metric(edition, id)]
    return {"metric": entity(edition.atlas.metrics[id]), "computed": computed, "insights": insights}


def every(edition: Edition, _: str) -> Fields:
    """All metrics, those that miss their goal first."""
    ids = [id for id, _ in edition.once(ranked)]
    return {"metrics": [{"id": each, "address": address(edition, "metric", each), **_standing(edition, each)} for each in ids]}


def _standing(edition: Edition, id: str) -> Fields:
    """The newest figure, its goal and where it goes. Shares and their differences are from -1 to 1, times in seconds."""
    told, measured = edition.atlas.metrics[id], measured_of(edition.atlas, id)
    found, by = newest(edition, told, measured), formula(told, measured)
    course = found.course
    return {
        "title": told.title,
        **figured(edition.atlas, told),
        "formula": by.key,
        "interval": by.interval or None,
        "trend": {"way": course.way, "p": rounded(course.p), "periods": course.periods} if course else None,
    }


def _measured(measured: Measured) -> Fields:
    """What the exports say beyond the newest figure and its series."""
    found = answers(measured)
    return {
        "step": _step(measured.change) if measured.change else None,
        "unfinished": [_part(each) for each in measured.parts],
        "restated": [each.period for each in measured.restated],
        "corrected": [_corrected(each) for each in measured.restated],
        "answers": {str(answer): n for answer, n in measured.answers} or None,
        "groups": {each.key: {"n": each.n, "share": rounded(each.share)} for each in found.groups} if found and found.groups else None,
    }


def _part(of: Part) -> Fields:
    """A period that is not whole, with the days that are known of it, or the deals that are open."""
    days = [day.isoformat() for day in of.days] if of.days else None
    return {"period": of.period, "days": days, "open": of.open, **estimate(of.estimate)}


def _corrected(of: Restated) -> Fields:
    """A period that a later export corrected, with the figure before and the one that counts; of a funnel perhaps the people at a stage."""
    return {"period": of.period, "stage": of.stage or None, "old": rounded(of.before), "new": rounded(of.after)}


def _step(step: Step) -> Fields:
    """The newest figure less that of the period before."""
    apart, signal = step.apart, step.signal
    told: Fields = {"value": rounded(apart.value), "low": rounded(apart.low), "high": rounded(apart.high), "noise": str(step.noise)}
    return {**told, "test": signal.method if signal else None, "p": signal.p if signal else None}


def _journeys(edition: Edition, id: str) -> list[Json]:
    return [
        {
            "id": card.id,
            "stages": [stage or None for stage, metric in card.measures if metric == id],
            "opportunities": [
                {"stage": chance.stage, "id": chance.id}
                for chance in own(card, edition.atlas.journeys)
                if chance.expects and chance.expects[0] == id
            ],
            "experiments": [
                {"stage": chance.stage, "opportunity": chance.id, "id": trial.id}
                for chance in own(card, edition.atlas.journeys)
                for trial in chance.experiments
                if trial.metric == id
            ],
        }
        for card in cards_of(edition, id)
    ]


def _export(of: Export) -> Fields:
    """A file; of the rows that were refused the first ones."""
    return {
        "file": of.file,
        "sha256": of.digest,
        "profile": of.profile or None,
        "product": of.product or None,
        "verified": of.verified,
        "first": of.first.isoformat() if of.first else None,
        "last": of.last.isoformat() if of.last else None,
        "rows": of.rows,
        "totals": of.totals,
        "refused": of.refused,
        "open": of.open,
        "unplaced": of.unplaced,
        "columns": of.columns,
        "ignored": of.ignored,
        "faults": [{"line": each.line, "column": each.column, "reason": each.reason.key, "message": each.message} for each in of.faults],
        "total_lines": of.summed,
        "restating": [{"line": each.line, "reason": each.reason.key, "message": each.message} for each in of.again],
    }


METRIC_DATA, METRICS_DATA = twin(METRIC, data), twin(METRICS, every)
