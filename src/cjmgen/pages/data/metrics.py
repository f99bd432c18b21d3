"""metrics: the figures of a journey's metrics for machines, typed or measured, with what they lean on."""

from collections.abc import Iterator

from cjmgen.atlas.atlas import Atlas
from cjmgen.model.figures import figures, meant
from cjmgen.model.journey import Journey
from cjmgen.model.metric import Metric
from cjmgen.numbers.aim import Aim, aim
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.measured import Immature, Measured, Segment
from cjmgen.pages.data.records import rounded
from cjmgen.pages.site.twin import Fields


def metrics(atlas: Atlas, journey: Journey) -> Iterator[Fields]:
    """The metrics of each stage; the one that counts the journey's stages has no stage."""
    if journey.funnel and journey.funnel in atlas.metrics:
        yield {"stage": None, **metric(atlas, atlas.metrics[journey.funnel])}
    for stage in journey.stages:
        for written in stage.metrics:
            yield {"stage": stage.key, **metric(atlas, meant(written, atlas.metrics))}


def metric(atlas: Atlas, told: Metric) -> Fields:
    """A metric with all that its exports say. Shares are from 0 to 1, times in seconds."""
    read = figures(told)
    value, target = read.value, read.target
    measured = atlas.measured.get(told.key)
    stands = aim(told, measured, atlas.today)
    known: Fields = {
        "id": told.key, "value": rounded(value.value) if value else None, "target": rounded(target.value) if target else None,
        "period": told.period, "n": None, "low": None, "high": None,
        "due": told.due.isoformat() if told.due else None, "standing": str(stands.standing) if stands else None,
        "judged": _judged(stands) if stands and stands.due else None,
    }  # fmt: skip
    return {**known, **_measured(measured)} if measured else known


def _judged(of: Aim) -> Fields:
    """Of a goal whose day has passed, the figure of that day: its period where it is not the newest, and whether it is older."""
    return {"period": of.period or None, "older": of.is_older, **estimate(of.figure)}


def _measured(measured: Measured) -> Fields:
    latest, until = measured.latest, measured.as_of
    change = measured.change
    return {
        **(estimate(latest) if latest else {}),
        "series": [{"period": each.period, **estimate(each.estimate)} for each in measured.series],
        "people": dict(measured.stages) or None,
        "segments": [_segment(each) for each in measured.segments],
        "change": str(change.noise) if change else None,
        "immature": [_immature(each) for each in measured.immature],
        "sources": sorted({each.product for each in measured.files if each.product}),
        "until": until.isoformat() if until else None,
        **{key: count for key, count in (("open", measured.open), ("unplaced", measured.unplaced)) if count},
    }


def _segment(of: Segment) -> Fields:
    """A segment; the people of its stages only where a funnel counts them."""
    figure = estimate(of.estimate) if of.estimate else {"value": None, "n": None, "low": None, "high": None}
    return {"segment": of.name, **figure, **({"people": dict(of.stages)} if of.stages else {})}


def _immature(of: Immature) -> Fields:
    """A period that is no whole one yet: those who began after a day had less than these seconds; whole with events up to `until`."""
    return {"period": of.period, "after": of.after.isoformat(), "seconds": of.seconds, "until": of.whole.isoformat(), "shown": of.shown}


def estimate(of: Estimate) -> Fields:
    """A figure with its interval and of how many it is."""
    return {"value": rounded(of.value), "n": of.n or None, "low": rounded(of.low), "high": rounded(of.high)}
