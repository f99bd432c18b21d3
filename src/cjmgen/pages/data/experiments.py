"""experiments: all experiments for machines: what was written of each, and what follows from its figures."""

from cjmgen.atlas.cards.experiment import effect, seen, tried
from cjmgen.insight.record import record
from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.experiment.trial import Comparison
from cjmgen.pages.data.records import rounded
from cjmgen.pages.experiments.page import EXPERIMENTS, Tried, insights_of_trials, ledger
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, Json, twin


def data(edition: Edition, id: str) -> Fields:
    """Those that run, those that ended, those that are planned."""
    insights = [record(each) for each in edition.once(insights_of_trials)]
    return {"experiments": [experiment(edition, each) for each in edition.once(ledger)], "insights": insights}


def experiment(edition: Edition, each: Tried) -> Fields:
    """An experiment by its journey, stage, opportunity and id. Differences of shares are from -1 to 1."""
    card = each.card
    found = tried(card, edition.atlas.metrics.get(card.metric) if card.metric else None)
    control = seen(card.variants[0]) if found else None
    return {
        "journey": each.journey.id,
        "stage": each.chance.stage,
        "opportunity": each.chance.id,
        "id": card.id,
        "title": card.title,
        "metric": card.metric,
        "phase": each.phase,
        "started": card.started.isoformat() if card.started else None,
        "ended": card.ended.isoformat() if card.ended else None,
        "decision": card.decision,
        "verdict": None if each.verdict == "none" else each.verdict,
        "variants": [
            {"id": arm.id, "title": arm.title, "n": arm.n, "conversions": arm.conversions, "mean": arm.mean, "sd": arm.sd}
            for arm in card.variants
        ],
        "comparisons": [_comparison(card.variants[told.at].id, told) for told in found.comparisons] if found else [],
        "level": rounded(found.level) if found else None,
        "split_p": found.balance.p if found and found.balance else None,
        "looks": card.looks,
        "planned": {"n": card.n, "effect": effect(card, control) if control and control.n else None, "power": card.power},
        "needed": found.needed if found else None,
        "power": rounded(found.power) if found else None,
    }


def _comparison(variant: str, told: Comparison) -> Json:
    uplift = told.uplift
    return {
        "variant": variant,
        "verdict": told.verdict.value,
        "p": told.p,
        "uplift": _interval(uplift.absolute) if uplift else None,
        "relative": _interval(uplift.relative) if uplift and uplift.relative else None,
    }


def _interval(found: Estimate) -> Json:
    return {"value": found.value, "low": found.low, "high": found.high}


EXPERIMENTS_DATA = twin(EXPERIMENTS, data)
